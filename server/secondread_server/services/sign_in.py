"""Sign in, stay signed in, sign out. Only digests of session ids, addresses and places are kept."""

from secondread_server.core.records import StaffRecord
from secondread_server.core.sign_in_rules import account_subject, attempts_allowed, is_session_alive
from secondread_server.core.staff_records import AuditAction, AuditRecord, SessionRecord
from secondread_server.errors import SessionEnded, SignInLocked, SignInRefused
from secondread_server.services.office import Caller, Office
from secondread_shared.ids import new_token, token_digest


def sign_in(
    office: Office, *, email: str, password: str, place: str, previous: str | None = None, browser: str | None = None
) -> tuple[StaffRecord, str]:
    """Return who came in and the id of their new session; raise `SignInRefused`, `SignInLocked` or `SignInBusy`.

    The session that the browser had before, `previous`, ends: nobody is left signed in behind somebody else.
    The attempt is counted before the password is looked at, so that many at once are no way around the lock; an
    account that does not exist is counted, locked and worked at like one that does. `browser` names one in which this
    account was signed in before: its attempts are counted apart from those of everybody else.
    """
    person = office.staff.find(email)
    subjects = [f"browser:{token_digest(browser)}"] if browser else [f"place:{place}", account_subject(email)]
    _check_attempts(office, subjects, person=person, place=place)
    digest = person.password_hash or None if person and not person.is_blocked else None
    if not office.passwords.is_right(digest, password) or person is None:
        _write(office, AuditAction.SIGN_IN_REFUSED, person=person, place=place)
        raise SignInRefused
    office.attempts.forgive(subjects[-1])
    if previous is not None:
        office.sessions.remove(token_digest(previous))
    token, now = new_token(), office.desk.clock()
    session = SessionRecord(id_sha256=token_digest(token), staff=person.id, begun=now, seen=now)
    office.sessions.add(session, oldest=now - office.rules.longest)
    _write(office, AuditAction.SIGNED_IN, person=person, place=place)
    return person, token


def recognise(office: Office, *, token: str, place: str, is_awake: bool = True) -> Caller:
    """Return whose session it is; raise `SessionEnded`. A page that asks by itself (`is_awake` no) keeps none alive."""
    digest, now = token_digest(token), office.desk.clock()
    session = office.sessions.find(digest)
    if session is None:
        raise SessionEnded
    if not is_session_alive(session, rules=office.rules, now=now):
        office.sessions.remove(digest)
        raise SessionEnded
    person = office.staff.by_id(session.staff)
    if person is None or person.is_blocked:
        raise SessionEnded
    if is_awake:
        office.sessions.touch(digest, now)
    return Caller(person=person, place=place)


def sign_out(office: Office, *, token: str, caller: Caller) -> None:
    """End the session."""
    office.sessions.remove(token_digest(token))
    _write(office, AuditAction.SIGNED_OUT, person=caller.person, place=caller.place)


def _check_attempts(office: Office, subjects: list[str], *, person: StaffRecord | None, place: str) -> None:
    """Count the attempt; raise `SignInLocked` if it is one too many.

    The lock has one line in the audit, when it falls: whoever goes on trying fills no disk.
    """
    now, rules = office.desk.clock(), office.rules
    for subject in subjects:
        over = office.attempts.count(subject, now=now, window=rules.window) - attempts_allowed(subject, rules)
        if over == 1:
            _write(office, AuditAction.SIGN_IN_LOCKED, person=person, place=place)
        if over > 0:
            raise SignInLocked


def _write(office: Office, action: AuditAction, *, person: StaffRecord | None, place: str) -> None:
    staff = person.id if person else None
    office.audit.add(AuditRecord(at=office.desk.clock(), action=action, staff=staff, place=place))
