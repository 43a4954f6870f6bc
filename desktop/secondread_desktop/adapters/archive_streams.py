"""Streams over parts of other streams: pieces of an archive as they lie, and what has to be unpacked first.

A header is read, then the file from its start; an image inside a ZIP is read wherever it likes. So every stream here
can seek. What must be unpacked is unpacked only as far as somebody reads, into memory and then into a private file.
"""

import errno
import io
import os
import tempfile
import threading
import zlib
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, BinaryIO, cast

from secondread_desktop.errors import DiskFull, Interrupted, MemberDamaged
from secondread_desktop.services.ports import Flag

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

_IN_MEMORY = 16 << 20
_BUFFER = 1 << 14  # a header and no more: what lies behind it may never be asked for
_STRIDE = 4 << 20
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT})
_READ_BLOCK = 1 << 16


class Source:
    """A seekable stream that several readers share, each at a place of its own."""

    def __init__(self, stream: BinaryIO, size: int) -> None:
        self.size = size
        self._stream = stream
        self._lock = threading.Lock()
        self._cancel: Flag | None = None

    def heeding(self, cancel: Flag | None) -> "Source":
        """Return this source as one that is read as long as the flag is not set."""
        made = Source(self._stream, self.size)
        made._lock, made._cancel = self._lock, cancel
        return made

    def heed(self) -> None:
        """Raise `Interrupted` once nobody wants what is read any more."""
        if self._cancel is not None and self._cancel.is_set():
            raise Interrupted

    def read_at(self, place: int, count: int) -> bytes:
        """Return up to `count` bytes from `place` on; fewer at the end. Raises `Interrupted`."""
        self.heed()
        if count <= 0 or place < 0 or place >= self.size:
            return b""
        with self._lock:
            self._stream.seek(place)
            return self._stream.read(min(count, self.size - place))


class _Seekable(io.RawIOBase):
    """What a read-only stream of a known size needs beside `_fetch`."""

    name = ""  # pydicom asks a buffered file for it

    def __init__(self, size: int) -> None:
        super().__init__()
        self._size = size
        self._place = 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._place

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        place = offset + {os.SEEK_SET: 0, os.SEEK_CUR: self._place, os.SEEK_END: self._size}[whence]
        if place < 0:
            raise OSError(errno.EINVAL, "before the start")
        self._place = place
        return place

    def readinto(self, buffer: "WriteableBuffer") -> int:
        view = memoryview(buffer).cast("B")
        content = self._fetch(self._place, max(0, min(len(view), self._size - self._place)))
        view[: len(content)] = content
        self._place += len(content)
        return len(content)

    def _fetch(self, place: int, count: int) -> bytes:
        raise NotImplementedError


class Pieces(_Seekable):
    """Extents (place, size) of a source, joined. With `crc` what is read from the start on is checked at the end."""

    def __init__(self, source: Source, extents: tuple[tuple[int, int], ...], *, crc: int | None = None) -> None:
        super().__init__(sum(size for _, size in extents))
        self._source = source
        self._extents = extents
        self._expected = crc
        self._crc = 0
        self._checked = 0

    def _fetch(self, place: int, count: int) -> bytes:
        if not count:
            return b""
        content = self._read(place, count)
        if not content:
            raise MemberDamaged
        if place <= self._checked < place + len(content):
            self._crc = zlib.crc32(content[self._checked - place :], self._crc)
            self._checked = place + len(content)
            if self._expected is not None and self._checked == self._size and self._crc != self._expected:
                raise MemberDamaged
        return content

    def _read(self, place: int, count: int) -> bytes:
        for start, size in self._extents:
            if place < size:
                return self._source.read_at(start + place, min(count, size - place))
            place -= size
        return b""


class Unpacked(_Seekable):
    """What `blocks` yield, unpacked as far as it is read. More or less than `size` bytes is damage."""

    def __init__(self, blocks: Iterator[bytes], size: int) -> None:
        super().__init__(size)
        self._blocks: Iterator[bytes] | None = blocks
        self._spool: Any = tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY, prefix="secondread-")  # noqa: SIM115
        self._made = 0

    def close(self) -> None:
        """Forget what was unpacked."""
        if not self.closed:
            self._blocks = None
            self._spool.close()
        super().close()

    def finish(self, cancel: Flag | None = None) -> int:
        """Unpack all that can be, let go of what it comes from, and return how much. Raises `Interrupted`."""
        try:
            for wanted in (*range(0, self._size, _STRIDE), self._size):
                if cancel is not None and cancel.is_set():
                    raise Interrupted
                self._make(wanted)
        except MemberDamaged:
            self._size = self._made
        self._blocks = None
        return self._made

    def _fetch(self, place: int, count: int) -> bytes:
        if not count:
            return b""
        self._make(place + count)
        self._spool.seek(place)
        return cast("bytes", self._spool.read(count))

    def _make(self, wanted: int) -> None:
        while self._made < wanted:
            block = next(self._blocks, b"") if self._blocks is not None else b""
            if not block or self._made + len(block) > self._size:
                raise MemberDamaged
            self._keep(block)
        if wanted == self._size and self._blocks is not None:
            if next(self._blocks, b""):  # the end also says whether all of it was right
                raise MemberDamaged
            self._blocks = None

    def _keep(self, block: bytes) -> None:
        try:
            self._spool.seek(self._made)
            self._spool.write(block)
        except OSError as error:
            if error.errno in _FULL:
                raise DiskFull from None
            raise
        self._made += len(block)


def blocks_of(source: Source, place: int, left: int) -> Iterator[bytes]:
    """Yield `left` bytes from `place` on, in blocks. Raises `MemberDamaged` where they end before."""
    while left > 0:
        block = source.read_at(place, min(_READ_BLOCK, left))
        if not block:
            raise MemberDamaged
        yield block
        place += len(block)
        left -= len(block)


def buffered(raw: io.RawIOBase) -> BinaryIO:
    """Return a stream that makes small reads cheap; closing it closes `raw`."""
    return io.BufferedReader(raw, _BUFFER)
