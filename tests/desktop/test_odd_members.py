"""Members of archives whose names no file system would take are read all the same."""

import threading

import pytest

from secondread_desktop.adapters.contents import FileContents
from secondread_desktop.adapters.media_folder import MediaFolder
from secondread_desktop.services.scan import scan
from tests.desktop.disc_kinds.images import image
from tests.desktop.disc_kinds.packing import stored
from tests.support.fakes import Told


@pytest.mark.parametrize("name", ["IM\0" + "1", "X" * 600, "/".join(["Ä" * 100] * 9), "a\nb", "C:\\IM1"])
def test_a_member_with_any_name_is_found(tmp_path, name):
    (tmp_path / "exam.zip").write_bytes(stored({"IM0": image(1), name: image(2)}))
    for root in (tmp_path, tmp_path / "exam.zip"):
        medium = MediaFolder(str(root), 1)
        catalogue = scan([medium], contents=FileContents(), tell=Told(), cancel=threading.Event())
        assert len(catalogue.instances) == 2
        for item in catalogue.instances:
            with medium.open(item.file.parts) as opened:
                assert len(opened.stream.read()) == item.file.size
