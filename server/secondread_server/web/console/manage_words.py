"""The words of the pages by which the programme is run: places in the rail, people, reports, the audit's details."""

import datetime

from secondread_server.core.access import Permission
from secondread_server.core.queue import Chip, QueueView
from secondread_server.core.staff_records import AuditAction, AuditLine
from secondread_server.web.console.words import CHIPS, ROLES, VIEWS, plural

PLACES = {
    "reports": ("Reports", Permission.REPORTS),
    "audit": ("Audit", Permission.AUDIT),
    "people": ("People", Permission.PEOPLE),
    "settings": ("Settings", Permission.SETTINGS),
}
REFUSED_ACTIONS = frozenset(
    {
        AuditAction.RIGHT_MISSING,
        AuditAction.CASE_REFUSED,
        AuditAction.SIGN_IN_REFUSED,
        AuditAction.SIGN_IN_LOCKED,
    }
)
DOOR_DONE = {
    "signed-out": "You are signed out.",
    "password-set": "Your password is set. Sign in with it now.",
}
PEOPLE_DONE = {
    "role": "The role is changed. It counts from the person's next click.",
    "block": "The person is blocked and signed out everywhere.",
    "unblock": "The person may sign in again, with the password they had.",
    "end-sessions": "The person is signed out everywhere.",
}


def detail(line: AuditLine) -> str:
    """Return the rest of an audit line: whom it was about, which list was looked at, or its code words."""
    if line.action is AuditAction.QUEUE_SEEN:
        return _list_seen(line.detail)
    rest = line.detail[32:].strip().replace(" ", " to ") if line.about else line.detail
    roles = {role.value: word.lower() for role, word in ROLES.items()}
    said = " to ".join(roles.get(part, part) for part in rest.split(" to "))
    return ", ".join(filter(None, (line.about, said.replace("_", " "))))


def _list_seen(detail: str) -> str:
    """Return `Queue` or `Queue: Name differs` for `queue:all` and `queue:name`; what is neither as it stands."""
    view, _, chip = detail.partition(":")
    if view not in set(QueueView) or chip not in set(Chip):
        return detail
    return VIEWS[QueueView(view)] + ("" if chip == Chip.ALL else f": {CHIPS[Chip(chip)]}")


def span(time: datetime.timedelta | None) -> str:
    """Return a length of time as people say it, `5 hours`."""
    if time is None:
        return "no decision yet"
    minutes = round(time.total_seconds() / 60)
    for size, name in ((2880, "day"), (60, "hour")):
        if minutes >= size:
            return plural(round(minutes / min(size, 1440)), name)
    return plural(minutes, "minute")
