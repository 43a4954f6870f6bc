"""A small window for when the program cannot open: one sentence and one button."""

from PySide6.QtWidgets import QWidget

from secondread_desktop.ui import words
from secondread_desktop.ui.sentences import frame as sentences
from secondread_desktop.ui.sentences.troubles import Trouble
from secondread_desktop.ui.widgets.banner import Banner
from secondread_desktop.ui.widgets.text import Action, column, row


class SorryWindow(QWidget):
    """Says why, and closes."""

    def __init__(self, trouble: Trouble) -> None:
        super().__init__()
        self.setObjectName("window")
        self.setWindowTitle(words.WINDOW_TITLE)
        banner = Banner("note")
        banner.speak("note", trouble.title, trouble.text)
        close = Action(sentences.SORRY_CLOSE, kind="primary")
        close.clicked.connect(self.close)
        self.setLayout(column(banner, None, row(None, close), edges=24))
        self.resize(560, 200)
        close.setFocus()
