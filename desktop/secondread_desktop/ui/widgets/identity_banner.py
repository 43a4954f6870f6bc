"""The banner on Check that asks whose images these are."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QPushButton, QSizePolicy, QWidget

from secondread_desktop.ui import theme
from secondread_desktop.ui.sentences import check as sentences
from secondread_desktop.ui.widgets.flow import Flow
from secondread_desktop.ui.widgets.icons import Icon
from secondread_desktop.ui.widgets.text import Action, across, clear, column, label, restyle, row, turn

_CARD_HEIGHT = 66
_NARROW_CARDS = 4  # more than so many people stand below each other


@dataclass(frozen=True, slots=True)
class Answer:
    """A button. `word` is what the conduct gets back; a card has a second line and a count."""

    word: str
    text: str
    detail: str = ""
    count: str = ""
    is_on: bool = False
    is_quiet: bool = False


@dataclass(frozen=True, slots=True)
class Question:
    """What the banner says. `markup` is the bold line, everything foreign in it escaped; `spoken` is all of it.

    An answered question has a `short` form, for a small window.
    """

    kind: str
    markup: str
    spoken: str
    above: str = ""
    below: str = ""
    answers: tuple[Answer, ...] = ()
    cards: tuple[Answer, ...] = ()
    short: str = ""


class PersonCard(QPushButton):
    """A large choice: a ring, a name, a second line and a count."""

    def __init__(self, answer: Answer) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self.setCheckable(True)
        self.setChecked(answer.is_on)
        self.setAccessibleName(", ".join(part for part in (answer.text, answer.detail, answer.count) if part))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        name, count = label(answer.text, "strong"), label(answer.count, "small", wraps=False)
        words = column(name, gap=0)
        if answer.detail:
            words.addWidget(label(answer.detail, "small"))
        line = row(_Ring(self), words, count, gap=16)
        line.setContentsMargins(16, 8, 16, 8)
        line.setStretch(1, 1)
        self.setLayout(line)
        for part in self.findChildren(QWidget):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Go by the words, not by the empty text of the button."""
        inner = self.layout()
        wanted = inner.sizeHint() if inner is not None else super().sizeHint()
        return wanted.expandedTo(QSize(0, _CARD_HEIGHT))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Let a long name wrap, in the height that it takes then."""
        inner = self.layout()
        least = inner.minimumSize() if inner is not None else super().minimumSizeHint()
        return least.expandedTo(QSize(0, _CARD_HEIGHT))


class _Ring(QWidget):
    """The round box of a card."""

    def __init__(self, card: PersonCard) -> None:
        super().__init__()
        self._card = card
        self.setFixedSize(24, 24)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = theme.tokens()
        is_on = self._card.isChecked()
        painter.setPen(QPen(QColor(colours.brand if is_on else colours.line_strong), 2))
        painter.setBrush(QColor(colours.surface))
        painter.drawEllipse(2, 2, 20, 20)
        if is_on:
            painter.setBrush(QColor(colours.brand))
            painter.drawEllipse(7, 7, 10, 10)


class IdentityBanner(QFrame):
    """Shows a question and emits the word of the answer."""

    answered = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.question: Question | None = None
        self._is_narrow = self._is_opened = False
        self._icon = Icon("person", colour="muted")
        self._above, self._line, self._below = label(role="small"), label(role="lead"), label(role="plain-small")
        self._line.setTextFormat(Qt.TextFormat.RichText)  # only ever `Question.markup`
        self._answers = Flow()
        words = column(self._above, self._line, self._below, gap=0)
        self._head = row(self._icon, words, gap=16)
        self._head.setAlignment(self._icon, Qt.AlignmentFlag.AlignVCenter)
        self._head.setStretch(1, 1)
        self._top = across(gap=16)
        self._top.addLayout(self._head, 1)
        self._top.addLayout(self._answers)
        self._cards = across(gap=16)
        self.setLayout(column(self._top, self._cards, gap=16, edges=16))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    def ask(self, question: Question) -> None:
        """Show a question. The same question keeps its buttons, and with them the focus."""
        if question == self.question:
            return
        self.question = question
        self._is_opened = False
        self.setAccessibleName(question.spoken)
        self._show()

    def show_narrow(self, is_narrow: bool) -> None:
        """Put the answers below the question; an answered one takes one line."""
        if is_narrow != self._is_narrow:
            self._is_narrow = is_narrow
            self._show()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Follow the colours."""
        super().changeEvent(event)
        self._icon.update()

    def buttons(self) -> list[QPushButton]:
        """Return the answers as they stand."""
        layouts = (self._answers, self._cards)
        items = [layout.itemAt(place) for layout in layouts for place in range(layout.count())]
        return [button for item in items if item and isinstance(button := item.widget(), QPushButton)]

    def _show(self) -> None:
        question = self.question
        if question is None:
            return
        focused = next((number for number, button in enumerate(self.buttons()) if button.hasFocus()), None)
        is_short = self._is_narrow and bool(question.short) and not self._is_opened
        restyle(self, "role", f"banner-{question.kind}")
        answered = ("tick", "ok") if question.short else ("person", "muted")
        self._icon.change(*(("warn", "warn") if question.kind == "warn" else answered))
        for part, text in (
            (self._above, "" if is_short else question.above),
            (self._line, question.short if is_short else question.markup),
            (self._below, "" if is_short else question.below),
        ):
            part.setText(text)
            part.setVisible(bool(text))
        self._fill(question, is_short=is_short)
        if focused is not None and self.buttons():
            self.buttons()[min(focused, len(self.buttons()) - 1)].setFocus()

    def _fill(self, question: Question, *, is_short: bool) -> None:
        clear(self._answers)
        clear(self._cards)
        if is_short:
            change = Action(sentences.CHANGE, kind="quiet")
            change.clicked.connect(self._open)
            self._answers.addWidget(change)
        for answer in () if is_short else question.answers:
            self._answers.addWidget(self._button(answer))
        for answer in question.cards:
            self._cards.addWidget(self._card(answer), 3 if answer.detail else 2)
        turn(self._top, is_narrow=self._is_narrow and not is_short)
        turn(self._cards, is_narrow=self._is_narrow or len(question.cards) > _NARROW_CARDS)

    def _open(self) -> None:
        self._is_opened = True
        self._show()

    def _button(self, answer: Answer) -> QPushButton:
        made = Action(answer.text, kind="quiet" if answer.is_quiet else "plain", icon="tick" if answer.is_on else None)
        made.setCheckable(not answer.is_quiet)
        made.setChecked(answer.is_on)
        made.clicked.connect(lambda: self.answered.emit(answer.word))
        return made

    def _card(self, answer: Answer) -> QPushButton:
        made = PersonCard(answer)
        made.clicked.connect(lambda: self.answered.emit(answer.word))
        return made
