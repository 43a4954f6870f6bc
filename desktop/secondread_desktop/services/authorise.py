"""Authorise: ask for the payment once, show its page to the person, and watch until it is settled enough to send."""

from secondread_desktop.core.events import PaymentAsked, PaymentSettled, Tell
from secondread_desktop.errors import PaymentRefused, ReceiverNotOurs
from secondread_desktop.services.patience import Patience
from secondread_desktop.services.ports import Clock, ReceiverApi
from secondread_shared.contract import PaymentView
from secondread_shared.states import SETTLED_ENOUGH_TO_SEND, PaymentState

_ASK_EVERY_S = 2.0
_REFUSED = frozenset({PaymentState.DECLINED, PaymentState.CANCELLED, PaymentState.RELEASED})


class PaymentWatch:
    """The payment of one case. May be looked at between uploads; `settle` waits for it."""

    def __init__(self, case: str, *, api: ReceiverApi, clock: Clock, patience: Patience, tell: Tell) -> None:
        self._case = case
        self._api = api
        self._clock = clock
        self._patience = patience
        self._tell = tell
        self._shown: str | None = None
        self._asked_s = 0.0
        self.is_settled = False

    def begin(self) -> None:
        """Create the payment, or find the one that is there. Raises `PaymentRefused`."""
        self._judge(self._patience.insist(lambda: self._api.ask_payment(self._case)))

    def look(self) -> None:
        """Ask how it stands, unless that was just asked. Raises `PaymentRefused`."""
        if not self.is_settled and self._clock.now_s() - self._asked_s >= _ASK_EVERY_S:
            self._ask()

    def settle(self) -> None:
        """Wait until it is settled enough. Raises `PaymentRefused` or `PatienceExhausted`."""
        while not self.is_settled:
            self._patience.pause(_ASK_EVERY_S, reason="payment", is_told=False)
            self._ask()

    def _ask(self) -> None:
        self._judge(self._patience.insist(lambda: self._api.payment(self._case), is_progress=False))

    def _judge(self, view: PaymentView) -> None:
        self._asked_s = self._clock.now_s()
        if view.payment_state in _REFUSED:
            raise PaymentRefused(view.payment_state)
        if view.payment_state in SETTLED_ENOUGH_TO_SEND:
            self.is_settled = True
            self._patience.progressed()
            self._tell(PaymentSettled())
        elif view.url and view.url != self._shown:
            if not view.url.isprintable() or not view.url.startswith(("https://", "http://")):
                raise ReceiverNotOurs  # no page, or one that would write to the person's terminal
            self._shown = view.url
            self._tell(PaymentAsked(url=view.url))
