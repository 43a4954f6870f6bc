"""The records of a ZIP file (APPNOTE.TXT 6.3.10): where its list is, and what each entry of it says."""

import datetime
import stat
import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from secondread_desktop.adapters.archive_streams import Source

LOCAL, _CENTRAL, _END, _END64, _LOCATOR64 = b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06", b"PK\x06\x06", b"PK\x06\x07"
STORED, DEFLATED, BZIP2, AES = 0, 8, 12, 99
ENCRYPTED, _SIZES_LATER, _STRONG, _UTF8, _MASKED = 0x1, 0x8, 0x40, 0x800, 0x2000  # §4.4.4
LOCKS = ENCRYPTED | _STRONG | _MASKED
_AES_STRENGTHS = (1, 2, 3)  # keys of 128, 192 and 256 bits (WinZip AES §II B)
_END_BYTES, _MOST_COMMENT = 22, 0xFFFF
_MOST_LIST_BYTES = 64 << 20
_ENTRY_BYTES, _LONGEST_ENTRY = 46, 46 + 3 * 0xFFFF  # name, extra field and comment have two bytes for their lengths
_WINDOW = 1 << 20
_WHOLE64 = 0xFFFFFFFF


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of the list. `method` is what packs the bytes; `aes` is 1 to 3 for WinZip AES, else 0."""

    name: str
    place: int
    size: int
    packed: int
    method: int
    flags: int
    crc: int | None
    mtime_ns: int
    check: int = 0  # the byte that ZipCrypto repeats (§6.1.6)
    aes: int = 0
    mode: int = 0
    is_folder: bool = False

    @property
    def is_locked(self) -> bool:
        """Whether a password is needed."""
        return bool(self.flags & ENCRYPTED)

    @property
    def is_known(self) -> bool:
        """Whether we know how it is packed and locked."""
        return self.method in (STORED, DEFLATED, BZIP2) and not self.flags & _STRONG


def list_place(source: Source) -> tuple[int, int, int] | None:
    """Return where the list begins, its size, and what to add to the places in it; None if there is no end record."""
    record = _end(source)
    if record is None:
        return None
    end, content = record
    size, place = struct.unpack_from("<LL", content, 12)
    if _WHOLE64 in (size, place):
        end, size, place = _end64(source, end) or (end, size, place)
    begin = end - size
    if size > _MOST_LIST_BYTES or begin < 0:
        return None
    if source.read_at(begin, 4) != _CENTRAL and source.read_at(place, 4) == _CENTRAL:
        return place, size, 0
    return begin, size, begin - place


def has_list(source: Source) -> bool:
    """Tell whether a file ends as a ZIP does, with a list that names something."""
    place = list_place(source)
    return place is not None and place[1] >= _ENTRY_BYTES and source.read_at(place[0], 4) == _CENTRAL


def is_one_of_several(source: Source) -> bool:
    """Tell whether a file is the last part of an archive that was split (§4.4.19)."""
    record = _end(source)
    return record is not None and record[1][4:6] not in (b"\0\0", b"\xff\xff")


def _end(source: Source) -> tuple[int, bytes] | None:
    """Return the place and the content of the end record (§4.3.16)."""
    start = max(0, source.size - _END_BYTES - _MOST_COMMENT)
    tail = source.read_at(start, source.size - start)
    found = tail.rfind(_END, 0, max(0, len(tail) - _END_BYTES + len(_END)))
    return None if found < 0 else (start + found, tail[found : found + _END_BYTES])


def _end64(source: Source, end: int) -> tuple[int, int, int] | None:
    """Read the ZIP64 end record (§4.3.14), by its locator or just before it."""
    locator = source.read_at(end - 20, 20)
    if len(locator) < 20 or locator[:4] != _LOCATOR64:
        return None
    (told,) = struct.unpack_from("<Q", locator, 8)
    for place in (told, end - 20 - 56):
        record = source.read_at(place, 56)
        if len(record) == 56 and record[:4] == _END64:
            size, begin = struct.unpack_from("<QQ", record, 40)
            return place, size, begin
    return None


def listed(source: Source, place: int, size: int, *, shift: int) -> Iterator[Entry | None]:
    """Yield the entries of the list, which is read piece by piece; None where it breaks off."""
    end = min(place + size, source.size)
    window, at = b"", 0
    while place + at < end:
        if len(window) - at < _LONGEST_ENTRY and place + len(window) < end:
            place, at = place + at, 0
            window = source.read_at(place, min(_WINDOW, end - place))
        if len(window) - at < _ENTRY_BYTES or window[at : at + 4] != _CENTRAL:
            yield None
            return
        fields = struct.unpack_from("<4xBBHHHHHLLLHHHHHLL", window, at)
        lengths = fields[10], fields[11], fields[12]
        at += _ENTRY_BYTES
        name, extra = window[at : at + lengths[0]], window[at + lengths[0] : at + lengths[0] + lengths[1]]
        yield _entry(fields[3:10], name, extra, place=fields[16], shift=shift, attributes=fields[15])
        at += sum(lengths)
    if place + at != end:
        yield None


def local_entry(source: Source, place: int) -> tuple[Entry, int] | None:
    """Read an entry where it lies, and return it with where its bytes begin."""
    head = source.read_at(place, 30)
    if len(head) < 30 or head[:4] != LOCAL:
        return None
    fields = struct.unpack_from("<4xHHHHHLLLHH", head)
    name_bytes, extra_bytes = fields[8], fields[9]
    rest = source.read_at(place + 30, name_bytes + extra_bytes)
    entry = _entry(fields[1:8], rest[:name_bytes], rest[name_bytes:], place=place, shift=0, attributes=0)
    return entry, place + 30 + name_bytes + extra_bytes


def has_sizes_later(entry: Entry) -> bool:
    """Tell whether the sizes follow the bytes (§4.3.9)."""
    return bool(entry.flags & _SIZES_LATER) and not entry.packed


def _entry(fields: tuple[int, ...], name: bytes, extra: bytes, *, place: int, shift: int, attributes: int) -> Entry:
    flags, method, time, date, crc, packed, size = fields
    extras = dict(_extras(extra))
    size, packed, place = _whole(extras.get(0x0001, b""), size, packed, place=place)
    aes, version, lock = 0, 0, extras.get(0x9901, b"")
    if method == AES and len(lock) >= 7 and lock[4] in _AES_STRENGTHS:  # of another one the method stays unknown
        version, aes, method = struct.unpack_from("<H2xBH", lock)
    unix = attributes >> 16
    text = _name(name, extras.get(0x7075, b""), is_utf8=bool(flags & _UTF8))
    return Entry(
        name=text,
        place=place + shift,
        size=size,
        packed=packed,
        method=method,
        flags=flags,
        crc=None if version == 2 else crc,  # AE-2 has none (WinZip AES §II)
        mtime_ns=_mtime_ns(extras.get(0x5455, b""), date, time),
        check=(time >> 8 if flags & _SIZES_LATER else crc >> 24) & 0xFF,
        aes=aes,
        mode=stat.S_IFMT(unix),
        is_folder=not size and (text.endswith(("/", "\\")) or stat.S_ISDIR(unix) or bool(attributes & 0x10)),
    )


def _extras(extra: bytes) -> Iterator[tuple[int, bytes]]:
    at = 0
    while at + 4 <= len(extra):
        kind, size = struct.unpack_from("<HH", extra, at)
        yield kind, extra[at + 4 : at + 4 + size]
        at += 4 + size


def _whole(extra: bytes, size: int, packed: int, *, place: int) -> tuple[int, int, int]:
    """Replace what did not fit into 32 bits (§4.5.3), in the order of the standard."""
    values = [size, packed, place]
    at = 0
    for number, value in enumerate(values):
        if value == _WHOLE64 and at + 8 <= len(extra):
            (values[number],) = struct.unpack_from("<Q", extra, at)
            at += 8
    return values[0], values[1], values[2]


def _name(raw: bytes, unicode_path: bytes, *, is_utf8: bool) -> str:
    """Return the name: by its flag, by Info-ZIP's extra field, as UTF-8 that nobody flagged (macOS), else as CP437."""
    if len(unicode_path) > 5 and int.from_bytes(unicode_path[1:5], "little") == zlib.crc32(raw):
        raw, is_utf8 = unicode_path[5:], True
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("utf-8", "replace") if is_utf8 else raw.decode("cp437")


def _mtime_ns(stamp: bytes, date: int, time: int) -> int:
    """Return the last change: Info-ZIP's field, or the MS-DOS one as if it were UTC. 0 for no date at all."""
    if len(stamp) >= 5 and stamp[0] & 1:
        return int.from_bytes(stamp[1:5], "little", signed=True) * 1_000_000_000
    try:
        moment = datetime.datetime(
            1980 + (date >> 9),
            date >> 5 & 15,
            date & 31,
            time >> 11,
            time >> 5 & 63,
            (time & 31) * 2,
            tzinfo=datetime.UTC,
        )
    except ValueError:
        return 0
    return int(moment.timestamp()) * 1_000_000_000
