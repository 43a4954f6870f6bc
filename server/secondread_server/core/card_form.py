"""What is checked of a card on the simulator's page, as a provider checks it. No real card is taken. Pure."""

import datetime
import re

import msgspec

GOOD_CARD = "4242424242424242"
DECLINED_CARD = "4000000000000002"
_MOST_YEARS = 20


class CardForm(msgspec.Struct, frozen=True):
    """What was typed. Nothing of it is kept, logged or told."""

    number: str = ""
    expiry: str = ""
    code: str = ""

    def __repr__(self) -> str:
        """Tell nothing."""
        return "CardForm()"


def card_number(text: str) -> str:
    """Return the digits without what people put between them."""
    return re.sub(r"[\s-]", "", text)


def card_faults(form: CardForm, *, today: datetime.date) -> dict[str, str]:
    """Return what does not stand, by field, in code words; empty if the card can be tried."""
    found = {"number": _number_fault(form.number), "expiry": _expiry_fault(form.expiry, today)}
    found["code"] = "" if re.fullmatch(r"[0-9]{3,4}", form.code.strip()) else "code"
    return {name: fault for name, fault in found.items() if fault}


def _number_fault(text: str) -> str:
    digits = card_number(text)
    if not re.fullmatch(r"[0-9]{12,19}", digits) or not _is_luhn(digits):
        return "number"
    return "" if digits in (GOOD_CARD, DECLINED_CARD) else "not_a_test_card"


def _is_luhn(digits: str) -> bool:
    """Tell whether the check digit stands (ISO/IEC 7812-1 Annex B)."""
    values = [int(digit) for digit in reversed(digits)]
    doubled = (sum(divmod(2 * value, 10)) for value in values[1::2])
    return (sum(values[::2]) + sum(doubled)) % 10 == 0


def _expiry_fault(text: str, today: datetime.date) -> str:
    matched = re.fullmatch(r"([0-9]{1,2})\s*/?\s*(?:20)?([0-9]{2})", text.strip())
    if matched is None or not 1 <= int(matched[1]) <= 12:
        return "expiry"
    month, year = int(matched[1]), 2000 + int(matched[2])
    if (year, month) < (today.year, today.month):
        return "expired"
    return "expiry" if year > today.year + _MOST_YEARS else ""
