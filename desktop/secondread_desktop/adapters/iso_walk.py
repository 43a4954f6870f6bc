"""Walks what is left of a damaged ISO 9660 image (ECMA-119): folder by folder, as far as each can be read.

Joliet's names where there is a Joliet tree, else the plain ones. No path table, no check of anything that is written
twice: a scratched disc's image has one good copy at best.
"""

import datetime
import struct
from collections.abc import Iterator
from dataclasses import dataclass

from secondread_desktop.adapters.archive_streams import Source
from secondread_desktop.adapters.moments import kept_ns

_SECTOR = 2048
_FIRST, _LAST = 16, 64  # where volume descriptors may be (§6.7.1)
_JOLIET = (b"%/@", b"%/C", b"%/E")
_MOST_FOLDER_BYTES = 8 << 20
_MOST_FOLDERS, _MOST_FILES = 20_000, 200_000
_MOST_BAD = 2  # sectors: a drive's own attempts at each take it half a minute
_MOST_BYTES = 32 << 20  # of all folders together
_IS_FOLDER, _GOES_ON = 0x02, 0x80  # flags of a record (§9.1.6)


class Refused(Exception):  # between this module and `iso_index` only
    """The image is not one that can be listed so."""


@dataclass(frozen=True, slots=True)
class IsoFile:
    """A file of an image: where its bytes lie (place, size)."""

    parts: tuple[str, ...]
    extents: tuple[tuple[int, int], ...]
    mtime_ns: int
    link: str | None = None

    @property
    def size(self) -> int:
        """Bytes."""
        return sum(size for _, size in self.extents)


def files_of(source: Source) -> tuple[list[IsoFile], bool]:
    """Return the files that can be listed, and whether every folder could be."""
    root = _root(source)
    if root is None:
        return [], False
    place, size, is_joliet, is_whole = root
    walk = _Walk(source, is_joliet=is_joliet)
    walk.run(place, size)
    return walk.files, walk.is_whole and is_whole


def sectors_of(source: Source, first: int, end: int) -> Iterator[bytes | None]:
    """Yield some sectors; None for one that cannot be read. Raises `OSError` where there are too many of those."""
    bad = 0
    for sector in range(first, end):
        try:
            content = source.read_at(sector * _SECTOR, _SECTOR)
        except OSError:
            bad += 1
            if bad > _MOST_BAD:
                raise
            yield None
        else:
            yield content


def plain_name(name: str) -> str:
    """Return a name without its version (§7.5.1)."""
    stem, semicolon, version = name.rpartition(";")
    name = stem if semicolon and version.isdigit() else name
    return name.removesuffix(".") or name


def moment_ns(moment: tuple[int, int, int, int, int, int], *, minutes_east: int) -> int:
    """Return a date of an image as nanoseconds; 0 for one that is none or too far off."""
    try:
        local = datetime.datetime(*moment, tzinfo=datetime.UTC)
        return kept_ns(int((local - datetime.timedelta(minutes=minutes_east)).timestamp()) * 1_000_000_000)
    except (ValueError, OverflowError):
        return 0


def _root(source: Source) -> tuple[int, int, bool, bool] | None:
    """Return where the root lies, its size, whether it is Joliet's, and whether every descriptor could be read."""
    plain, is_whole = None, True
    for descriptor in sectors_of(source, _FIRST, _LAST):
        if descriptor is None:
            is_whole = False
            continue
        if len(descriptor) < 190 or descriptor[0] == 255 or descriptor[1:6] != b"CD001":
            break
        place, size = struct.unpack_from("<L4xL", descriptor, 158)
        if descriptor[0] == 2 and descriptor[88:91] in _JOLIET:
            return place * _SECTOR, size, True, is_whole
        if descriptor[0] == 1 and plain is None:
            plain = (place * _SECTOR, size, False)
    return None if plain is None else (*plain, is_whole)


class _Walk:
    """One walk; each folder is read once, wherever else it is named."""

    def __init__(self, source: Source, *, is_joliet: bool) -> None:
        self.files: list[IsoFile] = []
        self.is_whole = True
        self._source = source
        self._is_joliet = is_joliet
        self._met: set[int] = set()
        self._left = _MOST_BYTES

    def run(self, place: int, size: int) -> None:
        waiting: list[tuple[tuple[str, ...], int, int]] = [((), place, size)]
        while waiting and len(self.files) < _MOST_FILES:
            above, place, size = waiting.pop()
            if place in self._met or len(self._met) >= _MOST_FOLDERS or self._left <= 0:
                self.is_whole = False
                continue
            self._met.add(place)
            below = []
            for name, record, is_folder in self._records(place, size):
                if is_folder:
                    below.append(((*above, name), record.extents[0][0], record.size))
                elif len(self.files) < _MOST_FILES:
                    self.files.append(IsoFile((*above, name), record.extents, record.mtime_ns))
            waiting += reversed(below)

    def _records(self, place: int, size: int) -> Iterator[tuple[str, IsoFile, bool]]:
        try:
            content = self._source.read_at(place, min(size, _MOST_FOLDER_BYTES, self._left))
        except OSError:  # a scratch through this folder's list; the others may be well
            self.is_whole = False
            return
        self._left -= len(content)
        self.is_whole = self.is_whole and len(content) == size
        at, begun = 0, None
        while at + 34 <= len(content):
            length = content[at]
            if length == 0:
                at += _SECTOR - at % _SECTOR  # records never cross a sector (§6.8.1.1)
                continue
            record = content[at : at + length]
            at += length
            if length < 34 or len(record) < length or 33 + record[32] > length:
                self.is_whole = False
                return
            begun = self._joined(begun, record)
            if not record[25] & _GOES_ON:
                name = self._name(record)
                if name:
                    yield name, begun, bool(record[25] & _IS_FOLDER)
                begun = None

    def _joined(self, begun: IsoFile | None, record: bytes) -> IsoFile:
        """Return a record as a file, joined to the extents before it (§6.5.1)."""
        block, size = struct.unpack_from("<L4xL", record, 2)
        extent = ((block + record[1]) * _SECTOR, size)
        year, month, day, hour, minute, second, quarters = struct.unpack_from("6Bb", record, 18)
        mtime_ns = moment_ns((1900 + year, month, day, hour, minute, second), minutes_east=15 * quarters)
        extents = (*begun.extents, extent) if begun is not None else (extent,)
        return IsoFile((), extents[:1000], mtime_ns)

    def _name(self, record: bytes) -> str | None:
        raw = record[33 : 33 + record[32]]
        if raw in (b"\0", b"\1", b""):
            return None
        return plain_name(raw.decode("utf-16-be" if self._is_joliet else "latin-1", "replace"))
