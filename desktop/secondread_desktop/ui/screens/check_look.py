"""The right side of Check: the pane, its bar and the strip below it."""

from PySide6.QtWidgets import QFrame, QSizePolicy

from secondread_desktop.ui.widgets.film import Film
from secondread_desktop.ui.widgets.film_bar import FilmBar
from secondread_desktop.ui.widgets.film_strip import FilmStrip
from secondread_desktop.ui.widgets.text import column


class LookPane(QFrame):
    """Film and strip on one dark card."""

    def __init__(self) -> None:
        super().__init__()
        self.film, self.bar, self.strip = Film(), FilmBar(), FilmStrip()
        self.setProperty("role", "film")
        self.setLayout(column(self.film, self.bar, self.strip, gap=0, edges=1))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(250)
        self._is_brief = self._has_bar = False
        self.bar.offered.connect(self._make_room)

    def show_brief(self, is_brief: bool) -> None:
        """In a low window leave the strip out where there is a bar: wheel and arrow keys page as well."""
        self._is_brief = is_brief
        self._make_room(self._has_bar)

    def _make_room(self, has_bar: bool) -> None:
        self._has_bar = has_bar
        self.strip.setVisible(not (self._is_brief and has_bar))
