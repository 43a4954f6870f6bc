"""How long a mail rests between two attempts, and when it is left to a person. Pure."""

import datetime

_FIRST = datetime.timedelta(minutes=2)  # longer than any attempt at sending takes
_LONGEST = datetime.timedelta(hours=6)
MOST_ATTEMPTS = 24  # with these pauses four and a half days: a mail server's own patience (RFC 5321 §4.5.4.1)


def pause_after(attempts: int) -> datetime.timedelta:
    """Return how long a mail rests after so many attempts: 2, 4, 8 minutes, up to six hours."""
    doublings = min(max(attempts, 1) - 1, 16)
    return min(_FIRST * (1 << doublings), _LONGEST)
