"""What the reports count: arrivals from the cases, decisions from the audit, which alone knows when they were made."""

import datetime

import sqlalchemy as sa
from sqlalchemy.engine import Engine

from secondread_server.adapters.database import schema
from secondread_server.adapters.database.engine import as_utc, reading
from secondread_server.core.report import Decision
from secondread_server.core.staff_records import AuditAction


class ReportRecords:
    """Queries for the reports page."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def arrivals(self, since: datetime.datetime, until: datetime.datetime) -> list[datetime.datetime]:
        """Return when the cases arrived that arrived whole in a span."""
        received = schema.cases.c.received
        query = sa.select(received).where((received >= since) & (received < until)).order_by(received)
        with reading(self._engine) as connection:
            return [moment for found in connection.execute(query).scalars() if (moment := as_utc(found))]

    def decisions(self, since: datetime.datetime, until: datetime.datetime) -> list[Decision]:
        """Return the decisions that were made in a span."""
        audit, cases = schema.audit_entries, schema.cases
        accepted, declined = AuditAction.CASE_ACCEPTED.value, AuditAction.CASE_DECLINED.value
        query = (
            sa.select(audit.c.action, audit.c.at, cases.c.received, cases.c.promised_by)
            .join(cases, cases.c.id == audit.c.case)
            .where(audit.c.action.in_([accepted, declined]) & (audit.c.at >= since) & (audit.c.at < until))
            .order_by(audit.c.id)
        )
        with reading(self._engine) as connection:
            rows = connection.execute(query).all()
        return [
            Decision(row.action == accepted, as_utc(row.at) or row.at, as_utc(row.received), as_utc(row.promised_by))
            for row in rows
        ]
