"""Steps over a sequence of undefined length, element by element, without recursion and within bounds.

pydicom parses such sequences, and only those: what it would read otherwise than by the letter is declined here.
"""

from struct import unpack_from

from secondread_desktop.core.header_window import Declined, Why
from secondread_desktop.core.sequence_tags import sequences

UNDEFINED = 0xFFFFFFFF
SHORT_VRS = frozenset(b"AE AS AT CS DA DS DT FD FL IS LO LT PN SH SL SS ST TM UI UL US".split())
LONG_VRS = frozenset(b"OB OD OF OL OV OW SQ SV UC UN UR UT UV".split())  # PS3.5 §7.1.2: 32-bit lengths
CHARACTER_SET = 0x00080005
# Specific Character Set (PS3.3 C.12.1.1.2): those without code extensions whose decoding is Python's own.
ENCODINGS = {
    b"": "latin-1", b"ISO_IR 6": "latin-1", b"ISO_IR 100": "latin-1", b"ISO_IR 101": "iso8859-2",
    b"ISO_IR 109": "iso8859-3", b"ISO_IR 110": "iso8859-4", b"ISO_IR 126": "iso8859-7", b"ISO_IR 127": "iso8859-6",
    b"ISO_IR 138": "iso8859-8", b"ISO_IR 144": "iso8859-5", b"ISO_IR 148": "iso8859-9", b"ISO_IR 192": "utf-8",
    b"GB18030": "gb18030",
}  # fmt: skip
_ITEM = 0xFFFEE000
_ITEM_END = 0xFFFEE00D
_SEQUENCE_END = 0xFFFEE0DD
_DELIMITERS = 0xFFFE
_MOST_DEEP = 32
_SEQUENCE = -2  # on the stack: within a sequence, where an item comes next
_OPEN_ITEM = -1  # on the stack: within an item of undefined length; any other number is where an item ends


class Short(Exception):
    """The sequence goes on beyond the bytes at hand."""


def past_items(data: bytes, place: int, *, is_implicit: bool) -> int:
    """Return the place behind the sequence whose first item is at `place`. Raises `Short` or `Declined`."""
    within = [_SEQUENCE]
    end = len(data)
    step = _implicit_element if is_implicit else _explicit_element
    while within:
        if place + 8 > end:
            raise Short
        where = within[-1]
        if where == _SEQUENCE:
            place = _item(data, place, within)
        elif place == where:
            within.pop()
        elif place > where >= 0:  # an element sticks out of its item
            raise Declined(Why.ITEMS)
        else:
            place = step(data, place, within)
        if len(within) > _MOST_DEEP:
            raise Declined(Why.DEPTH)
    return place


def _item(data: bytes, place: int, within: list[int]) -> int:
    """Go into an item, or out of the sequence (PS3.5 §7.5)."""
    group, element, length = unpack_from("<HHI", data, place)
    tag = group << 16 | element
    place += 8
    if tag == _ITEM:
        within.append(_OPEN_ITEM if length == UNDEFINED else place + length)
    elif tag == _SEQUENCE_END and length == 0:
        within.pop()
    else:
        raise Declined(Why.ITEMS)
    return place


def _explicit_element(data: bytes, place: int, within: list[int]) -> int:
    length: int
    group, element, vr, length = unpack_from("<HH2sH", data, place)
    if group == _DELIMITERS:
        return _out_of_item(data, place, within)
    if vr in SHORT_VRS:
        place += 8
    elif vr in LONG_VRS:
        if place + 12 > len(data):
            raise Short
        length = int.from_bytes(data[place + 8 : place + 12], "little")
        place += 12
        if length == UNDEFINED:
            return _into(within, place, is_sequence=vr == b"SQ")
    else:
        raise Declined(Why.VR)
    if group << 16 | element == CHARACTER_SET:
        _check_character_set(data, place, length, is_text=vr == b"CS")
    return place + length


def _implicit_element(data: bytes, place: int, within: list[int]) -> int:
    length: int
    group, element, length = unpack_from("<HHI", data, place)
    if group == _DELIMITERS:
        return _out_of_item(data, place, within)
    place += 8
    tag = group << 16 | element
    if length == UNDEFINED:
        return _into(within, place, is_sequence=is_sequence(tag, data, place))
    if tag == CHARACTER_SET:
        _check_character_set(data, place, length, is_text=True)
    return place + length


def is_sequence(tag: int, data: bytes, place: int) -> bool:
    """Tell whether what has an undefined length in implicit VR is a sequence: by PS3.6, or private by its looks."""
    if place + 4 > len(data):
        raise Short
    return tag in sequences() or (bool(tag & 0x10000) and data[place : place + 4] == b"\xfe\xff\x00\xe0")


def _into(within: list[int], place: int, *, is_sequence: bool) -> int:
    if not is_sequence:
        raise Declined(Why.ITEMS)
    within.append(_SEQUENCE)
    return place


def _out_of_item(data: bytes, place: int, within: list[int]) -> int:
    group, element, length = unpack_from("<HHI", data, place)
    if group << 16 | element != _ITEM_END or length or within.pop() != _OPEN_ITEM:
        raise Declined(Why.ITEMS)
    return place + 8


def _check_character_set(data: bytes, place: int, length: int, *, is_text: bool) -> None:
    if place + length > len(data):
        raise Short
    if not is_text or data[place : place + length].rstrip(b" \0") not in ENCODINGS:
        raise Declined(Why.CHARACTER_SET)
