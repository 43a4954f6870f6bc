"""The letter to the hospital on paper: one page of PDF with room to sign, in smaller type where it is a long letter."""

from collections.abc import Sequence

from PySide6.QtGui import QPainter

from secondread_desktop.core.hospital_letter import Line, Role
from secondread_desktop.ui.page import GREY, Type, draw_line, height_mm, new_page, write
from secondread_desktop.ui.sentences import letter_offer as sentences

_SIZES = (11, 10, 9, 8, 7)  # points of the body
_MARGIN_MM = 20
_BESIDE_MM = 55  # where a line to write on begins
_GAPS = {
    Role.DATE: 0, Role.BY_HAND: 7, Role.TITLE: 10, Role.BODY: 4, Role.SECTION: 4, Role.ITEM: 1, Role.SIGNATURE: 12,
    Role.SMALL: 3,
}  # fmt: skip
_TO_WRITE_ON = (Role.BY_HAND, Role.SIGNATURE)


def write_letter(lines: Sequence[Line], path: str) -> bool:
    """Write the letter in the largest type that fits; tell whether that worked."""
    writer = new_page(path, sentences.PAPER_TITLE, margin_mm=_MARGIN_MM)
    painter = QPainter()
    if not painter.begin(writer):
        return False
    room = height_mm(painter)
    fitting = (size for size in _SIZES if _put(painter, lines, size, is_only_measured=True) <= room)
    _put(painter, lines, next(fitting, _SIZES[-1]), is_only_measured=False)
    return painter.end()


def _put(painter: QPainter, lines: Sequence[Line], size: int, *, is_only_measured: bool) -> float:
    """Write or measure all lines and return where they end."""
    top = 0.0
    for line in lines:
        top += _GAPS[line.role]
        text, look = _set(line, size)
        end = write(painter, text, top=top, look=look, is_only_measured=is_only_measured)
        if line.role in _TO_WRITE_ON and not is_only_measured:
            draw_line(painter, top=end, left=_BESIDE_MM)
        if line.role is Role.ITEM and not is_only_measured:
            write(painter, "–", top=top, look=Type(size))
        top = end
    return top


def _set(line: Line, size: int) -> tuple[str, Type]:
    """Return a line's words as they stand, and their type."""
    return line.text, {
        Role.DATE: Type(size),
        Role.BY_HAND: Type(size - 1, colour=GREY),
        Role.TITLE: Type(size + 4, is_bold=True),
        Role.BODY: Type(size),
        Role.SECTION: Type(size, is_bold=True),
        Role.ITEM: Type(size, left=5),
        Role.SIGNATURE: Type(size - 1, colour=GREY),
        Role.SMALL: Type(size - 2, colour=GREY),
    }[line.role]
