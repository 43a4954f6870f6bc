"""A disc image as an archive: ISO 9660 (ECMA-119) with Joliet or Rock Ridge, and UDF bridges (ECMA-167). Never mounted.

pycdlib reads the list, through a stream that counts what it reads: a hostile image runs into that, whatever it makes
the library do. The bytes of the files are read by ourselves, from the extents that the list names. An image that the
library declines, for it is strict, is walked once more by `iso_walk`, which takes what is left of a damaged one.
"""

import io
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, BinaryIO

from secondread_desktop.adapters import iso_walk
from secondread_desktop.adapters.archive_streams import Pieces, Source, buffered
from secondread_desktop.adapters.archives import MOST_FOLDERS, Member, Names, Tally, Trouble
from secondread_desktop.adapters.iso_walk import IsoFile, Refused
from secondread_desktop.errors import Interrupted
from secondread_desktop.services.ports import Flag

_MOST_BYTES, _MOST_READ, _MOST_SECONDS = 128 << 20, 4 << 20, 20.0
_LARGE, _MOST_REST = 64 << 10, 160 << 10  # a file identifier of UDF has 66 kB at most (ECMA-167 4/14.4)
_SECTOR = 2048
_UDF_MARKS = (b"BEA01", b"NSR02", b"NSR03")


@dataclass(frozen=True, slots=True)
class IsoIndex:
    """See `archives.Index`."""

    members: tuple[Member, ...]
    troubles: tuple[Trouble, ...]
    extents: dict[tuple[str, ...], tuple[tuple[int, int], ...]] = field(repr=False)
    mtimes: dict[tuple[str, ...], int] = field(repr=False)

    def find(self, parts: tuple[str, ...]) -> Member | None:
        """Return a member by its name."""
        extents = self.extents.get(parts)
        return None if extents is None else Member(parts, sum(size for _, size in extents), self.mtimes[parts])

    def is_plain(self, _member: Member) -> bool:
        """Return True: a disc image packs nothing."""
        return True

    def open(self, source: Source, member: Member) -> BinaryIO:
        """Open a member."""
        return buffered(Pieces(source, self.extents[member.parts]))


def iso_index(source: Source, *, cancel: Flag | None = None) -> IsoIndex:
    """Return the members of a disc image. Raises `Interrupted`."""
    try:
        return _indexed(_by_library(source, cancel), source, troubles=())
    except Refused:
        pass
    files, is_whole = iso_walk.files_of(source)
    if any(sector is not None and sector[1:6] in _UDF_MARKS for sector in iso_walk.sectors_of(source, 16, 24)):
        # The other half of a bridge may hold no more than a note that says so.
        return _indexed(files, source, troubles=(Trouble("archive_damaged" if files else "image_unknown"),))
    return _indexed(files, source, troubles=() if is_whole else (Trouble("archive_damaged"),))


def _indexed(files: Iterable[IsoFile], source: Source, *, troubles: tuple[Trouble, ...]) -> IsoIndex:
    names, tally = Names(), Tally(source.size)
    files = list(files)
    found, told = [], list(troubles)
    extents, mtimes = {}, {}
    if not told and _reaches(files, source.size + 1):
        told.append(Trouble("archive_damaged"))
    for file in files:
        parts, leads_out = names.name("/".join(file.parts))
        if not tally.takes(file.size):
            told.append(Trouble("archive_too_large"))
            break
        if len(parts) > MOST_FOLDERS or leads_out:
            told.append(Trouble("too_deep" if len(parts) > MOST_FOLDERS else "member_name", parts))
        if len(parts) <= MOST_FOLDERS:
            found.append(Member(parts, file.size, file.mtime_ns, link=file.link))
            extents[parts], mtimes[parts] = file.extents, file.mtime_ns
    return IsoIndex(tuple(found), tuple(told), extents, mtimes)


class _Large(bytes):
    """A large read, whose rests are short: the library copies the whole rest of a UDF folder for each name in it."""

    def __getitem__(self, place: Any) -> Any:
        if isinstance(place, slice) and place.start is not None and place.stop is None and place.step is None:
            place = slice(place.start, place.start + _MOST_REST)
        return super().__getitem__(place)


class _Metered(io.RawIOBase):
    """Lets the library read so much and so long, and no more."""

    def __init__(self, source: Source, cancel: Flag | None) -> None:
        super().__init__()
        self._cancel = cancel
        self._source = source
        self._place = 0
        self._left = _MOST_BYTES
        self._until = time.monotonic() + _MOST_SECONDS

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._place

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        self._place = offset + {io.SEEK_SET: 0, io.SEEK_CUR: self._place, io.SEEK_END: self._source.size}[whence]
        if self._place < 0:
            raise Refused
        return self._place

    def read(self, size: int = -1) -> bytes:
        wanted = self._source.size - self._place if size < 0 else size
        self._left -= max(wanted, 64)
        if self._cancel is not None and self._cancel.is_set():
            raise Interrupted
        if wanted > _MOST_READ or self._left < 0 or time.monotonic() > self._until:
            raise Refused
        content = self._source.read_at(self._place, wanted)
        self._place += len(content)
        return _Large(content) if len(content) > _LARGE else content


def _by_library(source: Source, cancel: Flag | None) -> list[IsoFile]:
    """Return the files as pycdlib lists them, by the richest names there are. Raises `Refused`."""
    import pycdlib
    from pycdlib.pycdlibexception import PyCdlibException

    image: Any = pycdlib.PyCdlib()
    try:
        image.open_fp(_Metered(source, cancel))
        if image.has_udf() and image.udf_root is not None:
            return list(_udf_files(image))
        files = list(_iso_files(image))
        if _reaches(files, source.size) and image.pvd.space_size * image.pvd.log_block_size > source.size:
            raise Refused  # cut off: the library makes files smaller until they fit, to less than nothing
        return files
    except (PyCdlibException, ValueError, ArithmeticError, LookupError, TypeError, AttributeError, RecursionError):
        raise Refused from None  # its own word for what it declines, and what it stumbles over
    except (_struct_error(), OSError):
        raise Refused from None  # an unreadable sector is met again by the walk, or may not matter to it


def _reaches(files: Iterable[IsoFile], end: int) -> bool:
    """Tell whether any file goes as far as a place, or behind it."""
    return any(place + size >= end for file in files for place, size in file.extents)


def _struct_error() -> type[Exception]:
    import struct

    return struct.error


def _udf_files(image: Any) -> Iterator[IsoFile]:
    """Yield the files of a UDF bridge by their allocation descriptors (ECMA-167 4/14.14)."""
    start = image.udf_main_descs.partitions[0].part_start_location
    waiting: list[tuple[tuple[str, ...], Any]] = [((), image.udf_root)]
    while waiting:
        above, folder = waiting.pop()
        below = []
        for ident in folder.fi_descs.values():
            entry = ident.file_entry if not ident.is_parent() else None
            if entry is None:
                continue
            parts = (*above, ident.fi.decode(ident.encoding, "replace"))
            if entry.is_dir():
                below.append((parts, entry))
            else:
                yield IsoFile(parts, _udf_extents(entry, start), _udf_mtime_ns(entry), link=_udf_link(entry))
        waiting += reversed(below)


def _udf_link(entry: Any) -> str | None:
    return "/" if entry.is_symlink() else None  # where it leads is not read: it is said, and not followed


def _udf_extents(entry: Any, start: int) -> tuple[tuple[int, int], ...]:
    left = entry.get_data_length()
    extents = []
    for piece in entry.alloc_descs:
        size = min(left, piece.extent_length & 0x3FFFFFFF)  # the two high bits say whether it is recorded
        extents.append(((start + piece.log_block_num) * _SECTOR + piece.offset, size))
        left -= size
    if left:
        raise Refused
    return tuple(extents)


def _udf_mtime_ns(entry: Any) -> int:
    stamp = entry.mod_time
    moment = (stamp.year, stamp.month, stamp.day, stamp.hour, stamp.minute, stamp.second)
    return iso_walk.moment_ns(moment, minutes_east=0 if stamp.tz == -2047 else stamp.tz)


def _iso_files(image: Any) -> Iterator[IsoFile]:
    """Yield the files by Rock Ridge, Joliet or plain names, whichever there are."""
    is_ridge, block = image.has_rock_ridge(), image.logical_block_size
    is_joliet = not is_ridge and image.has_joliet()
    root = (image.joliet_vd if is_joliet else image.pvd).root_directory_record()
    waiting: list[tuple[tuple[str, ...], Any]] = [((), root)]
    while waiting:
        above, folder = waiting.pop()
        below = []
        for record in folder.rr_children if is_ridge and folder.rr_children else folder.children:
            if record.is_dot() or record.is_dotdot():
                continue
            name = _record_name(record, is_ridge=is_ridge, is_joliet=is_joliet)
            if record.is_dir():
                below.append(((*above, name), record))
            elif not record.is_associated_file():
                yield _iso_file((*above, name), record, block=block, is_ridge=is_ridge)
        waiting += reversed(below)


def _record_name(record: Any, *, is_ridge: bool, is_joliet: bool) -> str:
    if is_ridge and record.rock_ridge is not None and record.rock_ridge.name():
        return str(record.rock_ridge.name().decode("utf-8", "replace"))
    raw = record.file_identifier()
    return iso_walk.plain_name(raw.decode("utf-16-be" if is_joliet else "latin-1", "replace"))


def _iso_file(parts: tuple[str, ...], record: Any, *, block: int, is_ridge: bool) -> IsoFile:
    link = None
    if is_ridge and record.is_symlink():
        link = record.rock_ridge.symlink_path().decode("utf-8", "replace")
    extents, piece = [], record
    while piece is not None:  # a file of several extents (ECMA-119 §6.5.1)
        extents.append(((piece.extent_location() + piece.xattr_len) * block, piece.get_data_length()))
        piece = piece.data_continuation
    date = record.date
    moment = (1900 + date.years_since_1900, date.month, date.day_of_month, date.hour, date.minute, date.second)
    return IsoFile(parts, tuple(extents), iso_walk.moment_ns(moment, minutes_east=15 * date.gmtoffset), link=link)
