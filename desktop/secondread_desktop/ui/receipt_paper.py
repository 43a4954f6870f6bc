"""The receipt on paper: one page of PDF, with nothing on it about the person."""

from dataclasses import dataclass

from PySide6.QtGui import QPainter

from secondread_desktop.ui.page import GREY, Type, new_page, write
from secondread_desktop.ui.sentences import receipt as sentences
from secondread_shared.contract import Receipt


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
    writer = new_page(path, f"{sentences.PAPER_TITLE} {paper.case_number}")
    painter = QPainter()
    if not painter.begin(writer):
        return False
    title = f"{sentences.PAPER_TITLE}: {sentences.TITLE}"
    top = write(painter, paper.programme, top=0, look=Type(11))
    top = write(painter, title, top=top + 4, look=Type(20, is_bold=True))
    top = write(painter, sentences.NUMBER, top=top + 8, look=Type(11, colour=GREY))
    top = write(painter, paper.case_number, top=top, look=Type(26, is_bold=True))
    for name, value in paper.rows:
        top = write(painter, name, top=top + 6, look=Type(10, colour=GREY))
        top = write(painter, value, top=top, look=Type(12))
    top = write(painter, sentences.NEXT_TITLE, top=top + 10, look=Type(14, is_bold=True))
    for number, text in enumerate(sentences.NEXT, start=1):
        top = write(painter, f"{number}. {text}", top=top + 2, look=Type(12))
    return painter.end()
