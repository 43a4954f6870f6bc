"""May this member of staff do this, and is the case one of theirs? Every answer and every act is written down."""

import datetime

from secondread_server.core.access import SEES_ALL_CASES, Permission, is_allowed
from secondread_server.core.staff_records import AuditAction, AuditRecord, QueueEntry
from secondread_server.errors import CaseUnknown, RightMissing
from secondread_server.services.office import Caller, Office
from secondread_shared.ids import CASE_ID
from secondread_shared.states import CaseState

_A_LOOK_LASTS = datetime.timedelta(hours=12)


def require(office: Office, caller: Caller, permission: Permission, *, case: str = "") -> None:
    """Return if the role has the permission; else write a line, with the case tried, and raise `RightMissing`."""
    if not is_allowed(caller.person.role, permission):
        tried = case if CASE_ID.fullmatch(case) else None
        write_audit(office, caller, AuditAction.RIGHT_MISSING, case=tried, detail=permission.value)
        raise RightMissing(permission.value)


def case_of(office: Office, caller: Caller, case: str) -> QueueEntry:
    """Return a case that this person may see; raise `CaseUnknown` for all others, whether they exist or not.

    Each refusal is a line in the audit: somebody who tries ids leaves a trace.
    """
    entry = office.book.entry(case) if CASE_ID.fullmatch(case) else None
    if entry is None or entry.state is CaseState.DRAFT or not may_see(caller, entry):
        write_audit(office, caller, AuditAction.CASE_REFUSED, case=entry.id if entry else None)
        raise CaseUnknown
    return entry


def may_see(caller: Caller, entry: QueueEntry) -> bool:
    """Tell whether a case is one of this person's."""
    return caller.person.role in SEES_ALL_CASES or entry.assignee == caller.person.id


def write_audit(
    office: Office, caller: Caller, action: AuditAction, *, case: str | None = None, detail: str = ""
) -> None:
    """Write down who did what, when, to which case; `detail` in code words."""
    office.audit.add(audit_line(office, caller, action, case=case, detail=detail))


def audit_line(
    office: Office, caller: Caller, action: AuditAction, *, case: str | None = None, detail: str = ""
) -> AuditRecord:
    """Return a line that is yet to be written, together with what it tells of."""
    now = office.desk.clock()
    return AuditRecord(at=now, action=action, staff=caller.person.id, case=case, detail=detail, place=caller.place)


def note_look(office: Office, caller: Caller, action: AuditAction, *, case: str | None = None, detail: str) -> None:
    """Write a line unless the same person's same look stands there already: a page that asks by itself fills none."""
    look = audit_line(office, caller, action, case=case, detail=detail)
    if not office.audit.holds(look, since=look.at - _A_LOOK_LASTS):
        office.audit.add(look)
