"""Sessions, attempts at signing in, and the audit, in the database. Every method is one transaction."""

import datetime

import msgspec
import sqlalchemy as sa
from sqlalchemy.engine import Engine
from sqlalchemy.exc import IntegrityError

from secondread_server.adapters.database import schema
from secondread_server.adapters.database.audit_rows import enter_line
from secondread_server.adapters.database.engine import as_utc, reading, row_values
from secondread_server.core.staff_records import AuditFilter, AuditLine, AuditRecord, SessionRecord

_ID_LENGTH = 32


class SessionRecords:
    """Signed-in browsers, by the SHA-256 of their ids."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def add(self, record: SessionRecord, *, oldest: datetime.datetime) -> None:
        """Add a session; those that began before `oldest` are forgotten."""
        table = schema.sessions
        with self._engine.begin() as connection:
            connection.execute(table.delete().where(table.c.begun < oldest))
            connection.execute(table.insert().values(**msgspec.structs.asdict(record)))

    def find(self, id_sha256: str) -> SessionRecord | None:
        """Return a session, or None."""
        table = schema.sessions
        with reading(self._engine) as connection:
            row = connection.execute(sa.select(table).where(table.c.id_sha256 == id_sha256)).first()
        if row is None:
            return None
        values = row_values(row._mapping)
        moments = {name: as_utc(values[name]) for name in ("begun", "seen")}
        return msgspec.convert(values | moments, SessionRecord)

    def touch(self, id_sha256: str, now: datetime.datetime) -> None:
        """Note that its person did something."""
        table = schema.sessions
        with self._engine.begin() as connection:
            connection.execute(table.update().where(table.c.id_sha256 == id_sha256).values(seen=now))

    def remove(self, id_sha256: str) -> None:
        """End a session; what is gone already is no error."""
        table = schema.sessions
        with self._engine.begin() as connection:
            connection.execute(table.delete().where(table.c.id_sha256 == id_sha256))


class AttemptRecords:
    """How often each account and each place tried to sign in lately. Subjects are digests."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def count(self, subject: str, *, now: datetime.datetime, window: datetime.timedelta) -> int:
        """Add one attempt and return how many there are in the window; old windows are forgotten."""
        try:
            return self._count(subject, now=now, window=window)
        except IntegrityError:  # another one was the first at the same moment
            return self._count(subject, now=now, window=window)

    def _count(self, subject: str, *, now: datetime.datetime, window: datetime.timedelta) -> int:
        table = schema.sign_in_attempts
        with self._engine.begin() as connection:
            connection.execute(table.delete().where(table.c.since < now - window))
            query = sa.select(table.c.count).where(table.c.subject == subject).with_for_update()
            present = connection.execute(query).scalar()
            if present is None:
                connection.execute(table.insert().values(subject=subject, count=1, since=now))
                return 1
            here = table.c.subject == subject
            connection.execute(table.update().where(here).values(count=present + 1))
            return int(present) + 1

    def forgive(self, subject: str) -> None:
        """Forget the attempts of one subject: the right person came in."""
        table = schema.sign_in_attempts
        with self._engine.begin() as connection:
            connection.execute(table.delete().where(table.c.subject == subject))


class AuditRecords:
    """The audit: it can be added to and read, nothing else."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def add(self, record: AuditRecord) -> None:
        """Append a line."""
        with self._engine.begin() as connection:
            enter_line(connection, record)

    def read(self, wanted: AuditFilter, *, limit: int) -> list[AuditLine]:
        """Return lines, newest first."""
        table, staff, cases = schema.audit_entries, schema.staff, schema.cases
        columns = [table.c[name] for name in ("id", "at", "action", "staff", "case", "detail")]
        about = staff.alias("about")
        query = (
            sa.select(*columns, staff.c.email, cases.c.number, about.c.email.label("about"))
            .outerjoin(staff, staff.c.id == table.c.staff)
            .outerjoin(about, about.c.id == sa.func.substr(table.c.detail, 1, _ID_LENGTH))
            .outerjoin(cases, cases.c.id == table.c.case)
            .order_by(table.c.id.desc())
            .limit(limit)
        )
        for condition in _conditions(wanted):
            query = query.where(condition)
        with reading(self._engine) as connection:
            rows = [row_values(row._mapping) for row in connection.execute(query)]
        return [msgspec.convert(values | {"at": as_utc(values["at"])}, AuditLine) for values in rows]

    def holds(self, record: AuditRecord, *, since: datetime.datetime) -> bool:
        """Tell whether the same person's same act stands there since a moment."""
        table = schema.audit_entries
        same = [table.c[name] == getattr(record, name) for name in ("staff", "case", "detail")]
        query = sa.select(table.c.id).where(*same, table.c.action == record.action.value, table.c.at >= since).limit(1)
        with reading(self._engine) as connection:
            return connection.execute(query).first() is not None


def _conditions(wanted: AuditFilter) -> list[sa.ColumnElement[bool]]:
    table = schema.audit_entries
    conditions: list[sa.ColumnElement[bool]] = []
    if wanted.action:
        conditions.append(table.c.action == wanted.action)
    if wanted.email:
        conditions.append(schema.staff.c.email == wanted.email)
    if wanted.case:
        conditions.append((table.c.case == wanted.case) | (schema.cases.c.number == wanted.case.upper()))
    if wanted.day is not None:
        begin = datetime.datetime.combine(wanted.day, datetime.time(), datetime.UTC)
        conditions.append((table.c.at >= begin) & (table.c.at < begin + datetime.timedelta(days=1)))
    if wanted.before is not None:
        conditions.append(table.c.id < wanted.before)
    return conditions
