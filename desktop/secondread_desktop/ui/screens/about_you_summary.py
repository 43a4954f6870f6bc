"""The summary on top of the form: how many answers need another look, and a way to each."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from secondread_desktop.ui.sentences import about_you as said
from secondread_desktop.ui.widgets.banner import Banner
from secondread_desktop.ui.widgets.text import Action, clear, column, holding


@dataclass(frozen=True, slots=True)
class Lead:
    """One line, and what brings the keyboard to the place it speaks of."""

    line: str
    go: Callable[[], None]


class Summary(Banner):
    """A banner with a link a line; it takes the keyboard, so that a screen reader says it."""

    def __init__(self) -> None:
        super().__init__("bad")
        self._links = column(gap=0)
        self.add_below(holding(self._links))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.hide()

    def show_leads(self, leads: Sequence[Lead]) -> None:
        """Show these lines; none hides the summary."""
        if [lead.line for lead in leads] == [link.text() for link in self.links()]:
            return
        clear(self._links)
        before: QWidget = self
        for lead in leads:
            link = Action(lead.line, kind="link")
            link.clicked.connect(lead.go)
            self._links.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
            QWidget.setTabOrder(before, link)
            before = link
        self.speak("bad", said.summary(len(leads)))
        self.setVisible(bool(leads))

    def links(self) -> list[Action]:
        """Return the links as they are shown."""
        return [
            widget
            for place in range(self._links.count())
            if (item := self._links.itemAt(place)) and isinstance(widget := item.widget(), Action)
        ]
