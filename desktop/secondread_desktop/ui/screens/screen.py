"""What every screen is: a page that scrolls, and what it wants at the foot of the window."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QScrollArea, QWidget

from secondread_desktop.ui.widgets.foot import Foot

COLUMN = 640
NARROW = 900


class Screen(QScrollArea):
    """A page. `foot_changed` tells the window to ask `foot()` again; `act` takes the word of a foot button."""

    foot_changed = Signal()

    def __init__(self, title: str) -> None:
        super().__init__()
        self.setObjectName("page")
        self.setAccessibleName(title)
        self.title = title
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def foot(self) -> Foot:
        """Return the actions of the present state."""
        return Foot()

    def act(self, action: str) -> None:
        """Do what a foot button says."""

    def first_focus(self) -> QWidget | None:
        """Return where the keyboard begins; None for the primary action."""
        return None

    def show_narrow(self, is_narrow: bool) -> None:
        """Rearrange for a small window."""

    def put(self, layout: QBoxLayout, *, width: int = COLUMN) -> None:
        """Show a layout as the page, in a column in the middle."""
        inner = QWidget()
        inner.setLayout(layout)
        inner.setMaximumWidth(width)
        holder = QWidget()
        holder.setObjectName("inner")
        middle = QHBoxLayout(holder)
        middle.setContentsMargins(24, 24, 24, 24)
        middle.addStretch(1)
        middle.addWidget(inner, 1000)
        middle.addStretch(1)
        self.setWidget(holder)
