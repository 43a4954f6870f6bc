"""The life of a case: the table is the product, so every pair that is not in it must be refused."""

import itertools

import pytest

from secondread_server.core.case import MOVES, UPLOAD_STATES, CaseEvent, next_state
from secondread_server.errors import WrongCaseState
from secondread_shared.states import ENDED_STATES, SENDING_STATES, CaseState

FORBIDDEN = sorted(set(itertools.product(CaseState, CaseEvent)) - set(MOVES))


@pytest.mark.parametrize(("state", "event"), FORBIDDEN)
def test_a_move_that_is_not_in_the_table_is_refused(state: CaseState, event: CaseEvent) -> None:
    with pytest.raises(WrongCaseState, match=f"{event}_in_{state}"):
        next_state(state, event)


@pytest.mark.parametrize(("state", "event"), sorted(MOVES))
def test_a_move_in_the_table_leads_where_it_says(state: CaseState, event: CaseEvent) -> None:
    assert next_state(state, event) is MOVES[state, event]


def test_every_state_but_the_first_can_be_reached() -> None:
    reached = {CaseState.DRAFT}
    while True:
        more = {target for (state, _), target in MOVES.items() if state in reached} | reached
        if more == reached:
            break
        reached = more
    assert reached == set(CaseState)


def test_an_ended_case_never_moves_again() -> None:
    assert not [pair for pair in MOVES if pair[0] in ENDED_STATES]


def test_no_case_is_received_but_by_verification() -> None:
    ways = {pair for pair, target in MOVES.items() if target is CaseState.RECEIVED}
    assert ways == {(CaseState.VERIFYING, CaseEvent.VERIFIED)}


def test_bytes_are_taken_only_after_consents_and_before_verification() -> None:
    assert SENDING_STATES - {CaseState.DRAFT, CaseState.VERIFYING} == UPLOAD_STATES


def test_nothing_lapses_once_it_has_arrived() -> None:
    assert {state for state, event in MOVES if event is CaseEvent.LAPSED} <= SENDING_STATES
