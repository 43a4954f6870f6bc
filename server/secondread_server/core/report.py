"""What the reports say of a span of days, from when cases arrived and were decided. Pure: lists in, figures out."""

import datetime
import statistics
from collections import Counter

import msgspec

_MOST_DAYS = 366


class Decision(msgspec.Struct, frozen=True):
    """A case that was accepted or declined."""

    is_accepted: bool
    at: datetime.datetime
    received: datetime.datetime | None
    promised_by: datetime.datetime | None


class Day(msgspec.Struct, frozen=True):
    """What happened on one day, in UTC."""

    day: datetime.date
    arrived: int
    accepted: int
    declined: int


class Report(msgspec.Struct, frozen=True):
    """The figures of a span. `promise_share` is what a decision took of the promised time: the median, in percent."""

    arrived: int
    accepted: int
    declined: int
    median: datetime.timedelta | None
    promise_share: int | None
    late: int
    days: list[Day]


def span(first: datetime.date, last: datetime.date) -> tuple[datetime.date, datetime.date]:
    """Return two days in their order, a year apart at most."""
    first, last = min(first, last), max(first, last)
    return max(first, last - datetime.timedelta(days=_MOST_DAYS - 1)), last


def make_report(
    arrivals: list[datetime.datetime],
    decisions: list[Decision],
    *,
    first: datetime.date,
    last: datetime.date,
) -> Report:
    """Count what arrived and was decided from one day to another, both counted."""
    took = [(decision.at - decision.received).total_seconds() for decision in decisions if decision.received]
    accepted = [decision for decision in decisions if decision.is_accepted]
    declined = [decision for decision in decisions if not decision.is_accepted]
    per_day = [Counter(moment.date() for moment in moments)
               for moments in (arrivals, [d.at for d in accepted], [d.at for d in declined])]  # fmt: skip
    days = [last - datetime.timedelta(days=n) for n in range((last - first).days + 1)]
    return Report(
        arrived=len(arrivals),
        accepted=len(accepted),
        declined=len(declined),
        median=datetime.timedelta(seconds=statistics.median(took)) if took else None,
        promise_share=_promise_share(decisions),
        late=sum(d.promised_by is not None and d.at > d.promised_by for d in decisions),
        days=[Day(day, *(counter[day] for counter in per_day)) for day in days],
    )


def _promise_share(decisions: list[Decision]) -> int | None:
    shares = [
        (d.at - d.received) / (d.promised_by - d.received)
        for d in decisions
        if d.received and d.promised_by and d.promised_by > d.received
    ]
    return round(100 * statistics.median(shares)) if shares else None
