"""Payment: the amount, when it is charged, and where the payment stands. The card number is never here."""

from dataclasses import dataclass, field
from enum import StrEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLineEdit, QWidget

from secondread_desktop.ui.screens.screen import Screen
from secondread_desktop.ui.sentences import about_you, send
from secondread_desktop.ui.sentences import payment as said
from secondread_desktop.ui.widgets.banner import Banner
from secondread_desktop.ui.widgets.foot import Foot, FootAction
from secondread_desktop.ui.widgets.icons import Icon
from secondread_desktop.ui.widgets.text import Action, boxed, column, holding, label, row, rule
from secondread_desktop.ui.widgets.tick_box import TickBox
from secondread_desktop.ui.words import BACK
from secondread_shared.consent import ConsentText

GO_BACK, BEGIN, OPEN, RETRY, GO_ON = "go_back", "begin", "open", "retry", "go_on"
CANCEL, CONFIRM_CANCEL, KEEP, TAKE_BACK, WITHOUT = "cancel", "confirm_cancel", "keep", "take_back", "without"


class Kind(StrEnum):
    """How this programme is paid."""

    CARD = "card"
    INVOICE = "invoice"
    FREE = "free"


class State(StrEnum):
    """Where the payment stands."""

    ASKING = "asking"
    PREPARING = "preparing"
    WAITING = "waiting"
    STILL_OPEN = "still_open"
    PAID = "paid"
    DECLINED = "declined"
    CANCELLED = "cancelled"
    TROUBLE = "trouble"
    CANCEL_ASKED = "cancel_asked"
    CANCELLING = "cancelling"


_SPOKEN = {
    State.PREPARING: ("note", "clock", said.PREPARING),
    State.WAITING: ("note", "outside", said.WAITING),
    State.STILL_OPEN: ("note", "card", said.STILL_OPEN),
    State.PAID: ("ok", "tick", said.PAID),
    State.DECLINED: ("bad", "warn", said.DECLINED),
    State.CANCELLED: ("warn", "warn", said.CANCELLED),
    State.CANCEL_ASKED: ("warn", "warn", said.CANCEL_ASK),
    State.CANCELLING: ("note", "clock", said.CANCELLING),
}
_CANCEL = FootAction(CANCEL, said.CANCEL)
_FEET = {
    State.PREPARING: (_CANCEL,),
    State.WAITING: (_CANCEL, FootAction(OPEN, said.OPEN_AGAIN, kind="primary", icon="outside")),
    State.STILL_OPEN: (_CANCEL, FootAction(OPEN, said.OPEN, kind="primary", icon="outside")),
    State.PAID: (FootAction(GO_ON, said.GO_ON, kind="primary"),),
    State.DECLINED: (_CANCEL, FootAction(RETRY, said.TRY_AGAIN, kind="primary")),
    State.CANCELLED: (_CANCEL, FootAction(RETRY, said.OPEN, kind="primary", icon="outside")),
    State.CANCEL_ASKED: (FootAction(CONFIRM_CANCEL, said.CANCEL), FootAction(KEEP, said.KEEP, kind="primary")),
}


@dataclass(frozen=True, slots=True)
class Terms:
    """What is paid, how, and for how many images. `consent` is the text about the fee."""

    kind: Kind
    amount: str = ""
    images: int = 0
    consent: ConsentText | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """A state, and what it needs to be told: an address to copy, a trouble, whether trying again may help."""

    state: State
    url: str = field(default="", repr=False)
    has_opened: bool = True
    trouble: tuple[str, str] = ("", "")
    can_retry: bool = False
    can_go_back: bool = False
    can_take_back: bool = False
    left_out: int = 0  # files that could not be read
    rest: int = 0  # files that can be sent without those that could not be read
    retries_cancel: bool = False  # to try again is to cancel


class PaymentScreen(Screen):
    """Shows terms and standing; emits the tick, and what a foot button wants."""

    ticked = Signal(bool)
    acted = Signal(str)
    copy_wanted = Signal()

    def __init__(self) -> None:
        super().__init__(said.TITLE)
        self._terms = Terms(Kind.FREE)
        self._standing = Standing(State.ASKING)
        self.banner = Banner("note")
        self.line = Banner("plain", icon="line")
        self.box = TickBox("")
        self.box.toggled.connect(self._tick)
        self.address = QLineEdit()
        self.address.setReadOnly(True)
        self.address.setAccessibleName(said.COPY)
        self.copy = Action(said.COPY, icon="copy")
        self.copy.clicked.connect(self.copy_wanted)
        self.copied = label(said.COPIED, "small")
        self._closed_it = label(said.CLOSED_IT, "muted")
        self._by_hand = holding(column(row(self.address, self.copy, gap=8), self.copied, gap=8))
        lock = Icon("lock", colour="muted", size=20)
        opens = row(lock, label(said.PAGE_OPENS, "muted"), gap=8)
        opens.setAlignment(lock, Qt.AlignmentFlag.AlignTop)
        self._page_opens = holding(opens)
        self._card = QFrame()

    def show_terms(self, terms: Terms, *, is_agreed: bool) -> None:
        """Show what is paid, from the start."""
        self._terms = terms
        self._card = _card_of(terms)
        self.box.blockSignals(True)
        self.box.say(about_you.tick(terms.consent, "") if terms.consent else "")
        self.box.setChecked(is_agreed)
        self.box.blockSignals(False)
        parts = (self.banner, self.line, self._closed_it, self._by_hand, self._card, self.box, self._page_opens)
        self.put(column(label(said.TITLE, "title"), *parts, None))
        self.show_line("")
        self.show_standing(Standing(State.ASKING))

    def show_standing(self, standing: Standing) -> None:
        """Show where it stands."""
        self._standing = standing
        state = standing.state
        kind, icon, words = _SPOKEN.get(state, ("warn", "warn", standing.trouble))
        if state is State.WAITING and not standing.has_opened:
            kind, icon, words = "warn", "warn", said.NOT_OPENED
        self.banner.speak(kind, *words, icon=icon)
        self.banner.setVisible(state is not State.ASKING)
        is_asking = state is State.ASKING
        self.box.setVisible(is_asking and self._terms.consent is not None)
        self._page_opens.setVisible(is_asking and self._terms.kind is Kind.CARD)
        self._closed_it.setVisible(state is State.WAITING and standing.has_opened)
        self.address.setText(standing.url)
        self.address.setCursorPosition(0)
        self.copied.hide()
        self._by_hand.setVisible(state is State.WAITING and bool(standing.url) and not standing.has_opened)
        self.verticalScrollBar().setValue(0)
        self.foot_changed.emit()

    def show_line(self, sentence: str) -> None:
        """Say calmly that the programme is away; nothing takes it back."""
        self.line.speak("plain", "", sentence)
        self.line.setVisible(bool(sentence))

    def show_copied(self) -> None:
        """Say that the address can be pasted now."""
        self.copied.show()

    def foot(self) -> Foot:
        """Return the actions of the present state."""
        standing = self._standing
        if standing.state is State.ASKING:
            return self._asking()
        if standing.state is State.TROUBLE:
            back = FootAction(GO_BACK, BACK) if standing.can_go_back else _CANCEL
            if standing.retries_cancel:
                return Foot((FootAction(KEEP, said.KEEP), FootAction(RETRY, said.TRY_AGAIN, kind="primary")))
            if standing.can_take_back:
                return Foot((back, FootAction(TAKE_BACK, said.TAKE_BACK, kind="primary")))
            retry = FootAction(RETRY, said.TRY_AGAIN, kind="primary")
            if standing.rest:
                return Foot((back, FootAction(WITHOUT, send.without(standing.rest)), retry))
            return Foot((back, retry) if standing.can_retry else (back,))
        return Foot(_FEET.get(standing.state, ()))

    def act(self, action: str) -> None:
        """Pass on what a foot button says."""
        self.acted.emit(action)

    def first_focus(self) -> QWidget | None:
        """Begin at the box while it must be ticked."""
        return self.box if self.box.isVisibleTo(self) and not self.box.isChecked() else None

    def _asking(self) -> Foot:
        is_agreed = self._terms.consent is None or self.box.isChecked()
        is_card = self._terms.kind is Kind.CARD
        begin = FootAction(
            BEGIN,
            said.OPEN if is_card else said.send(self._terms.images),
            kind="primary",
            is_enabled=is_agreed,
            icon="outside" if is_card else None,
        )
        return Foot((FootAction(GO_BACK, BACK), begin), note="" if is_agreed else said.TICK_FIRST)

    def _tick(self, is_on: bool) -> None:
        self.ticked.emit(is_on)
        self.foot_changed.emit()


def _card_of(terms: Terms) -> QFrame:
    if terms.kind is Kind.FREE:
        return boxed(column(label(said.NO_FEE, "lead"), label(said.NO_FEE_TEXT, "muted"), gap=8))
    amount = label(terms.amount, "big", wraps=False)
    head = column(label(said.ONE_FEE, "muted"), amount, gap=0)
    if terms.kind is Kind.INVOICE:
        return boxed(column(head, label(said.BY_INVOICE, "lead")))
    grid = QGridLayout()
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(12)
    lines = (
        ("card", said.TODAY, said.amount_today(terms.amount)),
        ("tick", said.ACCEPTED, said.amount_accepted(terms.amount)),
        ("return", said.NOT_ACCEPTED, said.RELEASED),
    )
    for number, (icon, when, what) in enumerate(lines):
        grid.addWidget(rule(), 2 * number, 0, 1, 3)
        grid.addWidget(Icon(icon, size=20), 2 * number + 1, 0)
        grid.addWidget(label(when, "strong", wraps=False), 2 * number + 1, 1)
        grid.addWidget(label(what, "muted"), 2 * number + 1, 2)
    grid.setColumnStretch(2, 1)
    return boxed(column(head, label(said.WHEN_CHARGED, "lead"), grid))
