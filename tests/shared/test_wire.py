"""Transport codecs: identity, and bounds that hold whatever the stream says."""

import contextlib
import io
import tracemalloc

import pytest
import zstandard
from hypothesis import given
from hypothesis import strategies as st

from secondread_shared.errors import CodecError, CodecStreamBad, CodecUnknown
from secondread_shared.wire import BLOCK, Codec, codec_named, decode, encode


def encoded(codec, original):
    target = io.BytesIO()
    encode(codec, io.BytesIO(original), target)
    return target.getvalue()


def decoded(codec, stream, *, size):
    return b"".join(decode(codec, io.BytesIO(stream), size=size))


@given(st.sampled_from(Codec), st.binary(max_size=5000), st.integers(1, 400))
def test_encode_then_decode_is_identity(codec, original, times):
    original *= times
    assert decoded(codec, encoded(codec, original), size=len(original)) == original


@pytest.mark.parametrize("codec", list(Codec))
@pytest.mark.parametrize("size", [0, 1, BLOCK - 1, BLOCK, BLOCK + 1, 3 * BLOCK])
def test_sizes_around_a_block_survive(codec, size):
    original = bytes(range(251)) * (size // 251 + 1)
    original = original[:size]
    assert decoded(codec, encoded(codec, original), size=size) == original


@pytest.mark.parametrize("codec", list(Codec))
@pytest.mark.parametrize(("stated", "reason"), [(999, "longer_than_stated"), (1001, "shorter_than_stated")])
def test_a_stream_of_another_size_than_stated_is_refused(codec, stated, reason):
    with pytest.raises(CodecStreamBad, match=reason):
        decoded(codec, encoded(codec, b"x" * 1000), size=stated)


@given(st.binary(max_size=300), st.integers(0, 1000))
def test_garbage_is_refused_or_empty(garbage, size):
    with contextlib.suppress(CodecError):
        assert len(decoded(Codec.ZSTD, garbage, size=size)) == size


@given(st.data())
def test_a_stream_cut_anywhere_yields_a_beginning_of_the_original_or_an_error(data):
    original = bytes(range(256)) * 40
    stream = encoded(Codec.ZSTD, original)
    cut = stream[: data.draw(st.integers(0, len(stream) - 1))]
    got = b""
    with pytest.raises(CodecStreamBad):
        for block in decode(Codec.ZSTD, io.BytesIO(cut), size=len(original)):
            got += block
    assert original.startswith(got)


@pytest.mark.parametrize("tail", [b"x", b"hidden patient", b"\x00" * 9])
def test_nothing_hides_behind_a_stream(tail):
    with pytest.raises(CodecStreamBad):
        decoded(Codec.ZSTD, encoded(Codec.ZSTD, b"x" * 1000) + tail, size=1000)


def test_a_bomb_is_stopped_at_the_stated_size_and_in_bounded_memory():
    bomb = zstandard.compress(b"\0" * (1 << 30), level=1)
    tracemalloc.start()
    got = 0
    with pytest.raises(CodecStreamBad, match="longer"):
        for block in decode(Codec.ZSTD, io.BytesIO(bomb), size=10 * BLOCK):
            got += len(block)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert got <= 10 * BLOCK
    assert peak < 8 * BLOCK


def test_a_window_that_would_fill_the_memory_is_refused():
    parameters = zstandard.ZstdCompressionParameters.from_level(3, window_log=27)
    compressor = zstandard.ZstdCompressor(compression_params=parameters).compressobj()
    stream = compressor.compress(b"x" * 100) + compressor.flush()
    with pytest.raises(CodecStreamBad, match="not_zstd"):
        decoded(Codec.ZSTD, stream, size=100)


@pytest.mark.parametrize("name", ["", "gzip", "RAW", "raw ", "jls", "LOPEZ^MARIA", "x" * 100, "Łópez"])
def test_a_codec_of_another_name_is_unknown_and_not_quoted_beyond_a_word(name):
    with pytest.raises(CodecUnknown) as caught:
        codec_named(name)
    assert caught.value.reason in (name, "unnamed")
    assert "LOPEZ" not in caught.value.reason
    assert caught.value.reason.isascii()


def test_the_codecs_are_called_by_their_names():
    assert [codec_named(codec.value) for codec in Codec] == list(Codec)
