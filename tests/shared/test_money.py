"""Money: minor units and how they are shown."""

from decimal import Decimal

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondread_shared.money import Money


@pytest.mark.parametrize(
    ("money", "shown"),
    [
        (Money(10000, "USD"), "100.00 USD"),
        (Money(5, "EUR"), "0.05 EUR"),
        (Money(0, "GBP"), "0.00 GBP"),
        (Money(1500, "JPY"), "1500 JPY"),
        (Money(12345, "KWD"), "12.345 KWD"),
    ],
)
def test_money_is_shown_with_the_digits_of_its_currency(money, shown):
    assert str(money) == shown


@given(st.integers(0, 10**12), st.sampled_from([("USD", 2), ("JPY", 0), ("TND", 3)]))
def test_the_shown_amount_is_the_minor_units(minor, currency):
    code, digits = currency
    assert Decimal(str(Money(minor, code)).split()[0]) == Decimal(minor).scaleb(-digits)


def test_a_fraction_of_a_minor_unit_is_refused():
    with pytest.raises(msgspec.ValidationError):
        msgspec.json.decode(b'{"minor": 1.5, "currency": "USD"}', type=Money)
