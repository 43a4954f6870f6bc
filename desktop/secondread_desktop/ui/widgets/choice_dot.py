"""One of several choices: a ring of 24 px, filled when chosen, with its words on as many lines as they need."""

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QRadioButton, QSizePolicy

from secondread_desktop.ui import theme

SIDE = 24
_RING = 5
_LEFT = SIDE + 2 * _RING + 8


class ChoiceDot(QRadioButton):
    """Arrow keys go from one to the next of the same parent, as everywhere."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.setAccessibleName(text)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the room for ring and words."""
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
        """Draw ring, focus and words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = theme.tokens()
        ring = QRectF(_RING, (self.height() - SIDE) / 2, SIDE, SIDE)
        painter.setPen(QPen(QColor(colours.brand if self.isChecked() else colours.line_strong), 2))
        painter.setBrush(QColor(colours.surface))
        painter.drawEllipse(ring.adjusted(1, 1, -1, -1))
        if self.isChecked():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.brand))
            painter.drawEllipse(ring.adjusted(6, 6, -6, -6))
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(colours.focus), 3))
            painter.drawEllipse(ring.adjusted(-3, -3, 3, 3))
        painter.setPen(QColor(colours.ink))
        words = self.rect().adjusted(_LEFT, 0, 0, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap, self.text())
