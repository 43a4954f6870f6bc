"""Discs that hold no images, each for a reason of its own, as hospitals hand them out."""

import io
import random
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

from pydicom import dcmread
from pydicom.data import get_testdata_file

from tests.support.disc_junk import tiny_pdf, write_junk

JPEG = b"\xff\xd8\xff\xe0" + bytes(60)
VIDEO = b"\x00\x00\x00\x18ftypmp42" + bytes(60)
# RFC 5652 §3: a ContentInfo of indefinite length whose content is enveloped-data.
ENVELOPE = bytes.fromhex("308006092a864886f70d010703a080") + bytes(200)


def random_bytes(count: int) -> bytes:
    """Return bytes that no one can tell from encrypted ones; always the same."""
    return random.Random(19510303).randbytes(count)


def locked_7z() -> bytes:
    """Return a 7z whose last header names AES as a method (7zFormat.txt, SignatureHeader); nothing can open it."""
    content, header = random_bytes(3000), b"\x17\x06\x01\x24\x06\xf1\x07\x01" + bytes(8)
    start = len(content).to_bytes(8, "little") + len(header).to_bytes(8, "little") + bytes(4)
    return b"7z\xbc\xaf\x27\x1c\0\4" + bytes(4) + start + content + header


def locked_zip(names: tuple[str, ...] = ("IM1", "IM2")) -> bytes:
    """Return a ZIP whose entries all say that they are encrypted (APPNOTE §4.4.4, bit 0); nothing can open it."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name in names:
            archive.writestr(name, random_bytes(300))
    content = bytearray(target.getvalue())
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = content.find(mark)
        while place >= 0:
            content[place + at] |= 1
            place = content.find(mark, place + 4)
    return bytes(content)


def _empty(folder: Path) -> None:
    (folder / "DICOM").mkdir()


def _empty_files(folder: Path) -> None:
    for name in ("IM1", "IM2"):
        (folder / name).touch()


def _unreadable(folder: Path) -> None:
    whole = Path(get_testdata_file("CT_small.dcm", download=False)).read_bytes()
    for number in range(1, 31):
        (folder / f"IM{number}").write_bytes(whole[:200])
    write_junk(folder)


def _only_viewer(folder: Path) -> None:
    write_junk(folder)


def _only_pictures(folder: Path) -> None:
    write_junk(folder)
    (folder / "PICTURES").mkdir()
    for number in range(3):
        (folder / "PICTURES" / f"{number}.JPG").write_bytes(JPEG)
    (folder / "PICTURES" / "HEART.MP4").write_bytes(VIDEO)


def _only_documents(folder: Path) -> None:
    (folder / "REPORT.PDF").write_bytes(tiny_pdf("Report"))


def _mixed(folder: Path) -> None:
    (folder / "REPORT.PDF").write_bytes(tiny_pdf("Report"))
    (folder / "1.JPG").write_bytes(JPEG)


def _encrypted(folder: Path) -> None:
    write_junk(folder)
    (folder / "IMAGES.7Z").write_bytes(locked_7z())


def _enveloped(folder: Path) -> None:
    for name in ("IM1", "IM2"):
        (folder / name).write_bytes(ENVELOPE)
    shutil.copy(get_testdata_file("DICOMDIR", download=False), folder / "DICOMDIR")


def _perhaps_encrypted(folder: Path) -> None:
    write_junk(folder)
    (folder / "VIEWER" / "STORE.DAT").write_bytes(random_bytes(3 << 20))


def _index_only(folder: Path) -> None:
    write_junk(folder)
    shutil.copy(get_testdata_file("DICOMDIR", download=False), folder / "DICOMDIR")


def _no_images(folder: Path) -> None:
    dataset = dcmread(get_testdata_file("reportsi.dcm", download=False))
    dataset.StudyDescription = "Letter of the radiologist"
    dataset.save_as(folder / "SR1")


def _unknown(folder: Path) -> None:
    (folder / "NOTES.TXT").write_text("Nothing of yours.")


MAKERS: dict[str, Callable[[Path], None]] = {
    "empty": _empty,
    "empty_files": _empty_files,
    "unreadable": _unreadable,
    "only_viewer": _only_viewer,
    "only_pictures": _only_pictures,
    "only_documents": _only_documents,
    "mixed": _mixed,
    "encrypted": _encrypted,
    "enveloped": _enveloped,
    "perhaps_encrypted": _perhaps_encrypted,
    "index_only": _index_only,
    "no_images": _no_images,
    "unknown": _unknown,
}


def imageless_disc(place: Path, name: str) -> Path:
    """Make a disc by the name of its reason, and return its folder."""
    folder = place / name
    folder.mkdir(parents=True)
    MAKERS[name](folder)
    return folder
