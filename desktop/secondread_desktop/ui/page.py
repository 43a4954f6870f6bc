"""One page of PDF, written from the top: A4, in the window's own type."""

from dataclasses import dataclass

from PySide6.QtCore import QLineF, QMarginsF, QRectF, Qt
from PySide6.QtGui import QFont, QPageLayout, QPageSize, QPainter, QPdfWriter

from secondread_desktop.ui import theme

_DPI = 150
_MM = _DPI / 25.4
_ALL_AROUND_MM = 25
BLACK = Qt.GlobalColor.black
GREY = Qt.GlobalColor.darkGray


def new_page(path: str, title: str, *, margin_mm: int = _ALL_AROUND_MM) -> QPdfWriter:
    """Return what a painter writes a page to."""
    writer = QPdfWriter(path)
    writer.setResolution(_DPI)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF(margin_mm, margin_mm, margin_mm, margin_mm), QPageLayout.Unit.Millimeter)
    writer.setTitle(title)
    return writer


@dataclass(frozen=True, slots=True)
class Type:
    """How words look; `left` is how far they stand in, in millimetres."""

    size: int
    is_bold: bool = False
    colour: Qt.GlobalColor = BLACK
    left: float = 0


def write(painter: QPainter, text: str, *, top: float, look: Type, is_only_measured: bool = False) -> float:
    """Write a text below `top` (millimetres) and return where it ends."""
    font = QFont()
    font.setFamilies(theme.FAMILIES)
    font.setPointSize(look.size)
    font.setBold(look.is_bold)
    painter.setFont(font)
    painter.setPen(look.colour)
    device = painter.device()
    left = look.left * _MM
    room = QRectF(left, top * _MM, device.width() - left, device.height())
    flags = Qt.TextFlag.TextWrapAnywhere if " " not in text else Qt.TextFlag.TextWordWrap
    taken = painter.boundingRect(room, flags, text)
    if not is_only_measured:
        painter.drawText(room, flags, text)
    return float(taken.bottom() / _MM)


def draw_line(painter: QPainter, *, top: float, left: float) -> None:
    """Draw a thin line to the right edge, to write on."""
    painter.setPen(GREY)
    painter.drawLine(QLineF(left * _MM, top * _MM, painter.device().width(), top * _MM))


def height_mm(painter: QPainter) -> float:
    """Return the room from top to bottom."""
    return float(painter.device().height() / _MM)
