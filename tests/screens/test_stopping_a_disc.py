"""Reading is stopped at once for the person, also where the disc does not answer."""

import threading
import time
from dataclasses import replace

import pytest

from tests.support.window import press, shown_text, spin_until

pytest.importorskip("PySide6.QtWidgets", reason="Qt's libraries are not here", exc_type=ImportError)

from secondread_desktop.__main__ import real_parts
from secondread_desktop.core.catalogue import FoundFile
from secondread_desktop.services.case_desk import CaseDesk
from secondread_desktop.ui.conduct.find import FindConduct
from secondread_desktop.ui.conduct.visit import Visit
from tests.screens.stage import Stage, programme


class Stuck:
    """A medium whose first file is not read before it is let go."""

    def __init__(self):
        self.let_go = threading.Event()
        self.asked = threading.Event()

    def walk(self):
        yield FoundFile(1, ("IM1",), 4, 1)

    def open(self, parts):
        self.asked.set()
        self.let_go.wait(30)
        raise OSError(5, "scratched")

    def is_present(self):
        return True


@pytest.fixture
def medium():
    stuck = Stuck()
    yield stuck
    stuck.let_go.set()


def test_reading_a_disc_that_does_not_answer_is_stopped_within_half_a_second(medium, runner, tmp_path):
    parts = replace(real_parts(), medium=lambda _root, _number: medium)
    with parts.open_state(tmp_path / "state") as state:
        stage = Stage(FindConduct(CaseDesk(parts, state, folder=tmp_path), runner, discs=tuple))
        stage.enter(Visit(programme=programme()))
        stage.conduct.screen.chosen.emit(str(tmp_path))
        spin_until(medium.asked.is_set, what="the reading")
        asked = time.monotonic()
        press(stage.window, f"Stop reading: {tmp_path.name}")
        spin_until(lambda: "Reading was stopped." in shown_text(stage.window), what="the end")
        assert time.monotonic() - asked < 5  # half a second, and a busy machine
        assert not medium.let_go.is_set()
        medium.let_go.set()
        press(stage.window, f"Take off the list: {tmp_path.name}")
        stage.conduct.leave()
        stage.close()
