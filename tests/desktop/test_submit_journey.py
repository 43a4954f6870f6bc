"""A submission from plan to receipt, on fakes: order, repeat safety, each obstacle."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from secondread_desktop.core import events
from secondread_desktop.errors import (
    AccessRefused,
    CaseEnded,
    CaseUnknownHere,
    OffsetMismatch,
    ParcelLost,
    PatienceExhausted,
    PaymentRefused,
    ReceiverBusy,
    ReceiverFull,
    ReceiverNotOurs,
    ReceiverUnreachable,
    UploadGone,
)
from secondread_shared.contract import Limits
from secondread_shared.states import CaseState, PaymentState
from tests.desktop.desk import CASE, Desk, images
from tests.support.fake_media import FakeFile, FakeMedium
from tests.support.fake_receiver import FakeReceiver, Fault

SMALL = Limits(parcel_bytes=5000)


def planned(**parts: object) -> Desk:
    desk = Desk(**parts)
    desk.plan()
    return desk


def test_a_disc_arrives_whole_and_in_its_order():
    desk = planned()
    outcome = desk.submit()
    assert desk.received() == desk.originals()
    assert (outcome.instances, outcome.verified, outcome.state) == (12, 12, "received")
    assert outcome.bytes_original == sum(map(len, desk.originals()))


def test_requests_come_in_the_order_of_the_journey():
    desk = planned()
    desk.submit()
    firsts = list(dict.fromkeys(desk.receiver.requests))
    assert firsts == [
        "PUT case", "GET programme", "PUT intake", "PUT payment", "POST upload", "PATCH upload", "PUT manifest",
        "POST complete", "GET case", "GET receipt",
    ]  # fmt: skip


def test_nothing_leaves_before_the_plan_stands():
    desk = planned()
    assert desk.receiver.requests == []


def test_parcels_close_at_the_receivers_limit_and_all_arrive():
    desk = planned(receiver=FakeReceiver(limits=SMALL))
    desk.submit()
    assert len(desk.receiver.uploads) > 3
    assert desk.received() == desk.originals()


def test_each_source_file_is_opened_once_for_staging():
    desk = planned()
    desk.medium.opened.clear()
    desk.submit()
    assert desk.medium.opened == list(desk.medium.files)


def test_an_ended_submission_tells_its_outcome_again_without_asking_anybody():
    desk = planned()
    first = desk.submit()
    desk.receiver.requests.clear()
    assert desk.submit() == first
    assert desk.receiver.requests == []


def test_the_intake_is_gone_from_this_computer_once_acknowledged():
    desk = planned()
    seen = []
    desk.receiver.on_request = lambda name: seen.append((name, desk.outbox.intake(CASE) is None))
    desk.submit()
    assert ("PUT intake", False) in seen
    assert all(gone for name, gone in seen if name not in ("PUT case", "GET programme", "PUT intake"))


def test_a_lost_answer_to_the_intake_sends_it_again():
    desk = planned()
    desk.receiver.faults.append(Fault("PUT intake", is_after=True))
    desk.submit()
    assert desk.receiver.requests.count("PUT intake") == 2


def test_prepared_copies_are_deleted_only_after_verification():
    desk = planned()
    copies = []
    desk.receiver.on_request = lambda name: copies.append((name, bool(desk.staging.files)))
    desk.submit()
    assert ("GET receipt", True) in copies
    assert desk.staging.files == {}
    assert desk.outbox.pending() == []


NAMES = [
    "PUT case", "GET programme", "PUT intake", "PUT payment", "POST upload", "PATCH upload", "PUT manifest",
    "POST complete", "GET case", "GET receipt",
]  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("is_after", [False, True])
def test_any_request_may_fail_or_lose_its_answer(name, is_after):
    desk = planned()
    desk.receiver.faults.append(Fault(name, is_after=is_after))
    desk.submit()
    assert desk.received() == desk.originals()
    assert len(desk.receiver.cases) == 1


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("is_after", [False, True])
def test_a_process_that_dies_at_any_request_goes_on_from_there(name, is_after):
    desk = planned(receiver=FakeReceiver(limits=SMALL))
    desk.receiver.faults.append(Fault(name, error=KeyboardInterrupt(), is_after=is_after))
    with pytest.raises(KeyboardInterrupt):
        desk.submit()
    outcome = desk.submit()
    assert desk.received() == desk.originals()
    assert len(desk.receiver.cases[CASE].manifest.items) == 12
    assert outcome.verified == 12


@given(
    faults=st.lists(
        st.builds(
            Fault,
            request=st.sampled_from(["PATCH upload", "POST upload", "HEAD upload"]),
            error=st.sampled_from(
                [ReceiverUnreachable("cut"), OffsetMismatch(), ReceiverFull(), UploadGone(), KeyboardInterrupt()]
            ),
            stored=st.integers(0, 999),
            is_after=st.booleans(),
        ),
        max_size=12,
    )
)
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
def test_any_interleaving_of_cuts_and_restarts_gives_the_same_bytes(faults):
    desk = planned(receiver=FakeReceiver(limits=SMALL), medium=FakeMedium(dict(images(6))))
    desk.receiver.faults.extend(faults)
    for _ in range(len(faults) + 1):
        try:
            desk.submit()
        except KeyboardInterrupt:
            continue
        break
    assert desk.received() == desk.originals()
    assert desk.outbox.outcome(CASE).verified == 6


def test_at_most_one_chunk_is_sent_twice_for_each_cut():
    calm = planned(receiver=FakeReceiver(limits=SMALL)).submit().bytes_sent
    desk = planned(receiver=FakeReceiver(limits=SMALL))
    desk.receiver.faults.extend(Fault("PATCH upload", stored=10) for _ in range(5))
    assert desk.submit().bytes_sent <= calm + 5 * 1000


def test_waiting_is_told_with_its_reason():
    desk = planned()
    desk.receiver.faults.append(Fault("PATCH upload", error=ReceiverFull()))
    desk.submit()
    assert [event.reason for event in desk.told.of(events.Waiting)] == ["receiver_full"]


def test_retry_after_is_respected():
    desk = planned()
    desk.receiver.faults.append(Fault("PUT case", error=ReceiverBusy(status=429, retry_after_s=17)))
    desk.submit()
    assert 17 in desk.clock.slept


def test_no_progress_for_too_long_ends_and_can_go_on():
    desk = planned(patience_s=20)
    desk.receiver.faults.extend(Fault("PATCH upload") for _ in range(50))
    with pytest.raises(PatienceExhausted):
        desk.submit()
    desk.receiver.faults.clear()
    desk.submit()
    assert desk.received() == desk.originals()


def test_progress_starts_the_patience_afresh():
    desk = planned(receiver=FakeReceiver(limits=SMALL), patience_s=3)
    desk.receiver.faults.extend(Fault("PATCH upload", stored=100) for _ in range(20))
    desk.submit()
    assert desk.received() == desk.originals()


@pytest.mark.parametrize("error", [AccessRefused(), ReceiverNotOurs()])
def test_what_only_a_person_can_change_is_not_repeated(error):
    desk = planned()
    desk.receiver.faults.append(Fault("PATCH upload", error=error))
    with pytest.raises(type(error)):
        desk.submit()
    assert desk.receiver.requests.count("PATCH upload") == 1


def test_a_forgotten_upload_is_created_again_from_the_same_parcel():
    desk = planned()
    desk.receiver.faults.append(Fault("PATCH upload", stored=300))
    desk.receiver.on_request = lambda name: name == "HEAD upload" and desk.receiver.uploads.clear()
    desk.submit()
    assert desk.receiver.requests.count("POST upload") == 2
    assert desk.received() == desk.originals()


def test_a_pending_payment_shows_its_page_once_and_is_waited_for():
    desk = planned()
    desk.receiver.first_payment = PaymentState.PENDING
    desk.receiver.payment_steps.extend([PaymentState.PENDING] * 5 + [PaymentState.AUTHORISED])
    desk.submit()
    assert [event.url for event in desk.told.of(events.PaymentAsked)] == ["https://pay.example/1"]


def test_the_upload_runs_while_the_payment_is_pending_but_completes_after_it():
    desk = planned()
    desk.receiver.first_payment = PaymentState.PENDING
    desk.receiver.payment_steps.extend([PaymentState.PENDING] * 3 + [PaymentState.AUTHORISED])
    desk.submit()
    requests = desk.receiver.requests
    last_payment = len(requests) - 1 - requests[::-1].index("GET payment")
    assert requests.index("PATCH upload") < last_payment < requests.index("PUT manifest")


def test_a_declined_payment_stops_and_another_card_goes_on():
    desk = planned()
    desk.receiver.first_payment = PaymentState.PENDING
    desk.receiver.payment_steps.append(PaymentState.DECLINED)
    with pytest.raises(PaymentRefused):
        desk.submit()
    desk.receiver.first_payment = PaymentState.AUTHORISED
    desk.submit()
    assert desk.received() == desk.originals()


def test_a_receiver_that_lost_an_upload_gets_it_again_at_complete():
    desk = planned()
    lost = []

    def lose_once(name):
        if name == "POST complete" and not lost:
            lost.append(1)
            desk.receiver.uploads.clear()

    desk.receiver.on_request = lose_once
    desk.submit()
    assert desk.received() == desk.originals()


@pytest.mark.parametrize("state", [CaseState.WITHDRAWN, CaseState.EXPIRED])
def test_a_case_that_the_programme_ended_takes_nothing_more(state):
    desk = planned()
    desk.receiver.faults.append(Fault("PATCH upload", error=KeyboardInterrupt()))
    with pytest.raises(KeyboardInterrupt):
        desk.submit()
    desk.receiver.cases[CASE].state = state
    with pytest.raises(CaseEnded):
        desk.submit()


def test_a_case_ended_in_the_middle_is_told_as_such():
    desk = planned()

    def end(name):
        if name == "POST upload":
            desk.receiver.cases[CASE].state = CaseState.WITHDRAWN

    desk.receiver.on_request = end
    with pytest.raises(CaseEnded):
        desk.submit()


def test_a_lost_secret_is_told():
    desk = planned()
    desk.credentials.forget(CASE)
    with pytest.raises(CaseUnknownHere):
        desk.submit()


def without_its_copies() -> Desk:
    """Return a desk that died while uploading, whose prepared copies then disappeared."""
    desk = planned()
    desk.receiver.faults.append(Fault("PATCH upload", error=KeyboardInterrupt()))
    with pytest.raises(KeyboardInterrupt):
        desk.submit()
    desk.staging.files.clear()
    return desk


def test_a_prepared_copy_that_disappeared_is_read_again_into_a_new_parcel_and_its_upload_ends():
    desk = without_its_copies()
    assert [upload.ordinal for upload in desk.receiver.uploads.values()] == [1]
    outcome = desk.submit()
    assert outcome.verified == outcome.instances == len(images())
    assert [upload.ordinal for upload in desk.receiver.uploads.values()] == [2]


def test_a_prepared_copy_is_never_replaced_by_something_else():
    desk = without_its_copies()
    name = next(iter(desk.medium.files))
    desk.medium.files[name] = FakeFile(bytes(len(desk.medium.files[name].content)))
    with pytest.raises(ParcelLost):
        desk.submit()


def test_a_prepared_copy_whose_disc_is_out_asks_for_the_disc():
    desk = without_its_copies()
    desk.medium.is_in = False
    with pytest.raises(ParcelLost):
        desk.submit()
