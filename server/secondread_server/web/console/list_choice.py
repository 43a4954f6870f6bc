"""Which list of the queue a person works through: it travels in the address, so that j and k go on in it."""

import datetime
from dataclasses import dataclass

from flask import request

from secondread_server.core.queue import DONE_STATES, Chip, QueueView, in_list, is_in_view
from secondread_server.core.staff_records import QueueEntry
from secondread_server.services.office import Caller, Office
from secondread_server.services.staff_rights import may_see
from secondread_shared.states import CaseState

ALL_STATES = frozenset(CaseState) - {CaseState.DRAFT}


@dataclass(frozen=True, slots=True)
class Neighbours:
    """Where a case stands in its list; `place` is None where the list does not hold it any more."""

    place: int | None
    total: int
    before: str = ""
    after: str = ""


def chosen_view() -> QueueView:
    """Return the view that the address names, or the queue."""
    name = request.args.get("view", "")
    return QueueView(name) if name in set(QueueView) else QueueView.QUEUE


def chosen_chip() -> Chip:
    """Return the chip that the address names, or all."""
    name = request.args.get("chip", "")
    return Chip(name) if name in set(Chip) else Chip.ALL


def list_query() -> str:
    """Return what keeps the list in an address; empty for the whole queue."""
    view, chip = chosen_view(), chosen_chip()
    return "" if (view, chip) == (QueueView.QUEUE, Chip.ALL) else f"?view={view}&chip={chip}"


def everything(office: Office, caller: Caller) -> list[QueueEntry]:
    """Return every case that this person may see."""
    return _of(office, caller, ALL_STATES)


def listable(office: Office, caller: Caller) -> list[QueueEntry]:
    """Return the cases that can stand in the chosen list, and what is counted beside it.

    What is done grows for years: it is read only for those who look at it, and not by each poll of each open page.
    """
    return _of(office, caller, ALL_STATES if chosen_view() is QueueView.DONE else ALL_STATES - DONE_STATES)


def _of(office: Office, caller: Caller, states: frozenset[CaseState]) -> list[QueueEntry]:
    return [entry for entry in office.book.entries(states) if may_see(caller, entry)]


def totals(cases: list[QueueEntry], caller: Caller) -> dict[QueueView, int]:
    """Return how many cases stand in each list."""
    return {view: sum(is_in_view(entry, view, caller.person.id) for entry in cases) for view in QueueView}


def neighbours(cases: list[QueueEntry], caller: Caller, entry: QueueEntry, *, now: datetime.datetime) -> Neighbours:
    """Return what comes before and after a case in the list that the person came from."""
    listed = in_list(cases, view=chosen_view(), chip=chosen_chip(), staff=caller.person.id, now=now)
    ids = [one.id for one in listed]
    if entry.id not in ids:
        return Neighbours(place=None, total=len(ids), after=ids[0] if ids else "")
    place = ids.index(entry.id)
    before = ids[place - 1] if place else ""
    return Neighbours(place=place + 1, total=len(ids), before=before, after=(ids[place + 1 :] or [""])[0])
