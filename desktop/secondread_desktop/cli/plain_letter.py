"""The letter to the hospital as plain text."""

import textwrap
from collections.abc import Iterable

from secondread_desktop.core.hospital_letter import Line, Role

_WIDTH = 78
_TO_WRITE_ON = 40


def plain_letter(lines: Iterable[Line]) -> bytes:
    """Return the letter as UTF-8, wrapped for a page."""
    return "".join(f"{_set(line)}\n" for line in lines).lstrip("\n").encode("utf-8", "replace")


def _set(line: Line) -> str:
    if line.role is Role.ITEM:
        return textwrap.fill(line.text, _WIDTH, initial_indent="- ", subsequent_indent="  ", break_long_words=False)
    if line.role in (Role.BY_HAND, Role.SIGNATURE):
        return f"\n{line.text + ':':<30} {'_' * _TO_WRITE_ON}"
    text = textwrap.fill(line.text, _WIDTH, break_long_words=False)
    return f"\n{text}\n{'-' * min(len(text), _WIDTH)}" if line.role is Role.TITLE else f"\n{text}"
