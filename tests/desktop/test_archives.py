"""ZIP files and disc images as media: what is inside them, and what is said of the damaged and the hostile ones."""

import io
import struct
import threading
import time
import zipfile
from pathlib import Path

import pytest
from pydicom.data import get_testdata_file

from secondread_desktop.adapters.archive_streams import Source
from secondread_desktop.adapters.frame_worker import FrameWorker
from secondread_desktop.adapters.iso_index import _Metered
from secondread_desktop.adapters.media_folder import MediaFolder
from secondread_desktop.core.catalogue import Finding
from secondread_desktop.core.look import Look
from secondread_desktop.errors import Interrupted, MemberDamaged
from secondread_desktop.services.pictures import Pictures
from secondread_shared.frames.picture import FrameUnshowable, Unshowable
from tests.desktop.test_disc_contents import names, scanned
from tests.support.archives import ISO_KINDS, iso_of, streamed_zip_of, zip_of

CT = Path(str(get_testdata_file("CT_small.dcm", download=False))).read_bytes()
MR = Path(str(get_testdata_file("MR_small.dcm", download=False))).read_bytes()
FILES = {"DICOM/IM1": CT, "DICOM/IM2": MR, "README": b"hello"}


@pytest.fixture
def at(tmp_path):
    """Return a maker of files."""

    def at(name, content):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        return path

    return at


def findings(catalogue):
    return [(finding.code, "/".join(finding.parts)) for finding in catalogue.findings]


def read(path, *parts):
    with MediaFolder(str(path), 1).open(parts) as opened:
        return opened.stream.read()


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2])
def test_a_zip_file_is_a_medium_whatever_packs_it(at, method):
    path = at("exam.bin", zip_of(FILES, method=method))
    catalogue = scanned(path)
    assert names(catalogue.instances) == ["exam.bin/DICOM/IM1", "exam.bin/DICOM/IM2"]
    assert findings(catalogue) == []
    assert read(path, "exam.bin", "DICOM", "IM1") == CT


@pytest.mark.parametrize("kind", ISO_KINDS)
def test_a_disc_image_is_a_medium_whatever_names_it_has(at, kind):
    path = at("disc.img", iso_of(FILES, kind))
    catalogue = scanned(path)
    assert names(catalogue.instances) == ["disc.img/DICOM/IM1", "disc.img/DICOM/IM2"]
    assert findings(catalogue) == []
    assert read(path, "disc.img", "DICOM", "IM2") == MR


@pytest.mark.parametrize("kind", ["joliet", "ridge", "udf"])
def test_the_richest_names_of_a_disc_image_are_taken(at, kind):
    path = at("disc.iso", iso_of({"Bilder für Zürich/Aufnahme 1": CT}, kind))
    assert names(scanned(path).instances) == ["disc.iso/Bilder für Zürich/Aufnahme 1"]


@pytest.mark.parametrize("inner", ["zip", "iso"])
@pytest.mark.parametrize("outer", ["stored", "deflated", "image", "folder"])
def test_archives_in_archives_are_opened(at, inner, outer):
    content = zip_of(FILES) if inner == "zip" else iso_of(FILES)
    wrapped = {
        "stored": lambda: at("a.zip", zip_of({"X/inner": content}, method=zipfile.ZIP_STORED)),
        "deflated": lambda: at("a.zip", zip_of({"X/inner": content})),
        "image": lambda: at("a.zip", iso_of({"X/INNER": content}, "plain")),
        "folder": lambda: at("a.zip/X/inner", content).parents[1],
    }[outer]()
    catalogue = scanned(wrapped)
    assert names(catalogue.instances)[0].lower().endswith("x/inner/dicom/im1")
    assert len(catalogue.instances) == 2
    assert findings(catalogue) == []
    again = MediaFolder(str(wrapped), 1)  # as a later run has it, which has walked nothing
    for item in catalogue.instances:
        with again.open(item.file.parts) as opened:
            assert (opened.size, opened.mtime_ns) == (item.file.size, item.file.mtime_ns)
            head = opened.stream.read(200)
            opened.stream.seek(0)
            assert opened.stream.read() in (CT, MR)
            opened.stream.seek(0)
            assert opened.stream.read(200) == head


def test_a_program_or_a_table_is_no_archive(at):
    at("d/tool.jar", zip_of({"META-INF/MANIFEST.MF": b"", "Main.class": b"", "IM1": CT}))
    path = at("d/table", zip_of({"[Content_Types].xml": b"", "_rels/.rels": b"", "IM1": CT})).parent
    assert scanned(path).found == ()


def test_a_viewer_inside_a_zip_file_is_known_as_one(at):
    files = {
        "autorun.inf": b"",
        "logo.jpg": b"\xff\xd8\xff",
        "V/v.exe": b"MZ",
        "V/help/a.pdf": b"%PDF-",
        "R/r": b"%PDF-",
    }
    assert names(scanned(at("a.zip", zip_of(files))).attachments) == ["a.zip/R/r"]


def test_names_that_would_lead_out_are_plain_words(at):
    path = at("a.zip", zip_of({"../../etc/IM1": CT, "/IM2": CT, "C\\IM3": MR, "a/./b//IM4": CT}))
    catalogue = scanned(path)
    assert names(catalogue.instances + catalogue.copies) == [
        "a.zip/C/IM3", "a.zip/IM2", "a.zip/a/b/IM4", "a.zip/etc/IM1",
    ]  # fmt: skip
    assert findings(catalogue) == [("member_name", "a.zip/etc/IM1"), ("member_name", "a.zip/IM2")]


def test_names_that_occur_twice_stay_apart(at):
    with pytest.warns(UserWarning, match="Duplicate"):
        path = at("a.zip", _twice("IM1", CT, MR))
    assert names(scanned(path).instances) == ["a.zip/IM1", "a.zip/IM1~2"]
    assert read(path, "a.zip", "IM1~2") == MR


def _twice(name, *contents):
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for content in contents:
            archive.writestr(name, content)
    return target.getvalue()


def test_names_in_an_old_code_page_and_in_utf8_without_its_flag_are_read(at):
    old = zip_of({"caf_1": CT}).replace(b"caf_1", b"caf\x821")
    new = zip_of({"caf__1": CT}).replace(b"caf__1", b"caf\xc3\xa91")
    assert names(scanned(at("a.zip", old)).instances) == ["a.zip/café1"]
    assert names(scanned(at("b.zip", new)).instances) == ["b.zip/café1"]


def test_links_and_pipes_in_a_zip_file_are_not_followed(at):
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("D/IM1", CT)
        for name, leads_to, mode in (("in", "D/IM1", 0o120777), ("out", "../x", 0o120777), ("pipe", "", 0o010600)):
            info = zipfile.ZipInfo(name)
            info.external_attr = mode << 16
            archive.writestr(info, leads_to)
    catalogue = scanned(at("a.zip", target.getvalue()))
    assert names(catalogue.instances) == ["a.zip/D/IM1"]
    assert findings(catalogue) == [("link_skipped", "a.zip/out"), ("not_a_file", "a.zip/pipe")]


def test_a_zip64_archive_is_read(at, monkeypatch):
    monkeypatch.setattr(zipfile, "ZIP64_LIMIT", 100)
    monkeypatch.setattr(zipfile, "ZIP_FILECOUNT_LIMIT", 1)
    content = zip_of(FILES)
    assert b"PK\x06\x06" in content
    assert len(scanned(at("a.zip", content)).instances) == 2


def test_an_archive_behind_other_bytes_is_read(at):
    content = zip_of(FILES)
    path = at("a.zip", b"PK\x03\x04" + bytes(500) + content)
    assert len(scanned(path).instances) == 2


@pytest.mark.parametrize("make", [zip_of, streamed_zip_of])
def test_of_a_zip_file_that_was_cut_off_the_whole_members_are_taken(at, make):
    content = make({"IM1": CT, "IM2": MR, "IM3": CT})
    path = at("a.zip", content[: len(content) * 2 // 3])
    catalogue = scanned(path)
    assert ("archive_damaged", "a.zip") in findings(catalogue)
    assert read(path, "a.zip", "IM1") == CT
    assert "a.zip/IM1" in names(catalogue.instances)


@pytest.mark.parametrize("kind", ISO_KINDS)
def test_of_a_disc_image_that_was_cut_off_the_whole_files_are_taken(at, kind):
    content = iso_of({"DICOM/IM1": CT, "DICOM/IM2": MR, "DICOM/IM3": CT}, kind)
    catalogue = scanned(at("a.iso", content[: content.index(MR) + 4000]))
    assert "a.iso/DICOM/IM1" in names(catalogue.instances)
    assert findings(catalogue) != []


def test_a_member_that_is_not_what_its_checksum_says_is_damaged(at):
    for method in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        content = bytearray(zip_of({"IM1": CT}, method=method))
        place = len(content) // 2
        content[place] ^= 0xFF
        with pytest.raises(MemberDamaged):
            read(at("a.zip", bytes(content)), "a.zip", "IM1")


def test_an_image_inside_an_archive_is_drawn_and_a_damaged_one_is_called_so(at):
    content = bytearray(zip_of({"IM1": CT, "IM2": CT}, method=zipfile.ZIP_STORED))
    content[content.rindex(CT) + len(CT) - 100] ^= 0xFF
    path, pictures = at("a.zip", bytes(content)), Pictures(MediaFolder, FrameWorker)
    whole, damaged = scanned(path).instances
    try:
        assert pictures.show([str(path)], Look(whole.file), cancel=threading.Event()).width == 128
        with pytest.raises(FrameUnshowable) as refusal:
            pictures.show([str(path)], Look(damaged.file), cancel=threading.Event())
    finally:
        pictures.close()
    assert refusal.value.reason is Unshowable.DAMAGED


def _lying(content, **claims):
    """Change what the list says of its only member: `size` or `packed`."""
    made, at = bytearray(content), content.rindex(b"PK\x01\x02")
    for name, value in claims.items():
        struct.pack_into("<L", made, at + {"packed": 20, "size": 24}[name], value)
    return bytes(made)


@pytest.mark.parametrize("claims", [{"size": 3 << 30}, {"packed": 3 << 30}, {"size": 10}])
def test_a_list_that_lies_about_sizes_is_found_out(at, claims):
    path = at("a.zip", _lying(zip_of({"IM1": CT}), **claims))
    assert [finding.code for finding in scanned(path).findings] == ["member_damaged"]


def test_a_member_that_is_longer_than_it_says_is_never_given_more_room(at):
    path = at("a.zip", _lying(zip_of({"IM1": bytes(1 << 20)}), size=1000))
    with pytest.raises(MemberDamaged):
        read(path, "a.zip", "IM1")


def test_a_bomb_is_not_opened(at, monkeypatch):
    megabytes = zip_of({"zeros": bytes(64 << 20)})
    bomb = zip_of({f"{number}.zip": megabytes for number in range(40)}, method=zipfile.ZIP_STORED)
    catalogue = scanned(at("a.zip", bomb))
    assert catalogue.found == ()
    monkeypatch.setattr("secondread_desktop.adapters.archives._PLAIN_ROOM", 1 << 20)
    many = zip_of({str(number): bytes(30 << 20) for number in range(6)})
    catalogue = scanned(at("b.zip", many))
    assert {finding for finding in findings(catalogue) if finding[0] != "blank"} == {("archive_too_large", "b.zip")}


def test_members_that_overlap_are_left_out(at):
    content = zip_of({"IM1": CT})
    at_list = content.rindex(b"PK\x01\x02")
    end = content.rindex(b"PK\x05\x06")
    entry = content[at_list:end]
    forged = content[:at_list] + entry * 500 + content[end : end + 8]
    forged += struct.pack("<HHLLH", 500, 500, len(entry) * 500, at_list, 0)
    catalogue = scanned(at("a.zip", forged))
    assert names(catalogue.instances) == ["a.zip/IM1"]
    assert findings(catalogue) == [("archive_damaged", "a.zip")]


def test_archives_in_archives_without_end_are_a_finding(at):
    content = zip_of({"IM1": CT})
    for number in range(6):
        content = zip_of({f"{number}": content})
    catalogue = scanned(at("a.zip", content))
    assert [code for code, _ in findings(catalogue)] == ["archive_too_deep"]


def test_a_method_that_nobody_here_knows_is_named(at):
    path = at("a.zip", zip_of({"IM1": CT, "IM2": MR}, method=zipfile.ZIP_LZMA))
    assert [code for code, _ in findings(scanned(path))] == ["member_unknown"] * 2


def test_an_empty_archive_holds_nothing(at):
    catalogue = scanned(at("a.zip", zip_of({})))
    assert (catalogue.found, catalogue.findings) == ((), ())


@pytest.mark.parametrize(
    "make", [lambda: iso_of(FILES), lambda: zip_of({"in.zip": zip_of({"x": bytes(9 << 20)}, method=0)})]
)
def test_stopping_is_heard_while_an_archive_is_opened(at, make):
    path, stop = str(at("a", make())), threading.Event()
    (archive,) = MediaFolder(path, 1).walk()
    inner = next((item for item in MediaFolder(path, 1).inside(archive) if item.parts[-1] == "in.zip"), archive)
    stop.set()
    with pytest.raises(Interrupted):
        list(MediaFolder(path, 1).inside(inner, cancel=stop))


def test_a_bridge_whose_udf_half_is_refused_is_never_silently_its_other_half(at):
    content = bytearray(iso_of({"DICOM/IM1": CT}, "udf"))
    for anchor in (256, len(content) // 2048 - 1, len(content) // 2048 - 257):
        content[anchor * 2048 : anchor * 2048 + 16] = bytes(16)
    catalogue = scanned(at("a.iso", bytes(content)))
    assert len(catalogue.instances) == 1
    assert findings(catalogue) == [("archive_damaged", "a.iso")]


def test_a_disc_image_with_a_loop_of_folders_ends(at):
    content = bytearray(iso_of({"DICOM/IM1": CT}, "plain"))
    root = int.from_bytes(content[16 * 2048 + 158 : 16 * 2048 + 162], "little")
    place = content.index(b"DICOM", root * 2048) - 33
    content[place + 2 : place + 10] = root.to_bytes(4, "little") + root.to_bytes(4, "big")
    assert findings(scanned(at("a.iso", bytes(content)))) == [("archive_damaged", "a.iso")]


def test_a_pure_udf_image_is_named_as_one_that_we_cannot_read(at):
    content = bytearray(300 * 2048)
    for sector, mark in ((16, b"BEA01"), (17, b"NSR02"), (18, b"TEA01")):
        content[sector * 2048 + 1 : sector * 2048 + 6] = mark
    assert findings(scanned(at("a.iso", bytes(content)))) == [("image_unknown", "a.iso")]


@pytest.mark.parametrize("name", ["nothing", "DICOM/nothing", "README/deeper"])
def test_what_is_not_inside_is_not_found(at, name):
    path = at("a.zip", zip_of(FILES))
    with pytest.raises(FileNotFoundError):
        read(path, "a.zip", *name.split("/"))
    with pytest.raises(OSError, match=r".*"):
        read(path.parent, "a.zip", *name.split("/"))


def test_a_file_beside_an_archive_has_no_inside(at):
    path = at("plain", b"text")
    with pytest.raises(OSError, match=r".*"):
        read(path.parent, "plain", "deeper")


def test_what_lies_in_an_archive_that_changed_is_read_from_the_new_one(at):
    path = at("a.zip", zip_of({"IM1": CT}))
    medium = MediaFolder(str(path), 1)
    (found,) = medium.walk()
    assert not any(isinstance(item, Finding) for item in medium.inside(found))
    at("a.zip", zip_of({"IM2": MR, "IM1": CT}))
    with medium.open(("a.zip", "IM2")) as opened:
        assert opened.stream.read() == MR


def test_a_udf_folder_of_many_names_costs_no_copies_of_itself(at):
    files = {f"DICOM/IM{number:05}": b"x" for number in range(3000)} | {"DICOM/LAST": CT}
    catalogue = scanned(at("a.iso", iso_of(files, "udf")))
    assert names(catalogue.instances) == ["a.iso/DICOM/LAST"]
    assert catalogue.findings == ()
    large = _Metered(Source(io.BytesIO(bytes(4 << 20)), 4 << 20), None).read(4 << 20)
    began = time.monotonic()
    assert sum(len(large[place:]) > 0 for place in range(0, 4 << 20, 400)) == 10486
    assert time.monotonic() - began < 5
    assert large[100:200] == bytes(100)


def _folder_records(count, *, place, size, is_folder):
    """Return ISO 9660 records that all lead to `place`."""
    made = bytearray()
    for number in range(count):
        name = f"D{number:07d}".encode()
        body = struct.pack("<L", place + number) + struct.pack(">L", place + number)
        body += struct.pack("<L", size) + struct.pack(">L", size)
        record = bytes([42, 0]) + body + bytes(7) + bytes([2 if is_folder else 0, 0, 0, 1, 0, 0, 1, len(name)]) + name
        if 2048 - len(made) % 2048 < 42:
            made += bytes(2048 - len(made) % 2048)
        made += record.ljust(42, b"\0")
    return bytes(made)


def test_a_disc_image_of_endless_folders_is_given_up_within_seconds(at):
    content = bytearray(iso_of({"DICOM/IM1": CT}, "plain"))
    forged = _folder_records(20_000, place=len(content) // 2048, size=8 << 20, is_folder=True)
    content[16 * 2048 + 158 : 16 * 2048 + 162] = (len(content) // 2048).to_bytes(4, "little")
    content[16 * 2048 + 166 : 16 * 2048 + 170] = len(forged).to_bytes(4, "little")
    path = at("a.iso", bytes(content) + forged)
    with path.open("ab") as file:
        file.truncate(200 << 20)
    began = time.monotonic()
    catalogue = scanned(path)
    assert time.monotonic() - began < 30

    assert ("archive_damaged", "a.iso") in findings(catalogue)
