"""The part of a file that a header walk looks at: bounded, and moved on only when the walk asks for more."""

from collections.abc import Callable
from enum import StrEnum

FIRST_BYTES = 16 << 10
_MOST_BYTES = 24 << 20  # read of one header, all windows together: a sequence of 16 MiB fits

ReadAt = Callable[[int, int], bytes]  # takes a place and a number of bytes; may return fewer at the file's end


class Why(StrEnum):
    """Why a header was left to the slower, fuller reader."""

    NO_PREAMBLE = "no_preamble"
    META = "meta"
    TRANSFER_SYNTAX = "transfer_syntax"
    CHARACTER_SET = "character_set"
    ORDER = "order"
    VR = "vr"
    ITEMS = "items"
    DEPTH = "depth"
    VALUE = "value"
    KEY_MISSING = "key_missing"
    TOO_LONG = "too_long"
    CUT = "cut"


class Declined(Exception):
    """The walk does not fully understand this file; `why` says nothing of its content."""

    def __init__(self, why: Why) -> None:
        super().__init__(why.value)
        self.why = why


class Window:
    """`data` are the bytes of the file from `base` on."""

    __slots__ = ("_left", "_read_at", "base", "data", "size")

    def __init__(self, head: bytes, *, size: int, read_at: ReadAt) -> None:
        if len(head) != min(size, FIRST_BYTES):  # the file is not as long as its system said
            raise Declined(Why.CUT)
        self.data = head
        self.base = 0
        self.size = size
        self._read_at = read_at
        self._left = _MOST_BYTES

    def is_over(self, place: int) -> bool:
        """Tell whether the file ends before another element could begin at a place of the window."""
        return self.base + place + 8 > self.size

    def is_end(self, place: int) -> bool:
        """Tell whether a place of the window is the file's end."""
        return self.base + place == self.size

    def move(self, place: int, *, least: int, most: int = FIRST_BYTES) -> bytes:
        """Let the window begin at a place of the old one, and hold `most` bytes or all that are left of the file."""
        start = self.base + place
        count = min(most, self.size - start)
        if count < least:
            raise Declined(Why.CUT)
        self._left -= count
        if self._left < 0:
            raise Declined(Why.TOO_LONG)
        data = self._read_at(start, count)
        if len(data) != count:
            raise Declined(Why.CUT)
        self.base, self.data = start, data
        return data
