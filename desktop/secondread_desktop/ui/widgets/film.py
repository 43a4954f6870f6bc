"""The dark pane where one looks at an image: wheel and arrows page, a drag brightens, a double click puts back."""

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QImage,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy

from secondread_desktop.ui import theme
from secondread_desktop.ui.sentences import check as sentences
from secondread_desktop.ui.sentences import film as film_sentences
from secondread_desktop.ui.widgets import icons
from secondread_desktop.ui.widgets.film_hands import FilmHands

GROUND = "#05080b"
INK = "#e9eff4"
ROUND = 11.0
_VEIL = QColor(5, 8, 11, 176)  # white behind it still leaves 4.5:1 to the words
_EDGE = 16


@dataclass(frozen=True, slots=True)
class Caption:
    """The words over the image: what it is, where one is, and whose it is if that is in doubt."""

    title: str = ""
    place: str = ""
    warning: str = ""


class Film(FilmHands):
    """Shows an image or a sentence."""

    resized = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._image: QImage | None = None
        self._aspect = 1.0
        self._sentence = ""
        self._caption = Caption()
        self._is_grey = False
        self._icon = ""
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

    def show_sentence(self, sentence: str, *, icon: str = "") -> None:
        """Say why there is nothing to see."""
        self._image, self._is_grey, self._sentence, self._icon = None, False, sentence, icon
        self._describe()

    def longest_side(self) -> int:
        """Return the size of a picture that fills the pane, in pixels of the screen, in steps."""
        side = max(self.width(), self.height()) * self.devicePixelRatioF()
        return int(-(-side // 256)) * 256

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Take what there is."""
        return QSize(480, 170)

    def resizeEvent(self, event: object) -> None:  # noqa: N802 - Qt's name
        """Tell, for a larger picture may be wanted."""
        super().resizeEvent(event)  # type: ignore[arg-type]
        self.resized.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the image or the sentence, the words over it, and the ring of the keyboard."""
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        painter.setClipPath(rounded(QRectF(self.rect()).adjusted(0, 0, 0, ROUND)))
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
        self.setAccessibleDescription(f"{said}. {sentences.FILM_KEYS} {film_sentences.PLAY_KEYS}")
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
        if self._icon:
            middle = QRectF(self.width() / 2 - 20, self.height() / 2 - 84, 40, 40)
            icons.paint(painter, self._icon, area=middle, colour=INK)
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
        _write(painter, area, flags=left | title_top, text=_cut(self._caption.title, font, width=area.width() * 2 // 3))
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


def rounded(area: QRectF) -> QPainterPath:
    """Return the outline of an area inside a card's border."""
    path = QPainterPath()
    path.addRoundedRect(area, ROUND, ROUND)
    return path


def _cut(text: str, font: QFont, *, width: int) -> str:
    """Return the lines, each no wider than there is room."""
    metrics = QFontMetrics(font)
    return "\n".join(metrics.elidedText(line, Qt.TextElideMode.ElideRight, width) for line in text.split("\n"))


def _write(painter: QPainter, area: QRect, *, flags: Qt.AlignmentFlag, text: str) -> None:
    """Write over an image: light on a dark veil, so that it can be read on bright places too."""
    if not text:
        return
    veil = painter.boundingRect(area, int(flags), text).adjusted(-6, -2, 6, 2)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_VEIL)
    painter.drawRoundedRect(veil, 6, 6)
    painter.setPen(QColor(INK))
    painter.drawText(area, flags, text)
