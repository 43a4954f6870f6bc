"""Archives on a disc of which parts cannot be read, and on one that is taken out meanwhile."""

import threading

import pytest

from secondread_desktop.adapters.contents import FileContents
from secondread_desktop.adapters.media_folder import MediaFolder
from secondread_desktop.core.catalogue import FoundFile
from secondread_desktop.errors import DiscUnreadable
from secondread_desktop.services.scan import scan
from tests.desktop.test_archives import CT, MR, at, findings
from tests.desktop.test_disc_contents import names
from tests.support.archives import ISO_KINDS, iso_of, zip_of
from tests.support.fakes import Told
from tests.support.scratched import ScratchedFolder, between

__all__ = ["at"]


def scanned(path, is_bad):
    medium = ScratchedFolder(str(path), 1, endings=(".iso", ".zip"), is_bad=is_bad)
    return scan([medium], contents=FileContents(), tell=Told(), cancel=threading.Event())


@pytest.mark.parametrize("kind", ISO_KINDS)
@pytest.mark.parametrize("sector", [17, 18, 19, 20, 22, 24, 256, 257])
def test_a_scratch_in_the_list_of_a_disc_image_is_a_finding_and_the_rest_is_read(at, kind, sector):
    folder = at("a.iso", iso_of({"DICOM/IM1": CT}, kind)).parent
    at("IM2", MR)
    catalogue = scanned(folder, between(sector * 2048, sector * 2048 + 2048))
    assert "IM2" in names(catalogue.instances)
    assert names(catalogue.instances) == ["IM2", "a.iso/DICOM/IM1"] or findings(catalogue)
    assert {code for code, _ in findings(catalogue)} <= {"archive_damaged", "image_unknown", "unreadable"}


@pytest.mark.parametrize(
    ("kind", "sector"), [("joliet", 17), ("joliet", 18), ("ridge", 17), ("plain", 17), ("plain", 19)]
)
def test_a_scratch_beside_the_list_of_a_disc_image_leaves_its_files(at, kind, sector):
    content = iso_of({"DICOM/IM1": CT}, kind)
    catalogue = scanned(at("a.iso", content).parent, between(sector * 2048, sector * 2048 + 2048))
    assert len(catalogue.instances) == 1
    assert {code for code, _ in findings(catalogue)} <= {"archive_damaged"}


def test_a_scratch_in_one_folder_of_a_disc_image_leaves_the_others(at):
    content = iso_of({"A/IM1": CT, "B/IM2": MR}, "plain")
    place = content.rindex(b"IM1;1") // 2048 * 2048
    catalogue = scanned(at("a.iso", content).parent, between(place, place + 2048))
    assert names(catalogue.instances) == ["a.iso/B/IM2"]
    assert findings(catalogue) == [("archive_damaged", "a.iso")]


def test_a_scratch_in_the_list_of_a_zip_file_is_a_finding_and_the_rest_is_read(at):
    content = zip_of({"IM1": CT})
    folder = at("a.zip", content).parent
    at("IM2", MR)
    place = content.index(b"PK\x01\x02")
    catalogue = scanned(folder, between(place, place + 10))
    assert names(catalogue.instances) == ["IM2"]
    assert findings(catalogue) == [("unreadable", "a.zip")]
    medium = ScratchedFolder(str(folder), 1, endings=(".zip",), is_bad=between(place, place + 10))
    (archive,) = (item for item in medium.walk() if item.parts == ("a.zip",))
    assert [item.code for item in medium.inside(archive)] == ["archive_damaged"]  # well at the first look, no more now


def test_a_disc_that_is_taken_out_while_an_archive_is_opened_is_no_damaged_archive(at):
    folder = at("a.zip", zip_of({"IM1": CT})).parent

    class TakenOut(ScratchedFolder):
        def is_present(self):
            return False

    medium = TakenOut(str(folder), 1, endings=(".zip",), is_bad=between(0, 1 << 40))
    (archive,) = MediaFolder(str(folder), 1).walk()
    assert isinstance(archive, FoundFile)
    with pytest.raises(DiscUnreadable):
        list(medium.inside(archive))
