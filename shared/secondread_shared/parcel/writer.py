"""Writes a parcel into a file. The caller closes it, fsyncs it and takes its SHA-256 before any upload is created."""

import zipfile
from typing import BinaryIO

from secondread_shared.contract import encode_message
from secondread_shared.errors import ParcelOverLimit
from secondread_shared.parcel.layout import (
    FORMAT,
    INDEX_NAME,
    MAX_ENTRIES,
    MAX_ORIGINAL_BYTES,
    ZIP_EPOCH,
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
        self._zip = zipfile.ZipFile(file, "w", zipfile.ZIP_STORED, allowZip64=True)
        self._case = case
        self._ordinal = ordinal
        self._entries: list[ParcelEntry] = []

    @property
    def entries(self) -> list[ParcelEntry]:
        """The entries so far, in order."""
        return list(self._entries)

    @property
    def size_bytes(self) -> int:
        """Bytes written so far, without the index that `close` appends."""
        return self._file.tell()

    @property
    def is_full(self) -> bool:
        """True when the entry count or the original bytes leave no room, whatever the size."""
        original = sum(entry.size for entry in self._entries)
        return len(self._entries) >= MAX_ENTRIES or original >= MAX_ORIGINAL_BYTES // 2

    def add(self, encoded: BinaryIO, *, ordinal: int, size: int, sha256: str, codec: Codec) -> ParcelEntry:
        """Copy one encoded entry. `size` (bytes) and `sha256` (hexadecimal) are of the original bytes."""
        stored = self._copy(entry_name(ordinal), encoded)
        if not is_ratio_fair(size=size, stored=stored):
            raise ParcelOverLimit("ratio")
        entry = ParcelEntry(ordinal=ordinal, size=size, sha256=sha256, codec=codec.value, stored=stored)
        self._entries.append(entry)
        return entry

    def close(self) -> None:
        """Write `parcel.json` and the central directory; nothing can be added afterwards."""
        index = ParcelIndex(format=FORMAT, case=self._case, ordinal=self._ordinal, entries=self._entries)
        with self._zip.open(_zip_info(INDEX_NAME), "w", force_zip64=True) as target:
            target.write(encode_message(index))
        self._zip.close()

    def _copy(self, name: str, source: BinaryIO) -> int:
        stored = 0
        with self._zip.open(_zip_info(name), "w", force_zip64=True) as target:
            while block := source.read(BLOCK):
                stored += target.write(block)
        return stored


def _zip_info(name: str) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name, ZIP_EPOCH)
    info.create_system = 3  # Unix on every platform, so that the same entries give the same bytes
    info.external_attr = 0o600 << 16
    return info
