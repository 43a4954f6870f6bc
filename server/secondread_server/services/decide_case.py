"""Accept, decline, withdraw, assign, note. The case moves first, by compare and set; money follows the case.

So no card is captured for a case that somebody else declined a moment before; and if the provider does not answer, the
same act again finishes what was begun.
"""

from secondread_server.core.case import AT_WORK_STATES, CaseEvent
from secondread_server.core.payment import MOVES, PaymentEvent
from secondread_server.core.records import PaymentRecord, StaffRecord
from secondread_server.core.staff_records import AuditAction, NoteKind, NoteRecord, QueueEntry
from secondread_server.errors import CaseUnknown, TextMissing, WrongCaseState
from secondread_server.services.notify import mail_of
from secondread_server.services.office import Caller, Office
from secondread_server.services.settle_payment import capture_payment, release_payment
from secondread_server.services.staff_rights import write_audit
from secondread_server.services.withdraw import withdraw_case
from secondread_shared.states import CaseState, PaymentState, Role

MAX_NOTE = 5000
_TAKEN_IN = frozenset({CaseState.RECEIVED, CaseState.NEEDS_MORE, CaseState.ACCEPTED})


def accept_case(office: Office, caller: Caller, entry: QueueEntry) -> PaymentRecord | None:
    """Accept a case and capture its payment; raise `WrongCaseState` or `PaymentUnavailable`. Safe to repeat."""
    if entry.state not in AT_WORK_STATES:
        mail = mail_of(office.desk, case=entry.id, kind="accepted")
        office.desk.cases.move(entry.id, CaseEvent.ACCEPTED, mail=mail)
        write_audit(office, caller, AuditAction.CASE_ACCEPTED, case=entry.id)
    return capture_payment(office.desk, case=entry.id)


def decline_case(office: Office, caller: Caller, entry: QueueEntry, *, reason: str) -> None:
    """Decline a case with a reason and give the authorisation back. Safe to repeat."""
    text = _checked(reason)
    if entry.state is not CaseState.DECLINED:
        mail = mail_of(office.desk, case=entry.id, kind="declined")
        office.desk.cases.move(entry.id, CaseEvent.DECLINED, mail=mail)
        write_audit(office, caller, AuditAction.CASE_DECLINED, case=entry.id)
    if not any(note.kind is NoteKind.DECLINED for note in office.book.notes(entry.id)):  # or a crash came in between
        _keep(office, caller, entry.id, kind=NoteKind.DECLINED, text=text)
    release_payment(office.desk, case=entry.id)


def withdraw_for_patient(office: Office, caller: Caller, entry: QueueEntry, *, reason: str) -> None:
    """Withdraw a case on the patient's word, and say why. What had not arrived whole is forgotten at once."""
    text = _checked(reason)
    had_arrived = entry.received is not None
    withdraw_case(office.desk, record=office.desk.cases.get(entry.id))
    if entry.state is CaseState.WITHDRAWN:
        return
    if had_arrived:
        _keep(office, caller, entry.id, kind=NoteKind.WITHDRAWN, text=text)
    write_audit(office, caller, AuditAction.CASE_WITHDRAWN, case=entry.id)


def assign_case(office: Office, caller: Caller, entry: QueueEntry, *, staff: str) -> StaffRecord:
    """Give an accepted case to a reviewer; raise `WrongCaseState`, or `CaseUnknown` if there is no such reviewer."""
    reviewer = office.staff.by_id(staff)
    if reviewer is None or reviewer.is_blocked or reviewer.role is not Role.REVIEWER:
        raise CaseUnknown
    office.desk.cases.move(entry.id, CaseEvent.ASSIGNED)
    office.book.assign(entry.id, reviewer.id, now=office.desk.clock())
    write_audit(office, caller, AuditAction.CASE_ASSIGNED, case=entry.id, detail=reviewer.id)
    return reviewer


def may_take(entry: QueueEntry, *, staff: str) -> bool:
    """Tell whether a case is there to be taken: arrived or waited for, with no reviewer yet, and not theirs already."""
    return entry.state in _TAKEN_IN and entry.assignee != staff


def take_case(office: Office, caller: Caller, entry: QueueEntry) -> None:
    """Put a case on the caller's own list until a reviewer gets it; raise `WrongCaseState`. Safe to repeat."""
    if entry.state not in _TAKEN_IN:
        raise WrongCaseState(f"take_in_{entry.state}")
    office.book.assign(entry.id, caller.person.id, now=office.desk.clock())
    write_audit(office, caller, AuditAction.CASE_ASSIGNED, case=entry.id, detail=caller.person.id)


def add_note(office: Office, caller: Caller, entry: QueueEntry, *, text: str) -> None:
    """Keep an internal note; a case that has been forgotten takes none."""
    checked = _checked(text)
    if entry.intake is None:
        raise WrongCaseState("note_on_forgotten")
    _keep(office, caller, entry.id, kind=NoteKind.NOTE, text=checked)
    write_audit(office, caller, AuditAction.NOTE_ADDED, case=entry.id)


def may_capture(payment: PaymentRecord | None) -> bool:
    """Tell whether accepting captures money."""
    return payment is not None and (payment.state, PaymentEvent.CAPTURED) in MOVES


def is_to_be_captured_still(entry: QueueEntry) -> bool:
    """Tell whether a case was accepted but its provider did not answer."""
    return entry.state in AT_WORK_STATES and entry.payment_state is PaymentState.AUTHORISED


def _checked(text: str) -> str:
    text = text.strip()
    if not text or len(text) > MAX_NOTE:
        raise TextMissing("too_long" if text else "empty")
    return text


def _keep(office: Office, caller: Caller, case: str, *, kind: NoteKind, text: str) -> None:
    now = office.desk.clock()
    office.book.add_note(NoteRecord(case=case, staff=caller.person.id, kind=kind, text=text, written=now))
