"""Write a case out as it was staged: every instance and attachment under its relative path, with its manifest."""

import hashlib
from pathlib import Path

from secondread_server.core.records import CaseRecord
from secondread_server.errors import ManifestMissing, ObjectMissing
from secondread_server.services.collaborators import Desk
from secondread_server.services.take_manifest import manifest_key
from secondread_server.services.verify_case import object_key
from secondread_shared.contract import decode_message
from secondread_shared.manifest import Manifest, ManifestItem


def export_case(desk: Desk, *, record: CaseRecord, target: Path) -> int:
    """Write the files into `target` and return how many; each is hashed again on its way out.

    Raises `ManifestMissing`, or `ObjectMissing` if the store's bytes are not those of the manifest.
    """
    if record.manifest_sha256 is None:
        raise ManifestMissing
    content = b"".join(desk.objects.read(manifest_key(record.id, record.manifest_sha256)))
    manifest = decode_message(content, Manifest)
    target.mkdir(parents=True, exist_ok=True)
    (target / "manifest.json").write_bytes(content)
    for item in manifest.items:
        _write_item(desk, item, case=record.id, path=target / item.path)
    return len(manifest.items)


def _write_item(desk: Desk, item: ManifestItem, *, case: str, path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    digest = hashlib.sha256()
    with path.open("wb") as file:
        for block in desk.objects.read(object_key(case, item.sha256)):
            digest.update(block)
            file.write(block)
    if digest.hexdigest() != item.sha256:
        path.unlink()
        raise ObjectMissing(f"item_{item.ordinal}")
