"""Payments in the database: every move is compare and set, through the table in `core/payment.py`."""

import msgspec
import sqlalchemy as sa
from sqlalchemy.engine import Connection, Engine

from secondread_server.adapters.database import schema
from secondread_server.adapters.database.engine import reading, row_values
from secondread_server.core.case import AT_WORK_STATES
from secondread_server.core.payment import PaymentEvent, next_payment_state
from secondread_server.core.records import PaymentRecord
from secondread_server.errors import CaseUnknown
from secondread_shared.money import Money
from secondread_shared.states import ENDED_STATES, CaseState, PaymentState

_PAYMENTS = schema.payments
_RELEASING_STATES = ENDED_STATES - {CaseState.CLOSED}  # a closed case has been paid for


class PaymentRecords:
    """The table of payments, one a case."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def find(self, case: str) -> PaymentRecord | None:
        """Return the payment of a case, or None."""
        with reading(self._engine) as connection:
            return _find(connection, _PAYMENTS.c.case == case)

    def find_by_reference(self, reference: str) -> PaymentRecord | None:
        """Return the payment that the provider knows by that reference, or None."""
        with reading(self._engine) as connection:
            return _find(connection, _PAYMENTS.c.reference == reference)

    def insert(self, record: PaymentRecord) -> PaymentRecord:
        """Add the payment of a case, or return the one that it has."""
        with self._engine.begin() as connection:
            present = _find(connection, _PAYMENTS.c.case == record.case)
            if present is not None:
                return present
            amount = record.amount
            connection.execute(
                _PAYMENTS.insert().values(
                    case=record.case,
                    provider=record.provider,
                    state=record.state.value,
                    amount_minor=amount.minor if amount else None,
                    currency=amount.currency if amount else None,
                )
            )
        return record

    def of_ended_cases(self) -> list[str]:
        """Return the cases that have ended while their payment is pending or authorised."""
        return self._cases(_RELEASING_STATES, held={PaymentState.PENDING, PaymentState.AUTHORISED})

    def of_accepted_cases(self) -> list[str]:
        """Return the cases that were accepted while their payment is only authorised."""
        return self._cases(AT_WORK_STATES, held={PaymentState.AUTHORISED})

    def _cases(self, states: frozenset[CaseState], *, held: set[PaymentState]) -> list[str]:
        query = sa.select(_PAYMENTS.c.case).join(schema.cases, schema.cases.c.id == _PAYMENTS.c.case)
        wanted = schema.cases.c.state.in_(sorted(states)) & _PAYMENTS.c.state.in_(sorted(held))
        with reading(self._engine) as connection:
            return list(connection.execute(query.where(wanted).order_by(_PAYMENTS.c.case)).scalars())

    def move(self, case: str, event: PaymentEvent, **changes: str | None) -> PaymentRecord:
        """Apply an event if money may move that way now; raise `WrongCaseState` if not."""
        with self._engine.begin() as connection:
            record = _find(connection, _PAYMENTS.c.case == case)
            if record is None:
                raise CaseUnknown
            state = next_payment_state(record.state, event)
            statement = _PAYMENTS.update().where(_PAYMENTS.c.case == case).values(state=state.value, **changes)
            connection.execute(statement)
            found = _find(connection, _PAYMENTS.c.case == case)
        assert found is not None
        return found


def _find(connection: Connection, condition: sa.ColumnElement[bool]) -> PaymentRecord | None:
    row = connection.execute(sa.select(_PAYMENTS).where(condition).with_for_update()).first()
    if row is None:
        return None
    values = row_values(row._mapping)
    minor, currency = values.pop("amount_minor"), values.pop("currency")
    record = msgspec.convert(values, PaymentRecord)
    amount = Money(minor, currency) if minor is not None else None
    return msgspec.structs.replace(record, amount=amount, state=PaymentState(record.state))
