"""The tus gate: for each refusal its status, and that the stored size did not change (tus 1.0.0)."""

import os
import socket
import threading
from pathlib import Path

import pytest
import requests

from tests.support.case_client import CaseClient, creation_headers, make_parcel
from tests.support.receiver import ReceiverProcess, wait_until

PARCEL = os.urandom(3_000_000)


class Upload:
    """One upload of `PARCEL`, with its file in the receiver's folder."""

    def __init__(self, receiver: ReceiverProcess) -> None:
        self.receiver = receiver
        self.client = CaseClient(receiver.url).begin()
        self.location = self.client.create_upload(PARCEL).headers["Location"]
        self.file: Path = receiver.data / "uploads" / self.location.rpartition("/")[2]

    @property
    def stored(self) -> int:
        return self.file.stat().st_size

    def head(self) -> requests.Response:
        return self.client.call("HEAD", self.location, headers={"Tus-Resumable": "1.0.0"})

    def raw_patch(self, *, offset: int, length: int, extra: str = "") -> socket.socket:
        """Open a line and send the head of a PATCH; the caller sends as much of the body as it likes."""
        line = socket.create_connection(("127.0.0.1", self.receiver.port), timeout=30)
        head = (
            f"PATCH {self.location} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {self.client.token}\r\n"
            f"Tus-Resumable: 1.0.0\r\nContent-Type: application/offset+octet-stream\r\nUpload-Offset: {offset}\r\n"
            f"Content-Length: {length}\r\n{extra}\r\n"
        )
        line.sendall(head.encode())
        return line


@pytest.fixture
def upload(receiver: ReceiverProcess) -> Upload:
    return Upload(receiver)


def test_options_tells_only_what_holds(receiver: ReceiverProcess) -> None:
    answer = requests.options(f"{receiver.url}/files", timeout=30)
    assert answer.status_code == 204
    assert answer.headers["Tus-Version"] == "1.0.0"
    assert answer.headers["Tus-Extension"] == "creation,termination"
    assert int(answer.headers["Tus-Max-Size"]) == 4 << 30


def test_head_tells_offset_and_length(upload: Upload) -> None:
    upload.client.patch(upload.location, PARCEL[:1000], offset=0)
    answer = upload.head()
    assert (answer.status_code, answer.headers["Upload-Offset"]) == (200, "1000")
    assert answer.headers["Upload-Length"] == str(len(PARCEL))
    assert answer.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Tus-Resumable": "0.2.2"}, 412),
        ({"Content-Type": "application/octet-stream"}, 415),
        ({"Upload-Offset": "7"}, 409),
        ({"Upload-Offset": "-1"}, 400),
        ({"Upload-Offset": "x"}, 400),
        ({"Authorization": "Bearer " + "A" * 43}, 403),
        ({"Authorization": ""}, 401),
        ({"Authorization": "Basic dXNlcjpwYXNz"}, 401),
    ],
)
def test_a_refused_chunk_leaves_the_stored_size_unchanged(upload: Upload, headers: dict[str, str], status: int) -> None:
    upload.client.patch(upload.location, PARCEL[:5000], offset=0)
    answer = upload.client.patch(upload.location, PARCEL[5000:9000], offset=5000, **headers)
    assert answer.status_code == status, answer.text
    assert upload.stored == 5000


def test_more_than_the_length_is_refused_before_a_byte_is_stored(upload: Upload) -> None:
    answer = upload.client.patch(upload.location, PARCEL + b"x", offset=0)
    assert answer.status_code == 413
    assert upload.stored == 0


def test_a_chunked_body_is_refused_and_not_stored(upload: Upload) -> None:
    answer = upload.client.patch(upload.location, iter([PARCEL[:1000]]), offset=0)  # type: ignore[arg-type]
    assert answer.status_code == 411
    assert upload.stored == 0


@pytest.mark.parametrize("name", ["0" * 32, "%2e%2e%2fsecondread.toml", "0" * 31 + "g", "x.info", "a/b"])
def test_an_unknown_upload_is_404_and_makes_no_file(upload: Upload, name: str) -> None:
    before = sorted(path.name for path in upload.file.parent.iterdir())
    assert upload.client.patch(f"/files/{name}", b"abc", offset=0).status_code == 404
    assert upload.client.call("DELETE", f"/files/{name}", headers={"Tus-Resumable": "1.0.0"}).status_code == 404
    assert sorted(path.name for path in upload.file.parent.iterdir()) == before


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Tus-Resumable": ""}, 412),
        ({"Upload-Length": "-5"}, 400),
        ({"Upload-Length": ""}, 400),
        ({"Upload-Length": "0"}, 400),
        ({"Upload-Length": str(5 << 30)}, 413),
        ({"Upload-Metadata": ""}, 400),
        ({"Upload-Metadata": "case !!!"}, 400),
        ({"Upload-Defer-Length": "1"}, 400),
        ({"Upload-Concat": "partial"}, 400),
        ({"Authorization": "Bearer " + "B" * 43}, 403),
        ({"Authorization": ""}, 401),
    ],
)
def test_a_creation_that_does_not_stand_makes_no_file(
    receiver: ReceiverProcess, headers: dict[str, str], status: int
) -> None:
    client = CaseClient(receiver.url).begin()
    before = sorted(path.name for path in (receiver.data / "uploads").iterdir())
    assert client.create_upload(PARCEL, **headers).status_code == status
    assert sorted(path.name for path in (receiver.data / "uploads").iterdir()) == before


def test_a_creation_with_a_body_is_refused(receiver: ReceiverProcess) -> None:
    client = CaseClient(receiver.url).begin()
    answer = client.call("POST", "/files", headers=creation_headers(client.case, PARCEL), data=PARCEL)
    assert answer.json()["detail"] == "creation_with_body"


def test_creating_the_same_parcel_twice_yields_the_same_upload_and_its_offset(upload: Upload) -> None:
    upload.client.patch(upload.location, PARCEL[:700], offset=0)
    again = upload.client.create_upload(PARCEL)
    assert again.status_code == 201
    assert again.headers["Location"] == upload.location
    assert again.headers["Upload-Offset"] == "700"
    assert upload.stored == 700


def test_another_parcel_under_the_same_ordinal_replaces_the_upload(upload: Upload) -> None:
    other = upload.client.create_upload(PARCEL[:-1])
    assert other.status_code == 201
    assert not upload.file.exists()


def test_an_upload_can_be_terminated_by_its_owner_alone(upload: Upload) -> None:
    stranger = CaseClient(upload.receiver.url).begin()
    version = {"Tus-Resumable": "1.0.0"}
    assert stranger.call("DELETE", upload.location, headers=version).status_code == 403
    assert upload.file.exists()
    assert upload.client.call("DELETE", upload.location, headers=version).status_code == 204
    assert not upload.file.exists()
    assert upload.head().status_code == 404


def test_a_method_in_the_override_header_passes_the_same_gate(upload: Upload) -> None:
    wanted = {
        "Tus-Resumable": "1.0.0", "Upload-Offset": "0", "Content-Type": "application/offset+octet-stream",
        "X-HTTP-Method-Override": "PATCH",
    }  # fmt: skip
    bad = upload.client.call("POST", upload.location, headers=wanted | {"Upload-Offset": "9"}, data=b"abc")
    assert bad.status_code == 409
    assert upload.stored == 0
    good = upload.client.call("POST", upload.location, headers=wanted, data=PARCEL[:100])
    assert good.status_code == 204
    assert upload.stored == 100


def test_a_forwarded_host_does_not_reach_the_location(receiver: ReceiverProcess) -> None:
    client = CaseClient(receiver.url).begin()
    answer = client.create_upload(PARCEL, **{"X-Forwarded-Host": "evil.example", "X-Forwarded-Proto": "https"})
    assert answer.headers["Location"].startswith("/files/")
    assert "Upload-Expires" not in answer.headers


def test_a_cut_chunk_keeps_the_bytes_that_came_and_the_upload_goes_on(upload: Upload) -> None:
    with upload.raw_patch(offset=0, length=len(PARCEL)) as line:
        line.sendall(PARCEL[:1_500_000])
    wait_until(lambda: upload.stored == 1_500_000, what="the bytes before the cut")
    rest = upload.client.patch(upload.location, PARCEL[1_500_000:], offset=1_500_000)
    assert rest.status_code == 204
    assert upload.file.read_bytes() == PARCEL


def test_a_newcomer_wins_over_a_line_that_hangs(upload: Upload) -> None:
    with upload.raw_patch(offset=0, length=len(PARCEL)) as hanging:
        hanging.sendall(PARCEL[:1_200_000])
        wait_until(lambda: upload.stored >= 1 << 20, what="the first bytes on the disk")
        stale = upload.client.patch(upload.location, PARCEL, offset=0)
        assert stale.status_code == 409
        offset = int(upload.head().headers["Upload-Offset"])
        assert offset >= 1 << 20
        rest = upload.client.patch(upload.location, PARCEL[offset:], offset=offset)
        assert rest.status_code == 204
    assert upload.file.read_bytes() == PARCEL


def test_many_writers_at_once_never_mix_their_bytes(upload: Upload) -> None:
    def push() -> None:
        for _ in range(40):
            offset = int(upload.head().headers["Upload-Offset"])
            if offset == len(PARCEL):
                return
            try:
                upload.client.patch(upload.location, PARCEL[offset : offset + 200_000], offset=offset)
            except requests.ConnectionError:
                continue

    writers = [threading.Thread(target=push) for _ in range(4)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert PARCEL.startswith(upload.file.read_bytes())
    assert upload.file.read_bytes() == PARCEL


def test_no_upload_is_written_while_its_case_is_being_verified_or_later(receiver: ReceiverProcess) -> None:
    client = CaseClient(receiver.url).begin()
    parcel = make_parcel(client.case, {1: b"one"})
    location = client.upload(parcel)
    client.put_manifest([b"one"])
    client.complete([parcel])
    assert client.patch(location, b"", offset=len(parcel)).status_code in (404, 409)
    assert client.call("DELETE", location, headers={"Tus-Resumable": "1.0.0"}).status_code in (404, 409)
    wait_until(lambda: client.view()["state"] == "received")
