"""`cases list|show|export`: read-only looks at the data folder, beside a running receiver or without one."""

import json
from pathlib import Path

import msgspec

from secondread_server.composition import Workplace, build_workplace, database_url
from secondread_server.core.records import CaseRecord
from secondread_server.errors import CaseUnknown, SettingsUnusable
from secondread_server.services.collaborators import Desk
from secondread_server.services.export_case import export_case
from secondread_server.services.views import case_view
from secondread_server.settings import Settings


def show_cases(settings: Settings, data: Path, *, case: str | None, as_json: bool) -> str:
    """Return one case, found by its id or number, or all of them, as text or JSON."""
    workplace = _workplace(settings, data)
    desk = workplace.desk
    if case is not None:
        view = msgspec.to_builtins(case_view(desk, _find(desk, case)))
        return json.dumps(view) if as_json else _line(view)
    views = [msgspec.to_builtins(case_view(desk, record)) for record in desk.cases.in_states()]
    workplace.engine.dispose()
    if as_json:
        return json.dumps({"format": 1, "cases": views})
    return "\n".join(_line(view) for view in views) or "There are no cases yet."


def export(settings: Settings, data: Path, *, case: str, target: Path) -> int:
    """Write a case's files into `target` and return how many."""
    workplace = _workplace(settings, data)
    count = export_case(workplace.desk, record=_find(workplace.desk, case), target=target)
    workplace.engine.dispose()
    return count


def _workplace(settings: Settings, data: Path) -> Workplace:
    """Build the collaborators; a look makes no database where there is none."""
    url = database_url(settings, data)
    if url.startswith("sqlite:///") and not Path(url.removeprefix("sqlite:///")).exists():
        raise SettingsUnusable("there is no database yet: run `secondread-server migrate`")
    return build_workplace(settings, data)


def _find(desk: Desk, case: str) -> CaseRecord:
    record = desk.cases.find(case) or desk.cases.find_by_number(case.upper())
    if record is None:
        raise CaseUnknown
    return record


def _line(view: dict[str, object]) -> str:
    return (
        f"{view['case_number']}  {view['state']}  {view['verified']} of {view['instances']} images verified, "
        f"{view['attachments']} attachments, payment {view['payment_state']}, opened {view['created']}, "
        f"case {view['case']}"
    )
