"""Everything is sent: check that it is, and hand the case to verification. Find again what a crash left behind."""

import datetime

from secondread_server.core.case import UPLOAD_STATES, CaseEvent
from secondread_server.core.records import CaseRecord
from secondread_server.errors import (
    ManifestMissing,
    ParcelsMissing,
    PaymentRequired,
    WrongCaseState,
)
from secondread_server.services.collaborators import Desk
from secondread_server.services.ports import VerifyWorkflows
from secondread_server.services.settle_payment import capture_accepted, release_ended, watch_payment
from secondread_server.services.views import payment_state
from secondread_server.services.withdraw import forget_case
from secondread_shared.contract import CompleteCase
from secondread_shared.states import (
    ARRIVED_STATES,
    SETTLED_ENOUGH_TO_SEND,
    CaseState,
)


def complete_case(desk: Desk, *, record: CaseRecord, message: CompleteCase, workflows: VerifyWorkflows) -> CaseRecord:
    """Move the case to verifying and start its workflow; a second call changes nothing."""
    if record.state in ARRIVED_STATES:
        return record
    if record.state is CaseState.VERIFYING:
        workflows.start(record.id, record.round)  # in case a crash came between the move and the start
        return record
    if record.state not in UPLOAD_STATES:
        raise WrongCaseState(f"complete_in_{record.state}")
    if record.manifest_sha256 is None:
        raise ManifestMissing
    _check_payment(desk, record.id)
    _check_parcels(desk, record.id, message)
    try:
        record = desk.cases.move(record.id, CaseEvent.COMPLETED, round=record.round + 1, needed=[])
    except WrongCaseState:  # the same request ran twice at once
        return desk.cases.get(record.id)
    workflows.start(record.id, record.round)
    return record


def reconcile(desk: Desk, workflows: VerifyWorkflows) -> int:
    """Finish what a crash or a silent provider left behind: verifications, drafts, strays, money; return how many."""
    mended = 0
    for record in desk.cases.in_states(frozenset({CaseState.VERIFYING})):
        if workflows.is_alive(record.id, record.round):
            continue
        again = desk.cases.move(record.id, CaseEvent.VERIFY_AGAIN, round=record.round + 1)
        workflows.start(again.id, again.round)
        mended += 1
    return mended + _lapse_drafts(desk) + _remove_strays(desk) + release_ended(desk) + capture_accepted(desk)


def _check_payment(desk: Desk, case: str) -> None:
    watch_payment(desk, case=case)
    if payment_state(desk, case) not in SETTLED_ENOUGH_TO_SEND:
        raise PaymentRequired


def _check_parcels(desk: Desk, case: str, message: CompleteCase) -> None:
    known = {(parcel.ordinal, parcel.size, parcel.sha256): parcel for parcel in desk.parcels.of_case(case)}
    for claim in message.parcels:
        parcel = known.get((claim.ordinal, claim.size, claim.sha256))
        if parcel is None or not (parcel.is_stored or desk.uploads.offset(parcel.upload) == parcel.size):
            raise ParcelsMissing(f"parcel_{claim.ordinal}")
    if not message.parcels:
        raise ParcelsMissing("none")


def _lapse_drafts(desk: Desk) -> int:
    oldest = desk.clock() - datetime.timedelta(hours=desk.rules.draft_hours)
    drafts = [r for r in desk.cases.in_states(frozenset({CaseState.DRAFT})) if r.created < oldest]
    for record in drafts:
        try:
            desk.cases.move(record.id, CaseEvent.LAPSED)
        except WrongCaseState:  # it moved on just now
            continue
        forget_case(desk, record.id)
    return len(drafts)


def _remove_strays(desk: Desk) -> int:
    """Remove uploads that no parcel names: a crash between forgetting a parcel and removing its bytes."""
    strays = [upload for upload in desk.uploads.uploads() if desk.parcels.find(upload) is None]
    for upload in strays:
        desk.uploads.remove(upload)
    return len(strays)
