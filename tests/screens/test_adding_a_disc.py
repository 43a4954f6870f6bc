"""Another disc is added later: what was unticked before stays unticked, what was ticked elsewhere counts no more."""

import shutil

import pytest

from tests.support.window import press, shown_text, spin_until

pytest.importorskip("PySide6.QtWidgets", reason="Qt's libraries are not here", exc_type=ImportError)

from secondread_desktop.core.drives import Drive, DriveKind
from secondread_desktop.ui.conduct.check import CheckConduct
from secondread_desktop.ui.conduct.find import FindConduct
from secondread_desktop.ui.conduct.visit import Visit, Whose
from tests.screens.stage import MARIA, Stage, programme, write_disc

ROBERT = ("HALE^ROBERT", "19480617", "B2")


@pytest.fixture
def stage(desk, runner):
    stage = Stage(FindConduct(desk, runner, discs=tuple))
    yield stage
    stage.conduct.leave()
    stage.close()


@pytest.fixture
def check(desk, runner):
    check = CheckConduct(desk, runner)
    yield check
    check.leave()


def test_a_second_disc_in_the_same_drive_is_another_source(desk, runner, tmp_path):
    drive = tmp_path / "drive"
    labels = ["CT_1"]
    stage = Stage(FindConduct(desk, runner, discs=lambda: (Drive(DriveKind.DISC, str(drive), labels[0]),)))
    try:
        visit = Visit(programme=programme())
        stage.enter(visit)
        given(stage, write_disc(drive, MARIA))
        given(stage, drive)
        assert "on the list already" in shown_text(stage.window)
        shutil.rmtree(drive)
        write_disc(drive, MARIA, MARIA)
        labels[0] = "CT_2"
        given(stage, drive)
        assert {"CT_1", "CT_2"} <= set(shown_text(stage.window).split("\n"))
        press(stage.window, "Check these images")
        assert visit.roots == (str(drive), str(drive))
        assert [len({f.file for f in visit.catalogue.found if f.file.source == n}) for n in (1, 2)] == [1, 2]
    finally:
        stage.conduct.leave()
        stage.close()


def given(stage, *roots):
    for root in roots:
        stage.conduct.screen.chosen.emit(str(root))
    spin_until(lambda: not stage.conduct.screen.foot().note, what="the reading")


def unticked_one(stage, check, root):
    """Answer for a disc of three images, and untick the second."""
    visit = Visit(programme=programme())
    stage.enter(visit)
    given(stage, root)
    press(stage.window, "Check these images")
    check.enter(visit)
    check._answer(Whose.MINE)
    check._tick("person 0 exam 1")
    check.leave()
    assert len(visit.ticked) == 2
    return visit


def ticked_names(visit):
    return sorted((file.source, file.parts[-1]) for file in visit.ticked)


def test_an_exam_that_was_unticked_stays_so_when_a_disc_of_the_same_person_is_added(stage, check, tmp_path):
    visit = unticked_one(stage, check, write_disc(tmp_path / "one", MARIA, MARIA, MARIA))
    stage.enter(visit)
    given(stage, write_disc(tmp_path / "two", MARIA, uid="1.2.4"))
    press(stage.window, "Check these images")
    check.enter(visit)
    assert ticked_names(visit) == [(1, "IM1"), (1, "IM3"), (2, "IM1")]
    assert visit.whose is Whose.MINE


def test_an_image_that_lies_on_both_discs_is_counted_once(stage, check, tmp_path):
    visit = unticked_one(stage, check, write_disc(tmp_path / "one", MARIA, MARIA, MARIA))
    stage.enter(visit)
    given(stage, write_disc(tmp_path / "two", MARIA))
    press(stage.window, "Check these images")
    check.enter(visit)
    assert ticked_names(visit) == [(1, "IM1"), (1, "IM3")]
    assert [item.file.source for item in visit.catalogue.copies] == [2]


def test_a_disc_of_somebody_else_adds_nothing(stage, check, tmp_path):
    visit = unticked_one(stage, check, write_disc(tmp_path / "one", MARIA, MARIA, MARIA))
    stage.enter(visit)
    given(stage, write_disc(tmp_path / "two", ROBERT))
    press(stage.window, "Check these images")
    check.enter(visit)
    assert ticked_names(visit) == [(1, "IM1"), (1, "IM3")]


def test_ticks_do_not_pass_to_the_disc_that_takes_the_number_of_one_that_was_taken_off(stage, check, tmp_path):
    visit = unticked_one(stage, check, write_disc(tmp_path / "one", MARIA, MARIA, MARIA))
    stage.enter(visit)
    given(stage, write_disc(tmp_path / "two", ROBERT, ROBERT))
    press(stage.window, f"Take off the list: {'one'}")
    assert "2 images found" in shown_text(stage.window)
    press(stage.window, "Check these images")
    check.enter(visit)
    assert ticked_names(visit) == [(1, "IM1"), (1, "IM2")]
    assert visit.whose is None
