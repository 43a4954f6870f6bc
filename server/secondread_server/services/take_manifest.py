"""Take the manifest: what the case will be held against. Final once taken."""

import hashlib
import io

from secondread_server.core.case import may_take_manifest
from secondread_server.core.records import CaseRecord
from secondread_server.errors import ManifestRefused, MessageRefused, StorageFull
from secondread_server.services.collaborators import Desk
from secondread_shared.contract import decode_message
from secondread_shared.errors import MessageMalformed
from secondread_shared.manifest import Manifest, manifest_problem


def manifest_key(case: str, sha256: str) -> str:
    """Return where a case's manifest is kept: by content, so that a late one never replaces the one that stands."""
    return f"cases/{case}/manifest-{sha256}.json"


def take_manifest(desk: Desk, *, case: str, body: bytes) -> CaseRecord:
    """Keep the manifest's bytes and enter its items. The same bytes again are welcome, others are refused.

    A body may arrive long after its request began: what counts is the case as it is when the items are entered.
    """
    digest = hashlib.sha256(body).hexdigest()
    record = desk.cases.get(case)
    if record.manifest_sha256 == digest:
        return record
    may_take_manifest(record)
    manifest = _decode(body)
    reason = manifest_problem(manifest, case=case, case_bytes=desk.rules.programme.limits.case_bytes)
    if reason:
        raise ManifestRefused(reason)
    if desk.uploads.free_bytes() - sum(item.size for item in manifest.items) < desk.rules.keep_free_bytes:
        raise StorageFull
    desk.objects.put(manifest_key(case, digest), io.BytesIO(body))
    desk.objects.settle()
    desk.parcels.take_manifest(manifest, sha256=digest)
    return desk.cases.get(case)


def _decode(body: bytes) -> Manifest:
    try:
        return decode_message(body, Manifest)
    except MessageMalformed as error:
        raise MessageRefused(error.reason) from None
