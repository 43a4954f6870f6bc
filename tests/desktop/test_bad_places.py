"""What a medium does that a medium should not: goes away, forbids, lies about its size, leads in circles."""

import os
import threading
import time

import pytest

from secondread_desktop.adapters.contents import FileContents
from secondread_desktop.adapters.media_folder import MediaFolder
from secondread_desktop.errors import DiscUnreadable
from secondread_desktop.services.scan import scan
from tests.desktop.disc_kinds.images import image
from tests.desktop.test_disc_contents import names, sample, scanned
from tests.support.archives import zip_of
from tests.support.fakes import Told


@pytest.fixture
def disc(tmp_path):
    root = tmp_path / "disc"
    (root / "DICOM").mkdir(parents=True)
    for number in range(1, 4):
        (root / "DICOM" / f"IM{number}").write_bytes(image(number))
    return root


class GoesAway(FileContents):
    """Takes the medium out once the first file was looked at."""

    def __init__(self, take_out):
        super().__init__()
        self.take_out = take_out

    def examine(self, file, *, size):
        examined = super().examine(file, size=size)
        self.take_out()
        self.take_out = lambda: None
        return examined


def test_a_medium_that_is_taken_out_while_it_is_read_is_no_smaller_disc(disc):
    contents = GoesAway(lambda: disc.rename(disc.with_name("away")))
    with pytest.raises(DiscUnreadable):
        scan([MediaFolder(str(disc), 1)], contents=contents, tell=Told(), cancel=threading.Event())


def test_a_zip_file_whose_stick_is_pulled_while_it_is_read_is_no_smaller_one(tmp_path):
    path = tmp_path / "exam.zip"
    path.write_bytes(zip_of({f"IM{number}": sample("CT_small.dcm").read_bytes() for number in range(3)}))
    contents = GoesAway(lambda: path.rename(tmp_path / "away"))
    with pytest.raises(DiscUnreadable):
        scan([MediaFolder(str(path), 1)], contents=contents, tell=Told(), cancel=threading.Event())


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="everything is allowed to root")
def test_what_may_not_be_read_is_named(disc):
    (disc / "DICOM" / "IM2").chmod(0)
    (disc / "SECRET").mkdir(mode=0)
    catalogue = scanned(disc)
    assert names(catalogue.instances) == ["DICOM/IM1", "DICOM/IM3"]
    assert {(finding.code, finding.parts) for finding in catalogue.findings} == {
        ("unreadable", ("DICOM", "IM2")), ("unreadable", ("SECRET",)),
    }  # fmt: skip


@pytest.mark.parametrize("name", ["IM2", "IM3"])
def test_what_the_system_forbids_is_named_and_the_rest_is_read(disc, monkeypatch, name):
    opens = os.open

    def forbid(path, *more, **options):
        if os.fspath(path).endswith(name):
            raise PermissionError(13, "no")
        return opens(path, *more, **options)

    monkeypatch.setattr(os, "open", forbid)
    catalogue = scanned(disc)
    assert len(catalogue.instances) == 2
    assert [(finding.code, finding.parts) for finding in catalogue.findings] == [("unreadable", ("DICOM", name))]


@pytest.mark.parametrize("head", [b"Dear patient,\n", b""])
def test_four_gigabytes_that_are_called_an_image_are_passed_over_at_once(disc, head):
    with (disc / "IMG0001").open("wb") as file:
        file.write(head)
        file.truncate(4 << 30)
    began = time.monotonic()
    catalogue = scanned(disc)
    assert time.monotonic() - began < 5
    assert len(catalogue.instances) == 3
    assert [finding.code for finding in catalogue.findings] == ([] if head else ["blank"])


def test_four_gigabytes_of_nothing_that_say_dicom_are_named_at_once(disc):
    with (disc / "IMG0001").open("wb") as file:
        file.write(bytes(128) + b"DICM")
        file.truncate(4 << 30)
    began = time.monotonic()
    catalogue = scanned(disc)
    assert time.monotonic() - began < 5
    assert len(catalogue.instances) == 3
    assert [(finding.code, finding.parts) for finding in catalogue.findings] == [("header_unreadable", ("IMG0001",))]


def test_links_in_a_circle_end(disc):
    (disc / "a").symlink_to(disc / "b")
    (disc / "b").symlink_to(disc / "a")
    (disc / "DICOM" / "up").symlink_to(disc)
    catalogue = scanned(disc)
    assert len(catalogue.instances) == 3
    assert [finding.code for finding in catalogue.findings] == ["link_skipped"] * 2
