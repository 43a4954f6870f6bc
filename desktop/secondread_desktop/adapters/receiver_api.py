"""The receiver's JSON API over one HTTP line: see `ports.ReceiverApi`."""

from typing import TypeVar

from secondread_desktop.adapters.answers import message_of
from secondread_desktop.adapters.http_line import HttpLine
from secondread_desktop.adapters.tus_upload import TusUploads
from secondread_shared.contract import (
    API,
    CaseView,
    CompleteCase,
    OpenCase,
    PaymentView,
    Programme,
    PutIntake,
    Receipt,
    encode_message,
)
from secondread_shared.manifest import Manifest

Message = TypeVar("Message")
_JSON = {"Content-Type": "application/json"}


class HttpReceiverApi:
    """One method a message."""

    def __init__(self, line: HttpLine) -> None:
        self._line = line

    def programme(self) -> Programme:
        """GET the programme."""
        return self._ask("GET", "programme", kind=Programme)

    def open_case(self, case: str, message: OpenCase) -> CaseView:
        """PUT the case."""
        return self._ask("PUT", f"cases/{case}", kind=CaseView, message=message)

    def case(self, case: str) -> CaseView:
        """GET the case."""
        return self._ask("GET", f"cases/{case}", kind=CaseView)

    def put_intake(self, case: str, message: PutIntake) -> CaseView:
        """PUT intake and consents."""
        return self._ask("PUT", f"cases/{case}/intake", kind=CaseView, message=message)

    def ask_payment(self, case: str) -> PaymentView:
        """PUT the payment."""
        return self._ask("PUT", f"cases/{case}/payment", kind=PaymentView, message={})

    def payment(self, case: str) -> PaymentView:
        """GET the payment."""
        return self._ask("GET", f"cases/{case}/payment", kind=PaymentView)

    def put_manifest(self, case: str, manifest: Manifest) -> CaseView:
        """PUT the final manifest."""
        return self._ask("PUT", f"cases/{case}/manifest", kind=CaseView, message=manifest)

    def complete(self, case: str, message: CompleteCase) -> CaseView:
        """POST that everything is sent."""
        return self._ask("POST", f"cases/{case}/complete", kind=CaseView, message=message)

    def receipt(self, case: str) -> Receipt:
        """GET the receipt."""
        return self._ask("GET", f"cases/{case}/receipt", kind=Receipt)

    def withdraw(self, case: str) -> CaseView:
        """DELETE the case."""
        return self._ask("DELETE", f"cases/{case}", kind=CaseView)

    def _ask(self, method: str, path: str, *, kind: type[Message], message: object = None) -> Message:
        body = None if message is None else encode_message(message)
        headers = None if body is None else _JSON
        return message_of(self._line.request(method, f"{API[1:]}/{path}", body=body, headers=headers), kind)


class HttpLink:
    """See `ports.Link`."""

    def __init__(self, receiver: str, token: str | None) -> None:
        self._line = HttpLine(receiver, token)
        self.api = HttpReceiverApi(self._line)
        self.uploads = TusUploads(self._line)

    @property
    def body_bytes(self) -> int:
        """All request body bytes so far."""
        return self._line.body_bytes
