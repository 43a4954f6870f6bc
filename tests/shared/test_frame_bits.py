"""Odd bits and colours: single bits, planes, palettes, floats, old layouts, overlays."""

import io
import struct

import numpy
import pytest
from pydicom.uid import ExplicitVRBigEndian, ExplicitVRLittleEndian, ImplicitVRLittleEndian

from secondread_shared.frames.picture import Picture, Unshowable, Window
from secondread_shared.frames.render import OpenImage, stored_values
from tests.support.image_files import RAMP, encapsulated, grey_of, instance, look_at

CHANCE = numpy.random.default_rng(4)
COLOUR = CHANCE.integers(0, 256, (6, 8, 3), dtype=numpy.uint8)


def values_of(content: bytes, frame: int = 0) -> numpy.ndarray:
    return stored_values(io.BytesIO(content), frame=frame)


def ybr_of(rgb: numpy.ndarray) -> numpy.ndarray:
    """PS3.3 C.7.6.3.1.2, without rounding to and fro."""
    red, green, blue = (rgb[..., place].astype(float) for place in range(3))
    luminance = 0.299 * red + 0.587 * green + 0.114 * blue
    return numpy.stack([luminance, (blue - luminance) * 0.5643 + 128, (red - luminance) * 0.7133 + 128], axis=2)


def bytes_of(values: numpy.ndarray) -> bytes:
    return numpy.clip(values + 0.5, 0, 255).astype(numpy.uint8).tobytes()


@pytest.mark.parametrize("syntax", [ExplicitVRLittleEndian, ImplicitVRLittleEndian, "1.2.840.10008.1.2.1.98"])
@pytest.mark.parametrize("side", [8, 5])
def test_single_bits_are_black_and_white_also_where_frames_end_within_a_byte(syntax, side):
    frames = CHANCE.integers(0, 2, (3, side, side), dtype=numpy.uint8)
    told = {"BitsAllocated": 1, "BitsStored": 1, "HighBit": 0, "NumberOfFrames": 3}
    if syntax == "1.2.840.10008.1.2.1.98":
        packed = [numpy.packbits(one, bitorder="little").tobytes() for one in frames]
        content = encapsulated(packed, frames[0], syntax=syntax, **told)
    else:
        packed = numpy.packbits(frames.ravel(), bitorder="little").tobytes()
        content = instance(frames, syntax=syntax, PixelData=packed + bytes(len(packed) % 2), **told)
    for number, pixels in enumerate(frames):
        assert (values_of(content, number) == pixels).all()
        assert set(grey_of(look_at(content, frame=number)).ravel()) <= {0, 255}


@pytest.mark.parametrize("syntax", [ExplicitVRLittleEndian, ExplicitVRBigEndian])
@pytest.mark.parametrize("kind", ["i1", "i2", "u4", "i4"])
def test_whole_numbers_of_every_width_come_back(kind, syntax):
    pixels = (numpy.arange(-60, 60) if kind[0] == "i" else numpy.arange(120)).astype(kind).reshape(10, 12)
    content = instance(pixels, syntax=syntax)
    assert (values_of(content) == pixels).all()
    assert grey_of(look_at(content)).std() > 50


@pytest.mark.parametrize(("kind", "name"), [("f4", "FloatPixelData"), ("f8", "DoubleFloatPixelData")])
def test_floats_are_shown_and_what_is_no_number_is_dark(kind, name):
    pixels = numpy.linspace(-1e6, 1e6, 120).astype(kind).reshape(10, 12)
    whole = numpy.zeros((10, 12), numpy.uint32 if kind == "f4" else numpy.uint64)
    content = instance(whole, **{name: pixels.tobytes()}, leave_out=("PixelData", "BitsStored", "HighBit"))
    assert (values_of(content) == pixels).all()
    assert (numpy.diff(grey_of(look_at(content)).ravel().astype(int)) >= 0).all()
    pixels[0, 0] = numpy.nan
    content = instance(whole, **{name: pixels.tobytes()}, leave_out=("PixelData", "BitsStored", "HighBit"))
    assert isinstance(look_at(content), Picture)


@pytest.mark.parametrize("bits", [10, 12])
@pytest.mark.parametrize("is_signed", [False, True])
def test_bits_above_the_pictures_do_not_count(bits, is_signed):
    values = numpy.arange(200).reshape(10, 20) - (100 if is_signed else 0)
    stored = (values & ((1 << bits) - 1)) | CHANCE.integers(0, 1 << (16 - bits), values.shape) << bits
    content = instance(
        stored.astype(numpy.uint16), BitsStored=bits, HighBit=bits - 1, PixelRepresentation=int(is_signed)
    )
    assert (values_of(content) == values).all()


def test_bits_below_the_pictures_do_not_count_on_old_discs():
    values = numpy.arange(200, dtype=numpy.uint16).reshape(10, 20)
    content = instance(values << 4 | 5, BitsStored=12, HighBit=15)
    assert (values_of(content) == values).all()


@pytest.mark.parametrize("allocated", [12, 24, 40])
def test_pixels_packed_otherwise_are_not_supported(allocated):
    assert look_at(instance(RAMP, BitsAllocated=allocated, BitsStored=12)) is Unshowable.UNSUPPORTED


@pytest.mark.parametrize("name", ["HSV", "ARGB", "CMYK", "YBR_PARTIAL_422"])
def test_colours_that_were_retired_are_not_supported(name):
    assert look_at(instance(COLOUR, PhotometricInterpretation=name)) is Unshowable.UNSUPPORTED


def test_planes_one_after_another_give_the_same_colours():
    planes = numpy.moveaxis(COLOUR, 2, 0).tobytes()
    assert look_at(instance(COLOUR, PlanarConfiguration=1, PixelData=planes)).pixels == COLOUR.tobytes()


def test_eight_bits_in_big_endian_words_are_turned_round():
    pixels = numpy.arange(120, dtype=numpy.uint8).reshape(10, 12)
    words = pixels.view("u2").byteswap().tobytes()
    content = instance(pixels, syntax=ExplicitVRBigEndian, elements={0x7FE00010: ("OW", words)})
    assert b"\x7f\xe0\x00\x10OW" in content
    assert (values_of(content) == pixels).all()


@pytest.mark.parametrize("syntax", [ExplicitVRLittleEndian, "1.2.840.10008.1.2.1.98"])
@pytest.mark.parametrize("name", ["YBR_FULL", "YBR_FULL_422"])
def test_luminance_and_colour_differences_become_red_green_and_blue(name, syntax):
    pairs = COLOUR.copy()
    pairs[:, 1::2] = pairs[:, ::2]  # so that halved colours lose nothing
    ybr = numpy.frombuffer(bytes_of(ybr_of(pairs)), numpy.uint8).reshape(pairs.shape)
    data = ybr.tobytes()
    if name == "YBR_FULL_422":
        twos = ybr.reshape(-1, 2, 3)
        data = numpy.stack([twos[:, 0, 0], twos[:, 1, 0], twos[:, 0, 1], twos[:, 0, 2]], axis=1).tobytes()
    if syntax == ExplicitVRLittleEndian:
        content = instance(pairs, PhotometricInterpretation=name, PixelData=data)
    else:
        content = encapsulated([data], pairs, syntax=syntax, PhotometricInterpretation=name)
    shown = numpy.frombuffer(look_at(content).pixels, numpy.uint8).reshape(pairs.shape)
    assert numpy.abs(shown.astype(int) - pairs).max() <= 3


@pytest.mark.parametrize("bits", [8, 16])
@pytest.mark.parametrize("is_segmented", [False, True])
def test_a_palette_gives_its_colours(bits, is_segmented):
    ramps = [numpy.arange(256), numpy.arange(256)[::-1], numpy.full(256, 77)]
    told = {}
    for name, ramp in zip(("Red", "Green", "Blue"), ramps, strict=True):
        entries = ramp * 257 if bits == 16 else ramp
        told[f"{name}PaletteColorLookupTableDescriptor"] = [256, 0, 16]
        if is_segmented:  # PS3.3 C.7.9.2: one discrete entry, then a line to the last
            segments = (
                0,
                1,
                int(entries[0] * (1 if bits == 16 else 257)),
                1,
                255,
                int(entries[255] * (1 if bits == 16 else 257)),
            )
            told[f"Segmented{name}PaletteColorLookupTableData"] = struct.pack("<6H", *segments)
        else:
            told[f"{name}PaletteColorLookupTableData"] = (ramp * 257).astype("<u2").tobytes()
    pixels = numpy.arange(256, dtype=numpy.uint8 if bits == 8 else numpy.uint16).reshape(16, 16)
    picture = look_at(instance(pixels, PhotometricInterpretation="PALETTE COLOR", **told))
    shown = numpy.frombuffer(picture.pixels, numpy.uint8).reshape(256, 3).astype(int)
    assert numpy.abs(shown - numpy.stack(ramps, axis=1)).max() <= 1


PLANE = numpy.zeros((16, 16), bool)
PLANE[3, 4] = PLANE[10, 2:9] = True


def overlay(plane: numpy.ndarray, **more: object) -> dict:
    """The elements of a plane in group 6002, by tag."""
    data = numpy.packbits(plane.ravel(), bitorder="little").tobytes()
    elements = {
        0x60020010: ("US", plane.shape[-2]), 0x60020011: ("US", plane.shape[-1]), 0x60020040: ("CS", "G"),
        0x60020050: ("SS", [1, 1]), 0x60020100: ("US", 1), 0x60020102: ("US", 0), 0x60023000: ("OW", data),
    }  # fmt: skip
    return {"elements": elements | more.get("elements", {})}


DARK = {"WindowCenter": 5000, "WindowWidth": 100}


def test_an_overlay_is_drawn_and_can_be_left_out():
    content = instance(RAMP, **DARK, **overlay(PLANE))
    shown = look_at(content)
    assert shown.overlays == 1
    assert ((grey_of(shown) == 255) == PLANE).all()
    assert set(look_at(content, is_bare=True).pixels) == {0}


def test_an_overlay_in_the_bits_above_the_picture_is_drawn():
    stored = (RAMP | PLANE.astype(numpy.uint16) << 12).astype(numpy.uint16)
    embedded = {0x60000010: ("US", 16), 0x60000011: ("US", 16), 0x60000100: ("US", 16), 0x60000102: ("US", 12)}
    content = instance(stored, BitsStored=12, HighBit=11, **DARK, elements=embedded)
    assert ((grey_of(look_at(content)) == 255) == PLANE).all()
    assert (values_of(content) == RAMP).all()


@pytest.mark.parametrize("origin", [[3, 2], [-2, 1], [1, 15], [40, 40], [-90, 1]])
def test_an_overlay_lies_where_its_origin_says_even_outside(origin):
    content = instance(RAMP, **DARK, **overlay(PLANE, elements={0x60020050: ("SS", origin)}))
    expected = numpy.zeros((16, 16), bool)
    for row, column in zip(*numpy.nonzero(PLANE), strict=True):
        place = row + origin[0] - 1, column + origin[1] - 1
        if 0 <= place[0] < 16 and 0 <= place[1] < 16:
            expected[place] = True
    assert ((grey_of(look_at(content)) == 255) == expected).all()


def test_each_frame_has_the_plane_that_is_meant_for_it():
    planes = numpy.stack([PLANE, PLANE.T])
    told = overlay(planes, elements={0x60020015: ("IS", "2"), 0x60020051: ("US", 2)})
    content = instance(numpy.stack([RAMP] * 3), **DARK, **told)
    shown = [grey_of(look_at(content, frame=number)) == 255 for number in range(3)]
    assert not shown[0].any()
    assert (shown[1] == PLANE).all()
    assert (shown[2] == PLANE.T).all()


@pytest.mark.parametrize(
    "lie", [{0x60020010: ("US", 60000)}, {0x60023000: ("OW", b"xx")}, {0x60020050: ("LO", "here")}]
)
def test_an_overlay_that_lies_takes_no_picture_away(lie):
    assert isinstance(look_at(instance(RAMP, **DARK, **overlay(PLANE, elements=lie))), Picture)


def test_a_colour_picture_carries_its_overlay_too():
    plane = numpy.zeros((6, 8), bool)
    plane[2, 3] = True
    shown = numpy.frombuffer(look_at(instance(COLOUR, **overlay(plane))).pixels, numpy.uint8).reshape(6, 8, 3)
    assert (shown[2, 3] == 255).all()
    assert (shown[~plane] == COLOUR[~plane]).all()


def test_an_opened_image_gives_every_frame_and_window_from_one_reading():
    frames = numpy.stack([RAMP, RAMP[::-1]])
    opened = OpenImage(io.BytesIO(instance(frames, WindowCenter=128, WindowWidth=256, CineRate=20)))
    first, second = opened.render(frame=0), opened.render(frame=1)
    assert (grey_of(second) == grey_of(first)[::-1]).all()
    assert (first.pace, first.frame_count) == (20.0, 2)
    assert set(opened.render(frame=1, window=Window(900, 1)).pixels) == {0}
    assert opened.render(frame=1).pixels == second.pixels
