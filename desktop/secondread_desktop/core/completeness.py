"""Is it all there? Compares what was found with what the discs' own indexes name, and with itself.

What an index says is a hint, never a list to go by: discs carry indexes that omit, misplace or invent files.

| the index names a file | and the medium | it is |
|---|---|---|
| with a SOP Instance UID | has this instance at that path | in order |
| with a SOP Instance UID | has this instance elsewhere | a wrong reference |
| | has nothing usable there, and the instance nowhere | absent |
| (without a UID) | has an instance at that path | in order |
| no index names an instance | has it | extra |
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise

from secondread_desktop.core.catalogue import Catalogue, DiscIndex, Finding, Found, FoundFile, Header
from secondread_desktop.core.dicomdir import IndexEntry

CUT_CODES = frozenset({"truncated", "damaged"})
CLASH_CODE = "other_content"
_MOST_NUMBERS = 20  # ranges of missing numbers that are told of one series

_MEMO = "completeness"
Key = tuple[int, tuple[str, ...]]  # source and folded path


@dataclass(frozen=True, slots=True)
class Absent:
    """A file that an index names and no disc holds. `source` is the index's."""

    source: int
    parts: tuple[str, ...]
    entry: IndexEntry


@dataclass(frozen=True, slots=True)
class MissingExam:
    """An exam of which an index names more than is there. `missing` of `named` images."""

    study_instance_uid: str
    date: str
    description: str = field(repr=False)
    missing: int
    named: int


@dataclass(frozen=True, slots=True)
class Gap:
    """A series whose instance numbers jump: `ranges` do not occur, `missing` numbers in all."""

    study_instance_uid: str
    series_instance_uid: str
    description: str = field(repr=False)
    missing: int
    ranges: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Completeness:
    """The outcome. `named` is how many images the indexes name, None where a disc has no readable one."""

    found: int = 0
    exams: int = 0
    named: int | None = None
    unreadable_indexes: int = 0
    absent: tuple[Absent, ...] = ()
    listed: tuple[IndexEntry, ...] = field(default=(), repr=False)  # what the indexes name, each image once
    missing_exams: tuple[MissingExam, ...] = ()
    extra: tuple[Found, ...] = ()
    wrong_references: tuple[Found, ...] = ()
    gaps: tuple[Gap, ...] = ()
    cut: tuple[Finding, ...] = ()
    copies: tuple[Found, ...] = ()
    clashes: tuple[Finding, ...] = ()

    @property
    def total(self) -> int:
        """How many there should be, as far as anybody can tell."""
        return self.found + len(self.absent)

    @property
    def is_whole(self) -> bool:
        """True if nothing says that something is missing."""
        return not (self.absent or self.gaps or self.cut or self.unreadable_indexes)


def completeness_of(catalogue: Catalogue) -> Completeness:
    """Cross-check everything found, once for each catalogue."""
    known = catalogue.memo.get(_MEMO)
    if not isinstance(known, Completeness):
        known = catalogue.memo[_MEMO] = _checked_whole(catalogue)
    return known


def _checked_whole(catalogue: Catalogue) -> Completeness:
    readable = [index for index in catalogue.indexes if index.entries is not None]
    checked = _cross_check(catalogue, readable)
    return Completeness(
        found=len(catalogue.instances),
        exams=len({_header(item).study_instance_uid for item in catalogue.instances}),
        named=len(checked.named) if _are_all_indexed(catalogue, readable) else None,
        unreadable_indexes=len(catalogue.indexes) - len(readable),
        absent=tuple(checked.absent),
        listed=tuple(checked.named.values()),
        missing_exams=missing_exams(checked.named.values(), checked.absent),
        extra=tuple(checked.extra),
        wrong_references=tuple(checked.wrong),
        gaps=tuple(_gaps(catalogue.instances)),
        cut=tuple(finding for finding in catalogue.findings if finding.code in CUT_CODES),
        copies=catalogue.copies,
        clashes=tuple(finding for finding in catalogue.findings if finding.code == CLASH_CODE),
    )


def _are_all_indexed(catalogue: Catalogue, readable: list[DiscIndex]) -> bool:
    """Tell whether each disc with images has an index that speaks for it: one says nothing of another's."""
    indexed = {index.file.source for index in readable}
    return bool(readable) and {item.file.source for item in catalogue.instances} <= indexed


@dataclass(slots=True)
class _Checked:
    named: dict[object, IndexEntry] = field(default_factory=dict)  # by SOP Instance UID, else by place
    absent: list[Absent] = field(default_factory=list)
    wrong: list[Found] = field(default_factory=list)
    extra: list[Found] = field(default_factory=list)
    met: set[int] = field(default_factory=set)


class _Medium:
    """What was found, by place and by UID."""

    def __init__(self, items: Iterable[Found]) -> None:
        self._at: dict[Key, Found] = {}
        self._by_uid: dict[str, Found] = {}
        for item in items:
            self._at[_key(item.file.source, item.file.parts)] = item
            self._by_uid.setdefault(_header(item).sop_instance_uid, item)

    def meant(self, entry: IndexEntry, places: tuple[Key, ...]) -> Found | None:
        """Return the instance that an entry means; the one at its place unless that is another one."""
        for place in places:
            there = self._at.get(place)
            if there is not None and entry.sop_instance_uid in ("", _header(there).sop_instance_uid):
                return there
        return self._by_uid.get(entry.sop_instance_uid) if entry.sop_instance_uid else None


def _cross_check(catalogue: Catalogue, indexes: list[DiscIndex]) -> _Checked:
    medium = _Medium([*catalogue.instances, *catalogue.copies])
    checked = _Checked()
    for index in sorted(indexes, key=lambda one: len(one.file.parts)):  # the root's own before copies of it
        for entry in index.entries or ():
            _check(entry, index.file, medium=medium, checked=checked)
    sources = {index.file.source for index in indexes}
    checked.extra += [
        item for item in catalogue.instances if item.file.source in sources and id(item) not in checked.met
    ]
    return checked


def _check(entry: IndexEntry, index: FoundFile, *, medium: _Medium, checked: _Checked) -> None:
    """Look for what an entry names; an image counts once, however many indexes name it.

    A viewer's own copy of the index names files as seen from the root (PS3.10 §8.2), not from the viewer's folder.
    """
    parts = (*index.parts[:-1], *entry.parts)
    places = (_key(index.source, parts), _key(index.source, entry.parts))
    meant = medium.meant(entry, places)
    if meant is not None:
        checked.met.add(id(meant))
    uid = entry.sop_instance_uid or (_header(meant).sop_instance_uid if meant is not None else "")
    if any(one in checked.named for one in ((uid,) if uid else places)):
        return
    checked.named[uid or places[0]] = entry
    if meant is None:
        checked.absent.append(Absent(index.source, parts, entry))
    elif _key(meant.file.source, meant.file.parts) not in places:
        checked.wrong.append(meant)


def _key(source: int, parts: tuple[str, ...]) -> Key:
    """Return what is equal for one file however it is spelt: ISO 9660 systems show `im1.;1`, `IM1` and `im1`."""
    return source, tuple(part.split(";")[0].rstrip(".").casefold() for part in parts)


def missing_exams(listed: Iterable[IndexEntry], absent: Iterable[Absent]) -> tuple[MissingExam, ...]:
    """Return what is `absent` by exam, with how many of each are `listed`."""
    named = Counter(entry.study_instance_uid for entry in listed)
    missing: dict[str, list[IndexEntry]] = {}
    for one in absent:
        missing.setdefault(one.entry.study_instance_uid, []).append(one.entry)
    return tuple(
        MissingExam(uid, iso_date(_first(e.study_date for e in entries)), _first(e.study_description for e in entries),
                    missing=len(entries), named=named[uid])
        for uid, entries in missing.items()
    )  # fmt: skip


def _gaps(instances: tuple[Found, ...]) -> Iterable[Gap]:
    series: dict[str, list[Header]] = {}
    for item in instances:
        series.setdefault(_header(item).series_instance_uid, []).append(_header(item))
    for uid, headers in series.items():
        numbers = {header.instance_number for header in headers if header.instance_number is not None}
        ranges = missing_numbers(numbers)
        if ranges:
            missing = sum(last - first + 1 for first, last in ranges)
            description = _first(header.series_description for header in headers)
            yield Gap(headers[0].study_instance_uid, uid, description, missing=missing, ranges=ranges[:_MOST_NUMBERS])


def missing_numbers(numbers: Iterable[int]) -> tuple[tuple[int, int], ...]:
    """Return the ranges between the first and the last number that do not occur.

    Where most neighbours are not one apart, the numbers count something else than images (every second one belongs to
    another series, say), and nothing can be told.
    """
    ordered = sorted(set(numbers))
    jumps = [(before, after) for before, after in pairwise(ordered) if after - before > 1]
    missing = sum(after - before - 1 for before, after in jumps)
    if not jumps or missing >= len(ordered) or 2 * len(jumps) >= len(ordered) - 1:
        return ()
    return tuple((before + 1, after - 1) for before, after in jumps)


def iso_date(digits: str) -> str:
    """Return a DA (PS3.5 §6.2) as an ISO date; anything else counts as empty."""
    return f"{digits[:4]}-{digits[4:6]}-{digits[6:]}" if len(digits) == 8 and digits.isdecimal() else ""


def _header(item: Found) -> Header:
    return item.header or Header()


def _first(texts: Iterable[str]) -> str:
    return next((text for text in texts if text), "")
