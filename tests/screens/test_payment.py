"""Payment against a receiver on a socket: every state has its sentence, and no state is a dead end."""

from collections import deque

import pytest

from tests.support.window import find, names, press, shown_text, spin_until

pytest.importorskip("PySide6.QtWidgets", reason="Qt's libraries are not here", exc_type=ImportError)

from PySide6.QtWidgets import QApplication

from secondread_desktop.core.journey import Move, Step, way_back
from secondread_desktop.errors import ReceiverNotOurs
from secondread_desktop.ui.conduct.carrying import Carrying
from secondread_desktop.ui.conduct.payment import PaymentConduct
from secondread_desktop.ui.sentences import payment as said
from secondread_desktop.ui.sentences.troubles import TROUBLES
from secondread_shared.consent import Consent, ConsentKind
from secondread_shared.states import PaymentState
from tests.screens.stage import Stage, filled, programme
from tests.support.fake_receiver import FakeReceiver, Fault
from tests.support.fake_server import serving

URL = "https://pay.example/1"


class Provider(FakeReceiver):
    """A receiver whose payments wait for a person: `answer` is what the provider's page ends with."""

    def __init__(self):
        super().__init__()
        self.message = programme()
        self.first_payment = PaymentState.PENDING
        self.answers = deque()

    def request(self, name):
        if name == "PUT payment":  # a new attempt after a refusal, as the receiver begins one
            for case in self.cases.values():
                if case.payment in (PaymentState.DECLINED, PaymentState.CANCELLED):
                    case.payment = PaymentState.PENDING
        return super().request(name)

    def answer(self, state):
        self.payment_steps.append(state)


@pytest.fixture
def receiver():
    return Provider()


@pytest.fixture
def address(receiver):
    with serving(receiver) as (address, _):
        yield address


class Browser:
    """Notes what is opened; may be missing."""

    def __init__(self):
        self.opened = []
        self.is_there = True

    def __call__(self, url):
        self.opened.append(url)
        return self.is_there


@pytest.fixture
def browser():
    return Browser()


@pytest.fixture
def stage(desk, runner, address, browser):
    carrying = Carrying(desk, runner)
    stage = Stage(PaymentConduct(desk, runner, carrying=carrying, open_page=browser, thanks_ms=100))
    yield stage
    stage.conduct.leave()
    carrying.pause()
    stage.close()


@pytest.fixture
def visit(visit_to, address):
    return filled(visit_to(receiver=address))


def told(stage, sentence):
    spin_until(lambda: sentence in shown_text(stage.window), what=sentence)


def waiting(stage, visit):
    stage.enter(visit)
    press(stage.window, "I understand that I will be charged 100.00 USD")
    press(stage.window, said.OPEN)
    told(stage, said.WAITING[0])


def test_the_amount_is_named_and_nothing_begins_before_the_tick(stage, visit, receiver):
    stage.enter(visit)
    words = shown_text(stage.window)
    assert "100.00 USD" in words.splitlines()
    assert said.WHEN_CHARGED in words
    assert said.TICK_FIRST in words
    assert not find(stage.window, said.OPEN).isEnabled()
    press(stage.window, "I understand")
    assert Consent(ConsentKind.FEE, "100.00 USD", accepted=True) in visit.consents
    assert stage.changes == 1
    press(stage.window, "I understand")
    assert ConsentKind.FEE not in {consent.kind for consent in visit.consents}
    assert (visit.case, receiver.requests) == (None, [])


def test_one_can_go_back_until_the_case_is_begun_and_not_afterwards(stage, visit):
    stage.enter(visit)
    press(stage.window, "Back")
    assert stage.moves == [Move.BACK_TO_ABOUT_YOU]
    waiting(stage, visit)
    assert visit.case is not None
    assert way_back(Step.PAYMENT, Step.ABOUT_YOU, is_begun=visit.case is not None) is None
    assert "Back" not in names(stage.window)


def test_the_page_opens_in_the_browser_and_again_when_it_was_closed(stage, visit, browser):
    waiting(stage, visit)
    assert browser.opened == [URL]
    assert said.CLOSED_IT in shown_text(stage.window)
    press(stage.window, said.OPEN_AGAIN)
    assert browser.opened == [URL, URL]
    told(stage, said.WAITING[0])


def test_a_payment_that_is_made_is_thanked_for_and_the_window_goes_on_by_itself(stage, visit, receiver):
    waiting(stage, visit)
    receiver.answer(PaymentState.AUTHORISED)
    told(stage, said.PAID[0])
    spin_until(lambda: stage.moves, what="the next step")
    assert stage.moves == [Move.PAYMENT_SETTLED]


def test_who_does_not_want_to_wait_goes_on_at_once_and_only_once(stage, visit, receiver):
    waiting(stage, visit)
    receiver.answer(PaymentState.AUTHORISED)
    told(stage, said.PAID[0])
    press(stage.window, said.GO_ON)
    stage.conduct.leave()
    assert stage.moves == [Move.PAYMENT_SETTLED]


@pytest.mark.parametrize(
    ("state", "sentence", "again"),
    [
        (PaymentState.DECLINED, said.DECLINED[0], said.TRY_AGAIN),
        (PaymentState.CANCELLED, said.CANCELLED[0], said.OPEN),
    ],
)
def test_a_refusal_is_told_and_paid_at_the_second_attempt(stage, visit, receiver, browser, *, state, sentence, again):
    waiting(stage, visit)
    receiver.answer(state)
    told(stage, sentence)
    assert "Nothing was charged" in shown_text(stage.window)
    case = visit.case
    press(stage.window, again)
    told(stage, said.WAITING[0])
    assert visit.case == case
    assert len(browser.opened) == 2
    receiver.answer(PaymentState.AUTHORISED)
    told(stage, said.PAID[0])


def test_without_a_browser_the_address_can_be_copied(stage, visit, browser):
    browser.is_there = False
    stage.enter(visit)
    press(stage.window, "I understand")
    press(stage.window, said.OPEN)
    told(stage, said.NOT_OPENED[0])
    press(stage.window, said.COPY)
    assert QApplication.clipboard().text() == URL
    told(stage, said.COPIED)


def test_a_receiver_that_goes_away_is_a_calm_line_and_the_wait_goes_on(stage, visit, receiver):
    waiting(stage, visit)
    receiver.faults.extend([Fault("GET payment"), Fault("GET payment")])
    told(stage, said.AWAY)
    assert said.WAITING[0] in shown_text(stage.window)
    receiver.answer(PaymentState.AUTHORISED)
    told(stage, said.PAID[0])
    assert said.AWAY not in shown_text(stage.window)


def test_a_receiver_that_is_away_at_the_beginning_is_waited_for(stage, visit, receiver, browser):
    receiver.faults.extend([Fault("PUT case"), Fault("PUT case")])
    stage.enter(visit)
    press(stage.window, "I understand")
    press(stage.window, said.OPEN)
    told(stage, said.AWAY)
    told(stage, said.WAITING[0])
    assert browser.opened == [URL]


def test_what_stops_the_case_is_told_with_a_way_on(stage, visit, receiver):
    receiver.faults.append(Fault("PUT case", ReceiverNotOurs()))
    receiver.on_request = lambda _name: None
    stage.enter(visit)
    stage.conduct._stick(ReceiverNotOurs())
    trouble = TROUBLES[ReceiverNotOurs]
    assert trouble.title in shown_text(stage.window)
    press(stage.window, "Back")
    assert stage.moves == [Move.BACK_TO_ABOUT_YOU]


def test_to_cancel_is_asked_about_once_and_can_be_thought_over(stage, visit, receiver):
    waiting(stage, visit)
    press(stage.window, said.CANCEL)
    told(stage, said.CANCEL_ASK[0])
    press(stage.window, said.KEEP)
    told(stage, said.WAITING[0])
    press(stage.window, said.CANCEL)
    press(stage.window, said.CANCEL)
    spin_until(lambda: stage.moves, what="the case is cancelled")
    assert stage.moves == [Move.CANCELLED]
    assert "DELETE case" in receiver.requests
    assert stage.conduct._desk.pending() == []


def test_a_payment_made_while_cancelling_is_thought_over_is_not_lost(stage, visit, receiver):
    waiting(stage, visit)
    press(stage.window, said.CANCEL)
    receiver.answer(PaymentState.AUTHORISED)
    spin_until(lambda: stage.conduct._carrying.seen.is_settled, what="the payment")
    assert said.CANCEL_ASK[0] in shown_text(stage.window)
    press(stage.window, said.KEEP)
    told(stage, said.PAID[0])
    spin_until(lambda: stage.moves == [Move.PAYMENT_SETTLED], what="the next step")


@pytest.mark.parametrize("payment", ["invoice", "none"])
def test_without_a_card_the_case_is_begun_and_sending_is_next(stage, visit, receiver, browser, payment):
    has_fee = payment == "invoice"
    visit.programme = receiver.message = programme(fee=has_fee, payment=payment)
    stage.enter(visit)
    assert (said.BY_INVOICE if has_fee else said.NO_FEE) in shown_text(stage.window)
    if has_fee:
        press(stage.window, "I understand")
    press(stage.window, "Send 1 image")
    spin_until(lambda: stage.moves, what="the next step")
    assert stage.moves == [Move.PAYMENT_SETTLED]
    assert visit.case is not None
    assert browser.opened == []


def test_a_case_that_was_begun_before_opens_nothing_by_itself(desk, runner, stage, visit, receiver, browser):
    waiting(stage, visit)
    stage.conduct.leave()
    stage.conduct._carrying.pause()
    spin_until(lambda: stage.conduct._carrying.pulse == "resting", what="the rest")
    later = Browser()
    again = Stage(PaymentConduct(desk, runner, carrying=Carrying(desk, runner), open_page=later))
    again.enter(visit)
    told(again, said.STILL_OPEN[0])
    assert later.opened == []
    press(again.window, said.OPEN)
    told(again, said.WAITING[0])
    assert later.opened == [URL]
    again.conduct.leave()
    again.conduct._carrying.pause()
    again.close()


def test_a_visit_that_is_not_ready_any_more_is_sent_back(stage, visit_to, address):
    stage.enter(filled(visit_to(("HALE^ROBERT", "19480617", "B2"), receiver=address, because="an old reason")))
    spin_until(lambda: stage.moves, what="the way back")
    assert stage.moves == [Move.BACK_TO_ABOUT_YOU]


def test_a_begun_case_has_no_draft_any_more(stage, visit, desk):
    from secondread_desktop.ui.conduct.visit_draft import draft_of

    desk.papers.keep(draft_of(visit, Step.PAYMENT))
    waiting(stage, visit)
    assert desk.papers.draft() is None


def test_a_case_that_is_being_prepared_while_the_programme_is_away_can_be_cancelled(stage, visit, receiver, browser):
    receiver.faults.extend([Fault("PUT case")] * 200)
    stage.enter(visit)
    press(stage.window, "I understand")
    press(stage.window, said.OPEN)
    told(stage, said.AWAY)
    press(stage.window, said.CANCEL)
    told(stage, said.CANCEL_ASK[0])
    receiver.faults.clear()
    spin_until(lambda: stage.conduct._carrying.seen.payment_url, what="the payment page")
    assert browser.opened == []  # while a person thinks about leaving, nothing opens before their eyes
    assert said.CANCEL_ASK[0] in shown_text(stage.window)
    press(stage.window, said.CANCEL)
    spin_until(lambda: stage.moves, what="the case is cancelled")
    assert (stage.moves, stage.conduct._desk.pending()) == ([Move.CANCELLED], [])


def test_a_case_that_is_kept_after_all_is_paid_when_the_person_says_so(stage, visit, receiver, browser):
    receiver.faults.extend([Fault("PUT case")] * 200)
    stage.enter(visit)
    press(stage.window, "I understand")
    press(stage.window, said.OPEN)
    told(stage, said.AWAY)
    press(stage.window, said.CANCEL)
    receiver.faults.clear()
    spin_until(lambda: stage.conduct._carrying.seen.payment_url, what="the payment page")
    press(stage.window, said.KEEP)
    told(stage, said.STILL_OPEN[0])
    press(stage.window, said.OPEN)
    told(stage, said.WAITING[0])
    assert browser.opened == [URL]


def test_a_plan_that_fails_after_it_was_cancelled_is_cancelled(stage, visit):
    stage.enter(visit)
    visit.form = {}  # what is asked to be planned cannot be
    stage.conduct._act("begin")
    stage.conduct._act("confirm_cancel")
    spin_until(lambda: stage.moves, what="the case is cancelled")
    assert (stage.moves, stage.conduct._desk.pending()) == ([Move.CANCELLED], [])


@pytest.mark.parametrize("payment", ["invoice", "none"])
def test_a_case_without_a_card_that_is_cancelled_while_it_is_planned_is_never_sent(stage, visit, receiver, payment):
    visit.programme = receiver.message = programme(fee=payment == "invoice", payment=payment)
    stage.enter(visit)
    if payment == "invoice":
        press(stage.window, "I understand")
    stage.conduct._act("begin")
    stage.conduct._act("confirm_cancel")
    spin_until(lambda: stage.moves, what="the case is cancelled")
    assert (stage.moves, stage.conduct._desk.pending()) == ([Move.CANCELLED], [])
    assert not [name for name in receiver.requests if name.startswith(("PUT intake", "POST upload", "PATCH"))]


def test_a_cancel_that_fails_is_tried_again_as_a_cancel(stage, visit, receiver, browser):
    waiting(stage, visit)
    opened = list(browser.opened)
    stage.conduct._act("confirm_cancel")
    stage.conduct._carrying.pause()
    stage.conduct._stick(ReceiverNotOurs())
    assert said.KEEP in names(stage.window)
    press(stage.window, said.TRY_AGAIN)
    spin_until(lambda: Move.CANCELLED in stage.moves, what="the case is cancelled")
    assert (browser.opened, stage.conduct._desk.pending()) == (opened, [])


def test_a_disc_that_is_read_again_must_stay_in(stage, visit):
    waiting(stage, visit)
    carrying = stage.conduct._carrying
    spin_until(lambda: carrying.seen.is_staged, what="everything copied")
    carrying.carry(visit.case, reads_again=True)
    assert not carrying.seen.is_staged
