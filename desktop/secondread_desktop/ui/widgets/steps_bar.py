"""The six steps along the top, in three groups; where they do not fit, `2 of 6, Check`."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedLayout, QWidget

from secondread_desktop.core.journey import GROUPS, ORDER, Step, place_of
from secondread_desktop.ui import theme, words
from secondread_desktop.ui.widgets import icons
from secondread_desktop.ui.widgets.text import Action, column, label, row

_DISC = 24
_HEIGHT = 40
_GAP = 10


class StepButton(QPushButton):
    """One step: a number or a tick, and its name."""

    def __init__(self, step: Step) -> None:
        super().__init__(words.STEPS[step])
        self.step = step
        self.state = "coming"
        self.setProperty("kind", "step")

    def show_state(self, state: str, *, can_visit: bool) -> None:
        """`state` is done, now or coming; a step that cannot be visited takes no focus."""
        self.state = state
        self.setEnabled(can_visit)
        self.setAccessibleName(words.step_name(self.step, state))
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Leave room for the number, and for the bold name, so that nothing moves when the step comes."""
        font = self.font()
        font.setPixelSize(15)
        font.setBold(True)
        return QSize(_DISC + 12 + theme.text_width(font, self.text()) + 4, 40)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Never cut the name."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw number or tick, then the name."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = theme.tokens()
        self._paint_disc(painter, QRectF(3, (self.height() - _DISC) / 2, _DISC, _DISC))
        font = self.font()
        font.setPixelSize(15)
        font.setBold(self.state == "now")
        painter.setFont(font)
        painter.setPen(QColor(colours.muted if self.state == "coming" else colours.ink))
        painter.drawText(self.rect().adjusted(_DISC + 11, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, self.text())
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(colours.focus), 3))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5), 7, 7)

    def _paint_disc(self, painter: QPainter, disc: QRectF) -> None:
        colours = theme.tokens()
        fill = {"done": colours.brand_tint, "now": colours.ink, "coming": colours.surface}[self.state]
        edge = {"done": colours.brand_tint, "now": colours.ink, "coming": colours.line_strong}[self.state]
        painter.setPen(QPen(QColor(edge), 1.5))
        painter.setBrush(QColor(fill))
        painter.drawEllipse(disc.adjusted(1, 1, -1, -1))
        if self.state == "done":
            icons.paint(painter, "tick", area=disc.adjusted(5, 5, -5, -5), colour=colours.brand_strong, stroke=2.6)
            return
        font = self.font()
        font.setPixelSize(13)
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(QColor(colours.surface if self.state == "now" else colours.muted))
        painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, str(place_of(self.step)))


class _Line(QWidget):
    """The line below a group; `share` of it is filled."""

    def __init__(self) -> None:
        super().__init__()
        self.share = 0.0
        self.setFixedHeight(3)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(theme.tokens().line))
        painter.fillRect(0, 0, round(self.width() * self.share), 3, QColor(theme.tokens().brand))


class _Dashes(QWidget):
    """Six dashes for a narrow window: done, now, coming."""

    def __init__(self) -> None:
        super().__init__()
        self.place = 1
        self.setFixedSize(6 * 26 + 16 - 6, 8)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter = QPainter(self)
        colours = theme.tokens()
        for number in range(1, 7):
            colour = colours.brand if number < self.place else colours.ink if number == self.place else colours.line
            painter.fillRect(26 * (number - 1) + 8 * ((number - 1) // 2), 2, 20, 4, QColor(colour))


class StepsBar(QWidget):
    """The whole bar. Emits the step a person clicked; the short form has a way back to the step before."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._buttons = {step: StepButton(step) for step in ORDER}
        self._lines: list[_Line] = []
        self._short = label(role="strong", wraps=False)
        self._back = Action(words.BACK, kind="link")
        self._before: Step | None = None
        self._back.clicked.connect(lambda: self.chosen.emit(self._before))
        self._dashes = _Dashes()
        self._stack = QStackedLayout()
        self._is_narrow = False
        self._whole = self._wide()
        self._stack.addWidget(self._whole)
        narrow = QWidget()
        narrow.setLayout(row(None, self._back, self._short, self._dashes, gap=_GAP))
        self._stack.addWidget(narrow)
        self.setLayout(self._stack)
        for step, button in self._buttons.items():
            button.clicked.connect(lambda _checked=False, step=step: self.chosen.emit(step))

    def _wide(self) -> QWidget:
        groups = QHBoxLayout()
        groups.setSpacing(32)
        groups.setContentsMargins(0, 8, 0, 0)
        groups.addStretch(1)
        for name, steps in GROUPS:
            line = _Line()
            self._lines.append(line)
            heading = label(words.GROUPS[name], "small", wraps=False)
            buttons = row(*(self._buttons[step] for step in steps), gap=8)
            groups.addLayout(column(heading, None, buttons, line, gap=0))
        made = QWidget()
        made.setLayout(groups)
        return made

    def wide_width(self) -> int:
        """Return the width that all six steps need."""
        return sum(button.sizeHint().width() for button in self._buttons.values()) + 3 * 8 + 2 * 32

    def show_step(self, step: Step, *, visitable: frozenset[Step]) -> None:
        """Mark the step; those in `visitable` can be clicked."""
        place = place_of(step)
        for other, button in self._buttons.items():
            state = "now" if other is step else "done" if place_of(other) < place else "coming"
            button.show_state(state, can_visit=other in visitable)
        for number, line in enumerate(self._lines):
            line.share = min(1.0, max(0.0, (place - 2 * number) / 2))
            line.update()
        self._short.setText(words.short_step(step))
        self._before = ORDER[place - 2] if place > 1 and ORDER[place - 2] in visitable else None
        self._back.setVisible(self._before is not None)
        if self._before is not None:
            self._back.setAccessibleName(f"{words.BACK}: {words.STEPS[self._before]}")
        self._dashes.place = place
        self._dashes.update()
        self._fit()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Ask for the room of the form that is shown, not of both."""
        if self._is_narrow:
            return QSize(self._short_width(), _HEIGHT)  # the dashes take what is left over
        return self._whole.sizeHint()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Need no more than the form that is shown."""
        return QSize(self._short_width(), _HEIGHT) if self._is_narrow else self._whole.minimumSizeHint()

    def show_narrow(self, is_narrow: bool) -> None:
        """Choose the short form."""
        self._is_narrow = is_narrow
        self._stack.setCurrentIndex(1 if is_narrow else 0)
        self.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Leave the dashes out where the words need the room."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self._dashes.setVisible(self.width() >= self._short_width() + self._dashes_width())

    def _short_width(self) -> int:
        """Return the room for the way back and the words of the short form."""
        self._short.ensurePolished()
        back = 0 if self._before is None else self._back.sizeHint().width() + _GAP
        return back + self._short.sizeHint().width() + _GAP

    def _dashes_width(self) -> int:
        return self._dashes.width() + _GAP
