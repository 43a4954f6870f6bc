"""A submission believes no answer that cannot be true: receipts, offsets, pages and numbers that do not fit."""

import msgspec
import pytest

from secondread_desktop.core import events
from secondread_desktop.errors import (
    PatienceExhausted,
    ReceiptUnfitting,
    ReceiverNotOurs,
)
from secondread_shared.contract import Limits
from secondread_shared.states import CaseState, PaymentState
from tests.desktop.desk import CASE, Desk
from tests.support.fake_link import FakeApi, FakeUploads
from tests.support.fake_receiver import Fault

SMALL = Limits(parcel_bytes=5000)


def planned(**parts: object) -> Desk:
    desk = Desk(**parts)
    desk.plan()
    return desk


@pytest.mark.parametrize("lie", ["manifest", "instances", "attachments", "verified"])
def test_a_receipt_that_does_not_fit_keeps_every_copy(lie, monkeypatch):
    desk = planned()
    real_receipt, real_view = FakeApi.receipt, desk.receiver.view

    def receipt(api, case):
        told = real_receipt(api, case)
        lies = {
            "manifest": {"manifest_sha256": "0" * 64},
            "instances": {"instances": 5},
            "attachments": {"attachments": 1},
        }
        return msgspec.structs.replace(told, **lies.get(lie, {}))

    def view(case):
        told = real_view(case)
        is_lie = lie == "verified" and told.state is CaseState.RECEIVED
        return msgspec.structs.replace(told, verified=3) if is_lie else told

    monkeypatch.setattr(FakeApi, "receipt", receipt)
    desk.receiver.view = view
    with pytest.raises(ReceiptUnfitting):
        desk.submit()
    assert desk.staging.files
    assert [submission.case for submission in desk.outbox.pending()] == [CASE]


def test_answers_that_move_nothing_are_waited_out_with_patience(monkeypatch):
    desk = planned(patience_s=20)
    monkeypatch.setattr(FakeUploads, "send", lambda _self, _url, _file, *, offset, size, heard: offset)
    with pytest.raises(PatienceExhausted):
        desk.submit()
    assert 1 < desk.receiver.requests.count("HEAD upload") < 30


@pytest.mark.parametrize("request_name", ["ask", "send"])
def test_an_offset_past_the_end_is_no_receivers_of_ours(request_name, monkeypatch):
    desk = planned()
    desk.receiver.faults.append(Fault("PATCH upload", stored=300))
    monkeypatch.setattr(FakeUploads, request_name, lambda *_places, **_names: 1 << 50)
    with pytest.raises(ReceiverNotOurs):
        desk.submit()


@pytest.mark.parametrize("url", ["javascript:alert(1)", "https://x/\x1b[2J", "file:///etc/passwd"])
def test_a_payment_page_that_is_none_is_never_shown(url, monkeypatch):
    desk = planned()
    desk.receiver.first_payment = PaymentState.PENDING
    real = FakeApi._payment
    monkeypatch.setattr(FakeApi, "_payment", lambda api, record: msgspec.structs.replace(real(api, record), url=url))
    with pytest.raises(ReceiverNotOurs):
        desk.submit()
    assert desk.told.of(events.PaymentAsked) == []


def test_a_case_number_that_cannot_be_printed_is_never_shown():
    desk = planned()
    real = desk.receiver.view
    desk.receiver.view = lambda case: msgspec.structs.replace(real(case), case_number="\x9b2J")
    with pytest.raises(ReceiverNotOurs):
        desk.submit()
    assert desk.told.of(events.Opened) == []
