"""`secondread preview`: a PNG, an exit code, and nothing of the patient's in what is said."""

import json

import imagecodecs
import numpy
import pytest
from pydicom.data import get_testdata_file

from secondread_desktop.adapters.png_file import png_of
from secondread_shared.frames.picture import Picture
from tests.support.disc_junk import tiny_pdf
from tests.support.image_files import RAMP, encapsulated, grey_of, instance, look_at

NAMED = {"PatientName": "LOPEZ^MARIA", "WindowCenterWidthExplanation": "MARIA"}


@pytest.fixture
def image(tmp_path):
    """Two frames, each with its own greys."""
    path = tmp_path / "IM1"
    path.write_bytes(instance(numpy.stack([RAMP, RAMP[::-1]]), WindowCenter=128, WindowWidth=256, **NAMED))
    return path


def pixels_of(path):
    return imagecodecs.png_decode(path.read_bytes())


def test_a_frame_is_written_as_it_is_shown(program, image, tmp_path):
    out = tmp_path / "frame.png"
    assert program("preview", image, "--frame", 2, "--out", out, "--json") == 0
    (told,) = program.lines()
    assert (pixels_of(out) == grey_of(look_at(image, frame=1))).all()
    assert told == {
        "format": 1, "shown": True, "frame": 2, "frames": 2, "width": 16, "height": 16, "aspect": 1.0,
        "window": {"centre": 128.0, "width": 256.0}, "overlays": 0, "frames_per_second": None,
        "bytes": out.stat().st_size,
    }  # fmt: skip
    assert [path.name for path in tmp_path.iterdir() if path.suffix == ".tmp"] == []


def test_brightness_and_size_are_as_is_wanted(program, image, tmp_path):
    out = tmp_path / "frame.png"
    assert program("preview", image, "--out", out, "--window", "5000,10", "--size", 4) == 0
    assert pixels_of(out).shape == (4, 4)
    assert set(pixels_of(out).ravel()) == {0}
    assert "Picture 1 of 2: 4 by 4 pixels" in program.screen
    assert "MARIA" not in program.screen.upper()


def test_a_page_of_a_document_is_a_picture_too(program, tmp_path):
    (tmp_path / "report").write_bytes(tiny_pdf("Radiology report"))
    assert program("preview", tmp_path / "report", "--out", tmp_path / "page.png", "--size", 300) == 0
    assert max(pixels_of(tmp_path / "page.png").shape) == 300
    assert program("preview", tmp_path / "report", "--out", tmp_path / "page.png", "--frame", 2) == 3


def test_a_colour_image_through_a_link_that_was_named(program, tmp_path):
    (tmp_path / "link").symlink_to(get_testdata_file("examples_rgb_color.dcm", download=False))
    assert program("preview", tmp_path / "link", "--out", tmp_path / "colour.png", "--json") == 0
    assert pixels_of(tmp_path / "colour.png").shape[2] == 3
    assert program.lines()[-1]["window"] is None


def test_what_cannot_be_shown_is_said_with_its_reason_and_nothing_is_written(program, image, tmp_path):
    out = tmp_path / "frame.png"
    film = tmp_path / "film"
    film.write_bytes(encapsulated([b"stream"], RAMP, syntax="1.2.840.10008.1.2.4.102", CineRate=10, NumberOfFrames=50))
    for path, frame, reason, seconds in ((image, 3, "no_such_frame", None), (film, 1, "video", 5.0)):
        assert program("preview", path, "--frame", frame, "--out", out, "--json") == 3
        assert program.lines()[-1] == {"format": 1, "shown": False, "reason": reason, "seconds": seconds}
    assert not out.exists()


def test_a_file_that_is_not_there_and_a_place_that_takes_none_are_told_apart(program, image, tmp_path):
    assert program("preview", tmp_path / "none", "--out", tmp_path / "x.png", "--json") == 4
    assert program.lines()[-1]["code"] == "disc_unreadable"
    assert program("preview", image, "--out", tmp_path, "--json") == 3
    assert program.lines()[-1]["code"] == "picture_unwritable"


@pytest.mark.parametrize("wrong", [("--frame", "0"), ("--window", "40"), ("--window", "40,0"), ("--window", "nan,1")])
def test_wrong_usage_is_refused(program, image, wrong):
    with pytest.raises(SystemExit) as ended:
        program("preview", image, "--out", "x.png", *wrong)
    assert ended.value.code == 2


def test_pixels_that_are_not_square_are_told_in_the_file():
    content = png_of(Picture(2, 1, 1, b"\x01\x02", frame_count=1, aspect=2.0))
    place = content.index(b"pHYs")
    assert content[place + 4 : place + 12] == (2000).to_bytes(4, "big") + (1000).to_bytes(4, "big")
    assert json.dumps(imagecodecs.png_decode(content).tolist()) == "[[1, 2]]"
