"""A file that can be read only so often and so much: what a parser of other people's may spend on a hostile one."""

from typing import BinaryIO

_MOST_READS = 400_000  # about 200,000 of pydicom's elements: a second or two
_SEEK_COUNTS = 5  # as so many reads: pydicom seeks once for each item, which costs far more than an element
_MOST_BYTES = 128 << 20
_LARGE = 1 << 16


class SpentMuch(ValueError):
    """More was read than any sensible header needs."""


class Metered:
    """Passes on `read`, `seek` and `tell` of an open file of `size` bytes."""

    def __init__(self, file: BinaryIO, *, size: int, most_bytes: int = _MOST_BYTES) -> None:
        self._read = file.read
        self._seek = file.seek
        self._size = size
        self._reads = _MOST_READS
        self._bytes = most_bytes
        self.tell = file.tell

    def seek(self, place: int, whence: int = 0) -> int:
        """Go to a place."""
        self._reads -= _SEEK_COUNTS
        if self._reads < 0:
            raise SpentMuch
        return self._seek(place, whence)

    def read(self, count: int = -1) -> bytes:
        """Return up to `count` bytes; never makes room for more than the file holds, whatever length it declares."""
        self._reads -= 1
        if not 0 <= count < _LARGE:
            left = max(0, self._size - self.tell()) + 1
            count = left if count < 0 else min(count, left)
        if self._reads < 0 or count > self._bytes:
            raise SpentMuch
        got = self._read(count)
        self._bytes -= len(got)
        return got
