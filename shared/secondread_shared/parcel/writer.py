"""Writes a parcel into a file. The caller closes it, fsyncs it and takes its SHA-256 before any upload is created.

By hand, not by `zipfile`: the bytes are then the same with every Python, and a writer given up writes nothing more.
"""

import zlib
from typing import BinaryIO

from secondread_shared.contract import encode_message
from secondread_shared.errors import ParcelMalformed, ParcelOverLimit
from secondread_shared.parcel.container import central_header, end_records, local_header
from secondread_shared.parcel.layout import (
    FORMAT,
    INDEX_NAME,
    MAX_ENTRIES,
    MAX_ORIGINAL_BYTES,
    ParcelEntry,
    ParcelIndex,
    entry_name,
    is_ratio_fair,
)
from secondread_shared.wire import BLOCK, Codec


class ParcelWriter:
    """Appends encoded entries to one parcel. Not safe for several threads."""

    def __init__(self, file: BinaryIO, *, case: str, ordinal: int) -> None:
        self._file = file
        self._case = case
        self._ordinal = ordinal
        self._place = 0
        self._directory: list[bytes] = []
        self._entries: list[ParcelEntry] = []
        self._ordinals: set[int] = set()
        self._original_bytes = 0

    @property
    def entries(self) -> list[ParcelEntry]:
        """The entries so far, in order."""
        return list(self._entries)

    @property
    def size_bytes(self) -> int:
        """Bytes written so far, without the index that `close` appends."""
        return self._place

    @property
    def is_full(self) -> bool:
        """True when the entry count or the original bytes leave no room, whatever the size."""
        return len(self._entries) >= MAX_ENTRIES or self._original_bytes >= MAX_ORIGINAL_BYTES // 2

    def add(self, encoded: BinaryIO, *, ordinal: int, size: int, sha256: str, codec: Codec) -> ParcelEntry:
        """Copy one encoded entry; one that is refused leaves the parcel as it was.

        `size` (bytes) and `sha256` (hexadecimal) are of the original bytes.
        """
        if ordinal in self._ordinals:
            raise ParcelMalformed("duplicate_name")
        crc, stored = self._copy(entry_name(ordinal), encoded)
        if not is_ratio_fair(size=size, stored=stored):
            raise ParcelOverLimit("ratio")
        self._finish(entry_name(ordinal), crc=crc, stored=stored)
        entry = ParcelEntry(ordinal=ordinal, size=size, sha256=sha256, codec=codec.value, stored=stored)
        self._entries.append(entry)
        self._ordinals.add(ordinal)
        self._original_bytes += size
        return entry

    def close(self) -> None:
        """Write `parcel.json` and the central directory; nothing can be added afterwards."""
        index = ParcelIndex(format=FORMAT, case=self._case, ordinal=self._ordinal, entries=self._entries)
        body = encode_message(index)
        self._file.seek(self._place + len(local_header(INDEX_NAME, crc=0, stored=0)))
        self._file.write(body)
        self._finish(INDEX_NAME, crc=zlib.crc32(body), stored=len(body))
        directory = b"".join(self._directory)
        self._file.seek(self._place)
        self._file.write(directory)
        self._file.write(end_records(count=len(self._directory), size=len(directory), place=self._place))
        self._file.truncate()
        self._file.flush()

    def _copy(self, name: str, source: BinaryIO) -> tuple[int, int]:
        """Copy an entry's bytes behind the room for its header; return their CRC-32 and count."""
        self._file.seek(self._place + len(local_header(name, crc=0, stored=0)))
        crc = stored = 0
        while block := source.read(BLOCK):
            self._file.write(block)
            crc = zlib.crc32(block, crc)
            stored += len(block)
        return crc, stored

    def _finish(self, name: str, *, crc: int, stored: int) -> None:
        header = local_header(name, crc=crc, stored=stored)
        self._file.seek(self._place)
        self._file.write(header)
        self._directory.append(central_header(name, crc=crc, stored=stored, place=self._place))
        self._place += len(header) + stored
