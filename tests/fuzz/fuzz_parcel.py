"""Fuzzes the parcel reader: whole containers, indexes inside honest containers, zstd streams inside honest entries.

Blind changes rarely get past the CRCs, so the first byte of an input tells what the rest is put into.
"""

import io
import sys

import zstandard

from secondread_shared.errors import CodecError, CodecUnknown, ParcelError
from secondread_shared.parcel.layout import ParcelEntry
from secondread_shared.parcel.reader import ParcelReader
from secondread_shared.wire import Codec
from tests.fuzz.loop import OPEN_IMAGES, Target, main
from tests.support.parcels import CASE, RawEntry, RawParcel, by_hand, honest, indexed, sha256

STREAM_SIZE = 60_000
CONTENTS = [b"first", b"", b"second" * 300]


def shaped(content: bytes) -> bytes:
    """Return the parcel that an input means."""
    kind, rest = content[:1], content[1:]
    if kind == b"I":
        parcel = by_hand([b"first", b""])
        parcel.entries[-1].content = rest
        return parcel.build()
    if kind == b"Z":
        entry = ParcelEntry(ordinal=1, size=STREAM_SIZE, sha256=sha256(b""), codec="zstd", stored=len(rest))
        return RawParcel([RawEntry(b"00000001", rest), indexed([], entries=[entry])]).build()
    return rest


def try_one(content: bytes) -> str:
    """Read a parcel to its end: each entry has the size that the index states, or the reader's own error comes."""
    try:
        with ParcelReader(io.BytesIO(shaped(content)), case=CASE, ordinal=1) as reader:
            for entry in reader.index.entries:
                assert sum(map(len, reader.blocks(entry))) == entry.size
    except (ParcelError, CodecError) as refusal:
        assert len(refusal.reason) <= 20 and refusal.reason.isascii()
        return f"refused: {type(refusal).__name__ if isinstance(refusal, CodecUnknown) else refusal.reason}"
    return "read"


def seeds() -> list[bytes]:
    """Return containers, indexes and streams; of real images where they are at hand."""
    originals = [path.read_bytes()[:20_000] for path in sorted(OPEN_IMAGES.glob("ct_head_ge/*.dcm"))[:2]]
    parcels = [honest(contents, codec=codec) for codec in Codec for contents in (CONTENTS, [], originals or [b"x"])]
    parcels += [by_hand(CONTENTS).build(), by_hand(CONTENTS, zip64={}).build(), by_hand([b""] * 300).build()]
    plain = (b"\0\1" * STREAM_SIZE)[:STREAM_SIZE]
    streams = [zstandard.compress(plain, 3), zstandard.compress(plain[:40_000]) + zstandard.compress(plain[40_000:])]
    streams += [zstandard.ZstdCompressor(write_content_size=False, write_checksum=True).compress(plain)]
    streams += [zstandard.compress(plain + b"more")]
    index = indexed([b"first", b""]).content
    return [b"P" + one for one in parcels] + [b"Z" + one for one in streams] + [b"I" + index]


TARGET = Target(
    "parcel",
    seeds(),
    try_one,
    tokens=(b"PK\x01\x02", b"PK\x03\x04", b"PK\x05\x06", b"PK\x06\x06", b"PK\x06\x07", b"parcel.json", b"00000001",
            b"\x28\xb5\x2f\xfd", b'"size":', b"9" * 30, b"-1", b"null", b"[", b"{}", b'"zstd"', b'"raw"', b"\x01\x00"),
)  # fmt: skip

if __name__ == "__main__":
    sys.exit(main(TARGET))
