"""Add people, give them sign-in links and roles, block them, sign them out. Each act is a line in the audit.

Nobody changes their own account here: so there is always an administrator left.
"""

from secondread_server.core.records import StaffRecord
from secondread_server.core.sign_in_rules import MAX_PASSWORD, MIN_PASSWORD, account_subject
from secondread_server.core.staff_records import AuditAction, AuditRecord, PersonRecord
from secondread_server.errors import AddressUnusable, LinkEnded, OwnAccount, PasswordUnusable, PersonUnknown
from secondread_server.services.office import Caller, Office
from secondread_server.services.staff_rights import write_audit
from secondread_shared.ids import TOKEN, new_case_id, new_token, token_digest
from secondread_shared.intake import is_email
from secondread_shared.states import Role

_MAX_EMAIL = 254


def list_people(office: Office) -> list[PersonRecord]:
    """Return everybody with an account."""
    return office.staff.everybody(oldest=office.desk.clock() - office.rules.idle)


def add_person(office: Office, caller: Caller, *, email: str, role: Role) -> tuple[StaffRecord, str]:
    """Add a member of staff and return their one-time link's token; raise `AddressUnusable` or `StaffExists`."""
    email = email.strip().lower()
    if not is_email(email) or len(email) > _MAX_EMAIL:
        raise AddressUnusable
    person = StaffRecord(id=new_case_id(), email=email, role=role)
    office.staff.add(person, now=office.desk.clock())
    write_audit(office, caller, AuditAction.PERSON_ADDED, detail=f"{person.id} {role.value}")
    return person, _link(office, caller, person)


def make_link(office: Office, caller: Caller, *, staff: str) -> tuple[StaffRecord, str]:
    """Return a new one-time link's token, by which somebody sets a password; any link before it ends."""
    person = _other(office, caller, staff)
    if person.is_blocked:
        raise PersonUnknown("blocked")
    return person, _link(office, caller, person)


def change_role(office: Office, caller: Caller, *, staff: str, role: Role) -> None:
    """Give somebody another role; it counts from their next click."""
    person = _other(office, caller, staff)
    if person.role is not role:
        office.staff.change_role(staff, role)
        write_audit(office, caller, AuditAction.ROLE_CHANGED, detail=f"{staff} {person.role.value} {role.value}")


def block_person(office: Office, caller: Caller, *, staff: str) -> None:
    """Let somebody in no more and end their sessions; what they did stays on record."""
    _other(office, caller, staff)
    office.staff.block(staff)
    write_audit(office, caller, AuditAction.PERSON_BLOCKED, detail=staff)


def unblock_person(office: Office, caller: Caller, *, staff: str) -> None:
    """Let somebody in again, with the password they had."""
    _other(office, caller, staff)
    office.staff.unblock(staff)
    write_audit(office, caller, AuditAction.PERSON_UNBLOCKED, detail=staff)


def sign_out_everywhere(office: Office, caller: Caller, *, staff: str) -> None:
    """End every session of one person; it may be one's own."""
    if office.staff.by_id(staff) is None:
        raise PersonUnknown
    office.staff.sign_out(staff)
    write_audit(office, caller, AuditAction.PERSON_SIGNED_OUT, detail=staff)


def person_of_link(office: Office, *, token: str) -> StaffRecord:
    """Return whom a one-time link is for; raise `LinkEnded`. Looking uses nothing up."""
    found = office.staff.by_link(token_digest(token), now=office.desk.clock()) if TOKEN.fullmatch(token) else None
    if found is None:
        raise LinkEnded
    return found


def set_password(office: Office, *, token: str, password: str, place: str) -> None:
    """Set a password by a one-time link; raise `LinkEnded` or `PasswordUnusable`. Every session of theirs ends.

    So does the rest after too many attempts: this is what an administrator can do about it.
    """
    if not MIN_PASSWORD <= len(password) <= MAX_PASSWORD:
        raise PasswordUnusable("length")
    person_of_link(office, token=token)
    now, digest = office.desk.clock(), office.passwords.digest(password)
    person = office.staff.use_link(token_digest(token), digest, now=now)
    if person is None:
        raise LinkEnded
    office.attempts.forgive(account_subject(person.email))
    office.audit.add(AuditRecord(at=now, action=AuditAction.PASSWORD_SET, staff=person.id, place=place))


def _link(office: Office, caller: Caller, person: StaffRecord) -> str:
    token = new_token()
    office.staff.give_link(person.id, token_digest(token), until=office.desk.clock() + office.rules.link)
    write_audit(office, caller, AuditAction.LINK_MADE, detail=person.id)
    return token


def _other(office: Office, caller: Caller, staff: str) -> StaffRecord:
    if staff == caller.person.id:
        raise OwnAccount
    person = office.staff.by_id(staff)
    if person is None:
        raise PersonUnknown
    return person
