"""Takes files that are dropped anywhere on a widget."""

from typing import cast

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget


class FileDrops(QObject):
    """Watches a widget. `hovering` says that a drop would be taken."""

    dropped = Signal(list)
    hovering = Signal(bool)

    def __init__(self, target: QWidget) -> None:
        super().__init__(target)
        self.is_open = True
        target.setAcceptDrops(True)
        target.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Take what is about files."""
        match event.type():
            case QEvent.Type.DragEnter | QEvent.Type.DragMove:
                return self._hover(cast("QDropEvent", event))
            case QEvent.Type.DragLeave:
                self.hovering.emit(False)
                return True
            case QEvent.Type.Drop:
                self._take(cast("QDropEvent", event))
                return True
        return False

    def _hover(self, event: QDropEvent) -> bool:
        if self.is_open and event.mimeData().hasUrls():
            event.acceptProposedAction()
            self.hovering.emit(True)
        else:
            event.ignore()
        return True

    def _take(self, event: QDropEvent) -> None:
        self.hovering.emit(False)
        paths = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        if paths and self.is_open:
            event.acceptProposedAction()
            self.dropped.emit(paths)
