"""The pure tables: retrying, when parcels close, how long it takes, selection, sentences."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondread_desktop import errors
from secondread_desktop.adapters import answers
from secondread_desktop.cli.exits import exit_code_of
from secondread_desktop.core.catalogue import Catalogue, Found, FoundFile, Header
from secondread_desktop.core.progress import Pace, TimeLeft
from secondread_desktop.core.retry import Step, delay_s, upload_step
from secondread_desktop.core.selection import Wanted, select
from secondread_desktop.core.upload_plan import fits_alone, is_due, must_close_before
from secondread_desktop.errors import DesktopError, NothingToSend, code_of
from secondread_desktop.ui import texts
from secondread_shared.contract import MIB, Limits


@pytest.mark.parametrize(
    ("status", "step"),
    [
        (302, Step.NOT_OURS),
        (200, Step.NOT_OURS),
        (400, Step.BUG),
        (401, Step.PERSON_ACCESS),
        (403, Step.PERSON_ACCESS),
        (404, Step.CREATE_AGAIN),
        (407, Step.NOT_OURS),
        (408, Step.WAIT),
        (409, Step.ASK_OFFSET),
        (410, Step.CREATE_AGAIN),
        (412, Step.BUG),
        (413, Step.PERSON_TOO_LARGE),
        (423, Step.ASK_OFFSET),
        (429, Step.WAIT),
        (500, Step.WAIT),
        (502, Step.WAIT),
        (503, Step.WAIT),
        (507, Step.WAIT_FOR_SPACE),
    ],
)
def test_each_status_has_its_step(status, step):
    assert upload_step(status) is step


def test_each_step_has_its_error():
    assert set(answers._BY_STEP) == set(Step)


@given(st.integers(0, 1000), st.floats(0, 1), st.none() | st.floats(0, 1e6))
def test_delays_grow_stay_bounded_and_respect_the_receiver(attempt, jitter, asked):
    delay = delay_s(attempt, jitter=jitter, asked_s=asked)
    assert 0.25 <= delay <= 300
    assert delay >= min(asked or 0, 300)


def test_delays_double_up_to_half_a_minute():
    assert [delay_s(attempt, jitter=1.0) for attempt in (0, 1, 2, 6, 50)] == [0.5, 1.0, 2.0, 30.0, 30.0]


def test_parcels_close_at_eight_mebibytes_then_at_twice_that():
    limits = Limits()
    assert not is_due(1, size_bytes=8 * MIB - 1, limits=limits)
    assert is_due(1, size_bytes=8 * MIB, limits=limits)
    assert not is_due(2, size_bytes=16 * MIB - 1, limits=limits)
    assert is_due(9, size_bytes=256 * MIB, limits=limits)


def test_a_parcel_never_outgrows_what_the_receiver_takes():
    limits = Limits(upload_bytes=10_000)
    assert fits_alone(8_000, limits)
    assert not fits_alone(9_999, limits)
    assert must_close_before(5_000, size_bytes=5_000, entries=1, limits=limits)
    assert not must_close_before(5_000, size_bytes=0, entries=0, limits=limits)


def test_the_time_left_is_a_range_that_surrounds_the_steady_rate():
    pace = Pace()
    for second in range(10):
        pace.note(done_bytes=second * 100, now_s=float(second))
    left = pace.time_left(1000)
    assert left is not None
    assert left.low_s < 10 < left.high_s


def test_no_time_is_told_before_anything_was_seen():
    pace = Pace()
    pace.note(done_bytes=0, now_s=0.0)
    assert pace.time_left(1000) is None


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [(5, 20, "less than a minute left"), (70, 130, "1 to 2 minutes left"), (600, 900, "10 to 15 minutes left")],
)
def test_the_time_left_is_told_in_minutes(low, high, words):
    assert texts.time_left(TimeLeft(low, high)) == words


def item(number, *, patient="1", study="1.1"):
    return Found(FoundFile(1, (str(number),), 1, 1), Header(patient_id=patient, study_instance_uid=study))


DOCUMENT = Found(FoundFile(1, ("report.pdf",), 1, 1))


def test_documents_go_along_only_where_they_can_belong_to_one_person():
    alone = Catalogue(found=(item(1), DOCUMENT, item(2, study="1.2")))
    assert select(alone, Wanted()).found == alone.found
    assert select(alone, Wanted(studies=("1.2",))).attachments_left_out == 1
    two = Catalogue(found=(item(1), DOCUMENT, item(2, patient="2")))
    assert DOCUMENT not in select(two, Wanted()).found
    assert select(two, Wanted(patient_id="2")).found == (two.found[2],)


@pytest.mark.parametrize("wanted", [Wanted(studies=("9.9",)), Wanted(studies=("1.1", "9.9")), Wanted(patient_id="9")])
def test_a_choice_that_is_not_there_is_nothing_to_send(wanted):
    with pytest.raises(NothingToSend):
        select(Catalogue(found=(item(1),)), wanted)


def leaves(kind=DesktopError):
    below = kind.__subclasses__()
    return [kind] * (kind is not DesktopError) + [leaf for sub in below for leaf in leaves(sub)]


@pytest.mark.parametrize("leaf", leaves(), ids=lambda leaf: leaf.__name__)
def test_each_error_has_a_sentence_for_people_and_is_drawn_in_the_tree(leaf):
    if leaf not in (errors.Transient, errors.PersonMustAct):
        sentence = texts.ERRORS[leaf]
        assert len(sentence) > 60
        assert sentence.endswith((".", "secondread resume", "list", "ADDRESS", "CASE"))
    assert f"─ {leaf.__name__} " in errors.__doc__


def test_exit_codes_tell_waiting_from_acting_and_from_bugs():
    assert exit_code_of(errors.PatienceExhausted("connect")) == 4
    assert exit_code_of(errors.ReceiverUnreachable()) == 4
    assert exit_code_of(errors.DiscUnreadable(1)) == 4
    assert exit_code_of(errors.NothingToSend()) == 3
    assert exit_code_of(errors.IdentityUndecided("several")) == 3
    assert exit_code_of(errors.ReceiverRefused(status=400)) == 1


def test_errors_have_code_words():
    assert code_of(errors.IdentityUndecided("x")) == "identity_undecided"


def test_sizes_are_told_in_plain_units():
    assert [texts.sizes(count) for count in (0, 999, 16_800_000, 2_500_000_000)] == [
        "0 bytes", "999 bytes", "16.8 MB", "2.5 GB",
    ]  # fmt: skip
