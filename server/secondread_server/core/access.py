"""Who may do what in the console, as a table: role × permission. What is not in the table is forbidden."""

from enum import StrEnum

from secondread_shared.states import Role


class Permission(StrEnum):
    """What a page or an action of the console asks for."""

    QUEUE = "queue"
    CASE = "case"
    INTAKE = "intake"
    FILES = "files"
    NOTES = "notes"
    DECIDE = "decide"
    ASSIGN = "assign"
    AUDIT = "audit"
    REPORTS = "reports"
    PEOPLE = "people"
    SETTINGS = "settings"


_P = Permission
GRANTS: dict[Role, frozenset[Permission]] = {
    Role.ADMINISTRATOR: frozenset(Permission),
    Role.COORDINATOR: frozenset(Permission) - {_P.AUDIT, _P.PEOPLE, _P.SETTINGS},
    Role.REVIEWER: frozenset({_P.QUEUE, _P.CASE, _P.INTAKE, _P.FILES, _P.NOTES}),
    Role.FRONT_DESK: frozenset({_P.QUEUE, _P.CASE, _P.NOTES}),
    Role.AUDITOR: frozenset({_P.AUDIT, _P.REPORTS}),
}
# A reviewer works on what was assigned to them; other cases do not exist for them.
SEES_ALL_CASES = frozenset({Role.ADMINISTRATOR, Role.COORDINATOR, Role.FRONT_DESK})


def is_allowed(role: Role, permission: Permission) -> bool:
    """Tell whether a role has a permission."""
    return permission in GRANTS[role]
