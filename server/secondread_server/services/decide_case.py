"""Accept, decline, withdraw, assign, note. The case moves first, by compare and set; money follows the case.

So no card is captured for a case that somebody else declined a moment before; and if the provider does not answer, the
same act again finishes what was begun.
"""

import datetime
from collections.abc import Iterator
from contextlib import contextmanager

from secondread_server.core.case import AT_WORK_STATES, CaseEvent, next_state
from secondread_server.core.payment import MOVES, PaymentEvent
from secondread_server.core.records import PaymentRecord, StaffRecord
from secondread_server.core.staff_records import AuditAction, NoteKind, NoteRecord, QueueEntry
from secondread_server.errors import CaseUnknown, TextMissing, WrongCaseState
from secondread_server.services.notify import mail_of
from secondread_server.services.office import Caller, Office
from secondread_server.services.settle_payment import capture_payment, release_payment
from secondread_server.services.staff_rights import audit_line
from secondread_server.services.withdraw import finish_withdrawal, mark_withdrawn
from secondread_shared.states import CaseState, PaymentState, Role

MAX_NOTE = 5000
_SAME_NOTE = datetime.timedelta(minutes=10)  # within which the same words of one person are one note
_TAKEN_IN = frozenset({CaseState.RECEIVED, CaseState.NEEDS_MORE, CaseState.ACCEPTED})


def accept_case(office: Office, caller: Caller, entry: QueueEntry) -> PaymentRecord | None:
    """Accept a case and capture its payment; raise `WrongCaseState` or `PaymentUnavailable`. Safe to repeat."""
    if entry.state not in AT_WORK_STATES:
        mail = mail_of(office.desk, case=entry.id, kind="accepted")
        line = audit_line(office, caller, AuditAction.CASE_ACCEPTED, case=entry.id)
        with _unless_done(office, entry.id, AT_WORK_STATES):
            office.desk.cases.move(entry.id, CaseEvent.ACCEPTED, mail=mail, line=line)
    return capture_payment(office.desk, case=entry.id)


def decline_case(office: Office, caller: Caller, entry: QueueEntry, *, reason: str) -> None:
    """Decline a case with a reason and give the authorisation back. Safe to repeat."""
    text = _checked(reason)
    if entry.state is not CaseState.DECLINED:
        mail = mail_of(office.desk, case=entry.id, kind="declined")
        line = audit_line(office, caller, AuditAction.CASE_DECLINED, case=entry.id)
        with _unless_done(office, entry.id, frozenset({CaseState.DECLINED})):
            office.desk.cases.move(entry.id, CaseEvent.DECLINED, mail=mail, line=line)
    _keep_reason(office, caller, entry.id, kind=NoteKind.DECLINED, text=text)
    release_payment(office.desk, case=entry.id)


def withdraw_for_patient(office: Office, caller: Caller, entry: QueueEntry, *, reason: str) -> None:
    """Withdraw a case on the patient's word, and say why. What had not arrived whole is forgotten at once.

    Safe to repeat: the reason and the line in the audit come before the provider is asked, who may not answer.
    """
    text = _checked(reason)
    line = audit_line(office, caller, AuditAction.CASE_WITHDRAWN, case=entry.id)
    record = mark_withdrawn(office.desk, record=office.desk.cases.get(entry.id), line=line)
    if record.received is not None:
        _keep_reason(office, caller, entry.id, kind=NoteKind.WITHDRAWN, text=text)
    finish_withdrawal(office.desk, record=record)


def assign_case(office: Office, caller: Caller, entry: QueueEntry, *, staff: str) -> StaffRecord:
    """Give an accepted case to a reviewer; raise `WrongCaseState`, or `CaseUnknown` if there is no such reviewer."""
    reviewer = office.staff.by_id(staff)
    if reviewer is None or reviewer.is_blocked or reviewer.role is not Role.REVIEWER:
        raise CaseUnknown
    line = audit_line(office, caller, AuditAction.CASE_ASSIGNED, case=entry.id, detail=reviewer.id)
    office.book.assign(entry.id, reviewer.id, now=office.desk.clock(), judge=_assigned, line=line)
    return reviewer


def may_take(entry: QueueEntry, *, staff: str) -> bool:
    """Tell whether a case is there to be taken: arrived or waited for, with no reviewer yet, and not theirs already."""
    return entry.state in _TAKEN_IN and entry.assignee != staff


def take_case(office: Office, caller: Caller, entry: QueueEntry) -> None:
    """Put a case on the caller's own list until a reviewer gets it; raise `WrongCaseState`. Safe to repeat."""
    line = audit_line(office, caller, AuditAction.CASE_ASSIGNED, case=entry.id, detail=caller.person.id)
    office.book.assign(entry.id, caller.person.id, now=office.desk.clock(), judge=_taken, line=line)


def add_note(office: Office, caller: Caller, entry: QueueEntry, *, text: str) -> None:
    """Keep an internal note, once for a button pressed twice; a case that has been forgotten takes none."""
    note = _note(office, caller, entry.id, kind=NoteKind.NOTE, text=_checked(text))
    line = audit_line(office, caller, AuditAction.NOTE_ADDED, case=entry.id)
    office.book.add_note(note, unless_since=note.written - _SAME_NOTE, line=line)


def may_capture(payment: PaymentRecord | None) -> bool:
    """Tell whether accepting captures money."""
    return payment is not None and (payment.state, PaymentEvent.CAPTURED) in MOVES


def is_to_be_captured_still(entry: QueueEntry) -> bool:
    """Tell whether a case was accepted but its provider did not answer."""
    return entry.state in AT_WORK_STATES and entry.payment_state is PaymentState.AUTHORISED


@contextmanager
def _unless_done(office: Office, case: str, done: frozenset[CaseState]) -> Iterator[None]:
    """Let a refused move pass where the same act was done a moment before: a button pressed twice is one act."""
    try:
        yield
    except WrongCaseState:
        if office.desk.cases.get(case).state not in done:
            raise


def plain_lines(text: str) -> str:
    """Return a text as it was typed: forms travel with two characters for a line's end (HTML §4.10.21.8)."""
    return text.replace("\r\n", "\n")


def _checked(text: str) -> str:
    text = plain_lines(text).strip()
    if not text or len(text) > MAX_NOTE:
        raise TextMissing("too_long" if text else "empty")
    return text


def _keep_reason(office: Office, caller: Caller, case: str, *, kind: NoteKind, text: str) -> None:
    """Keep why a case was decided so, unless a reason stands there: the same act again, or a crash in between."""
    if not any(note.kind is kind for note in office.book.notes(case)):
        office.book.add_note(_note(office, caller, case, kind=kind, text=text))


def _note(office: Office, caller: Caller, case: str, *, kind: NoteKind, text: str) -> NoteRecord:
    return NoteRecord(case=case, staff=caller.person.id, kind=kind, text=text, written=office.desk.clock())


def _assigned(state: CaseState) -> CaseState:
    """Return where being given to a reviewer leads."""
    return next_state(state, CaseEvent.ASSIGNED)


def _taken(state: CaseState) -> CaseState:
    """Return the state, if a case in it can be taken by a coordinator."""
    if state not in _TAKEN_IN:
        raise WrongCaseState(f"take_in_{state}")
    return state
