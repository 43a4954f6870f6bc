"""Which cases stand in which view of the queue, and which chip picks which."""

import datetime
from collections.abc import Callable
from enum import StrEnum

from secondread_server.core.staff_records import QueueEntry
from secondread_shared.states import ENDED_STATES, CaseState, PaymentState


class QueueView(StrEnum):
    """The lists in the rail."""

    QUEUE = "queue"
    MINE = "mine"
    WAITING = "waiting"
    DONE = "done"


class Chip(StrEnum):
    """What narrows a list."""

    ALL = "all"
    DUE = "due"
    NEW = "new"
    NOBODY = "nobody"
    MISSING = "missing"
    NAME = "name"
    INVOICE = "invoice"


_S = CaseState
WAITING_STATES = frozenset({_S.UPLOADING, _S.VERIFYING, _S.NEEDS_MORE})
DONE_STATES = ENDED_STATES | {_S.PUBLISHED}
OPEN_STATES = frozenset(CaseState) - DONE_STATES - {_S.DRAFT, _S.UPLOADING, _S.VERIFYING}
NAME_DIFFERS = frozenset({"different", "doubtful", "several"})


def is_in_view(entry: QueueEntry, view: QueueView, staff: str) -> bool:
    """Tell whether a case stands in a list, as a member of staff sees it."""
    if view is QueueView.MINE:
        return entry.assignee == staff and entry.state in OPEN_STATES
    states = {QueueView.QUEUE: OPEN_STATES, QueueView.WAITING: WAITING_STATES, QueueView.DONE: DONE_STATES}
    return entry.state in states[view]


def does_name_differ(entry: QueueEntry) -> bool:
    """Tell whether the sender's program found the images' patient to be another than the form's."""
    return entry.identity_outcome in NAME_DIFFERS


def is_due(entry: QueueEntry, now: datetime.datetime) -> bool:
    """Tell whether an open case's promise ends within a day, or has ended."""
    if entry.state in DONE_STATES or entry.promised_by is None:
        return False
    return entry.promised_by - now < datetime.timedelta(days=1)


def picks(chip: Chip, entry: QueueEntry, *, now: datetime.datetime) -> bool:
    """Tell whether a chip picks a case."""
    tests: dict[Chip, Callable[[], bool]] = {
        Chip.ALL: lambda: True,
        Chip.DUE: lambda: is_due(entry, now),
        Chip.NEW: lambda: entry.state is CaseState.RECEIVED,
        Chip.NOBODY: lambda: entry.assignee is None,
        Chip.MISSING: lambda: bool(entry.needed),
        Chip.NAME: lambda: does_name_differ(entry),
        Chip.INVOICE: lambda: entry.payment_state is PaymentState.INVOICED,
    }
    return tests[chip]()


def most_pressing_first(entries: list[QueueEntry]) -> list[QueueEntry]:
    """Sort by the promise; what has none yet comes last, oldest first."""
    latest = datetime.datetime.max.replace(tzinfo=datetime.UTC)
    return sorted(entries, key=lambda entry: (entry.promised_by or latest, entry.created, entry.id))


def in_order(entries: list[QueueEntry], view: QueueView) -> list[QueueEntry]:
    """Sort as a list is read: what is done by when it began, the newest first; all else by what presses."""
    if view is QueueView.DONE:
        return sorted(entries, key=lambda entry: entry.created, reverse=True)
    return most_pressing_first(entries)


def in_list(
    entries: list[QueueEntry], *, view: QueueView, chip: Chip, staff: str, now: datetime.datetime
) -> list[QueueEntry]:
    """Return the cases of a list as a member of staff sees them, in order."""
    chosen = [entry for entry in entries if is_in_view(entry, view, staff) and picks(chip, entry, now=now)]
    return in_order(chosen, view)


def is_found(entry: QueueEntry, words: str) -> bool:
    """Tell whether every word stands in the case number or in the patient's name."""
    name = f"{entry.intake.first_name} {entry.intake.last_name}" if entry.intake else ""
    text = f"{entry.number} {entry.number.replace('-', '')} {name}".casefold()
    return all(word in text for word in words.casefold().replace(",", " ").split())
