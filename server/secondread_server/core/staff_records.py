"""What the database remembers for the console, as values. What may hold a person's words has no telling repr."""

import datetime
from enum import StrEnum

import msgspec

from secondread_shared.intake import Intake
from secondread_shared.manifest import Completeness, ItemKind, SourceProblem
from secondread_shared.states import CaseState, PaymentState, Role


class SessionRecord(msgspec.Struct, frozen=True):
    """A signed-in browser. Only the SHA-256 of its id is kept."""

    id_sha256: str
    staff: str
    begun: datetime.datetime
    seen: datetime.datetime


class PersonRecord(msgspec.Struct, frozen=True):
    """A member of staff as the list of people shows them."""

    id: str
    email: str
    role: Role
    is_blocked: bool
    has_password: bool
    link_until: datetime.datetime | None = None
    sessions: int = 0

    def __repr__(self) -> str:
        """Tell the role only."""
        return f"PersonRecord({self.role})"


class NoteKind(StrEnum):
    """Why a text was written."""

    NOTE = "note"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"


class NoteRecord(msgspec.Struct, frozen=True):
    """An internal note, or the reason of a decision."""

    case: str
    staff: str
    kind: NoteKind
    text: str
    written: datetime.datetime
    email: str = ""

    def __repr__(self) -> str:
        """Tell the kind only."""
        return f"NoteRecord({self.kind})"


class AuditAction(StrEnum):
    """What is written down of staff."""

    SIGNED_IN = "signed_in"
    SIGN_IN_REFUSED = "sign_in_refused"
    SIGN_IN_LOCKED = "sign_in_locked"
    SIGNED_OUT = "signed_out"
    PASSWORD_SET = "password_set"  # noqa: S105 - an action's name
    RIGHT_MISSING = "right_missing"
    CASE_REFUSED = "case_refused"
    QUEUE_SEEN = "queue_seen"
    QUEUE_SEARCHED = "queue_searched"
    CASE_SEEN = "case_seen"
    IMAGES_SEEN = "images_seen"
    ATTACHMENT_SEEN = "attachment_seen"
    CASE_DOWNLOADED = "case_downloaded"
    NOTE_ADDED = "note_added"
    CASE_ACCEPTED = "case_accepted"
    CASE_DECLINED = "case_declined"
    CASE_WITHDRAWN = "case_withdrawn"
    CASE_ASSIGNED = "case_assigned"
    AUDIT_SEEN = "audit_seen"
    REPORTS_SEEN = "reports_seen"
    SETTINGS_SEEN = "settings_seen"
    PEOPLE_SEEN = "people_seen"
    PERSON_ADDED = "person_added"
    LINK_MADE = "link_made"
    ROLE_CHANGED = "role_changed"
    PERSON_BLOCKED = "person_blocked"
    PERSON_UNBLOCKED = "person_unblocked"
    PERSON_SIGNED_OUT = "person_signed_out"


class AuditRecord(msgspec.Struct, frozen=True):
    """One line of the audit. `detail` is in code words, or begins with the id of the person whom it is about.

    `place` is a digest of where the call came from.
    """

    at: datetime.datetime
    action: AuditAction
    staff: str | None = None
    case: str | None = None
    detail: str = ""
    place: str = ""


class AuditLine(msgspec.Struct, frozen=True):
    """One line as it is read, with the address and case number that its ids stand for."""

    id: int
    at: datetime.datetime
    action: AuditAction
    staff: str | None
    case: str | None
    detail: str
    email: str | None = None
    number: str | None = None
    about: str | None = None


class AuditFilter(msgspec.Struct, frozen=True):
    """Which lines are asked for, of one day in UTC if `day` is given; `before` is where the page before ended."""

    action: str = ""
    email: str = ""
    case: str = ""
    day: datetime.date | None = None
    before: int | None = None


class QueueEntry(msgspec.Struct, frozen=True):
    """A case as the queue shows it."""

    id: str
    number: str
    state: CaseState
    created: datetime.datetime
    received: datetime.datetime | None
    promised_by: datetime.datetime | None
    instances: int
    needed: tuple[int, ...]
    intake: Intake | None
    identity_outcome: str | None
    payment_state: PaymentState | None
    assignee: str | None = None
    assignee_email: str | None = None

    def __repr__(self) -> str:
        """Tell the state only."""
        return f"QueueEntry({self.state})"


class FileRecord(msgspec.Struct, frozen=True):
    """One item as it can be taken out again."""

    ordinal: int
    kind: ItemKind
    path: str
    size: int
    sha256: str
    is_verified: bool

    def __repr__(self) -> str:
        """Tell the kind only: a path may hold a name."""
        return f"FileRecord({self.kind})"


class FindingsRecord(msgspec.Struct, frozen=True):
    """What the sender's program found out about the images."""

    identity_outcome: str | None = None
    confirmed_because: str | None = None
    problems: list[SourceProblem] = msgspec.field(default_factory=list)
    deidentification: str = "none"
    completeness: Completeness | None = None

    def __repr__(self) -> str:
        """Tell the outcome only."""
        return f"FindingsRecord({self.identity_outcome})"
