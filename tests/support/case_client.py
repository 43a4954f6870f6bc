"""A plain client of the receiver, written from the protocol alone: it shares no code with the desktop."""

import base64
import hashlib
import io
import secrets
from dataclasses import dataclass, field

import requests

from secondread_shared.parcel.writer import ParcelWriter
from secondread_shared.wire import Codec

INTAKE = {
    "relation": "self", "first_name": "Maria", "last_name": "Lopez", "birth_date": "1951-03-03", "sex": "female",
    "email": "maria@example.org", "phone": "+1 555 0199", "postal_address": "1 Main Street\nSpringfield",
    "subjects": ["mri"], "question": "Is an operation needed?",
}  # fmt: skip


@dataclass
class CaseClient:
    """One case at a receiver, driven step by step."""

    url: str
    case: str = field(default_factory=lambda: secrets.token_hex(16))
    token: str = field(default_factory=lambda: secrets.token_urlsafe(32))

    def call(self, method: str, path: str, **options: object) -> requests.Response:
        """Make one call with this case's token."""
        headers = {"Authorization": f"Bearer {self.token}", **options.pop("headers", {})}  # type: ignore[dict-item]
        return requests.request(method, f"{self.url}{path}", headers=headers, timeout=30, **options)  # type: ignore[arg-type]

    def api(self, method: str, rest: str = "", **options: object) -> requests.Response:
        """Call below /api/v1/cases/{id}."""
        return self.call(method, f"/api/v1/cases/{self.case}{rest}", **options)

    def open(self) -> requests.Response:
        """PUT the case."""
        return self.api("PUT", json={"format": 1, "client": "test"})

    def put_intake(self, **changes: str) -> requests.Response:
        """PUT a valid intake, with changes, and every acknowledgement."""
        programme = requests.get(f"{self.url}/api/v1/programme", timeout=30).json()
        consents = [{"kind": t["kind"], "version": t["version"], "accepted": True} for t in programme["texts"]]
        message = {"format": 1, "intake": {**INTAKE, **changes}, "consents": consents}
        return self.api("PUT", "/intake", json=message)

    def begin(self) -> "CaseClient":
        """Open the case, put the intake and settle the payment by invoice."""
        assert self.open().status_code == 201
        assert self.put_intake().status_code == 200
        assert self.api("PUT", "/payment").status_code == 200
        return self

    def create_upload(self, parcel: bytes, *, ordinal: int = 1, **headers: str) -> requests.Response:
        """POST an upload for a parcel."""
        return self.call("POST", "/files", headers=creation_headers(self.case, parcel, ordinal=ordinal) | headers)

    def patch(self, location: str, chunk: bytes, *, offset: int, **headers: str) -> requests.Response:
        """PATCH a chunk."""
        wanted = {
            "Tus-Resumable": "1.0.0", "Upload-Offset": str(offset), "Content-Type": "application/offset+octet-stream",
        }  # fmt: skip
        return self.call("PATCH", location, headers=wanted | headers, data=chunk)

    def upload(self, parcel: bytes, *, ordinal: int = 1) -> str:
        """Create an upload and send all of it; return its path."""
        created = self.create_upload(parcel, ordinal=ordinal)
        assert created.status_code == 201, created.text
        location = created.headers["Location"]
        sent = self.patch(location, parcel, offset=0)
        assert sent.status_code == 204, sent.text
        return location

    def put_manifest(self, files: list[bytes]) -> requests.Response:
        """PUT the manifest of some files, all of them instances."""
        return self.api("PUT", "/manifest", json=manifest(self.case, files))

    def complete(self, parcels: list[bytes]) -> requests.Response:
        """POST complete with the parcels in their order."""
        claims = [
            {"ordinal": n, "size": len(p), "sha256": hashlib.sha256(p).hexdigest()} for n, p in enumerate(parcels, 1)
        ]
        return self.api("POST", "/complete", json={"format": 1, "parcels": claims})

    def view(self) -> dict[str, object]:
        """GET the case."""
        answer = self.api("GET")
        assert answer.status_code == 200, answer.text
        return dict(answer.json())


def creation_headers(case: str, parcel: bytes, *, ordinal: int = 1) -> dict[str, str]:
    """Return the headers of a creation request."""
    metadata = {"case": case, "parcel": str(ordinal), "sha256": hashlib.sha256(parcel).hexdigest()}
    pairs = ",".join(f"{key} {base64.b64encode(value.encode()).decode()}" for key, value in metadata.items())
    return {"Tus-Resumable": "1.0.0", "Upload-Length": str(len(parcel)), "Upload-Metadata": pairs}


def manifest(case: str, files: list[bytes]) -> dict[str, object]:
    """Return a manifest whose items are instances `1.dcm`, `2.dcm`, …"""
    items = [
        {
            "ordinal": n, "kind": "instance", "path": f"images/{n}.dcm", "size": len(content),
            "sha256": hashlib.sha256(content).hexdigest(), "sop_instance_uid": f"1.2.{n}",
            "study_instance_uid": "1.2.3",
        }
        for n, content in enumerate(files, 1)
    ]  # fmt: skip
    return {"format": 1, "case": case, "items": items}


def make_parcel(case: str, files: dict[int, bytes], *, ordinal: int = 1) -> bytes:
    """Return a parcel of raw entries, by item ordinal."""
    target = io.BytesIO()
    writer = ParcelWriter(target, case=case, ordinal=ordinal)
    for number, content in files.items():
        digest = hashlib.sha256(content).hexdigest()
        writer.add(io.BytesIO(content), ordinal=number, size=len(content), sha256=digest, codec=Codec.RAW)
    writer.close()
    return target.getvalue()
