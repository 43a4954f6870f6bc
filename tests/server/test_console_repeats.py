"""What is done twice, at once, or half: a double click, a stale page, a provider that does not answer, a lost race."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest

from secondread_server.core.records import StaffRecord
from secondread_server.core.staff_records import QueueEntry
from secondread_server.errors import LastAdministrator, PaymentUnavailable, WrongCaseState
from secondread_server.services.decide_case import (
    accept_case,
    add_note,
    assign_case,
    decline_case,
    take_case,
    withdraw_for_patient,
)
from secondread_server.services.office import Caller, Office
from secondread_server.services.people import block_person, change_role
from secondread_server.services.settle_payment import capture_payment
from secondread_server.services.withdraw import withdraw_case
from secondread_shared.states import CaseState, PaymentState, Role
from tests.support.console_client import ConsoleBrowser, actions, add_person, later, send_case
from tests.support.server_fakes import FakeOutside


@pytest.fixture
def caller(people: dict[Role, StaffRecord]) -> Caller:
    return Caller(person=people[Role.COORDINATOR], place="here")


def seen(office: Office, case: str) -> QueueEntry:
    """Return a case as a page that is open shows it."""
    entry = office.book.entry(case)
    assert entry is not None
    return entry


def test_a_withdrawal_whose_provider_does_not_answer_keeps_its_reason_and_its_line(
    office: Office, caller: Caller, outside: FakeOutside
) -> None:
    case = send_case(outside)
    outside.card.is_silent = True
    with pytest.raises(PaymentUnavailable):
        withdraw_for_patient(office, caller, seen(office, case), reason="She called today")
    outside.card.is_silent = False
    withdraw_for_patient(office, caller, seen(office, case), reason="She called today")
    assert [note.text for note in office.book.notes(case)] == ["She called today"]
    assert actions(office, case) == ["case_withdrawn"]
    payment = office.desk.payments.find(case)
    assert payment is not None
    assert payment.state is PaymentState.RELEASED


def test_an_act_and_its_line_in_the_audit_happen_together_or_not_at_all(
    office: Office,
    caller: Caller,
    people: dict[Role, StaffRecord],
    outside: FakeOutside,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    case = send_case(outside)

    def killed(_record: object) -> None:
        raise AssertionError

    monkeypatch.setattr(office.audit, "add", killed)  # as if the process ended before a second transaction
    accept_case(office, caller, seen(office, case))
    assign_case(office, caller, seen(office, case), staff=people[Role.REVIEWER].id)
    add_note(office, caller, seen(office, case), text="Called her")
    withdraw_for_patient(office, caller, seen(office, case), reason="She called")
    assert actions(office, case) == ["case_accepted", "case_assigned", "note_added", "case_withdrawn"]


@pytest.mark.parametrize("act", [accept_case, lambda *a: decline_case(*a, reason="no")])
def test_a_button_that_was_pressed_twice_at_once_is_one_act(
    office: Office, caller: Caller, outside: FakeOutside, act: Callable[[Office, Caller, QueueEntry], object]
) -> None:
    case = send_case(outside)
    page = seen(office, case)
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda _: act(office, caller, page), range(4)))
    assert len(actions(office, case)) == 1
    assert len(outside.card.captured) == (act is accept_case)


def test_a_case_that_was_withdrawn_a_moment_ago_is_neither_accepted_nor_captured(
    office: Office, caller: Caller, outside: FakeOutside
) -> None:
    case = send_case(outside)
    page = seen(office, case)
    outside.card.is_silent = True
    with pytest.raises(PaymentUnavailable):
        withdraw_case(office.desk, record=office.desk.cases.get(case))
    outside.card.is_silent = False
    with pytest.raises(WrongCaseState):
        accept_case(office, caller, page)
    capture_payment(office.desk, case=case)
    assert outside.card.captured == []


def test_a_stale_page_takes_no_case_away_from_its_reviewer(
    office: Office, caller: Caller, people: dict[Role, StaffRecord], outside: FakeOutside
) -> None:
    case = send_case(outside)
    accept_case(office, caller, seen(office, case))
    page = seen(office, case)
    assign_case(office, caller, page, staff=people[Role.REVIEWER].id)
    with pytest.raises(WrongCaseState):
        take_case(office, caller, page)
    assert seen(office, case).assignee == people[Role.REVIEWER].id


def test_a_case_is_given_to_nobody_who_is_blocked_even_from_a_stale_page(
    office: Office, people: dict[Role, StaffRecord], outside: FakeOutside
) -> None:
    case, browser = send_case(outside), ConsoleBrowser(office)
    browser.sign_in(Role.COORDINATOR)
    browser.get(f"/cases/{case}")
    browser.post(f"/cases/{case}/accept")
    browser.get(f"/cases/{case}")
    office.staff.block(people[Role.REVIEWER].id)
    assert browser.post(f"/cases/{case}/assign", staff=people[Role.REVIEWER].id).status_code == 404
    assert office.desk.cases.get(case).state is CaseState.ACCEPTED


def test_a_note_that_was_sent_twice_is_kept_once(office: Office, caller: Caller, outside: FakeOutside) -> None:
    case = send_case(outside)
    page = seen(office, case)
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda _: add_note(office, caller, page, text="Call her tomorrow"), range(4)))
    assert [note.text for note in office.book.notes(case)] == ["Call her tomorrow"]
    add_note(office, caller, page, text="Called her")
    later(outside, minutes=11)
    add_note(office, caller, page, text="Call her tomorrow")
    assert len(office.book.notes(case)) == 3
    assert actions(office, case) == ["note_added"] * 3


def test_a_note_from_a_page_that_was_open_while_the_case_was_forgotten_is_not_kept(
    office: Office, caller: Caller, outside: FakeOutside
) -> None:
    case = send_case(outside, missing=1)
    page = seen(office, case)
    withdraw_case(office.desk, record=office.desk.cases.get(case))
    with pytest.raises(WrongCaseState):
        add_note(office, caller, page, text="Maria called")
    assert office.book.notes(case) == []


def test_the_poll_shows_no_list_that_its_person_did_not_open_without_a_line(
    office: Office, people: dict[Role, StaffRecord], outside: FakeOutside
) -> None:
    send_case(outside)
    browser = ConsoleBrowser(office)
    browser.sign_in(Role.FRONT_DESK)
    before = actions(office)
    for _ in range(3):
        browser.get("/queue/rows?view=queue&chip=all")
    assert actions(office) == before  # the page itself had its line
    for _ in range(3):
        assert "LOPEZ" in browser.get("/queue/rows?view=queue&chip=new").get_data(as_text=True)
    assert actions(office)[len(before) :] == ["queue_seen"]


@pytest.mark.parametrize("act", [block_person, lambda *a, staff: change_role(*a, staff=staff, role=Role.REVIEWER)])
def test_of_two_administrators_who_shut_each_other_out_at_once_one_is_left(
    office: Office, act: Callable[..., None]
) -> None:
    both = [add_person(office, Role.ADMINISTRATOR, name) for name in ("ann", "ben")]

    def shut_out(person: StaffRecord, other: StaffRecord) -> bool:
        try:
            act(office, Caller(person=person, place=""), staff=other.id)
        except LastAdministrator:
            return False
        return True

    with ThreadPoolExecutor(2) as pool:
        done = list(pool.map(shut_out, both, reversed(both)))
    assert sorted(done) == [False, True]
    left = [one for one in office.staff.everybody(oldest=office.desk.clock()) if one.role is Role.ADMINISTRATOR]
    assert [one.is_blocked for one in left].count(False) == 1
