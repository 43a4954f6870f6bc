"""The wire itself: lengths, counts, redirects, strangers, certificates."""

import hashlib
import io
import socket
import ssl
import threading
from http.server import BaseHTTPRequestHandler

import pytest

from secondread_desktop.adapters.http_line import HttpLine, checked_address, is_loopback
from secondread_desktop.adapters.receiver_api import HttpLink
from secondread_desktop.adapters.tus_upload import TusUploads
from secondread_desktop.core.submission import Parcel
from secondread_desktop.errors import (
    AccessRefused,
    CaseTooLarge,
    OffsetMismatch,
    ReceiverBusy,
    ReceiverFull,
    ReceiverInsecure,
    ReceiverNotOurs,
    ReceiverRefused,
    ReceiverUnreachable,
    UploadGone,
)
from secondread_shared.contract import FORMAT, OpenCase
from tests.desktop.desk import CASE, MESSAGE, TOKEN
from tests.support.fake_receiver import FakeReceiver
from tests.support.fake_server import served, serving

BYTES = bytes(range(256)) * 1000
PARCEL = Parcel(1, len(BYTES), hashlib.sha256(BYTES).hexdigest())


def ignored(_offset):
    """Keep progress to oneself."""


def canned(status, body=b"", **headers):
    """Return a handler that always answers the same, and the list of headers it saw."""
    seen = []

    class Canned(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def handle_any(self):
            seen.append({name.lower(): value for name, value in self.headers.items()})
            self.rfile.read(int(self.headers.get("Content-Length") or 0))
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name.replace("_", "-"), value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            if self.command != "HEAD":
                self.wfile.write(body)

        do_GET = do_PUT = do_POST = do_PATCH = do_HEAD = do_DELETE = handle_any  # noqa: N815

        def log_message(self, *_):
            pass

    return Canned, seen


def test_patch_bodies_have_a_length_and_are_never_chunked():
    receiver = FakeReceiver()
    with serving(receiver) as (address, seen):
        link = HttpLink(address, TOKEN)
        link.api.open_case(CASE, OpenCase(FORMAT, "test"))
        link.api.put_intake(CASE, MESSAGE)
        line = HttpLine(address, TOKEN)
        uploads = TusUploads(line, chunk_bytes=100_000)
        place = uploads.create(CASE, PARCEL)
        offsets = [0]
        while offsets[-1] < PARCEL.size:
            offsets.append(
                uploads.send(place.url, io.BytesIO(BYTES), offset=offsets[-1], size=PARCEL.size, heard=ignored)
            )
    assert offsets == [0, 100_000, 256_000]  # the second chunk is twice as large: the line was fast
    patches = [headers for method, _, headers in seen if method == "PATCH"]
    assert [headers["content-length"] for headers in patches] == ["100000", "156000"]
    assert all("transfer-encoding" not in headers for _, _, headers in seen)
    assert all(headers["tus-resumable"] == "1.0.0" for headers in patches)
    assert all(headers["content-type"] == "application/offset+octet-stream" for headers in patches)
    assert line.body_bytes == 256_000
    (upload,) = receiver.uploads.values()
    assert bytes(upload.content) == BYTES


def test_an_upload_is_created_with_its_case_parcel_and_digest():
    with serving(FakeReceiver()) as (address, seen):
        link = HttpLink(address, TOKEN)
        link.api.open_case(CASE, OpenCase(FORMAT, "test"))
        link.api.put_intake(CASE, MESSAGE)
        place = link.uploads.create(CASE, PARCEL)
    _, path, headers = seen[-1]
    assert path == "/files"
    assert headers["upload-length"] == "256000"
    assert headers["content-length"] == "0"
    assert [part.split(" ")[0] for part in headers["upload-metadata"].split(",")] == ["case", "parcel", "sha256"]
    assert place.url.startswith(address)


def test_json_bodies_are_counted_and_typed():
    with serving(FakeReceiver()) as (address, seen):
        link = HttpLink(address, TOKEN)
        link.api.open_case(CASE, OpenCase(FORMAT, "test"))
    _, _, headers = seen[0]
    assert link.body_bytes == int(headers["content-length"])
    assert headers["content-type"] == "application/json"
    assert headers["authorization"] == f"Bearer {TOKEN}"


def test_the_token_is_not_sent_with_the_programme(tmp_path, monkeypatch):
    (tmp_path / ".netrc").write_text("machine 127.0.0.1 login somebody password secret\n")
    monkeypatch.setenv("NETRC", str(tmp_path / ".netrc"))
    with serving(FakeReceiver()) as (address, seen):
        HttpLink(address, None).api.programme()
    assert "authorization" not in seen[0][2]


@pytest.mark.parametrize("status", [301, 302, 307, 308])
def test_a_redirect_is_never_followed_and_the_token_goes_nowhere_else(status):
    other, seen_by_other = canned(200, b"{}")
    with served(other) as elsewhere:
        redirecting, _ = canned(status, Location=f"{elsewhere}/api/v1/programme")
        with served(redirecting) as address:
            with pytest.raises(ReceiverNotOurs):
                HttpLink(address, TOKEN).api.case(CASE)
            with pytest.raises(ReceiverNotOurs):
                HttpLink(address, TOKEN).uploads.ask(f"{address}/files/x")
    assert seen_by_other == []


def test_a_location_on_another_host_is_refused():
    handler, _ = canned(201, Location="https://elsewhere.example/files/x")
    with served(handler) as address, pytest.raises(ReceiverNotOurs):
        HttpLink(address, TOKEN).uploads.create(CASE, PARCEL)


@pytest.mark.parametrize(
    ("status", "body"),
    [
        (200, b"<html>Please sign in to the hotel's network</html>"),
        (200, b"{}"),
        (200, b'{"format": 2}'),
        (200, b""),
        (404, b"<html>not found</html>"),
        (403, b"<html>forbidden</html>"),
        (511, b"<html>network authentication required</html>"),
    ],
)
def test_an_answer_that_is_not_ours_is_told_as_such_or_waited_out(status, body):
    handler, _ = canned(status, body)
    with served(handler) as address, pytest.raises((ReceiverNotOurs, ReceiverBusy)):
        HttpLink(address, None).api.programme()


def test_an_endless_answer_is_cut_off(monkeypatch):
    monkeypatch.setattr("secondread_desktop.adapters.http_line.MOST_ANSWER_BYTES", 1000)
    handler, _ = canned(200, bytes(100_000))
    with served(handler) as address, pytest.raises(ReceiverNotOurs):
        HttpLink(address, None).api.programme()


@pytest.mark.parametrize(
    ("status", "error"),
    [
        (200, ReceiverNotOurs),
        (302, ReceiverNotOurs),
        (400, ReceiverRefused),
        (401, AccessRefused),
        (404, UploadGone),
        (409, OffsetMismatch),
        (410, UploadGone),
        (413, CaseTooLarge),
        (423, OffsetMismatch),
        (429, ReceiverBusy),
        (502, ReceiverBusy),
        (507, ReceiverFull),
    ],
)
def test_a_bare_status_to_a_patch_has_its_meaning(status, error):
    handler, _ = canned(status, b"<html>from a proxy</html>", Retry_After="7")
    with served(handler) as address:
        uploads = HttpLink(address, TOKEN).uploads
        with pytest.raises(error) as raised:
            uploads.send(f"{address}/files/x", io.BytesIO(BYTES), offset=0, size=len(BYTES), heard=ignored)
    if error in (ReceiverBusy, ReceiverFull, OffsetMismatch):
        assert raised.value.retry_after_s == 7


@pytest.mark.parametrize("offset", ["", "x", "-1", "²", "9" * 30])
def test_a_nonsensical_offset_is_not_ours(offset):
    handler, _ = canned(200, Upload_Offset=offset)
    if offset == "²":
        handler, _ = canned(200, Upload_Offset="%b2")
    with served(handler) as address, pytest.raises(ReceiverNotOurs):
        HttpLink(address, TOKEN).uploads.ask(f"{address}/files/x")


def test_nobody_there_is_unreachable():
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        port = unused.getsockname()[1]
    with pytest.raises(ReceiverUnreachable):
        HttpLink(f"http://127.0.0.1:{port}", None).api.programme()


def test_a_line_cut_in_the_middle_of_a_body_is_unreachable_and_counts_what_went_out():
    with socket.create_server(("127.0.0.1", 0)) as server:

        def cut():
            connection, _ = server.accept()
            connection.recv(70_000)
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
            connection.close()

        thread = threading.Thread(target=cut)
        thread.start()
        line = HttpLine(f"http://127.0.0.1:{server.getsockname()[1]}", TOKEN)
        big = bytes(30 << 20)
        with pytest.raises(ReceiverUnreachable):
            TusUploads(line).send(line.url("files/x"), io.BytesIO(big), offset=0, size=len(big), heard=ignored)
        thread.join()
    assert 0 < line.body_bytes <= 16 << 20


@pytest.mark.parametrize(
    "address", ["http://programme.example", "http://10.0.0.1:8000", "http://127.0.0.1.example", "http://localhost.evil"]
)
def test_plain_http_is_refused_except_to_this_computer(address):
    with pytest.raises(ReceiverInsecure):
        checked_address(address)


@pytest.mark.parametrize(
    "address",
    [
        "",
        "programme.example",
        "ftp://x",
        "https://",
        "https://a:b@x",
        "https://x?y=1",
        "http://[::1",
        "https://x:99999",
    ],
)
def test_what_is_no_address_is_refused(address):
    with pytest.raises(ReceiverNotOurs):
        checked_address(address)


def test_this_computer_has_several_names():
    assert all(map(is_loopback, ["http://localhost:1", "http://127.0.0.1", "http://127.8.9.1", "http://[::1]:80"]))


def test_a_path_of_the_receivers_address_is_kept():
    assert HttpLine("https://x.example/second", None).url("api/v1/programme") == (
        "https://x.example/second/api/v1/programme"
    )


def test_a_certificate_that_nobody_vouches_for_is_refused_before_anything_is_sent(certificate):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate / "both.pem")
    received = []
    with socket.create_server(("127.0.0.1", 0)) as server:

        def answer():
            connection, _ = server.accept()
            try:
                with context.wrap_socket(connection, server_side=True) as secure:
                    received.append(secure.recv(1000))
            except (ssl.SSLError, OSError):
                connection.close()

        thread = threading.Thread(target=answer)
        thread.start()
        with pytest.raises(ReceiverInsecure):
            HttpLink(f"https://localhost:{server.getsockname()[1]}", TOKEN).api.case(CASE)
        thread.join()
    assert b"".join(received) == b""


def test_a_certificate_that_the_system_trusts_is_accepted(certificate, monkeypatch):
    for name in ("SSL_CERT_DIR", "REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate / "cert.pem"))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate / "both.pem")
    with serving(FakeReceiver(), tls=context) as (address, _):
        assert HttpLink(address.replace("127.0.0.1", "localhost"), None).api.programme().format == FORMAT


@pytest.mark.parametrize("name", ["REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE"])
def test_no_setting_of_a_library_makes_a_stranger_trusted(certificate, monkeypatch, name):
    monkeypatch.setenv(name, str(certificate / "cert.pem"))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate / "both.pem")
    with serving(FakeReceiver(), tls=context) as (address, seen):
        with pytest.raises(ReceiverInsecure):
            HttpLink(address.replace("127.0.0.1", "localhost"), TOKEN).api.case(CASE)
        assert seen == []
