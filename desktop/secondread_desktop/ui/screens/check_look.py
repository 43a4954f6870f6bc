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
