"""The queue: lists, chips, search. A name is searched by POST, so that it stands in no address."""

import hashlib
from collections.abc import Iterable

from flask import Blueprint, Response, make_response, redirect, render_template, request

from secondread_server.core.access import Permission, is_allowed
from secondread_server.core.promise import time_left
from secondread_server.core.queue import Chip, QueueView, in_list, in_order, is_due, is_found, is_in_view, picks
from secondread_server.core.staff_records import AuditAction, QueueEntry
from secondread_server.services.decide_case import may_take
from secondread_server.services.office import Caller
from secondread_server.services.staff_rights import note_look, write_audit
from secondread_server.web.console import words
from secondread_server.web.console.doors import PREFIX, Doors
from secondread_server.web.console.list_choice import (
    chosen_chip,
    chosen_view,
    everything,
    list_query,
    listable,
    totals,
)

_SHOWN = 200


def queue_views(doors: Doors) -> Blueprint:
    """Return the blueprint."""
    views = Blueprint("queue", __name__, url_prefix=PREFIX)
    office = doors.office

    @views.get("/")
    @views.get("", strict_slashes=False)
    def front() -> Response:
        role = doors.caller().person.role
        return make_response(redirect(f"{PREFIX}/{'queue' if is_allowed(role, Permission.QUEUE) else 'audit'}", 303))

    @views.get("/queue")
    @doors.staff(Permission.QUEUE)
    def show(caller: Caller) -> str:
        write_audit(office, caller, AuditAction.QUEUE_SEEN, detail=f"{chosen_view()}:{chosen_chip()}")
        return render_template("queue.html", **_listing(doors, caller), words_searched="")

    @views.get("/queue/rows")
    @doors.staff(Permission.QUEUE, is_awake=False)
    def rows(caller: Caller) -> Response:
        listing = _listing(doors, caller)
        if listing["version"] == request.args.get("version"):
            return Response(status=204)  # htmx leaves the page alone
        note_look(office, caller, AuditAction.QUEUE_SEEN, detail=f"{chosen_view()}:{chosen_chip()}")
        return make_response(render_template("queue_list.html", **listing, words_searched="", is_poll=True))

    @views.post("/queue")
    @doors.staff(Permission.QUEUE)
    def search(caller: Caller) -> str:
        write_audit(office, caller, AuditAction.QUEUE_SEARCHED)
        searched = request.form.get("words", "")[:200].strip()
        return render_template("queue.html", **_listing(doors, caller, searched), words_searched=searched)

    return views


def _listing(doors: Doors, caller: Caller, searched: str = "") -> dict[str, object]:
    """Return all that the list shows; a search looks through every case, whatever its state."""
    now, view, chip = doors.office.desk.clock(), chosen_view(), chosen_chip()
    cases = everything(doors.office, caller) if searched else listable(doors.office, caller)
    in_view = [entry for entry in cases if is_in_view(entry, view, caller.person.id)]
    if searched:
        shown = in_order([entry for entry in cases if is_found(entry, searched)], view)
    else:
        shown = in_list(cases, view=view, chip=chip, staff=caller.person.id, now=now)
    counts = totals(cases, caller)
    times = {e.id: time_left(received=e.received, promised_by=e.promised_by, now=now) for e in shown}
    return {
        "view": view,
        "chip": chip,
        "list_query": list_query(),
        "entries": shown[:_SHOWN],
        "found": len(shown),
        "times": times,
        "takeable": _takeable(caller, shown),
        "chips": [(c, words.CHIPS[c], sum(picks(c, e, now=now) for e in in_view)) for c in _chips(view)],
        "totals": counts,
        "late": sum(is_due(e, now) and e.promised_by is not None and e.promised_by < now for e in in_view),
        "due": sum(is_due(entry, now) for entry in in_view),
        "version": _version(shown, [str(time) for time in times.values()], counts),
    }


def _chips(view: QueueView) -> list[Chip]:
    """Return the chips that mean something in a list: who works on a case that has ended is no question any more."""
    return [chip for chip in Chip if view is not QueueView.DONE or chip is not Chip.NOBODY]


def _takeable(caller: Caller, entries: Iterable[QueueEntry]) -> set[str]:
    """Return the cases that this person may put on their own list."""
    if not is_allowed(caller.person.role, Permission.ASSIGN):
        return set()
    return {entry.id for entry in entries if may_take(entry, staff=caller.person.id)}


def _version(entries: Iterable[QueueEntry], times: Iterable[str], counts: dict[QueueView, int]) -> str:
    """Name what the list shows, so that a poll changes the page only if something changed."""
    facts = [(e.id, e.state, len(e.needed), e.payment_state, e.assignee) for e in entries]
    return hashlib.sha256(repr((facts, list(times), list(counts.values()))).encode()).hexdigest()[:16]
