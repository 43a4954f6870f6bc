"""What the values of a header mean to us: rules that hold whoever read the bytes."""

import re

_UID = re.compile(r"[0-9.]{1,64}")
_NUMBER = re.compile(r"[0-9]{1,9}")
_ESCAPE = re.compile(r"\x1b[ -/]+[0-~]")  # PS3.5 §6.1.2.5.2: what changes the character set within a text
_LONGEST_TEXT = 256  # PS3.5 §6.2: a PN has three groups of 64 characters
_DATE = re.compile(r"[0-9]{8}")


def plain_text(text: str) -> str:
    """Return a text of sensible length without what cannot be seen, and without blanks around it."""
    if not text.isprintable():
        text = _ESCAPE.sub("", text)  # pydicom leaves those of ISO 2022 IR 58 where they stand
        text = "".join(character for character in text if character.isprintable())
    return text.strip()[:_LONGEST_TEXT].rstrip()


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
