"""The outbox's SQLite file: private, durable, one version of its tables, one owner at a time."""

import os
import sqlite3
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from secondread_desktop.errors import DesktopError, DiskFull, StateInUse, StateUnusable

VERSION = 3
_STEPS = {  # from each older version to the next
    1: "ALTER TABLE submission ADD COLUMN request TEXT NOT NULL DEFAULT ''",
    2: "ALTER TABLE submission ADD COLUMN completeness BLOB",
}
_TABLES = """
CREATE TABLE submission (
    case_id TEXT PRIMARY KEY,
    number INTEGER UNIQUE NOT NULL,       -- order of planning
    key TEXT UNIQUE NOT NULL,
    receiver TEXT NOT NULL,
    case_number TEXT,
    intake BLOB,                          -- until the receiver has it
    identity BLOB NOT NULL,
    round INTEGER NOT NULL DEFAULT 0,
    bytes_sent INTEGER NOT NULL DEFAULT 0,
    seconds REAL NOT NULL DEFAULT 0,
    outcome BLOB,                         -- once it has ended
    request TEXT NOT NULL DEFAULT '',     -- digest of what was asked
    completeness BLOB                     -- as found
) STRICT;
CREATE TABLE source (
    case_id TEXT NOT NULL REFERENCES submission ON DELETE CASCADE,
    number INTEGER NOT NULL,
    root BLOB NOT NULL,                   -- as the file system spells it
    PRIMARY KEY (case_id, number)
) STRICT, WITHOUT ROWID;
CREATE TABLE parcel (
    case_id TEXT NOT NULL REFERENCES submission ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    size INTEGER NOT NULL,
    sha256 TEXT NOT NULL,
    round INTEGER NOT NULL,
    url TEXT,
    is_sent INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (case_id, ordinal)
) STRICT, WITHOUT ROWID;
CREATE TABLE entry (
    case_id TEXT NOT NULL REFERENCES submission ON DELETE CASCADE,
    place INTEGER NOT NULL,               -- order on the medium
    planned BLOB NOT NULL,
    planned_size INTEGER NOT NULL,
    ordinal INTEGER,                      -- from here on: once it is in a closed parcel
    size INTEGER,
    sha256 TEXT,
    parcel INTEGER,
    problem TEXT,                         -- why it is left out
    PRIMARY KEY (case_id, place),
    UNIQUE (case_id, ordinal),
    FOREIGN KEY (case_id, parcel) REFERENCES parcel (case_id, ordinal),
    CHECK (problem IS NULL OR ordinal IS NULL)
) STRICT;
CREATE TABLE problem (
    case_id TEXT NOT NULL REFERENCES submission ON DELETE CASCADE,
    number INTEGER NOT NULL,
    code TEXT NOT NULL,
    path TEXT NOT NULL,
    PRIMARY KEY (case_id, number)
) STRICT, WITHOUT ROWID;
"""


class OutboxDatabase:
    """One connection for all threads of this process, used by one at a time."""

    def __init__(self, folder: Path) -> None:
        self._lock = threading.RLock()
        path = folder / "outbox.sqlite"
        try:
            os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
            self._connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False, timeout=30)
        except (OSError, sqlite3.Error):
            raise StateUnusable from None
        try:
            with _translated():
                self._prepare()
        except DesktopError:
            self._connection.close()
            raise

    def close(self) -> None:
        """Close the file; further calls fail."""
        with self._lock:
            self._connection.close()

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """Run the block as one durable transaction. Raises `DiskFull`, `StateUnusable`."""
        with self._lock, _translated():
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield self._connection
            except BaseException:
                self._connection.execute("ROLLBACK")
                raise
            self._connection.execute("COMMIT")

    def rows(self, query: str, *values: object) -> list[sqlite3.Row]:
        """Return all rows of a query."""
        with self._lock, _translated():
            return self._connection.execute(query, values).fetchall()

    def scrub(self) -> None:
        """Move the write-ahead log into the file and empty it, so that no deleted row survives there."""
        with self._lock, _translated():
            self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    def _prepare(self) -> None:
        self._connection.row_factory = sqlite3.Row
        for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "secure_delete=ON"):
            self._connection.execute(f"PRAGMA {pragma}").fetchall()
        version = self._connection.execute("PRAGMA user_version").fetchone()[0]
        if version == 0:
            self._connection.executescript(f"BEGIN IMMEDIATE; {_TABLES} PRAGMA user_version={VERSION}; COMMIT;")
        elif version in _STEPS:
            steps = "; ".join(_STEPS[number] for number in range(version, VERSION))
            self._connection.executescript(f"BEGIN IMMEDIATE; {steps}; PRAGMA user_version={VERSION}; COMMIT;")
        elif version != VERSION:
            raise StateUnusable


@contextmanager
def _translated() -> Iterator[None]:
    try:
        yield
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode == sqlite3.SQLITE_FULL:
            raise DiskFull from None
        raise StateUnusable from None
    except sqlite3.DatabaseError as error:
        if isinstance(error, sqlite3.IntegrityError):
            raise
        raise StateUnusable from None


class OwnerLock:
    """Held by the one program that may change a state folder; the system lets go of it when the program dies."""

    def __init__(self, folder: Path) -> None:
        self._file: IO[bytes] = os.fdopen(os.open(folder / "owner.lock", os.O_RDWR | os.O_CREAT, 0o600), "r+b")
        try:
            _lock(self._file)
        except OSError:
            self._file.close()
            raise StateInUse from None

    def release(self) -> None:
        """Let another program have the folder."""
        self._file.close()


def _lock(file: IO[bytes]) -> None:
    if sys.platform == "win32":
        import msvcrt

        file.seek(0)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)


def open_owner_lock(folder: Path) -> OwnerLock:
    """Take the lock. Raises `StateInUse`, `StateUnusable`."""
    try:
        return OwnerLock(folder)
    except OSError:
        raise StateUnusable from None
