"""Labels and buttons, and how widgets are put side by side."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QIcon, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from secondread_desktop.ui import theme
from secondread_desktop.ui.long_words import breakable
from secondread_desktop.ui.widgets import icons

Part = QWidget | QLayout | int | None
_WIDEST_LINE = 480


def label(text: str = "", role: str = "body", *, wraps: bool = True) -> QLabel:
    """Return a label whose text is never read as markup and can be selected by mouse."""
    made = _Label()
    made.setProperty("role", role)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wraps)
    made.setText(text)
    made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return made


def rule() -> QFrame:
    """Return a thin line."""
    return frame("rule")


def frame(role: str = "card") -> QFrame:
    """Return a card."""
    made = QFrame()
    made.setProperty("role", role)
    return made


def column(*parts: Part, gap: int = 16, edges: int = 0) -> QVBoxLayout:
    """Return a column; a number is a space, None takes the rest."""
    made = QVBoxLayout()
    _fill(made, parts, gap=gap, edges=edges)
    return made


def row(*parts: Part, gap: int = 16, edges: int = 0) -> QHBoxLayout:
    """Return a row; a number is a space, None takes the rest."""
    made = QHBoxLayout()
    _fill(made, parts, gap=gap, edges=edges)
    return made


def beside(icon: QWidget, words: QLayout) -> QHBoxLayout:
    """Return words beside an icon that stands at their top and takes no room from them."""
    made = row(icon, words, gap=12)
    made.setAlignment(icon, Qt.AlignmentFlag.AlignTop)
    made.setStretch(1, 1)
    return made


def across(*parts: QWidget, gap: int = 16, share: int = 1) -> QBoxLayout:
    """Return a row that a narrow window turns into a column."""
    made = QBoxLayout(QBoxLayout.Direction.LeftToRight)
    made.setSpacing(gap)
    made.setContentsMargins(0, 0, 0, 0)
    for part in parts:
        made.addWidget(part, share)
    return made


def turn(layout: QBoxLayout, *, is_narrow: bool) -> None:
    """Lay out below each other in a narrow window, side by side in a wide one."""
    layout.setDirection(QBoxLayout.Direction.TopToBottom if is_narrow else QBoxLayout.Direction.LeftToRight)


def holding(layout: QLayout) -> QWidget:
    """Return a widget around a layout, to show and hide as a whole."""
    made = QWidget()
    layout.setContentsMargins(0, 0, 0, 0)
    made.setLayout(layout)
    return made


def boxed(layout: QLayout, role: str = "card", *, edges: int = 24) -> QFrame:
    """Return a card around a layout."""
    made = frame(role)
    layout.setContentsMargins(edges, edges, edges, edges)
    made.setLayout(layout)
    made.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
    return made


def clear(layout: QLayout) -> None:
    """Throw away everything in a layout."""
    while (item := layout.takeAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        if inner is not None:
            clear(inner)


def restyle(widget: QWidget, name: str, value: object) -> None:
    """Set a property that the style sheet looks at."""
    if widget.property(name) != value:
        widget.setProperty(name, value)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def _fill(made: QBoxLayout, parts: tuple[Part, ...], *, gap: int, edges: int) -> None:
    made.setSpacing(gap)
    made.setContentsMargins(edges, edges, edges, edges)
    for part in parts:
        if part is None:
            made.addStretch(1)
        elif isinstance(part, int):
            made.addSpacing(part)
        elif isinstance(part, QWidget):
            made.addWidget(part)
        else:
            made.addLayout(part)


class _Label(QLabel):
    """A label whose longest word asks for no more room than there is."""

    def setText(self, text: str) -> None:  # noqa: N802 - Qt's name
        """Show plain text that can be wrapped; markup comes with its own breaks."""
        is_plain = self.wordWrap() and self.textFormat() is Qt.TextFormat.PlainText
        super().setText(breakable(text) if is_plain else text)


class Words(_Label):
    """Words that would rather stand on one line, and wrap where they must."""

    def __init__(self, text: str = "", role: str = "body") -> None:
        super().__init__()
        self.setProperty("role", role)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setText(text)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Ask for one line, if it is not a very long one."""
        self.ensurePolished()
        width = min(self.fontMetrics().horizontalAdvance(self.text()) + 2, _WIDEST_LINE)
        return QSize(width, self.heightForWidth(width))


class OneLine(QLabel):
    """A label of one line that gives way where there is little room: beyond `least` pixels a part is left out."""

    def __init__(
        self,
        text: str = "",
        role: str = "body",
        *,
        least: int = 80,
        elides: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
    ) -> None:
        super().__init__()
        self._whole = ""
        self._least = least
        self._elides = elides
        self.setProperty("role", role)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.setText(text)

    def setText(self, text: str) -> None:  # noqa: N802 - Qt's name
        """Show another text."""
        self._whole = text
        self.setAccessibleName(text)
        self.updateGeometry()
        self._fit()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Ask for the room of the whole text."""
        whole = self.fontMetrics().horizontalAdvance(self._whole) + 2
        return QSize(min(whole, _WIDEST_LINE), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Be content with the beginning."""
        return QSize(min(self._least, self.sizeHint().width()), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Leave out as much as must be."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        fitting = self.fontMetrics().elidedText(self._whole, self._elides, self.width())
        super().setText(fitting)


class Action(QPushButton):
    """A button: at most one `primary` a screen; `quiet` and `link` look like text. Enter presses it too."""

    def __init__(self, text: str, *, kind: str = "plain", icon: str | None = None, name: str | None = None) -> None:
        super().__init__(text)
        self._icon_name = icon
        self.setProperty("kind", kind)
        self.setAccessibleName(name or text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._redraw()

    def say(self, text: str, *, icon: str | None = None) -> None:
        """Change the words, and with them the name for screen readers."""
        self.setText(text)
        self.setAccessibleName(text)
        self._icon_name = icon
        self._redraw()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Follow the colours."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.EnabledChange):
            self._redraw()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Let Enter press, as Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def _redraw(self) -> None:
        if self._icon_name is None:
            self.setIcon(QIcon())
            return
        colours = theme.tokens()
        inks = {"primary": colours.on_brand, "plain": colours.ink, "film": theme.DARK.ink}
        colour = inks.get(str(self.property("kind")), colours.brand_strong)
        colour = colour if self.isEnabled() else colours.disabled_ink
        self.setIcon(icons.button_icon(self._icon_name, colour=colour, ratio=self.devicePixelRatioF()))
        self.setIconSize(QSize(20 + icons.BUTTON_GAP, 20))
