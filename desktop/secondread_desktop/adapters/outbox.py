"""The outbox in SQLite: see `ports.Outbox` and `ports.Stock`."""

import os
import sqlite3
from collections.abc import Iterable

import msgspec

from secondread_desktop.adapters.outbox_database import OutboxDatabase
from secondread_desktop.core.submission import Copy, Outcome, Parcel, Plan, Planned, Source, Staged, Submission
from secondread_shared.manifest import Completeness, IdentityDecision, SourceProblem


class SqliteOutbox:
    """All submissions of a state folder."""

    def __init__(self, database: OutboxDatabase) -> None:
        self._database = database

    def plan(self, plan: Plan) -> None:
        """Write a whole new submission."""
        submission = plan.submission
        case = submission.case
        with self._database.transaction() as connection:
            connection.execute(
                "INSERT INTO submission (case_id, number, key, receiver, intake, identity, request, completeness) "
                "VALUES (?, (SELECT coalesce(max(number), 0) + 1 FROM submission), ?, ?, ?, ?, ?, ?)",
                (
                    case,
                    submission.key,
                    submission.receiver,
                    plan.intake,
                    msgspec.json.encode(submission.identity),
                    submission.request,
                    msgspec.json.encode(submission.completeness),
                ),
            )
            connection.executemany(
                "INSERT INTO source VALUES (?, ?, ?)",
                [(case, source.number, os.fsencode(source.root)) for source in plan.sources],
            )
            connection.executemany(
                "INSERT INTO entry (case_id, place, planned, planned_size) VALUES (?, ?, ?, ?)",
                [(case, entry.place, _pack(entry), entry.size) for entry in plan.entries],
            )
            connection.executemany(
                "INSERT INTO problem VALUES (?, ?, ?, ?)",
                [(case, number, problem.code, problem.path) for number, problem in enumerate(plan.problems, start=1)],
            )

    def find(self, *, case: str | None = None, key: str | None = None) -> Submission | None:
        """Return a submission by case id, case number or key."""
        rows = self._database.rows(
            "SELECT * FROM submission WHERE case_id = ? OR case_number = ? OR key = ?", case, case, key
        )
        return _submission(rows[0]) if rows else None

    def pending(self) -> list[Submission]:
        """Return the submissions that are not ended."""
        rows = self._database.rows("SELECT * FROM submission WHERE outcome IS NULL ORDER BY number")
        return [_submission(row) for row in rows]

    def note_case_number(self, case: str, case_number: str) -> None:
        """Remember the number for people."""
        self._change("UPDATE submission SET case_number = ? WHERE case_id = ?", case_number, case)

    def intake(self, case: str) -> bytes | None:
        """Return the intake message, while it is here."""
        rows = self._database.rows("SELECT intake FROM submission WHERE case_id = ?", case)
        return rows[0]["intake"] if rows else None

    def erase_intake(self, case: str) -> None:
        """Remove the intake message, from the log of the database too."""
        self._change("UPDATE submission SET intake = NULL WHERE case_id = ?", case)
        self._database.scrub()

    def note_round(self, case: str, number: int) -> None:
        """Remember the last finished round."""
        self._change("UPDATE submission SET round = ? WHERE case_id = ?", number, case)

    def add_effort(self, case: str, *, bytes_sent: int, seconds: float) -> None:
        """Add to what was sent and how long it took."""
        self._change(
            "UPDATE submission SET bytes_sent = bytes_sent + ?, seconds = seconds + ? WHERE case_id = ?",
            bytes_sent,
            seconds,
            case,
        )

    def finish(self, outcome: Outcome) -> None:
        """Keep the outcome; forget where everything came from."""
        with self._database.transaction() as connection:
            for table in ("entry", "source", "parcel", "problem"):
                connection.execute(f"DELETE FROM {table} WHERE case_id = ?", (outcome.case,))  # noqa: S608
            connection.execute(
                "UPDATE submission SET outcome = ?, intake = NULL WHERE case_id = ?",
                (msgspec.json.encode(outcome), outcome.case),
            )
        self._database.scrub()

    def outcome(self, case: str) -> Outcome | None:
        """Return how a submission ended."""
        rows = self._database.rows("SELECT outcome FROM submission WHERE case_id = ?", case)
        stored = rows[0]["outcome"] if rows else None
        return None if stored is None else msgspec.json.decode(stored, type=Outcome)

    def read_again(self, case: str) -> None:
        """Forget which entries were left out."""
        self._change("UPDATE entry SET problem = NULL WHERE case_id = ?", case)

    def forget(self, case: str) -> None:
        """Remove every trace."""
        self._change("DELETE FROM submission WHERE case_id = ?", case)
        self._database.scrub()

    def _change(self, statement: str, *values: object) -> None:
        with self._database.transaction() as connection:
            connection.execute(statement, values)


class SqliteStock:
    """Entries and parcels of one case."""

    def __init__(self, database: OutboxDatabase, case: str) -> None:
        self._database = database
        self._case = case

    def sources(self) -> list[Source]:
        """Return where the entries come from."""
        rows = self._database.rows("SELECT * FROM source WHERE case_id = ? ORDER BY number", self._case)
        return [Source(row["number"], os.fsdecode(row["root"])) for row in rows]

    def unstaged(self) -> list[Planned]:
        """Return what is still to be read."""
        rows = self._database.rows(
            "SELECT planned FROM entry WHERE case_id = ? AND ordinal IS NULL AND problem IS NULL ORDER BY place",
            self._case,
        )
        return [_unpack(row["planned"]) for row in rows]

    def staged(self) -> list[Staged]:
        """Return what is in closed parcels."""
        rows = self._database.rows(
            "SELECT * FROM entry WHERE case_id = ? AND ordinal IS NOT NULL ORDER BY ordinal", self._case
        )
        return [Staged(_unpack(row["planned"]), row["ordinal"], row["size"], row["sha256"]) for row in rows]

    def totals(self) -> tuple[int, int]:
        """Return the number and size of the entries without a problem."""
        row = self._database.rows(
            "SELECT count(*) AS files, coalesce(sum(planned_size), 0) AS bytes FROM entry "
            "WHERE case_id = ? AND problem IS NULL",
            self._case,
        )[0]
        return row["files"], row["bytes"]

    def next_ordinals(self) -> tuple[int, int]:
        """Return the next free ordinal of an item and of a parcel."""
        row = self._database.rows(
            "SELECT (SELECT coalesce(max(ordinal), 0) + 1 FROM entry WHERE case_id = ?) AS item, "
            "(SELECT coalesce(max(ordinal), 0) + 1 FROM parcel WHERE case_id = ?) AS parcel",
            self._case,
            self._case,
        )[0]
        return row["item"], row["parcel"]

    def close_parcel(self, parcel: Parcel, entries: Iterable[Staged]) -> None:
        """Write a closed parcel and its entries in one transaction."""
        with self._database.transaction() as connection:
            connection.execute(
                "INSERT INTO parcel (case_id, ordinal, size, sha256, round) VALUES (?, ?, ?, ?, ?)",
                (self._case, parcel.ordinal, parcel.size, parcel.sha256, parcel.round),
            )
            connection.executemany(
                "UPDATE entry SET ordinal = ?, size = ?, sha256 = ?, parcel = ? WHERE case_id = ? AND place = ?",
                [
                    (entry.ordinal, entry.size, entry.sha256, parcel.ordinal, self._case, entry.planned.place)
                    for entry in entries
                ],
            )

    def replace_parcel(self, lost: int, parcel: Parcel) -> None:
        """Put a closed parcel in the place of a lost one, with its entries, in one transaction."""
        with self._database.transaction() as connection:
            connection.execute(
                "INSERT INTO parcel (case_id, ordinal, size, sha256, round) VALUES (?, ?, ?, ?, ?)",
                (self._case, parcel.ordinal, parcel.size, parcel.sha256, parcel.round),
            )
            connection.execute(
                "UPDATE entry SET parcel = ? WHERE case_id = ? AND parcel = ?", (parcel.ordinal, self._case, lost)
            )
            connection.execute("DELETE FROM parcel WHERE case_id = ? AND ordinal = ?", (self._case, lost))

    def record_problem(self, place: int, code: str) -> None:
        """Leave out a planned entry."""
        with self._database.transaction() as connection:
            connection.execute(
                "UPDATE entry SET problem = ? WHERE case_id = ? AND place = ?", (code, self._case, place)
            )

    def problems(self) -> list[SourceProblem]:
        """Return what the scan could not take, then what staging could not read."""
        scanned = self._database.rows("SELECT code, path FROM problem WHERE case_id = ? ORDER BY number", self._case)
        left_out = self._database.rows(
            "SELECT problem, planned FROM entry WHERE case_id = ? AND problem IS NOT NULL ORDER BY place", self._case
        )
        return [
            *(SourceProblem(row["code"], row["path"]) for row in scanned),
            *(SourceProblem(row["problem"], _unpack(row["planned"]).path) for row in left_out),
        ]

    def parcels(self) -> list[Parcel]:
        """Return the closed parcels."""
        rows = self._database.rows("SELECT * FROM parcel WHERE case_id = ? ORDER BY ordinal", self._case)
        return [
            Parcel(row["ordinal"], row["size"], row["sha256"], row["round"], row["url"], bool(row["is_sent"]))
            for row in rows
        ]

    def parcel_of(self, ordinal: int) -> int:
        """Return the parcel that first took an item; 0 for one that is nowhere."""
        rows = self._database.rows("SELECT parcel FROM entry WHERE case_id = ? AND ordinal = ?", self._case, ordinal)
        return rows[0]["parcel"] if rows else 0

    def note_upload(self, ordinal: int, *, url: str | None, is_sent: bool) -> None:
        """Remember the upload of a parcel."""
        with self._database.transaction() as connection:
            connection.execute(
                "UPDATE parcel SET url = ?, is_sent = ? WHERE case_id = ? AND ordinal = ?",
                (url, int(is_sent), self._case, ordinal),
            )


def _submission(row: sqlite3.Row) -> Submission:
    return Submission(
        case=row["case_id"],
        key=row["key"],
        receiver=row["receiver"],
        identity=msgspec.json.decode(row["identity"], type=IdentityDecision),
        case_number=row["case_number"],
        round=row["round"],
        bytes_sent=row["bytes_sent"],
        seconds=row["seconds"],
        request=row["request"],
        completeness=msgspec.json.decode(row["completeness"] or b"null", type=Completeness | None),
    )


class _CopyRow(msgspec.Struct, frozen=True):
    source: int
    parts: list[bytes]
    mtime_ns: int


class _PlannedRow(msgspec.Struct, frozen=True):
    """A planned entry at rest; raw names are bytes, for they need not be UTF-8. Older versions wrote no copies."""

    parts: list[bytes]
    rest: dict[str, str | int | None]
    copies: list[_CopyRow] = []


def _pack(entry: Planned) -> bytes:
    rest = {name: getattr(entry, name) for name in Planned.__slots__ if name not in ("parts", "copies")}
    copies = [_CopyRow(copy.source, _raw(copy.parts), copy.mtime_ns) for copy in entry.copies]
    return msgspec.msgpack.encode(_PlannedRow(_raw(entry.parts), rest, copies))


def _unpack(stored: bytes) -> Planned:
    row = msgspec.msgpack.decode(stored, type=_PlannedRow)
    copies = tuple(Copy(copy.source, _names(copy.parts), copy.mtime_ns) for copy in row.copies)
    return msgspec.convert({**row.rest, "parts": _names(row.parts), "copies": copies}, Planned)


def _raw(parts: tuple[str, ...]) -> list[bytes]:
    return [os.fsencode(part) for part in parts]


def _names(parts: list[bytes]) -> tuple[str, ...]:
    return tuple(os.fsdecode(part) for part in parts)
