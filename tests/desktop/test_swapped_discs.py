"""One drive, one program, two discs after each other: their archives have the same name, size and date."""

import os
import threading
import zipfile

import pytest

from secondread_desktop.adapters.archive_shelf import ArchiveShelf
from secondread_desktop.adapters.archive_streams import Source
from secondread_desktop.adapters.contents import FileContents
from secondread_desktop.adapters.fingerprint import fingerprint
from secondread_desktop.adapters.media_folder import MediaFolder
from secondread_desktop.services.scan import scan
from tests.support.archives import iso_of, zip_of
from tests.support.dicom_files import dicom_file
from tests.support.fakes import Told


def images(person, sizes):
    return {
        f"IM{number}": dicom_file(PatientName=person, SOPInstanceUID=f"1.{len(person)}.{number}") + bytes(size)
        for number, size in enumerate(sizes, start=1)
    }


def image(person, sizes):
    return iso_of(images(person, sizes))


def flat(person, sizes):
    return zip_of(images(person, sizes), method=zipfile.ZIP_STORED)


def nested(person, sizes):
    return zip_of({"exam.zip": zip_of(images(person, sizes), method=zipfile.ZIP_STORED)})


@pytest.mark.parametrize("make", [image, flat, nested])
@pytest.mark.parametrize("is_same_medium", [True, False])
def test_the_second_disc_is_read_as_what_it_is(tmp_path, make, is_same_medium):
    discs = [make("LOPEZ^MARIA", (0, 200_000, 0)), make("SMITH^JOHN", (200_000, 0, 0))]
    size = max(map(len, discs)) + 64
    shelf = ArchiveShelf()
    medium = MediaFolder(str(tmp_path), 1, shelf=shelf)
    for disc, person in zip(discs, ("LOPEZ^MARIA", "SMITH^JOHN"), strict=True):
        comment = size - len(disc)
        ended = disc[:-2] + comment.to_bytes(2, "little") if make is not image else disc
        (tmp_path / "DISC").write_bytes(ended + bytes(comment))
        os.utime(tmp_path / "DISC", (315532800, 315532800))
        medium = medium if is_same_medium else MediaFolder(str(tmp_path), 1, shelf=shelf)
        catalogue = scan([medium], contents=FileContents(), tell=Told(), cancel=threading.Event())
        assert [found.header.patient_name for found in catalogue.instances] == [person] * 3
        assert catalogue.findings == ()
        for found in catalogue.instances:
            with medium.open(found.file.parts) as opened:
                assert len(opened.stream.read()) == found.file.size


def test_a_medium_looks_at_both_ends_of_an_archive_once(tmp_path, monkeypatch):
    (tmp_path / "a.zip").write_bytes(flat("LOPEZ^MARIA", (0, 0, 0)))
    asked = []
    module = "secondread_desktop.adapters.media_folder.fingerprint"
    monkeypatch.setattr(module, lambda source: asked.append(source) or fingerprint(source))
    scan([MediaFolder(str(tmp_path), 1)], contents=FileContents(), tell=Told(), cancel=threading.Event())
    assert len(asked) == 1


def test_what_cannot_be_read_of_an_archive_leaves_the_rest_of_its_print(tmp_path):
    class Scratched:
        size = 1 << 20

        def __init__(self, fill):
            self.fill = fill

        def seek(self, place):
            self.place = place

        def read(self, count):
            if self.place == 0:
                raise OSError(5, "a scratch")
            return self.fill * count

    made = {fingerprint(Source(Scratched(fill), 1 << 20)) for fill in (b"a", b"b")}
    assert len(made) == 2
