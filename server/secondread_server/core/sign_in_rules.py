"""How long a session lives, and when signing in has to wait. Pure: moments in, a verdict out."""

import datetime
import hashlib
from dataclasses import dataclass

from secondread_server.core.staff_records import SessionRecord

MIN_PASSWORD = 12  # NIST SP 800-63B §3.1.1.2 asks for 8 with a second factor, 15 alone; argon2id stands between
MAX_PASSWORD = 1024


@dataclass(frozen=True, slots=True)
class SignInRules:
    """What the operator decided. Attempts are counted by account and by place within `window`.

    A browser in which the account was signed in before is counted by itself, so that strangers who try passwords lock
    nobody out of the browser that they work with.
    """

    idle: datetime.timedelta = datetime.timedelta(minutes=30)
    longest: datetime.timedelta = datetime.timedelta(hours=12)
    link: datetime.timedelta = datetime.timedelta(hours=72)
    window: datetime.timedelta = datetime.timedelta(minutes=15)
    account_attempts: int = 8
    place_attempts: int = 60


def is_session_alive(session: SessionRecord, *, rules: SignInRules, now: datetime.datetime) -> bool:
    """Tell whether a session is neither idle for too long nor too old."""
    return now - session.seen < rules.idle and now - session.begun < rules.longest


def attempts_allowed(subject: str, rules: SignInRules) -> int:
    """Return how many attempts a subject, `account:…`, `browser:…` or `place:…`, has within the window."""
    return rules.place_attempts if subject.startswith("place:") else rules.account_attempts


def account_subject(email: str) -> str:
    """Return under which name the attempts at an account are counted: it tells nobody the address."""
    return f"account:{hashlib.sha256(email.encode()).hexdigest()}"
