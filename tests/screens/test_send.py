"""Send against a receiver on a socket: what stops it has a way on, and nothing is said that is not so."""

from pathlib import Path

import pytest

from tests.support.window import names, press, shown_text, spin_until

pytest.importorskip("PySide6.QtWidgets", reason="Qt's libraries are not here", exc_type=ImportError)

from secondread_desktop.core.drives import Drive, DriveKind
from secondread_desktop.core.journey import Move
from secondread_desktop.errors import AccessRefused, EjectRefused
from secondread_desktop.services.case_desk import Asked
from secondread_desktop.ui.conduct.carrying import Carrying
from secondread_desktop.ui.conduct.send import SendConduct
from secondread_desktop.ui.conduct.told import message_of
from secondread_desktop.ui.sentences import send as said
from secondread_desktop.ui.sentences.troubles import TROUBLES
from tests.screens.stage import MARIA, Stage, filled
from tests.support.fake_drives import FakeDrives
from tests.support.fake_receiver import Fault


@pytest.fixture
def stage(desk, runner):
    carrying = Carrying(desk, runner)
    stage = Stage(SendConduct(desk, runner, carrying=carrying, now=desk.now))
    yield stage
    stage.conduct.leave()
    carrying.pause()
    stage.close()


@pytest.fixture
def planned(desk, visit_to, receiver, address):
    """Return a visit whose case is planned and carried by nobody yet: three images of one person."""
    visit = visit_to(MARIA, MARIA, MARIA, receiver=address)
    visit.programme = receiver.message
    filled(visit)
    asked = Asked(visit.receiver, visit.roots, files=visit.ticked, message=message_of(visit), key=visit.key)
    visit.case = desk.begin(asked, visit.catalogue, programme=visit.programme, tell=lambda _event: None)
    return visit


def told(stage, sentence):
    spin_until(lambda: sentence in shown_text(stage.window), what=sentence)


def arrived(stage):
    spin_until(lambda: stage.moves, what="the arrival")
    assert stage.moves == [Move.ARRIVED]


@pytest.fixture
def spoilt(planned):
    """Take one file of the disc away; return how to put it back."""
    place = Path(planned.roots[0]) / "IM2"
    aside = place.with_name("aside")
    place.rename(aside)
    return lambda: aside.rename(place)


def test_what_was_put_right_on_the_disc_is_read_once_more(stage, planned, spoilt, receiver):
    stage.enter(planned)
    told(stage, "1 file of the disc could not be read.")
    spoilt()
    press(stage.window, said.GO_ON)
    arrived(stage)
    assert len(receiver.cases[planned.case].items) == 3


def test_what_still_cannot_be_read_is_told_once_more(stage, planned, spoilt):
    stage.enter(planned)
    told(stage, "1 file of the disc could not be read.")
    press(stage.window, said.GO_ON)
    told(stage, said.TITLE)
    told(stage, "1 file of the disc could not be read.")
    press(stage.window, said.without(2))
    arrived(stage)


def test_the_disc_is_not_let_go_while_a_part_of_it_could_not_be_copied(stage, planned, spoilt):
    stage.enter(planned)
    told(stage, "1 file of the disc could not be read.")
    assert said.DISC_OUT not in shown_text(stage.window)
    assert said.DISC_OUT_WHY not in shown_text(stage.window)
    assert said.DISC_KEEP in shown_text(stage.window)


def test_a_question_about_cancelling_does_not_wait_for_the_next_case(stage, planned):
    stage.conduct.screen.act("cancel")
    stage.enter(planned)
    arrived(stage)
    assert said.CANCEL_QUESTION.title not in shown_text(stage.window)


def test_a_case_whose_key_is_refused_can_be_cleared_from_this_computer(stage, planned, receiver):
    receiver.faults.extend([Fault("PUT case", AccessRefused()), Fault("DELETE case", AccessRefused())])
    stage.enter(planned)
    told(stage, TROUBLES[AccessRefused].title)
    assert said.CANCEL in names(stage.window)
    press(stage.window, said.CANCEL)
    press(stage.window, said.REALLY_CANCEL)
    spin_until(lambda: stage.moves, what="the end")
    assert stage.moves == [Move.CANCELLED]
    assert stage.conduct._desk.pending() == []


def test_the_disc_may_go_once_the_rest_of_it_is_enough(stage, planned, spoilt):
    stage.enter(planned)
    told(stage, "1 file of the disc could not be read.")
    press(stage.window, said.without(2))
    arrived(stage)
    assert said.DISC_OUT in shown_text(stage.window)


def staged(stage, planned, receiver):
    """Show a case whose disc is read, and whose sending is stuck after that."""
    receiver.faults.extend(Fault("PUT manifest", error=AccessRefused()) for _ in range(99))
    stage.enter(planned)
    told(stage, said.DISC_OUT)
    told(stage, TROUBLES[AccessRefused].title)


def test_the_disc_is_ejected_once_everything_on_it_is_copied(stage, desk, planned, receiver):
    desk.drives = FakeDrives((Drive(DriveKind.DISC, planned.roots[0], "RIVERSIDE"),))
    staged(stage, planned, receiver)
    press(stage.window, "Eject")
    told(stage, said.DISC_EJECTED.title)
    assert desk.drives.drives == ()
    assert "Eject" not in names(stage.window)


def test_a_disc_that_does_not_come_is_told_calmly_and_may_be_tried_again(stage, desk, planned, receiver):
    desk.drives = FakeDrives((Drive(DriveKind.DISC, planned.roots[0]),), stuck={planned.roots[0]})
    staged(stage, planned, receiver)
    press(stage.window, "Eject")
    told(stage, TROUBLES[EjectRefused].title)
    assert "Eject" in names(stage.window)


def test_a_folder_is_not_ejected(stage, desk, planned, receiver):
    desk.drives = FakeDrives((Drive(DriveKind.INTERNAL, "/"),))
    staged(stage, planned, receiver)
    assert "Eject" not in names(stage.window)
