"""Frames: every file at hand gives a picture or a reason; the picture is the Standard's."""

import struct
from pathlib import Path

import numpy
import pydicom.data
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydicom import dcmread
from pydicom.dataset import Dataset
from pydicom.pixels.processing import apply_modality_lut, apply_windowing
from pydicom.uid import (
    ExplicitVRBigEndian,
    ExplicitVRLittleEndian,
    ImplicitVRLittleEndian,
)

from secondread_shared.frames.picture import Unshowable, Window
from secondread_shared.frames.render import fitted
from secondread_shared.frames.windowing import LINEAR, LINEAR_EXACT, SIGMOID, Look, Table, grey, windowed
from tests.support.image_files import RAMP, grey_of, instance, look_at

INSTALLED = Path(pydicom.data.__file__).parent
WINDOWS = st.builds(Window, st.floats(-4000, 4000), st.floats(1, 8000))


@pytest.mark.parametrize("name", ["CT_small.dcm", "MR_small.dcm", "MR_small_bigendian.dcm", "image_dfl.dcm"])
def test_greys_are_those_that_pydicom_computes(name):
    path = INSTALLED / "test_files" / name
    dataset = dcmread(path)
    window = Window(300.0, 600.0)
    dataset.WindowCenter, dataset.WindowWidth = window.centre, window.width
    stored = dataset.pixel_array[0] if dataset.get("NumberOfFrames", 1) > 1 else dataset.pixel_array
    expected = apply_windowing(apply_modality_lut(stored, dataset), dataset)
    low, high = (apply_windowing(numpy.array([end]), dataset)[0] for end in (-1e6, 1e6))
    shown = grey_of(look_at(path, window=window))
    assert numpy.abs((expected - low) / (high - low) * 255 - shown).max() <= 1


@pytest.mark.parametrize(
    ("compressed", "plain"),
    [("MR_small_jpeg_ls_lossless.dcm", "MR_small.dcm"), ("MR_small_RLE.dcm", "MR_small.dcm")],
)
def test_a_compressed_frame_shows_what_the_plain_one_shows(compressed, plain):
    ours, plains = (grey_of(look_at(INSTALLED / "test_files" / name)).astype(int) for name in (compressed, plain))
    assert numpy.abs(ours - plains).max() <= 1


@pytest.mark.parametrize("syntax", [ImplicitVRLittleEndian, ExplicitVRLittleEndian, ExplicitVRBigEndian])
@pytest.mark.parametrize("kind", [numpy.uint8, numpy.uint16, numpy.int16])
def test_every_byte_order_and_sign_shows_the_same(syntax, kind):
    pixels = (numpy.arange(120) - (60 if kind is numpy.int16 else 0)).astype(kind).reshape(10, 12)
    shown = grey_of(
        look_at(instance(pixels, syntax=syntax, WindowCenter=0 if kind is numpy.int16 else 60, WindowWidth=100))
    )
    assert shown.shape == (10, 12)
    assert (numpy.diff(shown.flatten().astype(int)) >= 0).all()
    assert (shown.min(), shown.max()) == (0, 255)


def test_monochrome1_is_the_negative():
    plain = grey_of(look_at(instance(RAMP, WindowCenter=128, WindowWidth=256)))
    negative = grey_of(
        look_at(instance(RAMP, WindowCenter=128, WindowWidth=256, PhotometricInterpretation="MONOCHROME1"))
    )
    assert (plain.astype(int) + negative == 255).all()


def test_colours_stay_as_they_are():
    pixels = numpy.random.default_rng(1).integers(0, 256, (5, 7, 3), dtype=numpy.uint8)
    picture = look_at(instance(pixels))
    assert (picture.channels, picture.window, picture.presets) == (3, None, ())
    assert picture.pixels == pixels.tobytes()


def test_each_frame_is_its_own():
    frames = numpy.stack([RAMP, RAMP[::-1], RAMP.T])
    content = instance(frames, WindowCenter=128, WindowWidth=256)
    shown = [grey_of(look_at(content, frame=number)) for number in range(3)]
    assert (shown[1] == shown[0][::-1]).all()
    assert (shown[2] == shown[0].T).all()
    assert look_at(content, frame=3) is Unshowable.NO_SUCH_FRAME
    assert look_at(content, frame=-1) is Unshowable.NO_SUCH_FRAME


def test_a_frame_of_an_enhanced_object_has_its_own_window_and_slope():
    def groups(centre: float, slope: float) -> Dataset:
        voi, values, item = Dataset(), Dataset(), Dataset()
        voi.WindowCenter, voi.WindowWidth = centre, 100
        values.RescaleSlope, values.RescaleIntercept = slope, 0
        item.FrameVOILUTSequence, item.PixelValueTransformationSequence = [voi], [values]
        return item

    frames = numpy.stack([RAMP, RAMP])
    content = instance(frames, PerFrameFunctionalGroupsSequence=[groups(50, 1), groups(100, 2)])
    first, second = look_at(content, frame=0), look_at(content, frame=1)
    assert (first.window.centre, second.window.centre) == (50, 100)
    ours, others = grey_of(first).flatten().astype(int), grey_of(second).flatten().astype(int)
    assert abs(ours[50] - others[50]) <= 2  # 50 is the middle of one window, and twice 50 that of the other
    assert others[25] < ours[25]


def test_the_files_windows_are_presets_by_name_and_the_first_is_in_force():
    picture = look_at(
        instance(
            RAMP, WindowCenter=[40, 600], WindowWidth=[80, 1500], WindowCenterWidthExplanation=["BRAIN", "BONE"]
        )
    )  # fmt: skip
    assert picture.presets == (Window(40, 80, "BRAIN"), Window(600, 1500, "BONE"))
    assert picture.window == picture.presets[0]


@pytest.mark.parametrize("function", [SIGMOID, LINEAR_EXACT])
def test_a_preset_asked_for_without_its_name_keeps_the_files_function(function):
    content = instance(
        RAMP, WindowCenter=128, WindowWidth=100, WindowCenterWidthExplanation="LUNG", VOILUTFunction=function
    )
    assert look_at(content, window=Window(128, 100)).pixels == look_at(content).pixels


@pytest.mark.parametrize(("centre", "width"), [(40, 0), (40, -5)])
def test_a_window_that_makes_no_sense_is_passed_over(centre, width):
    picture = look_at(instance(RAMP, WindowCenter=centre, WindowWidth=width))
    assert picture.presets == ()
    assert grey_of(picture).std() > 50


def test_padding_does_not_darken_what_has_no_window():
    pixels = numpy.full((20, 20), -2000, numpy.int16)
    pixels[5:15, 5:15] = numpy.arange(100).reshape(10, 10)
    shown = grey_of(look_at(instance(pixels, PixelPaddingValue=-2000)))
    assert shown[5:15, 5:15].std() > 50


def test_a_pixel_that_is_not_square_is_told():
    assert look_at(instance(RAMP, PixelSpacing=[2.0, 1.0])).aspect == 2.0
    assert look_at(instance(RAMP, PixelAspectRatio=[1, 2])).aspect == 0.5
    assert look_at(instance(RAMP, PixelSpacing=[0.0, 1.0])).aspect == 1.0


def test_what_has_no_pixels_says_so():
    assert look_at(instance(RAMP)[:200]) is Unshowable.NO_PIXELS
    assert look_at(b"") is Unshowable.NO_PIXELS


def test_a_sequence_that_breaks_off_is_the_files_damage_and_not_the_mediums():
    whole = instance(RAMP)
    place = whole.index(b"\x28\x00\x02\x00US")
    broken = whole[:place] + b"\x28\x00\x02\x00SQ\0\0\xff\xff\xff\xff" + whole[place + 8 :]
    assert isinstance(look_at(broken), Unshowable)
    assert isinstance(look_at(broken[: place + 12]), Unshowable)


def test_a_frame_larger_than_the_bound_is_not_tried():
    content = instance(RAMP, Rows=60000, Columns=60000)
    assert look_at(content) is Unshowable.TOO_LARGE


@given(st.integers(0, 2000), st.binary(min_size=1, max_size=8))
def test_damage_never_raises_anything_else(place, damage):
    content = bytearray((INSTALLED / "test_files" / "MR_small_RLE.dcm").read_bytes())
    content[place : place + len(damage)] = damage
    look_at(bytes(content), fit=32)


@pytest.mark.parametrize("name", ["JPEG2000.dcm", "SC_rgb_jpeg_dcmtk.dcm", "MR_small_jpeg_ls_lossless.dcm"])
@given(place=st.floats(0, 1), damage=st.binary(min_size=1, max_size=4))
def test_a_damaged_stream_gives_a_picture_or_a_reason(name, place, damage):
    content = bytearray((INSTALLED / "test_files" / name).read_bytes())
    start = content.rfind(struct.pack("<HH", 0x7FE0, 0x0010))
    where = start + int(place * (len(content) - start - 4))
    content[where : where + len(damage)] = damage
    look_at(bytes(content), fit=32)


@given(WINDOWS, st.sampled_from([LINEAR, LINEAR_EXACT, SIGMOID]))
def test_a_window_never_turns_the_order_of_greys(window, function):
    shown = windowed(numpy.linspace(-5000, 5000, 500, dtype=numpy.float32), window, function).astype(int)
    assert (numpy.diff(shown) >= 0).all()
    assert shown.min() >= 0
    assert shown.max() <= 255


@given(WINDOWS)
def test_a_linear_window_has_its_ends_where_the_standard_puts_them(window):
    ends = numpy.array([window.centre - window.width - 1, window.centre + window.width + 1], numpy.float32)
    assert windowed(ends, window, LINEAR).tolist() == [0, 255]


def test_tables_stand_in_the_windows_place():
    table = Table(first=10, entries=numpy.array([0, 100, 50], numpy.float32))
    shown, _ = grey(numpy.array([[9, 10], [11, 40]]), Look(voi=table), None)
    assert shown.tolist() == [[0, 0], [255, 128]]


def test_a_drag_from_a_files_table_begins_near_what_the_table_shows():
    ramp = numpy.arange(1000, 1256, dtype=numpy.uint16).reshape(16, 16)
    look = Look(voi=Table(first=1000, entries=numpy.arange(0, 4096, 16, dtype=numpy.float32)))
    tabled, window = grey(ramp, look, None)
    assert numpy.abs(grey(ramp, look, window)[0].astype(int) - tabled).max() <= 2


def test_each_table_of_a_file_can_be_chosen_by_its_name():
    def table(name: str, entries: list[int], first: int) -> Dataset:
        item = Dataset()
        item.LUTDescriptor, item.LUTData = [len(entries), first, 16], numpy.array(entries, "<u2").tobytes()
        item.LUTExplanation = name
        return item

    rising, falling = list(range(256)), list(range(255, -1, -1))
    content = instance(RAMP, VOILUTSequence=[table("SOFT", rising, 0), table("HARD", falling[:200], 10)])
    picture = look_at(content)
    assert [one.name for one in picture.presets] == ["SOFT", "HARD"]
    assert picture.window == picture.presets[0]
    assert (grey_of(picture).ravel() == numpy.arange(256)).all()
    other = grey_of(look_at(content, window=picture.presets[1])).ravel()
    assert (numpy.diff(other.astype(int)) <= 0).all()
    assert other[0] == 255


@given(st.integers(1, 90), st.integers(1, 90), st.integers(1, 40), st.booleans())
def test_a_smaller_picture_keeps_its_shape_and_range(rows, columns, fit, is_colour):
    pixels = numpy.full((rows, columns, 3) if is_colour else (rows, columns), 200, numpy.uint8)
    small = fitted(pixels, fit)
    assert max(small.shape[:2]) == min(fit, max(rows, columns))
    assert (small == 200).all()
