"""The state folder in memory: outbox, parcel files, secrets."""

import hashlib
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import BinaryIO

from secondread_desktop.core.submission import Outcome, Parcel, Plan, Planned, Source, Staged, Submission
from secondread_desktop.errors import (
    ParcelLost,
)
from secondread_shared.manifest import SourceProblem


class MemoryCredentials:
    def __init__(self) -> None:
        self.tokens: dict[str, str] = {}
        self.secrets: dict[str, tuple[str, ...]] = {}

    def is_private_file(self) -> bool:
        return False

    def save(self, case: str, token: str) -> None:
        self.tokens[case] = token

    def read(self, case: str) -> str | None:
        return self.tokens.get(case)

    def save_passwords(self, case: str, passwords: Sequence[str]) -> None:
        if passwords:
            self.secrets[case] = tuple(passwords)

    def passwords(self, case: str) -> tuple[str, ...]:
        return self.secrets.get(case, ())

    def forget_passwords(self, case: str) -> None:
        self.secrets.pop(case, None)

    def forget(self, case: str) -> None:
        self.tokens.pop(case, None)
        self.secrets.pop(case, None)


class _Kept(io.BytesIO):
    """A parcel in memory whose bytes stay when it is closed."""

    def __init__(self, shelf: dict[tuple[str, int], bytes], place: tuple[str, int]) -> None:
        super().__init__()
        self._shelf, self.place = shelf, place

    def close(self) -> None:
        if not self.closed:
            self._shelf[self.place] = self.getvalue()
        super().close()


class MemoryStaging:
    def __init__(self) -> None:
        self.files: dict[tuple[str, int], bytes] = {}

    def begin(self, case: str, ordinal: int) -> BinaryIO:
        return _Kept(self.files, (case, ordinal))

    def close(self, case: str, file: BinaryIO) -> tuple[int, str]:
        assert isinstance(file, _Kept)
        file.close()
        content = self.files[file.place]
        return len(content), hashlib.sha256(content).hexdigest()

    def open(self, case: str, parcel: Parcel) -> BinaryIO:
        content = self.files.get((case, parcel.ordinal))
        if content is None or len(content) != parcel.size:
            raise ParcelLost(parcel.ordinal)
        return io.BytesIO(content)

    def spool(self, case: str) -> BinaryIO:
        return io.BytesIO()

    def keep_only(self, case: str, ordinals: set[int]) -> None:
        for place in [place for place in self.files if place[0] == case and place[1] not in ordinals]:
            del self.files[place]

    def forget(self, case: str) -> None:
        self.keep_only(case, set())


@dataclass
class _Row:
    """A submission in memory with all that hangs on it."""

    submission: Submission
    intake: bytes | None
    sources: list[Source]
    planned: list[Planned]
    scanned: list[SourceProblem]
    staged: dict[int, Staged] = field(default_factory=dict)  # by place
    parcel_of: dict[int, int] = field(default_factory=dict)  # item ordinal to parcel ordinal
    left_out: dict[int, str] = field(default_factory=dict)
    parcels: dict[int, Parcel] = field(default_factory=dict)
    outcome: Outcome | None = None


class MemoryOutbox:
    def __init__(self) -> None:
        self.rows: dict[str, _Row] = {}

    def plan(self, plan: Plan) -> None:
        assert plan.submission.key not in {row.submission.key for row in self.rows.values()}
        self.rows[plan.submission.case] = _Row(
            plan.submission, plan.intake, list(plan.sources), list(plan.entries), list(plan.problems)
        )

    def find(self, *, case: str | None = None, key: str | None = None) -> Submission | None:
        for row in self.rows.values():
            names = {row.submission.case, row.submission.case_number} - {None}
            if case in names or row.submission.key == key:
                return row.submission
        return None

    def pending(self) -> list[Submission]:
        return [row.submission for row in self.rows.values() if row.outcome is None]

    def note_case_number(self, case: str, case_number: str) -> None:
        self._change(case, case_number=case_number)

    def intake(self, case: str) -> bytes | None:
        return self.rows[case].intake if case in self.rows else None

    def erase_intake(self, case: str) -> None:
        self.rows[case].intake = None

    def note_round(self, case: str, number: int) -> None:
        self._change(case, round=number)

    def add_effort(self, case: str, *, bytes_sent: int, seconds: float) -> None:
        now = self.rows[case].submission
        self._change(case, bytes_sent=now.bytes_sent + bytes_sent, seconds=now.seconds + seconds)

    def finish(self, outcome: Outcome) -> None:
        row = self.rows[outcome.case]
        self.rows[outcome.case] = _Row(row.submission, None, [], [], [], outcome=outcome)

    def outcome(self, case: str) -> Outcome | None:
        return self.rows[case].outcome if case in self.rows else None

    def read_again(self, case: str) -> None:
        self.rows[case].left_out.clear()

    def forget(self, case: str) -> None:
        self.rows.pop(case, None)

    def _change(self, case: str, **changes: object) -> None:
        self.rows[case].submission = replace(self.rows[case].submission, **changes)


class MemoryStock:
    def __init__(self, outbox: MemoryOutbox, case: str) -> None:
        self._outbox, self._case = outbox, case

    @property
    def _row(self) -> _Row:
        return self._outbox.rows[self._case]

    def sources(self) -> list[Source]:
        return self._row.sources

    def unstaged(self) -> list[Planned]:
        row = self._row
        return [entry for entry in row.planned if entry.place not in row.staged and entry.place not in row.left_out]

    def staged(self) -> list[Staged]:
        return sorted(self._row.staged.values(), key=lambda entry: entry.ordinal)

    def totals(self) -> tuple[int, int]:
        kept = [entry for entry in self._row.planned if entry.place not in self._row.left_out]
        return len(kept), sum(entry.size for entry in kept)

    def next_ordinals(self) -> tuple[int, int]:
        items = [entry.ordinal for entry in self._row.staged.values()]
        return max(items, default=0) + 1, max(self._row.parcels, default=0) + 1

    def close_parcel(self, parcel: Parcel, entries: Iterable[Staged]) -> None:
        assert parcel.ordinal not in self._row.parcels
        self._row.parcels[parcel.ordinal] = replace(parcel, url=None, is_sent=False)
        for entry in entries:
            self._row.staged[entry.planned.place] = entry
            self._row.parcel_of[entry.ordinal] = parcel.ordinal

    def replace_parcel(self, lost: int, parcel: Parcel) -> None:
        self.close_parcel(parcel, [])
        for item, place in list(self._row.parcel_of.items()):
            if place == lost:
                self._row.parcel_of[item] = parcel.ordinal
        del self._row.parcels[lost]

    def record_problem(self, place: int, code: str) -> None:
        self._row.left_out[place] = code

    def problems(self) -> list[SourceProblem]:
        paths = {entry.place: entry.path for entry in self._row.planned}
        left_out = [SourceProblem(code, paths[place]) for place, code in sorted(self._row.left_out.items())]
        return self._row.scanned + left_out

    def parcels(self) -> list[Parcel]:
        return [self._row.parcels[ordinal] for ordinal in sorted(self._row.parcels)]

    def parcel_of(self, ordinal: int) -> int:
        return self._row.parcel_of.get(ordinal, 0)

    def note_upload(self, ordinal: int, *, url: str | None, is_sent: bool) -> None:
        self._row.parcels[ordinal] = replace(self._row.parcels[ordinal], url=url, is_sent=is_sent)


class MemoryDrafts:
    """A draft in memory; `aside` is what could not be read."""

    def __init__(self) -> None:
        self.content: bytes | None = None
        self.aside: bytes | None = None

    def keep(self, content: bytes) -> None:
        self.content = content

    def read(self) -> bytes | None:
        return self.content

    def put_aside(self) -> None:
        self.content, self.aside = None, self.content

    def discard(self) -> None:
        self.content = self.aside = None
