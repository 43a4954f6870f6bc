"""What the console reads of cases, and the little that it writes: notes and assignments."""

import datetime
from collections.abc import Callable

import msgspec
import sqlalchemy as sa
from sqlalchemy.engine import Connection, Engine, RowMapping

from secondread_server.adapters.database import schema
from secondread_server.adapters.database.audit_rows import enter_line
from secondread_server.adapters.database.case_records import case_in
from secondread_server.adapters.database.engine import as_utc, reading, row_values
from secondread_server.core.records import StaffRecord
from secondread_server.core.staff_records import (
    AuditRecord,
    FileRecord,
    FindingsRecord,
    NoteRecord,
    QueueEntry,
)
from secondread_server.errors import WrongCaseState
from secondread_shared.consent import ConsentKind
from secondread_shared.states import CaseState, Role

_MOMENTS = ("created", "received", "promised_by")


def _as_it_is(state: CaseState) -> CaseState:
    return state


class ConsoleRecords:
    """Queries across the tables of a case."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def entries(self, states: frozenset[CaseState]) -> list[QueueEntry]:
        """Return the cases in some states as the queue shows them: one query for all."""
        query = _entries_query().where(schema.cases.c.state.in_(sorted(states)))
        with reading(self._engine) as connection:
            return [_entry(row._mapping) for row in connection.execute(query)]

    def entry(self, case: str) -> QueueEntry | None:
        """Return one case as the queue shows it, or None."""
        with reading(self._engine) as connection:
            row = connection.execute(_entries_query().where(schema.cases.c.id == case)).first()
        return _entry(row._mapping) if row else None

    def files(self, case: str, *, kind: str | None = None) -> list[FileRecord]:
        """Return the items of a case, or those of one kind, by ordinal."""
        items = schema.items
        names = ("ordinal", "kind", "path", "size", "sha256", "is_verified")
        query = sa.select(*(items.c[name] for name in names)).where(items.c.case == case).order_by(items.c.ordinal)
        if kind is not None:
            query = query.where(items.c.kind == kind)
        with reading(self._engine) as connection:
            return [msgspec.convert(row_values(row._mapping), FileRecord) for row in connection.execute(query)]

    def findings(self, case: str) -> FindingsRecord:
        """Return what the sender's program found; an empty record before the manifest."""
        query = sa.select(schema.findings).where(schema.findings.c.case == case)
        with reading(self._engine) as connection:
            row = connection.execute(query).first()
        return msgspec.convert(row_values(row._mapping), FindingsRecord) if row else FindingsRecord()

    def given(self, case: str) -> list[tuple[ConsentKind, str, datetime.datetime | None]]:
        """Return what was acknowledged, in which version, and when."""
        table = schema.consents
        query = sa.select(table.c.kind, table.c.version, table.c.given).where(table.c.case == case)
        with reading(self._engine) as connection:
            rows = connection.execute(query.order_by(table.c.given, table.c.kind)).all()
        return [(ConsentKind(row.kind), row.version, as_utc(row.given)) for row in rows]

    def add_note(
        self, note: NoteRecord, *, unless_since: datetime.datetime | None = None, line: AuditRecord | None = None
    ) -> None:
        """Keep a note with its audit line, unless the same one was written since a moment.

        Raises `WrongCaseState` for a case without an intake: what was forgotten gets no new words.
        """
        values = msgspec.structs.asdict(note) | {"kind": note.kind.value}
        values.pop("email")
        with self._engine.begin() as connection:
            intake = sa.select(schema.intakes.c.case).where(schema.intakes.c.case == note.case)
            if connection.execute(intake.with_for_update()).first() is None:  # held, so that nobody forgets it now
                raise WrongCaseState("note_on_forgotten")
            if unless_since is None or not _is_written(connection, note, since=unless_since):
                connection.execute(schema.notes.insert().values(**values))
                enter_line(connection, line)

    def notes(self, case: str) -> list[NoteRecord]:
        """Return the notes of a case, newest first."""
        table, staff = schema.notes, schema.staff
        query = sa.select(table, staff.c.email).join(staff, staff.c.id == table.c.staff).where(table.c.case == case)
        with reading(self._engine) as connection:
            rows = [row_values(row._mapping) for row in connection.execute(query.order_by(table.c.id.desc()))]
        return [msgspec.convert(values | {"written": as_utc(values["written"])}, NoteRecord) for values in rows]

    def assign(
        self,
        case: str,
        staff: str,
        *,
        now: datetime.datetime,
        judge: Callable[[CaseState], CaseState] = _as_it_is,
        line: AuditRecord | None = None,
    ) -> None:
        """Note whose case it is, in place of whoever had it, with its audit line.

        `judge` gets the case's state inside the transaction, and returns where it leads or raises `WrongCaseState`.
        """
        table = schema.assignments
        with self._engine.begin() as connection:
            state = judge(case_in(connection, case).state)
            connection.execute(schema.cases.update().where(schema.cases.c.id == case).values(state=state.value))
            enter_line(connection, line)
            connection.execute(table.delete().where(table.c.case == case))
            connection.execute(table.insert().values(case=case, staff=staff, since=now))

    def reviewers(self) -> list[StaffRecord]:
        """Return those to whom a case can be assigned."""
        may_have_cases = (schema.staff.c.role == Role.REVIEWER.value) & ~schema.staff.c.is_blocked
        return self._staff(may_have_cases)

    def _staff(self, condition: sa.ColumnElement[bool]) -> list[StaffRecord]:
        table = schema.staff
        query = sa.select(table.c.id, table.c.email, table.c.role).where(condition).order_by(table.c.email)
        with reading(self._engine) as connection:
            return [msgspec.convert(row_values(row._mapping), StaffRecord) for row in connection.execute(query)]


def _is_written(connection: Connection, note: NoteRecord, *, since: datetime.datetime) -> bool:
    """Tell whether the same person wrote the same note since a moment."""
    table = schema.notes
    same = [table.c[name] == getattr(note, name) for name in ("case", "staff", "text")]
    query = sa.select(table.c.id).where(*same, table.c.kind == note.kind.value, table.c.written >= since).limit(1)
    return connection.execute(query).first() is not None


def _entries_query() -> sa.Select[tuple[object, ...]]:
    cases, staff = schema.cases, schema.staff
    names = ("id", "number", "state", "created", "received", "promised_by", "instances", "needed")
    joined = (
        cases.outerjoin(schema.intakes, schema.intakes.c.case == cases.c.id)
        .outerjoin(schema.findings, schema.findings.c.case == cases.c.id)
        .outerjoin(schema.payments, schema.payments.c.case == cases.c.id)
        .outerjoin(schema.assignments, schema.assignments.c.case == cases.c.id)
        .outerjoin(staff, staff.c.id == schema.assignments.c.staff)
    )
    return sa.select(
        *(cases.c[name] for name in names),
        schema.intakes.c.intake,
        schema.findings.c.identity_outcome,
        schema.payments.c.state.label("payment_state"),
        schema.assignments.c.staff.label("assignee"),
        staff.c.email.label("assignee_email"),
    ).select_from(joined)


def _entry(row: RowMapping) -> QueueEntry:
    values = row_values(row)
    return msgspec.convert(values | {name: as_utc(values[name]) for name in _MOMENTS}, QueueEntry)
