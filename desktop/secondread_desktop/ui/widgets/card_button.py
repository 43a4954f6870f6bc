"""A large card that can be pressed: icon, bold words, and small words below."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel, QSizePolicy

from secondread_desktop.ui.widgets.icons import Icon
from secondread_desktop.ui.widgets.text import Action, column, label, row


class CardButton(Action):
    """One card."""

    def __init__(self, icon: str, title: str, text: str) -> None:
        super().__init__("", kind="card", name=f"{title}. {text}")
        self._title = _passive(label(title, "strong"))
        self._text = _passive(label(text, "small"))
        tile = Icon(icon, colour="brand_strong", tile=True)
        tile.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        line = row(tile, column(None, self._title, self._text, None, gap=0), edges=16)
        line.setStretch(1, 1)
        self.setLayout(line)
        self.setMinimumHeight(82)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    def speak(self, title: str, text: str) -> None:
        """Say something else."""
        self._title.setText(title)
        self._text.setText(text)
        self.setAccessibleName(f"{title}. {text}")

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the room that icon and words take."""
        layout = self.layout()
        assert layout is not None
        return layout.sizeHint()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Let the words wrap."""
        return QSize(200, 82)


def _passive(made: QLabel) -> QLabel:
    made.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    return made
