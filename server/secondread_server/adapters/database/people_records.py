"""Members of staff in the database. Of a sign-in link only the digest is kept. Every method is one transaction."""

import datetime

import msgspec
import sqlalchemy as sa
from sqlalchemy.engine import Connection, Engine, RowMapping
from sqlalchemy.exc import IntegrityError

from secondread_server.adapters.database import schema
from secondread_server.adapters.database.engine import as_utc, reading, row_values
from secondread_server.core.records import StaffRecord
from secondread_server.core.staff_records import PersonRecord
from secondread_server.errors import LastAdministrator, StaffExists
from secondread_shared.states import Role

_STAFF = schema.staff
_COLUMNS = [_STAFF.c[name] for name in ("id", "email", "role", "password_hash", "is_blocked")]


class StaffRecords:
    """The table of staff."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def add(self, record: StaffRecord, *, now: datetime.datetime) -> None:
        """Add a member of staff; raise `StaffExists` if the address is taken."""
        try:
            with self._engine.begin() as connection:
                connection.execute(_STAFF.insert().values(**msgspec.structs.asdict(record), created=now))
        except IntegrityError:
            raise StaffExists from None

    def find(self, email: str) -> StaffRecord | None:
        """Return the member of staff with that address, or None."""
        return self._one(_STAFF.c.email == email)

    def by_id(self, staff: str) -> StaffRecord | None:
        """Return a member of staff by id, or None."""
        return self._one(_STAFF.c.id == staff)

    def by_link(self, link_sha256: str, *, now: datetime.datetime) -> StaffRecord | None:
        """Return whose sign-in link this is, or None if it is used up or too old."""
        return self._one((_STAFF.c.link_sha256 == link_sha256) & (_STAFF.c.link_until > now))

    def everybody(self, *, oldest: datetime.datetime) -> list[PersonRecord]:
        """Return all, by address, with their living sessions; those not used since `oldest` are over."""
        sessions = schema.sessions
        lively = sa.select(sessions.c.staff, sa.func.count().label("sessions")).where(sessions.c.seen > oldest)
        counted = lively.group_by(sessions.c.staff).subquery()
        query = (
            sa.select(*_COLUMNS, _STAFF.c.link_until, counted.c.sessions)
            .outerjoin(counted, counted.c.staff == _STAFF.c.id)
            .order_by(_STAFF.c.email)
        )
        with reading(self._engine) as connection:
            return [_person(row._mapping) for row in connection.execute(query)]

    def give_link(self, staff: str, link_sha256: str, *, until: datetime.datetime) -> None:
        """Keep the digest of a sign-in link in place of any before it."""
        self._change(staff, link_sha256=link_sha256, link_until=until)

    def use_link(self, link_sha256: str, password_hash: str, *, now: datetime.datetime) -> StaffRecord | None:
        """Set a password by a link, once: the link is used up and every session ends. None if the link has ended."""
        here = (_STAFF.c.link_sha256 == link_sha256) & (_STAFF.c.link_until > now)
        with self._engine.begin() as connection:
            row = connection.execute(sa.select(_STAFF.c.id).where(here).with_for_update()).first()
            if row is None:
                return None
            used = {"password_hash": password_hash, "link_sha256": None, "link_until": None}
            connection.execute(_STAFF.update().where(_STAFF.c.id == row.id).values(**used))
            _end_sessions(connection, row.id)
        return self.by_id(row.id)

    def change_role(self, staff: str, role: Role) -> None:
        """Give a member of staff another role; raise `LastAdministrator`."""
        with self._engine.begin() as connection:
            if role is not Role.ADMINISTRATOR:
                _leave_an_administrator(connection, besides=staff)
            connection.execute(_STAFF.update().where(_STAFF.c.id == staff).values(role=role.value))

    def block(self, staff: str) -> None:
        """Let somebody in no more: sessions and link end in the same moment. Raises `LastAdministrator`."""
        with self._engine.begin() as connection:
            _leave_an_administrator(connection, besides=staff)
            shut = {"is_blocked": True, "link_sha256": None, "link_until": None}
            connection.execute(_STAFF.update().where(_STAFF.c.id == staff).values(**shut))
            _end_sessions(connection, staff)

    def unblock(self, staff: str) -> None:
        """Let somebody in again."""
        self._change(staff, is_blocked=False)

    def sign_out(self, staff: str) -> None:
        """End every session of one person."""
        with self._engine.begin() as connection:
            _end_sessions(connection, staff)

    def _change(self, staff: str, **values: object) -> None:
        with self._engine.begin() as connection:
            connection.execute(_STAFF.update().where(_STAFF.c.id == staff).values(**values))

    def _one(self, condition: sa.ColumnElement[bool]) -> StaffRecord | None:
        with reading(self._engine) as connection:
            row = connection.execute(sa.select(*_COLUMNS).where(condition)).first()
        return msgspec.convert(row_values(row._mapping), StaffRecord) if row else None


def _leave_an_administrator(connection: Connection, *, besides: str) -> None:
    """Raise `LastAdministrator` if nobody else is one: two may be about to shut each other out at the same moment."""
    query = sa.select(_STAFF.c.id).where((_STAFF.c.role == Role.ADMINISTRATOR.value) & ~_STAFF.c.is_blocked)
    if set(connection.execute(query.order_by(_STAFF.c.id).with_for_update()).scalars()) == {besides}:
        raise LastAdministrator


def _end_sessions(connection: Connection, staff: str) -> None:
    connection.execute(schema.sessions.delete().where(schema.sessions.c.staff == staff))


def _person(row: RowMapping) -> PersonRecord:
    values = row_values(row)
    has_password = bool(values.pop("password_hash"))
    until = as_utc(values.pop("link_until"))
    sessions = values.pop("sessions") or 0
    known = {"has_password": has_password, "link_until": until, "sessions": sessions}
    return msgspec.convert(values | known, PersonRecord)
