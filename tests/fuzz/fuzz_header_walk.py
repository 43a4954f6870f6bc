"""Fuzzes the header walk against its oracle: wherever it answers, pydicom's answer is the same."""

import io
import logging
import struct
import sys
from pathlib import Path

from pydicom.data import get_testdata_files

from secondread_desktop.adapters import dicom_header
from secondread_desktop.adapters.contents import FileContents
from secondread_desktop.core.header_window import FIRST_BYTES, Declined
from secondread_desktop.services.ports import Examined
from tests.fuzz.loop import OPEN_IMAGES, Target, main

_MOST_BYTES = 40_000
_KEPT_OF_PIXELS = 64


_CONTENTS = FileContents()  # one for all inputs: what it remembers of one must never show in another


def by_walk(content: bytes) -> Examined:
    """Examine by the walk alone. Raises `Declined`."""
    file = io.BytesIO(content)
    return _CONTENTS.walk(file, file.read(FIRST_BYTES), size=len(content))


def by_pydicom(content: bytes) -> Examined:
    """Examine by pydicom alone."""
    is_marked = dicom_header.is_marked(content)
    return dicom_header.read_header(io.BytesIO(content), size=len(content), is_marked=is_marked)


def try_one(content: bytes) -> str:
    """Let both examine an input; the walk may decline, but never answer otherwise."""
    try:
        walked = by_walk(content)
    except Declined as declined:
        return f"declined: {declined}"
    told = by_pydicom(content)
    assert walked == told, f"{walked}\n{told}"
    return f"same: {told.sort} {told.problem or ''}"


def shortened(content: bytes) -> bytes:
    """Return a file that is small enough to be tried often: of long pixels only the beginning, and their length so."""
    if len(content) <= _MOST_BYTES:
        return content
    head = content[:_MOST_BYTES]
    for mark in (b"\xe0\x7f\x10\x00OW\0\0", b"\xe0\x7f\x10\x00OB\0\0", b"\xe0\x7f\x10\x00"):
        place = head.rfind(mark)
        if place > 0:
            value = place + len(mark) + 4
            is_in_fragments = head[value - 4 : value] == b"\xff" * 4
            length = b"\xff" * 4 if is_in_fragments else _KEPT_OF_PIXELS.to_bytes(4, "little")
            return head[: value - 4] + length + head[value : value + _KEPT_OF_PIXELS]
    return head


def implicit(tag: int, value: bytes, *, length: int | None = None) -> bytes:
    """Return an element in implicit VR little endian."""
    return struct.pack("<HHI", tag >> 16, tag & 0xFFFF, len(value) if length is None else length) + value


def items(*contents: bytes) -> bytes:
    """Return the items of a sequence of undefined length: by turns of defined and of undefined length themselves."""
    made = b""
    for number, content in enumerate(contents):
        length = len(content) if number % 2 else 0xFFFFFFFF
        end = b"" if number % 2 else b"\xfe\xff\x0d\xe0\0\0\0\0"
        made += b"\xfe\xff\x00\xe0" + struct.pack("<I", length) + content + end
    return made + b"\xfe\xff\xdd\xe0\0\0\0\0"


def implicit_file() -> bytes:
    """Return a file with what test files lack: sequences of undefined length in implicit VR, known and private."""
    reference = implicit(0x00081150, b"1.2.840.1\0") + implicit(0x00081155, b"1.2.9\0")
    nested = implicit(0x0040A170, items(reference, reference), length=0xFFFFFFFF)
    private = implicit(0x00091010, items(reference, nested), length=0xFFFFFFFF)
    content = implicit(0x00080005, b"ISO_IR 100") + implicit(0x00080016, b"1.2.840.1\0")
    content += implicit(0x00080018, b"1.2.3\0") + implicit(0x00080060, b"MR")
    content += implicit(0x00081140, items(reference, nested, reference), length=0xFFFFFFFF) + private
    content += implicit(0x00100010, b"L\xf3pez^Mar\xeda ") + implicit(0x00100020, b"P1")
    content += implicit(0x0020000D, b"1.2.4\0") + implicit(0x0020000E, b"1.2.5\0") + implicit(0x00200013, b"7 ")
    content += implicit(0x00540016, items(nested), length=0xFFFFFFFF) + implicit(0x7FE00010, bytes(64))
    meta = b"\x02\0\0\0UL\4\0\0\0\0\0" + b"\x02\0\2\0UI\x0a\x001.2.840.1\0"
    return bytes(128) + b"DICM" + meta + b"\x02\0\x10\0UI\x12\x001.2.840.10008.1.2\0" + content


def seeds() -> list[bytes]:
    """Return pydicom's small files, and real images of each maker where they are at hand."""
    paths = [
        path for path in get_testdata_files() if ("/test_files/" in path or "charset" in path) and "TINY" not in path
    ]
    real = [min(folder.rglob("*.dcm")) for folder in (*sorted(OPEN_IMAGES.glob("mr_*/")), OPEN_IMAGES / "ct_head_ge")
            if folder.is_dir()]  # fmt: skip
    real += sorted(OPEN_IMAGES.glob("transfer_syntaxes/*.dcm"))
    files = [shortened(path.read_bytes()) for path in [*map(Path, paths), *real] if path.is_file()]
    made = [implicit_file()] * 4  # as often as if there were several
    return [*sorted({content for content in files if content[128:132] == b"DICM"}), *made]


def tokens() -> list[bytes]:
    """Return what means something to whoever reads a header."""
    tags = ["02000200", "02001000", "08000500", "08001600", "08001800", "08004011", "10001000", "20000d00", "20000e00",
            "20001300", "e07f1000", "e07f0800", "feff00e0", "feff0de0", "feffdde0", "09001000", "0f0f0f0f"]  # fmt: skip
    vrs = [b"UI", b"SQ", b"UN", b"OB", b"OW", b"UT", b"PN", b"CS", b"IS", b"DA", b"LO", b"US", b"ZZ", b"\0\0"]
    items = b"\xfe\xff\x00\xe0\xff\xff\xff\xff"
    words = [b"ISO_IR 100", b"ISO_IR 192", b"ISO_IR 144", b"GB18030", b"\\ISO 2022 IR 87", b"\x1b$B", b"\\", b"=", b"^"]
    words += [b"1.2.840.10008.1.2\0", b"1.2.840.10008.1.2.1\0", b"1.2.840.10008.1.3.10", b"\xff" * 4, b"\0" * 8]
    return [bytes.fromhex(tag) for tag in tags] + vrs + words + [items, items * 40, b"\xfe\xff\x00\xe0\0\0\0\0" * 200]


TARGET = Target("header_walk", seeds(), try_one, tokens=tokens(), slowest_s=3.0, most_bytes=2 * _MOST_BYTES)

if __name__ == "__main__":
    logging.disable()
    sys.exit(main(TARGET))
