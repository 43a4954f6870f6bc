"""The receipt on paper: one page of PDF, with nothing on it about the person."""

from dataclasses import dataclass

from PySide6.QtCore import QMarginsF, QRectF, Qt
from PySide6.QtGui import QFont, QPageLayout, QPageSize, QPainter, QPdfWriter

from secondread_desktop.ui import theme
from secondread_desktop.ui.sentences import receipt as sentences
from secondread_shared.contract import Receipt

_DPI = 150
_MM = _DPI / 25.4
_BLACK = Qt.GlobalColor.black
_GREY = Qt.GlobalColor.darkGray


@dataclass(frozen=True, slots=True)
class Paper:
    """What stands on the page. `rows` are names and values."""

    programme: str
    case_number: str
    rows: tuple[tuple[str, str], ...]


def paper_of(receipt: Receipt, *, arrived: str, received: str, promised: str, help_line: str) -> Paper:
    """Return the page for a receipt."""
    return Paper(
        programme=receipt.programme,
        case_number=receipt.case_number,
        rows=(
            (sentences.PAPER_IMAGES, arrived),
            (sentences.PAPER_RECEIVED, received),
            (sentences.PAPER_PROMISE, promised),
            (sentences.PAPER_HELP, help_line),
            (sentences.PAPER_SEAL, receipt.manifest_sha256),
        ),
    )


def write_paper(paper: Paper, path: str) -> bool:
    """Write the page; tell whether that worked."""
    writer = QPdfWriter(path)
    writer.setResolution(_DPI)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF(25, 25, 25, 25), QPageLayout.Unit.Millimeter)
    writer.setTitle(f"{sentences.PAPER_TITLE} {paper.case_number}")
    painter = QPainter()
    if not painter.begin(writer):
        return False
    top = _line(painter, paper.programme, top=0, size=11)
    top = _line(painter, f"{sentences.PAPER_TITLE}: {sentences.TITLE}", top=top + 4, size=20, is_bold=True)
    top = _line(painter, sentences.NUMBER, top=top + 8, size=11, colour=_GREY)
    top = _line(painter, paper.case_number, top=top, size=26, is_bold=True)
    for name, value in paper.rows:
        top = _line(painter, name, top=top + 6, size=10, colour=_GREY)
        top = _line(painter, value, top=top, size=12)
    top = _line(painter, sentences.NEXT_TITLE, top=top + 10, size=14, is_bold=True)
    for number, text in enumerate(sentences.NEXT, start=1):
        top = _line(painter, f"{number}. {text}", top=top + 2, size=12)
    return painter.end()


def _line(
    painter: QPainter, text: str, *, top: float, size: int, is_bold: bool = False, colour: Qt.GlobalColor = _BLACK
) -> float:
    """Write a text below `top` (millimetres) and return where it ends."""
    font = QFont()
    font.setFamilies(theme.FAMILIES)
    font.setPointSize(size)
    font.setBold(is_bold)
    painter.setFont(font)
    painter.setPen(colour)
    device = painter.device()
    room = QRectF(0, top * _MM, device.width(), device.height())
    flags = Qt.TextFlag.TextWrapAnywhere if " " not in text else Qt.TextFlag.TextWordWrap
    taken = painter.boundingRect(room, flags, text)
    painter.drawText(room, flags, text)
    return float(taken.bottom() / _MM)
