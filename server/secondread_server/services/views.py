"""What the desktop is told of a case: read from the memory, never kept."""

import datetime

from secondread_server.core.records import CaseRecord
from secondread_server.errors import WrongCaseState
from secondread_server.services.collaborators import Desk
from secondread_shared.contract import FORMAT, CaseView, Receipt
from secondread_shared.states import ARRIVED_STATES, PaymentState


def case_view(desk: Desk, record: CaseRecord) -> CaseView:
    """Return the state of a case with its counts."""
    return CaseView(
        format=FORMAT,
        case=record.id,
        case_number=record.number,
        state=record.state,
        created=iso(record.created),
        instances=record.instances,
        verified=desk.parcels.verified_instances(record.id),
        attachments=record.attachments,
        payment_state=payment_state(desk, record.id),
        promised_by=iso(record.promised_by) if record.promised_by else None,
        needed=list(record.needed),
    )


def payment_state(desk: Desk, case: str) -> PaymentState:
    """Return where the payment of a case stands, before there is one too."""
    if desk.card is None:
        return PaymentState.NOT_REQUIRED
    record = desk.payments.find(case)
    return record.state if record else PaymentState.UNPAID


def receipt(desk: Desk, record: CaseRecord) -> Receipt:
    """Return what arrived and was verified; raise `WrongCaseState` before that."""
    if record.state not in ARRIVED_STATES or record.received is None or record.promised_by is None:
        raise WrongCaseState(f"receipt_in_{record.state}")
    studies, original_bytes = desk.parcels.totals(record.id)
    return Receipt(
        format=FORMAT,
        case=record.id,
        case_number=record.number,
        programme=desk.rules.programme.name,
        received=iso(record.received),
        promised_by=iso(record.promised_by),
        instances=record.instances,
        attachments=record.attachments,
        studies=studies,
        original_bytes=original_bytes,
        manifest_sha256=record.manifest_sha256 or "",
    )


def iso(moment: datetime.datetime) -> str:
    """Write a moment as ISO 8601 in UTC, to the second."""
    return moment.astimezone(datetime.UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
