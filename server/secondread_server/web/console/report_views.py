"""Reports and settings: figures of a span of days, and what the programme is set to. Both are read only."""

import datetime

from flask import Blueprint, render_template, request

from secondread_server.core.access import Permission
from secondread_server.core.report import make_report, span
from secondread_server.core.staff_records import AuditAction
from secondread_server.services.office import Caller, Office
from secondread_server.services.staff_rights import write_audit
from secondread_server.web.console.doors import PREFIX, Doors
from secondread_server.web.console.shown_settings import ShownSettings

_DAYS = 14
_FIRST_YEAR = 2000


def report_views(doors: Doors, *, settings: ShownSettings) -> Blueprint:
    """Return the blueprint."""
    views = Blueprint("report", __name__, url_prefix=PREFIX)
    office = doors.office

    @views.get("/reports")
    @doors.staff(Permission.REPORTS)
    def show_report(caller: Caller) -> str:
        write_audit(office, caller, AuditAction.REPORTS_SEEN)
        return _report(office)

    @views.get("/settings")
    @doors.staff(Permission.SETTINGS)
    def show_settings(caller: Caller) -> str:
        write_audit(office, caller, AuditAction.SETTINGS_SEEN)
        return render_template("settings.html", settings=settings)

    return views


def asked_day(name: str) -> datetime.date | None:
    """Return a day from the address, or None if it is none on which anything can have happened."""
    try:
        day = datetime.date.fromisoformat(request.args.get(name, ""))
    except ValueError:
        return None
    return day if _FIRST_YEAR <= day.year < datetime.MAXYEAR else None


def _report(office: Office) -> str:
    today = office.desk.clock().date()
    last = min(asked_day("to") or today, today)
    first, last = span(asked_day("from") or last - datetime.timedelta(days=_DAYS - 1), last)
    since, until = _start(first), _start(last + datetime.timedelta(days=1))
    report = make_report(
        office.figures.arrivals(since, until), office.figures.decisions(since, until), first=first, last=last
    )
    most = max((day.arrived for day in report.days), default=0)
    return render_template(
        "reports.html", report=report, first=first, last=last, today=today, most=max(most, 1),
        mails_left=office.desk.mails.given_up(),
    )  # fmt: skip


def _start(day: datetime.date) -> datetime.datetime:
    return datetime.datetime.combine(day, datetime.time(), datetime.UTC)
