"""Playing and presets, without a window."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondread_desktop.core.cine import Cine
from secondread_desktop.core.presets import names_of, offered, place_of
from secondread_shared.frames.picture import Picture, Window

BRAIN, BONE = Window(40, 80, "BRAIN"), Window(600, 1500, "BONE_HARD")


@pytest.mark.parametrize(
    ("pace", "step", "interval"), [(None, 1, 67), (10.0, 1, 100), (30.0, 1, 33), (60.0, 2, 33), (1000.0, 33, 33)]
)
def test_a_film_keeps_its_time_and_draws_no_more_than_a_screen_shows(pace, step, interval):
    cine = Cine(100, pace)
    assert (cine.step, cine.interval_ms) == (step, interval)


@given(st.integers(2, 50), st.floats(0.001, 1e6), st.integers(0, 49), st.integers(0, 60))
def test_a_film_never_leaves_its_frames(frames, pace, frame, count):
    cine = Cine(frames, pace)
    ahead = list(cine.ahead(frame % frames, count))
    assert len(ahead) == min(count, frames - 1)
    assert all(0 <= one < frames for one in ahead)
    assert 1 <= cine.interval_ms <= 2000


def picture(*presets, window=BRAIN):
    return Picture(1, 1, 1, b"\0", frame_count=1, window=window, presets=presets)


def test_one_brightness_that_is_in_force_already_is_no_choice():
    assert offered(picture(BRAIN)) == ()
    assert offered(picture()) == ()
    assert offered(picture(BRAIN, BONE, BRAIN)) == (BRAIN, BONE)
    assert offered(picture(BONE)) == (BONE,)  # a table of the file's is in force


def test_choices_have_names_of_their_own():
    names = names_of(
        [BRAIN, BONE, Window(1, 2), Window(3, 4, "BRAIN"), Window(5, 6, "Lung")], unnamed="setting {number}"
    )
    assert names == ["Brain", "Bone hard", "setting 3", "setting 4", "Lung"]


def test_the_choice_in_force_is_found_by_its_numbers():
    assert place_of(None, [BRAIN, BONE]) == 0
    assert place_of(Window(600, 1500), [BRAIN, BONE]) == 2
    assert place_of(Window(1, 2), [BRAIN, BONE]) is None
