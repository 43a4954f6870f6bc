"""How the window looks: light or dark as the system is, in the programme's colours."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication

from secondread_desktop.ui import theme


class Appearance(QObject):
    """Follows the system live, or what it is told, where there is no system to follow."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._told: bool | None = None
        self._colours: dict[str, str] = {}
        app.styleHints().colorSchemeChanged.connect(self._put_on)
        self._put_on()

    def tell(self, *, is_dark: bool | None) -> None:
        """Look as told; None follows the system again."""
        self._told = is_dark
        self._put_on()

    def take_colours(self, colours: dict[str, str]) -> None:
        """Take a programme's colours over."""
        if colours != self._colours:
            self._colours = colours
            self._put_on()

    def _put_on(self) -> None:
        is_dark = self._app.styleHints().colorScheme() is Qt.ColorScheme.Dark if self._told is None else self._told
        theme.apply(self._app, is_dark=is_dark, colours=self._colours)
