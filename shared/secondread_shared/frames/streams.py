"""What a compressed frame says of itself: its kind, size and precision, from the first bytes. Pure.

The stream is believed before the transfer syntax: discs hold lossless JPEG that calls itself baseline, and a decoder
that is told a size beforehand gets no stream that would fill the memory.
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

_J2K_MAGIC = b"\xff\x4f\xff\x51"  # SOC and SIZ (ISO/IEC 15444-1 A.4, A.5)
_JP2_MAGIC = b"\x00\x00\x00\x0cjP  "  # the file format around it, which PS3.5 A.4.4 forbids and discs hold
_JXL_MAGICS = (b"\xff\x0a", b"\x00\x00\x00\x0cJXL ")  # ISO/IEC 18181-2
_SOI = b"\xff\xd8"
_MOST_SEGMENTS = 1000
_BARE = frozenset({0x01, *range(0xD0, 0xD9)})  # markers without a length (ISO/IEC 10918-1 B.1.1.3)
_JPEG_KINDS = {0xC0: "dct", 0xC1: "dct", 0xC2: "dct", 0xC9: "dct", 0xCA: "dct", 0xC3: "lossless", 0xF7: "ls"}
_UNDECODED = frozenset({0xC5, 0xC6, 0xC7, 0xCB, 0xCD, 0xCE, 0xCF, 0xDE})  # hierarchical, and arithmetic lossless
_RGB_IDS = (b"RGB", b"rgb")


class Kind(StrEnum):
    """Which decoder a stream needs."""

    JPEG = "dct"  # also arithmetic and progressive, in 8 and 12 bits
    JPEG_LOSSLESS = "lossless"
    JPEG_LS = "ls"
    JPEG_2000 = "2000"  # high throughput as well
    JPEG_XL = "xl"


@dataclass(frozen=True, slots=True)
class Head:
    """What was read. A size of zero means that the stream does not say it in its first bytes."""

    kind: Kind
    rows: int = 0
    columns: int = 0
    components: int = 0
    precision: int = 0
    is_signed: bool = False
    is_rgb: bool = False  # by its components' names, or by Adobe's mark
    is_ybr: bool = False  # by JFIF's or Adobe's mark


class StreamUnknown(Exception):
    """No decoder here takes such a stream."""


def head_of(stream: bytes) -> Head:
    """Read the head. Raises `StreamUnknown`, and `ValueError` for what breaks off."""
    if stream.startswith(_JXL_MAGICS):
        return Head(Kind.JPEG_XL)
    if stream.startswith(_JP2_MAGIC):
        found = stream.find(_J2K_MAGIC, 0, 4096)
        return _j2k_head(stream[max(found, 0) :])
    if stream.startswith(_J2K_MAGIC):
        return _j2k_head(stream)
    if stream.startswith(_SOI):
        return _jpeg_head(stream)
    raise StreamUnknown


def _j2k_head(stream: bytes) -> Head:
    """Read SIZ (ISO/IEC 15444-1 A.5.1): the size is that of the grid less its offset."""
    if len(stream) < 43 or not stream.startswith(_J2K_MAGIC):
        raise ValueError("no head of JPEG 2000")
    right, bottom, left, top = struct.unpack_from(">4I", stream, 8)
    (components,) = struct.unpack_from(">H", stream, 40)
    depth = stream[42]
    return Head(
        Kind.JPEG_2000,
        rows=bottom - top,
        columns=right - left,
        components=components,
        precision=(depth & 0x7F) + 1,
        is_signed=bool(depth & 0x80),
    )


def _jpeg_head(stream: bytes) -> Head:
    is_jfif, adobe = False, -1
    for marker, body in _segments(stream):
        if marker in _UNDECODED:
            raise StreamUnknown
        if marker == 0xE0 and body.startswith(b"JFIF"):
            is_jfif = True
        elif marker == 0xEE and body.startswith(b"Adobe") and len(body) >= 12:
            adobe = body[11]
        elif marker in _JPEG_KINDS:
            return _frame_head(Kind(_JPEG_KINDS[marker]), body, is_jfif=is_jfif, adobe=adobe)
    raise ValueError("no frame header")


def _frame_head(kind: Kind, body: bytes, *, is_jfif: bool, adobe: int) -> Head:
    precision, rows, columns, components = struct.unpack_from(">BHHB", body)
    names = bytes(body[6 + 3 * number] for number in range(min(components, 4)))
    is_lossy = kind is Kind.JPEG
    is_rgb = names in _RGB_IDS or (is_lossy and adobe == 0)
    is_ybr = not is_rgb and (is_jfif or (is_lossy and adobe == 1))
    return Head(
        kind, rows, columns, components, precision, is_rgb=components == 3 and is_rgb, is_ybr=components == 3 and is_ybr
    )


def _segments(stream: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield the markers before the first scan, each with what belongs to it (ISO/IEC 10918-1 B.1.1.4)."""
    place = 2
    for _ in range(_MOST_SEGMENTS):
        while stream[place : place + 2] == b"\xff\xff":  # fill bytes
            place += 1
        if len(stream) < place + 4 or stream[place] != 0xFF:
            return
        marker = stream[place + 1]
        if marker in _BARE:
            place += 2
            continue
        (length,) = struct.unpack_from(">H", stream, place + 2)
        yield marker, stream[place + 4 : place + 2 + length]
        if marker == 0xDA:
            return
        place += 2 + max(length, 2)
