"""Read a file once: hash it, encode it for the wire, and say what came out."""

import hashlib
import io
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from typing import BinaryIO, cast

from secondread_desktop.errors import Interrupted
from secondread_desktop.services.ports import Flag
from secondread_shared.parcel.layout import is_ratio_fair
from secondread_shared.wire import BLOCK, Codec, decode, encode

IN_MEMORY_BYTES = 32 << 20
_WORTH = 0.97  # what zstd must reach on the first block of a large file


@dataclass(frozen=True, slots=True)
class Encoded:
    """An entry ready for a parcel. `stream` stands at its start; `size` and `sha256` are of the original bytes."""

    stream: BinaryIO
    size: int
    sha256: str
    codec: Codec
    stored: int


class HashingReader(io.RawIOBase):
    """Passes a stream through once, counting and hashing; stops with `Interrupted` when asked to."""

    def __init__(self, source: BinaryIO, cancel: Flag) -> None:
        super().__init__()
        self._source = source
        self._cancel = cancel
        self._hash = hashlib.sha256()
        self.size = 0

    def readable(self) -> bool:
        """Return True."""
        return True

    def read(self, size: int = -1) -> bytes:
        """Return up to `size` bytes of the source."""
        if self._cancel.is_set():
            raise Interrupted
        block = self._source.read(size)
        self._hash.update(block)
        self.size += len(block)
        return block

    def sha256(self) -> str:
        """Return the digest of all that passed."""
        return self._hash.hexdigest()


class _Rejoined(io.RawIOBase):
    """A block already read, then the rest."""

    def __init__(self, head: bytes, rest: HashingReader) -> None:
        super().__init__()
        self._head = head
        self._rest = rest

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        if self._head:
            head, self._head = self._head[:size], self._head[size:]
            return head
        return self._rest.read(size)


def read_and_encode(
    source: BinaryIO, *, size: int, spool: Callable[[], BinaryIO], codecs: frozenset[str], cancel: Flag
) -> Encoded:
    """Read `source` to its end, once. `size` is what is expected; what came is in the answer.

    Small files stay in memory and travel in the smaller of the two forms; large ones go through a `spool` file and are
    judged by their first block. Lets `OSError` of the source and of the spool through.
    """
    reader = HashingReader(source, cancel)
    may_zstd = Codec.ZSTD in codecs
    if size <= IN_MEMORY_BYTES:
        return _in_memory(reader, may_zstd=may_zstd)
    return _spooled(reader, spool=spool, may_zstd=may_zstd)


def _in_memory(reader: HashingReader, *, may_zstd: bool) -> Encoded:
    blocks = []
    while block := reader.read(BLOCK):
        blocks.append(block)
    original = b"".join(blocks)
    packed = _zstd(original) if may_zstd else original
    if len(packed) < len(original) and is_ratio_fair(size=len(original), stored=len(packed)):
        return _encoded(io.BytesIO(packed), reader, codec=Codec.ZSTD, stored=len(packed))
    return _encoded(io.BytesIO(original), reader, codec=Codec.RAW, stored=len(original))


def _spooled(reader: HashingReader, *, spool: Callable[[], BinaryIO], may_zstd: bool) -> Encoded:
    head = reader.read(BLOCK)
    codec = Codec.ZSTD if may_zstd and len(_zstd(head)) < _WORTH * len(head) else Codec.RAW
    with ExitStack() as opened:
        target = opened.enter_context(spool())
        encode(codec, cast("BinaryIO", _Rejoined(head, reader)), target)
        stored = target.tell()
        target.seek(0)
        if is_ratio_fair(size=reader.size, stored=stored):
            opened.pop_all()
            return _encoded(target, reader, codec=codec, stored=stored)
        return _encoded(
            _unpacked(codec, target, spool=spool, size=reader.size), reader, codec=Codec.RAW, stored=reader.size
        )


def _unpacked(codec: Codec, packed: BinaryIO, *, spool: Callable[[], BinaryIO], size: int) -> BinaryIO:
    with ExitStack() as opened:
        plain = opened.enter_context(spool())
        for block in decode(codec, packed, size=size):
            plain.write(block)
        plain.seek(0)
        opened.pop_all()
        return plain


def _encoded(stream: BinaryIO, reader: HashingReader, *, codec: Codec, stored: int) -> Encoded:
    return Encoded(stream=stream, size=reader.size, sha256=reader.sha256(), codec=codec, stored=stored)


def _zstd(original: bytes) -> bytes:
    target = io.BytesIO()
    encode(Codec.ZSTD, io.BytesIO(original), target)
    return target.getvalue()
