"""Receipt while the programme is away: the number is there, and the rest comes by itself."""

from dataclasses import replace

import pytest

from tests.support.window import names, press, shown_text, spin_until

pytest.importorskip("PySide6.QtWidgets", reason="Qt's libraries are not here", exc_type=ImportError)

from PySide6.QtWidgets import QApplication

from secondread_desktop.__main__ import real_parts
from secondread_desktop.core.journey import Move
from secondread_desktop.services.case_desk import Asked, CaseDesk
from secondread_desktop.ui.conduct.carrying import Carrying
from secondread_desktop.ui.conduct.receipt import ReceiptConduct
from secondread_desktop.ui.conduct.told import message_of
from secondread_desktop.ui.sentences import receipt as said
from tests.screens.stage import Stage, filled
from tests.support.fake_receiver import Fault

NUMBER = "7K3QX-9M2PA"


@pytest.fixture
def desk(tmp_path):
    parts = replace(real_parts(), jitter=lambda: 0.0)
    with parts.open_state(tmp_path / "state") as state:
        yield CaseDesk(parts, state, folder=tmp_path / "state", asking_patience_s=0.5)


@pytest.fixture
def arrived(desk, runner, visit_to, receiver, address):
    """Return a visit whose case has arrived, carried by a window that is closed by now."""
    visit = visit_to(receiver=address)
    visit.programme = receiver.message
    filled(visit)
    asked = Asked(visit.receiver, visit.roots, files=visit.ticked, message=message_of(visit), key=visit.key)
    visit.case = desk.begin(asked, visit.catalogue, programme=visit.programme, tell=lambda _event: None)
    carrying, ended = Carrying(desk, runner), []
    carrying.ended.connect(ended.append)
    carrying.carry(visit.case)
    spin_until(lambda: ended, what="the arrival")
    return visit


@pytest.fixture
def stage(desk, runner):
    stage = Stage(ReceiptConduct(desk, runner, carrying=Carrying(desk, runner), again_ms=100))
    yield stage
    stage.conduct.leave()
    stage.close()


def told(stage, sentence):
    spin_until(lambda: sentence in shown_text(stage.window), what=sentence)


def test_the_number_stands_there_although_the_programme_is_away(stage, arrived, receiver):
    receiver.faults.extend([Fault("GET receipt")] * 500)
    stage.enter(arrived)
    assert NUMBER in shown_text(stage.window)
    press(stage.window, said.COPY_NAME)
    assert QApplication.clipboard().text() == NUMBER


def test_the_receipt_comes_by_itself_once_the_programme_is_back(stage, arrived, receiver):
    receiver.faults.extend([Fault("GET receipt")] * 500)
    stage.enter(arrived)
    told(stage, said.NO_RECEIPT.title)
    assert NUMBER in shown_text(stage.window)
    assert said.BY_ITSELF in shown_text(stage.window)
    receiver.faults.clear()
    told(stage, "1 of 1 image arrived and were verified")
    assert said.NO_RECEIPT.title not in shown_text(stage.window)
    assert said.SAVE in names(stage.window)


def test_a_withdrawal_that_could_not_be_told_leaves_the_receipt_and_can_be_tried_again(stage, arrived, receiver):
    stage.enter(arrived)
    told(stage, "You hear from us by")
    receiver.faults.extend([Fault("DELETE case")] * 500)
    press(stage.window, said.WITHDRAW)
    press(stage.window, said.WITHDRAW_REALLY)
    told(stage, said.NOT_WITHDRAWN.title)
    assert stage.moves == []
    receiver.faults.clear()
    press(stage.window, said.WITHDRAW)
    press(stage.window, said.WITHDRAW_REALLY)
    spin_until(lambda: stage.moves, what="the end")
    assert stage.moves == [Move.CANCELLED]
