"""Receipt: a tick, the case number, the promise, what happens next."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFileDialog, QSizePolicy, QWidget

from secondread_desktop.ui import theme
from secondread_desktop.ui.screens.screen import Screen
from secondread_desktop.ui.sentences import receipt as sentences
from secondread_desktop.ui.sentences.troubles import Trouble
from secondread_desktop.ui.widgets import icons
from secondread_desktop.ui.widgets.banner import Banner
from secondread_desktop.ui.widgets.foot import Foot, FootAction
from secondread_desktop.ui.widgets.icons import Icon
from secondread_desktop.ui.widgets.text import Action, across, boxed, column, holding, label, row, rule, turn

_SAVE, _ANOTHER, _KEEP, _REALLY, _AGAIN = "save", "another", "keep", "really", "again"
_SIDE = 24


class _Tick(QWidget):
    """A large tick on a round ground."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(48, 48)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.tokens().ok_bg))
        painter.drawEllipse(self.rect())
        icons.paint(painter, "tick", area=QRectF(12, 12, 24, 24), colour=theme.tokens().ok, stroke=2.2)


class _Number(QWidget):
    """Numbers in circles, joined by a line, beside rows of one height."""

    def __init__(self, number: int, *, is_last: bool) -> None:
        super().__init__()
        self._number = number
        self._is_last = is_last
        self.setFixedWidth(_SIDE)
        self.setMinimumHeight(40)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(_SIDE, 40)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = theme.tokens()
        painter.setPen(QPen(QColor(colours.line_strong), 1))
        if not self._is_last:
            painter.drawLine(_SIDE // 2, _SIDE, _SIDE // 2, self.height())
        painter.drawEllipse(QRectF(0.5, 0.5, _SIDE - 1, _SIDE - 1))
        font = self.font()
        font.setPixelSize(13)
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(QColor(colours.muted))
        painter.drawText(QRectF(0, 0, _SIDE, _SIDE), Qt.AlignmentFlag.AlignCenter, str(self._number))


class ReceiptScreen(Screen):
    """Shows the receipt; says that it is to be saved (with a path), asked for again, or the case withdrawn."""

    saved = Signal(str)
    copied = Signal()
    asked_again = Signal()
    withdrawn = Signal()
    sent_another = Signal()

    def __init__(self) -> None:
        super().__init__(sentences.TITLE)
        self._state = "asking_receipt"
        self._arrived = label(role="muted")
        self._number = label(role="big", wraps=False)
        self._number_line = across(gap=8)
        self._copy = Action(sentences.COPY, icon="copy", name=sentences.COPY_NAME)
        self._copy.clicked.connect(self._copy_number)
        self._promise = [label(role="muted"), label(role="strong"), label(role="muted")]
        promise = row(Icon("clock", size=20), column(*self._promise, gap=0), gap=12)
        promise.setStretch(1, 1)
        self._promise_part = holding(column(rule(), promise, gap=16))
        self._banner = Banner("note")
        self._withdraw = Action(sentences.WITHDRAW, kind="link")
        self._withdraw.clicked.connect(self._ask)
        self._after = label(role="small")
        head = row(_Tick(), column(label(sentences.TITLE, "title"), self._arrived, gap=0))
        head.setStretch(1, 1)
        before = label(sentences.WITHDRAW_BEFORE, "small", wraps=False)
        self._change = holding(column(row(before, self._withdraw, None, gap=6), self._after, gap=0))
        self.put(column(head, self._banner, self._number_card(), *self._next(), self._change, None, gap=16))
        self.say(None)
        self.wait("", "")

    def show_narrow(self, is_narrow: bool) -> None:
        """Put the button below the number."""
        turn(self._number_line, is_narrow=is_narrow)

    def wait(self, case_number: str, arrived: str) -> None:
        """Show what is known before the receipt is here."""
        self._number.setText(case_number)
        self._number.setAccessibleName(f"{sentences.NUMBER} {case_number}")
        self._arrived.setText(arrived or sentences.ASKING)
        self._promise_part.hide()
        self._to("asking_receipt")

    def show_receipt(self, arrived: str, promise: tuple[str, str, str], *, after: str) -> None:
        """Show all of it; `after` says what withdrawing means."""
        self._arrived.setText(arrived)
        for part, text in zip(self._promise, promise, strict=True):
            part.setText(text)
        self._promise_part.show()
        self._after.setText(after)
        self._to("shown")

    def say(self, trouble: Trouble | None, *, kind: str = "note") -> None:
        """Say something, or nothing."""
        self._banner.setVisible(trouble is not None)
        if trouble is not None:
            self._banner.speak(kind, trouble.title, trouble.text)

    def miss(self, trouble: Trouble) -> None:
        """Show that the receipt could not be fetched."""
        self.say(trouble, kind="warn")
        self._to("missing")

    def withdrawing(self) -> None:
        """Show that the case is being withdrawn."""
        self.say(Trouble(sentences.WITHDRAWING, ""))
        self._to("withdrawing")

    def foot(self) -> Foot:
        """Return the actions of the present state."""
        another = FootAction(_ANOTHER, sentences.ANOTHER)
        save = FootAction(_SAVE, sentences.SAVE, kind="primary", icon="save")
        return {
            "asking_receipt": Foot((another,)),
            "shown": Foot((another, save)),
            "missing": Foot((another, FootAction(_AGAIN, sentences.AGAIN, kind="primary"))),
            "asking": Foot(
                (FootAction(_REALLY, sentences.WITHDRAW_REALLY), FootAction(_KEEP, sentences.WITHDRAW_KEEP))
            ),
            "withdrawing": Foot(),
        }[self._state]

    def act(self, action: str) -> None:
        """Save, send another, or decide about withdrawing."""
        if action == _SAVE:
            self._open_dialog()
        elif action == _KEEP:
            self.say(None)
            self._to("shown")
        else:
            {_ANOTHER: self.sent_another, _REALLY: self.withdrawn, _AGAIN: self.asked_again}[action].emit()

    def _number_card(self) -> QWidget:
        number = holding(column(label(sentences.NUMBER, "muted"), self._number, gap=0))
        self._number_line.addWidget(number, 1)
        self._number_line.addWidget(self._copy, 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return boxed(column(self._number_line, self._promise_part, gap=16))

    def _next(self) -> list[QWidget]:
        lines = []
        for number, text in enumerate(sentences.NEXT, start=1):
            words = label(text)
            words.setAlignment(Qt.AlignmentFlag.AlignTop)
            line = row(_Number(number, is_last=number == len(sentences.NEXT)), words, gap=12)
            line.setStretch(1, 1)
            lines.append(holding(line))
        steps = column(*lines, gap=0)
        return [label(sentences.NEXT_TITLE, "section"), holding(steps)]

    def _ask(self) -> None:
        self.say(sentences.WITHDRAW_QUESTION, kind="warn")
        self._to("asking")

    def _to(self, state: str) -> None:
        self._state = state
        self._change.setVisible(state == "shown")
        self.foot_changed.emit()

    def _copy_number(self) -> None:
        self.copied.emit()
        self._copy.say(sentences.COPIED, icon="tick")

    def _open_dialog(self) -> None:
        dialog = QFileDialog(self, sentences.SAVE_DIALOG)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(sentences.SAVE_KIND)
        dialog.setDefaultSuffix("pdf")
        dialog.selectFile(sentences.file_name(self._number.text()))
        dialog.fileSelected.connect(self.saved)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
