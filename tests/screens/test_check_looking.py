"""Looking at the images on Check: paging, brightness, what cannot be shown, and what is drawn when."""

import threading
from dataclasses import replace

import pytest

pytest.importorskip("PySide6.QtWidgets", exc_type=ImportError, reason="Qt's libraries are missing")

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from secondread_desktop.core.look import Look
from secondread_desktop.errors import DiscUnreadable
from secondread_desktop.services.pictures import Pictures
from secondread_desktop.ui.conduct.previews import Previews
from secondread_shared.frames.picture import Unshowable
from tests.support.check_step import MARIA, ROBERT, CheckStep, catalogue_of
from tests.support.fake_frames import OWN_WINDOW, FakeFrames
from tests.support.fake_media import FakeMedium

SEVEN = replace(MARIA, count=7)


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


def is_shown(step, words):
    return lambda: words in described(step) and step.film._image is not None


def turn(step, notches):
    place = QPointF(50, 50)
    event = QWheelEvent(
        place, step.film.mapToGlobal(place), QPoint(), QPoint(0, 120 * notches), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(step.film, event)


def test_the_first_set_is_shown_from_its_middle_with_what_and_where_it_is(step):
    step.enter(SEVEN)
    step.wait_until(is_shown(step, "MRI of the head T1 sagittal. Image 4 of 7"))


def test_wheel_and_arrows_page_and_stop_at_both_ends(step):
    step.enter(SEVEN)
    turn(step, -1)
    step.wait_until(is_shown(step, "Image 5 of 7"))
    QTest.keyClick(step.film, Qt.Key.Key_Left)
    step.wait_until(is_shown(step, "Image 4 of 7"))
    QTest.keyClick(step.film, Qt.Key.Key_PageDown)
    step.wait_until(is_shown(step, "Image 7 of 7"))
    QTest.keyClick(step.film, Qt.Key.Key_Home)
    turn(step, 3)
    step.wait_until(is_shown(step, "Image 1 of 7"))


def test_frames_of_one_instance_are_paged_before_the_next_instance(step, frames):
    frames.frame_counts = {"IM0_1": 3}
    step.enter(replace(MARIA, count=2))
    QTest.keyClick(step.film, Qt.Key.Key_Home)
    step.wait_until(is_shown(step, "Image 1 of 2 Frame 1 of 3"))
    for words in ("Frame 2 of 3", "Frame 3 of 3", "Image 2 of 2"):
        QTest.keyClick(step.film, Qt.Key.Key_Right)
        step.wait_until(is_shown(step, words))
    QTest.keyClick(step.film, Qt.Key.Key_Left)
    step.wait_until(is_shown(step, "Frame 3 of 3"))


def test_a_click_in_the_strip_goes_there(step):
    step.enter(SEVEN)
    step.wait_until(is_shown(step, "Image 4 of 7"))
    strip = step.screen.look.strip
    QTest.mouseClick(strip, Qt.MouseButton.LeftButton, pos=strip._frame(0).center().toPoint())
    step.wait_until(is_shown(step, "Image 1 of 7"))
    QTest.mouseClick(strip, Qt.MouseButton.LeftButton, pos=QPoint(strip.width() - 10, 30))
    step.wait_until(is_shown(step, "Image 2 of 7"))


def test_a_drag_changes_brightness_and_contrast_and_a_double_click_puts_them_back(step, frames):
    step.enter(MARIA)
    step.wait_until(is_shown(step, "Image 2 of 3"))
    QTest.mousePress(step.film, Qt.MouseButton.LeftButton, pos=QPoint(100, 100))
    QTest.mouseMove(step.film, QPoint(130, 115))
    QTest.mouseRelease(step.film, Qt.MouseButton.LeftButton, pos=QPoint(130, 115))
    step.wait_until(lambda: frames.looks[-1].window is not None)
    window = next(look.window for look in reversed(frames.looks) if look.window)
    assert window.centre > OWN_WINDOW.centre  # down is darker
    assert window.width > OWN_WINDOW.width
    QTest.mouseDClick(step.film, Qt.MouseButton.LeftButton, pos=QPoint(100, 100))
    assert step.conduct._looking._now().window is None


def test_brightness_can_be_changed_by_keys(step):
    step.enter(MARIA)
    step.wait_until(is_shown(step, "Image 2 of 3"))
    QTest.keyClick(step.film, Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    assert step.conduct._looking._now().window.centre < OWN_WINDOW.centre
    QTest.keyClick(step.film, Qt.Key.Key_Escape)
    assert step.conduct._looking._now().window is None


@pytest.mark.parametrize("reason", list(Unshowable))
def test_what_cannot_be_shown_says_why_and_that_it_is_sent_all_the_same(step, frames, reason):
    frames.unshowable = {"IM0_1": reason}
    step.enter(replace(MARIA, count=1))
    step.wait_until(lambda: step.film.sentence.endswith("sent all the same."))
    assert step.film.sentence in described(step)


def test_a_disc_that_was_taken_out_is_said_calmly_and_is_seen_again_when_it_is_back(step):
    step.enter(SEVEN)
    step.wait_until(is_shown(step, "Image 4 of 7"))
    step.medium.is_in = False
    QTest.keyClick(step.film, Qt.Key.Key_Home)
    step.wait_until(lambda: "Is the disc still in?" in step.film.sentence)
    step.medium.is_in = True
    QTest.keyClick(step.film, Qt.Key.Key_Home)
    step.wait_until(is_shown(step, "Image 1 of 7"))


def test_a_document_is_paged_and_says_so(step, frames):
    frames.frame_counts = {"report.pdf": 2}
    step.enter(MARIA, documents=("report.pdf",))
    step.exams.look_at("documents 0")
    step.wait_until(is_shown(step, "report.pdf. Page 1 of 2"))
    QTest.keyClick(step.film, Qt.Key.Key_Right)
    step.wait_until(is_shown(step, "Page 2 of 2"))
    assert all(look.is_document for look in frames.looks if look.file.parts == ("report.pdf",))


def test_a_word_file_is_a_name_with_a_sentence(step, frames):
    frames.unshowable = {"letter.doc": Unshowable.UNSUPPORTED}
    step.enter(MARIA, documents=("letter.doc",))
    step.exams.look_at("documents 0")
    step.wait_until(lambda: step.film.sentence.startswith("This kind of document cannot be shown here."))


def test_images_of_a_person_who_is_not_chosen_carry_that_persons_name(step):
    step.enter(MARIA, ROBERT)
    step.exams.look_at("person 1 exam 0 set 0")
    step.wait_until(is_shown(step, "ROBERT HALE, born 17 June 1948. CT of the neck"))
    step.press("ROBERT HALE")
    step.wait_until(lambda: "born 17 June 1948" not in described(step))


def test_small_pictures_come_into_tree_and_strip(step):
    step.enter(MARIA)
    item = step.exams._items["person 0 exam 0"]
    step.wait_until(lambda: item.data(0, Qt.ItemDataRole.UserRole + 1) is not None)
    step.wait_until(lambda: len(step.screen.look.strip._images) == 3)


def test_leaving_lets_go_of_what_draws(step, frames):
    step.enter(MARIA)
    step.wait_until(is_shown(step, "Image 2 of 3"))
    step.conduct.leave()
    step.wait_until(lambda: frames.closed)


def looks_of(step, count):
    catalogue = catalogue_of(replace(MARIA, count=count))
    step.enter(replace(MARIA, count=count))
    return [Look(item.file, fit=8) for item in catalogue.found]


def test_after_leaving_nothing_is_drawn_for_a_size_that_changes_then(step, frames):
    step.enter(SEVEN)
    step.wait_until(is_shown(step, "Image 4 of 7"))
    step.conduct.leave()
    step.wait_until(lambda: frames.closed)
    drawn = len(frames.looks)
    step.conduct._looking._previews.open(step.visit.roots)  # forgets what is kept, so that all would be drawn anew
    step.film.resized.emit()
    step.screen.look.strip.resized.emit()
    assert step.conduct._looking._previews._running is None
    assert len(frames.looks) == drawn


def test_what_nobody_waits_for_any_more_is_not_drawn(step, frames):
    looks = looks_of(step, 40)
    step.wait_until(lambda: step.conduct._looking._previews._running is None)
    frames.looks.clear()
    previews = Previews(Pictures(lambda _root, _number: step.medium, lambda: frames), step.runner)
    previews.open(("/disc",))
    previews.want(looks)
    previews.want(looks[-1:])
    drawn = []
    previews.drawn.connect(lambda look, _picture: drawn.append(look))
    step.wait_until(lambda: looks[-1] in drawn)
    assert len(frames.looks) <= 2
    previews.close()


def test_kept_pictures_stay_within_their_bound_and_are_not_drawn_twice(step, frames):
    looks = looks_of(step, 10)
    step.wait_until(lambda: step.conduct._looking._previews._running is None)
    frames.looks.clear()
    previews = Previews(Pictures(lambda _root, _number: step.medium, lambda: frames), step.runner, most_bytes=64 * 4)
    previews.open(("/disc",))
    previews.want(looks)
    step.wait_until(lambda: len(frames.looks) == 10 and previews._running is None)
    assert previews.kept_bytes <= 64 * 4
    previews.want(looks[-2:])
    assert previews._running is None
    previews.close()


def test_a_file_that_is_gone_is_told_as_the_discs_absence():
    pictures = Pictures(lambda _root, _number: FakeMedium({}), FakeFrames)
    (look,) = [Look(item.file) for item in catalogue_of(replace(MARIA, count=1)).found]
    with pytest.raises(DiscUnreadable):
        pictures.show(("/disc",), look, cancel=threading.Event())
