"""A desk on a real state folder, and threads that end with the test."""

import threading
from dataclasses import replace

import pytest

from secondread_desktop.__main__ import real_parts
from secondread_desktop.services.case_desk import CaseDesk
from tests.support.fake_receiver import FakeReceiver
from tests.support.fake_server import serving
from tests.support.window import dressed


@pytest.fixture(autouse=True)
def nothing_left_on_the_screen():
    """Take every window away after its test: those that stay are dressed anew by each later one, slower each time."""
    yield
    from PySide6.QtCore import QEvent
    from PySide6.QtWidgets import QApplication

    if QApplication.instance() is not None:
        for widget in QApplication.topLevelWidgets():
            widget.close()
            widget.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def app():
    return dressed()


@pytest.fixture
def runner(app):
    from secondread_desktop.ui.task_runner import TaskRunner

    runner = TaskRunner()
    yield runner
    assert runner.close(patience_s=20)


@pytest.fixture
def desk(tmp_path):
    parts = replace(real_parts(), jitter=lambda: 0.0)
    with parts.open_state(tmp_path / "state") as state:
        yield CaseDesk(parts, state, folder=tmp_path / "state")


@pytest.fixture
def visit_to(desk, tmp_path):
    """Return a maker of visits: a disc with one image for each person, read, ticked and answered for."""
    from secondread_desktop.ui.conduct.visit import Visit, Whose
    from tests.screens.stage import MARIA, programme, write_disc

    discs = []

    def visit_to(*people, ticked=None, **changes):
        root = write_disc(tmp_path / f"disc{len(discs)}", *(people or (MARIA,)))
        discs.append(root)
        catalogue = desk.scan([str(root)], tell=lambda _event: None, cancel=threading.Event())
        files = [item.file for item in catalogue.found]
        visit = Visit(receiver="https://r.example", programme=programme(), roots=(str(root),), catalogue=catalogue)
        visit.whose = Whose.MINE
        visit.ticked = frozenset(files if ticked is None else [file for file in files if file.parts[-1] in ticked])
        for name, value in changes.items():
            setattr(visit, name, value)
        return visit

    return visit_to


@pytest.fixture
def receiver():
    return FakeReceiver()


@pytest.fixture
def address(receiver):
    with serving(receiver) as (address, _):
        yield address
