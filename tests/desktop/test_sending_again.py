"""The receiver asks for some files again: they go in a new parcel, from the copies kept here."""

import pytest

from secondread_desktop.core import events
from secondread_desktop.errors import CaseIncomplete, ParcelLost
from secondread_shared.contract import Limits
from tests.desktop.desk import Desk
from tests.support.fake_receiver import FakeReceiver, Fault

SMALL = Limits(parcel_bytes=5000)


def planned(**parts: object) -> Desk:
    desk = Desk(**parts)
    desk.plan()
    return desk


def test_what_the_receiver_finds_damaged_is_sent_again_in_a_new_parcel():
    desk = planned(receiver=FakeReceiver(limits=SMALL))
    desk.receiver.damage.extend([{2, 7, 11}, set()])
    outcome = desk.submit()
    assert outcome.verified == 12
    assert [event.count for event in desk.told.of(events.SendingAgain)] == [3]
    assert desk.received() == desk.originals()


def test_a_process_that_dies_while_sending_again_builds_no_second_parcel():
    desk = planned()
    desk.receiver.damage.extend([{2}, set()])
    desk.receiver.faults.extend([Fault("POST upload", stored=1, is_after=True)])
    desk.receiver.on_request = lambda name: None
    seen = 0

    def die_at_third_create(name):
        nonlocal seen
        seen += name == "POST upload"
        if name == "POST upload" and seen == 3:
            raise KeyboardInterrupt

    desk.receiver.on_request = die_at_third_create
    with pytest.raises(KeyboardInterrupt):
        desk.submit()
    desk.submit()
    assert len(desk.receiver.uploads) == 2


def test_sending_again_ends_after_three_rounds():
    desk = planned()
    desk.receiver.damage.extend([{1}] * 9)
    with pytest.raises(CaseIncomplete):
        desk.submit()
    assert len(desk.told.of(events.SendingAgain)) == 3
    assert desk.staging.files


def test_a_copy_that_rotted_on_this_disk_is_told_and_not_sent_again():
    desk = planned()
    desk.receiver.damage.append({2})

    def rot(name):
        if name == "GET case" and desk.receiver.requests.count(name) == 1:
            place, content = next(iter(desk.staging.files.items()))
            desk.staging.files[place] = content[:4000] + bytes([content[4000] ^ 1]) + content[4001:]

    desk.receiver.on_request = rot
    with pytest.raises(ParcelLost):
        desk.submit()
