"""Withdraw a case: the person changed their mind. What had not arrived whole is forgotten at once."""

from secondread_server.core.case import CaseEvent
from secondread_server.core.records import CaseRecord
from secondread_server.core.staff_records import AuditRecord
from secondread_server.services.collaborators import Desk
from secondread_server.services.notify import mail_of
from secondread_server.services.settle_payment import release_payment
from secondread_shared.states import SENDING_STATES, CaseState


def withdraw_case(desk: Desk, *, record: CaseRecord) -> CaseRecord:
    """Move the case to withdrawn and give the authorisation back; a second call finishes what the first began."""
    record = mark_withdrawn(desk, record=record)
    finish_withdrawal(desk, record=record)
    return record


def mark_withdrawn(desk: Desk, *, record: CaseRecord, line: AuditRecord | None = None) -> CaseRecord:
    """Move the case to withdrawn, with its mail and its line in the audit; one that is withdrawn stays as it is."""
    if record.state is CaseState.WITHDRAWN:
        return record
    mail = mail_of(desk, case=record.id, kind="withdrawn")
    return desk.cases.move(record.id, CaseEvent.WITHDRAWN, mail=mail, line=line)


def finish_withdrawal(desk: Desk, *, record: CaseRecord) -> None:
    """Give the authorisation back, and forget what had not arrived whole; safe to repeat."""
    release_payment(desk, case=record.id)
    if record.received is None:
        forget_case(desk, record.id)


def forget_case(desk: Desk, case: str) -> None:
    """Remove every byte and word of a case that never arrived, except that its id is taken."""
    assert desk.cases.get(case).state not in SENDING_STATES
    for parcel in desk.parcels.of_case(case):
        desk.uploads.remove(parcel.upload)
    desk.objects.delete(f"cases/{case}/")
    desk.thumbnails.remove(case)
    desk.cases.forget(case)
