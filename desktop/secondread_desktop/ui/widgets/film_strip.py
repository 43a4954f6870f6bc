"""The strip of small pictures below the pane: what comes before and after the one that is looked at."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from secondread_desktop.ui.sentences import check as sentences
from secondread_desktop.ui.widgets import icons
from secondread_desktop.ui.widgets.film import GROUND, ROUND, rounded

SIDE = 56
_GAP = 8
_ENDS = 40  # the arrows
_INK = "#a9b8c5"
_NOW = "#5cc7c0"


class FilmStrip(QWidget):
    """Emits a place that was clicked, or one step by an arrow. The keyboard pages in the pane itself."""

    placed = Signal(int)
    stepped = Signal(int)
    resized = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._places: Sequence[int] = ()
        self._now = 0
        self._last = 0
        self._images: dict[int, QImage] = {}
        self.setFixedHeight(SIDE + 2 * _GAP + 1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(f"{sentences.EARLIER}, {sentences.LATER}")

    def room(self) -> int:
        """Return how many small pictures fit."""
        return max(1, (self.width() - 2 * _ENDS + _GAP) // (SIDE + _GAP))

    def show_places(self, places: Sequence[int], *, now: int, length: int) -> None:
        """Show these places of a roll of `length`."""
        self._images = {place: self._images[place] for place in places if place in self._images}
        self._places, self._now, self._last = places, now, length - 1
        self.update()

    def forget(self) -> None:
        """Throw the pictures away: another roll comes."""
        self._images = {}

    def show_image(self, place: int, image: QImage) -> None:
        """Show one small picture."""
        self._images[place] = image
        self.update()

    def resizeEvent(self, event: object) -> None:  # noqa: N802 - Qt's name
        """Tell, for more may fit."""
        super().resizeEvent(event)  # type: ignore[arg-type]
        self.resized.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Go where the click is."""
        x = event.position().x()
        if x < _ENDS:
            self.stepped.emit(-1)
        elif x >= self.width() - _ENDS:
            self.stepped.emit(1)
        else:
            for number, place in enumerate(self._places):
                if self._frame(number).contains(event.position()):
                    self.placed.emit(place)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw."""
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        painter.setClipPath(rounded(QRectF(self.rect()).adjusted(0, -ROUND, 0, 0)))
        painter.fillRect(self.rect(), QColor("#0d141b"))
        painter.fillRect(0, 0, self.width(), 1, QColor("#22303c"))
        middle = self.height() / 2
        if self._now > 0:
            left = QRectF(_ENDS / 2 - 10, middle - 10, 20, 20)
            icons.paint(painter, "left", area=left, colour=_INK)
        if self._now < self._last:
            right = QRectF(self.width() - _ENDS / 2 - 10, middle - 10, 20, 20)
            icons.paint(painter, "right", area=right, colour=_INK)
        for number, place in enumerate(self._places):
            self._paint_one(painter, self._frame(number), place=place)

    def _frame(self, number: int) -> QRectF:
        wide = len(self._places) * (SIDE + _GAP) - _GAP
        return QRectF((self.width() - wide) / 2 + number * (SIDE + _GAP), _GAP + 1, SIDE, SIDE)

    def _paint_one(self, painter: QPainter, frame: QRectF, *, place: int) -> None:
        inner = frame.adjusted(2, 2, -2, -2)
        painter.fillRect(inner, QColor(GROUND))
        image = self._images.get(place)
        if image is not None and not image.isNull():
            scale = min(inner.width() / image.width(), inner.height() / image.height())
            fitted = QRectF(0, 0, image.width() * scale, image.height() * scale)
            fitted.moveCenter(inner.center())
            painter.drawImage(fitted, image)
        if place == self._now:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(_NOW), 2))
            painter.drawRoundedRect(frame.adjusted(1, 1, -1, -1), 4, 4)
