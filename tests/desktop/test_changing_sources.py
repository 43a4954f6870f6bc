"""Sources that change, vanish or fail between the scan and the staging."""

import msgspec
import pytest

from secondread_desktop.core.events import FileLeftOut
from secondread_desktop.errors import DiscChanged, DiscUnreadable, ImagesLeftOut
from secondread_desktop.services.collaborators import EVERY_PART
from secondread_shared.contract import Limits
from tests.desktop.desk import CASE, Desk, images
from tests.support.fake_media import FakeFile, FakeMedium, image
from tests.support.fake_receiver import FakeReceiver, Fault

SMALL = Limits(parcel_bytes=5000)


def planned(**parts: object) -> Desk:
    desk = Desk(**parts)
    desk.plan()
    return desk


def test_a_vanished_file_is_named_and_the_rest_keeps_contiguous_ordinals():
    desk = planned()
    del desk.medium.files["DICOM/IM0003"]
    outcome = desk.submit(part_agreed=EVERY_PART)
    manifest = desk.receiver.cases[CASE].manifest
    assert outcome.verified == 11
    assert [(problem.code, problem.path) for problem in manifest.problems] == [("source_vanished", "DICOM/IM0003")]
    assert [item.ordinal for item in manifest.items] == list(range(1, 12))
    assert desk.received() == desk.originals()


def test_a_changed_file_is_named_and_not_sent():
    desk = planned()
    desk.medium.files["DICOM/IM0003"] = FakeFile(image(99), mtime_ns=2)
    assert desk.submit(part_agreed=EVERY_PART).verified == 11
    assert desk.receiver.cases[CASE].manifest.problems[0].code == "source_changed"


def test_an_unreadable_file_is_named():
    desk = planned()
    desk.medium.files["DICOM/IM0003"].error = OSError(5, "input/output error")
    assert desk.submit(part_agreed=EVERY_PART).verified == 11
    assert desk.receiver.cases[CASE].manifest.problems[0].code == "source_unreadable"


def test_a_disc_taken_out_stops_and_goes_on_when_it_is_back():
    desk = planned(receiver=FakeReceiver(limits=SMALL))
    desk.medium.is_in = False
    with pytest.raises(DiscUnreadable):
        desk.submit()
    desk.medium.is_in = True
    assert desk.submit().verified == 12


def test_the_disc_may_be_out_at_resume_when_everything_was_staged():
    desk = planned()
    desk.receiver.faults.append(Fault("PUT manifest", error=KeyboardInterrupt()))
    with pytest.raises(KeyboardInterrupt):
        desk.submit()
    desk.medium.is_in = False
    assert desk.submit().verified == 12


def test_a_disc_on_which_nothing_can_be_read_any_more_is_unreadable_and_nothing_is_recorded():
    desk = planned()
    for file in desk.medium.files.values():
        file.error = OSError(5, "input/output error")
    with pytest.raises(DiscUnreadable):
        desk.submit()
    assert desk.outbox.rows[CASE].left_out == {}


def begun() -> Desk:
    """Return a desk that was interrupted before anything was read for sending."""
    desk = planned(medium=FakeMedium(dict(images()) | {"report.pdf": b"DOC"}))
    desk.receiver.faults.append(Fault("PUT case", error=KeyboardInterrupt()))
    with pytest.raises(KeyboardInterrupt):
        desk.submit()
    return desk


@pytest.mark.parametrize("is_document_first", [False, True])
def test_another_disc_with_the_same_names_sizes_and_dates_is_never_taken_for_the_first(is_document_first):
    desk = begun()
    first = dict(desk.medium.files)
    for number, path in enumerate(images(), start=1):
        desk.medium.files[path] = FakeFile(image(number, name="Another^Maria", study="1.9.1"))
    if is_document_first:
        desk.outbox.rows[CASE].planned.sort(key=lambda entry: entry.kind != "attachment")
    for path, file in desk.medium.files.items():
        file.content = file.content[: len(first[path].content)].ljust(len(first[path].content), b"x")
    with pytest.raises(DiscChanged):
        desk.submit()
    assert (desk.outbox.rows[CASE].staged, desk.outbox.rows[CASE].left_out) == ({}, {})
    desk.medium.files = first
    assert desk.submit().verified == 12


def test_many_vanished_files_mean_another_disc():
    desk = begun()
    first = dict(desk.medium.files)
    desk.medium.files = {"other": FakeFile(image(1))}
    with pytest.raises(DiscChanged):
        desk.submit()
    assert desk.outbox.rows[CASE].left_out == {}
    desk.medium.files = first
    assert desk.submit().verified == 12


def test_a_vanished_image_stops_before_the_end_and_the_rest_goes_when_a_person_says_so():
    desk = planned()
    del desk.medium.files["DICOM/IM0003"]
    with pytest.raises(ImagesLeftOut):
        desk.submit()
    assert desk.receiver.cases[CASE].manifest is None
    assert [event.path for event in desk.told.of(FileLeftOut)] == ["DICOM/IM0003"]
    outcome = desk.submit(part_agreed=EVERY_PART)
    assert (outcome.verified, outcome.problems) == (11, 1)


def test_a_file_over_the_receivers_limit_is_named():
    limits = Limits(parcel_bytes=5000, upload_bytes=9000)
    noise = image(50) + bytes(msgspec.json.encode(list(range(4000))))
    files = dict(images(3)) | {"DICOM/BIG": noise}
    desk = planned(receiver=FakeReceiver(limits=limits, codecs=["raw"]), medium=FakeMedium(files))
    assert desk.submit(part_agreed=EVERY_PART).verified == 3
    assert desk.receiver.cases[CASE].manifest.problems[0].code == "too_large"
    assert all(upload.length <= 9000 for upload in desk.receiver.uploads.values())


def test_a_receiver_that_knows_no_zstd_gets_raw():
    desk = planned(receiver=FakeReceiver(codecs=["raw"]))
    desk.submit()
    assert desk.received() == desk.originals()
