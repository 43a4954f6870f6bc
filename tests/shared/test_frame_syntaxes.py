"""Every transfer syntax: a frame comes back as it went in, or it is said why there is none."""

import io
import tracemalloc

import imagecodecs
import numpy
import pytest
from pydicom.encaps import encapsulate_extended

from secondread_shared.frames.picture import FrameUnshowable, Unshowable
from secondread_shared.frames.render import render_frame, stored_values
from tests.support.image_files import encapsulated, look_at
from tests.support.syntax_files import (
    COLOUR,
    JPEG,
    KINDS,
    SMALL,
    SMOOTH,
    deflated,
    file_of,
    j2k,
    jpeg,
    jxl,
    lossless,
    rle,
)


def values_of(content: bytes, frame: int = 0) -> numpy.ndarray:
    return stored_values(io.BytesIO(content), frame=frame)


@pytest.mark.parametrize("name", KINDS)
def test_a_frame_of_every_transfer_syntax_comes_back_as_it_went_in(name):
    _, pixels, _, bound, _ = KINDS[name]
    values = values_of(file_of(name))
    assert values.shape == pixels.shape
    assert numpy.abs(values.astype(int) - pixels.astype(int)).max() <= bound


@pytest.mark.parametrize("name", KINDS)
def test_a_frame_of_every_transfer_syntax_is_shown(name):
    picture = render_frame(io.BytesIO(file_of(name)))
    assert (picture.height, picture.width) == KINDS[name][1].shape[:2]
    assert len(set(picture.pixels)) > 20


@pytest.mark.parametrize(
    ("fragments", "has_bot", "count"), [(1, True, 3), (1, False, 3), (4, True, 3), (4, False, 3), (4, False, 1)]
)
@pytest.mark.parametrize("encode", [jpeg, j2k, imagecodecs.jpegls_encode])
def test_frames_are_found_among_fragments_with_a_table_and_without(fragments, has_bot, count, encode):
    frames = [SMOOTH, SMOOTH[::-1].copy(), SMOOTH[:, ::-1].copy()][:count]
    syntax = f"{JPEG}50"  # the end of a stream is looked for where no table tells it (PS3.5 A.4)
    content = encapsulated(
        [encode(one) for one in frames], SMOOTH, syntax=syntax, fragments=fragments, has_bot=has_bot
    )  # fmt: skip
    for number, pixels in enumerate(frames):
        assert numpy.abs(values_of(content, number).astype(int) - pixels).max() <= 2


def test_frames_are_found_by_an_extended_offset_table():
    frames = [SMALL, SMALL.T.reshape(SMALL.shape).copy()]
    data, offsets, lengths = encapsulate_extended([lossless(one) for one in frames])
    content = encapsulated(
        [b"xx"], SMALL, syntax=f"{JPEG}70", ExtendedOffsetTable=offsets, ExtendedOffsetTableLengths=lengths,
        NumberOfFrames=2, PixelData=data,
    )  # fmt: skip
    assert (values_of(content, 1) == frames[1]).all()


SAID = {
    "MPEG-2": ("1.2.840.10008.1.2.4.100", Unshowable.VIDEO),
    "MPEG-4": ("1.2.840.10008.1.2.4.102", Unshowable.VIDEO),
    "MPEG-4 in pieces": ("1.2.840.10008.1.2.4.102.1", Unshowable.VIDEO),
    "HEVC": ("1.2.840.10008.1.2.4.108", Unshowable.VIDEO),
    "JPIP": ("1.2.840.10008.1.2.4.94", Unshowable.ELSEWHERE),
    "JPIP, deflated": ("1.2.840.10008.1.2.4.95", Unshowable.ELSEWHERE),
    "JPIP of HTJ2K": ("1.2.840.10008.1.2.4.204", Unshowable.ELSEWHERE),
    "SMPTE ST 2110": ("1.2.840.10008.1.2.7.1", Unshowable.UNSUPPORTED),
    "private": ("1.3.6.1.4.1.5962.300.1", Unshowable.UNSUPPORTED),
}


@pytest.mark.parametrize("name", SAID)
def test_what_cannot_be_decoded_says_why(name):
    syntax, reason = SAID[name]
    assert look_at(encapsulated([b"stream"], SMALL, syntax=syntax)) is reason


@pytest.mark.parametrize(
    ("told", "seconds"),
    [
        ({"NumberOfFrames": 300, "CineRate": 25}, 12.0),
        ({"NumberOfFrames": 300, "FrameTime": 40}, 12.0),
        ({"NumberOfFrames": 300, "RecommendedDisplayFrameRate": 30, "CineRate": 25}, 10.0),
        ({"NumberOfFrames": 4, "FrameTimeVector": [0, 500, 500, 500]}, 2.0),
        ({"NumberOfFrames": 300, "EffectiveDuration": 11.5}, 11.5),
        ({"NumberOfFrames": 300}, None),
        ({"NumberOfFrames": 300, "CineRate": 0}, None),
    ],
)
def test_a_film_tells_how_long_it_takes(told, seconds):
    content = encapsulated([b"stream"], SMALL, syntax=f"{JPEG}102", **told)
    with pytest.raises(FrameUnshowable) as refusal:
        render_frame(io.BytesIO(content))
    assert refusal.value.seconds == seconds


@pytest.mark.parametrize("marker", [0xC5, 0xC6, 0xC7, 0xCB, 0xCD, 0xCE, 0xCF, 0xDE])
def test_a_hierarchical_stream_is_not_supported(marker):
    stream = bytearray(lossless(SMALL))
    stream[stream.index(b"\xff\xc3") + 1] = marker
    assert look_at(encapsulated([bytes(stream)], SMALL, syntax=f"{JPEG}66")) is Unshowable.UNSUPPORTED


def test_a_volume_as_components_of_one_stream_is_not_supported():
    stream = imagecodecs.jpeg2k_encode(COLOUR, codecformat="J2K", reversible=True)
    assert look_at(encapsulated([stream], SMALL, syntax=f"{JPEG}92")) is Unshowable.UNSUPPORTED


@pytest.mark.parametrize("name", [name for name, kind in KINDS.items() if kind[2] is not None])
def test_a_stream_that_breaks_off_is_damaged_or_shows_what_is_left(name):
    syntax, pixels, encode, _, attributes = KINDS[name]
    stream = encode(pixels)
    for part in (2, 5, len(stream) // 2):
        shown = look_at(encapsulated([stream[:part]], pixels, syntax=syntax, **attributes))
        assert shown is Unshowable.DAMAGED or shown is Unshowable.UNSUPPORTED or shown.pixels


@pytest.mark.parametrize("encode", [jpeg, lossless, imagecodecs.jpegls_encode, j2k, jxl, rle])
def test_a_stream_of_another_size_than_its_file_tells_is_damaged(encode):
    large = numpy.zeros((3000, 3000), numpy.uint8)
    syntax = "1.2.840.10008.1.2.5" if encode is rle else f"{JPEG}80"
    assert look_at(encapsulated([encode(large)], SMALL, syntax=syntax)) is Unshowable.DAMAGED


def test_a_deflated_frame_is_inflated_no_further_than_a_frame_goes():
    bomb = deflated(numpy.zeros((20000, 10000), numpy.uint8))
    tracemalloc.start()
    shown = look_at(encapsulated([bomb], SMALL, syntax="1.2.840.10008.1.2.8.1"))
    assert set(shown.pixels) == {0}
    assert tracemalloc.get_traced_memory()[1] < 20 << 20
    tracemalloc.stop()
