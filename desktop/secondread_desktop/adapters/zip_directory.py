"""The central directory of a ZIP, read without unpacking: a bounded part of the file's end (APPNOTE.TXT 6.3.10)."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

_END, _ENTRY = b"PK\x05\x06", b"PK\x01\x02"  # §4.3.16, §4.3.12
_END_BYTES, _ENTRY_BYTES = 22, 46
_MOST_COMMENT_BYTES = 0xFFFF
_MOST_DIRECTORY_BYTES = 1 << 20
_ENCRYPTED = 0x0001 | 0x0040 | 0x2000  # §4.4.4: bits 0 (encrypted), 6 (strong encryption), 13 (masked headers)


@dataclass(frozen=True, slots=True)
class ZipEntry:
    """One name in an archive."""

    name: bytes
    is_encrypted: bool


def listed(file: BinaryIO, *, size: int) -> tuple[ZipEntry, ...]:
    """Return the entries of an archive of `size` bytes, as far as its directory can be read and is not too long."""
    tail_bytes = min(size, _END_BYTES + _MOST_COMMENT_BYTES)
    file.seek(size - tail_bytes)
    tail = file.read(tail_bytes)
    place = tail.rfind(_END)
    if place < 0 or len(tail) - place < _END_BYTES:
        return ()
    length = int.from_bytes(tail[place + 12 : place + 16], "little")
    end = size - tail_bytes + place  # the directory ends here, whatever is glued before the archive
    if length > end:
        return ()
    file.seek(end - length)
    return tuple(_entries(file.read(min(length, _MOST_DIRECTORY_BYTES))))


def _entries(directory: bytes) -> Iterator[ZipEntry]:
    place = 0
    while directory[place : place + 4] == _ENTRY and place + _ENTRY_BYTES <= len(directory):
        flags = int.from_bytes(directory[place + 8 : place + 10], "little")
        name, extra, comment = (int.from_bytes(directory[place + at : place + at + 2], "little") for at in (28, 30, 32))
        start = place + _ENTRY_BYTES
        yield ZipEntry(directory[start : start + name], is_encrypted=bool(flags & _ENCRYPTED))
        place = start + name + extra + comment
