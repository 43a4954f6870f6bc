"""Files that may hold images and cannot be opened: each is said, and none passes under "all of them could be read"."""

import gzip
import io
import os
import random
import struct
import tarfile
import warnings
import zipfile

import msgspec
import pycdlib
import pydicom
import pytest
from pydicom.filebase import DicomBytesIO
from pydicom.filewriter import write_dataset

from secondread_desktop.adapters.contents import FileContents
from secondread_desktop.adapters.moments import kept_ns
from secondread_desktop.core.finding_codes import trouble_count
from secondread_desktop.core.nothing_found import Kind, nothing_in
from secondread_desktop.core.submission import not_sent
from secondread_desktop.services.sorts import Sort
from secondread_desktop.ui.conduct.found_words import found_words
from secondread_desktop.ui.sentences import completeness
from secondread_shared.manifest import SourceProblem
from tests.desktop.test_disc_contents import names, scanned
from tests.support.archives import zip_of
from tests.support.dicom_files import dicom_file

IMAGE = dicom_file(SOPInstanceUID="1.2.3.4.1")
OTHER = dicom_file(SOPInstanceUID="1.2.3.4.2", InstanceNumber=2)
NOISE = random.Random(7).randbytes(1 << 20)


def tar_of(content, mode):
    target = io.BytesIO()
    with tarfile.open(fileobj=target, mode=mode) as archive:
        info = tarfile.TarInfo("IM2")
        info.size = len(content)
        archive.addfile(info, io.BytesIO(content))
    return target.getvalue()


@pytest.fixture
def disc(tmp_path):
    """Return a maker of discs: one image, and more."""

    def disc(**more):
        for name, content in {
            "DICOM/IM1": IMAGE,
            **{name.replace("__", "/"): one for name, one in more.items()},
        }.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        return tmp_path

    return disc


def found(root):
    catalogue = scanned(root)
    return len(catalogue.instances), [(one.code, "/".join(one.parts)) for one in catalogue.findings]


def library(content):
    """Return a library of Windows: its header says that it is one."""
    head = bytearray(b"MZ" + bytes(0x100))
    head[0x3C:0x40] = struct.pack("<L", 0x80)
    head[0x80:0x84] = b"PE\0\0"
    head[0x80 + 22 : 0x80 + 24] = struct.pack("<H", 0x2000)
    return bytes(head) + content


@pytest.mark.parametrize(
    "content",
    [
        tar_of(OTHER, "w"),
        tar_of(OTHER, "w:gz"),
        tar_of(OTHER, "w:bz2"),
        tar_of(OTHER, "w:xz"),
        gzip.compress(OTHER),
        b"7z\xbc\xaf\x27\x1c\0\4" + bytes(range(200)),
        b"Rar!\x1a\7\1\0" + bytes(range(200)),
        b"PK\7\x08" + zip_of({"IM2": OTHER})[:20000],
        NOISE,
    ],
)
def test_a_packed_or_locked_file_that_nobody_opens_is_said_and_is_a_trouble(disc, content):
    root = disc(older=content)
    assert found(root) == (1, [("not_opened", "older")])
    words = found_words(scanned(root), 1)
    assert completeness.NO_TROUBLE not in words.text
    assert words.kind != "ok"
    assert trouble_count(["not_opened", "blank"]) == 2
    problems = [SourceProblem(code, "a") for code in ("blank", "not_opened")]
    assert not_sent(problems) == problems


def test_what_lies_packed_among_a_viewers_programs_is_no_alarm(disc):
    root = disc(VIEWER__view_exe=b"MZ", VIEWER__data=tar_of(b"x", "w:gz"), VIEWER__lib__noise=NOISE)
    (root / "VIEWER" / "view_exe").rename(root / "VIEWER" / "view.exe")
    assert found(root) == (1, [])


def test_packed_files_alone_are_no_unreadable_disc(tmp_path):
    (tmp_path / "a").write_bytes(gzip.compress(OTHER))
    assert nothing_in(scanned(tmp_path)).kind is Kind.UNKNOWN


@pytest.mark.parametrize("before", [b"MZ" + bytes(2000), b"\0\0\0\0junk", b"PK00", NOISE, b"#", bytes(4096)])
def test_a_zip_with_something_before_it_is_entered(disc, before):
    root = disc(older=before + zip_of({"DICOM/IM2": OTHER}))
    assert found(root) == (2, [])
    assert names(scanned(root).instances) == ["DICOM/IM1", "older/DICOM/IM2"]


def test_a_library_of_windows_is_not_looked_into(disc):
    assert found(disc(lib=library(zip_of({"IM2": OTHER})))) == (1, [])


def test_the_last_part_of_a_zip_in_several_is_said(disc):
    content = bytearray(zip_of({"IM2": OTHER}))
    end = content.rindex(b"PK\5\6")
    content[end + 4 : end + 8] = struct.pack("<HH", 1, 1)
    assert found(disc(part=bytes(content))) == (1, [("not_opened", "part")])
    assert found(disc(part=bytes(content[5000:]))) == (1, [("not_opened", "part")])


@pytest.mark.parametrize("blank", [b"\0", b"\xff"])
@pytest.mark.parametrize("begins", [2048, 20000, None])
def test_a_file_that_begins_blank_is_said(disc, blank, begins):
    content = blank * (begins or len(OTHER)) + OTHER[begins or len(OTHER) :]
    assert found(disc(IM2=content)) == (1, [("blank", "IM2")])


def test_a_disc_of_blank_files_is_unreadable(tmp_path):
    for name in ("IM1", "IM2"):
        (tmp_path / name).write_bytes(bytes(30000))
    assert nothing_in(scanned(tmp_path)).kind is Kind.UNREADABLE


@pytest.mark.parametrize("uid", ["", "1.2.3.4.X9", "1.2." + "3" * 70])
def test_a_data_set_without_a_preamble_and_a_number_of_its_own_is_said(disc, uid):
    dataset = pydicom.dcmread(io.BytesIO(OTHER))
    target = DicomBytesIO()
    target.is_little_endian = target.is_implicit_VR = True
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        dataset.SOPInstanceUID = uid
        write_dataset(target, dataset)
    assert found(disc(IM2=target.getvalue())) == (1, [("header_unreadable", "IM2")])


@pytest.mark.parametrize("name", ["META-INF/MANIFEST.MF", "word/document.xml", "[Content_Types].xml", "mimetype"])
@pytest.mark.parametrize("is_first", [True, False])
def test_images_beside_a_file_that_programs_write_too_are_found(disc, name, is_first):
    members = {name: b"x", "DICOM/IM2": OTHER} if is_first else {"DICOM/IM2": OTHER, name: b"x"}
    assert found(disc(a=zip_of(members))) == (2, [])


@pytest.mark.parametrize("name", ["IM2", "IM2/"])
def test_an_entry_that_calls_itself_a_folder_and_has_bytes_is_a_file(disc, name):
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        info = zipfile.ZipInfo("IM2#" if name.endswith("/") else name)
        info.external_attr = 0o40755 << 16
        archive.writestr(info, OTHER)
        archive.writestr("EMPTY/", b"")
    assert found(disc(a=target.getvalue().replace(b"IM2#", b"IM2/"))) == (2, [])


@pytest.mark.parametrize("leads_to", ["/", "//", "..", "../DICOM/..", "/etc/passwd"])
def test_a_link_that_leads_to_the_root_is_said(disc, leads_to):
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        info = zipfile.ZipInfo("V/LINK")
        info.create_system, info.external_attr = 3, 0o120777 << 16
        archive.writestr(info, leads_to)
        archive.writestr("DICOM/IM2", OTHER)
    assert found(disc(a=target.getvalue())) == (2, [("link_skipped", "a/V/LINK")])


def test_a_link_of_a_udf_image_is_said(disc):
    image = pycdlib.PyCdlib()
    image.new(interchange_level=3, udf="2.60")
    image.add_fp(io.BytesIO(OTHER), len(OTHER), "/IM2.;1", udf_path="/IM2")
    image.add_symlink(udf_symlink_path="/LINK", udf_target="IM2")
    target = io.BytesIO()
    image.write_fp(target)
    assert found(disc(a=target.getvalue())) == (2, [("link_skipped", "a/LINK")])


def test_a_date_far_off_is_none_and_a_case_can_be_planned(disc):
    image = pycdlib.PyCdlib()
    image.new(interchange_level=3, udf="2.60")
    image.add_fp(io.BytesIO(OTHER), len(OTHER), "/IM2.;1", udf_path="/IM2")
    for ident in image.udf_root.fi_descs.values():
        if not ident.is_parent():
            ident.file_entry.mod_time.year = 9000
    target = io.BytesIO()
    image.write_fp(target)
    catalogue = scanned(disc(a=target.getvalue()))
    assert [item.file.mtime_ns for item in catalogue.instances if item.file.parts[0] == "a"] == [0]
    assert msgspec.msgpack.encode([item.file.mtime_ns for item in catalogue.found])


@pytest.mark.parametrize("nanoseconds", [0, -(1 << 63), (1 << 63) - 1, 1, -1])
def test_a_date_that_can_be_kept_stays(nanoseconds):
    assert kept_ns(nanoseconds) == nanoseconds
    assert kept_ns(1 << 63) == kept_ns(-(1 << 63) - 1) == 0


def test_a_date_far_off_of_a_file_is_none(tmp_path):
    (tmp_path / "IM1").write_bytes(IMAGE)
    try:
        os.utime(tmp_path / "IM1", (1 << 36, 1 << 36))
    except OSError:
        pytest.skip("this file system has no such dates")
    assert -(1 << 63) <= scanned(tmp_path).instances[0].file.mtime_ns < 1 << 63


def test_a_large_file_in_a_zip_is_not_unpacked_for_its_end(disc):
    content = b"plain text " * (3 << 20)
    root = disc(a=zip_of({"notes": content}))

    class Ends(io.BytesIO):
        """Notes how far it was read."""

        furthest = 0

        def read(self, size=-1):
            got = super().read(size)
            self.furthest = max(self.furthest, self.tell())
            return got

    file = Ends(content)
    assert FileContents().examine(file, size=len(content)).sort is Sort.OTHER
    assert file.furthest < 1 << 16
    assert found(root) == (1, [])
    glued = b"junk" + zip_of({"IM2": OTHER, "large": content}, method=zipfile.ZIP_STORED)
    assert found(disc(b=glued)) == (2, [])
