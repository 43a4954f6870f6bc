"""Transport codecs: how an entry's bytes travel. Lossless, and bounded when decoding."""

from collections.abc import Iterator
from enum import StrEnum
from typing import BinaryIO

import zstandard

from secondread_shared.errors import CodecStreamBad, CodecUnknown

BLOCK = 1 << 20
ZSTD_LEVEL = 3
_WINDOW_BYTES = 8 << 20  # a decoder never allocates more than this for a stream's window


class Codec(StrEnum):
    """The codecs of parcel v1."""

    RAW = "raw"
    ZSTD = "zstd"


def codec_named(name: str) -> Codec:
    """Return the codec of that name; raise `CodecUnknown` if this side has none."""
    try:
        return Codec(name)
    except ValueError:
        raise CodecUnknown(name if name.isascii() and name.isalnum() and len(name) <= 16 else "unnamed") from None


def encode(codec: Codec, source: BinaryIO, target: BinaryIO) -> None:
    """Copy `source` into `target`, encoded."""
    if codec is Codec.RAW:
        while block := source.read(BLOCK):
            target.write(block)
        return
    zstandard.ZstdCompressor(level=ZSTD_LEVEL).copy_stream(source, target, read_size=BLOCK, write_size=BLOCK)


def decode(codec: Codec, source: BinaryIO, *, size: int) -> Iterator[bytes]:
    """Yield the original bytes in blocks; raise `CodecStreamBad` unless they are exactly `size`.

    Never yields more than `size` bytes and never holds more than a window and a block, whatever the stream says.
    """
    left = size
    for block in _blocks(codec, source):
        left -= len(block)
        if left < 0:
            raise CodecStreamBad("longer_than_stated")
        yield block
    if left:
        raise CodecStreamBad("shorter_than_stated")


def _blocks(codec: Codec, source: BinaryIO) -> Iterator[bytes]:
    if codec is Codec.RAW:
        reader: BinaryIO = source
    else:
        decompressor = zstandard.ZstdDecompressor(max_window_size=_WINDOW_BYTES)
        # Across frames, so that the stream is read to its end: nothing may hide behind the first frame.
        reader = decompressor.stream_reader(source, read_size=BLOCK, read_across_frames=True)
    try:
        while block := reader.read(BLOCK):
            yield block
    except zstandard.ZstdError:
        raise CodecStreamBad("not_zstd") from None
