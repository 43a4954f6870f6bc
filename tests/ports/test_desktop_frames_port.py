"""One suite for what draws pictures: the fake that the screens are tested with, and the frame worker."""

import io
import threading
from pathlib import Path

import pytest
from pydicom.data import get_testdata_file

from secondread_desktop.adapters.frame_worker import FrameWorker
from secondread_desktop.adapters.media_folder import OpenMediumFile
from secondread_desktop.core.catalogue import FoundFile
from secondread_desktop.core.look import Look
from secondread_desktop.errors import Interrupted
from secondread_shared.frames.picture import FrameUnshowable, Unshowable, Window
from tests.support.fake_frames import FakeFrames

FILE = FoundFile(1, ("IM1",), 1, 1)


@pytest.fixture(scope="module", params=[FakeFrames, FrameWorker])
def frames(request):
    made = request.param()
    yield made
    made.close()


def opened():
    content = Path(str(get_testdata_file("CT_small.dcm", download=False))).read_bytes()
    return OpenMediumFile(io.BytesIO(content), len(content), 1)


def test_a_picture_is_whole_and_names_the_window_in_force(frames):
    picture = frames.show(opened(), Look(FILE), cancel=threading.Event())
    assert len(picture.pixels) == picture.width * picture.height * picture.channels
    assert picture.window is not None
    by_hand = Window(centre=10.0, width=20.0)
    assert frames.show(opened(), Look(FILE, window=by_hand), cancel=threading.Event()).window == by_hand


def test_a_frame_that_is_not_there_is_refused(frames):
    with pytest.raises(FrameUnshowable) as refusal:
        frames.show(opened(), Look(FILE, frame=7), cancel=threading.Event())
    assert refusal.value.reason is Unshowable.NO_SUCH_FRAME


def test_nothing_is_drawn_for_nobody(frames):
    stop = threading.Event()
    stop.set()
    with pytest.raises(Interrupted):
        frames.show(opened(), Look(FoundFile(1, ("IM2",), 1, 1)), cancel=stop)


def test_a_picture_comes_after_making_ready_and_without(frames):
    frames.close()
    frames.prepare()
    frames.prepare()
    assert frames.show(opened(), Look(FILE), cancel=threading.Event()).frame_count == 1


def test_after_closing_the_next_picture_begins_anew(frames):
    frames.close()
    assert frames.show(opened(), Look(FILE), cancel=threading.Event()).frame_count == 1
