"""Reports that a person adds by hand: dropped anywhere on the page, or chosen; each can be taken off again."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from secondread_desktop.ui.sentences import about_you as said
from secondread_desktop.ui.widgets.banner import Banner
from secondread_desktop.ui.widgets.icons import Icon
from secondread_desktop.ui.widgets.text import Action, boxed, clear, column, label, restyle, row, rule


@dataclass(frozen=True, slots=True)
class ReportLine:
    """One report as it is shown."""

    path: str = field(repr=False)
    name: str = field(repr=False)
    size: str


class ReportList(QWidget):
    """The list, and what could not be added."""

    choose_wanted = Signal()
    removed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.choose = Action(said.REPORTS_CHOOSE, icon="document")
        self.choose.clicked.connect(self.choose_wanted)
        says = row(label(said.REPORTS_DROP), self.choose, gap=8)
        says.setStretch(0, 1)
        self._drop = boxed(says, "drop", edges=16)
        self._reading = label(said.REPORTS_READING, "muted")
        self._refusals = column(gap=8)
        self._lines = column(gap=0)
        self._card = boxed(self._lines, edges=8)
        self._card.hide()
        self._reading.hide()
        lead = label(said.REPORTS_LEAD, "muted")
        self.setLayout(column(lead, self._card, self._refusals, self._reading, self._drop, gap=8))

    def show_lines(self, lines: Sequence[ReportLine]) -> None:
        """Show what goes along."""
        clear(self._lines)
        for number, line in enumerate(lines):
            if number:
                self._lines.addWidget(rule())
            self._lines.addLayout(self._line(line))
        self._card.setVisible(bool(lines))

    def show_refusals(self, refusals: Sequence[tuple[str, str]]) -> None:
        """Say what was not added, and what to do."""
        clear(self._refusals)
        for title, text in refusals:
            banner = Banner("warn")
            banner.speak("warn", title, text)
            self._refusals.addWidget(banner)

    def show_reading(self, *, is_reading: bool) -> None:
        """Say that files are being looked at."""
        self._reading.setVisible(is_reading)

    def show_drop(self, *, is_over: bool) -> None:
        """Show that a drop would be taken."""
        restyle(self._drop, "role", "drop-live" if is_over else "drop")

    def take_focus(self) -> None:
        """Bring the keyboard to the button."""
        self.choose.setFocus(Qt.FocusReason.OtherFocusReason)

    def _line(self, line: ReportLine) -> QHBoxLayout:
        remove = Action(said.REMOVE, kind="quiet", name=said.remove_name(line.name))
        remove.clicked.connect(lambda: self.removed.emit(line.path))
        name = label(line.name, "strong")
        made = row(8, Icon("document", size=20), name, label(line.size, "muted", wraps=False), remove, gap=8)
        made.setStretch(2, 1)
        return made
