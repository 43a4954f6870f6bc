"""The tree on Check: what it says, how it is ticked by mouse and keys, and what was found."""

from dataclasses import replace

import pytest

pytest.importorskip("PySide6.QtWidgets", exc_type=ImportError, reason="Qt's libraries are missing")

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QTreeWidget

from secondread_desktop.core.catalogue import Finding
from tests.support.check_step import MARIA, ROBERT, CheckStep

T2 = replace(MARIA, series="T2 axial", count=2)
CHEST = replace(MARIA, study="2", date="2025-02-03", exam="CT of the chest", series="", count=1)


@pytest.fixture
def step():
    made = CheckStep()
    yield made
    made.close()


def state(step, key):
    return step.exams._items[key].checkState(0)


def test_exams_stand_newest_first_with_dates_in_words_and_counts(step):
    step.enter(CHEST, MARIA, T2)
    assert step.spoken("person 0") == "MARIA LOPEZ, born 3 March 1951, 6 images, ticked"
    assert step.spoken("person 0 exam 0") == "MRI of the head, 12 November 2026, 5 images, ticked"
    assert step.spoken("person 0 exam 0 set 1") == "T2 axial, 2 images, ticked"
    assert step.spoken("person 0 exam 1") == "CT of the chest, 3 February 2025, 1 image, ticked"
    assert step.spoken("person 0 exam 1 set 0") == "MRI, 1 image, ticked"  # nameless: its kind


def test_a_press_on_a_set_makes_its_exam_and_its_person_partly_ticked(step):
    step.enter(MARIA, T2)
    step.click_box("person 0 exam 0 set 1")
    assert state(step, "person 0 exam 0 set 1") is Qt.CheckState.Unchecked
    assert state(step, "person 0 exam 0") is state(step, "person 0") is Qt.CheckState.PartiallyChecked
    assert step.spoken("person 0 exam 0").endswith("partly ticked")
    assert len(step.visit.ticked) == 3
    step.click_box("person 0 exam 0")
    assert len(step.visit.ticked) == 5


def test_without_a_tick_one_cannot_go_on(step):
    step.enter(MARIA)
    step.press("Yes, this is me")
    step.click_box("person 0")
    assert step.visit.ticked == frozenset()
    assert step.screen.foot().note == "First tick at least one exam"


def test_arrows_walk_the_tree_and_space_ticks(step):
    step.enter(MARIA, T2, CHEST)
    step.exams.setFocus()
    assert step.exams.current_key() == "person 0 exam 0 set 0"
    QTest.keyClick(step.exams, Qt.Key.Key_Down)
    QTest.keyClick(step.exams, Qt.Key.Key_Space)
    assert state(step, "person 0 exam 0 set 1") is Qt.CheckState.Unchecked
    QTest.keyClick(step.exams, Qt.Key.Key_Down)
    assert step.exams.current_key() == "person 0 exam 1"
    chest = step.exams.currentItem()
    QTest.keyClick(step.exams, Qt.Key.Key_Right)
    assert chest.isExpanded()
    QTest.keyClick(step.exams, Qt.Key.Key_Left)
    assert not chest.isExpanded()
    QTest.keyClick(step.exams, Qt.Key.Key_Return)
    assert chest.isExpanded()


def test_ticking_with_space_keeps_the_place_in_the_list(step):
    step.enter(MARIA, T2)
    step.exams.look_at("person 0 exam 0 set 1")
    QTest.keyClick(step.exams, Qt.Key.Key_Space)
    assert step.exams.current_key() == "person 0 exam 0 set 1"


def test_how_much_was_found_is_said_without_comparing_to_anything(step):
    step.enter(MARIA, CHEST, documents=("report.pdf",))
    assert step.screen.found.accessibleName() == (
        "4 images found, in 2 exams. All of them could be read. One document lies beside them."
    )


def test_what_could_not_be_read_stands_behind_a_fold(step):
    findings = (
        Finding("truncated", 1, ("DICOM", "IM9")), Finding("truncated", 1, ("DICOM", "IM8")),
        Finding("unreadable", 1, ("DICOM", "IM7")),
    )  # fmt: skip
    step.enter(MARIA, findings=findings)
    found = step.screen.found
    assert "3 files of the disc could not be read as usual" in found.accessibleName()
    more = next(button for button in found.findChildren(QAbstractButton) if button.isVisible())
    assert not found._fold.isVisible()
    more.click()
    lines = [label.text() for label in found._fold.findChildren(QLabel)]
    assert lines[0] == "2 files: This image is cut off: a part of it is missing on the disc. It is sent as it is."
    assert "DICOM/IM7" in lines
    assert found._fold.isVisible()


def test_every_control_has_a_name_and_can_be_reached_by_the_tab_key(step):
    step.enter(MARIA, ROBERT, documents=("report.pdf",), findings=(Finding("unreadable", 1, ("X",)),))
    controls = [
        control
        for control in (*step.screen.findChildren(QAbstractButton), *step.screen.findChildren(QTreeWidget), step.film)
        if control.isVisibleTo(step.screen)
    ]
    assert len(controls) >= 6
    for control in controls:
        assert control.accessibleName(), control
        assert control.focusPolicy() & Qt.FocusPolicy.TabFocus, control.accessibleName()


def test_a_small_window_shows_exams_or_images(step):
    step.enter(MARIA)
    step.screen.show_narrow(True)
    assert step.exams.isVisible()
    assert not step.film.isVisible()
    step.screen.show_tab("look")
    assert step.film.isVisible()
    assert not step.exams.isVisible()
    step.screen.show_narrow(False)
    assert step.film.isVisible()
    assert step.exams.isVisible()


def test_a_low_window_leaves_the_room_to_the_exams_and_still_says_all_to_a_screen_reader(step):
    step.enter(MARIA, ROBERT)
    step.screen.resize(1024, 448)
    step.app.processEvents()
    assert step.screen.verticalScrollBar().maximum() == 0
    assert step.exams.height() >= 3 * 44
    assert "All of them could be read" in step.screen.found.accessibleName()
