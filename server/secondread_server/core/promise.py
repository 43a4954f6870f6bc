"""A case's age against the promise: how much time is left, in words and as a share."""

import datetime
from dataclasses import dataclass
from enum import StrEnum

_SOON_SHARE = 0.75
_HOUR, _DAY = 3600, 86_400


class Pressure(StrEnum):
    """How pressing a case is."""

    CALM = "calm"
    SOON = "soon"
    LATE = "late"


@dataclass(frozen=True, slots=True)
class TimeLeft:
    """`share` is what is used up, 0 to 100."""

    words: str
    share: int
    pressure: Pressure


def time_left(
    *, received: datetime.datetime | None, promised_by: datetime.datetime | None, now: datetime.datetime
) -> TimeLeft | None:
    """Return the time left, or None before the promise was given."""
    if received is None or promised_by is None:
        return None
    seconds = (promised_by - now).total_seconds()
    whole = max(1.0, (promised_by - received).total_seconds())
    if seconds < 0:
        return TimeLeft(f"{_in_words(-seconds)} over", 100, Pressure.LATE)
    used = min(1.0, max(0.0, 1 - seconds / whole))
    pressure = Pressure.SOON if used >= _SOON_SHARE else Pressure.CALM
    return TimeLeft(f"{_in_words(seconds)} left", round(100 * used), pressure)


def _in_words(seconds: float) -> str:
    for size, name in ((_DAY, "day"), (_HOUR, "hour"), (60, "minute")):
        count = int(seconds // size)
        if count:
            return f"{count} {name}{'' if count == 1 else 's'}"
    return "less than a minute"
