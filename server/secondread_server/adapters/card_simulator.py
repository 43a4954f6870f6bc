"""A card provider for demonstrations and tests: a page and books of its own, but no bank. No money anywhere."""

import hashlib
import re
from collections.abc import Mapping

import sqlalchemy as sa
from sqlalchemy.engine import Engine

from secondread_server.adapters.database.engine import reading
from secondread_server.adapters.database.schema import simulated_cards
from secondread_server.core.card_form import GOOD_CARD
from secondread_server.services.ports import CardSession
from secondread_shared.money import Money
from secondread_shared.states import PaymentState

_REFERENCE = re.compile(r"[0-9a-f]{48}")


class SimulatedCard:
    """Keeps its own table, as a provider keeps its own books. `public_url` is where people reach its page."""

    name = "simulator"

    def __init__(self, engine: Engine, *, public_url: str) -> None:
        self._engine = engine
        self._public_url = public_url

    def create(self, *, case: str, amount: Money, attempt: str) -> CardSession:
        """Open a session with a page of its own."""
        reference = hashlib.sha256(f"{case}/{attempt}".encode()).hexdigest()[:48]
        row = {"reference": reference, "state": PaymentState.PENDING.value, "amount": str(amount)}
        with self._engine.begin() as connection:
            connection.execute(simulated_cards.insert().values(**row))
        url = f"{self._public_url}/simulator/{reference}"
        return CardSession(reference=reference, url=url, state=PaymentState.PENDING)

    def status(self, reference: str) -> PaymentState:
        """Return what the page was told."""
        query = sa.select(simulated_cards.c.state).where(simulated_cards.c.reference == reference)
        with reading(self._engine) as connection:
            state = connection.execute(query).scalar()
        return PaymentState(state) if state else PaymentState.CANCELLED

    def amount(self, reference: str) -> str | None:
        """Return what the page asks for, or None if there is no such session."""
        if not _REFERENCE.fullmatch(reference):
            return None
        query = sa.select(simulated_cards.c.amount).where(simulated_cards.c.reference == reference)
        with reading(self._engine) as connection:
            return connection.execute(query).scalar()

    def declines(self, reference: str) -> int:
        """Return how many cards were declined on the page so far."""
        query = sa.select(simulated_cards.c.declines).where(simulated_cards.c.reference == reference)
        with reading(self._engine) as connection:
            return connection.execute(query).scalar() or 0

    def pay(self, reference: str, number: str) -> None:
        """Try a card. A declined one leaves the page open for another; only a pending session changes."""
        if number == GOOD_CARD:
            self._move(reference, PaymentState.PENDING, PaymentState.AUTHORISED)
        else:
            self._move(reference, PaymentState.PENDING, PaymentState.PENDING, declines=simulated_cards.c.declines + 1)

    def cancel(self, reference: str) -> None:
        """End a page that nobody wants to go on with: declined if a card was, else cancelled."""
        was_declined = self.declines(reference) > 0
        self._move(reference, PaymentState.PENDING, PaymentState.DECLINED if was_declined else PaymentState.CANCELLED)

    def capture(self, reference: str, *, key: str) -> PaymentState:
        """Take the money that is authorised, once: a repetition finds it taken."""
        self._move(reference, PaymentState.AUTHORISED, PaymentState.CAPTURED, capture_key=key)
        return self.status(reference)

    def release(self, reference: str) -> PaymentState:
        """Give the authorisation back, or end a page that nobody has acted on."""
        self._move(reference, PaymentState.PENDING, PaymentState.CANCELLED)
        self._move(reference, PaymentState.AUTHORISED, PaymentState.RELEASED)
        return self.status(reference)

    def webhook(self, body: bytes, headers: Mapping[str, str]) -> str | None:  # noqa: ARG002
        """A notice names its session; whoever sends it, we ask the session itself."""
        reference = body.decode("ascii", "ignore").strip()
        return reference if self.amount(reference) is not None else None

    def _move(self, reference: str, old: PaymentState, new: PaymentState, **changes: object) -> None:
        here = (simulated_cards.c.reference == reference) & (simulated_cards.c.state == old.value)
        with self._engine.begin() as connection:
            connection.execute(simulated_cards.update().where(here).values(state=new.value, **changes))
