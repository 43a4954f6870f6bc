"""What people type, choose and read with. Each box tells when it is left."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QSizePolicy, QTextEdit

from secondread_desktop.ui import theme
from secondread_desktop.ui.widgets import icons
from secondread_desktop.ui.widgets.text import restyle


class Line(QLineEdit):
    """One line of text."""

    left = Signal()

    def __init__(self, *, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)

    def mark(self, *, is_wrong: bool) -> None:
        """Show the red edge, or take it away."""
        restyle(self, "wrong", "true" if is_wrong else "false")

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Tell that the line is left, unless only the window or a menu comes in between."""
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self.left.emit()


class Lines(QPlainTextEdit):
    """Text of several lines that grows with its content to a point; Tab goes on to the next field."""

    left = Signal()

    def __init__(self, *, name: str, lines: int) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self._least, self._most = lines, lines + 6
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(self._fit)
        self._fit()

    def mark(self, *, is_wrong: bool) -> None:
        """Show the red edge, or take it away."""
        restyle(self, "wrong", "true" if is_wrong else "false")

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Tell that the text is left, unless only the window or a menu comes in between."""
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self.left.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """Let the page scroll on where there is nothing to scroll here, or nobody writes."""
        if self.hasFocus() and self.verticalScrollBar().maximum() > 0:
            super().wheelEvent(event)
        else:
            event.ignore()

    def _fit(self) -> None:
        rows = min(self._most, max(self._least, round(self.document().size().height())))
        self.setFixedHeight(rows * self.fontMetrics().lineSpacing() + 24)


class ChoiceBox(QComboBox):
    """A list to choose one from. The wheel scrolls the page, never the choice."""

    left = Signal()

    def __init__(self, *, name: str, choices: dict[str, str]) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        for value, words in choices.items():
            self.addItem(words, value)
        self.setCurrentIndex(-1)

    def mark(self, *, is_wrong: bool) -> None:
        """Show the red edge, or take it away."""
        restyle(self, "wrong", "true" if is_wrong else "false")

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Let the words be cut before the page is."""
        return QSize(120, super().minimumSizeHint().height())

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """Leave the wheel to the page."""
        event.ignore()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Tell that the choice is left, unless its own list comes up."""
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self.left.emit()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the box, then the arrow in our own hand."""
        super().paintEvent(event)
        area = QRectF(self.width() - 34, (self.height() - 20) / 2, 20, 20)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = theme.DARK if self.property("role") == "film" else theme.tokens()  # films are shown in the dark
        icons.paint(painter, "down", area=area, colour=colours.ink)


class ReadText(QTextEdit):
    """A text to read in a place of its own that scrolls: by wheel, and by arrow keys when the keyboard is there."""

    MOST_HEIGHT = 168

    def __init__(self, text: str, *, name: str) -> None:
        super().__init__()
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setAccessibleName(name)
        self.setPlainText(text)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.document().documentLayout().documentSizeChanged.connect(lambda _size: self._fit())
        self._fit()

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """Let the page scroll on where all of the text is seen."""
        if self.verticalScrollBar().maximum() > 0:
            super().wheelEvent(event)
        else:
            event.ignore()

    def _fit(self) -> None:
        wanted = round(self.document().size().height()) + 20
        self.setFixedHeight(min(self.MOST_HEIGHT, max(48, wanted)))
