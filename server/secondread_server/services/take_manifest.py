"""Take the manifest: what the case will be held against. Final once taken."""

import hashlib
import io

from secondread_server.core.case import UPLOAD_STATES
from secondread_server.core.records import CaseRecord
from secondread_server.errors import ManifestChanged, ManifestRefused, MessageRefused, WrongCaseState
from secondread_server.services.collaborators import Desk
from secondread_shared.contract import decode_message
from secondread_shared.errors import MessageMalformed
from secondread_shared.manifest import Manifest, manifest_problem


def manifest_key(case: str) -> str:
    """Return where a case's manifest is kept."""
    return f"cases/{case}/manifest.json"


def take_manifest(desk: Desk, *, record: CaseRecord, body: bytes) -> CaseRecord:
    """Keep the manifest's bytes and enter its items. The same bytes again are welcome, others are refused."""
    digest = hashlib.sha256(body).hexdigest()
    if record.manifest_sha256 is not None:
        if record.manifest_sha256 != digest:
            raise ManifestChanged
        return record
    if record.state not in UPLOAD_STATES:
        raise WrongCaseState(f"manifest_in_{record.state}")
    manifest = _decode(body)
    reason = manifest_problem(manifest, case=record.id, case_bytes=desk.rules.programme.limits.case_bytes)
    if reason:
        raise ManifestRefused(reason)
    desk.objects.put(manifest_key(record.id), io.BytesIO(body))
    desk.objects.settle()
    desk.parcels.take_manifest(manifest, sha256=digest)
    return desk.cases.get(record.id)


def _decode(body: bytes) -> Manifest:
    try:
        return decode_message(body, Manifest)
    except MessageMalformed as error:
        raise MessageRefused(error.reason) from None
