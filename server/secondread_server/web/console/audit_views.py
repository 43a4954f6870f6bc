"""The audit, for those who may read it: newest first, a page at a time."""

from flask import Blueprint, render_template, request

from secondread_server.core.access import Permission
from secondread_server.core.staff_records import AuditAction, AuditFilter
from secondread_server.services.office import Caller
from secondread_server.services.staff_rights import write_audit
from secondread_server.web.console.doors import PREFIX, Doors
from secondread_server.web.console.report_views import asked_day

_PAGE = 50


def audit_views(doors: Doors) -> Blueprint:
    """Return the blueprint."""
    views = Blueprint("audit", __name__, url_prefix=PREFIX)

    @views.get("/audit")
    @doors.staff(Permission.AUDIT)
    def show(caller: Caller) -> str:
        wanted = _filter()
        lines = doors.office.audit.read(wanted, limit=_PAGE + 1)
        write_audit(doors.office, caller, AuditAction.AUDIT_SEEN)
        older = lines[_PAGE - 1].id if len(lines) > _PAGE else None
        return render_template("audit.html", lines=lines[:_PAGE], wanted=wanted, older=older, actions=list(AuditAction))

    return views


def _filter() -> AuditFilter:
    action, before = request.args.get("action", ""), request.args.get("before", "")
    return AuditFilter(
        action=action if action in set(AuditAction) else "",
        email=request.args.get("who", "").strip().lower()[:254],
        case=request.args.get("case", "").strip()[:32],
        day=asked_day("day"),
        before=int(before) if before.isascii() and before.isdigit() and len(before) < 16 else None,
    )
