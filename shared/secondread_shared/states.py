"""The states that both sides speak of, and the roles of staff."""

from enum import StrEnum


class CaseState(StrEnum):
    """Where a case stands. The moves between them live in the server's `core/case.py`."""

    DRAFT = "draft"
    UPLOADING = "uploading"
    VERIFYING = "verifying"
    RECEIVED = "received"
    NEEDS_MORE = "needs_more"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"
    ASSIGNED = "assigned"
    IN_REVIEW = "in_review"
    OPINION_READY = "opinion_ready"
    PUBLISHED = "published"
    CLOSED = "closed"
    EXPIRED = "expired"


SENDING_STATES = frozenset({CaseState.DRAFT, CaseState.UPLOADING, CaseState.VERIFYING, CaseState.NEEDS_MORE})
ENDED_STATES = frozenset({CaseState.DECLINED, CaseState.WITHDRAWN, CaseState.CLOSED, CaseState.EXPIRED})
ARRIVED_STATES = frozenset(CaseState) - SENDING_STATES - {CaseState.WITHDRAWN, CaseState.EXPIRED}


class PaymentState(StrEnum):
    """Where the payment of a case stands."""

    NOT_REQUIRED = "not_required"
    UNPAID = "unpaid"
    PENDING = "pending"
    AUTHORISED = "authorised"
    DECLINED = "declined"
    CANCELLED = "cancelled"
    CAPTURED = "captured"
    RELEASED = "released"
    INVOICED = "invoiced"


SETTLED_ENOUGH_TO_SEND = frozenset(
    {PaymentState.NOT_REQUIRED, PaymentState.AUTHORISED, PaymentState.CAPTURED, PaymentState.INVOICED}
)


class Role(StrEnum):
    """What a member of staff may do."""

    ADMINISTRATOR = "administrator"
    COORDINATOR = "coordinator"
    REVIEWER = "reviewer"
    FRONT_DESK = "front_desk"
    AUDITOR = "auditor"
