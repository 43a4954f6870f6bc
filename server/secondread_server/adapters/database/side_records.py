"""Small tables: mails that are due, staff, and how many cases each place has opened this hour."""

import datetime

import msgspec
import sqlalchemy as sa
from sqlalchemy.engine import Engine
from sqlalchemy.exc import IntegrityError

from secondread_server.adapters.database import schema
from secondread_server.adapters.database.engine import reading, row_values
from secondread_server.core.records import MailRecord, StaffRecord
from secondread_server.errors import StaffExists

_CLAIM = datetime.timedelta(minutes=2)  # longer than any attempt at sending takes


class MailRecords:
    """Mails that are due: unique by key, marked once sent."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def due(self) -> list[MailRecord]:
        """Return the mails that have not been sent, oldest key first."""
        table = schema.mails
        query = sa.select(table.c.key, table.c.case, table.c.kind).where(table.c.sent.is_(None)).order_by(table.c.key)
        with reading(self._engine) as connection:
            return [msgspec.convert(row_values(row._mapping), MailRecord) for row in connection.execute(query)]

    def claim(self, key: str, *, now: datetime.datetime) -> bool:
        """Tell whether the caller alone may send this mail now; an old claim, left by a killed process, is void."""
        table = schema.mails
        is_free = table.c.claimed.is_(None) | (table.c.claimed < now - _CLAIM)
        with self._engine.begin() as connection:
            statement = table.update().where((table.c.key == key) & table.c.sent.is_(None) & is_free)
            return connection.execute(statement.values(claimed=now)).rowcount == 1

    def mark_sent(self, key: str, now: datetime.datetime) -> None:
        """Note that a mail has gone."""
        with self._engine.begin() as connection:
            connection.execute(schema.mails.update().where(schema.mails.c.key == key).values(sent=now))


class StaffRecords:
    """Members of staff."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def add(self, record: StaffRecord, *, now: datetime.datetime) -> None:
        """Add a member of staff; raise `StaffExists` if the address is taken."""
        try:
            with self._engine.begin() as connection:
                connection.execute(schema.staff.insert().values(**msgspec.structs.asdict(record), created=now))
        except IntegrityError:
            raise StaffExists from None

    def find(self, email: str) -> StaffRecord | None:
        """Return the member of staff with that address, or None."""
        table = schema.staff
        query = sa.select(table.c.id, table.c.email, table.c.role, table.c.password_hash).where(table.c.email == email)
        with reading(self._engine) as connection:
            row = connection.execute(query).first()
        return msgspec.convert(row_values(row._mapping), StaffRecord) if row else None


class OpeningRecords:
    """How many cases each place opened in each hour; a place is a digest, never an address."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def count(self, place: str, hour: str) -> int:
        """Add one opening and return how many there are now; hours other than this one are forgotten."""
        table = schema.openings
        here = (table.c.place == place) & (table.c.hour == hour)
        with self._engine.begin() as connection:
            connection.execute(table.delete().where(table.c.hour != hour))
            present = connection.execute(sa.select(table.c.count).where(here).with_for_update()).scalar()
            if present is None:
                connection.execute(table.insert().values(place=place, hour=hour, count=1))
                return 1
            connection.execute(table.update().where(here).values(count=present + 1))
            return int(present) + 1
