"""States: the groups hold together."""

from secondread_shared import states
from secondread_shared.states import CaseState, PaymentState


def test_a_case_that_is_still_being_sent_has_neither_ended_nor_arrived():
    assert not states.SENDING_STATES & (states.ENDED_STATES | states.ARRIVED_STATES)


def test_every_state_is_being_sent_has_arrived_or_ended_without_arriving():
    rest = set(CaseState) - states.SENDING_STATES - states.ARRIVED_STATES
    assert rest == {CaseState.WITHDRAWN, CaseState.EXPIRED}
    assert rest <= states.ENDED_STATES


def test_a_declined_or_released_payment_does_not_let_images_through():
    refused = {PaymentState.UNPAID, PaymentState.PENDING, PaymentState.DECLINED, PaymentState.CANCELLED,
               PaymentState.RELEASED}  # fmt: skip
    assert set(PaymentState) - refused == states.SETTLED_ENOUGH_TO_SEND
