"""Makes parcels: honest ones by our own writer, hostile ones byte by byte."""

import hashlib
import io
import struct
import zlib
from dataclasses import dataclass, field

from secondread_shared.contract import encode_message
from secondread_shared.parcel.layout import ParcelEntry, ParcelIndex, entry_name
from secondread_shared.parcel.reader import ParcelReader
from secondread_shared.parcel.writer import ParcelWriter
from secondread_shared.wire import Codec, encode

CASE = "c" * 32
STAMP = (1 << 5) | 1


def sha256(content: bytes) -> str:
    """Return the SHA-256 of bytes, in hexadecimal."""
    return hashlib.sha256(content).hexdigest()


def honest(contents: list[bytes], *, codec: Codec = Codec.RAW, ordinal: int = 1) -> bytes:
    """Return a parcel of ours that holds these originals."""
    file = io.BytesIO()
    writer = ParcelWriter(file, case=CASE, ordinal=ordinal)
    for number, original in enumerate(contents, 1):
        packed = io.BytesIO()
        encode(codec, io.BytesIO(original), packed)
        packed.seek(0)
        writer.add(packed, ordinal=number, size=len(original), sha256=sha256(original), codec=codec)
    writer.close()
    return file.getvalue()


def read_all(parcel: bytes, *, case: str = CASE, ordinal: int = 1) -> list[bytes]:
    """Return the originals that the reader yields."""
    with ParcelReader(io.BytesIO(parcel), case=case, ordinal=ordinal) as reader:
        return [b"".join(reader.blocks(entry)) for entry in reader.index.entries]


@dataclass
class RawEntry:
    """One entry as it will be written; whatever is not told is told truthfully."""

    name: bytes
    content: bytes
    method: int = 0
    flags: int = 0
    local_name: bytes | None = None
    local_flags: int | None = None
    local_extra: bytes | None = None
    stated_size: int | None = None
    stated_crc: int | None = None
    place: int | None = None
    extra: bytes = b""
    comment: bytes = b""

    def local(self) -> bytes:
        """Return the local header and the content (APPNOTE §4.3.7)."""
        name = self.name if self.local_name is None else self.local_name
        flags = self.flags if self.local_flags is None else self.local_flags
        extra = self.local_extra
        if extra is None:
            extra = struct.pack("<HHQQ", 1, 16, self.size(), len(self.content))
        head = (45, flags, self.method, 0, STAMP, self.crc(), 0xFFFFFFFF, 0xFFFFFFFF, len(name), len(extra))
        return struct.pack("<4s5H3L2H", b"PK\x03\x04", *head) + name + extra + self.content

    def central(self, place: int) -> bytes:
        """Return the central directory's record (APPNOTE §4.3.12)."""
        place = place if self.place is None else self.place
        numbers = (45 | 3 << 8, 45, self.flags, self.method, 0, STAMP, self.crc(), len(self.content), self.size())
        lengths = (len(self.name), len(self.extra), len(self.comment), 0, 0, 0o600 << 16, place)
        record = struct.pack("<4s6H3L5H2L", b"PK\x01\x02", *numbers, *lengths)
        return record + self.name + self.extra + self.comment

    def crc(self) -> int:
        """Return the CRC-32 that is stated."""
        return zlib.crc32(self.content) if self.stated_crc is None else self.stated_crc

    def size(self) -> int:
        """Return the size that is stated."""
        return len(self.content) if self.stated_size is None else self.stated_size


def indexed(contents: list[bytes], **changes: object) -> RawEntry:
    """Return a true `parcel.json` for raw entries, with keys of the index changed."""
    entries = [
        ParcelEntry(ordinal=n, size=len(c), sha256=sha256(c), codec="raw", stored=len(c))
        for n, c in enumerate(contents, 1)
    ]
    index = {"format": 1, "case": CASE, "ordinal": 1, "entries": entries} | changes
    return RawEntry(b"parcel.json", encode_message(ParcelIndex(**index)))  # type: ignore[arg-type]


@dataclass
class RawParcel:
    """A container put together by hand."""

    entries: list[RawEntry]
    before: bytes = b""
    between: bytes = b""
    before_directory: bytes = b""
    before_end: bytes = b""
    after: bytes = b""
    comment: bytes = b""
    end: dict[str, int] = field(default_factory=dict)
    zip64: dict[str, int] | None = None

    def build(self) -> bytes:
        """Return its bytes."""
        body, central = self.before, b""
        for entry in self.entries:
            central += entry.central(len(body))
            body += entry.local() + self.between
        body += self.before_directory
        true = {"count": len(self.entries), "size": len(central), "offset": len(body)}
        body += central + self.before_end
        if self.zip64 is not None:
            body += self._zip64(true | self.zip64, place=len(body))
            true = {"count": 0xFFFF, "size": 0xFFFFFFFF, "offset": 0xFFFFFFFF}
        end = {"disk": 0, "start_disk": 0} | true | self.end
        counts = (end["disk"], end["start_disk"], end.get("here", end["count"]), end["count"])
        numbers = (end["size"], end["offset"], len(self.comment))
        return body + struct.pack("<4s4H2LH", b"PK\x05\x06", *counts, *numbers) + self.comment + self.after

    @staticmethod
    def _zip64(end: dict[str, int], *, place: int) -> bytes:
        record = (44, 45, 45, 0, 0, end["count"], end["count"], end["size"], end["offset"])
        locator = struct.pack("<4sLQL", b"PK\x06\x07", 0, end.get("place", place), 1)
        return struct.pack("<4sQ2H2L4Q", b"PK\x06\x06", *record) + locator


def by_hand(contents: list[bytes], **options: object) -> RawParcel:
    """Return a parcel that the reader takes, put together by hand, ready to be spoiled."""
    entries = [RawEntry(entry_name(n).encode(), c) for n, c in enumerate(contents, 1)]
    return RawParcel([*entries, indexed(contents)], **options)  # type: ignore[arg-type]
