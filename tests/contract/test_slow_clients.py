"""Clients that send slowly, endlessly or not at all take nothing away from the others."""

import socket
import time
from contextlib import ExitStack

import pytest
import requests

from tests.support.case_client import CaseClient
from tests.support.receiver import ReceiverProcess

SILENT = 60


def line_to(receiver: ReceiverProcess) -> socket.socket:
    return socket.create_connection(("127.0.0.1", receiver.port), timeout=30)


def whole_answer(line: socket.socket) -> bytes:
    """Read until the receiver closes the line: head and body may come apart."""
    return b"".join(iter(lambda: line.recv(4096), b""))


@pytest.mark.parametrize("path", ["/api/v1/payments/webhook", "/console/sign-in"])
def test_silent_bodies_hold_no_thread_and_are_ended(receiver: ReceiverProcess, path: str) -> None:
    head = f"POST {path} HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\n".encode()
    with ExitStack() as kept:
        lines = [kept.enter_context(line_to(receiver)) for _ in range(SILENT)]
        for line in lines:
            line.sendall(head)
        begun = time.monotonic()
        assert requests.get(f"{receiver.url}/api/v1/programme", timeout=5).status_code == 200
        assert requests.get(f"{receiver.url}/console/sign-in", timeout=5).status_code == 200
        assert time.monotonic() - begun < 5
        answer = whole_answer(lines[0])
    assert answer.startswith(b"HTTP/1.1 408 ")
    assert b'"status":408' in answer.replace(b" ", b"")


def test_a_body_without_a_length_is_refused(receiver: ReceiverProcess) -> None:
    answer = requests.post(f"{receiver.url}/api/v1/payments/webhook", data=iter([b"x" * 10]), timeout=30)
    assert (answer.status_code, answer.json()["code"]) == (411, "length_required")


@pytest.mark.parametrize(
    ("method", "path", "length"),
    [("POST", "/api/v1/payments/webhook", (1 << 20) + 1), ("PUT", "/api/v1/cases/x/manifest", (128 << 20) + 1)],
)
def test_a_body_over_its_bound_is_refused_unread(
    receiver: ReceiverProcess, method: str, path: str, length: int
) -> None:
    with line_to(receiver) as line:
        line.sendall(f"{method} {path} HTTP/1.1\r\nHost: x\r\nContent-Length: {length}\r\n\r\n".encode())
        answer = whole_answer(line)
    assert answer.startswith(b"HTTP/1.1 413 ")


def test_a_large_manifest_still_reaches_its_judge(receiver: ReceiverProcess) -> None:
    client = CaseClient(receiver.url).begin()
    body = b'{"format": 1, "x": "' + b"a" * (3 << 20) + b'"}'
    answer = client.api("PUT", "/manifest", data=body, headers={"Content-Type": "application/json"})
    assert answer.json()["code"] == "message_malformed"


@pytest.mark.parametrize(
    "start",
    [
        b"GET / HTTP/1.1\r\nHost: x\r\nX-Long: ",  # one header without an end
        b"GET /",
        b"POST /api/v1/payments/webhook HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n0\r\nX-Long: ",
    ],
)
def test_a_head_without_an_end_is_cut_off(receiver: ReceiverProcess, start: bytes) -> None:
    assert sent_until_cut(receiver, start, b"a" * 65536) < 16 << 20


def test_headers_without_an_end_are_cut_off(receiver: ReceiverProcess) -> None:
    assert sent_until_cut(receiver, b"GET / HTTP/1.1\r\nHost: x\r\n", b"X-A: aaaaaaaaaaa\r\n" * 4096) < 16 << 20


def sent_until_cut(receiver: ReceiverProcess, start: bytes, block: bytes) -> int:
    """Send blocks until the line is cut, or 32 MiB went through; return how many bytes went out."""
    sent = 0
    with line_to(receiver) as line:
        try:
            line.sendall(start)
            while sent < 32 << 20:
                line.sendall(block)
                sent += len(block)
        except OSError:
            return sent
    return sent


def test_a_head_of_ordinary_size_passes(receiver: ReceiverProcess) -> None:
    headers = {"X-Long": "a" * 30_000}
    assert requests.get(f"{receiver.url}/api/v1/programme", headers=headers, timeout=30).status_code == 200
