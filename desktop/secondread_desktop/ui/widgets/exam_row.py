"""One row of the tree on Check: what it says, and how it is painted."""

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QImage, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from secondread_desktop.ui import theme
from secondread_desktop.ui.widgets import icons
from secondread_desktop.ui.widgets.tick_box import SIDE, paint_box

ROW = Qt.ItemDataRole.UserRole
THUMB = Qt.ItemDataRole.UserRole + 1
_EDGE = 16
_FILM = "#05080b"
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class ExamRow:
    """A row. `kind` is person, exam, set, heading or document; `spoken` is what a screen reader says."""

    key: str
    kind: str
    title: str
    detail: str = ""
    count: str = ""
    spoken: str = ""
    children: tuple["ExamRow", ...] = ()


@dataclass(frozen=True, slots=True)
class _Shape:
    """Where the parts of a kind of row stand, in pixels from the left; 0 is: not at all."""

    height: int
    arrow: int
    box: int
    thumb: int
    thumb_side: int
    words: int


SHAPES = {
    "person": _Shape(height=44, arrow=0, box=_EDGE, thumb=0, thumb_side=0, words=52),
    "exam": _Shape(height=56, arrow=_EDGE, box=44, thumb=80, thumb_side=40, words=132),
    "set": _Shape(height=44, arrow=0, box=72, thumb=108, thumb_side=32, words=152),
    "heading": _Shape(height=44, arrow=0, box=_EDGE, thumb=0, thumb_side=0, words=52),
    "document": _Shape(height=44, arrow=0, box=44, thumb=80, thumb_side=32, words=124),
}


def part_at(kind: str, x: int) -> str:
    """Return what a click meets: `arrow`, `box` or `words`. Targets are wider than what is painted."""
    shape = SHAPES[kind]
    if shape.arrow and x < shape.box - 6:
        return "arrow"
    return "box" if shape.box - 10 <= x < shape.box + SIDE + 10 else "words"


class ExamDelegate(QStyledItemDelegate):
    """Paints the rows."""

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802 - Qt's name
        """Return the height of the kind."""
        return QSize(0, SHAPES[index.data(ROW).kind].height)

    def editorEvent(self, *_arguments: object) -> bool:  # noqa: N802 - Qt's name
        """Leave ticking to the list."""
        return False

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        row: ExamRow = index.data(ROW)
        shape = SHAPES[row.kind]
        area = QRect(option.rect)
        state = option.state
        painter.save()
        is_top = index.row() == 0 and not index.parent().isValid()
        _paint_ground(painter, area, state=state, has_line=not is_top and row.kind not in ("set", "document"))
        middle = area.center().y() + 1
        if shape.arrow:
            name = "down" if state & QStyle.StateFlag.State_Open else "right"
            place = QRectF(shape.arrow, middle - 8, 16, 16)
            icons.paint(painter, name, area=place, colour=theme.tokens().ink)
        box = QRect(shape.box, middle - SIDE // 2, SIDE, SIDE)
        paint_box(painter, box, state=Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole)))
        if shape.thumb:
            place = QRectF(shape.thumb, middle - shape.thumb_side / 2, shape.thumb_side, shape.thumb_side)
            _paint_thumb(painter, place, image=index.data(THUMB), is_document=row.kind == "document")
        _paint_words(painter, area, row=row)
        painter.restore()


def _paint_ground(painter: QPainter, area: QRect, *, state: QStyle.StateFlag, has_line: bool) -> None:
    colours = theme.tokens()
    is_current = bool(state & QStyle.StateFlag.State_Selected)
    if is_current:
        painter.fillRect(area, QColor(colours.brand_tint))
        painter.fillRect(QRect(area.left(), area.top(), 3, area.height()), QColor(colours.brand))
    if has_line:
        painter.fillRect(QRect(area.left(), area.top(), area.width(), 1), QColor(colours.line))
    if is_current and state & QStyle.StateFlag.State_HasFocus:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(colours.focus), 3))
        painter.drawRoundedRect(QRectF(area).adjusted(2, 2, -2, -2), 6, 6)


def _paint_thumb(painter: QPainter, place: QRectF, *, image: QImage | None, is_document: bool) -> None:
    if image is None and is_document:
        icons.paint(painter, "document", area=place.adjusted(4, 4, -4, -4), colour=theme.tokens().muted)
        return
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
    painter.fillRect(place, QColor("#ffffff" if is_document else _FILM))
    if image is not None and not image.isNull():
        scale = min(place.width() / image.width(), place.height() / image.height())
        fitted = QRectF(0, 0, image.width() * scale, image.height() * scale)
        fitted.moveCenter(place.center())
        painter.drawImage(fitted, image)


def _paint_words(painter: QPainter, area: QRect, *, row: ExamRow) -> None:
    colours = theme.tokens()
    left, right = SHAPES[row.kind].words, area.right() - _EDGE
    plain = QFont(painter.font())
    plain.setPixelSize(16)
    bold = QFont(plain)
    bold.setWeight(QFont.Weight.DemiBold)
    if row.count:
        painter.setFont(plain)
        painter.setPen(QColor(colours.ink))
        wide = QFontMetrics(plain).horizontalAdvance(row.count)
        painter.drawText(QRect(right - wide, area.top(), wide, area.height()), Qt.AlignmentFlag.AlignVCenter, row.count)
        right -= wide + 12
    title_font = bold if row.kind in ("person", "exam", "heading") else plain
    title = QRect(left, area.top(), right - left, area.height())
    if row.detail:
        title = QRect(left, area.center().y() - 21, right - left, 22)
        small = QFont(plain)
        small.setPixelSize(15)
        _paint_line(painter, title.translated(0, 21), text=row.detail, font=small, colour=colours.muted)
    _paint_line(painter, title, text=row.title, font=title_font, colour=colours.ink)


def _paint_line(painter: QPainter, place: QRect, *, text: str, font: QFont, colour: str) -> None:
    painter.setFont(font)
    painter.setPen(QColor(colour))
    cut = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, place.width())
    painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, cut)
