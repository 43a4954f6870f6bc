"""A line of the audit inside another table's transaction: an act and its line happen together or not at all."""

import msgspec
from sqlalchemy.engine import Connection

from secondread_server.adapters.database import schema
from secondread_server.core.staff_records import AuditRecord

_LONGEST = 80


def enter_line(connection: Connection, line: AuditRecord | None) -> None:
    """Append a line."""
    if line is not None:
        values = msgspec.structs.asdict(line) | {"action": line.action.value, "detail": line.detail[:_LONGEST]}
        connection.execute(schema.audit_entries.insert().values(**values))
