"""Paging 512 x 512 instances of 16 bits: from a file on the disc to a picture, through the child with its limits."""

import io
import threading
import time
from pathlib import Path

import pytest
from pydicom import dcmread
from pydicom.data import get_testdata_file

from secondread_desktop.adapters.frame_worker import FrameWorker
from secondread_desktop.adapters.media_folder import MediaFolder
from secondread_desktop.core.catalogue import FoundFile
from secondread_desktop.core.look import Look
from secondread_desktop.services.pictures import Pictures
from secondread_shared.frames.picture import Picture, Window
from secondread_shared.frames.render import render_frame
from tests.support.source_code import ROOT

GO_ON = threading.Event()
COUNT = 200
REAL = ROOT.parent / "shared" / "data" / "ct_head_ge" / "10.dcm"
FLUENT = 30.0  # frames a second
FIRST_S = 1.0


@pytest.fixture(scope="module")
def disc(tmp_path_factory) -> tuple[Path, list[FoundFile]]:
    """A series of CT instances, each with its own uid."""
    folder = tmp_path_factory.mktemp("disc")
    source = dcmread(REAL) if REAL.exists() else enlarged(dcmread(get_testdata_file("CT_small.dcm", download=False)))
    files = []
    for number in range(COUNT):
        source.SOPInstanceUID = source.file_meta.MediaStorageSOPInstanceUID = f"2.25.{number + 1}"
        path = folder / f"IM{number:04}"
        source.save_as(path)
        status = path.stat()
        files.append(FoundFile(1, (path.name,), status.st_size, status.st_mtime_ns))
    return folder, files


def enlarged(dataset):
    """Repeat a small image until it has 512 rows and columns."""
    import numpy

    pixels = numpy.tile(dataset.pixel_array, (4, 4))
    dataset.Rows = dataset.Columns = 512
    dataset.PixelData = pixels.tobytes()
    return dataset


def rate_of(draw, files: list[FoundFile]) -> float:
    """Return pictures a second."""
    start = time.perf_counter()
    for file in files:
        assert draw(file).height == 512
    return len(files) / (time.perf_counter() - start)


def test_paging_is_fluent(disc):
    folder, files = disc
    pictures = Pictures(MediaFolder, FrameWorker)

    def through_the_child(file: FoundFile, window: Window | None = None) -> Picture:
        return pictures.show((str(folder),), Look(file, fit=1024, window=window), cancel=GO_ON)

    def in_process(file: FoundFile) -> Picture:
        return render_frame(io.BytesIO((folder / file.parts[0]).read_bytes()), fit=1024)

    through_the_child(files[0])
    rates = {"through the child": rate_of(through_the_child, files), "in process": rate_of(in_process, files)}
    drags = [Window(40 + step, 400) for step in range(COUNT)]
    start = time.perf_counter()
    for window in drags:
        through_the_child(files[0], window)
    rates["dragging brightness"] = COUNT / (time.perf_counter() - start)
    pictures.close()
    for name, rate in rates.items():
        print(f"\n{name}: {rate:.0f} pictures a second", end="")
    print(f"\nthe child's share: {rates['through the child'] / rates['in process']:.2f} of in process")
    assert min(rates["through the child"], rates["dragging brightness"]) >= FLUENT


def test_the_first_small_picture_comes_within_a_second(disc):
    folder, files = disc
    pictures = Pictures(MediaFolder, FrameWorker)
    start = time.perf_counter()
    pictures.show((str(folder),), Look(files[COUNT // 2], fit=112), cancel=GO_ON)
    cold = time.perf_counter() - start
    pictures.close()
    print(f"\nfirst small picture: {cold:.2f} s, the child's start included")
    assert cold <= FIRST_S
