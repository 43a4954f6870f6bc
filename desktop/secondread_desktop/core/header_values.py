"""What the values of a header mean to us: rules that hold whoever read the bytes."""

import re

_UID = re.compile(r"[0-9.]{1,64}")
_NUMBER = re.compile(r"[0-9]{1,9}")
_DATE = re.compile(r"[0-9]{8}")


def plain_text(text: str) -> str:
    """Return a text without what cannot be seen, and without blanks around it."""
    if not text.isprintable():
        text = "".join(character for character in text if character.isprintable())
    return text.strip()


def uid_of(text: str) -> str:
    """Return a text that is a UID; anything else counts as empty."""
    return text if _UID.fullmatch(text) else ""


def date_of(text: str) -> str:
    """Return a DA as an ISO date (PS3.5 §6.2, and its old form with dots); anything else counts as empty."""
    digits = text.replace(".", "").replace("-", "")
    if not _DATE.fullmatch(digits) or digits[4:6] == "00" or digits[6:] == "00":
        return ""
    return f"{digits[:4]}-{digits[4:6]}-{digits[6:]}"


def whole_number_of(text: str) -> int | None:
    """Return an IS as a number if it is one without a sign and of sensible length."""
    return int(text) if _NUMBER.fullmatch(text) else None
