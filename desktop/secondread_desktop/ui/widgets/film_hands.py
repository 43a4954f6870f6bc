"""What hands do to the pane of images: wheel, arrows, drags, double clicks."""

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

_NOTCH = 120  # eighths of a degree in a step of an ordinary wheel
_BY_KEY = 12.0  # as if the mouse had been dragged so far
_PAGES: dict[int, int] = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_PageUp: -10,
    Qt.Key.Key_PageDown: 10,
    Qt.Key.Key_Home: -(1 << 30),
    Qt.Key.Key_End: 1 << 30,
}
_DRAGS: dict[int, tuple[float, float]] = {
    Qt.Key.Key_Left: (-_BY_KEY, 0.0),
    Qt.Key.Key_Right: (_BY_KEY, 0.0),
    Qt.Key.Key_Up: (0.0, -_BY_KEY),
    Qt.Key.Key_Down: (0.0, _BY_KEY),
}


class FilmHands(QWidget):
    """Emits how far to page, how far brightness was dragged (right, down), that it shall be put back, and play."""

    paged = Signal(int)
    dragged = Signal(float, float)
    reset_wanted = Signal()
    play_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._held: QPointF | None = None
        self._turned = 0

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """Page; a fine wheel collects until it makes a step."""
        self._turned += event.angleDelta().y() or event.angleDelta().x()
        steps = int(self._turned / _NOTCH)
        self._turned -= steps * _NOTCH
        if steps:
            self.paged.emit(-steps)
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Page, brighten, or put back."""
        key = event.key()
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier and key in _DRAGS:
            self.dragged.emit(*_DRAGS[key])
        elif key in _PAGES and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.paged.emit(_PAGES[key])
        elif key == Qt.Key.Key_Escape:
            self.reset_wanted.emit()
        elif key == Qt.Key.Key_Space:
            self.play_wanted.emit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Begin a drag."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._held = event.position()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Drag."""
        if self._held is not None:
            moved = event.position() - self._held
            self._held = event.position()
            self.dragged.emit(moved.x(), moved.y())

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """End a drag."""
        self._held = None

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Put brightness back."""
        self._held = None
        self.reset_wanted.emit()
