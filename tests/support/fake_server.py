"""The fake receiver behind a real HTTP socket: what the HTTP adapters are tested against."""

import base64
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from secondread_desktop.core.submission import Parcel
from secondread_desktop.errors import (
    AccessRefused,
    CaseEnded,
    CaseMovedOn,
    ConsentsMissing,
    DesktopError,
    IntakeIncomplete,
    OffsetMismatch,
    ParcelsMissing,
    PaymentRefused,
    ReceiverBusy,
    ReceiverFull,
    ReceiverRefused,
    UploadGone,
)
from secondread_shared.contract import CompleteCase, OpenCase, PutIntake, decode_message, encode_message
from secondread_shared.manifest import Manifest
from secondread_shared.problems import PROBLEM_JSON, STATUS, ProblemCode, problem
from tests.support.fake_link import FakeLink
from tests.support.fake_receiver import FakeReceiver

_CODES = {
    AccessRefused: ProblemCode.TOKEN_REFUSED,
    CaseEnded: ProblemCode.CASE_UNKNOWN,
    CaseMovedOn: ProblemCode.CASE_STATE,
    ConsentsMissing: ProblemCode.CONSENTS_MISSING,
    IntakeIncomplete: ProblemCode.INTAKE_REFUSED,
    OffsetMismatch: ProblemCode.OFFSET_MISMATCH,
    ParcelsMissing: ProblemCode.PARCELS_MISSING,
    PaymentRefused: ProblemCode.PAYMENT_REQUIRED,
    ReceiverBusy: ProblemCode.RATE_LIMITED,
    ReceiverFull: ProblemCode.STORAGE_FULL,
    UploadGone: ProblemCode.UPLOAD_UNKNOWN,
}


class Handler(BaseHTTPRequestHandler):
    """Translates HTTP to the fake and back. `seen` keeps the headers of every request."""

    protocol_version = "HTTP/1.1"
    receiver: FakeReceiver
    seen: list[tuple[str, str, dict[str, str]]]

    def handle_any(self) -> None:
        self.seen.append((self.command, self.path, {name.lower(): value for name, value in self.headers.items()}))
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        token = (self.headers.get("Authorization") or "").removeprefix("Bearer ") or None
        self.link = FakeLink(self.receiver, token)
        try:
            if self.path.startswith("/files"):
                self._upload(body)
            else:
                self._answer(200, encode_message(self._message(body)), kind="application/json")
        except DesktopError as error:
            self._refuse(error)

    do_GET = do_PUT = do_POST = do_DELETE = do_PATCH = do_HEAD = handle_any  # noqa: N815

    def log_message(self, *_arguments: object) -> None:
        """Say nothing."""

    def _message(self, body: bytes) -> object:
        api, parts = self.link.api, self.path.removeprefix("/api/v1/").split("/")
        if parts == ["programme"]:
            return api.programme()
        case, what = parts[1], "/".join(parts[2:])
        asked: dict[tuple[str, str], Callable[[], object]] = {
            ("PUT", ""): lambda: api.open_case(case, decode_message(body, OpenCase)),
            ("GET", ""): lambda: api.case(case),
            ("DELETE", ""): lambda: api.withdraw(case),
            ("PUT", "intake"): lambda: api.put_intake(case, decode_message(body, PutIntake)),
            ("PUT", "payment"): lambda: api.ask_payment(case),
            ("GET", "payment"): lambda: api.payment(case),
            ("PUT", "manifest"): lambda: api.put_manifest(case, decode_message(body, Manifest)),
            ("POST", "complete"): lambda: api.complete(case, decode_message(body, CompleteCase)),
            ("GET", "receipt"): lambda: api.receipt(case),
        }
        return asked[self.command, what]()

    def _upload(self, body: bytes) -> None:
        uploads = self.link.uploads
        if self.command == "POST":
            pairs = (part.split(" ") for part in self.headers["Upload-Metadata"].split(","))
            meta = {name: base64.b64decode(value).decode() for name, value in pairs}
            parcel = Parcel(int(meta["parcel"]), int(self.headers["Upload-Length"]), meta["sha256"])
            place = uploads.create(meta["case"], parcel)
            self._answer(201, b"", headers={"Location": place.url, "Upload-Offset": str(place.offset)})
        elif self.command == "PATCH":
            offset = uploads.patch(self.path, int(self.headers["Upload-Offset"]), chunk=body)
            self._answer(204, b"", headers={"Upload-Offset": str(offset)})
        elif self.command == "HEAD":
            self._answer(200, b"", headers={"Upload-Offset": str(uploads.ask(self.path))})
        else:
            uploads.terminate(self.path)
            self._answer(204, b"")

    def _refuse(self, error: DesktopError) -> None:
        if type(error) not in _CODES and not isinstance(error, ReceiverRefused):
            self.close_connection = True  # a cut line
            return
        code = ProblemCode(error.code) if isinstance(error, ReceiverRefused) else _CODES[type(error)]
        body = encode_message(problem(code, fields=getattr(error, "fields", None)))
        retry_after = getattr(error, "retry_after_s", None)
        headers = {"Retry-After": str(int(retry_after))} if retry_after else {}
        self._answer(STATUS[code], body, kind=PROBLEM_JSON, headers=headers)

    def _answer(self, status: int, body: bytes, *, kind: str = "", headers: dict[str, str] | None = None) -> None:
        self.send_response(status)
        for name, value in (headers or {}).items():
            self.send_header(name, value)
        if kind:
            self.send_header("Content-Type", kind)
        if status != 204:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *_arguments: object) -> None:
        """Say nothing about clients that went away."""


@contextmanager
def served(handler: type[BaseHTTPRequestHandler], *, tls: ssl.SSLContext | None = None) -> Iterator[str]:
    """Serve on a free port of this computer and yield the address."""
    with _Server(("127.0.0.1", 0), handler) as server:
        if tls is not None:
            server.socket = tls.wrap_socket(server.socket, server_side=True)
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        try:
            yield f"{'http' if tls is None else 'https'}://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()


@contextmanager
def serving(
    receiver: FakeReceiver, *, tls: ssl.SSLContext | None = None
) -> Iterator[tuple[str, list[tuple[str, str, dict[str, str]]]]]:
    """Serve a fake receiver; yield its address and the requests it will have seen."""
    seen: list[tuple[str, str, dict[str, str]]] = []
    handler = type("Bound", (Handler,), {"receiver": receiver, "seen": seen})
    with served(handler, tls=tls) as address:
        yield address, seen
