"""Authorise, watch, capture and release the payment of a case. The provider is asked; its answer moves our table."""

import logging
from collections.abc import Callable

from secondread_server.core.case import AT_WORK_STATES
from secondread_server.core.payment import MOVES, STARTABLE, PaymentEvent
from secondread_server.core.records import PaymentRecord
from secondread_server.errors import ConsentsMissing, PaymentUnavailable, WrongCaseState
from secondread_server.services.collaborators import Desk
from secondread_shared.consent import ConsentKind
from secondread_shared.contract import FORMAT, PaymentView
from secondread_shared.ids import new_case_id
from secondread_shared.money import Money
from secondread_shared.redaction import log_event
from secondread_shared.states import ENDED_STATES, CaseState, PaymentState

_log = logging.getLogger(__name__)
_EVENT_OF_STATE = {
    PaymentState.AUTHORISED: PaymentEvent.AUTHORISED,
    PaymentState.DECLINED: PaymentEvent.DECLINED,
    PaymentState.CANCELLED: PaymentEvent.CANCELLED,
    PaymentState.CAPTURED: PaymentEvent.CAPTURED,
    PaymentState.RELEASED: PaymentEvent.RELEASED,
}


def start_payment(desk: Desk, *, case: str) -> PaymentView:
    """Return the payment of a case, created if there is none and started anew after a refusal."""
    card, amount = desk.card, desk.rules.programme.fee
    if card is None or amount is None:
        return _view(None)
    _may_start(desk, case, amount)
    unpaid = PaymentRecord(case=case, provider=card.name, state=PaymentState.UNPAID, amount=amount)
    record = watch_payment(desk, case=desk.payments.insert(unpaid).case)
    if record is None or record.state not in STARTABLE:
        return _view(record)
    if record.amount != amount:
        raise ConsentsMissing("fee")
    session = card.create(case=case, amount=amount, attempt=new_case_id())
    event = PaymentEvent.INVOICED if session.state is PaymentState.INVOICED else PaymentEvent.STARTED
    try:
        return _view(desk.payments.move(case, event, reference=session.reference, url=session.url))
    except WrongCaseState:  # the same request ran twice at once: the other one's session stands
        return _view(desk.payments.find(case))


def _may_start(desk: Desk, case: str, amount: Money) -> None:
    """Refuse a payment before the consents, after the end, and of another amount than the one agreed to."""
    state = desk.cases.get(case).state
    if state is CaseState.DRAFT:
        raise ConsentsMissing
    if state in ENDED_STATES:
        raise WrongCaseState(f"payment_in_{state}")
    agreed = {consent.version for consent in desk.cases.consents(case) if consent.kind is ConsentKind.FEE}
    if str(amount) not in agreed:
        raise ConsentsMissing("fee")


def payment_view(desk: Desk, *, case: str) -> PaymentView:
    """Return where the payment stands, asking the provider while a person must act."""
    return _view(watch_payment(desk, case=case)) if desk.card else _view(None)


def watch_payment(desk: Desk, *, case: str) -> PaymentRecord | None:
    """Ask the provider about a pending payment and note what it says; safe to repeat."""
    record = desk.payments.find(case)
    if record is None or desk.card is None or record.state is not PaymentState.PENDING or not record.reference:
        return record
    event = _EVENT_OF_STATE.get(desk.card.status(record.reference))
    if event is None or (record.state, event) not in MOVES:
        return record
    try:
        record = desk.payments.move(case, event, url=None)
    except WrongCaseState:  # a webhook was faster
        return desk.payments.find(case)
    if event is PaymentEvent.AUTHORISED and desk.cases.get(case).state in ENDED_STATES:
        release_payment(desk, case=case)  # the page stood open while the case was withdrawn
        return desk.payments.find(case)
    return record


def release_ended(desk: Desk) -> int:
    """Release what cases that have ended still hold, whatever was missed when they ended; return how many."""
    return sum(_did(release_payment, desk, case) for case in desk.payments.of_ended_cases())


def capture_accepted(desk: Desk) -> int:
    """Capture what accepted cases still only hold: the provider did not answer, or a process died; return how many."""
    return sum(_did(capture_payment, desk, case) for case in desk.payments.of_accepted_cases())


def _did(settle: Callable[..., object], desk: Desk, case: str) -> bool:
    """Settle one payment; a provider that does not answer for one case holds up no other."""
    try:
        settle(desk, case=case)
    except PaymentUnavailable as error:
        log_event(_log, "payment_later", level=logging.WARNING, case=case, reason=error.reason)
        return False
    return True


def take_webhook(desk: Desk, *, body: bytes, headers: dict[str, str]) -> bool:
    """Act on a provider's notice by asking the provider itself; tell whether it spoke of a payment of ours."""
    reference = desk.card.webhook(body, headers) if desk.card else None
    record = desk.payments.find_by_reference(reference) if reference else None
    if record is None:
        return False
    watch_payment(desk, case=record.case)
    return True


def capture_payment(desk: Desk, *, case: str) -> PaymentRecord | None:
    """Take the money that is authorised, at the provider first; safe to repeat. Raises `PaymentUnavailable`.

    The key is the case's: however often this runs, also after a crash between the provider's yes and our note of it,
    the provider takes the money once.
    """
    record = watch_payment(desk, case=case)
    if record is None or desk.card is None or (record.state, PaymentEvent.CAPTURED) not in MOVES:
        return record
    if desk.cases.get(case).state not in AT_WORK_STATES:  # withdrawn in the moment between the move and this
        return record
    return _follow(desk, record, desk.card.capture(record.reference or "", key=f"capture:{case}"))


def release_payment(desk: Desk, *, case: str) -> None:
    """Give an authorisation back, and end a page that nobody has acted on, at the provider first; safe to repeat."""
    record = watch_payment(desk, case=case)
    if record is None or desk.card is None:
        return
    if record.state is not PaymentState.PENDING and (record.state, PaymentEvent.RELEASED) not in MOVES:
        return
    _follow(desk, record, desk.card.release(record.reference) if record.reference else PaymentState.RELEASED)


def _follow(desk: Desk, record: PaymentRecord, state: PaymentState) -> PaymentRecord | None:
    """Note what the provider says has become of the money, which need not be what it was asked for."""
    event = _EVENT_OF_STATE.get(state)
    if event is None or (record.state, event) not in MOVES:
        return record
    try:
        return desk.payments.move(record.case, event, url=None)
    except WrongCaseState:  # the same request ran twice at once
        return desk.payments.find(record.case)


def _view(record: PaymentRecord | None) -> PaymentView:
    if record is None:
        return PaymentView(format=FORMAT, payment_state=PaymentState.NOT_REQUIRED, amount=None, url=None)
    url = record.url if record.state is PaymentState.PENDING else None
    return PaymentView(format=FORMAT, payment_state=record.state, amount=record.amount, url=url)
