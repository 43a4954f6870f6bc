"""The life of a payment: money moves only along the table."""

import itertools

import pytest

from secondread_server.core.payment import MOVES, STARTABLE, PaymentEvent, next_payment_state
from secondread_server.errors import WrongCaseState
from secondread_shared.states import SETTLED_ENOUGH_TO_SEND, PaymentState

FORBIDDEN = sorted(set(itertools.product(PaymentState, PaymentEvent)) - set(MOVES))


@pytest.mark.parametrize(("state", "event"), FORBIDDEN)
def test_a_move_that_is_not_in_the_table_is_refused(state: PaymentState, event: PaymentEvent) -> None:
    with pytest.raises(WrongCaseState):
        next_payment_state(state, event)


@pytest.mark.parametrize(("state", "event"), sorted(MOVES))
def test_a_move_in_the_table_leads_where_it_says(state: PaymentState, event: PaymentEvent) -> None:
    assert next_payment_state(state, event) is MOVES[state, event]


def test_money_is_captured_once_and_only_after_it_was_authorised() -> None:
    ways = {pair for pair, target in MOVES.items() if target is PaymentState.CAPTURED}
    assert ways == {(PaymentState.AUTHORISED, PaymentEvent.CAPTURED)}
    assert not [event for state, event in MOVES if state is PaymentState.CAPTURED]


def test_a_card_is_asked_again_only_after_a_refusal() -> None:
    assert {PaymentState.UNPAID, PaymentState.DECLINED, PaymentState.CANCELLED} == STARTABLE
    assert not STARTABLE & SETTLED_ENOUGH_TO_SEND
