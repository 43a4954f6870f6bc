"""Reads a parcel that may be hostile: every count, size, name and ratio is bounded before a byte is decoded."""

import struct
import zipfile
from collections.abc import Iterator
from types import TracebackType
from typing import BinaryIO, Self, cast

from secondread_shared.contract import decode_message
from secondread_shared.errors import MessageMalformed, ParcelMalformed, ParcelOverLimit
from secondread_shared.ids import SHA256_HEX
from secondread_shared.parcel.layout import (
    FORMAT,
    INDEX_NAME,
    LOCAL_OVERHEAD,
    MAX_ENTRIES,
    MAX_INDEX_BYTES,
    MAX_ORIGINAL_BYTES,
    ParcelEntry,
    ParcelIndex,
    entry_name,
    is_ratio_fair,
)
from secondread_shared.wire import codec_named, decode

# End of central directory (APPNOTE §4.3.16), its ZIP64 locator (§4.3.15) and record (§4.3.14).
_EOCD = struct.Struct("<4s4H2LH")
_LOCATOR = struct.Struct("<4sLQL")
_RECORD = struct.Struct("<4sQ2H2L4Q")
_MAX_DIRECTORY_BYTES = (MAX_ENTRIES + 1) * (46 + 16 + 32)


class ParcelReader:
    """Opens a parcel, checks all of its structure, then yields the original bytes of its entries.

    Raises `ParcelMalformed` or `ParcelOverLimit` on opening, `CodecError` or `ParcelMalformed` on decoding.
    """

    def __init__(self, file: BinaryIO, *, case: str, ordinal: int) -> None:
        directory_start = _bounded_directory(file)
        try:
            self._zip = zipfile.ZipFile(file)
        except (zipfile.BadZipFile, ValueError, EOFError, OverflowError, NotImplementedError, struct.error):
            raise ParcelMalformed("not_a_zip") from None
        infos = self._zip.infolist()
        _check_layout(infos, directory_start)
        self.index = self._read_index(infos[-1])
        _check_index(self.index, infos[:-1], case=case, ordinal=ordinal)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._zip.close()

    def blocks(self, entry: ParcelEntry) -> Iterator[bytes]:
        """Yield the original bytes of an entry: exactly `entry.size` of them, or an error."""
        try:
            with self._zip.open(entry_name(entry.ordinal)) as source:
                yield from decode(codec_named(entry.codec), cast("BinaryIO", source), size=entry.size)
        except (zipfile.BadZipFile, EOFError):
            raise ParcelMalformed("entry_damaged") from None

    def encoded(self, entry: ParcelEntry) -> BinaryIO:
        """Open an entry as it is stored, for copying into another parcel."""
        return cast("BinaryIO", self._zip.open(entry_name(entry.ordinal)))

    def _read_index(self, info: zipfile.ZipInfo) -> ParcelIndex:
        if info.file_size > MAX_INDEX_BYTES:
            raise ParcelOverLimit("index_size")
        try:
            return decode_message(self._zip.read(info), ParcelIndex)
        except (zipfile.BadZipFile, EOFError, MessageMalformed):
            raise ParcelMalformed("index_unreadable") from None


def _bounded_directory(file: BinaryIO) -> int:
    """Return where the central directory starts, after bounding what `zipfile` will read into memory."""
    end = file.seek(0, 2)
    if end < _EOCD.size:
        raise ParcelMalformed("too_short")
    file.seek(end - _EOCD.size)
    signature, disk, start_disk, here, count, size, offset, comment = _EOCD.unpack(file.read(_EOCD.size))
    if signature != b"PK\x05\x06" or comment or disk or start_disk or here != count:
        raise ParcelMalformed("no_end_record")
    directory_end = end - _EOCD.size
    if count == 0xFFFF or 0xFFFFFFFF in (size, offset):
        directory_end -= _LOCATOR.size + _RECORD.size
        count, size, offset = _zip64_end(file, directory_end)
    if count > MAX_ENTRIES + 1 or size > _MAX_DIRECTORY_BYTES:
        raise ParcelOverLimit("entry_count")
    if offset + size != directory_end:
        raise ParcelMalformed("directory_place")
    return int(offset)


def _zip64_end(file: BinaryIO, place: int) -> tuple[int, int, int]:
    if place < 0:
        raise ParcelMalformed("no_zip64_record")
    file.seek(place)
    raw = file.read(_RECORD.size + _LOCATOR.size)
    record = _RECORD.unpack(raw[: _RECORD.size])
    locator = _LOCATOR.unpack(raw[_RECORD.size :])
    if record[0] != b"PK\x06\x06" or locator[0] != b"PK\x06\x07" or locator[2] != place:
        raise ParcelMalformed("no_zip64_record")
    return int(record[7]), int(record[8]), int(record[9])


def _check_layout(infos: list[zipfile.ZipInfo], directory_start: int) -> None:
    """Entries are stored, plain, named once, and lie end to end: nothing overlaps, nothing hides between them."""
    if not infos or infos[-1].filename != INDEX_NAME:
        raise ParcelMalformed("index_not_last")
    if len({info.filename for info in infos}) != len(infos):
        raise ParcelMalformed("duplicate_name")
    place = 0
    for info in infos:
        if info.compress_type != zipfile.ZIP_STORED or info.flag_bits or info.comment:
            raise ParcelMalformed("entry_not_stored")
        if info.compress_size != info.file_size or info.header_offset != place:
            raise ParcelMalformed("entry_place")
        place += LOCAL_OVERHEAD + len(info.filename) + info.file_size
    if place != directory_start:
        raise ParcelMalformed("directory_place")


def _check_index(index: ParcelIndex, infos: list[zipfile.ZipInfo], *, case: str, ordinal: int) -> None:
    if index.format != FORMAT or index.case != case or index.ordinal != ordinal:
        raise ParcelMalformed("of_another_case")
    if [entry_name(entry.ordinal) for entry in index.entries] != [info.filename for info in infos]:
        raise ParcelMalformed("index_lies")
    if sum(entry.size for entry in index.entries) > MAX_ORIGINAL_BYTES:
        raise ParcelOverLimit("original_bytes")
    for entry, info in zip(index.entries, infos, strict=True):
        _check_entry(entry, info)


def _check_entry(entry: ParcelEntry, info: zipfile.ZipInfo) -> None:
    if entry.ordinal < 1 or entry.stored != info.file_size or not SHA256_HEX.fullmatch(entry.sha256):
        raise ParcelMalformed("index_lies")
    if entry.size < 0 or not is_ratio_fair(size=entry.size, stored=entry.stored):
        raise ParcelOverLimit("ratio")
