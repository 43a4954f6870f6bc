"""The whole journey against the real receiver, by a client that was written from the protocol."""

import json
import os
from pathlib import Path

from tests.support.case_client import CaseClient, make_parcel
from tests.support.receiver import ReceiverProcess, wait_until

FILES = [os.urandom(70_000), b"", b"x" * 10, os.urandom(2_000_000)]


def send(client: CaseClient) -> None:
    parcels = [
        make_parcel(client.case, {1: FILES[0], 2: FILES[1]}),
        make_parcel(client.case, {3: FILES[2], 4: FILES[3]}, ordinal=2),
    ]
    for ordinal, parcel in enumerate(parcels, 1):
        client.upload(parcel, ordinal=ordinal)
    assert client.put_manifest(FILES).status_code == 200
    assert client.complete(parcels).status_code == 202


def is_in(client: CaseClient, state: str) -> bool:
    return client.view()["state"] == state


def test_a_case_travels_to_received_and_is_exported_identical(receiver: ReceiverProcess, tmp_path: Path) -> None:
    client = CaseClient(receiver.url).begin()
    send(client)
    wait_until(lambda: is_in(client, "received"))
    view = client.view()
    assert (view["instances"], view["verified"], view["attachments"]) == (4, 4, 0)
    assert view["payment_state"] == "invoiced"
    receiver.command("cases", "export", client.case, str(tmp_path / "out"), "--data", str(receiver.data))
    for number, content in enumerate(FILES, 1):
        assert (tmp_path / "out" / "images" / f"{number}.dcm").read_bytes() == content
    assert json.loads((tmp_path / "out" / "manifest.json").read_bytes())["case"] == client.case


def test_the_receipt_tells_what_arrived_and_only_after_it_did(receiver: ReceiverProcess) -> None:
    client = CaseClient(receiver.url).begin()
    assert client.api("GET", "/receipt").json()["code"] == "case_state"
    send(client)
    wait_until(lambda: is_in(client, "received"))
    receipt = client.api("GET", "/receipt").json()
    assert receipt["instances"] == 4
    assert receipt["studies"] == 1
    assert receipt["original_bytes"] == sum(map(len, FILES))
    assert receipt["promised_by"] > receipt["received"]


def test_a_second_complete_changes_nothing(receiver: ReceiverProcess) -> None:
    client = CaseClient(receiver.url).begin()
    send(client)
    wait_until(lambda: is_in(client, "received"))
    before = client.view()
    assert client.complete([b"anything"]).status_code == 202
    assert client.view() == before


def test_the_bytes_in_flight_are_gone_after_the_case_was_received(receiver: ReceiverProcess) -> None:
    client = CaseClient(receiver.url).begin()
    parcel = make_parcel(client.case, {1: b"one"})
    name = client.upload(parcel).rpartition("/")[2]
    assert (receiver.data / "uploads" / name).exists()
    client.put_manifest([b"one"])
    client.complete([parcel])
    wait_until(lambda: is_in(client, "received"))
    wait_until(lambda: not (receiver.data / "uploads" / name).exists())


def test_entries_that_lie_or_lack_are_asked_for_again_and_then_the_case_is_whole(receiver: ReceiverProcess) -> None:
    client = CaseClient(receiver.url).begin()
    first = make_parcel(client.case, {1: b"right", 2: b"wrong bytes here"})
    client.upload(first)
    files = [b"right", b"other bytes here", b"never sent"]
    client.put_manifest(files)
    client.complete([first])
    wait_until(lambda: is_in(client, "needs_more"))
    view = client.view()
    assert view["needed"] == [2, 3]
    assert view["verified"] == 1
    second = make_parcel(client.case, {2: files[1], 3: files[2]}, ordinal=2)
    client.upload(second, ordinal=2)
    client.complete([first, second])
    wait_until(lambda: is_in(client, "received"))
    assert client.view()["verified"] == 3


def test_a_parcel_that_is_no_parcel_is_asked_for_again_whole(receiver: ReceiverProcess) -> None:
    client = CaseClient(receiver.url).begin()
    junk = os.urandom(5000)
    client.upload(junk)
    client.put_manifest([b"one", b"two"])
    client.complete([junk])
    wait_until(lambda: is_in(client, "needs_more"))
    assert client.view()["needed"] == [1, 2]


def test_a_withdrawn_case_is_forgotten_with_all_its_bytes(receiver: ReceiverProcess) -> None:
    client = CaseClient(receiver.url).begin()
    parcel = make_parcel(client.case, {1: b"one"})
    name = client.upload(parcel).rpartition("/")[2]
    client.put_manifest([b"one"])
    assert client.api("DELETE").json()["state"] == "withdrawn"
    assert client.api("DELETE").json()["state"] == "withdrawn"
    assert not (receiver.data / "uploads" / name).exists()
    assert not (receiver.data / "objects" / "cases" / client.case / "manifest.json").exists()
    assert client.create_upload(parcel).json()["code"] == "case_state"
    assert client.complete([parcel]).json()["code"] == "case_state"
