"""Reads a parcel that may be hostile: every count, size, name and ratio is bounded before a byte is decoded."""

import struct
import zipfile
from collections.abc import Iterator
from types import TracebackType
from typing import BinaryIO, Self, cast

from secondread_shared.contract import decode_message
from secondread_shared.errors import MessageMalformed, ParcelMalformed, ParcelOverLimit
from secondread_shared.ids import SHA256_HEX
from secondread_shared.parcel.container import (
    CENTRAL_OVERHEAD,
    END,
    END64,
    LOCATOR,
    TOO_LARGE,
    central_header,
    end_records,
    local_header,
)
from secondread_shared.parcel.layout import (
    FORMAT,
    INDEX_NAME,
    MAX_ENTRIES,
    MAX_INDEX_BYTES,
    MAX_ORIGINAL_BYTES,
    ParcelEntry,
    ParcelIndex,
    entry_name,
    is_ratio_fair,
)
from secondread_shared.wire import codec_named, decode

_MAX_DIRECTORY_BYTES = (MAX_ENTRIES + 1) * (CENTRAL_OVERHEAD + 16)
# `zipfile` on bytes that are no ZIP, or one of a kind that it does not know.
_ZIP_ERRORS = (zipfile.BadZipFile, ValueError, EOFError, OverflowError, RuntimeError, struct.error)


class ParcelReader:
    """Opens a parcel, checks all of its structure, then yields the original bytes of its entries.

    Raises `ParcelMalformed` or `ParcelOverLimit` on opening, `CodecError` or `ParcelMalformed` on decoding.
    Whether those bytes have the stated SHA-256 is for whoever writes them down to see.
    """

    def __init__(self, file: BinaryIO, *, case: str, ordinal: int) -> None:
        _bound_directory(file)
        try:
            self._zip = zipfile.ZipFile(file)
        except _ZIP_ERRORS:
            raise ParcelMalformed("not_a_zip") from None
        infos = self._zip.infolist()
        _check_names(infos)
        _check_container(file, infos)
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
        except (*_ZIP_ERRORS, MessageMalformed):
            raise ParcelMalformed("index_unreadable") from None


def _bound_directory(file: BinaryIO) -> None:
    """Bound what `zipfile` will read into memory, by the end records that it will go by."""
    end = file.seek(0, 2)
    if end < END.size:
        raise ParcelMalformed("too_short")
    file.seek(end - END.size)
    signature, _, _, _, count, size, offset, _ = END.unpack(file.read(END.size))
    if signature != b"PK\x05\x06":
        raise ParcelMalformed("no_end_record")
    directory_end = end - END.size
    # `zipfile` follows a locator even where the end record does not ask for one.
    if offset == TOO_LARGE or _has_locator(file, directory_end):
        directory_end -= LOCATOR.size + END64.size
        count, size, offset = _zip64_end(file, directory_end)
    if count > MAX_ENTRIES + 1 or size > _MAX_DIRECTORY_BYTES:
        raise ParcelOverLimit("entry_count")
    if offset + size != directory_end:
        raise ParcelMalformed("directory_place")


def _has_locator(file: BinaryIO, directory_end: int) -> bool:
    file.seek(max(0, directory_end - LOCATOR.size))
    return file.read(4) == b"PK\x06\x07"


def _zip64_end(file: BinaryIO, place: int) -> tuple[int, int, int]:
    if place < 0:
        raise ParcelMalformed("no_zip64_record")
    file.seek(place)
    record = END64.unpack(file.read(END64.size))
    locator = LOCATOR.unpack(file.read(LOCATOR.size))
    if record[0] != b"PK\x06\x06" or locator[0] != b"PK\x06\x07" or locator[2] != place:
        raise ParcelMalformed("no_zip64_record")
    return int(record[7]), int(record[8]), int(record[9])


def _check_names(infos: list[zipfile.ZipInfo]) -> None:
    if not infos or infos[-1].filename != INDEX_NAME:
        raise ParcelMalformed("index_not_last")
    if len({info.filename for info in infos}) != len(infos):
        raise ParcelMalformed("duplicate_name")


def _check_container(file: BinaryIO, infos: list[zipfile.ZipInfo]) -> None:
    """Everything but the entries' bytes must be what the writer would write.

    So nothing overlaps, nothing hides in between, no entry is compressed or encrypted, and other programs see the same.
    """
    place = 0
    records = []
    for info in infos:
        if info.header_offset != place:
            raise ParcelMalformed("entry_place")
        header = local_header(info.filename, crc=info.CRC, stored=info.file_size)
        if _read_at(file, place, len(header)) != header:
            raise ParcelMalformed("local_header")
        records.append(central_header(info.filename, crc=info.CRC, stored=info.file_size, place=place))
        place += len(header) + info.file_size
    directory = b"".join(records)
    directory += end_records(count=len(infos), size=len(directory), place=place)
    if _read_at(file, place, len(directory) + 1) != directory:
        raise ParcelMalformed("directory")


def _read_at(file: BinaryIO, place: int, size: int) -> bytes:
    file.seek(place)
    return file.read(size)


def _check_index(index: ParcelIndex, infos: list[zipfile.ZipInfo], *, case: str, ordinal: int) -> None:
    if index.format != FORMAT or index.case != case or index.ordinal != ordinal:
        raise ParcelMalformed("of_another_case")
    if len(index.entries) != len(infos):
        raise ParcelMalformed("index_lies")
    if sum(entry.size for entry in index.entries) > MAX_ORIGINAL_BYTES:
        raise ParcelOverLimit("original_bytes")
    for entry, info in zip(index.entries, infos, strict=True):
        _check_entry(entry, info)


def _check_entry(entry: ParcelEntry, info: zipfile.ZipInfo) -> None:
    if entry.ordinal < 1 or entry_name(entry.ordinal) != info.filename or entry.stored != info.file_size:
        raise ParcelMalformed("index_lies")
    if entry.size < 0 or not SHA256_HEX.fullmatch(entry.sha256):
        raise ParcelMalformed("index_lies")
    if not is_ratio_fair(size=entry.size, stored=entry.stored):
        raise ParcelOverLimit("ratio")
