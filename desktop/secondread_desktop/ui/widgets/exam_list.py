"""The tree on Check: people, exams, sets of images, documents; a box in each row. By mouse or by keys."""

from collections.abc import Mapping, Sequence
from html import escape

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QTreeWidget, QTreeWidgetItem

from secondread_desktop.core.ticks import Tick
from secondread_desktop.ui.long_words import shortened
from secondread_desktop.ui.sentences import check as sentences
from secondread_desktop.ui.widgets.exam_row import ROW, THUMB, ExamDelegate, ExamRow, part_at

_STATES = {
    Tick.NONE: Qt.CheckState.Unchecked,
    Tick.SOME: Qt.CheckState.PartiallyChecked,
    Tick.ALL: Qt.CheckState.Checked,
}


class ExamList(QTreeWidget):
    """Emits the key of the row whose box was pressed, and of the row that is looked at; ticks nothing by itself."""

    ticked = Signal(str)
    looked_at = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._items: dict[str, QTreeWidgetItem] = {}
        self._spoken: dict[str, str] = {}
        self.setHeaderHidden(True)
        self.setIndentation(0)
        self.setRootIsDecorated(False)
        self.setItemDelegate(ExamDelegate(self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setAccessibleName(sentences.TREE_NAME)
        self.setMinimumHeight(150)
        self.currentItemChanged.connect(self._tell_current)

    def show_rows(self, rows: Sequence[ExamRow]) -> None:
        """Show another tree; the first exam is open."""
        self.blockSignals(True)
        self.clear()
        self._items = {}
        for row in rows:
            self.addTopLevelItem(self._item(row))
        for row in rows:
            self._items[row.key].setExpanded(True)
        self.blockSignals(False)

    def show_ticks(self, ticks: Mapping[str, Tick]) -> None:
        """Show the boxes."""
        for key, tick in ticks.items():
            item = self._items[key]
            item.setCheckState(0, _STATES[tick])
            said = sentences.spoken(self._spoken[key], sentences.TICKED[tick])
            item.setData(0, Qt.ItemDataRole.AccessibleTextRole, said)

    def show_thumb(self, key: str, image: QImage) -> None:
        """Show the small picture of a row."""
        self._items[key].setData(0, THUMB, image)

    def current_key(self) -> str:
        """Return the key of the row that is looked at, or nothing."""
        item = self.currentItem()
        return item.data(0, ROW).key if item is not None else ""

    def look_at(self, key: str) -> None:
        """Go to a row, opening what is above it."""
        item = self._items[key]
        parent = item.parent()
        if parent is not None:
            parent.setExpanded(True)
        self.setCurrentItem(item)
        self.scrollToItem(item)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Press a box, open an exam, or go to a row."""
        item = self.itemAt(event.position().toPoint())
        if item is None or event.button() is not Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
            return
        row: ExamRow = item.data(0, ROW)
        part = part_at(row.kind, round(event.position().x()) - self.visualItemRect(item).left())
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        if part == "box":
            self.ticked.emit(row.key)
        elif part == "arrow":
            item.setExpanded(not item.isExpanded())
        else:
            self.setCurrentItem(item)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Open an exam from its words; a second press on a box is a press."""
        item = self.itemAt(event.position().toPoint())
        if item is None:
            return
        row: ExamRow = item.data(0, ROW)
        if part_at(row.kind, round(event.position().x()) - self.visualItemRect(item).left()) == "words":
            item.setExpanded(not item.isExpanded())
        else:
            self.mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Space ticks, Enter opens and closes; the arrows are Qt's."""
        item = self.currentItem()
        if item is not None and event.key() == Qt.Key.Key_Space:
            self.ticked.emit(item.data(0, ROW).key)
        elif item is not None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            item.setExpanded(not item.isExpanded())
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the least that helps; the page gives the rest."""
        return QSize(416, 150)

    def _item(self, row: ExamRow) -> QTreeWidgetItem:
        item = QTreeWidgetItem()
        item.setData(0, ROW, row)
        item.setText(0, row.title)
        item.setToolTip(0, f"<qt>{escape(shortened(row.title))}</qt>")  # a tip is read as markup if it looks like it
        item.setCheckState(0, Qt.CheckState.Unchecked)
        self._items[row.key] = item
        self._spoken[row.key] = row.spoken or row.title
        for child in row.children:
            item.addChild(self._item(child))
        return item

    def _tell_current(self, item: QTreeWidgetItem | None) -> None:
        if item is not None:
            self.looked_at.emit(item.data(0, ROW).key)
