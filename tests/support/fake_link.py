"""A line to the fake receiver: the ports `Link`, `ReceiverApi` and `Uploads`."""

import hashlib
from collections.abc import Callable
from typing import BinaryIO

from secondread_desktop.core.submission import Parcel
from secondread_desktop.errors import (
    CaseMovedOn,
    ConsentsMissing,
    IntakeIncomplete,
    OffsetMismatch,
    ParcelsMissing,
    PaymentRefused,
    ReceiverRefused,
    UploadGone,
)
from secondread_desktop.services.ports import UploadPlace
from secondread_shared.consent import missing_consents
from secondread_shared.contract import (
    FORMAT,
    CaseView,
    CompleteCase,
    OpenCase,
    PaymentView,
    Programme,
    PutIntake,
    Receipt,
    encode_message,
)
from secondread_shared.ids import upload_id
from secondread_shared.intake import FieldProblem
from secondread_shared.manifest import ItemKind, Manifest, manifest_problem
from secondread_shared.states import SETTLED_ENOUGH_TO_SEND, CaseState, PaymentState
from tests.support.fake_receiver import FakeCase, FakeReceiver, FakeUpload, Fault


class FakeLink:
    """A line to the fake receiver: API, uploads and the count of body bytes, as `ports.Link`."""

    def __init__(self, receiver: FakeReceiver, token: str | None, *, chunk_bytes: int = 1000) -> None:
        self._receiver, self._token, self._chunk_bytes = receiver, token, chunk_bytes
        self.body_bytes = 0
        self.api = FakeApi(self, receiver, token=token)
        self.uploads = FakeUploads(self, receiver, token=token, chunk_bytes=chunk_bytes)


def _answered(fault: Fault | None) -> None:
    if fault is not None:
        raise fault.error


class FakeApi:
    def __init__(self, link: FakeLink, receiver: FakeReceiver, *, token: str | None) -> None:
        self._link, self._receiver, self._token = link, receiver, token

    def programme(self) -> Programme:
        _answered(self._receiver.request("GET programme"))
        return self._receiver.message

    def open_case(self, case: str, message: OpenCase) -> CaseView:
        fault = self._sent("PUT case", message)
        assert self._token is not None
        self._receiver.cases.setdefault(case, FakeCase(self._token))
        self._receiver.case_of(case, self._token)
        return self._view(case, fault)

    def case(self, case: str) -> CaseView:
        fault = self._receiver.request("GET case")
        record = self._receiver.case_of(case, self._token)
        if record.state is CaseState.VERIFYING:
            record.completed += 1
            if record.completed > self._receiver.verify_looks:
                self._receiver.verify(case)
        return self._view(case, fault)

    def put_intake(self, case: str, message: PutIntake) -> CaseView:
        fault = self._sent("PUT intake", message)
        record = self._receiver.case_of(case, self._token)
        if not message.intake.last_name:
            raise IntakeIncomplete([FieldProblem("last_name", "missing")])
        if missing_consents(self._receiver.message.texts, message.consents):
            raise ConsentsMissing([])
        record.intake = message
        record.state = CaseState.UPLOADING if record.state is CaseState.DRAFT else record.state
        return self._view(case, fault)

    def ask_payment(self, case: str) -> PaymentView:
        fault = self._sent("PUT payment", {})
        record = self._receiver.case_of(case, self._token)
        if record.payment in (PaymentState.UNPAID, PaymentState.DECLINED, PaymentState.CANCELLED):
            record.payment = self._receiver.first_payment
        _answered(fault)
        return self._payment(record)

    def payment(self, case: str) -> PaymentView:
        _answered(self._receiver.request("GET payment"))
        record = self._receiver.case_of(case, self._token)
        if self._receiver.payment_steps:
            record.payment = self._receiver.payment_steps.popleft()
        return self._payment(record)

    def put_manifest(self, case: str, manifest: Manifest) -> CaseView:
        fault = self._sent("PUT manifest", manifest)
        record = self._receiver.case_of(case, self._token)
        if record.manifest not in (None, manifest):
            raise ReceiverRefused(status=409, code="manifest_changed")
        problem = manifest_problem(manifest, case=case, case_bytes=1 << 40)
        assert problem is None, problem
        record.manifest = manifest
        return self._view(case, fault)

    def complete(self, case: str, message: CompleteCase) -> CaseView:
        fault = self._sent("POST complete", message)
        record = self._receiver.case_of(case, self._token)
        if record.payment not in SETTLED_ENOUGH_TO_SEND:
            raise PaymentRefused("unpaid")
        if record.state not in (CaseState.VERIFYING, CaseState.RECEIVED):
            for parcel in message.parcels:
                upload = self._receiver.uploads.get(upload_id(case=case, ordinal=parcel.ordinal, sha256=parcel.sha256))
                if upload is None or len(upload.content) != parcel.size:
                    raise ParcelsMissing
            record.state, record.completed = CaseState.VERIFYING, 0
        return self._view(case, fault)

    def receipt(self, case: str) -> Receipt:
        _answered(self._receiver.request("GET receipt"))
        record = self._receiver.case_of(case, self._token)
        if record.state is not CaseState.RECEIVED or record.manifest is None:
            raise CaseMovedOn
        view = self._receiver.view(case)
        items = record.manifest.items
        return Receipt(
            format=FORMAT,
            case=case,
            case_number=view.case_number,
            programme=self._receiver.message.name,
            received="2026-01-01T00:00:00Z",
            promised_by="2026-01-04T00:00:00Z",
            instances=view.instances,
            attachments=view.attachments,
            studies=len({item.study_instance_uid for item in items if item.kind is ItemKind.INSTANCE}),
            original_bytes=sum(item.size for item in items),
            manifest_sha256=hashlib.sha256(encode_message(record.manifest)).hexdigest(),
        )

    def withdraw(self, case: str) -> CaseView:
        fault = self._receiver.request("DELETE case")
        self._receiver.case_of(case, self._token).state = CaseState.WITHDRAWN
        return self._view(case, fault)

    def _sent(self, name: str, message: object) -> Fault | None:
        fault = self._receiver.request(name)
        self._link.body_bytes += len(encode_message(message))
        return fault

    def _payment(self, record: FakeCase) -> PaymentView:
        url = "https://pay.example/1" if record.payment is PaymentState.PENDING else None
        return PaymentView(format=FORMAT, payment_state=record.payment, amount=self._receiver.message.fee, url=url)

    def _view(self, case: str, fault: Fault | None) -> CaseView:
        _answered(fault)
        return self._receiver.view(case)


class FakeUploads:
    def __init__(self, link: FakeLink, receiver: FakeReceiver, *, token: str | None, chunk_bytes: int) -> None:
        self._link, self._receiver, self._token, self._chunk_bytes = link, receiver, token, chunk_bytes

    def create(self, case: str, parcel: Parcel) -> UploadPlace:
        fault = self._receiver.request("POST upload")
        record = self._receiver.case_of(case, self._token)
        if record.intake is None:
            raise ConsentsMissing([])
        if record.state not in (CaseState.UPLOADING, CaseState.NEEDS_MORE):
            raise CaseMovedOn
        name = upload_id(case=case, ordinal=parcel.ordinal, sha256=parcel.sha256)
        upload = self._receiver.uploads.setdefault(name, FakeUpload(case, parcel.ordinal, parcel.sha256, parcel.size))
        _answered(fault)
        return UploadPlace(f"/files/{name}", len(upload.content))

    def ask(self, url: str) -> int:
        _answered(self._receiver.request("HEAD upload"))
        return len(self._upload(url).content)

    def send(self, url: str, file: BinaryIO, *, offset: int, size: int, heard: Callable[[int], None]) -> int:
        file.seek(offset)
        heard(min(offset + self._chunk_bytes, size))
        return self.patch(url, offset, chunk=file.read(min(self._chunk_bytes, size - offset)))

    def patch(self, url: str, offset: int, *, chunk: bytes) -> int:
        """Take the bytes of one PATCH."""
        fault = self._receiver.request("PATCH upload")
        upload = self._upload(url)
        if offset != len(upload.content):
            raise OffsetMismatch
        assert len(upload.content) + len(chunk) <= upload.length
        self._link.body_bytes += len(chunk)
        is_whole = fault is None or fault.is_after
        upload.content += chunk if is_whole or fault is None else chunk[: fault.stored]
        _answered(fault)
        return len(upload.content)

    def terminate(self, url: str) -> None:
        _answered(self._receiver.request("DELETE upload"))
        self._receiver.uploads.pop(url.rpartition("/")[2], None)

    def _upload(self, url: str) -> FakeUpload:
        upload = self._receiver.uploads.get(url.rpartition("/")[2])
        if upload is None:
            raise UploadGone
        self._receiver.case_of(upload.case, self._token)
        return upload
