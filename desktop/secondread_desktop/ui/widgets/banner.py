"""A card that speaks a state: icon, bold sentence, what it means, and what can be done."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from secondread_desktop.ui.widgets.icons import Icon
from secondread_desktop.ui.widgets.text import Action, column, label, restyle, row

_ICONS = {
    "plain": ("help", "muted"),
    "note": ("help", "note"),
    "ok": ("tick", "ok"),
    "warn": ("warn", "warn"),
    "bad": ("warn", "bad"),
}


class Banner(QFrame):
    """One banner. Its words are its accessible name, so that a screen reader says all of it."""

    def __init__(self, kind: str = "plain", *, icon: str | None = None, actions: tuple[Action, ...] = ()) -> None:
        super().__init__()
        self._own_icon = icon
        self._icon = Icon("help")
        self._title = label(role="strong")
        self._text = label(role="plain-small")
        self._words = column(self._title, self._text, gap=0)
        line = row(self._icon, self._words, *actions, edges=16)
        line.setAlignment(self._icon, Qt.AlignmentFlag.AlignTop)
        line.setStretch(1, 1)
        self.setLayout(line)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.speak(kind, "")

    def speak(self, kind: str, title: str, text: str = "", *, icon: str | None = None) -> None:
        """Say something else, with the icon of the kind or another."""
        restyle(self, "role", f"banner-{kind}")
        name, colour = _ICONS[kind]
        self._icon.change(icon or self._own_icon or name, colour)
        self._title.setText(title)
        self._text.setText(text)
        self._title.setVisible(bool(title))
        self._text.setVisible(bool(text))
        self.setAccessibleName(f"{title} {text}".strip())

    def add_below(self, widget: QWidget) -> None:
        """Put a widget below the words."""
        self._words.addWidget(widget)
