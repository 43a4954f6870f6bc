"""A fast reader of the headers that are as they should be; all others it declines, for pydicom to read.

Where it answers, its answer is pydicom's: tests hold the two against each other. It steps from length to length up to
the pixels, looks into nothing but the values that it wants, and asks for bytes in the order of the file.
"""

from contextlib import suppress
from dataclasses import dataclass
from struct import unpack_from
from typing import NoReturn

from secondread_desktop.core.catalogue import Header
from secondread_desktop.core.header_layouts import LONGEST_IN_RUN, Element, Layouts, Run
from secondread_desktop.core.header_window import Declined, ReadAt, Why, Window
from secondread_desktop.core.item_walk import LONG_VRS, SHORT_VRS, UNDEFINED, Short, is_sequence, past_items
from secondread_desktop.core.value_reader import WANTED, ValueReader, uid_in

_META = 132  # PS3.10 §7.1: after the preamble and "DICM"
_DICOMDIR = "1.2.840.10008.1.3.10"  # PS3.4: Media Storage Directory Storage
_LAST_META = 0x0002FFFF
_BEFORE_FIRST = 0x0007FFFF  # a file's own groups begin at 0008: what is below has taken something's place
_PIXELS = frozenset({0x7FE00008, 0x7FE00009, 0x7FE00010})
_PIXEL_VRS = frozenset({b"OB", b"OW", b"OF", b"OD", b"UN", b""})
_LAST = 0xFFFDFFFF
_NOWHERE = -1

_META_CLASS, _TRANSFER_SYNTAX = 0x00020002, 0x00020010
_META_WANTED = {_META_CLASS: b"UI", _TRANSFER_SYNTAX: b"UI"}
_BITS_ALLOCATED = 0x00280100  # PS3.3 C.7.6.3: what has it has pixels
_KEPT = frozenset({*WANTED, _BITS_ALLOCATED})
_SPECIAL = {**WANTED, **_META_WANTED, _BITS_ALLOCATED: b"US", **dict.fromkeys(_PIXELS, b"OW")}  # what no loop passes by
_IMPLICIT = "1.2.840.10008.1.2"
# PS3.6 Table A-1: explicit little endian inside, whatever the pixels are packed in.
_EXPLICIT = frozenset(
    f"1.2.840.10008.1.2.{tail}"
    for tail in (
        "1", "1.98", "4.50", "4.51", "4.52", "4.53", "4.54", "4.55", "4.56", "4.57", "4.58", "4.59", "4.60", "4.61",
        "4.62", "4.63", "4.64", "4.65", "4.66", "4.70", "4.80", "4.81", "4.90", "4.91", "4.92", "4.93", "4.94",
        "4.95", "4.100", "4.100.1", "4.101", "4.101.1", "4.102", "4.102.1", "4.103", "4.103.1", "4.104", "4.104.1",
        "4.105", "4.105.1", "4.106", "4.106.1", "4.107", "4.108", "4.110", "4.111", "4.112", "4.201", "4.202",
        "4.203", "4.204", "4.205", "5",
    )
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Pixels:
    """Where the pixels' value begins, and its declared length; None if it comes in fragments (PS3.5 §A.4)."""

    place: int
    length: int | None


@dataclass(frozen=True, slots=True)
class Walked:
    """What a walk found. `header` is None for a DICOMDIR. Headers that do not end where the file does are declined."""

    header: Header | None
    pixels: Pixels | None


class _Over(Exception):
    """At the pixels, behind the group, or at the end of the file."""


class HeaderWalk:
    """Walks headers, and remembers how the last ones were laid out and what their common values meant."""

    def __init__(self) -> None:
        self._meta = Layouts(frozenset(_META_WANTED))
        self._explicit = Layouts(_KEPT)
        self._implicit = Layouts(_KEPT)
        self._reader = ValueReader()

    def walk(self, head: bytes, *, size: int, read_at: ReadAt) -> Walked:
        """Walk the header of a file of `size` bytes that begins with `head`. Raises `Declined` or as `read_at` does."""
        walk = _Walk(Window(head, size=size, read_at=read_at), self._meta)
        syntax = walk.meta()
        if syntax == _IMPLICIT:
            walk.implicit(self._implicit)
        elif syntax in _EXPLICIT:
            walk.explicit(self._explicit, after=_BEFORE_FIRST, until=_LAST)
        else:
            raise Declined(Why.TRANSFER_SYNTAX)
        if walk.pixels is None and _BITS_ALLOCATED in walk.values:  # an image without pixels
            raise Declined(Why.CUT)
        is_index = uid_in(walk.values[_META_CLASS]) == _DICOMDIR
        header = None if is_index else self._reader.header(walk.values, syntax)
        return Walked(header, walk.pixels)


class _Walk:
    """A walk over one file, from `_place` of the window on. Its loops are what a scan's speed hangs on."""

    __slots__ = ("_layouts", "_new", "_place", "_window", "pixels", "values")

    def __init__(self, window: Window, layouts: Layouts) -> None:
        self._window = window
        self._layouts = layouts
        self._place = _META + 12
        self._new: list[Element] = []  # elements that no run was known for
        self.values: dict[int, bytes] = {}
        self.pixels: Pixels | None = None

    def meta(self) -> str:
        """Take the group 0002 (PS3.10 §7.1), which is always explicit; return the transfer syntax."""
        head = self._window.data
        if head[_META - 4 : _META] != b"DICM":
            raise Declined(Why.NO_PREAMBLE)
        if head[_META : _META + 8] != b"\x02\0\0\0UL\x04\0":
            raise Declined(Why.META)
        self.explicit(self._layouts, after=0x00020000, until=_LAST_META)
        if len(self.values) < len(_META_WANTED) or self._place == _NOWHERE:
            raise Declined(Why.META)
        return self.values[_TRANSFER_SYNTAX].rstrip(b"\0 ").decode("latin-1")

    def explicit(self, layouts: Layouts, *, after: int, until: int) -> None:
        """Walk elements in explicit VR little endian, those with tags in the given bounds."""
        self._layouts = layouts
        with suppress(_Over):
            self._through_explicit(layouts, after=after, until=until)
        layouts.learn(self._new)

    def implicit(self, layouts: Layouts) -> None:
        """Walk a data set in implicit VR little endian."""
        self._layouts = layouts
        with suppress(_Over):
            self._through_implicit(layouts)
        layouts.learn(self._new)

    def _through_explicit(self, layouts: Layouts, *, after: int, until: int) -> NoReturn:
        """Step from element to element (PS3.5 §7.1.2), where it is known by whole runs."""
        data, place, last = self._window.data, self._place, after
        self._place = _NOWHERE
        end = len(data) - 12
        while True:
            if place > end:
                data, place = self._refilled(place, least=12), 0
                end = len(data) - 12
            run = layouts.at(data, place)
            if run is not None and run.first > last:
                place, last = self._take(run, place), run.last
                continue
            group, element, vr, length = unpack_from("<HH2sH", data, place)
            tag = group << 16 | element
            if not last < tag <= until:
                self._stop(place, tag, until=until)
            start, place, last = place, place + 8, tag
            if vr in LONG_VRS:
                (length,) = unpack_from("<I", data, place)
                place += 4
            elif vr not in SHORT_VRS:
                raise Declined(Why.VR)
            if tag in _SPECIAL or length > LONGEST_IN_RUN:
                place = self._step((data[start:place], tag, length), vr, place)
                data = self._window.data
                end = len(data) - 12
            else:
                self._new.append((data[start:place], tag, length))
                place += length

    def _through_implicit(self, layouts: Layouts) -> NoReturn:
        """Step from element to element (PS3.5 §7.1.3), where it is known by whole runs."""
        data, place, last = self._window.data, self._place, _BEFORE_FIRST
        end = len(data) - 8
        if place > end or data[place + 4 : place + 6].isalpha():  # it may be explicit, whatever was said
            raise Declined(Why.VR)
        while True:
            if place > end:
                data, place = self._refilled(place, least=8), 0
                end = len(data) - 8
            run = layouts.at(data, place)
            if run is not None and run.first > last:
                place, last = self._take(run, place), run.last
                continue
            group, element, length = unpack_from("<HHI", data, place)
            tag = group << 16 | element
            if not last < tag <= _LAST:
                raise Declined(Why.ORDER)
            start, place, last = place, place + 8, tag
            if tag in _SPECIAL or length > LONGEST_IN_RUN:
                place = self._step((data[start:place], tag, length), b"", place)
                data = self._window.data
                end = len(data) - 8
            else:
                self._new.append((data[start:place], tag, length))
                place += length

    def _take(self, run: Run, place: int) -> int:
        """Take the values of a run, and learn what came before it."""
        if self._new:
            self._layouts.learn(self._new)
        data, values = self._window.data, self.values
        for tag, offset, length in run.wanted:
            values[tag] = data[place + offset : place + offset + length]
        return place + run.size

    def _stop(self, place: int, tag: int, *, until: int) -> NoReturn:
        """End before an element that comes too late, or decline one that comes too early."""
        if tag <= until or until == _LAST:
            raise Declined(Why.ORDER)
        self._place = place
        raise _Over

    def _refilled(self, place: int, *, least: int) -> bytes:
        if self._window.is_over(place):
            if not self._window.is_end(place):
                raise Declined(Why.CUT)
            raise _Over
        data = self._window.move(place, least=8)
        if len(data) >= least:
            return data
        if data[4:6] in LONG_VRS:
            raise Declined(Why.CUT)
        return data.ljust(least, b"\0")  # a last element that is shorter than the longest head of one

    def _step(self, known: Element, vr: bytes, place: int) -> int:
        """Take what is special about an element whose value is at `place`; return where the next one begins."""
        _, tag, length = known
        if tag in _PIXELS:
            if vr not in _PIXEL_VRS:
                raise Declined(Why.VR)
            self.pixels = Pixels(self._window.base + place, None if length == UNDEFINED else length)
            raise _Over
        if length > LONGEST_IN_RUN:
            self._layouts.learn(self._new)
            return self._past_sequence(tag, vr, place) if length == UNDEFINED else self._past_long(tag, place, length)
        if vr not in (_SPECIAL[tag], b""):
            raise Declined(Why.VR)
        self._new.append(known)
        return self._keep(tag, place, length)

    def _past_long(self, tag: int, place: int, length: int) -> int:
        if tag in _SPECIAL:
            raise Declined(Why.VALUE)
        return place + length

    def _keep(self, tag: int, place: int, length: int) -> int:
        if place + length > len(self._window.data):
            self._window.move(place, least=length)
            place = 0
        self.values[tag] = self._window.data[place : place + length]
        return place + length

    def _past_sequence(self, tag: int, vr: bytes, place: int) -> int:
        """Step over a sequence of undefined length; where the window is too small, try again with a larger one."""
        if vr not in (b"SQ", b"") or tag in _SPECIAL:
            raise Declined(Why.ITEMS)
        while True:
            try:
                if not vr and not is_sequence(tag, self._window.data, place):
                    raise Declined(Why.ITEMS)
                return past_items(self._window.data, place, is_implicit=not vr)
            except Short:
                held = len(self._window.data)
                self._window.move(place, least=held - place + 1, most=4 * held)
                place = 0
