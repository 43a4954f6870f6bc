"""Every file at hand: a picture or the expected reason, and the values that decoders nobody here wrote give."""

import shutil
import subprocess
from pathlib import Path

import data_store
import numpy
import pydicom.data
import pytest
from pydicom.pixels.processing import convert_color_space

from secondread_shared.frames.picture import FrameUnshowable, Picture, Unshowable
from secondread_shared.frames.render import stored_values
from tests.support.gdcm_values import decoded_by_gdcm
from tests.support.image_files import look_at
from tests.support.lacking import lacking
from tests.support.source_code import ROOT

INSTALLED = Path(pydicom.data.__file__).parent
STORED = Path(data_store.__file__).parent / "data"
REAL = ROOT.parent / "shared" / "data"
NO_IMAGES = {".py", ".pyc", ".md", ".txt", ".json", ".dump", ".icc", ".gz"}
DAMAGED = {  # file: what is wrong with it
    "JPEG2000-embedded-sequence-delimiter.dcm": "a made-up stream of a few bytes",
    "MR_truncated.dcm": "the pixels break off",
    "badVR.dcm": "a number of frames that is none",
}
NO_PIXELS = {  # files and folders without an image in them
    "charset_files/chrJapMulti.dcm", "charset_files/chrJapMultiExplicitIR6.dcm", "charset_files/chrKoreanMulti.dcm",
    "charset_files/chrSQEncoding.dcm", "charset_files/chrSQEncoding1.dcm", "palettes/",
    "test_files/dicomdirtests/DICOMDIR", "test_files/dicomdirtests/TINY_ALPHA/",
    "test_files/ExplVR_BigEndNoMeta.dcm", "test_files/ExplVR_LitEndNoMeta.dcm", "test_files/UN_sequence.dcm",
    "test_files/empty_charset_LEI.dcm", "test_files/meta_missing_tsyntax.dcm", "test_files/nested_priv_SQ.dcm",
    "test_files/no_meta.dcm", "test_files/no_meta_group_length.dcm", "test_files/priv_SQ.dcm",
    "test_files/reportsi.dcm", "test_files/reportsi_with_empty_number_tags.dcm", "test_files/rtplan.dcm",
    "test_files/rtplan_truncated.dcm", "test_files/rtstruct.dcm", "test_files/test-SR.dcm",
    "test_files/waveform_ecg.dcm",
}  # fmt: skip
GDCM_IS_WRONG = {  # file: why it is not asked; each is compared otherwise
    "J2K_pixelrep_mismatch.dcm": "takes the stream's sign for the file's",
    "SC_rgb_rle_16bit.dcm": "mixes the bytes of colours in 16 bits",
    "SC_rgb_rle_16bit_2frame.dcm": "the same",
    "SC_rgb_rle_32bit.dcm": "the same",
    "SC_rgb_rle_32bit_2frame.dcm": "the same",
    "rtdose_expb.dcm": "swaps 32 bits as if they were 16",
}
LOSSY = (b"1.2.840.10008.1.2.4.50", b"1.2.840.10008.1.2.4.51", b"1.2.840.10008.1.2.4.91")


def files_in(folder: Path) -> list[Path]:
    return sorted(file for file in folder.rglob("*") if file.is_file() and file.suffix not in NO_IMAGES)


def values_of(path: Path) -> numpy.ndarray | None:
    try:
        with path.open("rb") as file:
            return stored_values(file)
    except FrameUnshowable:
        return None


def named(name: str) -> Path:
    return next(folder / name for folder in (INSTALLED / "test_files", STORED) if (folder / name).exists())


def expected(path: Path, folder: Path) -> Unshowable | None:
    name = path.relative_to(folder).as_posix()
    if path.name in DAMAGED:
        return Unshowable.DAMAGED
    return Unshowable.NO_PIXELS if name.startswith(tuple(NO_PIXELS)) else None


@pytest.mark.parametrize("folder", [INSTALLED, STORED], ids=["pydicom", "pydicom-data"])
def test_every_file_of_pydicoms_is_shown_or_says_the_expected_reason(folder):
    told = {}
    for path in files_in(folder):
        shown = look_at(path, fit=64)
        reason = None if isinstance(shown, Picture) else shown
        if reason is not expected(path, folder):
            told[path.name] = reason
    assert told == {}


@pytest.mark.real_data
def test_every_open_image_is_shown():
    if not REAL.is_dir():
        pytest.skip("the open images are not beside this checkout")
    shown = {path.name: look_at(path, fit=64) for path in files_in(REAL)}
    assert {name: why for name, why in shown.items() if not isinstance(why, Picture)} == {
        "no-pixel-data.dcm": Unshowable.NO_PIXELS
    }


def compare_with_gdcm(files: list[Path], target: Path) -> int:
    """Compare each first frame, and return how many were."""
    files = [path for path in files if path.name not in GDCM_IS_WRONG and path.stat().st_size < 2 << 20]
    files = [path for path in files if values_of(path) is not None]
    told = decoded_by_gdcm(files, target)
    apart = {}
    for path, other in told.items():
        values, theirs = values_of(path), other.values
        if theirs.ndim == 3 and other.photometric.startswith("YBR_FULL"):
            theirs = convert_color_space(theirs.copy(), "YBR_FULL", "RGB")
        bound = 1 if any(syntax in path.read_bytes()[:1000] for syntax in LOSSY) else 0
        if values.shape != theirs.shape or not numpy.abs(values.astype(float) - theirs).max() <= bound:
            apart[path.name] = bound
    assert apart == {}
    return len(told)


def test_the_values_of_pydicoms_files_are_those_that_gdcm_gives(tmp_path):
    assert compare_with_gdcm([*files_in(INSTALLED / "test_files"), *files_in(STORED)], tmp_path) >= 130


@pytest.mark.real_data
def test_the_values_of_open_images_are_those_that_gdcm_gives(tmp_path):
    if not REAL.is_dir():
        pytest.skip("the open images are not beside this checkout")
    assert compare_with_gdcm(files_in(REAL)[::4] + files_in(REAL / "transfer_syntaxes"), tmp_path) >= 150


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("SC_rgb_rle_16bit.dcm", "SC_rgb_16bit.dcm"),
        ("SC_rgb_rle_32bit.dcm", "SC_rgb_32bit.dcm"),
        ("rtdose_expb.dcm", "rtdose.dcm"),
        ("rtdose_rle.dcm", "rtdose.dcm"),
    ],
)
def test_values_are_those_of_the_same_image_without_compression(name, plain):
    assert (values_of(named(name)) == values_of(named(plain))).all()


@pytest.mark.parametrize(
    ("program", "name"),
    [
        ("dcmdjpeg", "JPGLosslessP14SV1_1s_1f_8b.dcm"),
        ("dcmdjpeg", "JPEG-lossy.dcm"),
        ("dcmdjpeg", "SC_rgb_dcmtk_+eb+cr.dcm"),
        ("dcmdjpls", "MR_small_jpeg_ls_lossless.dcm"),
        ("dcmdrle", "MR_small_RLE.dcm"),
        ("dcmdrle", "SC_rgb_rle_16bit.dcm"),
    ],
)
def test_values_are_those_that_dcmtk_gives(program, name, tmp_path):
    found = shutil.which(program)
    if found is None:
        lacking("dcmtk is not installed (apt-get install dcmtk)")
    path = named(name)
    subprocess.run([found, str(path), str(tmp_path / "plain.dcm")], check=True, timeout=60, capture_output=True)
    bound = 1 if program == "dcmdjpeg" else 0
    assert numpy.abs(values_of(path).astype(int) - values_of(tmp_path / "plain.dcm")).max() <= bound
