"""Help: three things to know, and whom to call."""

from PySide6.QtCore import Signal

from secondread_desktop.ui.screens.screen import Screen
from secondread_desktop.ui.sentences import frame as sentences
from secondread_desktop.ui.widgets.foot import Foot, FootAction
from secondread_desktop.ui.widgets.text import boxed, column, label


class HelpScreen(Screen):
    """One page. `closed` leads back to the step."""

    closed = Signal()

    def __init__(self) -> None:
        super().__init__(sentences.HELP_TITLE)
        self._call = label()
        cards = [
            boxed(column(label(title, "strong"), label(text), gap=4), edges=16) for title, text in sentences.HELP_PARTS
        ]
        call = boxed(column(label(sentences.HELP_CALL_TITLE, "strong"), self._call, gap=4), edges=16)
        self.put(column(label(sentences.HELP_TITLE, "title"), *cards, call, None))
        self.show_help_line("")

    def show_help_line(self, help_line: str) -> None:
        """Name the programme's help line."""
        self._call.setText(sentences.help_call(help_line) if help_line else sentences.HELP_CALL_NO_LINE)

    def foot(self) -> Foot:
        """Return the way back."""
        return Foot((FootAction("back", sentences.HELP_BACK, kind="primary"),))

    def act(self, _action: str) -> None:
        """Go back."""
        self.closed.emit()
