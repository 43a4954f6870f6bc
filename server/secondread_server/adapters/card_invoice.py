"""No card: the programme sends an invoice by its own means. Nothing is authorised, nothing to wait for."""

from collections.abc import Mapping

from secondread_server.services.ports import CardSession
from secondread_shared.money import Money
from secondread_shared.states import PaymentState


class InvoiceCard:
    """A payment that is agreed to and billed elsewhere."""

    name = "invoice"

    def create(self, *, case: str, amount: Money, attempt: str) -> CardSession:  # noqa: ARG002
        """Note that an invoice will be sent."""
        return CardSession(reference=f"invoice-{case}", url=None, state=PaymentState.INVOICED)

    def status(self, reference: str) -> PaymentState:  # noqa: ARG002
        """An invoice stays one."""
        return PaymentState.INVOICED

    def capture(self, reference: str, *, key: str) -> PaymentState:  # noqa: ARG002
        """The programme bills by its own means."""
        return PaymentState.INVOICED

    def release(self, reference: str) -> PaymentState:  # noqa: ARG002
        """No invoice will be sent."""
        return PaymentState.RELEASED

    def webhook(self, body: bytes, headers: Mapping[str, str]) -> str | None:  # noqa: ARG002
        """Nobody sends notices."""
        return None
