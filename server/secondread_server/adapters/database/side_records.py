"""Small tables: mails that are due, and how many cases each place has opened this hour."""

import datetime

import msgspec
import sqlalchemy as sa
from sqlalchemy.engine import Engine
from sqlalchemy.exc import IntegrityError

from secondread_server.adapters.database import schema
from secondread_server.adapters.database.engine import as_utc, reading, row_values
from secondread_server.core.mail_rules import MOST_ATTEMPTS, pause_after
from secondread_server.core.records import MailRecord


class MailRecords:
    """Mails that are due: unique by key, marked once sent."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def due(self) -> list[MailRecord]:
        """Return the mails that have not been sent and not been tried too often, oldest key first."""
        table = schema.mails
        is_due = table.c.sent.is_(None) & (table.c.attempts < MOST_ATTEMPTS)
        query = sa.select(table.c.key, table.c.case, table.c.kind).where(is_due).order_by(table.c.key)
        with reading(self._engine) as connection:
            return [msgspec.convert(row_values(row._mapping), MailRecord) for row in connection.execute(query)]

    def claim(self, key: str, *, now: datetime.datetime) -> bool:
        """Tell whether the caller alone may send this mail now: it rests after each attempt, for longer each time.

        A claim left by a killed process is an attempt like any other.
        """
        table = schema.mails
        here = (table.c.key == key) & table.c.sent.is_(None)
        with self._engine.begin() as connection:
            query = sa.select(table.c.claimed, table.c.attempts).where(here).with_for_update()
            row = connection.execute(query).first()
            if row is None:
                return False
            claimed = as_utc(row.claimed)
            if claimed is not None and now - claimed < pause_after(row.attempts):
                return False
            connection.execute(table.update().where(here).values(claimed=now, attempts=row.attempts + 1))
        return True

    def given_up(self) -> int:
        """Return how many mails were tried so often that they are left to a person."""
        table = schema.mails
        left = table.c.sent.is_(None) & (table.c.attempts >= MOST_ATTEMPTS)
        with reading(self._engine) as connection:
            return connection.execute(sa.select(sa.func.count()).select_from(table).where(left)).scalar_one()

    def mark_sent(self, key: str, now: datetime.datetime) -> None:
        """Note that a mail has gone."""
        with self._engine.begin() as connection:
            connection.execute(schema.mails.update().where(schema.mails.c.key == key).values(sent=now))


class OpeningRecords:
    """How many cases each place opened in each hour; a place is a digest, never an address."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def count(self, place: str, hour: str) -> int:
        """Add one opening and return how many there are now; hours other than this one are forgotten."""
        try:
            return self._count(place, hour)
        except IntegrityError:  # another one was the first at the same moment
            return self._count(place, hour)

    def _count(self, place: str, hour: str) -> int:
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
