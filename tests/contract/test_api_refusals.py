"""What the API refuses: each refusal has its code, and leaves everything as it was."""

import socket

import pytest
import requests

from tests.support.case_client import CaseClient, make_parcel, manifest
from tests.support.receiver import ReceiverProcess


def code(answer: requests.Response) -> str:
    assert answer.headers["Content-Type"] == "application/problem+json"
    body = answer.json()
    assert body["format"] == 1
    assert body["status"] == answer.status_code
    return str(body["code"])


def test_the_same_token_opens_the_same_case_and_another_is_refused(receiver: ReceiverProcess) -> None:
    client = CaseClient(receiver.url)
    first, again = client.open(), client.open()
    assert (first.status_code, again.status_code) == (201, 200)
    assert first.json() == again.json()
    stranger = CaseClient(receiver.url, case=client.case)
    assert code(stranger.open()) == "case_taken"
    assert code(stranger.api("GET")) == "token_refused"
    assert code(stranger.api("DELETE")) == "token_refused"


def test_a_call_without_a_token_is_refused(receiver: ReceiverProcess) -> None:
    client = CaseClient(receiver.url)
    client.open()
    answer = requests.get(f"{receiver.url}/api/v1/cases/{client.case}", timeout=30)
    assert code(answer) == "token_missing"


@pytest.mark.parametrize("case", ["short", "A" * 32, "..%2f..", "z" * 32])
def test_an_id_that_is_none_opens_nothing(receiver: ReceiverProcess, case: str) -> None:
    assert code(CaseClient(receiver.url, case=case).open()) in ("message_malformed", "not_found")


def test_an_unknown_case_is_unknown(receiver: ReceiverProcess) -> None:
    assert code(CaseClient(receiver.url).api("GET")) == "case_unknown"


def test_an_intake_without_every_consent_is_refused(receiver: ReceiverProcess) -> None:
    client = CaseClient(receiver.url)
    client.open()
    answer = client.api("PUT", "/intake", json={"format": 1, "intake": {}, "consents": []})
    assert code(answer) == "consents_missing"
    assert client.view()["state"] == "draft"


def test_an_intake_is_refused_with_every_field_and_none_of_its_words(receiver: ReceiverProcess) -> None:
    client = CaseClient(receiver.url)
    client.open()
    answer = client.put_intake(birth_date="yesterday-secret", email="secret at home")
    assert code(answer) == "intake_refused"
    assert {problem["field"] for problem in answer.json()["fields"]} == {"birth_date", "email"}
    assert "secret" not in answer.text


def test_a_case_without_consents_stores_no_bytes(receiver: ReceiverProcess) -> None:
    client = CaseClient(receiver.url)
    client.open()
    parcel = make_parcel(client.case, {1: b"one"})
    assert code(client.create_upload(parcel)) == "consents_missing"
    assert code(client.put_manifest([b"one"])) == "case_state"
    assert code(client.api("PUT", "/payment")) == "consents_missing"


def test_a_manifest_that_lies_is_refused_with_its_reason(receiver: ReceiverProcess) -> None:
    client = CaseClient(receiver.url).begin()
    lying = manifest(client.case, [b"one"])
    lying["items"][0]["path"] = "../../etc/passwd"  # type: ignore[index]
    answer = client.api("PUT", "/manifest", json=lying)
    assert code(answer) == "manifest_refused"
    assert answer.json()["detail"] == "path"
    assert "passwd" not in answer.text
    assert code(client.api("PUT", "/manifest", json=manifest("0" * 32, [b"one"]))) == "manifest_refused"
    assert client.put_manifest([b"one"]).status_code == 200


def test_a_manifest_is_final(receiver: ReceiverProcess) -> None:
    client = CaseClient(receiver.url).begin()
    assert client.put_manifest([b"one"]).status_code == 200
    assert client.put_manifest([b"one"]).status_code == 200
    assert code(client.put_manifest([b"two"])) == "manifest_changed"


def test_complete_needs_the_manifest_the_payment_and_every_parcel(receiver: ReceiverProcess) -> None:
    client = CaseClient(receiver.url)
    client.open()
    client.put_intake()
    parcel = make_parcel(client.case, {1: b"one"})
    assert code(client.complete([parcel])) == "manifest_missing"
    client.put_manifest([b"one"])
    assert code(client.complete([parcel])) == "payment_required"
    client.api("PUT", "/payment")
    assert code(client.complete([parcel])) == "parcels_missing"
    location = client.create_upload(parcel).headers["Location"]
    client.patch(location, parcel[:50], offset=0)
    assert code(client.complete([parcel])) == "parcels_missing"
    assert code(client.complete([])) == "parcels_missing"
    client.patch(location, parcel[50:], offset=50)
    assert client.complete([parcel]).status_code == 202


def test_a_body_over_its_limit_or_of_another_kind_is_refused(receiver: ReceiverProcess) -> None:
    client = CaseClient(receiver.url)
    client.open()
    large = b'{"format": 1, "x": "' + b"a" * (1 << 20) + b'"}'
    json_type = {"Content-Type": "application/json"}
    assert code(client.api("PUT", "/intake", data=large, headers=json_type)) == "body_too_large"
    assert code(client.api("PUT", "/intake", data=b"{}", headers={"Content-Type": "text/plain"})) == "media_type"
    for broken in (b"{", b"[]", b'{"format": "one"}', b"\xff\xfe", b"[" * 100_000):
        assert code(client.api("PUT", "/intake", data=broken, headers=json_type)) == "message_malformed"


def test_a_body_that_is_cut_off_changes_nothing(receiver: ReceiverProcess) -> None:
    client = CaseClient(receiver.url)
    client.open()
    head = (
        f"PUT /api/v1/cases/{client.case}/intake HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {client.token}\r\n"
        "Content-Type: application/json\r\nContent-Length: 5000\r\n\r\n"
    )
    with socket.create_connection(("127.0.0.1", receiver.port)) as line:
        line.sendall(head.encode() + b'{"format": 1}')
    assert client.view()["state"] == "draft"


def test_unknown_addresses_and_methods_are_answered_in_the_same_shape(receiver: ReceiverProcess) -> None:
    assert code(requests.get(f"{receiver.url}/no/such/page", timeout=30)) == "not_found"
    assert code(requests.post(f"{receiver.url}/api/v1/programme", timeout=30)) == "method_refused"
    assert code(requests.post(f"{receiver.url}/api/v1/payments/webhook", data=b"x", timeout=30)) == "not_found"
