"""Asks for the password of a locked ZIP file."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from secondread_desktop.ui.sentences import find as sentences
from secondread_desktop.ui.widgets.icons import Icon
from secondread_desktop.ui.widgets.inputs import Line
from secondread_desktop.ui.widgets.text import Action, across, column, label, row, turn


class PasswordLock(QWidget):
    """`typed` gives what was typed. The letters can be seen while typing: nobody else is meant to be there."""

    typed = Signal(str)

    def __init__(self, place: str) -> None:
        super().__init__()
        self._title = label(role="strong")
        self._text = label(role="plain-small")
        self._line = Line(name=sentences.PASSWORD)
        self._line.setPlaceholderText(sentences.PASSWORD)
        self._open = Action(sentences.OPEN, kind="primary", name=sentences.open_name(place))
        self._line.returnPressed.connect(self._try)
        self._open.clicked.connect(self._try)
        self._ways = across(self._line, gap=12)
        self._ways.addWidget(self._open)
        words = column(self._title, self._text, gap=4)
        icon = Icon("lock", size=20)
        head = row(icon, words, gap=12)
        head.setAlignment(icon, Qt.AlignmentFlag.AlignTop)
        head.setStretch(1, 1)
        made = column(head, self._ways, gap=12)
        made.setContentsMargins(0, 0, 0, 0)
        self.setLayout(made)
        self.hide()

    def ask(self, *, is_wrong: bool) -> None:
        """Ask, for the first time or once more."""
        said = sentences.LOCKED_STILL if is_wrong else sentences.LOCKED
        self._title.setText(said.title)
        self._text.setText(said.text)
        self._line.mark(is_wrong=is_wrong)
        self._line.setAccessibleDescription(f"{said.title} {said.text}")
        self.show()
        if is_wrong:
            self._line.selectAll()
            self._line.setFocus()

    def show_narrow(self, is_narrow: bool) -> None:
        """Put the button below the line."""
        turn(self._ways, is_narrow=is_narrow)

    def _try(self) -> None:
        if self._line.text():
            self.typed.emit(self._line.text())
