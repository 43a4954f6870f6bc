"""A body that arrives long after its request began decides nothing: what counts is the case as it is then."""

import json
import socket

import pytest

from tests.support.case_client import CaseClient, make_parcel, manifest
from tests.support.receiver import ReceiverProcess, wait_until

FILES = [b"first image", b"second image"]


@pytest.mark.parametrize("late_files", [FILES, FILES[:1], [*FILES, b"third image"]])
def test_a_manifest_whose_last_byte_comes_after_the_case_was_received_changes_nothing(
    receiver: ReceiverProcess, late_files: list[bytes]
) -> None:
    client = CaseClient(receiver.url).begin()
    body = json.dumps(manifest(client.case, late_files)).encode()
    head = (
        f"PUT /api/v1/cases/{client.case}/manifest HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {client.token}\r\n"
        f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    with socket.create_connection(("127.0.0.1", receiver.port), timeout=30) as line:
        line.sendall(head.encode() + body[:-1])
        parcel = make_parcel(client.case, dict(enumerate(FILES, 1)))
        client.upload(parcel)
        assert client.put_manifest(FILES).status_code == 200
        client.complete([parcel])
        wait_until(lambda: client.view()["state"] == "received")
        before = client.view()
        line.sendall(body[-1:])
        answer = line.recv(4096)
    assert answer.split(b" ")[1] in (b"200", b"409", b"408")
    assert client.view() == before
    assert (before["instances"], before["verified"]) == (2, 2)
