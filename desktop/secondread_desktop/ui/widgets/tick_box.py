"""A tick box of 24 px with a ring when it has the keyboard's focus."""

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QSizePolicy

from secondread_desktop.ui import theme
from secondread_desktop.ui.long_words import breakable
from secondread_desktop.ui.widgets import icons

SIDE = 24
_RING = 5
_LEFT = SIDE + 2 * _RING + 8


def paint_box(painter: QPainter, area: QRect, *, state: Qt.CheckState) -> None:
    """Draw a box: empty, ticked or partly."""
    colours = theme.tokens()
    is_on = state is Qt.CheckState.Checked
    edge = colours.line_strong if state is Qt.CheckState.Unchecked else colours.brand
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(edge), 2))
    painter.setBrush(QColor(colours.brand if is_on else colours.surface))
    painter.drawRoundedRect(QRectF(area).adjusted(1, 1, -1, -1), 4, 4)
    if is_on:
        icons.paint(painter, "tick", area=QRectF(area).adjusted(4, 4, -4, -4), colour=colours.on_brand, stroke=3)
    elif state is Qt.CheckState.PartiallyChecked:
        painter.fillRect(QRect(area.center() - QPoint(5, 1), QSize(11, 3)), QColor(colours.brand))


class TickBox(QCheckBox):
    """One box with its words on as many lines as they need."""

    def __init__(self, text: str) -> None:
        super().__init__(breakable(text))
        self.setAccessibleName(text)
        self.is_wrong = False
        self.setMinimumHeight(44)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def say(self, text: str) -> None:
        """Change the words."""
        self.setText(breakable(text))
        self.setAccessibleName(text)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the room for box and words."""
        return QSize(_LEFT + 8 + self.fontMetrics().horizontalAdvance(self.text()), 44)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Let the words wrap."""
        return QSize(_LEFT + 90, 44)

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """Return True: words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """Return the height that the words take."""
        room = QRect(0, 0, max(80, width - _LEFT), 2000)
        return max(44, self.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, self.text()).height() + 10)

    def hitButton(self, place: QPoint) -> bool:  # noqa: N802 - Qt's name
        """Take a click anywhere."""
        return self.rect().contains(place)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw box, ring and words."""
        painter = QPainter(self)
        colours = theme.tokens()
        top = (self.height() - SIDE) // 2 if self.height() <= 48 else _RING
        box = QRect(_RING, top, SIDE, SIDE)
        paint_box(painter, box, state=self.checkState())
        if self.hasFocus() or self.is_wrong:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(colours.focus if self.hasFocus() else colours.bad), 3))
            painter.drawRoundedRect(QRectF(box).adjusted(-3, -3, 3, 3), 7, 7)
        painter.setPen(QColor(colours.ink))
        words = self.rect().adjusted(_LEFT, 0, 0, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap, self.text())
