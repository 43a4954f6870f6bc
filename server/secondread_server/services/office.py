"""The console's collaborators beside the desk's, and what the console needs of the outside."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from secondread_server.core.records import StaffRecord
from secondread_server.core.report import Decision
from secondread_server.core.sign_in_rules import SignInRules
from secondread_server.core.staff_records import (
    AuditFilter,
    AuditLine,
    AuditRecord,
    FileRecord,
    FindingsRecord,
    NoteRecord,
    PersonRecord,
    QueueEntry,
    SessionRecord,
)
from secondread_server.services.collaborators import Desk
from secondread_server.services.image_ports import FrameRenderer, Images
from secondread_shared.consent import ConsentKind
from secondread_shared.states import CaseState, Role


class Sessions(Protocol):
    """The memory of signed-in browsers."""

    def add(self, record: SessionRecord, *, oldest: datetime.datetime) -> None: ...
    def find(self, id_sha256: str) -> SessionRecord | None: ...
    def touch(self, id_sha256: str, now: datetime.datetime) -> None: ...
    def remove(self, id_sha256: str) -> None: ...


class Attempts(Protocol):
    """Counts attempts at signing in."""

    def count(self, subject: str, *, now: datetime.datetime, window: datetime.timedelta) -> int: ...
    def forgive(self, subject: str) -> None: ...


class Audit(Protocol):
    """What staff did. It can be added to and read, nothing else."""

    def add(self, record: AuditRecord) -> None: ...
    def read(self, wanted: AuditFilter, *, limit: int) -> list[AuditLine]: ...
    def holds(self, record: AuditRecord, *, since: datetime.datetime) -> bool:
        """Tell whether the same person's same act stands there since a moment."""


class Staff(Protocol):
    """Members of staff. Of a sign-in link only the digest is kept."""

    def add(self, record: StaffRecord, *, now: datetime.datetime) -> None: ...
    def find(self, email: str) -> StaffRecord | None: ...
    def by_id(self, staff: str) -> StaffRecord | None: ...
    def by_link(self, link_sha256: str, *, now: datetime.datetime) -> StaffRecord | None: ...
    def everybody(self, *, oldest: datetime.datetime) -> list[PersonRecord]: ...
    def give_link(self, staff: str, link_sha256: str, *, until: datetime.datetime) -> None: ...
    def use_link(self, link_sha256: str, password_hash: str, *, now: datetime.datetime) -> StaffRecord | None: ...
    def change_role(self, staff: str, role: Role) -> None: ...
    def block(self, staff: str) -> None: ...
    def unblock(self, staff: str) -> None: ...
    def sign_out(self, staff: str) -> None: ...


class Figures(Protocol):
    """What the reports count."""

    def arrivals(self, since: datetime.datetime, until: datetime.datetime) -> list[datetime.datetime]: ...
    def decisions(self, since: datetime.datetime, until: datetime.datetime) -> list[Decision]: ...


class Passwords(Protocol):
    """Makes digests of passwords and checks them."""

    def digest(self, password: str) -> str: ...

    def is_right(self, password_hash: str | None, password: str) -> bool:
        """Tell whether a password is the one; without a hash it never is, after the same work. Raises `SignInBusy`."""


class CaseBook(Protocol):
    """What the console reads of cases across their tables, and its notes and assignments."""

    def entries(self, states: frozenset[CaseState]) -> list[QueueEntry]: ...
    def entry(self, case: str) -> QueueEntry | None: ...
    def files(self, case: str, *, kind: str | None = None) -> list[FileRecord]: ...
    def findings(self, case: str) -> FindingsRecord: ...
    def given(self, case: str) -> list[tuple[ConsentKind, str, datetime.datetime | None]]: ...
    def add_note(
        self, note: NoteRecord, *, unless_since: datetime.datetime | None = None, line: AuditRecord | None = None
    ) -> None: ...
    def notes(self, case: str) -> list[NoteRecord]: ...
    def assign(
        self,
        case: str,
        staff: str,
        *,
        now: datetime.datetime,
        judge: Callable[[CaseState], CaseState] = ...,
        line: AuditRecord | None = None,
    ) -> None: ...
    def reviewers(self) -> list[StaffRecord]: ...


@dataclass(frozen=True, slots=True)
class Office:
    """Everything that a use case of the console may touch."""

    desk: Desk
    staff: Staff
    sessions: Sessions
    attempts: Attempts
    audit: Audit
    book: CaseBook
    images: Images
    frames: FrameRenderer
    figures: Figures
    passwords: Passwords
    rules: SignInRules


@dataclass(frozen=True, slots=True)
class Caller:
    """Who asks: a member of staff, from a place that is told as a digest."""

    person: StaffRecord
    place: str
