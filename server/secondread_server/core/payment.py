"""The life of a payment as a table: `(state, event) -> state`. A card is authorised once, then captured or released."""

from enum import StrEnum

from secondread_server.errors import WrongCaseState
from secondread_shared.states import PaymentState


class PaymentEvent(StrEnum):
    """What a provider reports, or what we ask of it."""

    STARTED = "started"
    AUTHORISED = "authorised"
    DECLINED = "declined"
    CANCELLED = "cancelled"
    CAPTURED = "captured"
    RELEASED = "released"
    INVOICED = "invoiced"


_S, _E = PaymentState, PaymentEvent
MOVES: dict[tuple[PaymentState, PaymentEvent], PaymentState] = {
    (_S.UNPAID, _E.STARTED): _S.PENDING,
    (_S.UNPAID, _E.INVOICED): _S.INVOICED,
    (_S.PENDING, _E.AUTHORISED): _S.AUTHORISED,
    (_S.PENDING, _E.DECLINED): _S.DECLINED,
    (_S.PENDING, _E.CANCELLED): _S.CANCELLED,
    (_S.DECLINED, _E.STARTED): _S.PENDING,
    (_S.CANCELLED, _E.STARTED): _S.PENDING,
    (_S.AUTHORISED, _E.CAPTURED): _S.CAPTURED,
    (_S.AUTHORISED, _E.RELEASED): _S.RELEASED,
    (_S.INVOICED, _E.RELEASED): _S.RELEASED,
}
STARTABLE = frozenset(state for state, event in MOVES if event is PaymentEvent.STARTED)


def next_payment_state(state: PaymentState, event: PaymentEvent) -> PaymentState:
    """Return where an event leads; raise `WrongCaseState` if money may not move that way."""
    try:
        return MOVES[state, event]
    except KeyError:
        raise WrongCaseState(f"payment_{event}_in_{state}") from None
