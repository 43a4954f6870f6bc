"""A case that was accepted while its provider was silent: the money is taken later, and once."""

import pytest
from sqlalchemy.engine import Engine

from secondread_server.adapters.card_simulator import SimulatedCard
from secondread_server.core.card_form import GOOD_CARD
from secondread_server.core.case import AT_WORK_STATES, CaseEvent
from secondread_server.core.staff_records import QueueEntry
from secondread_server.errors import PaymentUnavailable
from secondread_server.services.complete_case import reconcile
from secondread_server.services.decide_case import accept_case, assign_case
from secondread_server.services.office import Caller, Office
from secondread_shared.money import Money
from secondread_shared.states import CaseState, PaymentState, Role
from tests.support.console_client import ConsoleBrowser, add_person, send_case
from tests.support.server_fakes import FakeOutside


@pytest.fixture
def caller(office: Office) -> Caller:
    return Caller(person=add_person(office, Role.COORDINATOR), place="here")


def entry(office: Office, case: str) -> QueueEntry:
    found = office.book.entry(case)
    assert found is not None
    return found


def payment(outside: FakeOutside, case: str) -> PaymentState:
    record = outside.desk.payments.find(case)
    assert record is not None
    return record.state


def test_a_capture_that_was_not_answered_is_made_by_the_next_pass(
    office: Office, caller: Caller, outside: FakeOutside
) -> None:
    case = send_case(outside)
    outside.card.is_silent = True
    with pytest.raises(PaymentUnavailable):
        accept_case(office, caller, entry(office, case))
    assert reconcile(outside.desk, outside.workflows) == 0
    outside.card.is_silent = False
    assert reconcile(outside.desk, outside.workflows) == 1
    assert reconcile(outside.desk, outside.workflows) == 0
    assert (payment(outside, case), len(outside.card.captured)) == (PaymentState.CAPTURED, 1)


def test_an_answer_that_was_lost_takes_the_money_no_second_time(
    office: Office, caller: Caller, outside: FakeOutside
) -> None:
    case = send_case(outside)
    outside.card.loses_answers = True
    with pytest.raises(PaymentUnavailable):
        accept_case(office, caller, entry(office, case))
    reconcile(outside.desk, outside.workflows)
    outside.card.loses_answers = False
    assert reconcile(outside.desk, outside.workflows) == 1
    assert (payment(outside, case), len(outside.card.captured)) == (PaymentState.CAPTURED, 1)


def test_a_process_that_died_between_the_decision_and_the_capture_is_made_good(outside: FakeOutside) -> None:
    case = send_case(outside)
    outside.desk.cases.move(case, CaseEvent.ACCEPTED)
    assert reconcile(outside.desk, outside.workflows) == 1
    assert payment(outside, case) is PaymentState.CAPTURED


def test_a_silent_provider_holds_up_neither_other_cases_nor_the_rest_of_the_pass(
    outside: FakeOutside, monkeypatch: pytest.MonkeyPatch
) -> None:
    cases = [send_case(outside) for _ in range(3)]
    for case in cases:
        outside.desk.cases.move(case, CaseEvent.ACCEPTED)
    capture, [first, *_] = outside.card.capture, sorted(cases)

    def silent_for_the_first(reference: str, *, key: str) -> PaymentState:
        if first in key:
            raise PaymentUnavailable
        return capture(reference, key=key)

    monkeypatch.setattr(outside.card, "capture", silent_for_the_first)
    assert reconcile(outside.desk, outside.workflows) == 2
    assert payment(outside, first) is PaymentState.AUTHORISED


def test_a_case_that_went_on_to_a_reviewer_can_still_be_captured_from_its_page(
    office: Office, caller: Caller, outside: FakeOutside
) -> None:
    case, reviewer = send_case(outside), add_person(office, Role.REVIEWER)
    outside.card.is_silent = True
    with pytest.raises(PaymentUnavailable):
        accept_case(office, caller, entry(office, case))
    assign_case(office, caller, entry(office, case), staff=reviewer.id)
    outside.card.is_silent = False
    browser = ConsoleBrowser(office)
    browser.sign_in(Role.COORDINATOR)
    browser.get(f"/cases/{case}")
    assert "Capture 100.00 USD" in browser.text
    assert browser.post(f"/cases/{case}/accept").status_code == 303
    assert (payment(outside, case), outside.desk.cases.get(case).state) == ("captured", "assigned")


def test_nothing_is_captured_of_a_case_that_nobody_accepted(outside: FakeOutside) -> None:
    send_case(outside)
    withdrawn = send_case(outside)
    outside.desk.cases.move(withdrawn, CaseEvent.ACCEPTED)
    outside.desk.cases.move(withdrawn, CaseEvent.WITHDRAWN)
    reconcile(outside.desk, outside.workflows)
    assert outside.card.captured == []
    assert not AT_WORK_STATES & {CaseState.RECEIVED, CaseState.DECLINED, CaseState.WITHDRAWN, CaseState.EXPIRED}


def test_the_simulators_books_hold_one_capture_however_often_it_is_asked(engine: Engine) -> None:
    card = SimulatedCard(engine, public_url="http://here")
    reference = card.create(case="c" * 32, amount=Money(10000, "USD"), attempt="1").reference
    assert card.capture(reference, key="k") is PaymentState.PENDING
    card.pay(reference, GOOD_CARD)
    assert [card.capture(reference, key="k") for _ in range(3)] == [PaymentState.CAPTURED] * 3
    assert card.release(reference) is PaymentState.CAPTURED
