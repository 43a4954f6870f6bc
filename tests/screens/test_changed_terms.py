"""Texts, fee or questions that the programme changes while a person is under way are looked at and agreed to anew."""

import pytest
from msgspec.structs import replace

from tests.support.window import find, press, shown_text, spin_until

pytest.importorskip("PySide6.QtWidgets", reason="Qt's libraries are not here", exc_type=ImportError)

from PySide6.QtWidgets import QCheckBox

from secondread_desktop.core.journey import Move, Step
from secondread_desktop.errors import ConsentsMissing
from secondread_desktop.services.case_desk import Asked
from secondread_desktop.ui.app import Opening, Program
from secondread_desktop.ui.appearance import Appearance
from secondread_desktop.ui.conduct.carrying import Carrying
from secondread_desktop.ui.conduct.payment import PaymentConduct
from secondread_desktop.ui.conduct.told import message_of
from secondread_desktop.ui.sentences import payment as said
from secondread_desktop.ui.sentences.troubles import TROUBLES
from secondread_shared.consent import Consent, ConsentKind, ConsentText
from secondread_shared.intake import Question
from secondread_shared.money import Money
from tests.screens.stage import FEE, TEXTS, TYPED, Stage, filled, programme
from tests.support.fake_receiver import FakeReceiver, Fault
from tests.support.fake_server import serving

NEWER = [ConsentText(text.kind, "2026-12", text.title, "New words.") for text in TEXTS]
DEARER = ConsentText(ConsentKind.FEE, "200.00 USD", "The fee", "I understand that I will be charged 200.00 USD.")
ASKED = Question("weight", "How much do you weigh?", True)


@pytest.fixture
def receiver():
    receiver = FakeReceiver()
    receiver.message = programme()
    return receiver


@pytest.fixture
def address(receiver):
    with serving(receiver) as (address, _):
        yield address


@pytest.fixture
def visit(visit_to, address):
    return filled(visit_to(receiver=address))


@pytest.fixture
def stage(desk, runner):
    carrying = Carrying(desk, runner)
    stage = Stage(PaymentConduct(desk, runner, carrying=carrying, open_page=lambda _url: True))
    yield stage
    stage.conduct.leave()
    carrying.pause()
    stage.close()


def begins(stage, visit):
    stage.enter(visit)
    press(stage.window, "I understand")
    press(stage.window, said.OPEN)


def told(window, sentence):
    spin_until(lambda: sentence in shown_text(window), what=sentence)


@pytest.mark.parametrize("changed", [{"texts": [*NEWER, FEE]}, {"questions": [ASKED]}])
def test_nothing_is_begun_before_what_is_new_is_agreed_to(stage, visit, receiver, changed):
    receiver.message = programme(**changed)
    begins(stage, visit)
    told(stage.window, "Nothing was sent. Please go back to About you")
    assert (visit.case, receiver.cases) == (None, {})
    press(stage.window, "Back")
    assert stage.moves == [Move.BACK_TO_ABOUT_YOU]
    assert visit.programme == receiver.message


def test_another_fee_is_shown_and_agreed_to_anew(stage, visit, receiver):
    receiver.message = replace(programme(texts=[*TEXTS, DEARER]), fee=Money(20000, "USD"))
    begins(stage, visit)
    told(stage.window, said.FEE_CHANGED)
    assert "200.00 USD" in shown_text(stage.window).splitlines()
    assert not find(stage.window, said.OPEN).isEnabled()
    assert receiver.cases == {}
    press(stage.window, "I understand that I will be charged 200.00 USD")
    press(stage.window, said.OPEN)
    spin_until(lambda: visit.case is not None, what="the case")


def test_a_programme_that_is_away_at_that_moment_is_waited_for_with_the_case_kept(stage, visit, receiver):
    receiver.faults.extend([Fault("GET programme")] * 12)
    begins(stage, visit)
    spin_until(lambda: visit.case is not None, what="the case")


@pytest.fixture
def program(desk, app, address):
    program = Program(desk, Appearance(app), opening=Opening(link=address))
    yield program
    program.window.close()
    assert program.close()


def test_a_case_that_was_begun_under_older_texts_becomes_a_form_again(desk, program, visit, receiver):
    visit.consents += (Consent(FEE.kind, FEE.version, accepted=True),)
    asked = Asked(visit.receiver, visit.roots, files=visit.ticked, message=message_of(visit), key=visit.key)
    case = desk.begin(asked, visit.catalogue, programme=visit.programme, tell=lambda _event: None)
    receiver.message = programme(texts=[*NEWER, FEE])  # while the program was closed

    program.start()
    told(program.window, TROUBLES[ConsentsMissing].title)
    press(program.window, said.TAKE_BACK)
    spin_until(lambda: program.journey.now and program.journey.now.step is Step.ABOUT_YOU, what="the form")
    again = program.journey.visit
    assert (again.case, desk.pending()) == (None, [])
    assert receiver.cases[case].state == "withdrawn"
    assert {name: again.form[name] for name in TYPED if name != "birth_month"} == {
        name: text for name, text in TYPED.items() if name != "birth_month"
    }
    assert {item.file for item in again.catalogue.instances} == set(again.ticked)
    boxes = [box for box in program.window.findChildren(QCheckBox) if "agree to" in box.accessibleName()]
    assert [box.isChecked() for box in boxes] == [False, False]


def test_a_fee_that_changed_after_the_details_were_taken_leads_back_to_the_form(stage, visit, receiver):
    receiver.faults.append(Fault("PUT payment", ConsentsMissing([])))  # the amount is not the one agreed to
    begins(stage, visit)
    told(stage.window, TROUBLES[ConsentsMissing].title)
    taken_back = []
    stage.conduct._carrying.taken_back.connect(lambda: taken_back.append(True))
    press(stage.window, said.TAKE_BACK)
    spin_until(lambda: taken_back, what="the draft")
    draft = stage.conduct._desk.papers.draft()
    assert (dict(draft.form), draft.step) == (visit.form, Step.ABOUT_YOU)
    assert stage.conduct._desk.pending() == []
