"""While sending: what cannot be read is taken from its copy; what is locked waits for its password."""

import threading
from dataclasses import replace

import pytest

from secondread_desktop.adapters.archive_shelf import ArchiveShelf
from secondread_desktop.adapters.contents import FileContents
from secondread_desktop.adapters.media_folder import MediaFolder
from secondread_desktop.adapters.outbox import _pack, _unpack
from secondread_desktop.adapters.state_folder import opened
from secondread_desktop.core.submission import Copy, Source
from secondread_desktop.errors import MemberDamaged, MemberLocked, PasswordNeeded
from secondread_desktop.services.collaborators import EVERY_PART
from secondread_desktop.services.passwords import PasswordBook
from secondread_desktop.services.prepare import prepare
from secondread_desktop.services.scan import scan
from secondread_shared.contract import Limits
from tests.desktop.desk import CASE, TOKEN, Desk, images
from tests.support.archives import locked_zip_of
from tests.support.dicom_files import dicom_file
from tests.support.fake_media import FakeContents, FakeFile, FakeMedium, image
from tests.support.fake_receiver import FakeReceiver, Fault

BAD_SECTOR = OSError(5, "scratch")
LARGE = Limits(parcel_bytes=1 << 30)


class TwoDiscs(Desk):
    """A desk with the same three images on two discs."""

    def __init__(self) -> None:
        super().__init__(medium=FakeMedium(dict(images(3))), receiver=FakeReceiver(limits=LARGE))
        self.second = FakeMedium({f"AGAIN/{path}": content for path, content in images(3).items()}, number=2)

    def plan_both(self) -> None:
        catalogue = scan([self.medium, self.second], contents=FakeContents(), tell=self.told, cancel=threading.Event())
        assert (len(catalogue.instances), len(catalogue.copies)) == (3, 3)
        sources = (Source(1, "/disc"), Source(2, "/second"))
        plan = prepare(
            self.request(sources=sources), catalogue, programme=self.receiver.message, new_case_id=lambda: CASE,
            tell=self.told,
        )  # fmt: skip
        self.credentials.save(CASE, TOKEN)
        self.outbox.plan(plan)

    def send(self, **changes: object):
        return self.submit(medium=lambda _root, number: self.medium if number == 1 else self.second, **changes)


@pytest.mark.parametrize("trouble", [BAD_SECTOR, MemberDamaged(), MemberLocked(), FileNotFoundError()])
def test_an_image_that_cannot_be_read_any_more_is_taken_from_its_copy(trouble):
    desk = TwoDiscs()
    desk.plan_both()
    desk.medium.files["DICOM/IM0002"].error = trouble
    assert desk.send().verified == 3
    assert desk.received() == [image(1), image(2), image(3)]
    manifest = desk.receiver.cases[CASE].manifest
    assert [item.path for item in manifest.items][1] == "disc-1/DICOM/IM0002"
    assert not manifest.problems


def test_a_copy_that_is_another_image_by_now_is_not_taken():
    desk = TwoDiscs()
    desk.plan_both()
    desk.medium.files["DICOM/IM0002"].error = BAD_SECTOR
    desk.second.files["AGAIN/DICOM/IM0002"] = FakeFile(image(9))
    assert desk.send(part_agreed=1).verified == 2
    assert [problem.code for problem in desk.receiver.cases[CASE].manifest.problems] == ["source_unreadable"]


@pytest.mark.parametrize(("trouble", "then"), [(BAD_SECTOR, None), (MemberLocked(), PasswordNeeded)])
def test_a_prepared_copy_that_disappeared_is_made_again_from_the_other_disc(trouble, then):
    desk = TwoDiscs()
    desk.plan_both()
    desk.receiver.faults.append(Fault("PATCH upload", error=KeyboardInterrupt()))
    with pytest.raises(KeyboardInterrupt):
        desk.send()
    desk.staging.files.clear()
    desk.medium.files["DICOM/IM0002"].error = trouble
    if then is not None:
        desk.second.is_in = False
        with pytest.raises(then):
            desk.send()
        desk.second.is_in = True
    assert desk.send().verified == 3
    assert desk.received() == [image(1), image(2), image(3)]


def test_the_outbox_keeps_the_copies_and_reads_rows_that_have_none(tmp_path):
    desk = TwoDiscs()
    with opened(tmp_path, lambda: None) as state:
        desk.outbox = state.outbox
        desk.plan_both()
        planned = state.stock(CASE).unstaged()
        assert [entry.copies for entry in planned] == [
            (Copy(2, ("AGAIN", "DICOM", f"IM000{number}"), 1),) for number in (1, 2, 3)
        ]
    odd = replace(planned[0], copies=(Copy(2, ("not\udcff utf-8",), 1),))
    assert _unpack(_pack(odd)) == odd
    old = (
        _pack(replace(planned[0], copies=()))
        .replace(b"\xa6copies\x90", b"")
        .replace(b"\x83\xa5parts", b"\x82\xa5parts")
    )
    assert _unpack(old) == replace(planned[0], copies=())


class Died(BaseException):
    """The process is gone."""


def test_a_copy_is_left_out_only_when_its_twin_is_in_a_closed_parcel():
    """The scan could not tell that both discs hold the image; the process dies before the parcel is closed."""
    desk = Desk(medium=FakeMedium({"A": image(1), "Z": image(2)}), receiver=FakeReceiver(limits=LARGE))
    desk.plan()
    row = desk.outbox.rows[CASE]
    first, last = row.planned
    again = replace(first, place=2, parts=("B",), path="B")
    row.planned[:] = [first, again, replace(last, place=3)]
    desk.medium.files["B"] = FakeFile(image(1))
    real_open = desk.medium.open

    def dies(parts):
        if parts == ("Z",):
            raise Died
        return real_open(parts)

    desk.medium.open = dies
    with pytest.raises(Died):
        desk.submit()
    desk.medium.open = real_open
    desk.medium.files["A"].error = BAD_SECTOR  # the disc got worse
    desk.submit(part_agreed=1)
    assert sorted(desk.received()) == sorted([image(1), image(2)])


# Locks


@pytest.fixture
def locked(tmp_path):
    """A desk with a planned case: one image that is open, four in a locked ZIP file."""
    names = {"PatientName": "EXAMPLE^MARIA", "PatientBirthDate": "19500131", "PatientSex": "F"}
    made = [dicom_file(**names, SOPInstanceUID=f"1.2.3.4.{n}", InstanceNumber=n) for n in range(1, 6)]
    (tmp_path / "IM1").write_bytes(made[0])
    (tmp_path / "Z.zip").write_bytes(locked_zip_of({f"IM{n}": made[n - 1] for n in range(2, 6)}, b"secret"))
    return tmp_path


def medium_with(*passwords):
    book = PasswordBook()
    book.add(passwords)
    shelf = ArchiveShelf(book)
    return lambda root, number: MediaFolder(root, number, shelf=shelf)


def planned(root) -> Desk:
    desk = Desk()
    medium = medium_with("secret")(str(root), 1)
    catalogue = scan([medium], contents=FileContents(), tell=desk.told, cancel=threading.Event())
    plan = prepare(
        desk.request(sources=(Source(1, str(root)),)), catalogue, programme=desk.receiver.message,
        new_case_id=lambda: CASE, tell=desk.told,
    )  # fmt: skip
    desk.credentials.save(CASE, TOKEN)
    desk.outbox.plan(plan)
    return desk


@pytest.mark.parametrize("is_all_locked", [False, True])
def test_a_password_that_is_gone_leaves_nothing_out_and_its_return_sends_all(locked, is_all_locked):
    if is_all_locked:
        (locked / "IM1").unlink()
    desk = planned(locked)
    for agreed in (0, EVERY_PART):
        with pytest.raises(PasswordNeeded):
            desk.submit(medium=medium_with(), contents=FileContents(), part_agreed=agreed)
        assert desk.work().stock(CASE).problems() == []
    outcome = desk.submit(medium=medium_with("secret"), contents=FileContents())
    assert outcome.verified == (4 if is_all_locked else 5)


def test_a_witness_that_is_locked_asks_for_the_password_not_for_the_disc(locked):
    desk = planned(locked)
    (locked / "IM1").unlink()
    with pytest.raises(PasswordNeeded):
        desk.submit(medium=medium_with(), contents=FileContents())
