"""A row that goes on in the next line where the room ends, after Qt's flow layout example (BSD-3-Clause)."""

from PySide6.QtCore import QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QSizePolicy, QWidget

_NOTHING = Qt.Orientation(0)
_Line = list[tuple[QLayoutItem, QSize]]


class Flow(QLayout):
    """Lays its parts side by side at their own size. `is_right` puts each line at the right edge."""

    def __init__(self, *parts: QWidget, gap: int = 16, line_gap: int = 8, is_right: bool = False) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self._line_gap = line_gap
        self._is_right = is_right
        self.setContentsMargins(QMargins())
        self.setSpacing(gap)
        for part in parts:
            self.addWidget(part)

    def addItem(self, item: QLayoutItem) -> None:  # noqa: N802 - Qt's name
        """Take one more part."""
        self._items.append(item)

    def count(self) -> int:
        """Return how many parts there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # noqa: N802 - Qt's name
        """Return a part, or None."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # noqa: N802 - Qt's name
        """Give a part back, or None."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:  # noqa: N802 - Qt's name
        """Take no more room than needed."""
        return _NOTHING

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """Return True: less width is more lines."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """Return the height of all lines."""
        lines = self._lines(width)
        return sum(map(_height, lines)) + self._line_gap * max(0, len(lines) - 1)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Ask for one line."""
        sizes = [item.sizeHint() for item in self._shown()]
        width = sum(size.width() for size in sizes) + self.spacing() * max(0, len(sizes) - 1)
        return QSize(width, max((size.height() for size in sizes), default=0))

    def minimumSize(self) -> QSize:  # noqa: N802 - Qt's name
        """Need the room of the widest part."""
        sizes = [item.minimumSize() for item in self._shown()]
        return QSize(*(max((side(size) for size in sizes), default=0) for side in (QSize.width, QSize.height)))

    def setGeometry(self, area: QRect) -> None:  # noqa: N802 - Qt's name
        """Put everything in its place, in the middle of the height."""
        super().setGeometry(area)
        top = area.top() + max(0, area.height() - self.heightForWidth(area.width())) // 2
        for line in self._lines(area.width()):
            height = _height(line)
            used = sum(size.width() for _, size in line) + self.spacing() * (len(line) - 1)
            left = area.left() + (area.width() - used if self._is_right else 0)
            for item, size in line:
                item.setGeometry(QRect(QPoint(left, top + (height - size.height()) // 2), size))
                left += size.width() + self.spacing()
            top += height + self._line_gap

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _lines(self, width: int) -> list[_Line]:
        """Return the parts of each line with their sizes; what is wider than all the room wraps its own words."""
        lines: list[_Line] = []
        left = 0
        for item in self._shown():
            size = item.sizeHint()
            if size.width() > width:
                size = QSize(width, item.heightForWidth(width) if item.hasHeightForWidth() else size.height())
            if not lines or size.width() + self.spacing() > left:
                lines.append([])
                left = width
            else:
                left -= self.spacing()
            left -= size.width()
            lines[-1].append((item, size))
        return lines


def _height(line: _Line) -> int:
    return max(size.height() for _, size in line)


def flowing(*parts: QWidget, gap: int = 16, is_right: bool = False) -> QWidget:
    """Return a widget around a flow, to show and hide as a whole."""
    made = QWidget()
    made.setLayout(Flow(*parts, gap=gap, is_right=is_right))
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
    policy.setHeightForWidth(True)
    made.setSizePolicy(policy)
    return made
