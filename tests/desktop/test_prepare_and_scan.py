"""Before anything leaves: the scan, the intake's check, whose images, and the plan."""

import datetime
import threading
from dataclasses import replace

import msgspec
import pytest

from secondread_desktop.cli.sentences import sentence_of_event
from secondread_desktop.core import events
from secondread_desktop.core.catalogue import Finding, FoundFile
from secondread_desktop.core.identity_check import NEEDS_NOBODY, Outcome
from secondread_desktop.core.selection import Wanted
from secondread_desktop.core.submission import Source
from secondread_desktop.errors import (
    CaseTooLarge,
    ConsentsMissing,
    DiscUnreadable,
    IdentityUndecided,
    IntakeIncomplete,
    Interrupted,
    NothingToSend,
)
from secondread_desktop.services.prepare import check_intake, prepare
from secondread_desktop.services.scan import scan
from secondread_desktop.ui import texts
from secondread_shared.contract import Limits, PutIntake, decode_message
from secondread_shared.identity import DIFFERENCES
from secondread_shared.manifest import ItemKind
from tests.desktop.desk import CASE, MESSAGE, Desk, images
from tests.support.fake_media import FakeContents, FakeFile, FakeMedium, image
from tests.support.fake_receiver import FakeReceiver, replace_programme
from tests.support.fakes import Told

TODAY = datetime.date(2026, 11, 24)


def scanned(*media):
    return scan(media, contents=FakeContents(), tell=Told(), cancel=threading.Event())


def test_a_scan_keeps_the_mediums_order_and_leaves_out_what_is_neither_image_nor_document():
    files = {"b": image(2), "x.exe": b"MZ", "report": b"DOC1", "a": image(1)}
    catalogue = scanned(FakeMedium(files))
    assert ["/".join(item.file.parts) for item in catalogue.found] == ["b", "report", "a"]
    assert (len(catalogue.instances), len(catalogue.attachments)) == (2, 1)


def test_what_cannot_be_read_is_named():
    files = {"a": image(1), "b": FakeFile(image(2), error=OSError(5, "i/o")), "c": b""}
    catalogue = scanned(FakeMedium(files))
    assert [(finding.code, finding.parts) for finding in catalogue.findings] == [
        ("unreadable", ("b",)), ("empty_file", ("c",)),
    ]  # fmt: skip


def test_a_disc_that_is_not_there_is_told_by_its_number():
    missing = FakeMedium({}, number=2)
    missing.is_in = False
    with pytest.raises(DiscUnreadable) as raised:
        scanned(FakeMedium(dict(images())), missing)
    assert raised.value.number == 2


def test_a_scan_stops_when_asked():
    cancel = threading.Event()
    cancel.set()
    with pytest.raises(Interrupted):
        scan([FakeMedium(dict(images()))], contents=FakeContents(), tell=Told(), cancel=cancel)


def test_the_intake_is_judged_by_the_same_rules_as_the_receivers():
    broken = msgspec.structs.replace(MESSAGE, intake=msgspec.structs.replace(MESSAGE.intake, email="nobody", sex=""))
    with pytest.raises(IntakeIncomplete) as raised:
        check_intake(broken, replace_programme(), today=TODAY)
    assert {(problem.field, problem.code) for problem in raised.value.fields} == {
        ("email", "not_an_email"), ("sex", "missing"),
    }  # fmt: skip


def test_a_consent_to_an_older_text_is_missing():
    old = [msgspec.structs.replace(consent, version="0") for consent in MESSAGE.consents[:1]] + MESSAGE.consents[1:]
    with pytest.raises(ConsentsMissing) as raised:
        check_intake(msgspec.structs.replace(MESSAGE, consents=old), replace_programme(), today=TODAY)
    assert raised.value.kinds == ["terms"]


def two_people():
    return FakeMedium({"a": image(1), "b": image(2, name="Smith^John", patient_id="P2", study="1.3"), "r": b"DOC"})


def test_several_people_stop_the_plan_and_both_flags_decide():
    desk = Desk(medium=two_people())
    for changes in ({}, {"wanted": Wanted(patient_id="P1")}, {"identity_confirmed": "mine"}):
        with pytest.raises(IdentityUndecided):
            desk.plan(**changes)
    desk.plan(wanted=Wanted(patient_id="P1"), identity_confirmed="mine")
    identity = desk.outbox.find(case=CASE).identity
    assert (identity.outcome, identity.patient_chosen, identity.confirmed_because) == ("several", True, "mine")
    assert [entry.path for entry in desk.outbox.rows[CASE].planned] == ["a"]


def test_the_question_shows_both_sides_and_an_error_shows_neither():
    desk = Desk(medium=FakeMedium({"a": image(1, name="Smith^John")}))
    with pytest.raises(IdentityUndecided) as raised:
        desk.plan()
    (asked,) = desk.told.of(events.IdentityAsked)
    assert asked.images[0].name == "Smith^John"
    assert asked.intake.name == "Maria Example"
    assert "Smith" not in str(raised.value) + repr(raised.value) + repr(asked)


def test_what_differed_is_told_and_recorded_in_code_words():
    desk = Desk(medium=FakeMedium({"a": image(1, name="Example^M")}))
    with pytest.raises(IdentityUndecided):
        desk.plan()
    desk.plan(identity_confirmed="they only write initials")
    before, after = desk.told.of(events.IdentityAsked)
    assert (before.outcome, before.differs, before.is_decided) == ("doubtful", ("name",), False)
    assert after.is_decided
    identity = desk.outbox.find(case=CASE).identity
    assert (identity.outcome, identity.differs) == ("doubtful", ["name"])
    assert "Example" not in repr(identity)


def test_a_question_says_in_words_what_differs():
    asked = events.IdentityAsked(
        outcome="different",
        is_decided=True,
        images=(events.Person("Smith^John", None, "P1", "M"), events.Person(None, None)),
        intake=events.Person("Maria Example", "1951-03-03", sex="female"),
        differs=("name", "birth_date", "sex"),
    )
    assert sentence_of_event(asked).split("\n") == [
        "The images seem to be of another person than your details.",
        "  In the images:   Smith^John, M, patient id P1",
        "  In the images:   no name",
        "  In your details: Maria Example, born 1951-03-03, female",
        "  What differs:    the name, the date of birth, the sex",
        "You have confirmed that these are the right images.",
    ]


def test_every_difference_has_a_word_of_the_command_line():
    assert tuple(texts.DIFFERENCES) == DIFFERENCES
    assert set(texts.IDENTITY) == set(Outcome) - NEEDS_NOBODY


def test_documents_left_out_are_told():
    desk = Desk(medium=two_people())
    desk.plan(wanted=Wanted(patient_id="P1"), identity_confirmed="mine")
    assert [event.count for event in desk.told.of(events.AttachmentsLeftOut)] == [1]


def test_documents_of_one_persons_disc_go_along():
    desk = Desk(medium=FakeMedium({"a": image(1), "report.pdf": b"DOC"}))
    desk.plan()
    desk.submit()
    manifest = desk.receiver.cases[CASE].manifest
    assert [(item.kind, item.path) for item in manifest.items] == [
        (ItemKind.INSTANCE, "a"), (ItemKind.ATTACHMENT, "report.pdf"),
    ]  # fmt: skip


def test_named_documents_come_last_under_attachments():
    desk = Desk(medium=FakeMedium({"a": image(1)}))
    desk.plan(
        attached=(FoundFile(2, ("letter.pdf",), 3, 1), FoundFile(3, ("letter.pdf",), 3, 1)),
        attached_sources=(Source(2, "/home"), Source(3, "/other")),
    )
    paths = [entry.path for entry in desk.outbox.rows[CASE].planned]
    assert paths == ["a", "attachments/letter.pdf", "attachments/letter-2.pdf"]


def test_several_discs_have_a_folder_each():
    desk = Desk()
    catalogue = scanned(FakeMedium({"x/a": image(1)}), FakeMedium({"x/a": image(2)}, number=2))
    plan = prepare(desk.request(), catalogue, programme=replace_programme(), new_case_id=lambda: CASE, tell=Told())
    assert [entry.path for entry in plan.entries] == ["disc-1/x/a", "disc-2/x/a"]


def test_more_than_the_receiver_takes_is_told_before_anything_is_sent():
    with pytest.raises(CaseTooLarge):
        Desk(receiver=FakeReceiver(limits=Limits(case_bytes=1000))).plan()


def test_no_images_is_nothing_to_send():
    with pytest.raises(NothingToSend):
        Desk(medium=FakeMedium({"viewer.exe": b"MZ"})).plan()


def test_findings_of_the_scan_travel_in_the_manifest():
    desk = Desk(medium=FakeMedium({"a": image(1), "..\\b": b""}))
    desk.plan()
    desk.submit()
    problems = desk.receiver.cases[CASE].manifest.problems
    assert [(problem.code, problem.path) for problem in problems] == [("empty_file", "..\\b")]


def test_no_path_of_somebody_elses_images_travels():
    smith = {"name": "Smith^John", "patient_id": "P2", "study": "1.3"}
    files = {
        "MINE/A": image(1), "MINE/B": image(1) + b"!", "MINE/C": b"",
        "SMITH/A": image(2, **smith), "SMITH/B": image(2, **smith) + b"!", "SMITH/C": image(2, **smith),
    }  # fmt: skip
    desk = Desk(medium=FakeMedium(files))
    catalogue = scanned(desk.medium)
    cut = replace(catalogue, findings=(*catalogue.findings, Finding("truncated", 1, ("SMITH", "C"))))
    wanted = desk.request(wanted=Wanted(patient_id="P1"), identity_confirmed="mine")
    plan = prepare(wanted, cut, programme=replace_programme(), new_case_id=lambda: CASE, tell=Told())
    assert [item.file.parts for item in cut.copies] == [("SMITH", "C")]
    assert [(problem.code, problem.path) for problem in plan.problems] == [
        ("empty_file", "MINE/C"), ("other_content", "MINE/B"),
    ]  # fmt: skip


def test_the_stored_intake_is_the_message_that_will_be_sent():
    desk = Desk()
    desk.plan()
    assert decode_message(desk.outbox.intake(CASE), PutIntake) == MESSAGE


def test_one_patient_id_that_stands_for_two_birth_dates_is_never_decided_by_it():
    twins = FakeMedium({"a": image(1, birth_date="1950-01-31"), "b": image(2, birth_date="1948-05-05", study="1.3")})
    desk = Desk(medium=twins)
    with pytest.raises(IdentityUndecided):
        desk.plan(wanted=Wanted(patient_id="P1"), identity_confirmed="mine")
    desk.plan(wanted=Wanted(patient_id="P1", studies=("1.2.1",)), identity_confirmed="mine")
    assert [entry.path for entry in desk.outbox.rows[CASE].planned] == ["a"]


def test_one_patient_id_that_stands_for_two_names_is_never_decided_by_it():
    medium = FakeMedium({"a": image(1, name="Lopez^Maria"), "b": image(2, name="Schmidt^Karl", study="1.3")})
    with pytest.raises(IdentityUndecided):
        Desk(medium=medium).plan(wanted=Wanted(patient_id="P1"), identity_confirmed="mine")


@pytest.mark.parametrize("name", ["Example Lopez^Maria", "Maria^Example", ""])
def test_two_spellings_of_one_person_can_be_confirmed(name):
    desk = Desk(medium=FakeMedium({"a": image(1), "b": image(2, name=name, study="1.3")}))
    desk.plan(wanted=Wanted(patient_id="P1"), identity_confirmed="mine")
    assert len(desk.outbox.rows[CASE].planned) == 2


def test_one_written_name_of_two_people_is_sent_only_exam_by_exam_and_with_a_reason():
    files = {
        "A": image(1, name="Example^Maria=山田^花子"), "B": image(2, name="Example^Maria=鈴木^一郎", study="1.3"),
        "report.pdf": b"DOC",
    }  # fmt: skip
    desk = Desk(medium=FakeMedium(files))
    everything = frozenset(item.file for item in scanned(desk.medium).found)
    first = frozenset(file for file in everything if file.parts == ("A",))
    for refused in (
        {}, {"identity_confirmed": "mine"}, {"wanted": Wanted(files=first)},
        {"wanted": Wanted(files=everything), "identity_confirmed": "mine"},
    ):  # fmt: skip
        with pytest.raises(IdentityUndecided):
            desk.plan(**refused)
    desk.plan(wanted=Wanted(files=first), identity_confirmed="mine")
    assert [entry.path for entry in desk.outbox.rows[CASE].planned] == ["A"]
    assert desk.outbox.find(case=CASE).identity.outcome == "several"


def lost_at(path, files):
    """Return a disc that is taken out when that file is opened."""
    medium = FakeMedium(files)
    real = medium.open

    def opened(parts):
        if "/".join(parts) == path:
            medium.is_in = False
        return real(parts)

    medium.open = opened
    return medium


def test_a_disc_lost_during_the_scan_is_no_smaller_disc():
    with pytest.raises(DiscUnreadable):
        scanned(lost_at("DICOM/IM0007", images()))


def test_a_disc_lost_while_its_folders_are_listed_is_no_smaller_disc():
    medium = FakeMedium(dict(images(3)))
    real = medium.walk

    def walk():
        yield from list(real())
        medium.is_in = False

    medium.walk = walk
    with pytest.raises(DiscUnreadable):
        scanned(medium)
