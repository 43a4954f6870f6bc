"""The life of a case as a table: `(state, event) -> state`. What is not in the table is forbidden."""

from enum import StrEnum

from secondread_server.core.records import CaseRecord
from secondread_server.errors import ManifestChanged, WrongCaseState
from secondread_shared.states import CaseState


class CaseEvent(StrEnum):
    """What can happen to a case."""

    INTAKE_TAKEN = "intake_taken"
    COMPLETED = "completed"
    VERIFIED = "verified"
    FOUND_MISSING = "found_missing"
    VERIFY_AGAIN = "verify_again"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    ASSIGNED = "assigned"
    REVIEW_STARTED = "review_started"
    OPINION_WRITTEN = "opinion_written"
    OPINION_REOPENED = "opinion_reopened"
    PUBLISHED = "published"
    CLOSED = "closed"
    WITHDRAWN = "withdrawn"
    LAPSED = "lapsed"


_S, _E = CaseState, CaseEvent
MOVES: dict[tuple[CaseState, CaseEvent], CaseState] = {
    (_S.DRAFT, _E.INTAKE_TAKEN): _S.UPLOADING,
    (_S.DRAFT, _E.WITHDRAWN): _S.WITHDRAWN,
    (_S.DRAFT, _E.LAPSED): _S.EXPIRED,
    (_S.UPLOADING, _E.INTAKE_TAKEN): _S.UPLOADING,
    (_S.UPLOADING, _E.COMPLETED): _S.VERIFYING,
    (_S.UPLOADING, _E.WITHDRAWN): _S.WITHDRAWN,
    (_S.UPLOADING, _E.LAPSED): _S.EXPIRED,
    (_S.VERIFYING, _E.VERIFIED): _S.RECEIVED,
    (_S.VERIFYING, _E.FOUND_MISSING): _S.NEEDS_MORE,
    (_S.VERIFYING, _E.VERIFY_AGAIN): _S.VERIFYING,
    (_S.VERIFYING, _E.WITHDRAWN): _S.WITHDRAWN,
    (_S.NEEDS_MORE, _E.COMPLETED): _S.VERIFYING,
    (_S.NEEDS_MORE, _E.WITHDRAWN): _S.WITHDRAWN,
    (_S.NEEDS_MORE, _E.LAPSED): _S.EXPIRED,
    (_S.RECEIVED, _E.ACCEPTED): _S.ACCEPTED,
    (_S.RECEIVED, _E.DECLINED): _S.DECLINED,
    (_S.RECEIVED, _E.WITHDRAWN): _S.WITHDRAWN,
    (_S.ACCEPTED, _E.ASSIGNED): _S.ASSIGNED,
    (_S.ACCEPTED, _E.WITHDRAWN): _S.WITHDRAWN,
    (_S.ASSIGNED, _E.ASSIGNED): _S.ASSIGNED,
    (_S.ASSIGNED, _E.REVIEW_STARTED): _S.IN_REVIEW,
    (_S.ASSIGNED, _E.WITHDRAWN): _S.WITHDRAWN,
    (_S.IN_REVIEW, _E.ASSIGNED): _S.ASSIGNED,
    (_S.IN_REVIEW, _E.OPINION_WRITTEN): _S.OPINION_READY,
    (_S.IN_REVIEW, _E.WITHDRAWN): _S.WITHDRAWN,
    (_S.OPINION_READY, _E.OPINION_REOPENED): _S.IN_REVIEW,
    (_S.OPINION_READY, _E.PUBLISHED): _S.PUBLISHED,
    (_S.OPINION_READY, _E.WITHDRAWN): _S.WITHDRAWN,
    (_S.PUBLISHED, _E.CLOSED): _S.CLOSED,
}
UPLOAD_STATES = frozenset({CaseState.UPLOADING, CaseState.NEEDS_MORE})
# Accepted and not undone: what is authorised is to be captured.
AT_WORK_STATES = frozenset({_S.ACCEPTED, _S.ASSIGNED, _S.IN_REVIEW, _S.OPINION_READY, _S.PUBLISHED, _S.CLOSED})


def may_take_manifest(record: CaseRecord) -> None:
    """Raise `ManifestChanged` if a manifest stands, `WrongCaseState` if the case takes none now."""
    if record.manifest_sha256 is not None:
        raise ManifestChanged
    if record.state not in UPLOAD_STATES:
        raise WrongCaseState(f"manifest_in_{record.state}")


def next_state(state: CaseState, event: CaseEvent) -> CaseState:
    """Return where an event leads; raise `WrongCaseState` if the case does not allow it now."""
    try:
        return MOVES[state, event]
    except KeyError:
        raise WrongCaseState(f"{event}_in_{state}") from None
