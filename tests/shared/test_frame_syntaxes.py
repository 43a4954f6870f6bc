"""Every transfer syntax: a frame comes back as it went in, or it is said why there is none."""

import base64
import io
import tracemalloc
import zlib

import imagecodecs
import numpy
import pytest
from pydicom.encaps import encapsulate_extended
from pydicom.pixels.encoders import RLELosslessEncoder

from secondread_shared.frames.picture import FrameUnshowable, Unshowable
from secondread_shared.frames.render import render_frame, stored_values
from tests.support.image_files import encapsulated, instance, look_at

JPEG = "1.2.840.10008.1.2.4."
DEEP = ((numpy.arange(64 * 48).reshape(48, 64) * 5) % 4096).astype(numpy.uint16)
FULL = (numpy.arange(64 * 48).reshape(48, 64) * 21).astype(numpy.uint16)
SMALL = (DEEP >> 4).astype(numpy.uint8)
SMOOTH = (numpy.add.outer(numpy.arange(48), numpy.arange(64)) * 2).astype(numpy.uint8)
COLOUR = numpy.stack([SMOOTH, SMOOTH[::-1], SMOOTH[:, ::-1]], axis=2)
ARITHMETIC = base64.b64decode(  # 16 times 16 of 0 to 255, by libjpeg-turbo's cjpeg -quality 95 -arithmetic
    "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAIBAQEBAQIBAQECAgICAgQDAgICAgUEBAMEBgUGBgYFBgYGBwkIBgcJBwYGCAsICQoKCgoKBggLDAsK"
    "DAkKCgr/yQALCAAQABABAREA/8wABgAQEAX/2gAIAQEAAD8A/wDsme47CQOanpJD8G6f1H5jDd8fBj9+i0qoLbwqFQoQ/9k="
)
ARITHMETIC_PROGRESSIVE = base64.b64decode(  # the same with -progressive
    "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAIBAQEBAQIBAQECAgICAgQDAgICAgUEBAMEBgUGBgYFBgYGBwkIBgcJBwYGCAsICQoKCgoKBggLDAsK"
    "DAkKCgr/ygALCAAQABABAREA/8wABAAQ/9oACAEBAAAAAf8A2Sg3nin/zAAEEAX/2gAIAQEAAQUCGudeZXa5Cb2A/8wABBAF/9oACAEBAAY/Al/u"
    "9lVIIWRg/8wABBAF/9oACAEBAAE/IaY9IqHQ/9oACAEBAAAAEGD/zAAEEAX/2gAIAQEAAT8QVJLmTugw/9k="
)
RAMP8 = numpy.arange(256, dtype=numpy.uint8).reshape(16, 16)


def jpeg(pixels, **more):
    return imagecodecs.jpeg8_encode(pixels, level=97, **more)


def lossless(pixels, bits=None, predictor=1):
    return imagecodecs.jpeg8_encode(pixels, lossless=True, bitspersample=bits, predictor=predictor)


def deflated(pixels):
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return packer.compress(pixels.tobytes()) + packer.flush()


def jxl(pixels, **more):
    return imagecodecs.jpegxl_encode(pixels, lossless=True, **more)


def ht(pixels):
    return imagecodecs.htj2k_encode(pixels, reversible=True)


def j2k(pixels, **more):
    return imagecodecs.jpeg2k_encode(pixels, codecformat="J2K", reversible=True, **more)


def rle(pixels):
    return RLELosslessEncoder.encode(
        numpy.ascontiguousarray(pixels).tobytes(), rows=pixels.shape[0], columns=pixels.shape[1], number_of_frames=1,
        samples_per_pixel=3 if pixels.ndim == 3 else 1, bits_allocated=pixels.itemsize * 8,
        bits_stored=pixels.itemsize * 8, pixel_representation=0, planar_configuration=0,
        photometric_interpretation="RGB" if pixels.ndim == 3 else "MONOCHROME2",
    )  # fmt: skip


# transfer syntax, pixels, how they are made smaller, how far a value may be off, what the header says
KINDS = {
    "baseline": (f"{JPEG}50", SMOOTH, jpeg, 2, {}),
    "extended in 12 bits": (f"{JPEG}51", DEEP, lambda a: jpeg(a, bitspersample=12), 16, {"BitsStored": 12}),
    "extended, arithmetic": (f"{JPEG}52", RAMP8, lambda a: ARITHMETIC, 4, {}),
    "spectral selection": (f"{JPEG}53", SMOOTH, jpeg, 2, {}),
    "spectral selection, arithmetic": (f"{JPEG}54", RAMP8, lambda a: ARITHMETIC_PROGRESSIVE, 4, {}),
    "full progression": (f"{JPEG}55", SMOOTH, jpeg, 2, {}),
    "full progression, arithmetic": (f"{JPEG}56", RAMP8, lambda a: ARITHMETIC_PROGRESSIVE, 4, {}),
    "lossless": (f"{JPEG}57", FULL, lossless, 0, {}),
    "lossless of any predictor": (f"{JPEG}57", DEEP, lambda a: lossless(a, 12, 6), 0, {"BitsStored": 12}),
    "lossless in 10 bits": (f"{JPEG}70", DEEP >> 2, lambda a: lossless(a, 10), 0, {"BitsStored": 10}),
    "lossless first order": (f"{JPEG}70", SMALL, lossless, 0, {}),
    "lossless in colour": (f"{JPEG}70", COLOUR, lossless, 0, {}),
    "lossless that calls itself baseline": (f"{JPEG}50", SMALL, lossless, 0, {}),
    "hierarchical by name, lossless in fact": (f"{JPEG}65", SMALL, lossless, 0, {}),
    "JPEG-LS": (f"{JPEG}80", FULL, imagecodecs.jpegls_encode, 0, {}),
    "JPEG-LS in colour": (f"{JPEG}80", COLOUR, imagecodecs.jpegls_encode, 0, {}),
    "JPEG-LS near lossless": (f"{JPEG}81", FULL, lambda a: imagecodecs.jpegls_encode(a, level=2), 2, {}),
    "JPEG 2000": (f"{JPEG}90", FULL, j2k, 0, {}),
    "JPEG 2000, lossy": (f"{JPEG}91", SMOOTH, lambda a: imagecodecs.jpeg2k_encode(a, 60, codecformat="J2K"), 2, {}),
    "JPEG 2000 with its own transform": (f"{JPEG}90", COLOUR, j2k, 0, {"PhotometricInterpretation": "YBR_RCT"}),
    "JPEG 2000 in a file format": (f"{JPEG}90", FULL, lambda a: imagecodecs.jpeg2k_encode(a, reversible=True), 0, {}),
    "JPEG 2000 part 2": (f"{JPEG}92", FULL, j2k, 0, {}),
    "JPEG 2000 part 2, lossy": (f"{JPEG}93", FULL, j2k, 0, {}),
    "HTJ2K lossless": (f"{JPEG}201", FULL, ht, 0, {}),
    "HTJ2K lossless, by resolution": (f"{JPEG}202", SMALL, ht, 0, {}),
    "HTJ2K": (f"{JPEG}203", FULL, ht, 0, {}),
    "JPEG XL lossless": (f"{JPEG}110", FULL, jxl, 0, {}),
    "JPEG XL in 12 bits": (f"{JPEG}110", DEEP, lambda a: jxl(a, bitspersample=12), 0, {"BitsStored": 12}),
    "JPEG XL of a JPEG": (
        f"{JPEG}111", COLOUR, lambda a: imagecodecs.jpegxl_encode_jpeg(jpeg(a, subsampling="444")), 3,
        {"PhotometricInterpretation": "YBR_FULL_422"},
    ),
    "JPEG XL": (f"{JPEG}112", COLOUR, jxl, 0, {"PhotometricInterpretation": "XYB"}),
    "run lengths": ("1.2.840.10008.1.2.5", SMALL, rle, 0, {}),
    "run lengths in 16 bits": ("1.2.840.10008.1.2.5", FULL, rle, 0, {}),
    "run lengths in colour": ("1.2.840.10008.1.2.5", COLOUR, rle, 0, {}),
    "as it is": ("1.2.840.10008.1.2.1.98", FULL, lambda a: a.tobytes(), 0, {}),
    "as it is, in planes": (
        "1.2.840.10008.1.2.1.98", COLOUR, lambda a: numpy.moveaxis(a, 2, 0).tobytes(), 0, {"PlanarConfiguration": 1},
    ),
    "frames deflated": ("1.2.840.10008.1.2.8.1", FULL, deflated, 0, {}),
    "deflated": ("1.2.840.10008.1.2.1.99", FULL, None, 0, {}),
    "big endian": ("1.2.840.10008.1.2.2", FULL, None, 0, {}),
    "implicit": ("1.2.840.10008.1.2", FULL, None, 0, {}),
}  # fmt: skip


def values_of(content: bytes, frame: int = 0) -> numpy.ndarray:
    return stored_values(io.BytesIO(content), frame=frame)


def file_of(name: str) -> bytes:
    syntax, pixels, encode, _, attributes = KINDS[name]
    if encode is None:
        return instance(pixels, syntax=syntax, **attributes)
    return encapsulated([encode(pixels)], pixels, syntax=syntax, **attributes)


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
