"""Cases, their intake and consents, in the database. Every method is one transaction and safe to repeat."""

import datetime

import msgspec
import sqlalchemy as sa
from sqlalchemy.engine import Connection, Engine, Row

from secondread_server.adapters.database import schema
from secondread_server.adapters.database.audit_rows import enter_line
from secondread_server.adapters.database.engine import as_utc, reading, row_values, scrub
from secondread_server.adapters.database.mail_rows import enter_mail
from secondread_server.core.case import CaseEvent, next_state
from secondread_server.core.records import CaseRecord, MailRecord
from secondread_server.core.staff_records import AuditRecord
from secondread_server.errors import CaseUnknown
from secondread_shared.consent import Consent
from secondread_shared.intake import Intake
from secondread_shared.states import CaseState

_CASES = schema.cases


class CaseRecords:
    """The table of cases."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def find(self, case: str) -> CaseRecord | None:
        """Return a case, or None."""
        with reading(self._engine) as connection:
            return _find(connection, case)

    def get(self, case: str) -> CaseRecord:
        """Return a case; raise `CaseUnknown`."""
        record = self.find(case)
        if record is None:
            raise CaseUnknown
        return record

    def find_by_number(self, number: str) -> CaseRecord | None:
        """Return the case of a case number, or None."""
        with reading(self._engine) as connection:
            row = connection.execute(sa.select(_CASES).where(_CASES.c.number == number)).first()
        return _record(row) if row else None

    def in_states(self, states: frozenset[CaseState] | None = None) -> list[CaseRecord]:
        """Return all cases, or those in some states, oldest first."""
        query = sa.select(_CASES).order_by(_CASES.c.created, _CASES.c.id)
        if states is not None:
            query = query.where(_CASES.c.state.in_(sorted(states)))
        with reading(self._engine) as connection:
            return [_record(row) for row in connection.execute(query)]

    def insert(self, record: CaseRecord) -> CaseRecord:
        """Add a case, or return the one that has its id already."""
        with self._engine.begin() as connection:
            present = _find(connection, record.id)
            if present is not None:
                return present
            values = msgspec.structs.asdict(record) | {"needed": list(record.needed)}
            connection.execute(_CASES.insert().values(**values))
        return record

    def move(
        self,
        case: str,
        event: CaseEvent,
        *,
        mail: MailRecord | None = None,
        line: AuditRecord | None = None,
        **changes: object,
    ) -> CaseRecord:
        """Apply an event, with its mail, its audit line and changes of other columns, if the case allows it now.

        Raises `CaseUnknown` or `WrongCaseState`.
        """
        with self._engine.begin() as connection:
            record = move(connection, case, event, **changes)
            enter_mail(connection, mail)
            enter_line(connection, line)
        return record

    def take_intake(self, case: str, *, intake: Intake, consents: list[Consent], now: datetime.datetime) -> CaseRecord:
        """Store or replace the intake, add the consents, and let the case move to uploading."""
        with self._engine.begin() as connection:
            record = move(connection, case, CaseEvent.INTAKE_TAKEN)
            connection.execute(schema.intakes.delete().where(schema.intakes.c.case == case))
            connection.execute(schema.intakes.insert().values(case=case, intake=msgspec.to_builtins(intake), taken=now))
            _add_consents(connection, case=case, consents=consents, now=now)
        return record

    def intake(self, case: str) -> Intake | None:
        """Return the intake of a case, or None."""
        query = sa.select(schema.intakes.c.intake).where(schema.intakes.c.case == case)
        with reading(self._engine) as connection:
            found = connection.execute(query).scalar()
        return msgspec.convert(found, Intake) if found is not None else None

    def consents(self, case: str) -> list[Consent]:
        """Return what was acknowledged, in which version."""
        table = schema.consents
        query = sa.select(table.c.kind, table.c.version).where(table.c.case == case).order_by(table.c.kind)
        with reading(self._engine) as connection:
            rows = connection.execute(query).all()
        return [msgspec.convert({"kind": r.kind, "version": r.version, "accepted": True}, Consent) for r in rows]

    def forget(self, case: str) -> None:
        """Remove what a withdrawn or lapsed case told of a person; its bare row stays, so that the id stays taken."""
        with self._engine.begin() as connection:
            for table in (
                schema.intakes,
                schema.items,
                schema.instance_headers,
                schema.parcels,
                schema.findings,
                schema.notes,
            ):
                connection.execute(table.delete().where(table.c.case == case))
        scrub(self._engine)


def case_in(connection: Connection, case: str) -> CaseRecord:
    """Return a case inside the caller's transaction; raise `CaseUnknown`."""
    record = _find(connection, case)
    if record is None:
        raise CaseUnknown
    return record


def move(connection: Connection, case: str, event: CaseEvent, **changes: object) -> CaseRecord:
    """Apply an event inside the caller's transaction."""
    record = case_in(connection, case)
    state = next_state(record.state, event)
    values = {"state": state.value, **changes}
    connection.execute(_CASES.update().where(_CASES.c.id == case).values(**values))
    found = _find(connection, case)
    assert found is not None
    return found


def _find(connection: Connection, case: str) -> CaseRecord | None:
    row = connection.execute(sa.select(_CASES).where(_CASES.c.id == case).with_for_update()).first()
    return _record(row) if row else None


def _record(row: Row[tuple[object, ...]]) -> CaseRecord:
    values = row_values(row._mapping)
    for name in ("created", "received", "promised_by"):
        values[name] = as_utc(values[name])
    return msgspec.convert(values, CaseRecord)


def _add_consents(connection: Connection, *, case: str, consents: list[Consent], now: datetime.datetime) -> None:
    table = schema.consents
    query = sa.select(table.c.kind, table.c.version).where(table.c.case == case)
    present = {(row.kind, row.version) for row in connection.execute(query)}
    for consent in consents:
        if consent.accepted and (consent.kind.value, consent.version) not in present:
            present.add((consent.kind.value, consent.version))
            connection.execute(
                table.insert().values(case=case, kind=consent.kind.value, version=consent.version, given=now)
            )
