"""Reads what a DICOMDIR names (PS3.3 F.3, PS3.10 §8): a cross-check of what is on the medium, never a way to find it.

Pure and bounded: every step goes forward in the bytes or to a record that was not visited, whatever they claim.
"""

import struct
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

_UNDEFINED = 0xFFFFFFFF
_LONG_VRS = frozenset({b"OB", b"OD", b"OF", b"OL", b"OV", b"OW", b"SQ", b"SV", b"UC", b"UN", b"UR", b"UT", b"UV"})
_IMPLICIT, _EXPLICIT = b"1.2.840.10008.1.2", b"1.2.840.10008.1.2.1"
_ITEM, _ITEM_END, _SEQUENCE_END = 0xFFFEE000, 0xFFFEE00D, 0xFFFEE0DD
_TRANSFER_SYNTAX, _FIRST_ROOT, _RECORDS = 0x00020010, 0x00041200, 0x00041220
_NEXT, _IN_USE, _LOWER, _TYPE, _FILE_ID, _UID = 0x00041400, 0x00041410, 0x00041420, 0x00041430, 0x00041500, 0x00041511
_CHARSET, _DATE, _MODALITY, _DESCRIPTION = 0x00080005, 0x00080020, 0x00080060, 0x00081030
_STUDY, _SERIES = 0x0020000D, 0x0020000E
_WANTED = frozenset(
    {_NEXT, _IN_USE, _LOWER, _TYPE, _FILE_ID, _UID, _CHARSET, _DATE, _MODALITY, _DESCRIPTION, _STUDY, _SERIES}
)
MOST_RECORDS = 200_000  # a full DVD has a twentieth; each costs half a kilobyte of memory
_LONGEST = 1024  # bytes of a wanted value: eight names of 16 (PS3.10 §8.2), a description of 64 characters
# PS3.3 C.12.1.1.2: what Python decodes alike; other sets leave a description empty, for it is only shown.
_CODECS = {
    "": "ascii", "ISO_IR 6": "ascii", "ISO_IR 100": "latin-1", "ISO_IR 101": "iso8859-2", "ISO_IR 109": "iso8859-3",
    "ISO_IR 110": "iso8859-4", "ISO_IR 144": "iso8859-5", "ISO_IR 127": "iso8859-6", "ISO_IR 126": "iso8859-7",
    "ISO_IR 138": "iso8859-8", "ISO_IR 148": "iso8859-9", "ISO_IR 13": "shift_jis", "ISO_IR 166": "iso8859-11",
    "ISO_IR 192": "utf-8", "GB18030": "gb18030", "GBK": "gbk",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class IndexEntry:
    """A file that a DICOMDIR names. `parts` are relative to its folder; dates as they stand; empty where not said."""

    parts: tuple[str, ...]
    sop_instance_uid: str = ""
    study_instance_uid: str = ""
    series_instance_uid: str = ""
    study_date: str = ""
    study_description: str = ""
    modality: str = ""


@dataclass(slots=True)
class _Record:
    values: dict[int, bytes] = field(default_factory=dict)

    def number(self, tag: int) -> int:
        value = self.values.get(tag, b"")
        return int.from_bytes(value, "little") if len(value) in (2, 4) else 0

    def text(self, tag: int) -> str:
        value = self.values.get(tag, b"").decode("ascii", "replace").strip(" \0")
        return value if value.isprintable() else ""

    @property
    def is_in_use(self) -> bool:
        return _IN_USE not in self.values or self.number(_IN_USE) != 0  # 0: the record is kept, its file is not

    @property
    def description(self) -> str:
        codec = _CODECS.get(self.text(_CHARSET).split("\\")[0])
        try:
            return self.values.get(_DESCRIPTION, b"").decode(codec).strip(" \0") if codec else ""
        except UnicodeDecodeError:
            return ""

    @property
    def file_parts(self) -> tuple[str, ...]:
        parts = self.values.get(_FILE_ID, b"").decode("latin-1").split("\\")
        return tuple(part.strip(" \0") for part in parts if part.strip(" \0"))


@dataclass(slots=True)
class Budget:
    """What reading may cost: the records of all indexes that share it, and what raises once the work is to stop."""

    records: int = MOST_RECORDS
    heed: Callable[[], object] = lambda: None


class _Nonsense(Exception):  # control flow inside this module only
    pass


def read_index(content: bytes, budget: Budget | None = None) -> tuple[IndexEntry, ...] | None:
    """Return the files that a whole DICOMDIR names, in its order; None if it cannot be read to its end.

    None also where it has more records than the budget; raises only what the budget's `heed` raises.
    """
    budget = budget or Budget()
    try:
        start, is_explicit = _start(content, budget)
        records: dict[int, _Record] | None = None
        first_root = 0
        for tag, at, length in _elements(content, start, len(content), is_explicit=is_explicit, budget=budget):
            if tag == _FIRST_ROOT and length == 4:
                first_root = int.from_bytes(content[at : at + 4], "little")
            elif tag == _RECORDS:
                records = dict(_records(content, at, length, is_explicit=is_explicit, budget=budget))
    except (_Nonsense, struct.error):
        return None
    return None if records is None else _entries(records, first_root)


def _start(content: bytes, budget: Budget) -> tuple[int, bool]:
    """Return where the data set begins after File Meta (PS3.10 §7.1), and whether its VRs are explicit."""
    if content[128:132] != b"DICM" or content[132:140] != b"\x02\x00\x00\x00UL\x04\x00":
        raise _Nonsense
    end = 144 + struct.unpack_from("<I", content, 140)[0]
    if end > len(content):
        raise _Nonsense
    for tag, at, length in _elements(content, 144, end, is_explicit=True, budget=budget):
        if tag == _TRANSFER_SYNTAX:
            syntax = content[at : at + length].rstrip(b" \0")
            if syntax in (_IMPLICIT, _EXPLICIT):
                return end, syntax == _EXPLICIT
    raise _Nonsense


def _elements(
    content: bytes, at: int, end: int, *, is_explicit: bool, budget: Budget
) -> Iterator[tuple[int, int, int]]:
    """Yield tag, place of the value and its length up to `end`; undefined lengths are resolved."""
    while at < end:
        budget.heed()
        tag, value, length, is_inner_explicit = _element(content, at, is_explicit=is_explicit)
        if length == _UNDEFINED:
            after = _after_sequence(content, value, is_explicit=is_inner_explicit, budget=budget)
        else:
            after = value + length
        if after > end:
            raise _Nonsense
        yield tag, value, after - value
        at = after


def _element(content: bytes, at: int, *, is_explicit: bool) -> tuple[int, int, int, bool]:
    group, number = struct.unpack_from("<HH", content, at)
    tag = group << 16 | number
    if not is_explicit or group == 0xFFFE:
        return tag, at + 8, struct.unpack_from("<I", content, at + 4)[0], is_explicit
    vr = content[at + 4 : at + 6]
    if vr in _LONG_VRS:
        return tag, at + 12, struct.unpack_from("<I", content, at + 8)[0], vr != b"UN"
    return tag, at + 8, struct.unpack_from("<H", content, at + 6)[0], True


def _after_sequence(content: bytes, at: int, *, is_explicit: bool, budget: Budget) -> int:
    """Return the place after the delimiter of a sequence whose first item is at `at`, however deep it nests."""
    open_ones = [(_SEQUENCE_END, is_explicit)]
    while open_ones:
        budget.heed()
        awaited, is_inner_explicit = open_ones[-1]
        tag, value, length, is_deeper_explicit = _element(content, at, is_explicit=is_inner_explicit)
        if tag == awaited:
            open_ones.pop()
            at = value
        elif (tag == _ITEM) != (awaited == _SEQUENCE_END):
            raise _Nonsense
        elif length != _UNDEFINED:
            at = value + length
        else:
            open_ones.append((_ITEM_END if tag == _ITEM else _SEQUENCE_END, is_deeper_explicit))
            at = value
    return at


def _records(
    content: bytes, at: int, length: int, *, is_explicit: bool, budget: Budget
) -> Iterator[tuple[int, _Record]]:
    """Yield each directory record with its offset in the file, by which others point to it (PS3.3 F.3.2.2)."""
    end = at + length
    while at < end:
        tag, value, size, _ = _element(content, at, is_explicit=is_explicit)
        if tag == _SEQUENCE_END:
            return
        budget.records -= 1
        if tag != _ITEM or budget.records < 0:
            raise _Nonsense
        after = end if size == _UNDEFINED else value + size
        if after > end:
            raise _Nonsense
        record, after = _record(content, value, after, is_explicit=is_explicit, budget=budget)
        yield at, record
        at = after


def _record(content: bytes, at: int, after: int, *, is_explicit: bool, budget: Budget) -> tuple[_Record, int]:
    record = _Record()
    while at < after:
        budget.heed()
        tag, value, length, is_inner_explicit = _element(content, at, is_explicit=is_explicit)
        if tag == _ITEM_END:
            return record, value
        at = value + length
        if length == _UNDEFINED:
            at = _after_sequence(content, value, is_explicit=is_inner_explicit, budget=budget)
        if at > after:
            raise _Nonsense
        if tag in _WANTED and length <= _LONGEST:
            record.values[tag] = content[value : value + length]
    return record, at


def _entries(records: dict[int, _Record], first_root: int) -> tuple[IndexEntry, ...]:
    """Put each file under its study and series by the records' pointers; where those lead nowhere, by their order."""
    context = _contexts_by_pointers(records, first_root)
    entries: list[IndexEntry] = []
    study = series = _Record()
    for offset, record in records.items():
        kind = record.text(_TYPE)
        study = record if kind == "STUDY" else study
        series = record if kind == "SERIES" else series
        if record.file_parts and record.is_in_use:
            pointed = context.get(offset, (study, series))
            known = [one if one.values else other for one, other in zip(pointed, (study, series), strict=True)]
            entries.append(_entry(record, *known))
    return tuple(entries)


def _contexts_by_pointers(records: dict[int, _Record], first_root: int) -> dict[int, tuple[_Record, _Record]]:
    contexts: dict[int, tuple[_Record, _Record]] = {}
    to_visit = [(first_root, _Record(), _Record())]
    while to_visit:
        offset, study, series = to_visit.pop()
        record = records.get(offset)
        if record is None or offset in contexts:
            continue
        to_visit.append((record.number(_NEXT), study, series))
        kind = record.text(_TYPE)
        study = record if kind == "STUDY" else study
        series = record if kind == "SERIES" else series
        contexts[offset] = (study, series)
        to_visit.append((record.number(_LOWER), study, series))
    return contexts


def _entry(record: _Record, study: _Record, series: _Record) -> IndexEntry:
    return IndexEntry(
        parts=record.file_parts,
        sop_instance_uid=record.text(_UID),
        study_instance_uid=study.text(_STUDY),
        series_instance_uid=series.text(_SERIES),
        study_date=study.text(_DATE),
        study_description=study.description,
        modality=series.text(_MODALITY),
    )
