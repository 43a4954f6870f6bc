"""Archives that were opened lately: their lists, and private copies of archives that were packed inside others.

Nothing of the medium itself is held open here, so a disc can always be taken out.
"""

import threading
from collections import OrderedDict
from dataclasses import dataclass
from typing import BinaryIO

from secondread_desktop.adapters.archive_copies import ArchiveCopies
from secondread_desktop.adapters.archive_streams import Source, Unpacked
from secondread_desktop.adapters.archives import MOST_LEVELS, Index, Member
from secondread_desktop.services.passwords import PasswordBook
from secondread_desktop.services.ports import Flag

_MOST_LISTS = 16
_UDF_MARKS = (b"CD001", b"BEA01")
_IMAGE_MARK = 0x8001  # the first volume descriptor (ECMA-119 §8.1.2, ECMA-167 2/9.1)
_ZIP_MARKS = (b"PK\x03\x04", b"PK\x05\x06")


@dataclass(frozen=True, slots=True)
class Place:
    """Where an outermost archive lies, and what tells it from another under the same name."""

    root: str
    parts: tuple[str, ...]
    size: int
    mtime_ns: int
    fingerprint: bytes


Key = tuple[Place, *tuple[tuple[str, ...], ...]]  # and the names of the archives inside, level by level


class TooMuch(Exception):
    """An archive goes deeper, or needs more room, than we follow. `code` is a word of `ui.texts.FINDINGS`."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def is_image(file: BinaryIO) -> bool:
    """Tell by its mark whether a file is a disc image."""
    file.seek(_IMAGE_MARK)
    return file.read(5) in _UDF_MARKS


@dataclass(slots=True)
class Opened:
    """An archive that is open for the moment: its list, and where its bytes come from."""

    index: Index
    source: Source
    key: Key
    depth: int


class ArchiveShelf:
    """Shared by every medium of a program. Any thread may ask."""

    def __init__(self, book: PasswordBook | None = None) -> None:
        self._book = book or PasswordBook()
        self._lock = threading.Lock()
        self._lists: OrderedDict[tuple[object, ...], Index] = OrderedDict()
        self._copies = ArchiveCopies()

    def archive(self, outermost: Source, key: Key, parts: tuple[str, ...], *, cancel: Flag | None = None) -> Opened:
        """Open the archive that is `parts` inside the outermost one; itself for no parts.

        Raises `TooMuch`, `FileNotFoundError`, `MemberDamaged`, `MemberLocked`, `DiskFull`, `Interrupted`.
        """
        opened = Opened(self._list(outermost, key, cancel), outermost, key, 1)
        while parts:
            member, rest = _split(opened.index, parts)
            opened = self._within(opened, member, outermost_bytes=outermost.size, cancel=cancel)
            parts = rest
        return opened

    def member(self, outermost: Source, key: Key, parts: tuple[str, ...]) -> tuple[Member, BinaryIO]:
        """Open the file that is `parts` inside the outermost archive. Raises as `archive` does."""
        opened = Opened(self._list(outermost, key, None), outermost, key, 1)
        while (member := opened.index.find(parts)) is None:
            archive, parts = _split(opened.index, parts)
            opened = self._within(opened, archive, outermost_bytes=outermost.size, cancel=None)
        return member, opened.index.open(opened.source, member)

    def _within(self, outer: Opened, member: Member, *, outermost_bytes: int, cancel: Flag | None) -> Opened:
        if outer.depth >= MOST_LEVELS:
            raise TooMuch("archive_too_deep")
        key = (*outer.key, member.parts)
        if outer.index.is_plain(member):
            source = Source(outer.index.open(outer.source, member), member.size)
        else:
            source = self._copy(outer, member, key, outermost_bytes=outermost_bytes, cancel=cancel)
        return Opened(self._list(source, key, cancel), source, key, outer.depth + 1)

    def _list(self, source: Source, key: Key, cancel: Flag | None) -> Index:
        full = (*key, len(self._book.all()))
        with self._lock:
            if full in self._lists:
                self._lists.move_to_end(full)
                return self._lists[full]
        index = read_index(source, self._book, root=key[0].root, cancel=cancel)
        with self._lock:
            self._lists[full] = index
            while len(self._lists) > _MOST_LISTS:
                self._lists.popitem(last=False)
        return index

    def _copy(self, outer: Opened, member: Member, key: Key, *, outermost_bytes: int, cancel: Flag | None) -> Source:
        """Return a private copy of an archive that is packed: it must be read here and there."""

        def unpack() -> Source:
            if not self._copies.takes(key, member.size, outermost_bytes=outermost_bytes):
                raise TooMuch("archive_too_large")
            stream = outer.index.open(outer.source, member)
            raw = getattr(stream, "raw", stream)
            assert isinstance(raw, Unpacked)
            return Source(stream, raw.finish(cancel))

        return self._copies.get(key, unpack, cancel=cancel)


def read_index(source: Source, book: PasswordBook, *, root: str, cancel: Flag | None = None) -> Index:
    """Read the list of an archive, whichever kind it is. Raises `Interrupted`."""
    source = source.heeding(cancel)
    if source.read_at(0, 4) in _ZIP_MARKS or source.read_at(_IMAGE_MARK, 5) not in _UDF_MARKS:
        from secondread_desktop.adapters.zip_archive import zip_index

        return zip_index(source, book, root=root)
    from secondread_desktop.adapters.iso_index import iso_index

    return iso_index(source, cancel=cancel)


def _split(index: Index, parts: tuple[str, ...]) -> tuple[Member, tuple[str, ...]]:
    for count in range(len(parts), 0, -1):
        member = index.find(parts[:count])
        if member is not None:
            return member, parts[count:]
    raise FileNotFoundError
