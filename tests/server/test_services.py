"""Use cases on a real database and fakes: each refusal, each repetition, each crash between two steps."""

import dataclasses
import datetime
import hashlib
from typing import cast

import msgspec
import pytest

from secondread_server.core.case import CaseEvent
from secondread_server.core.records import CaseRecord
from secondread_server.core.upload_rules import ParcelUpload
from secondread_server.errors import ConsentsMissing, ManifestChanged, RateLimited, UploadUnknown, WrongCaseState
from secondread_server.services.complete_case import complete_case, reconcile
from secondread_server.services.notify import send_due_mails
from secondread_server.services.open_case import open_case
from secondread_server.services.receive_parcel import admit_upload
from secondread_server.services.settle_payment import (
    payment_view,
    release_payment,
    start_payment,
    take_webhook,
)
from secondread_server.services.take_intake import take_intake
from secondread_server.services.take_manifest import take_manifest
from secondread_server.services.verify_case import settle_case, uploads_to_verify, verify_parcel
from secondread_server.services.withdraw import withdraw_case
from secondread_shared.consent import Consent
from secondread_shared.contract import CompleteCase, ParcelReceipt, PutIntake
from secondread_shared.ids import new_case_id, new_token
from secondread_shared.intake import Intake
from secondread_shared.manifest import Manifest
from secondread_shared.money import Money
from secondread_shared.states import CaseState, PaymentState
from tests.support.case_client import INTAKE, make_parcel, manifest
from tests.support.server_fakes import FakeOutside

FILES = [b"first image", b"second image"]


def opened(outside: FakeOutside) -> tuple[CaseRecord, str]:
    token = new_token()
    record = open_case(outside.desk, case=new_case_id(), token=token, place=new_case_id())
    consents = [Consent(t.kind, t.version, accepted=True) for t in outside.desk.rules.programme.texts]
    message = PutIntake(format=1, intake=msgspec.convert(INTAKE, Intake), consents=consents)
    return take_intake(outside.desk, case=record.id, message=message), token


def authorised(outside: FakeOutside, case: str) -> None:
    start_payment(outside.desk, case=case)
    reference = outside.desk.payments.find(case).reference  # type: ignore[union-attr]
    outside.card.books[cast("str", reference)] = PaymentState.AUTHORISED


def sent(outside: FakeOutside, parcel_files: dict[int, bytes]) -> CaseRecord:
    """Send a case whole and complete it; the verification is started but has not run."""
    record, token = opened(outside)
    authorised(outside, record.id)
    parcel = make_parcel(record.id, parcel_files)
    digest = hashlib.sha256(parcel).hexdigest()
    upload = ParcelUpload(case=record.id, ordinal=1, sha256=digest, size=len(parcel))
    admit_upload(outside.desk, parcel=upload, token=token)
    outside.uploads.create(upload.upload_id)
    outside.uploads.append(upload.upload_id, parcel)
    outside.uploads.write_info(upload.upload_id, size=len(parcel), metadata={})
    record = take_manifest(outside.desk, case=record.id, body=msgspec.json.encode(manifest(record.id, FILES)))
    claims = CompleteCase(format=1, parcels=[ParcelReceipt(ordinal=1, size=len(parcel), sha256=digest)])
    return complete_case(outside.desk, record=record, message=claims, workflows=outside.workflows)


def verify(outside: FakeOutside, record: CaseRecord) -> str:
    for upload in uploads_to_verify(outside.desk, record.id):
        verify_parcel(outside.desk, record.id, upload)
    return settle_case(outside.desk, record.id, record.round)


def test_new_cases_are_limited_by_place_and_hour_but_known_ones_are_not(outside: FakeOutside) -> None:
    token, case = new_token(), new_case_id()
    open_case(outside.desk, case=case, token=token, place="here")
    for _ in range(2):
        open_case(outside.desk, case=new_case_id(), token=token, place="here")
    with pytest.raises(RateLimited):
        open_case(outside.desk, case=new_case_id(), token=token, place="here")
    open_case(outside.desk, case=case, token=token, place="here")
    open_case(outside.desk, case=new_case_id(), token=token, place="there")


def test_a_whole_case_is_received_once_with_one_mail(outside: FakeOutside) -> None:
    record = sent(outside, {1: FILES[0], 2: FILES[1]})
    assert verify(outside, record) == CaseState.RECEIVED
    assert verify(outside, record) == CaseState.RECEIVED
    assert send_due_mails(outside.desk) == 1
    assert send_due_mails(outside.desk) == 0
    [(to, subject, text, _)] = outside.mailer.sent
    assert to == INTAKE["email"]
    assert "27 November 2026" in text
    assert "Maria" not in subject + text


def test_bytes_are_durable_before_an_item_counts_as_verified(outside: FakeOutside) -> None:
    record = sent(outside, {1: FILES[0], 2: FILES[1]})
    [upload] = uploads_to_verify(outside.desk, record.id)
    verify_parcel(outside.desk, record.id, upload)
    assert outside.objects.settled == outside.objects.contents
    assert outside.desk.parcels.verified_instances(record.id) == 2


def test_what_does_not_agree_with_the_manifest_is_not_stored(outside: FakeOutside) -> None:
    record = sent(outside, {1: FILES[0], 2: b"not the second"})
    assert verify(outside, record) == CaseState.NEEDS_MORE
    assert outside.desk.cases.get(record.id).needed == (2,)
    assert hashlib.sha256(b"not the second").hexdigest() not in str(outside.objects.contents)


def test_an_entry_that_the_manifest_does_not_know_is_not_stored(outside: FakeOutside) -> None:
    record = sent(outside, {1: FILES[0], 2: FILES[1], 7: b"stowaway"})
    assert verify(outside, record) == CaseState.RECEIVED
    assert b"stowaway" not in outside.objects.contents.values()


def test_a_verification_that_died_is_started_again_in_a_new_round(outside: FakeOutside) -> None:
    record = sent(outside, {1: FILES[0], 2: FILES[1]})
    assert reconcile(outside.desk, outside.workflows) == 0
    outside.workflows.alive.clear()
    assert reconcile(outside.desk, outside.workflows) == 1
    assert outside.workflows.started == [(record.id, 1), (record.id, 2)]
    assert settle_case(outside.desk, record.id, 1) == CaseState.VERIFYING
    assert verify(outside, outside.desk.cases.get(record.id)) == CaseState.RECEIVED


def test_a_broken_mail_server_leaves_the_mail_due(outside: FakeOutside) -> None:
    verify(outside, sent(outside, {1: FILES[0], 2: FILES[1]}))
    outside.mailer.is_broken = True
    assert send_due_mails(outside.desk) == 0
    outside.mailer.is_broken = False
    outside.now += datetime.timedelta(minutes=3)
    assert send_due_mails(outside.desk) == 1


def test_one_refused_address_holds_up_nobody_elses_mail(outside: FakeOutside) -> None:
    for _ in range(3):
        verify(outside, sent(outside, {1: FILES[0], 2: FILES[1]}))
    outside.mailer.refuses_next = 1
    assert send_due_mails(outside.desk) == 2
    outside.now += datetime.timedelta(minutes=3)
    assert send_due_mails(outside.desk) == 1
    assert len({key for _, _, _, key in outside.mailer.sent}) == 3


def test_a_draft_lapses_after_a_day_and_tells_nothing_more(outside: FakeOutside) -> None:
    record = open_case(outside.desk, case=new_case_id(), token=new_token(), place="here")
    outside.now = outside.now.replace(day=25, hour=13)
    assert reconcile(outside.desk, outside.workflows) == 1
    assert outside.desk.cases.get(record.id).state is CaseState.EXPIRED


def test_a_stray_upload_is_removed(outside: FakeOutside) -> None:
    outside.uploads.create("f" * 32)
    assert reconcile(outside.desk, outside.workflows) == 1
    assert outside.uploads.uploads() == []


def test_a_payment_is_created_once_and_anew_only_after_a_refusal(outside: FakeOutside) -> None:
    record, _ = opened(outside)
    first, again = (start_payment(outside.desk, case=record.id) for _ in range(2))
    assert first == again
    assert first.payment_state is PaymentState.PENDING
    outside.card.books["session-1"] = PaymentState.DECLINED
    assert payment_view(outside.desk, case=record.id).payment_state is PaymentState.DECLINED
    anew = start_payment(outside.desk, case=record.id)
    assert anew.url == "https://pay.example/session-2"
    outside.card.books["session-2"] = PaymentState.AUTHORISED
    assert start_payment(outside.desk, case=record.id).payment_state is PaymentState.AUTHORISED
    assert len(outside.card.books) == 2


def test_a_notice_of_a_payment_is_believed_only_as_far_as_the_provider_confirms_it(outside: FakeOutside) -> None:
    record, _ = opened(outside)
    start_payment(outside.desk, case=record.id)
    assert take_webhook(outside.desk, body=b"session-1", headers={})
    assert outside.desk.payments.find(record.id).state is PaymentState.PENDING  # type: ignore[union-attr]
    outside.card.books["session-1"] = PaymentState.AUTHORISED
    assert take_webhook(outside.desk, body=b"session-1", headers={})
    assert take_webhook(outside.desk, body=b"session-1", headers={})
    assert outside.desk.payments.find(record.id).state is PaymentState.AUTHORISED  # type: ignore[union-attr]
    assert not take_webhook(outside.desk, body=b"session-9", headers={})


def test_withdrawing_gives_the_authorisation_back_and_forgets_the_case(outside: FakeOutside) -> None:
    record, _ = opened(outside)
    authorised(outside, record.id)
    withdraw_case(outside.desk, record=outside.desk.cases.get(record.id))
    withdraw_case(outside.desk, record=outside.desk.cases.get(record.id))
    assert outside.card.books == {"session-1": PaymentState.RELEASED}
    assert outside.card.captured == []
    assert outside.desk.cases.intake(record.id) is None


def test_a_release_ends_a_page_that_nobody_has_acted_on(outside: FakeOutside) -> None:
    record, _ = opened(outside)
    release_payment(outside.desk, case=record.id)
    start_payment(outside.desk, case=record.id)
    release_payment(outside.desk, case=record.id)
    assert outside.card.books == {"session-1": PaymentState.CANCELLED}


def test_a_withdrawn_case_starts_no_payment(outside: FakeOutside) -> None:
    record, _ = opened(outside)
    withdraw_case(outside.desk, record=record)
    with pytest.raises(WrongCaseState):
        start_payment(outside.desk, case=record.id)
    assert outside.card.books == {}


def test_a_card_that_is_authorised_on_a_page_left_open_is_released_at_once(outside: FakeOutside) -> None:
    record, _ = opened(outside)
    start_payment(outside.desk, case=record.id)
    outside.desk.cases.move(record.id, CaseEvent.WITHDRAWN)  # the process died before it reached the provider
    outside.card.books["session-1"] = PaymentState.AUTHORISED
    assert reconcile(outside.desk, outside.workflows) == 1
    assert outside.card.books == {"session-1": PaymentState.RELEASED}
    assert outside.desk.payments.find(record.id).state is PaymentState.RELEASED  # type: ignore[union-attr]


def test_no_other_amount_than_the_one_agreed_to_is_put_on_a_card(outside: FakeOutside) -> None:
    record, _ = opened(outside)
    dearer = msgspec.structs.replace(outside.desk.rules.programme, fee=Money(99900, "USD"))
    raised = dataclasses.replace(outside.desk, rules=dataclasses.replace(outside.desk.rules, programme=dearer))
    with pytest.raises(ConsentsMissing, match="fee"):
        start_payment(raised, case=record.id)
    assert outside.card.books == {}


def test_a_manifest_that_arrives_late_changes_nothing_of_a_received_case(outside: FakeOutside) -> None:
    record = sent(outside, {1: FILES[0], 2: FILES[1]})
    verify(outside, record)
    before = dict(outside.objects.contents)
    same = msgspec.json.encode(manifest(record.id, FILES))
    take_manifest(outside.desk, case=record.id, body=same)
    with pytest.raises(ManifestChanged):
        take_manifest(outside.desk, case=record.id, body=msgspec.json.encode(manifest(record.id, FILES[:1])))
    with pytest.raises(ManifestChanged):  # what decided on the state of a moment ago
        lesser = msgspec.convert(manifest(record.id, FILES[:1]), Manifest)
        outside.desk.parcels.take_manifest(lesser, sha256="0" * 64)
    assert outside.desk.parcels.verified_instances(record.id) == 2
    assert outside.objects.contents == before


def test_images_stored_while_the_case_was_withdrawn_are_removed(outside: FakeOutside) -> None:
    record = sent(outside, {1: FILES[0], 2: FILES[1]})
    [upload] = uploads_to_verify(outside.desk, record.id)
    outside.objects.on_put = lambda: withdraw_case(outside.desk, record=outside.desk.cases.get(record.id))
    verify_parcel(outside.desk, record.id, upload)
    assert outside.objects.contents == {}


def test_a_late_write_does_not_bring_a_removed_upload_back(outside: FakeOutside) -> None:
    outside.uploads.create("f" * 32)
    outside.uploads.remove("f" * 32)
    for late in (lambda: outside.uploads.append("f" * 32, b"x"), lambda: outside.uploads.make_durable("f" * 32)):
        with pytest.raises(UploadUnknown):
            late()
    assert outside.uploads.uploads() == []


def test_a_parcel_that_was_found_unusable_can_be_sent_again_under_its_id(outside: FakeOutside) -> None:
    record = sent(outside, {1: FILES[0], 2: b"spoilt"})
    verify(outside, record)
    [parcel] = outside.desk.parcels.of_case(record.id)
    assert parcel.is_stored
    outside.desk.parcels.add(msgspec.structs.replace(parcel, is_stored=False))
    assert uploads_to_verify(outside.desk, record.id) == [parcel.upload]


def test_a_withdrawn_case_is_not_received_by_a_late_verification(outside: FakeOutside) -> None:
    record = sent(outside, {1: FILES[0], 2: FILES[1]})
    withdraw_case(outside.desk, record=record)
    assert verify(outside, record) == CaseState.WITHDRAWN
    assert outside.objects.contents == {}
