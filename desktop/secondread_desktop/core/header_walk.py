"""A fast reader of the headers that are as they should be; all others it declines, for pydicom to read.

Where it answers, its answer is pydicom's: tests hold the two against each other. It steps from length to length up to
the pixels, looks into nothing but the values that it wants, and asks for bytes in the order of the file.
"""

from dataclasses import dataclass
from struct import unpack_from

from secondread_desktop.core.catalogue import Header
from secondread_desktop.core.header_values import date_of, plain_text, uid_of, whole_number_of
from secondread_desktop.core.header_window import Declined, ReadAt, Why, Window
from secondread_desktop.core.item_walk import (
    CHARACTER_SET,
    ENCODINGS,
    LONG_VRS,
    SHORT_VRS,
    UNDEFINED,
    Short,
    is_sequence,
    past_items,
)

_META = 132  # PS3.10 §7.1: after the preamble and "DICM"
_DICOMDIR = "1.2.840.10008.1.3.10"  # PS3.4: Media Storage Directory Storage
_LAST_META = 0x0002FFFF
_PIXELS = frozenset({0x7FE00008, 0x7FE00009, 0x7FE00010})
_PIXEL_VRS = frozenset({b"OB", b"OW", b"OF", b"OD", b"UN", b""})
_LONGEST_VALUE = 4096

_CLASS, _INSTANCE, _STUDY, _SERIES = 0x00080016, 0x00080018, 0x0020000D, 0x0020000E
_STUDY_DATE, _MODALITY, _NUMBER = 0x00080020, 0x00080060, 0x00200013
_STUDY_DESCRIPTION, _SERIES_DESCRIPTION = 0x00081030, 0x0008103E
_NAME, _ID, _BIRTH_DATE, _SEX = 0x00100010, 0x00100020, 0x00100030, 0x00100040
_BITS_ALLOCATED = 0x00280100  # PS3.3 C.7.6.3
_WANTED = {
    CHARACTER_SET: b"CS", _CLASS: b"UI", _INSTANCE: b"UI", _STUDY_DATE: b"DA", _MODALITY: b"CS",
    _STUDY_DESCRIPTION: b"LO", _SERIES_DESCRIPTION: b"LO", _NAME: b"PN", _ID: b"LO", _BIRTH_DATE: b"DA",
    _SEX: b"CS", _STUDY: b"UI", _SERIES: b"UI", _NUMBER: b"IS",
    _BITS_ALLOCATED: b"US",
}  # fmt: skip
_SPECIAL = frozenset({*_WANTED, *_PIXELS})
_META_CLASS, _TRANSFER_SYNTAX = 0x00020002, 0x00020010
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


def walk_header(head: bytes, *, size: int, read_at: ReadAt) -> Walked:
    """Walk the header of a file of `size` bytes that begins with `head`. Raises `Declined`, and what `read_at` does."""
    if head[_META - 4 : _META] != b"DICM":
        raise Declined(Why.NO_PREAMBLE)
    window = Window(head, size=size, read_at=read_at)
    values: dict[int, bytes] = {}
    place = _walk_meta(head, values)
    if not {_META_CLASS, _TRANSFER_SYNTAX} <= values.keys():
        raise Declined(Why.META)
    syntax = values[_TRANSFER_SYNTAX].rstrip(b"\0 ").decode("latin-1")
    walk = _Walk(window, values)
    try:
        if syntax == _IMPLICIT:
            walk.implicit(place)
        elif syntax in _EXPLICIT:
            walk.explicit(place)
    except _Over:
        is_index = _text(values[_META_CLASS]) == _DICOMDIR
        if walk.pixels is None and _BITS_ALLOCATED in values:  # an image without pixels
            raise Declined(Why.CUT) from None
        return Walked(None if is_index else _header(values, syntax), walk.pixels)
    raise Declined(Why.TRANSFER_SYNTAX)


def _walk_meta(head: bytes, values: dict[int, bytes]) -> int:
    """Take the group 0002 (PS3.10 §7.1), which is always explicit; return where the data set begins."""
    if head[_META : _META + 8] != b"\x02\0\0\0UL\x04\0":
        raise Declined(Why.META)
    place, last, end = _META + 12, 0x00020000, len(head) - 12
    while place <= end:
        group, element, vr, length = unpack_from("<HH2sH", head, place)
        if group != 2:
            return place
        tag = group << 16 | element
        if tag <= last:
            raise Declined(Why.ORDER)
        place += 8
        if vr in LONG_VRS:
            (length,) = unpack_from("<I", head, place)
            place += 4
        elif vr not in SHORT_VRS:
            raise Declined(Why.VR)
        if vr == b"UI":
            values[tag] = head[place : place + length]
        place, last = place + length, tag
    raise Declined(Why.META)


class _Over(Exception):
    """At the pixels, or at the end of the file."""


class _Walk:
    """A walk over one data set, from `place` of the window on. Its loops are what a scan's speed hangs on."""

    __slots__ = ("_values", "_window", "pixels")

    def __init__(self, window: Window, values: dict[int, bytes]) -> None:
        self._window = window
        self._values = values
        self.pixels: Pixels | None = None

    def explicit(self, place: int) -> None:
        """Walk a data set in explicit VR little endian (PS3.5 §7.1.2)."""
        data, last = self._window.data, _LAST_META
        end = len(data) - 12
        while True:
            if place > end:
                data, place = self._refilled(place, least=12), 0
                end = len(data) - 12
            group, element, vr, length = unpack_from("<HH2sH", data, place)
            tag = group << 16 | element
            if tag <= last:
                raise Declined(Why.ORDER)
            place, last = place + 8, tag
            if vr in LONG_VRS:
                (length,) = unpack_from("<I", data, place)
                place += 4
            elif vr not in SHORT_VRS:
                raise Declined(Why.VR)
            if tag in _SPECIAL or length == UNDEFINED:
                place = self._step(tag, vr, place, length=length)
                data = self._window.data
                end = len(data) - 12
            else:
                place += length

    def implicit(self, place: int) -> None:
        """Walk a data set in implicit VR little endian (PS3.5 §7.1.3)."""
        data, last = self._window.data, _LAST_META
        end = len(data) - 8
        if data[place + 4 : place + 6].isalpha():  # it may be explicit, whatever the transfer syntax says
            raise Declined(Why.VR)
        while True:
            if place > end:
                data, place = self._refilled(place, least=8), 0
                end = len(data) - 8
            group, element, length = unpack_from("<HHI", data, place)
            tag = group << 16 | element
            if tag <= last:
                raise Declined(Why.ORDER)
            place, last = place + 8, tag
            if tag in _SPECIAL or length == UNDEFINED:
                place = self._step(tag, b"", place, length=length)
                data = self._window.data
                end = len(data) - 8
            else:
                place += length

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

    def _step(self, tag: int, vr: bytes, place: int, *, length: int) -> int:
        """Take what is special about an element whose value is at `place`; return where the next one begins."""
        if tag in _PIXELS:
            if vr not in _PIXEL_VRS:
                raise Declined(Why.VR)
            self.pixels = Pixels(self._window.base + place, None if length == UNDEFINED else length)
            raise _Over
        if length == UNDEFINED:
            return self._past_sequence(tag, vr, place)
        if vr not in (_WANTED[tag], b""):
            raise Declined(Why.VR)
        return self._keep(tag, place, length)

    def _keep(self, tag: int, place: int, length: int) -> int:
        if length > _LONGEST_VALUE:
            raise Declined(Why.VALUE)
        if place + length > len(self._window.data):
            self._window.move(place, least=length)
            place = 0
        self._values[tag] = self._window.data[place : place + length]
        return place + length

    def _past_sequence(self, tag: int, vr: bytes, place: int) -> int:
        """Step over a sequence of undefined length; where the window is too small, try again with a larger one."""
        if vr not in (b"SQ", b"") or tag in _WANTED:
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


def _header(values: dict[int, bytes], syntax: str) -> Header:
    """Make sense of the values. Raises `Declined` where pydicom would have more to say about them."""
    take = values.get
    encoding = _encoding(take(CHARACTER_SET, b""))
    keys = [_uid(take(tag, b"")) for tag in (_CLASS, _INSTANCE, _STUDY, _SERIES)]
    if not all(keys):
        raise Declined(Why.KEY_MISSING)
    sop_class, instance, study, series = keys
    return Header(
        patient_name=_name(take(_NAME, b""), encoding),
        patient_id=_text(take(_ID, b""), encoding),
        birth_date=date_of(_text(take(_BIRTH_DATE, b""))),
        patient_sex=_text(take(_SEX, b""))[:16],
        study_instance_uid=study,
        study_date=date_of(_text(take(_STUDY_DATE, b""))),
        study_description=_text(take(_STUDY_DESCRIPTION, b""), encoding),
        series_instance_uid=series,
        series_description=_text(take(_SERIES_DESCRIPTION, b""), encoding),
        modality=_text(take(_MODALITY, b""))[:16],
        sop_instance_uid=instance,
        sop_class_uid=sop_class,
        transfer_syntax_uid=syntax,
        instance_number=_number(take(_NUMBER, b"")),
    )


def _encoding(value: bytes) -> str:
    encoding = ENCODINGS.get(value.rstrip(b"\0 "))
    if encoding is None:
        raise Declined(Why.CHARACTER_SET)
    return encoding


def _uid(value: bytes) -> str:
    return uid_of(_text(value))


def _text(value: bytes, encoding: str = "latin-1") -> str:
    """Decode one value; several, or a change of the character set within one, are for pydicom (PS3.5 §6.1.2)."""
    if b"\\" in value or b"\x1b" in value:
        raise Declined(Why.VALUE)
    try:
        return plain_text(value.decode(encoding))
    except UnicodeDecodeError:
        raise Declined(Why.VALUE) from None


def _name(value: bytes, encoding: str) -> str:
    """Decode a PN: groups that are empty at its end leave no equals sign (PS3.5 §6.2)."""
    return _text(value.rstrip(b"\0 ").rstrip(b"="), encoding)


def _number(value: bytes) -> int | None:
    if not value.isascii():  # Python's idea of a number is wider than DICOM's, and pydicom follows it
        raise Declined(Why.VALUE)
    text = value.rstrip(b"\0 ").decode("ascii")
    if not text.isprintable():
        raise Declined(Why.VALUE)
    return whole_number_of(_text(value))
