"""Check's bar below the image: playing, brightness by name, marks over the image, and films that cannot be played."""

from dataclasses import replace

import pytest

pytest.importorskip("PySide6.QtWidgets", exc_type=ImportError, reason="Qt's libraries are missing")

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from secondread_desktop.ui.widgets.exam_row import THUMB
from secondread_shared.frames.picture import Unshowable, Window
from tests.support.check_step import MARIA, CheckStep
from tests.support.fake_frames import OWN_WINDOW, FakeFrames

BONE = Window(600.0, 1500.0, "BONE")
ONE = replace(MARIA, count=1)


@pytest.fixture
def frames():
    return FakeFrames()


@pytest.fixture
def step(frames):
    made = CheckStep(frames)
    yield made
    made.close()


def described(step):
    return step.film.accessibleDescription()


def bar(step):
    return step.screen.look.bar


def enter(step, *lots):
    step.enter(*lots)
    step.wait_until(lambda: step.film._image is not None)


def moving(step, frames, count=5, pace=25.0):
    frames.frame_counts, frames.pace = {"IM0_1": count}, pace
    enter(step, ONE)
    step.wait_until(lambda: f"Frame 1 of {count}" in described(step))


def test_a_still_image_of_one_brightness_has_no_bar(step):
    enter(step, ONE)
    assert not bar(step).isVisible()


def test_the_space_bar_plays_and_stops_and_after_the_last_frame_comes_the_first(step, frames):
    moving(step, frames, count=3)
    shown = []
    step.conduct._looking._player.turned.connect(shown.append)
    QTest.keyClick(step.film, Qt.Key.Key_Space)
    assert bar(step).play.text() == "Pause"
    step.wait_until(lambda: len(shown) >= 4)
    assert shown[:4] == [1, 2, 0, 1]
    QTest.keyClick(step.film, Qt.Key.Key_Space)
    assert bar(step).play.text() == "Play"
    assert not step.conduct._looking._player.is_playing


def test_play_goes_at_the_pace_that_the_file_tells(step, frames):
    moving(step, frames, pace=20.0)
    QTest.mouseClick(bar(step).play, Qt.MouseButton.LeftButton)
    assert step.conduct._looking._player._timer.interval() == 50


def test_a_film_waits_for_a_frame_that_is_not_yet_drawn(step, frames):
    moving(step, frames)
    player = step.conduct._looking._player
    QTest.keyClick(step.film, Qt.Key.Key_Space)
    player._is_drawn = False
    frame = player._frame
    player._tick()
    assert player._frame == frame


def test_frames_that_follow_are_drawn_beforehand(step, frames):
    moving(step, frames, count=30)
    frames.looks.clear()
    QTest.keyClick(step.film, Qt.Key.Key_Space)
    step.wait_until(lambda: len(frames.looks) >= 9)
    assert {look.frame for look in frames.looks} >= set(range(3, 8))


def test_paging_by_hand_stops_the_film(step, frames):
    moving(step, frames)
    QTest.keyClick(step.film, Qt.Key.Key_Space)
    QTest.keyClick(step.film, Qt.Key.Key_Left)
    assert bar(step).play.text() == "Play"


def test_leaving_stops_the_film(step, frames):
    moving(step, frames)
    QTest.keyClick(step.film, Qt.Key.Key_Space)
    step.conduct.leave()
    assert not step.conduct._looking._player.is_playing


def test_the_files_brightnesses_are_offered_by_name(step, frames):
    frames.presets = (replace(OWN_WINDOW, name="BRAIN"), BONE)
    enter(step, ONE)
    box = bar(step).brightness
    assert [box.itemText(place) for place in range(box.count())] == [
        "Brightness: as set", "Brightness: Brain", "Brightness: Bone",
    ]  # fmt: skip
    assert box.currentIndex() == 0
    box.activated.emit(2)
    step.wait_until(lambda: any(look.window == BONE for look in frames.looks))
    assert box.currentText() == "Brightness: Bone"
    QTest.keyClick(step.film, Qt.Key.Key_Escape)
    assert box.currentText() == "Brightness: as set"
    assert step.conduct._looking._now().window is None


def test_a_brightness_by_hand_is_none_of_those_that_are_offered(step, frames):
    frames.presets = (replace(OWN_WINDOW, name="BRAIN"), BONE)
    enter(step, ONE)
    QTest.keyClick(step.film, Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    step.wait_until(lambda: bar(step).brightness.currentIndex() == -1)
    assert bar(step).brightness.placeholderText() == "Brightness: by hand"


def test_marks_over_the_image_can_be_taken_away_and_brought_back(step, frames):
    frames.overlays = 1
    enter(step, ONE)
    marks = bar(step).marks
    assert marks.isChecked()
    QTest.mouseClick(marks, Qt.MouseButton.LeftButton)
    step.wait_until(lambda: any(look.is_bare for look in frames.looks))
    assert not marks.isChecked()
    QTest.mouseClick(marks, Qt.MouseButton.LeftButton)
    assert not step.conduct._looking._now().is_bare


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        (12.2, "A film of 12 seconds. It cannot be played here; it is sent all the same."),
        (0.2, "A film of one second. It cannot be played here; it is sent all the same."),
        (600.0, "A film of 10 minutes. It cannot be played here; it is sent all the same."),
        (None, "This is a film, which cannot be shown here. It is sent all the same."),
    ],
)
def test_a_film_that_cannot_be_played_says_how_long_it_is(step, frames, seconds, said):
    frames.unshowable, frames.seconds = {"IM0_1": Unshowable.VIDEO}, seconds
    step.enter(ONE)
    step.wait_until(lambda: step.film.sentence == said)
    assert step.film._icon == "film"
    step.wait_until(lambda: step.exams._items["person 0 exam 0"].data(0, THUMB) is not None)
    step.wait_until(lambda: step.screen.look.strip._images)


def test_an_image_that_cannot_be_shown_offers_nothing_of_the_one_before(step, frames):
    frames.presets, frames.unshowable = (OWN_WINDOW, BONE), {"IM0_1": Unshowable.DAMAGED}
    enter(step, replace(MARIA, count=2))
    step.wait_until(lambda: bar(step).isVisible())
    QTest.keyClick(step.film, Qt.Key.Key_Home)
    step.wait_until(lambda: not bar(step).isVisible())


def test_every_part_of_the_bar_has_a_name_and_takes_the_keyboard(step, frames):
    frames.presets, frames.overlays = (OWN_WINDOW, BONE), 1
    moving(step, frames)
    for part in (bar(step).play, bar(step).brightness, bar(step).marks):
        assert part.accessibleName()
        assert part.isVisible()
        part.setFocus()
        assert part.hasFocus()
