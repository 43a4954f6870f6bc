"""Fields of a form: label, what is wrong with it, and the box. A field knows its name and its text, and no rule."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QGridLayout, QWidget

from secondread_desktop.ui.widgets.flow import Flow
from secondread_desktop.ui.widgets.icons import Icon
from secondread_desktop.ui.widgets.inputs import ChoiceBox, Line, Lines
from secondread_desktop.ui.widgets.text import Words, column, holding, label, row
from secondread_desktop.ui.widgets.tick_box import TickBox

_CALM_MS = 50


class Field(QWidget):
    """`edited` says which key of the form holds what; `left` that the person went on from the whole field."""

    edited = Signal(str, str)
    left = Signal(str)

    def __init__(self, name: str, title: str, *, hint: str = "") -> None:
        super().__init__()
        self.name = name
        self.title = title
        self._said = label(role="wrong")
        self._icon = Icon("warn", colour="bad", size=20)
        self._wrong = holding(row(self._icon, self._said, gap=8))
        line = self._wrong.layout()
        assert line is not None
        line.setAlignment(self._icon, Qt.AlignmentFlag.AlignTop)
        self._wrong.hide()
        self._column = column(_heading(title, hint), self._wrong, gap=8)
        self.setLayout(self._column)

    def controls(self) -> tuple[QWidget, ...]:
        """Return what takes the keyboard, in order."""
        raise NotImplementedError

    def show_form(self, form: Mapping[str, str]) -> None:
        """Show what was typed before."""
        raise NotImplementedError

    def show_problem(self, sentence: str) -> None:
        """Say what is wrong beside the box; nothing when it is mended."""
        self._said.setText(sentence)
        self._wrong.setVisible(bool(sentence))
        for control in self.controls():
            control.setAccessibleDescription(sentence)
        self._mark(is_wrong=bool(sentence))

    def problem(self) -> str:
        """Return what is said to be wrong."""
        return self._said.text()

    def take_focus(self) -> None:
        """Bring the keyboard here."""
        self.controls()[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _mark(self, *, is_wrong: bool) -> None:
        raise NotImplementedError

    def _leave(self) -> None:
        """Tell that the field was left, once it is known where the keyboard went and no button is held down.

        What is said about the field may change its height, and nothing may move away from under a click.
        """
        when_calm(lambda: None if self._has_focus() else self.left.emit(self.name))

    def _has_focus(self) -> bool:
        now = QApplication.focusWidget()
        return now is not None and self.isAncestorOf(now)


def _heading(title: str, hint: str) -> Flow:
    """Return the label with its hint beside it, or below it where there is no room."""
    made = Flow(Words(title, "strong"), gap=4, line_gap=0)
    if hint:
        made.addWidget(Words(hint, "muted"))
    return made


def when_calm(then: Callable[[], None]) -> None:
    """Do something once no mouse button is held down."""
    if QApplication.mouseButtons() == Qt.MouseButton.NoButton:
        QTimer.singleShot(0, then)
    else:
        QTimer.singleShot(_CALM_MS, lambda: when_calm(then))


class LineField(Field):
    """One line of text."""

    def __init__(self, name: str, title: str, *, hint: str = "") -> None:
        super().__init__(name, title, hint=hint)
        self.box = Line(name=title)
        self._column.addWidget(self.box)
        self.box.textEdited.connect(lambda text: self.edited.emit(name, text))
        self.box.left.connect(self._leave)

    def controls(self) -> tuple[QWidget, ...]:
        """Return the box."""
        return (self.box,)

    def show_form(self, form: Mapping[str, str]) -> None:
        """Show the text."""
        self.box.setText(form.get(self.name, ""))

    def _mark(self, *, is_wrong: bool) -> None:
        self.box.mark(is_wrong=is_wrong)


class LinesField(Field):
    """Text of several lines."""

    def __init__(self, name: str, title: str, *, hint: str = "", lines: int = 3) -> None:
        super().__init__(name, title, hint=hint)
        self.box = Lines(name=title, lines=lines)
        self._column.addWidget(self.box)
        self.box.textChanged.connect(lambda: self.edited.emit(name, self.box.toPlainText()))
        self.box.left.connect(self._leave)

    def controls(self) -> tuple[QWidget, ...]:
        """Return the box."""
        return (self.box,)

    def show_form(self, form: Mapping[str, str]) -> None:
        """Show the text."""
        self.box.setPlainText(form.get(self.name, ""))

    def _mark(self, *, is_wrong: bool) -> None:
        self.box.mark(is_wrong=is_wrong)


class PartsField(Field):
    """Several short boxes side by side for one thing, such as day, month and year of a date.

    `parts` gives the key in the form, the name for screen readers, and the width in pixels; 0 takes the rest.
    `settle` makes of a part what it is shown as once it is left.
    """

    def __init__(
        self,
        name: str,
        title: str,
        *,
        hint: str,
        parts: Sequence[tuple[str, str, int]],
        settle: Callable[[str, str], str],
    ) -> None:
        super().__init__(name, title, hint=hint)
        self._settle = settle
        self.boxes = {key: Line(name=f"{title}: {called}") for key, called, _ in parts}
        line = row(gap=8)
        for key, _, width in parts:
            box = self.boxes[key]
            box.textEdited.connect(lambda text, key=key: self.edited.emit(key, text))
            box.left.connect(lambda key=key: self._leave_part(key))
            if width:
                box.setFixedWidth(width)
            line.addWidget(box, 0 if width else 1)
        self._column.addLayout(line)

    def controls(self) -> tuple[QWidget, ...]:
        """Return the boxes."""
        return tuple(self.boxes.values())

    def show_form(self, form: Mapping[str, str]) -> None:
        """Show the texts."""
        for key, box in self.boxes.items():
            box.setText(form.get(key, ""))

    def _mark(self, *, is_wrong: bool) -> None:
        for box in self.boxes.values():
            box.mark(is_wrong=is_wrong)

    def _leave_part(self, key: str) -> None:
        box = self.boxes[key]
        settled = self._settle(key, box.text())
        if settled != box.text():
            box.setText(settled)
            self.edited.emit(key, settled)
        self._leave()


class ChoiceField(Field):
    """One of a few, from a list."""

    def __init__(self, name: str, title: str, *, choices: dict[str, str]) -> None:
        super().__init__(name, title)
        self.box = ChoiceBox(name=title, choices=choices)
        self._column.addWidget(self.box)
        self.box.activated.connect(self._choose)
        self.box.left.connect(self._leave)

    def controls(self) -> tuple[QWidget, ...]:
        """Return the list."""
        return (self.box,)

    def show_form(self, form: Mapping[str, str]) -> None:
        """Show the choice."""
        self.box.setCurrentIndex(self.box.findData(form.get(self.name, "")))

    def _choose(self, _index: int) -> None:
        self.edited.emit(self.name, str(self.box.currentData()))
        self.left.emit(self.name)

    def _mark(self, *, is_wrong: bool) -> None:
        self.box.mark(is_wrong=is_wrong)


class TicksField(Field):
    """Any of a few; the text is the ticked values, with spaces between."""

    def __init__(self, name: str, title: str, *, hint: str, choices: dict[str, str]) -> None:
        super().__init__(name, title, hint=hint)
        self.boxes = {value: TickBox(words) for value, words in choices.items()}
        grid = QGridLayout()
        grid.setSpacing(0)
        grid.setHorizontalSpacing(16)
        rows = (len(self.boxes) + 1) // 2
        for number, box in enumerate(self.boxes.values()):
            grid.addWidget(box, number % rows, number // rows)
            box.toggled.connect(self._tick)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        self._column.addLayout(grid)

    def controls(self) -> tuple[QWidget, ...]:
        """Return the boxes."""
        return tuple(self.boxes.values())

    def text(self) -> str:
        """Return the ticked values."""
        return " ".join(value for value, box in self.boxes.items() if box.isChecked())

    def show_form(self, form: Mapping[str, str]) -> None:
        """Show the ticks."""
        ticked = form.get(self.name, "").split()
        for value, box in self.boxes.items():
            box.blockSignals(True)
            box.setChecked(value in ticked)
            box.blockSignals(False)

    def _tick(self, _is_on: bool) -> None:
        self.edited.emit(self.name, self.text())
        self.left.emit(self.name)

    def _mark(self, *, is_wrong: bool) -> None:
        for box in self.boxes.values():
            box.is_wrong = is_wrong
            box.update()
