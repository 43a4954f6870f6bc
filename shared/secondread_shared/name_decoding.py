"""A person's name as a decoder gives it, mended where the file's word about its characters was plainly wrong.

| the decoder's text | what is made of it |
|---|---|
| Latin letters whose bytes are UTF-8: the character set was not told, or told wrongly | UTF-8 |
| control characters that Windows writes letters as | those letters |
| an escape sequence (ISO 2022, PS3.5 §6.1.2.5) that was followed but left standing | dropped |
| an escape sequence that was not followed: the character set was not told | the component is unreadable |
| nothing at all, where there are bytes | unreadable |
Bytes that some character set reads as letters are those letters, whatever they were meant to be.
"""

import re
from collections.abc import Sequence

from secondread_shared.name_parts import MOST_VALUES
from secondread_shared.person_names import UNREADABLE

# PS3.3 Table C.12-4: JIS X 0208 and 0212 are 7-bit: what they leave behind looks like ASCII, ^ and = too.
_SEVEN_BIT = re.compile(r"\x1b\$(?:[@B]|\(D)[^\x1b]*")
# KS X 1001 and GB 2312 are 8-bit: undecoded they look like Latin letters.
_EIGHT_BIT = re.compile(r"\x1b(?:\$\)[AC]|-[A-Z])(?=[^\x1b\\^=]*[\x80-\xff])[^\x1b\\^=]*")
_ESCAPE = re.compile(r"\x1b(?:\$?[()\-.][0-9A-Z]|\$[@B])?")


def mended_name(text: str) -> str:
    """Return a decoded PN, several values between backslashes, as it was meant; what cannot be known is unreadable."""
    if text.isascii() and "\x1b" not in text:
        return text
    without_escapes = _EIGHT_BIT.sub(UNREADABLE, _SEVEN_BIT.sub(UNREADABLE, text))
    plain = _ESCAPE.sub("", without_escapes)
    try:
        stored = plain.encode("latin-1")
    except UnicodeEncodeError:
        return plain
    try:
        return stored.decode("utf-8")
    except UnicodeDecodeError:
        has_controls = any(0x80 <= byte <= 0x9F for byte in stored)
        return stored.decode("cp1252", "replace") if has_controls else plain


def name_of_value(value: object) -> str:
    """Return the value of a PatientName in whatever shape a reader gives it (PS3.5 §6.4); no text is unreadable."""
    if value is None:
        return ""
    if isinstance(value, bytes):
        return mended_name(value.rstrip(b"\0 ").decode("latin-1"))
    if isinstance(value, Sequence) and not isinstance(value, str):
        return "\\".join(name_of_value(one) for one in value[: MOST_VALUES + 1])
    # pydicom's own class is not imported here; any other, such as a sequence of items, is no name.
    return mended_name(str(value)) if isinstance(value, str) or type(value).__name__ == "PersonName" else UNREADABLE
