"""May this upload be created, written or ended? Asked before a byte of its body is read."""

from secondread_server.core.case import UPLOAD_STATES
from secondread_server.core.records import CaseRecord, ParcelRecord
from secondread_server.core.upload_rules import ParcelUpload, judge_quota
from secondread_server.errors import ConsentsMissing, StorageFull, UploadUnknown, WrongCaseState
from secondread_server.services.collaborators import Desk
from secondread_server.services.open_case import authorise_owner
from secondread_shared.states import CaseState


def admit_upload(desk: Desk, *, parcel: ParcelUpload, token: str | None) -> None:
    """Enter the parcel and let its upload be created. An upload that its ordinal had before is removed."""
    record = authorise_owner(desk, case=parcel.case, token=token)
    _check_state(record)
    others = [other for other in desk.parcels.of_case(parcel.case) if other.ordinal != parcel.ordinal]
    judge_quota(present=sum(o.size for o in others), size=parcel.size, limits=desk.rules.programme.limits)
    if desk.uploads.offset(parcel.upload_id) is None:
        _check_disk(desk, parcel.size)
    replaced = desk.parcels.add(
        ParcelRecord(
            case=parcel.case, ordinal=parcel.ordinal, upload=parcel.upload_id, size=parcel.size, sha256=parcel.sha256
        )
    )
    if replaced is not None:
        desk.uploads.remove(replaced)


def admit_chunk(desk: Desk, *, upload: str, token: str | None) -> ParcelRecord:
    """Let a chunk be written; raise `UploadUnknown`, a token's refusal or `WrongCaseState`."""
    parcel, record = _owned(desk, upload=upload, token=token)
    _check_state(record)
    return parcel


def look_up_upload(desk: Desk, *, upload: str, token: str | None) -> tuple[ParcelRecord, int]:
    """Return the parcel of an upload and its offset in bytes."""
    parcel, _ = _owned(desk, upload=upload, token=token)
    offset = desk.uploads.offset(upload)
    if offset is None:
        raise UploadUnknown
    return parcel, offset


def terminate_upload(desk: Desk, *, upload: str, token: str | None) -> None:
    """tus 1.0.0 §Termination: forget the upload and its bytes, unless the case is being verified."""
    _, record = _owned(desk, upload=upload, token=token)
    _check_state(record)
    desk.parcels.remove(upload)
    desk.uploads.remove(upload)


def _owned(desk: Desk, *, upload: str, token: str | None) -> tuple[ParcelRecord, CaseRecord]:
    parcel = desk.parcels.find(upload)
    if parcel is None:
        raise UploadUnknown
    return parcel, authorise_owner(desk, case=parcel.case, token=token)


def _check_state(record: CaseRecord) -> None:
    if record.state is CaseState.DRAFT:
        raise ConsentsMissing
    if record.state not in UPLOAD_STATES:
        raise WrongCaseState(f"upload_in_{record.state}")


def _check_disk(desk: Desk, size: int) -> None:
    if desk.uploads.free_bytes() - size < desk.rules.keep_free_bytes:
        raise StorageFull
