"""Values from discs and programmes that are far too long, or are markup, take no button out of the window."""

from pathlib import Path

import pytest

from tests.support.window import press, shown_text, spin_until

pytest.importorskip("PySide6.QtWidgets", reason="Qt's libraries are not here", exc_type=ImportError)

from pydicom import dcmread
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QAbstractButton, QScrollArea

from secondread_desktop.core.journey import Step
from secondread_desktop.ui.app import Opening, Program
from secondread_desktop.ui.appearance import Appearance
from tests.screens.stage import MARIA, write_disc
from tests.support.fake_receiver import FakeReceiver
from tests.support.fake_server import serving

LONG = "Wasserstrahl" * 250
MARKUP = '<img src="file:///etc/passwd"><b>A</b>&amp;'


def spoil(root, **values):
    """Write other values into every image of a disc."""
    for place in sorted(Path(root).glob("IM*")):
        dataset = dcmread(place)
        for keyword, value in values.items():
            setattr(dataset, keyword, value)
        dataset.save_as(place)


@pytest.fixture
def opened(desk, app):
    """Return a maker of programs on a disc and a programme; each is closed at the end."""
    programs, servers = [], []

    def opened(root, **programme):
        server = serving(FakeReceiver(**programme))
        servers.append(server)
        program = Program(desk, Appearance(app), opening=Opening(link=server.__enter__()[0], sources=(str(root),)))
        programs.append(program)
        program.start()
        spin_until(lambda: "found" in shown_text(program.window), what="the images")
        return program

    yield opened
    for program in programs:
        program.window.close()
        assert program.close()
    for server in servers:
        server.__exit__(None, None, None)


def outside(window):
    """Return the buttons that no scrolling up and down brings into the window."""
    found = []
    for button in window.findChildren(QAbstractButton):
        if button.isVisible():
            area = QRect(button.mapTo(window, QPoint(0, 0)), button.size())
            if area.left() < 0 or area.right() > window.width():
                found.append(button.accessibleName()[:40])
    return found


def is_cut(window):
    """Tell whether a page that is shown is wider than the window lets one see."""
    pages = [page for page in window.findChildren(QScrollArea, "page") if page.isVisible()]
    return any(page.widget().width() > page.viewport().width() for page in pages)


def looked_at(program):
    assert program.window.width() <= 1080
    spin_until(lambda: not outside(program.window) and not is_cut(program.window), what="a page that fits")


@pytest.mark.filterwarnings("ignore:The PN component length", "ignore:The value length", "ignore:Invalid value for VR")
@pytest.mark.parametrize("name", [LONG, MARKUP], ids=["long", "markup"])
def test_no_name_from_a_disc_takes_a_button_out_of_the_window(opened, tmp_path, name):
    root = write_disc(tmp_path / "disc", MARIA)
    spoil(root, PatientName=name, StudyDescription=name, SeriesDescription=name, Modality="MR")
    program = opened(root)
    looked_at(program)
    press(program.window, "Check these images")
    spin_until(lambda: program.journey.now.step is Step.CHECK, what="Check")
    looked_at(program)
    press(program.window, "Yes, this is me")
    press(program.window, "Go on with 1 image")
    looked_at(program)


@pytest.mark.filterwarnings("ignore:The PN component length")
def test_two_people_with_endless_names_can_be_told_apart_and_chosen(opened, tmp_path):
    root = write_disc(tmp_path / "disc", (LONG, "19510303", "A1"), (LONG[:-1] + "X", "19480617", "B2"))
    program = opened(root)
    press(program.window, "Check these images")
    spin_until(lambda: program.journey.now.step is Step.CHECK, what="Check")
    looked_at(program)


@pytest.mark.parametrize("text", [LONG[:400], MARKUP], ids=["long", "markup"])
def test_no_text_of_a_programme_takes_a_button_out_of_the_window(opened, tmp_path, text):
    program = opened(write_disc(tmp_path / "disc", MARIA), name=text, help_line=text)
    looked_at(program)
    press(program.window, "Help")
    looked_at(program)


@pytest.mark.parametrize(("width", "steps"), [(1080, "Choose\nTell\nSend"), (1024, "1 of 6, Find images")])
def test_the_name_of_a_programme_stands_there_whole_beside_the_steps(opened, tmp_path, width, steps):
    program = opened(write_disc(tmp_path / "disc", MARIA), name="Second Opinion Programme")
    program.window.resize(width, 600)
    spin_until(lambda: "Second Opinion Programme" in shown_text(program.window), what="the whole name")
    assert steps in shown_text(program.window)


def test_no_tip_of_the_list_is_read_as_markup(opened, tmp_path):
    root = write_disc(tmp_path / "disc", MARIA)
    spoil(root, PatientName=MARKUP, StudyDescription=MARKUP, SeriesDescription=MARKUP)
    program = opened(root)
    press(program.window, "Check these images")
    exams = next(c for c in program.journey.conducts() if c.step is Step.CHECK).screen.exams
    items = exams.findItems("*", Qt.MatchFlag.MatchWildcard | Qt.MatchFlag.MatchRecursive)
    assert len(items) == 3
    assert not any("<img" in item.toolTip(0) for item in items)
