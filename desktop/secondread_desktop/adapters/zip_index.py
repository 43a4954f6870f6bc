"""A ZIP file as an archive: ZIP64, locked members, lists that lie, archives cut off in the middle.

The list at the end is believed only where it fits the file: members may not overlap, nor claim more than deflate can
give. Where there is no list, the members are looked for where they lie.
"""

import bz2
import stat
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import BinaryIO

from secondread_desktop.adapters import zip_locks
from secondread_desktop.adapters.archive_streams import Pieces, Source, Unpacked, blocks_of, buffered
from secondread_desktop.adapters.archives import MOST_FOLDERS, MOST_MEMBERS, Member, Names, Tally, Trouble, fair_total
from secondread_desktop.adapters.zip_records import (
    BZIP2,
    DEFLATED,
    LOCAL,
    LOCKS,
    STORED,
    Entry,
    has_sizes_later,
    list_place,
    listed,
    local_entry,
)
from secondread_desktop.errors import MemberDamaged, MemberLocked

_BLOCK = 1 << 16
_MOST_AT_ONCE = 1 << 16
_DEFLATE_RATIO = 1032  # zlib's own figure
_BZIP2_RATIO = 46_000  # 45 bytes for 900 kB of one value, and again
_LINK_BYTES = 4096
_MOST_GLANCED = 1 << 20
_TOO_LARGE = Trouble("archive_too_large")


@dataclass(frozen=True, slots=True)
class ZipIndex:
    """See `archives.Index`. `passwords` are tried in their order."""

    members: tuple[Member, ...]
    troubles: tuple[Trouble, ...]
    entries: dict[tuple[str, ...], Entry] = field(repr=False)
    passwords: tuple[bytes, ...] = field(default=(), repr=False)

    def find(self, parts: tuple[str, ...]) -> Member | None:
        """Return a member by its name."""
        entry = self.entries.get(parts)
        return None if entry is None else Member(parts, entry.size, entry.mtime_ns)

    def is_plain(self, member: Member) -> bool:
        """Tell whether a member lies in the archive as it is."""
        entry = self.entries[member.parts]
        return entry.method == STORED and not entry.is_locked

    def open(self, source: Source, member: Member) -> BinaryIO:
        """Open a member. Raises `MemberDamaged`, `MemberLocked`."""
        return open_entry(self.entries[member.parts], source, passwords=self.passwords)


def open_entry(entry: Entry, source: Source, *, passwords: Sequence[bytes]) -> BinaryIO:
    """Open what an entry holds. Raises `MemberDamaged`, `MemberLocked`."""
    start = data_place(entry, source)
    if entry.is_locked:
        password = _fitting(entry, source, start, passwords=passwords)
        return buffered(Unpacked(_unlocked(entry, source, start, password=password), entry.size))
    if entry.method == STORED:
        return buffered(Pieces(source, ((start, entry.size),), crc=entry.crc))
    return buffered(Unpacked(_unpacked(entry, blocks_of(source, start, entry.packed)), entry.size))


def _unlocked(entry: Entry, source: Source, start: int, *, password: bytes) -> Iterator[bytes]:
    return _unpacked(entry, zip_locks.unlocked(entry, source, start=start, password=password))


def _fitting(entry: Entry, source: Source, start: int, *, passwords: Sequence[bytes]) -> bytes:
    """Return the password of an entry. Where one fits by chance, too, the entry is read to see which opens it."""
    fitting = [one for one in passwords if zip_locks.fits(entry, source, start=start, password=one)]
    if not fitting:
        raise MemberLocked
    return next((one for one in fitting[:-1] if _is_whole(entry, source, start, password=one)), fitting[-1])


def _is_whole(entry: Entry, source: Source, start: int, *, password: bytes) -> bool:
    made = 0
    try:
        for block in _unlocked(entry, source, start, password=password):
            made += len(block)
            if made > entry.size:
                return False
    except MemberDamaged:
        return False
    return made == entry.size


def data_place(entry: Entry, source: Source) -> int:
    """Return where the bytes of an entry begin. Raises `MemberDamaged`."""
    found = local_entry(source, entry.place)
    if found is None:
        raise MemberDamaged
    return found[1]


def read_entries(source: Source) -> tuple[list[Entry], bool]:
    """Return the entries that can be believed, at most one more than are taken, and whether all is well with the list.

    Raises `Interrupted` if the source heeds a flag.
    """
    place = list_place(source)
    if place is None:
        return list(islice(_found_where_they_lie(source), MOST_MEMBERS + 1)), False
    entries: list[Entry] = []
    is_whole = True
    begin, size, shift = place
    for entry in islice(listed(source, begin, size, shift=shift), MOST_MEMBERS + 1):
        if entry is None:
            is_whole = False
        else:
            entries.append(entry)
    if not entries and source.read_at(0, 4) == LOCAL:
        return list(islice(_found_where_they_lie(source), MOST_MEMBERS + 1)), False
    honest = _not_overlapping(entries)
    return honest, is_whole and len(honest) == len(entries)


def is_locked(source: Source) -> bool:
    """Tell by the list at the end whether anything in an archive is locked, whatever lies before the archive."""
    place = list_place(source)
    if place is None:
        return False
    begin, size, shift = place
    entries = listed(source, begin, min(size, _MOST_GLANCED), shift=shift)
    return any(entry is not None and entry.flags & LOCKS for entry in entries)


def members_of(entries: Sequence[Entry], source: Source, *, is_whole: bool) -> ZipIndex:
    """Name the members, and say what was wrong."""
    names, tally = Names(), Tally(source.size)
    members: list[Member] = []
    kept: dict[tuple[str, ...], Entry] = {}
    troubles = [] if is_whole else [Trouble("archive_damaged")]
    if len(entries) > MOST_MEMBERS:  # folders count too: they cost as much to read
        troubles.append(_TOO_LARGE)
    for entry in entries[:MOST_MEMBERS]:
        source.heed()
        if entry.is_folder:
            continue
        parts, leads_out = names.name(entry.name)
        trouble = _trouble(entry, parts, source.size)
        if trouble is None and not tally.takes(entry.size):
            troubles.append(_TOO_LARGE)
            break
        if trouble is not None or leads_out:
            troubles.append(Trouble(trouble or "member_name", parts))
        if trouble is None:
            members.append(_member(entry, parts, source))
            kept[parts] = entry
    return ZipIndex(tuple(members), tuple(dict.fromkeys(troubles)), kept)


def _trouble(entry: Entry, parts: tuple[str, ...], archive_bytes: int) -> str | None:
    """Return what keeps an entry from being taken at all."""
    if len(parts) > MOST_FOLDERS:
        return "too_deep"
    if not entry.is_known:
        return "member_unknown"
    if entry.place + 30 + entry.packed > archive_bytes:
        return "member_damaged"
    room = entry.packed - (zip_locks.overhead(entry) if entry.is_locked else 0)
    most = {STORED: room, DEFLATED: room * _DEFLATE_RATIO + 64, BZIP2: room * _BZIP2_RATIO}[entry.method]
    is_stored_otherwise = entry.method == STORED and entry.size != room
    return "member_damaged" if room < 0 or entry.size > most or is_stored_otherwise else None


def _member(entry: Entry, parts: tuple[str, ...], source: Source) -> Member:
    link = _link(entry, source) if stat.S_ISLNK(entry.mode) else None
    is_odd = entry.mode not in (0, stat.S_IFREG, stat.S_IFLNK, stat.S_IFDIR)  # a folder with bytes is a file
    return Member(parts, entry.size, entry.mtime_ns, link=link, is_odd=is_odd)


def _link(entry: Entry, source: Source) -> str:
    try:
        with open_entry(entry, source, passwords=()) as stream:
            return stream.read(_LINK_BYTES).decode("utf-8", "replace")
    except (MemberDamaged, MemberLocked):
        return "/"


def _not_overlapping(entries: Sequence[Entry]) -> list[Entry]:
    """Leave out what lies inside another entry: the way of making much out of little."""
    end, overlapping = 0, set()
    for number in sorted(range(len(entries)), key=lambda number: entries[number].place):
        entry = entries[number]
        if entry.place < end:
            overlapping.add(number)
        end = max(end, entry.place + 30 + entry.packed)
    return [entry for number, entry in enumerate(entries) if number not in overlapping]


def _found_where_they_lie(source: Source) -> Iterator[Entry]:
    """Yield the entries of an archive without a list, from its start to where it breaks off."""
    place, room = 0, fair_total(source.size)
    while (found := local_entry(source, place)) is not None:
        entry, start = found
        if has_sizes_later(entry):
            measured = _measured(entry, source, start, room=room)
            if measured is None:
                return
            entry, place = measured
            room -= entry.size
        else:
            place = start + entry.packed
        if place <= start - 30 or place > source.size:
            return
        yield entry


def _measured(entry: Entry, source: Source, start: int, *, room: int) -> tuple[Entry, int] | None:
    """Unpack an entry to see where it ends, and return it with the place of the next."""
    if entry.method != DEFLATED or entry.is_locked:
        return None
    inflate = zlib.decompressobj(-15)
    place, size, crc = start, 0, 0
    while not inflate.eof:
        block = inflate.unconsumed_tail or source.read_at(place, _BLOCK)
        if not block:
            return None
        if not inflate.unconsumed_tail:
            place += len(block)
        try:
            made = inflate.decompress(block, _MOST_AT_ONCE)
        except zlib.error:
            return None
        size, crc = size + len(made), zlib.crc32(made, crc)
        if size > room:
            return None
    end = place - len(inflate.unused_data)
    after = source.read_at(end, 24)
    descriptor = 16 if after.startswith(b"PK\x07\x08") else 12
    measured = replace(entry, size=size, packed=end - start, crc=crc, is_folder=entry.is_folder and not size)
    return measured, end + descriptor


def _unpacked(entry: Entry, packed: Iterator[bytes]) -> Iterator[bytes]:
    """Yield what the packed bytes give, in blocks of bounded size, and compare the checksum at the end."""
    crc = 0
    for block in {STORED: _as_they_are, DEFLATED: _inflated, BZIP2: _bunzipped}[entry.method](packed):
        crc = zlib.crc32(block, crc)
        yield block
    if entry.crc is not None and crc != entry.crc:
        raise MemberDamaged


def _as_they_are(packed: Iterator[bytes]) -> Iterator[bytes]:
    yield from packed


def _inflated(packed: Iterator[bytes]) -> Iterator[bytes]:
    inflate = zlib.decompressobj(-15)
    for block in packed:
        rest = block
        while rest and not inflate.eof:
            try:
                made = inflate.decompress(rest, _MOST_AT_ONCE)
            except zlib.error:
                raise MemberDamaged from None
            rest = inflate.unconsumed_tail
            if made:
                yield made
    if not inflate.eof:
        raise MemberDamaged


def _bunzipped(packed: Iterator[bytes]) -> Iterator[bytes]:
    machine = bz2.BZ2Decompressor()
    for block in packed:
        rest = block
        while not machine.eof and (rest or not machine.needs_input):
            try:
                made = machine.decompress(rest, _MOST_AT_ONCE)
            except (OSError, EOFError):
                raise MemberDamaged from None
            rest = b""
            if made:
                yield made
