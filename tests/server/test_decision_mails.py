"""What the patient is told of a decision, how often a mail is tried, and that nothing about a person stands in it."""

import datetime

import pytest

from secondread_server.core.mail_rules import MOST_ATTEMPTS, pause_after
from secondread_server.core.records import StaffRecord
from secondread_server.core.staff_records import QueueEntry
from secondread_server.services.decide_case import accept_case, decline_case, withdraw_for_patient
from secondread_server.services.notify import send_due_mails
from secondread_server.services.office import Caller, Office
from secondread_server.services.withdraw import withdraw_case
from secondread_shared.states import Role
from tests.support.case_client import INTAKE
from tests.support.console_client import add_person, later, send_case
from tests.support.server_fakes import FakeOutside

REASON = "Her tumour was read elsewhere already"


@pytest.fixture
def caller(office: Office) -> Caller:
    person: StaffRecord = add_person(office, Role.COORDINATOR)
    return Caller(person=person, place="here")


@pytest.fixture
def case(outside: FakeOutside) -> str:
    case = send_case(outside)
    send_due_mails(outside.desk)
    outside.mailer.sent.clear()
    return case


def entry(office: Office, case: str) -> QueueEntry:
    found = office.book.entry(case)
    assert found is not None
    return found


def the_mail(outside: FakeOutside) -> tuple[str, str, str, str]:
    assert send_due_mails(outside.desk) == 1
    assert send_due_mails(outside.desk) == 0
    [mail] = outside.mailer.sent
    return mail


def test_an_accepted_case_is_told_with_what_the_card_pays_and_the_promise(
    office: Office, caller: Caller, outside: FakeOutside, case: str
) -> None:
    for _ in range(2):
        accept_case(office, caller, entry(office, case))
    to, subject, text, key = the_mail(outside)
    assert (to, key) == (INTAKE["email"], f"accepted:{case}")
    assert subject == f"We have accepted your case {outside.desk.cases.get(case).number}"
    assert "charged 100.00 USD, once" in text
    assert "27 November 2026" in text


def test_a_declined_case_is_told_without_the_reason(
    office: Office, caller: Caller, outside: FakeOutside, case: str
) -> None:
    for _ in range(2):
        decline_case(office, caller, entry(office, case), reason=REASON)
    _, _, text, _ = the_mail(outside)
    assert "You pay nothing" in text
    assert "Please call us" in text
    assert "tumour" not in text


@pytest.mark.parametrize("is_by_staff", [True, False])
def test_a_withdrawn_case_is_told_whoever_withdrew_it(
    office: Office, caller: Caller, outside: FakeOutside, case: str, *, is_by_staff: bool
) -> None:
    if is_by_staff:
        withdraw_for_patient(office, caller, entry(office, case), reason=REASON)
    else:
        withdraw_case(outside.desk, record=outside.desk.cases.get(case))
    _, subject, text, key = the_mail(outside)
    assert "is withdrawn" in subject
    assert "You pay nothing" in text
    assert key == f"withdrawn:{case}"


def test_a_withdrawal_after_the_capture_promises_no_money_back(
    office: Office, caller: Caller, outside: FakeOutside, case: str
) -> None:
    accept_case(office, caller, entry(office, case))
    withdraw_for_patient(office, caller, entry(office, case), reason=REASON)
    send_due_mails(outside.desk)
    text = next(text for _, _, text, key in outside.mailer.sent if key.startswith("withdrawn"))
    assert "had been charged 100.00 USD already" in text


def test_no_mail_tells_who_the_patient_is_or_what_was_sent(
    office: Office, caller: Caller, outside: FakeOutside
) -> None:
    accepted, declined = send_case(outside), send_case(outside)
    accept_case(office, caller, entry(office, accepted))
    decline_case(office, caller, entry(office, declined), reason=REASON)
    withdraw_for_patient(office, caller, entry(office, accepted), reason=REASON)
    assert send_due_mails(outside.desk) == 5
    for _, subject, text, key in outside.mailer.sent:
        words = (subject + text).lower()
        assert not [v for n, v in INTAKE.items() if isinstance(v, str) and n != "sex" and v.lower() in words], key
        assert "mri" not in words.split()


def test_a_case_that_is_forgotten_is_written_to_no_more(office: Office, caller: Caller, outside: FakeOutside) -> None:
    case = send_case(outside, missing=1)
    withdraw_for_patient(office, caller, entry(office, case), reason=REASON)
    send_due_mails(outside.desk)
    assert outside.mailer.sent == []


def test_a_mail_that_is_not_taken_is_tried_again_after_growing_pauses_and_then_left_to_a_person(
    outside: FakeOutside,
) -> None:
    send_case(outside)
    outside.mailer.is_broken = True
    gaps, asked = [], outside.mailer.asked
    last = outside.now
    for _ in range(12 * 24 * 6):
        send_due_mails(outside.desk)
        if outside.mailer.asked > asked:
            gaps.append(outside.now - last)
            last, asked = outside.now, outside.mailer.asked
        later(outside, minutes=5)
    assert len(gaps) == MOST_ATTEMPTS
    assert gaps[1:6] == [datetime.timedelta(minutes=m) for m in (5, 5, 10, 20, 35)]
    assert max(gaps) == datetime.timedelta(hours=6)
    assert outside.desk.mails.given_up() == 1


def test_the_pauses_double_from_two_minutes_to_six_hours() -> None:
    pauses = [pause_after(n).total_seconds() / 60 for n in range(1, 10)]
    assert pauses == [2, 4, 8, 16, 32, 64, 128, 256, 360]
    assert pause_after(10**6) == pause_after(9)
