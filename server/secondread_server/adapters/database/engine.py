"""Engines with the settings that were measured to matter (SQLite: WAL, BEGIN IMMEDIATE, synchronous FULL)."""

import datetime
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy import event
from sqlalchemy.engine import Connection, Engine, RowMapping
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.pool import ConnectionPoolEntry

from secondread_server.errors import SettingsUnusable
from secondread_shared.durable import make_private_file

_BUSY_TIMEOUT_MS = 30_000


def make_engine(url: str) -> Engine:
    """Return an engine for `sqlite:///…` or `postgresql+psycopg://…`. The caller disposes of it."""
    try:
        if not url.startswith("sqlite"):
            return sa.create_engine(url, pool_pre_ping=True, hide_parameters=True)
        engine = sa.create_engine(url, pool_size=20, max_overflow=20, hide_parameters=True)
    except (sa.exc.ArgumentError, ImportError, ValueError, TypeError):
        raise SettingsUnusable("storage.database_url is not the address of a database that is supported") from None
    if engine.url.database not in (None, "", ":memory:"):
        make_private_file(Path(str(engine.url.database)))
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _prepare_sqlite(connection: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
    assert isinstance(connection, sqlite3.Connection)
    connection.isolation_level = None  # we begin ourselves: a deferred transaction that turns writer fails at once
    for pragma in ("journal_mode=WAL", f"busy_timeout={_BUSY_TIMEOUT_MS}", "synchronous=FULL", "foreign_keys=ON",
                   "secure_delete=ON"):  # fmt: skip
        connection.execute(f"PRAGMA {pragma}")


def scrub(engine: Engine) -> None:
    """Leave nothing of deleted rows in SQLite's write-ahead log; a reader still at work makes it a later call's."""
    if engine.dialect.name != "sqlite":
        return
    connection = engine.raw_connection()
    try:
        connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    finally:
        connection.close()


def _begin_sqlite(connection: Connection) -> None:
    is_reader = connection.get_execution_options().get("is_reader")
    connection.exec_driver_sql("BEGIN" if is_reader else "BEGIN IMMEDIATE")


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """Open a transaction that only reads, and so never waits for a writer on SQLite."""
    with engine.connect().execution_options(is_reader=True) as connection:
        yield connection


def as_utc(moment: datetime.datetime | None) -> datetime.datetime | None:
    """Give a moment its zone back: SQLite stores none."""
    return moment.replace(tzinfo=datetime.UTC) if moment is not None and moment.tzinfo is None else moment


def row_values(row: RowMapping) -> dict[str, Any]:
    """Return a row by column name, with plain strings for names: msgspec takes no subclass."""
    return {str(name): value for name, value in row.items()}
