"""What a person agrees to: each text in a place of its own to read, and below it a box that nobody has ticked."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame

from secondread_desktop.ui.sentences import about_you as said
from secondread_desktop.ui.widgets.icons import Icon
from secondread_desktop.ui.widgets.inputs import ReadText
from secondread_desktop.ui.widgets.text import column, holding, label, row
from secondread_desktop.ui.widgets.tick_box import TickBox
from secondread_shared.consent import ConsentText


class ConsentCard(QFrame):
    """One acknowledgement. Emits its tick."""

    ticked = Signal(bool)

    def __init__(self, text: ConsentText, programme: str, *, is_given: bool) -> None:
        super().__init__()
        self.text = text
        self.setProperty("role", "card")
        self.box = TickBox(said.tick(text, programme))
        self.box.setChecked(is_given)
        self.box.toggled.connect(self._tick)
        icon = Icon("warn", colour="bad", size=20)
        self._wrong = holding(row(icon, label(said.NOT_TICKED, "wrong"), gap=8))
        self._wrong.hide()
        heading = row(label(text.title, "strong"), label(said.version(text), "small", wraps=False))
        heading.setStretch(0, 1)
        self.reading = ReadText(text.text, name=said.reading(text))
        self.setLayout(column(heading, self.reading, self._wrong, self.box, gap=8, edges=16))

    def show_problem(self, *, is_wrong: bool) -> None:
        """Say that the tick is missing."""
        self._wrong.setVisible(is_wrong)
        self.box.is_wrong = is_wrong
        self.box.setAccessibleDescription(said.NOT_TICKED if is_wrong else "")
        self.box.update()

    def take_focus(self) -> None:
        """Bring the keyboard to the box."""
        self.box.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tick(self, is_on: bool) -> None:
        self.ticked.emit(is_on)
