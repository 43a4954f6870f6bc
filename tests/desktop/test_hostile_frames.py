"""Codec streams made to harm, through the real child: a reason, in bounded time, and the next picture comes."""

import io
import struct
import threading
import time
import zlib

import imagecodecs
import numpy
import pytest

from secondread_desktop.adapters.frame_worker import FrameWorker
from secondread_desktop.adapters.media_folder import OpenMediumFile
from secondread_desktop.core.catalogue import FoundFile
from secondread_desktop.core.look import Look
from secondread_shared.frames.picture import FrameUnshowable, Picture, Unshowable
from tests.support.image_files import RAMP, encapsulated, instance
from tests.support.syntax_files import DEEP, JPEG, SMALL, deflated, j2k, jpeg, jxl, lossless

HUGE = {"Rows": 65000, "Columns": 65000}
SIDE = 20000  # 400 million pixels of a byte: within what a frame may have, and far beyond what is shown
LARGE = {"Rows": SIDE, "Columns": SIDE}


@pytest.fixture(scope="module")
def worker():
    made = FrameWorker()
    yield made
    made.close()


def show(worker, content: bytes) -> Picture | Unshowable:
    opened = OpenMediumFile(io.BytesIO(content), len(content), 1)
    try:
        file = FoundFile(1, ("IM1",), len(content), hash(content))
        return worker.show(opened, Look(file, fit=64), cancel=threading.Event())
    except FrameUnshowable as refusal:
        return refusal.reason


def j2k_of(rows: int, columns: int) -> bytes:
    """A stream whose head tells a size that it has not."""
    stream = bytearray(j2k(SMALL))
    struct.pack_into(">2I", stream, 8, columns, rows)
    struct.pack_into(">2I", stream, 24, columns, rows)  # in one tile
    return bytes(stream)


def jpeg_of(encode, rows: int, columns: int) -> bytes:
    stream = bytearray(encode(SMALL))
    marker = next(place for place in (stream.find(b"\xff\xc0"), stream.find(b"\xff\xc3")) if place >= 0)
    struct.pack_into(">2H", stream, marker + 5, rows, columns)
    return bytes(stream)


def dataset_bomb() -> bytes:
    """A deflated file of a few hundred kilobytes that is gigabytes."""
    whole = instance(RAMP, syntax="1.2.840.10008.1.2.1.99")
    meta = whole[: whole.index(b"1.2.840.10008.1.2.1.99") + 22]
    packer = zlib.compressobj(9, wbits=-zlib.MAX_WBITS)
    body = b"\x08\x00\x05\x00CS\x0a\x00ISO_IR 100" + struct.pack("<HH2sHI", 9, 0x1001, b"OB", 0, 700 << 20)
    return meta + packer.compress(body) + packer.compress(bytes(700 << 20)) + packer.flush()


def lying_fragments() -> bytes:
    """Items that tell more bytes than there are, and offsets to nowhere."""
    content = encapsulated([jpeg(SMALL)], SMALL, syntax=f"{JPEG}50")
    item = content.rfind(b"\xfe\xff\x00\xe0")
    return content[: item + 4] + struct.pack("<I", 0xFFFFFFF0) + content[item + 8 :]


HOSTILE = {
    "rows and columns beyond all bounds": lambda: instance(RAMP, **HUGE),
    "a J2K as large as it can say": lambda: encapsulated([j2k_of(65000, 65000)], SMALL, syntax=f"{JPEG}90", **HUGE),
    "a large J2K of a few bytes": lambda: encapsulated([j2k_of(SIDE, SIDE)], SMALL, syntax=f"{JPEG}90", **LARGE),
    "a large JPEG of a few bytes": lambda: encapsulated(
        [jpeg_of(jpeg, SIDE, SIDE)], SMALL, syntax=f"{JPEG}50", **LARGE
    ),
    "a large lossless JPEG of a few bytes": lambda: encapsulated(
        [jpeg_of(lossless, SIDE, SIDE)], SMALL, syntax=f"{JPEG}70", **LARGE
    ),
    "a JPEG XL of one colour": lambda: encapsulated(
        [jxl(numpy.zeros((4000, 4000), numpy.uint8), effort=1)], SMALL, syntax=f"{JPEG}110", Rows=4000, Columns=4000
    ),
    "a JPEG XL larger than its file tells": lambda: encapsulated(
        [jxl(numpy.zeros((4000, 4000), numpy.uint8), effort=1)], SMALL, syntax=f"{JPEG}110"
    ),
    "a deflated frame without end": lambda: encapsulated(
        [deflated(numpy.zeros(700 << 20, numpy.uint8))], SMALL, syntax="1.2.840.10008.1.2.8.1"
    ),
    "a deflated file without end": dataset_bomb,
    "fragments that lie": lying_fragments,
    "offsets to nowhere": lambda: encapsulated(
        [jpeg(SMALL)] * 2, SMALL, syntax=f"{JPEG}50", ExtendedOffsetTable=struct.pack("<2Q", 1 << 60, 1 << 61),
        ExtendedOffsetTableLengths=struct.pack("<2Q", 1 << 62, 1 << 62),
    ),
    "run lengths without end": lambda: encapsulated(
        [struct.pack("<16I", 1, 64, *[0] * 14) + b"\x81\x00" * 300000], SMALL, syntax="1.2.840.10008.1.2.5"
    ),
    "a million frames": lambda: instance(RAMP, NumberOfFrames=2147483647),
    "a J2K of ten thousand components": lambda: encapsulated(
        [j2k(SMALL)[:40] + struct.pack(">H", 10000) + j2k(SMALL)[42:]], SMALL, syntax=f"{JPEG}90"
    ),
    "half a JPEG-LS": lambda: encapsulated(
        [imagecodecs.jpegls_encode(DEEP)[:300]], DEEP, syntax=f"{JPEG}80", BitsStored=12
    ),
    "a palette without an end": lambda: instance(
        RAMP, PhotometricInterpretation="PALETTE COLOR",
        SegmentedRedPaletteColorLookupTableData=b"\2\0\1\0\0\0\0\0" * 99,
        **{f"{name}PaletteColorLookupTableDescriptor": [0, 0, 16] for name in ("Red", "Green", "Blue")},
    ),
    "an overlay as large as it can say": lambda: instance(
        RAMP, elements={0x60000010: ("US", 65535), 0x60000011: ("US", 65535), 0x60003000: ("OW", bytes(32))}
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_image_takes_neither_long_nor_the_window(worker, name):
    content = HOSTILE[name]()
    start = time.monotonic()
    shown = show(worker, content)
    assert time.monotonic() - start < 25
    assert isinstance(shown, Picture) or shown in (Unshowable.DAMAGED, Unshowable.TOO_LARGE, Unshowable.UNSUPPORTED)
    assert show(worker, instance(RAMP)).width == 16


@pytest.mark.parametrize("name", ["rows and columns beyond all bounds", "a J2K as large as it can say"])
def test_what_is_beyond_all_bounds_is_refused_before_the_child_is_in_danger(worker, name):
    show(worker, instance(RAMP))
    child = worker.child_id
    assert show(worker, HOSTILE[name]()) is Unshowable.TOO_LARGE
    assert worker.child_id == child
