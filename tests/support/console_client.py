"""The console in process: a Flask test client that signs in, finds form tokens, and cases brought to a state."""

import datetime
import hashlib
import re
from dataclasses import replace

import msgspec
from sqlalchemy.engine import Engine
from werkzeug.test import TestResponse

from secondread_server.adapters.database.console_records import ConsoleRecords
from secondread_server.adapters.database.image_records import ImageRecords
from secondread_server.adapters.database.people_records import StaffRecords
from secondread_server.adapters.database.report_records import ReportRecords
from secondread_server.adapters.database.staff_tables import AttemptRecords, AuditRecords, SessionRecords
from secondread_server.core.records import StaffRecord
from secondread_server.core.sign_in_rules import SignInRules
from secondread_server.core.staff_records import AuditFilter
from secondread_server.core.upload_rules import ParcelUpload
from secondread_server.services.complete_case import complete_case
from secondread_server.services.office import Office
from secondread_server.services.open_case import open_case
from secondread_server.services.receive_parcel import admit_upload
from secondread_server.services.settle_payment import start_payment
from secondread_server.services.take_intake import take_intake
from secondread_server.services.take_manifest import take_manifest
from secondread_server.services.verify_case import settle_case, uploads_to_verify, verify_parcel
from secondread_server.web.console.app import create_console
from secondread_shared.consent import Consent
from secondread_shared.contract import CompleteCase, ParcelReceipt, PutIntake
from secondread_shared.ids import new_case_id, new_token
from secondread_shared.intake import Intake
from secondread_shared.states import PaymentState, Role
from tests.support.case_client import INTAKE, make_parcel
from tests.support.server_fakes import FakeFrames, FakeOutside

PASSWORD = "a long enough password"
PDF = b"%PDF-1.4 a letter"
FILES = {1: b"first image", 2: b"second image", 3: PDF, 4: b"<script>alert(1)</script>"}


class FakePasswords:
    """The password is its own digest; counts how often it was asked."""

    def __init__(self) -> None:
        self.asked = 0

    def digest(self, password: str) -> str:
        """Keep it as it is."""
        return password

    def is_right(self, password_hash: str | None, password: str) -> bool:
        """Compare."""
        self.asked += 1
        return password_hash == password


def make_office(outside: FakeOutside, engine: Engine, **rules: int) -> Office:
    """Return the console's collaborators on a real database."""
    return Office(
        desk=outside.desk,
        staff=StaffRecords(engine),
        sessions=SessionRecords(engine),
        attempts=AttemptRecords(engine),
        audit=AuditRecords(engine),
        book=ConsoleRecords(engine),
        images=ImageRecords(engine),
        frames=FakeFrames(),
        figures=ReportRecords(engine),
        passwords=FakePasswords(),
        rules=replace(SignInRules(), **rules),
    )


def add_person(office: Office, role: Role, name: str = "") -> StaffRecord:
    """Add a member of staff, `coordinator@example.org`."""
    record = StaffRecord(id=new_case_id(), email=f"{name or role.value}@example.org", role=role, password_hash=PASSWORD)
    office.staff.add(record, now=office.desk.clock())
    return record


def actions(office: Office, case: str = "") -> list[str]:
    """Return what the audit holds, oldest first."""
    return [line.action.value for line in reversed(office.audit.read(AuditFilter(case=case), limit=500))]


def manifest_of(case: str, files: dict[int, bytes], outcome: str = "same") -> bytes:
    """Return a manifest: the first two and all DICOM are instances, the rest attachments with a telling name."""
    images = {n for n, content in files.items() if n < 3 or content[128:132] == b"DICM"}
    items = [
        {
            "ordinal": n, "kind": "instance" if n in images else "attachment",
            "path": f"disc/{n}.{'dcm' if n in images else 'pdf'}",
            "size": len(content), "sha256": hashlib.sha256(content).hexdigest(),
            "modality": "MR" if n in images else None,
            "sop_instance_uid": f"1.2.{n}" if n in images else None,
            "study_instance_uid": "1.2.3" if n in images else None,
            "series_instance_uid": "1.2.3.4" if n in images else None,
        }
        for n, content in files.items()
    ]  # fmt: skip
    return msgspec.json.encode({"format": 1, "case": case, "items": items, "identity": {"outcome": outcome}})


def send_case(
    outside: FakeOutside,
    *,
    last_name: str = "Lopez",
    missing: int = 0,
    outcome: str = "same",
    files: dict[int, bytes] | None = None,
) -> str:
    """Send a whole case with an authorised card and verify it; return its id."""
    desk, token, files = outside.desk, new_token(), files or FILES
    record = open_case(desk, case=new_case_id(), token=token, place=new_case_id())
    consents = [Consent(text.kind, text.version, accepted=True) for text in desk.rules.programme.texts]
    intake = msgspec.convert({**INTAKE, "last_name": last_name}, Intake)
    take_intake(desk, case=record.id, message=PutIntake(format=1, intake=intake, consents=consents))
    start_payment(desk, case=record.id)
    outside.card.books[desk.payments.find(record.id).reference] = PaymentState.AUTHORISED  # type: ignore
    parcel = make_parcel(record.id, {n: content for n, content in files.items() if n > missing})
    digest = hashlib.sha256(parcel).hexdigest()
    upload = ParcelUpload(case=record.id, ordinal=1, sha256=digest, size=len(parcel))
    admit_upload(desk, parcel=upload, token=token)
    outside.uploads.create(upload.upload_id)
    outside.uploads.append(upload.upload_id, parcel)
    outside.uploads.write_info(upload.upload_id, size=len(parcel), metadata={})
    record = take_manifest(desk, case=record.id, body=manifest_of(record.id, files, outcome))
    claims = CompleteCase(format=1, parcels=[ParcelReceipt(ordinal=1, size=len(parcel), sha256=digest)])
    record = complete_case(desk, record=record, message=claims, workflows=outside.workflows)
    for name in uploads_to_verify(desk, record.id):
        verify_parcel(desk, record.id, name)
    settle_case(desk, record.id, record.round)
    return record.id


class ConsoleBrowser:
    """One browser at the console."""

    def __init__(self, office: Office, *, is_secure: bool = False) -> None:
        self.office = office
        self._client = create_console(office, place_key=b"k" * 32, is_secure=is_secure).test_client()
        self.page: TestResponse | None = None

    @property
    def text(self) -> str:
        """The page that is shown."""
        assert self.page is not None
        return self.page.get_data(as_text=True)

    def get(self, path: str, **headers: str) -> TestResponse:
        """Open a page below /console."""
        self.page = self._client.get(f"/console{path}", headers=headers)
        return self.page

    def post(self, path: str, **fields: str) -> TestResponse:
        """Send a form with the token of the page that is shown."""
        tokens = re.findall(r'name="form_token" value="([0-9a-f]{64})"', self.text) if self.page else []
        form = {"form_token": tokens[0] if tokens else "", **fields}
        self.page = self._client.post(f"/console{path}", data=form)
        return self.page

    def sign_in(self, role: Role | str, password: str = PASSWORD) -> TestResponse:
        """Sign in as `coordinator@example.org`, and open the page that follows."""
        self.get("/sign-in")
        answer = self.post("/sign-in", email=f"{role}@example.org", password=password)
        if answer.status_code == 303:
            self.get("/queue" if role != Role.AUDITOR else "/audit")
        return answer

    def cookie(self, name: str = "secondread_session") -> str:
        """Return the session's id."""
        found = self._client.get_cookie(name, path="/console")
        return found.value if found else ""


def later(outside: FakeOutside, **time: int) -> None:
    """Let time pass."""
    outside.now += datetime.timedelta(**time)
