"""The values of a submission: what is planned, what is staged, and the manifest that follows from them."""

from dataclasses import dataclass, field, replace

import msgspec

from secondread_desktop.core.nothing_found import LOCKED, NO_ROOM_CODE
from secondread_shared.manifest import (
    MAX_PROBLEMS,
    Completeness,
    IdentityDecision,
    ItemKind,
    Manifest,
    ManifestItem,
    SourceProblem,
)

# Why a file that was planned is left out while staging; the other problems are the scan's.
LEFT_OUT = frozenset({"source_changed", "source_unreadable", "source_vanished", "too_large"})
_ARCHIVES = frozenset(
    {"archive_damaged", "archive_too_deep", "archive_too_large", "image_unknown", "member_damaged", "member_unknown"}
)
COPY_CODE = "copy"  # the very bytes of this instance are staged already, from another disc
_NOT_SENT = (
    LEFT_OUT | _ARCHIVES | LOCKED | {NO_ROOM_CODE, "blank", "header_unreadable", "not_opened", "too_deep", "unreadable"}
)


@dataclass(frozen=True, slots=True)
class Source:
    """Where files come from: a folder or mounted disc, or the folder of a named document."""

    number: int
    root: str


@dataclass(frozen=True, slots=True)
class Copy:
    """Where the very bytes of a planned file lie once more."""

    source: int
    parts: tuple[str, ...]
    mtime_ns: int


@dataclass(frozen=True, slots=True)
class Planned:
    """One file to be staged: where it is, what it was when it was found, and the path it will have in the case."""

    place: int  # its order on the medium, from 1
    source: int
    parts: tuple[str, ...]
    size: int
    mtime_ns: int
    kind: ItemKind
    path: str
    study_instance_uid: str | None = None
    series_instance_uid: str | None = None
    sop_instance_uid: str | None = None
    sop_class_uid: str | None = None
    transfer_syntax_uid: str | None = None
    modality: str | None = None
    copies: tuple[Copy, ...] = ()

    @property
    def places(self) -> "tuple[Planned, ...]":
        """Where it can be read, in the order to try: a scratch on one disc is seldom on the other's copy too."""
        others = [
            replace(self, source=copy.source, parts=copy.parts, mtime_ns=copy.mtime_ns, copies=())
            for copy in self.copies
        ]
        return (self, *others)


@dataclass(frozen=True, slots=True)
class Staged:
    """A planned file whose bytes are in a closed parcel: its number in the case, and size and SHA-256 of them."""

    planned: Planned
    ordinal: int
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Parcel:
    """A closed parcel. `round` is 0 for the first sending, then counts what the receiver asked for again."""

    ordinal: int
    size: int
    sha256: str
    round: int = 0
    url: str | None = None
    is_sent: bool = False


@dataclass(frozen=True, slots=True)
class Submission:
    """A case as this computer knows it. The truth about its state is the receiver's."""

    case: str
    key: str
    receiver: str
    identity: IdentityDecision
    case_number: str | None = None
    round: int = 0
    bytes_sent: int = 0
    seconds: float = 0.0
    request: str = ""  # digest of what was asked, so that its key stands for nothing else
    completeness: Completeness | None = None  # as found; a case planned by an older version has none


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a submission ended, as the last line of `send` tells it. `problems` counts what could not be sent."""

    case: str
    case_number: str
    state: str
    instances: int
    verified: int
    attachments: int
    bytes_original: int
    bytes_sent: int
    seconds: float
    problems: int = 0


@dataclass(frozen=True, slots=True)
class Plan:
    """All that a new submission starts from."""

    submission: Submission
    sources: tuple[Source, ...]
    entries: tuple[Planned, ...]
    intake: bytes = field(repr=False)
    problems: tuple[SourceProblem, ...] = ()


def build_manifest(submission: Submission, *, staged: list[Staged], problems: list[SourceProblem]) -> Manifest:
    """Return the final manifest; the same staged files always give the same one."""
    found = submission.completeness
    read = sum(entry.planned.kind is ItemKind.INSTANCE for entry in staged)
    copies = sum(problem.code == COPY_CODE for problem in problems)
    return Manifest(
        format=1,
        case=submission.case,
        items=[_item(entry) for entry in sorted(staged, key=lambda entry: entry.ordinal)],
        problems=problems[:MAX_PROBLEMS],
        identity=submission.identity,
        completeness=found and _counted(found, read=read, copies=copies),
    )


def _counted(found: Completeness, *, read: int, copies: int) -> Completeness:
    """Return what was found with what was read; a copy that staging met is no image of its own."""
    return msgspec.structs.replace(found, found=found.found - copies, read=read, copies=found.copies + copies)


def not_sent(problems: list[SourceProblem]) -> list[SourceProblem]:
    """Return the problems of files that were wanted and could not be sent."""
    return [problem for problem in problems if problem.code in _NOT_SENT]


def _item(entry: Staged) -> ManifestItem:
    planned = entry.planned
    return ManifestItem(
        ordinal=entry.ordinal,
        kind=planned.kind,
        path=planned.path,
        size=entry.size,
        sha256=entry.sha256,
        study_instance_uid=planned.study_instance_uid,
        series_instance_uid=planned.series_instance_uid,
        sop_instance_uid=planned.sop_instance_uid,
        sop_class_uid=planned.sop_class_uid,
        transfer_syntax_uid=planned.transfer_syntax_uid,
        modality=planned.modality,
    )
