"""Sources that change, vanish or fail between the scan and the staging."""

import msgspec
import pytest

from secondread_desktop.errors import DiscUnreadable, NothingToSend
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
    outcome = desk.submit()
    manifest = desk.receiver.cases[CASE].manifest
    assert outcome.verified == 11
    assert [(problem.code, problem.path) for problem in manifest.problems] == [("source_vanished", "DICOM/IM0003")]
    assert [item.ordinal for item in manifest.items] == list(range(1, 12))
    assert desk.received() == desk.originals()


def test_a_changed_file_is_named_and_not_sent():
    desk = planned()
    desk.medium.files["DICOM/IM0003"] = FakeFile(image(99), mtime_ns=2)
    assert desk.submit().verified == 11
    assert desk.receiver.cases[CASE].manifest.problems[0].code == "source_changed"


def test_an_unreadable_file_is_named():
    desk = planned()
    desk.medium.files["DICOM/IM0003"].error = OSError(5, "input/output error")
    assert desk.submit().verified == 11
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


def test_nothing_readable_is_nothing_to_send():
    desk = planned()
    for file in desk.medium.files.values():
        file.error = OSError(5, "input/output error")
    with pytest.raises(NothingToSend):
        desk.submit()


def test_a_file_over_the_receivers_limit_is_named():
    limits = Limits(parcel_bytes=5000, upload_bytes=9000)
    noise = image(50) + bytes(msgspec.json.encode(list(range(4000))))
    files = dict(images(3)) | {"DICOM/BIG": noise}
    desk = planned(receiver=FakeReceiver(limits=limits, codecs=["raw"]), medium=FakeMedium(files))
    assert desk.submit().verified == 3
    assert desk.receiver.cases[CASE].manifest.problems[0].code == "too_large"
    assert all(upload.length <= 9000 for upload in desk.receiver.uploads.values())


def test_a_receiver_that_knows_no_zstd_gets_raw():
    desk = planned(receiver=FakeReceiver(codecs=["raw"]))
    desk.submit()
    assert desk.received() == desk.originals()
