"""A case's page and what can be done with it. Every look and every act stands in the audit."""

from collections.abc import Callable

from flask import Blueprint, Response, abort, make_response, redirect, render_template, request

from secondread_server.core.access import Permission, is_allowed
from secondread_server.core.case import MOVES, CaseEvent
from secondread_server.core.promise import time_left
from secondread_server.core.queue import DONE_STATES
from secondread_server.core.staff_records import AuditAction, AuditFilter, QueueEntry
from secondread_server.services.decide_case import (
    accept_case,
    add_note,
    assign_case,
    decline_case,
    is_to_be_captured_still,
    may_capture,
    may_take,
    take_case,
    withdraw_for_patient,
)
from secondread_server.services.office import Caller, Office
from secondread_server.services.staff_rights import case_of, require, write_audit
from secondread_server.services.view_images import exams_in, people_of
from secondread_server.web.console import completeness_words, image_words, problem_words, words
from secondread_server.web.console.doors import PREFIX, Doors
from secondread_server.web.console.list_choice import chosen_view, list_query, listable, neighbours, totals
from secondread_shared.states import PaymentState

_TABS = {
    "images": ("Images", Permission.CASE),
    "intake": ("Intake", Permission.INTAKE),
    "reports": ("Reports", Permission.FILES),
    "notes": ("Notes", Permission.NOTES),
    "history": ("History", Permission.CASE),
}
_HISTORY = 200
UseCase = Callable[[Office, Caller, QueueEntry], str]


def case_views(doors: Doors) -> Blueprint:
    """Return the blueprint."""
    views = Blueprint("case", __name__, url_prefix=f"{PREFIX}/cases")
    office = doors.office

    @views.get("/<case>")
    @doors.staff(Permission.CASE)
    def show(caller: Caller, case: str) -> str:
        return _page(office, caller, case)

    @views.get("/<case>/<tab>")
    @doors.staff(Permission.CASE)
    def show_tab(caller: Caller, case: str, tab: str) -> str:
        if tab not in _TABS:
            abort(404)
        return _page(office, caller, case, tab=tab)

    _add_acts(views, doors)
    return views


def _add_acts(views: Blueprint, doors: Doors) -> None:
    office = doors.office

    def act(name: str, permission: Permission, use_case: UseCase) -> None:
        @doors.staff(permission)
        def view(caller: Caller, case: str) -> Response:
            entry = case_of(office, caller, case)
            done = use_case(office, caller, entry)
            tab = "/notes" if name == "note" else ""
            return make_response(redirect(f"{PREFIX}/cases/{entry.id}{tab}{_with(done)}", 303))

        views.add_url_rule(f"/<case>/{name}", name, view, methods=["POST"])

    act("accept", Permission.DECIDE, _accept)
    act("decline", Permission.DECIDE, _decline)
    act("withdraw", Permission.DECIDE, _withdraw)
    act("assign", Permission.ASSIGN, _assign)
    act("take", Permission.ASSIGN, _take)
    act("note", Permission.NOTES, _note)


def _accept(office: Office, caller: Caller, entry: QueueEntry) -> str:
    payment = accept_case(office, caller, entry)
    return "captured" if payment and payment.state is PaymentState.CAPTURED else "accepted"


def _decline(office: Office, caller: Caller, entry: QueueEntry) -> str:
    decline_case(office, caller, entry, reason=request.form.get("text", ""))
    return "declined"


def _withdraw(office: Office, caller: Caller, entry: QueueEntry) -> str:
    withdraw_for_patient(office, caller, entry, reason=request.form.get("text", ""))
    return "withdrawn"


def _assign(office: Office, caller: Caller, entry: QueueEntry) -> str:
    assign_case(office, caller, entry, staff=request.form.get("staff", ""))
    return "assigned"


def _take(office: Office, caller: Caller, entry: QueueEntry) -> str:
    take_case(office, caller, entry)
    return "taken"


def _note(office: Office, caller: Caller, entry: QueueEntry) -> str:
    add_note(office, caller, entry, text=request.form.get("text", ""))
    return "noted"


def _with(done: str) -> str:
    query = list_query()
    return f"{query}&done={done}" if query else f"?done={done}"


def _page(office: Office, caller: Caller, case: str, *, tab: str = "images") -> str:
    entry = case_of(office, caller, case)
    require(office, caller, _TABS[tab][1], case=entry.id)
    write_audit(office, caller, AuditAction.CASE_SEEN, case=entry.id, detail=tab)
    facts = _header(office, caller, entry) | _CONTENT[tab](office, entry)
    return render_template(f"case_{tab}.html", tab=tab, entry=entry, done=request.args.get("done", ""), **facts)


def _header(office: Office, caller: Caller, entry: QueueEntry) -> dict[str, object]:
    payment = office.desk.payments.find(entry.id)
    role, now, cases = caller.person.role, office.desk.clock(), listable(office, caller)
    time = time_left(received=entry.received, promised_by=entry.promised_by, now=now)
    can = {event: (entry.state, event) in MOVES for event in CaseEvent}
    may_decide = is_allowed(role, Permission.DECIDE)
    capture_again = is_to_be_captured_still(entry)
    return {
        "payment": words.payment_line(payment),
        "list_view": chosen_view(),
        "list_query": list_query(),
        "near": neighbours(cases, caller, entry, now=now),
        "totals": totals(cases, caller),
        "is_over": entry.state in DONE_STATES,
        "time": None if entry.state in DONE_STATES else time,
        "accept_label": words.accept_label(payment, captures=may_capture(payment)),
        "can_accept": may_decide and can[CaseEvent.ACCEPTED],
        "capture_label": f"Capture {payment.amount}" if payment and capture_again and may_decide else "",
        "can_decline": may_decide and can[CaseEvent.DECLINED],
        "can_withdraw": may_decide and can[CaseEvent.WITHDRAWN],
        "reviewers": office.book.reviewers() if is_allowed(role, Permission.ASSIGN) and can[CaseEvent.ASSIGNED] else [],
        "can_take": is_allowed(role, Permission.ASSIGN) and may_take(entry, staff=caller.person.id),
        "can_assign": is_allowed(role, Permission.ASSIGN) and can[CaseEvent.ASSIGNED],
        "sees_intake": is_allowed(role, Permission.INTAKE),
        "tabs": [(name, title) for name, (title, right) in _TABS.items() if is_allowed(role, right)],
        "may_download": is_allowed(role, Permission.FILES) and entry.received is not None,
        "attachment_count": len(office.book.files(entry.id, kind="attachment")),
        "note_count": len(office.book.notes(entry.id)),
    }


def _images(office: Office, entry: QueueEntry) -> dict[str, object]:
    exams, findings = exams_in(office, entry.id), office.book.findings(entry.id)
    return {
        "exams": exams,
        "verified": sum(exam.verified for exam in exams),
        "findings": findings,
        "identity": image_words.identity(entry, people_of(exams), findings),
        "image_words": image_words,
        "completeness": completeness_words.shown(findings.completeness),
        "problems": problem_words.told(findings.problems),
        "absent_by_study": completeness_words.absent_by_study(findings.completeness),
    }


def _intake(office: Office, entry: QueueEntry) -> dict[str, object]:
    return {"consents": office.book.given(entry.id), "questions": office.desk.rules.programme.questions}


def _reports(office: Office, entry: QueueEntry) -> dict[str, object]:
    return {"attachments": office.book.files(entry.id, kind="attachment")}


def _notes(office: Office, entry: QueueEntry) -> dict[str, object]:
    return {"notes": office.book.notes(entry.id)}


def _history(office: Office, entry: QueueEntry) -> dict[str, object]:
    return {"lines": office.audit.read(AuditFilter(case=entry.id), limit=_HISTORY), "limit": _HISTORY}


_CONTENT = {"images": _images, "intake": _intake, "reports": _reports, "notes": _notes, "history": _history}
