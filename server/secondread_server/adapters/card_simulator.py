"""A card provider for demonstrations and tests: a page with three buttons instead of a bank. No money anywhere."""

import hashlib
from collections.abc import Mapping

import sqlalchemy as sa
from sqlalchemy.engine import Engine

from secondread_server.adapters.database.engine import reading
from secondread_server.adapters.database.schema import simulated_cards
from secondread_server.services.ports import CardSession
from secondread_shared.money import Money
from secondread_shared.states import PaymentState

_CHOICES = {
    "authorise": PaymentState.AUTHORISED,
    "decline": PaymentState.DECLINED,
    "cancel": PaymentState.CANCELLED,
}


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
        query = sa.select(simulated_cards.c.amount).where(simulated_cards.c.reference == reference)
        with reading(self._engine) as connection:
            return connection.execute(query).scalar()

    def choose(self, reference: str, choice: str) -> PaymentState:
        """Act on a button; only a pending session changes."""
        state = _CHOICES.get(choice)
        if state is not None:
            self._move(reference, PaymentState.PENDING, state)
        return self.status(reference)

    def capture(self, reference: str) -> PaymentState:
        """Take the money that is authorised."""
        self._move(reference, PaymentState.AUTHORISED, PaymentState.CAPTURED)
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

    def _move(self, reference: str, old: PaymentState, new: PaymentState) -> None:
        here = (simulated_cards.c.reference == reference) & (simulated_cards.c.state == old.value)
        with self._engine.begin() as connection:
            connection.execute(simulated_cards.update().where(here).values(state=new.value))
