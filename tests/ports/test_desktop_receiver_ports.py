"""`ReceiverApi` and `Uploads`: one suite, against the fake and against the HTTP adapters on a socket."""

import hashlib
import io

import pytest

from secondread_desktop.adapters.receiver_api import HttpLink
from secondread_desktop.core.submission import Parcel
from secondread_desktop.errors import (
    AccessRefused,
    CaseEnded,
    ConsentsMissing,
    IntakeIncomplete,
    OffsetMismatch,
    ParcelsMissing,
    ReceiverBusy,
    ReceiverFull,
    ReceiverRefused,
    ReceiverUnreachable,
    UploadGone,
)
from secondread_shared.contract import FORMAT, CompleteCase, OpenCase, ParcelReceipt
from secondread_shared.manifest import ItemKind, Manifest, ManifestItem
from secondread_shared.states import CaseState, PaymentState
from tests.desktop.desk import CASE, MESSAGE, TOKEN
from tests.support.fake_link import FakeLink
from tests.support.fake_receiver import FakeReceiver, Fault
from tests.support.fake_server import serving

OPEN = OpenCase(FORMAT, "test")
BYTES = bytes(range(256)) * 10
PARCEL = Parcel(1, len(BYTES), hashlib.sha256(BYTES).hexdigest())


def ignored(_offset):
    """Keep progress to oneself."""


@pytest.fixture
def receiver():
    return FakeReceiver()


@pytest.fixture(params=["fake", "http"])
def link(request, receiver):
    """Return a maker of links: token to link."""
    if request.param == "fake":
        yield lambda token=TOKEN: FakeLink(receiver, token)
        return
    with serving(receiver) as (address, _):
        yield lambda token=TOKEN: HttpLink(address, token)


def opened(link):
    line = link()
    line.api.open_case(CASE, OPEN)
    line.api.put_intake(CASE, MESSAGE)
    return line


def test_the_programme_needs_no_token(link):
    assert link(None).api.programme().name == "Test programme"


def test_opening_twice_gives_the_same_case(link):
    line = link()
    assert line.api.open_case(CASE, OPEN) == line.api.open_case(CASE, OPEN)


def test_another_token_is_refused(link):
    link().api.open_case(CASE, OPEN)
    with pytest.raises(AccessRefused):
        link("x" * 43).api.case(CASE)


def test_an_unknown_case_is_ended(link):
    with pytest.raises(CaseEnded):
        link().api.case(CASE)


def test_an_incomplete_intake_names_its_fields(link, receiver):
    line = link()
    line.api.open_case(CASE, OPEN)
    import msgspec

    broken = msgspec.structs.replace(MESSAGE, intake=msgspec.structs.replace(MESSAGE.intake, last_name=""))
    with pytest.raises(IntakeIncomplete) as raised:
        line.api.put_intake(CASE, broken)
    assert [problem.field for problem in raised.value.fields] == ["last_name"]


def test_missing_consents_are_told(link):
    line = link()
    line.api.open_case(CASE, OPEN)
    with pytest.raises(ConsentsMissing):
        line.uploads.create(CASE, PARCEL)


def test_an_upload_is_created_asked_sent_and_found_again(link):
    line = opened(link)
    place = line.uploads.create(CASE, PARCEL)
    assert place.offset == 0
    offset = 0
    while offset < PARCEL.size:
        offset = line.uploads.send(place.url, io.BytesIO(BYTES), offset=offset, size=PARCEL.size, heard=ignored)
    assert line.uploads.ask(place.url) == PARCEL.size
    assert line.uploads.create(CASE, PARCEL).offset == PARCEL.size


def test_a_wrong_offset_is_a_mismatch(link):
    line = opened(link)
    place = line.uploads.create(CASE, PARCEL)
    with pytest.raises(OffsetMismatch):
        line.uploads.send(place.url, io.BytesIO(BYTES), offset=7, size=PARCEL.size, heard=ignored)


def test_a_terminated_upload_is_gone_and_may_be_terminated_again(link):
    line = opened(link)
    place = line.uploads.create(CASE, PARCEL)
    line.uploads.terminate(place.url)
    line.uploads.terminate(place.url)
    with pytest.raises(UploadGone):
        line.uploads.ask(place.url)


def test_an_incomplete_upload_is_missing_at_complete(link, receiver):
    line = opened(link)
    line.api.ask_payment(CASE)
    line.uploads.create(CASE, PARCEL)
    message = CompleteCase(FORMAT, [ParcelReceipt(1, PARCEL.size, PARCEL.sha256)])
    with pytest.raises(ParcelsMissing):
        line.api.complete(CASE, message)


def test_a_second_different_manifest_is_refused(link):
    line = opened(link)
    item = ManifestItem(1, ItemKind.ATTACHMENT, "a", 1, "0" * 64)
    line.api.put_manifest(CASE, Manifest(1, CASE, [item]))
    line.api.put_manifest(CASE, Manifest(1, CASE, [item]))
    with pytest.raises(ReceiverRefused) as raised:
        line.api.put_manifest(CASE, Manifest(1, CASE, [item], deidentification="other"))
    assert raised.value.code == "manifest_changed"


def test_a_payment_is_asked_for_and_looked_at(link):
    line = opened(link)
    assert line.api.ask_payment(CASE).payment_state is PaymentState.INVOICED
    assert line.api.payment(CASE).payment_state is PaymentState.INVOICED


def test_a_withdrawn_case_stays_withdrawn(link):
    line = opened(link)
    assert line.api.withdraw(CASE).state is CaseState.WITHDRAWN
    assert line.api.withdraw(CASE).state is CaseState.WITHDRAWN


@pytest.mark.parametrize(
    "error", [ReceiverBusy(status=429, retry_after_s=9), ReceiverFull(), ReceiverUnreachable("connect")]
)
def test_what_may_be_tried_again_is_told_as_such(link, receiver, error):
    line = opened(link)
    receiver.faults.append(Fault("GET case", error=error))
    with pytest.raises(type(error)) as raised:
        line.api.case(CASE)
    assert raised.value.retry_after_s == error.retry_after_s
    assert line.api.case(CASE).case == CASE


def test_bodies_are_counted(link):
    line = opened(link)
    before = line.body_bytes
    place = line.uploads.create(CASE, PARCEL)
    offset = line.uploads.send(place.url, io.BytesIO(BYTES), offset=0, size=PARCEL.size, heard=ignored)
    assert line.body_bytes - before == offset
    line.api.ask_payment(CASE)
    assert line.body_bytes - before == offset + 2
