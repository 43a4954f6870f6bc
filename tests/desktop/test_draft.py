"""The draft: every string comes back, what is no draft is put aside, and one draft becomes one case."""

import threading
from dataclasses import replace

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydicom import dcmread

from secondread_desktop.__main__ import real_parts
from secondread_desktop.core.draft import Draft, DraftUnreadable, Ticked, pack, unpack
from secondread_desktop.core.journey import Step
from secondread_desktop.errors import AttachmentUnreadable
from secondread_desktop.services.case_desk import Asked, CaseDesk
from secondread_desktop.services.sorts import Sort
from secondread_desktop.ui.conduct.visit import Visit, Whose
from secondread_desktop.ui.conduct.visit_draft import draft_of, tick_again, visit_of
from secondread_shared.consent import Consent, ConsentKind
from tests.desktop.desk import MESSAGE
from tests.support.fake_receiver import replace_programme
from tests.support.fakes import FakeClock

NAMES = st.text(st.characters(codec=None), max_size=8)  # halves of characters too: raw names hold them
TYPED = st.text(max_size=20)
DRAFTS = st.builds(
    Draft,
    step=st.sampled_from(Step),
    receiver=TYPED,
    key=TYPED,
    roots=st.tuples(NAMES, NAMES),
    ticked=st.frozensets(st.builds(Ticked, source=st.integers(1, 9), parts=st.tuples(NAMES, NAMES))),
    whose=st.none() | st.sampled_from(["mine", "cared_for"]),
    documents=st.lists(NAMES, max_size=3).map(tuple),
    form=st.dictionaries(TYPED, TYPED, max_size=4).map(lambda form: tuple(form.items())),
    consents=st.just((Consent(ConsentKind.TERMS, "2", accepted=True),)),
    because=st.none() | TYPED,
    because_of=TYPED,
)
EMPTY = Draft(step=Step.FIND, receiver="", key="k")


@given(DRAFTS)
def test_a_draft_comes_back_as_it_was(draft):
    assert unpack(pack(draft)) == draft


def test_half_a_character_that_was_typed_does_not_stop_the_keeping():
    assert unpack(pack(replace(EMPTY, form=(("question", "why\ud83d"),)))).form == (("question", "why?"),)


@pytest.mark.parametrize("content", [b"", b"\xc1", b"{}", msgspec.msgpack.encode({"format": 1}), b"\x91" * 5000])
def test_what_is_no_draft_is_told(content):
    with pytest.raises(DraftUnreadable):
        unpack(content)


def test_a_draft_of_another_format_is_told():
    stored = msgspec.msgpack.decode(pack(EMPTY)) | {"format": 2}
    with pytest.raises(DraftUnreadable):
        unpack(msgspec.msgpack.encode(stored))


def test_a_draft_says_nothing_of_its_person_when_it_is_printed():
    assert "Maria" not in repr(replace(EMPTY, form=(("first_name", "Maria"),)))


@pytest.fixture
def desk(tmp_path):
    parts = replace(real_parts(), clock=FakeClock())
    with parts.open_state(tmp_path / "state") as state:
        yield CaseDesk(parts, state, folder=tmp_path / "state")


def found(desk, disc):
    return desk.scan([str(disc)], tell=lambda _event: None, cancel=threading.Event())


def test_a_visit_comes_back_with_its_ticks_once_the_disc_is_read_again(desk, disc):
    visit = Visit(receiver="https://r.example", roots=(str(disc),), catalogue=found(desk, disc), whose=Whose.MINE)
    visit.ticked = frozenset(item.file for item in visit.catalogue.found[:2])
    visit.form = {"first_name": "Maria", "birth_month": "January"}
    visit.because = "my married name"
    desk.papers.keep(draft_of(visit, Step.ABOUT_YOU))
    draft = desk.papers.draft()
    again = visit_of(draft)
    assert (draft.step, again.ticked, again.form, again.whose) == (Step.ABOUT_YOU, frozenset(), visit.form, Whose.MINE)
    assert (again.because, again.key, again.roots) == (visit.because, visit.key, visit.roots)
    again.catalogue = found(desk, disc)
    assert tick_again(again, draft)
    assert again.ticked == visit.ticked


def test_another_patients_image_in_the_same_place_is_not_ticked_and_whose_is_asked_again(desk, disc):
    visit = Visit(roots=(str(disc),), catalogue=found(desk, disc), whose=Whose.MINE, because="my married name")
    visit.ticked = frozenset(item.file for item in visit.catalogue.instances)
    draft = draft_of(visit, Step.ABOUT_YOU)
    place = disc.joinpath(*visit.catalogue.instances[0].file.parts)
    other = dcmread(place)
    other.PatientName, other.SOPInstanceUID = "Okafor^Daniel", "2.25.42"
    other.file_meta.MediaStorageSOPInstanceUID = "2.25.42"
    other.save_as(place)
    visit.catalogue = found(desk, disc)
    assert not tick_again(visit, draft)
    assert len(visit.ticked) == len(visit.catalogue.instances) - 1
    assert (visit.whose, visit.because) == (None, None)


def test_images_that_are_new_on_the_disc_are_told_and_nothing_else_is_forgotten(desk, disc):
    visit = Visit(roots=(str(disc),), catalogue=found(desk, disc), whose=Whose.MINE)
    visit.ticked = frozenset(item.file for item in visit.catalogue.instances)
    draft = draft_of(visit, Step.ABOUT_YOU)
    place = disc.joinpath(*visit.catalogue.instances[0].file.parts)
    new = dcmread(place)
    new.SOPInstanceUID = new.file_meta.MediaStorageSOPInstanceUID = "2.25.43"
    new.save_as(place.with_name("NEW"))
    visit.catalogue = found(desk, disc)
    assert not tick_again(visit, draft)
    assert (len(visit.ticked), visit.whose) == (len(visit.catalogue.instances) - 1, Whose.MINE)


def test_ticks_whose_files_are_gone_are_told(desk, disc):
    visit = Visit(roots=(str(disc),), catalogue=found(desk, disc))
    visit.ticked = frozenset(item.file for item in visit.catalogue.found)
    draft = draft_of(visit, Step.CHECK)
    (disc / "report.pdf").unlink()
    visit.catalogue = found(desk, disc)
    assert not tick_again(visit, draft)
    assert len(visit.ticked) == 3


def test_an_answer_about_no_image_is_not_taken_for_an_answer_about_another_disc(desk, disc):
    visit = Visit(roots=(str(disc),), catalogue=found(desk, disc), whose=Whose.MINE, because="my married name")
    visit.ticked = frozenset(item.file for item in visit.catalogue.attachments)  # every image was unticked
    draft = draft_of(visit, Step.CHECK)
    for item in visit.catalogue.instances:
        place = disc.joinpath(*item.file.parts)
        other = dcmread(place)
        other.PatientName = "Okafor^Daniel"
        other.SOPInstanceUID = other.file_meta.MediaStorageSOPInstanceUID = f"{item.header.sop_instance_uid}.42"
        other.save_as(place)
    visit.catalogue = found(desk, disc)
    tick_again(visit, draft)
    assert (visit.whose, visit.because) == (None, None)


def test_a_draft_that_became_a_case_is_discarded_even_if_it_was_written_late(desk, disc):
    visit = Visit(receiver="https://r.example", roots=(str(disc),), catalogue=found(desk, disc))
    visit.ticked = frozenset(item.file for item in visit.catalogue.found)
    draft = draft_of(visit, Step.PAYMENT)
    desk.papers.keep(draft)
    asked = Asked("https://r.example", visit.roots, files=visit.ticked, message=MESSAGE, key=visit.key)
    desk.begin(asked, visit.catalogue, programme=replace_programme(), tell=lambda _event: None)
    assert desk.papers.draft() is None
    desk.papers.keep(draft)  # a writer that came late, or a program that was killed between the two
    assert desk.papers.draft() is None


def test_a_draft_that_decrypts_to_something_else_is_put_aside(desk, tmp_path):
    desk.papers._drafts.keep(b"from the future")
    assert desk.papers.draft() is None
    assert (tmp_path / "state" / "draft.unreadable").exists()
    desk.papers.keep(EMPTY)
    assert desk.papers.draft() == EMPTY


def test_a_report_is_known_by_its_content(desk, tmp_path, disc):
    (tmp_path / "letter.txt").write_bytes(b"%PDF-1.7 and so on")
    (tmp_path / "photo.jpg").write_bytes(b"MZ a program")
    paper = desk.papers.look_at(str(tmp_path / "letter.txt"))
    assert (paper.name, paper.size, paper.sort, paper.is_sendable) == ("letter.txt", 18, Sort.DOCUMENT, True)
    assert not desk.papers.look_at(str(tmp_path / "photo.jpg")).is_sendable
    assert desk.papers.look_at(str(disc / "DICOM" / "IM1")).sort is Sort.INSTANCE
    with pytest.raises(AttachmentUnreadable):
        desk.papers.look_at(str(tmp_path / "gone.pdf"))
