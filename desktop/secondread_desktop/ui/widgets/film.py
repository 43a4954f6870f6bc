"""The dark pane where one looks at an image: wheel and arrows page, a drag brightens, a double click puts back."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from secondread_desktop.ui import theme
from secondread_desktop.ui.sentences import check as sentences
from secondread_desktop.ui.widgets import icons

GROUND = "#05080b"
INK = "#e9eff4"
_EDGE = 16
_NOTCH = 120  # eighths of a degree in a step of an ordinary wheel
_BY_KEY = 12.0  # as if the mouse had been dragged so far
_PAGES = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_PageUp: -10,
    Qt.Key.Key_PageDown: 10,
    Qt.Key.Key_Home: -(1 << 30),
    Qt.Key.Key_End: 1 << 30,
}
_DRAGS = {
    Qt.Key.Key_Left: (-_BY_KEY, 0.0),
    Qt.Key.Key_Right: (_BY_KEY, 0.0),
    Qt.Key.Key_Up: (0.0, -_BY_KEY),
    Qt.Key.Key_Down: (0.0, _BY_KEY),
}


@dataclass(frozen=True, slots=True)
class Caption:
    """The words over the image: what it is, where one is, and whose it is if that is in doubt."""

    title: str = ""
    place: str = ""
    warning: str = ""


class Film(QWidget):
    """Shows an image or a sentence. Emits how far to page and how far brightness was dragged."""

    paged = Signal(int)
    dragged = Signal(float, float)
    reset_wanted = Signal()
    resized = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._image: QImage | None = None
        self._aspect = 1.0
        self._sentence = ""
        self._caption = Caption()
        self._is_grey = False
        self._held: QPointF | None = None
        self._turned = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(240, 170)
        self.setAccessibleName(sentences.LOOK_TAB)

    @property
    def sentence(self) -> str:
        """What is said in place of an image."""
        return self._sentence

    def show_caption(self, caption: Caption) -> None:
        """Show other words over the image; a screen reader says them too."""
        self._caption = caption
        self._describe()

    def show_image(self, image: QImage, *, aspect: float, is_grey: bool) -> None:
        """Show an image; `aspect` is a pixel's height by its width. Only grey images can be brightened."""
        self._image, self._aspect, self._is_grey, self._sentence = image, aspect, is_grey, ""
        self._describe()

    def show_sentence(self, sentence: str) -> None:
        """Say why there is nothing to see."""
        self._image, self._is_grey, self._sentence = None, False, sentence
        self._describe()

    def longest_side(self) -> int:
        """Return the size of a picture that fills the pane, in pixels of the screen, in steps."""
        side = max(self.width(), self.height()) * self.devicePixelRatioF()
        return int(-(-side // 256)) * 256

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Take what there is."""
        return QSize(480, 320)

    def resizeEvent(self, event: object) -> None:  # noqa: N802 - Qt's name
        """Tell, for a larger picture may be wanted."""
        super().resizeEvent(event)  # type: ignore[arg-type]
        self.resized.emit()

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
        key = Qt.Key(event.key())
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier and key in _DRAGS:
            self.dragged.emit(*_DRAGS[key])
        elif key in _PAGES and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.paged.emit(_PAGES[key])
        elif key == Qt.Key.Key_Escape:
            self.reset_wanted.emit()
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

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the image or the sentence, the words over it, and the ring of the keyboard."""
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.rect(), QColor(GROUND))
        if self._image is not None:
            painter.drawImage(self._place_of_image(self._image), self._image)
        else:
            self._paint_sentence(painter)
        self._paint_caption(painter)
        if self.hasFocus():
            painter.setPen(QPen(QColor(theme.DARK.focus), 3))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(2, 2, -2, -2), 9, 9)

    def _describe(self) -> None:
        words = (self._caption.warning, self._caption.title, self._caption.place, self._sentence)
        said = ". ".join(text.replace("\n", " ") for text in words if text)
        self.setAccessibleDescription(f"{said}. {sentences.FILM_KEYS}")
        self.update()

    def _place_of_image(self, image: QImage) -> QRectF:
        wide, high = float(image.width()), image.height() * self._aspect
        scale = min(self.width() / wide, self.height() / high)
        place = QRectF(0, 0, wide * scale, high * scale)
        place.moveCenter(QRectF(self.rect()).center())
        return place

    def _paint_sentence(self, painter: QPainter) -> None:
        painter.setPen(QColor(INK))
        wide = min(420, self.width() - 3 * _EDGE)
        place = QRect((self.width() - wide) // 2, 0, wide, self.height())
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self._sentence)

    def _paint_caption(self, painter: QPainter) -> None:
        font = QFont(self.font())
        font.setPixelSize(15)
        painter.setFont(font)
        area = self.rect().adjusted(_EDGE, 12, -_EDGE, -12)
        left, right = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
        top, bottom = Qt.AlignmentFlag.AlignTop, Qt.AlignmentFlag.AlignBottom
        title_top = top
        if self._caption.warning:
            self._paint_warning(painter, self._caption.warning)
            title_top = bottom
        half = area.width() * 2 // 3
        metrics = QFontMetrics(font)
        lines = (
            metrics.elidedText(line, Qt.TextElideMode.ElideRight, half) for line in self._caption.title.split("\n")
        )
        _write(painter, area, flags=left | title_top, text="\n".join(lines))
        _write(painter, area, flags=right | top, text=self._caption.place)
        if self._is_grey and self.width() > 400 and self.height() > 200:
            _write(painter, area, flags=right | bottom, text=sentences.RESET)
            if not self._caption.warning:
                _write(painter, area, flags=left | bottom, text=sentences.DRAG)

    def _paint_warning(self, painter: QPainter, text: str) -> None:
        colours = theme.LIGHT
        metrics = QFontMetrics(painter.font())
        text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, self.width() - 140)
        badge = QRectF(_EDGE, 12, metrics.horizontalAdvance(text) + 34, 28)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.warn_bg))
        painter.drawRoundedRect(badge, 14, 14)
        icons.paint(painter, "warn", area=QRectF(badge.left() + 8, badge.top() + 7, 14, 14), colour=colours.warn)
        painter.setPen(QColor(colours.warn))
        painter.drawText(badge.adjusted(26, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, text)


def _write(painter: QPainter, area: QRect, *, flags: Qt.AlignmentFlag, text: str) -> None:
    """Write over an image: light, with a dark shadow for bright places."""
    for dx, dy in ((-1, 0), (1, 0), (0, -1), (0, 1), (1, 1)):
        painter.setPen(QColor(GROUND))
        painter.drawText(area.translated(dx, dy), flags, text)
    painter.setPen(QColor(INK))
    painter.drawText(area, flags, text)
