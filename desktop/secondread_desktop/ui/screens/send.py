"""Send: one bar, what is sent, how long it may take, and that nobody needs to watch."""

from dataclasses import dataclass, replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar, QWidget

from secondread_desktop.ui.screens.screen import Screen
from secondread_desktop.ui.sentences import payment
from secondread_desktop.ui.sentences import send as sentences
from secondread_desktop.ui.sentences.troubles import Trouble
from secondread_desktop.ui.widgets.banner import Banner
from secondread_desktop.ui.widgets.disc_banner import DiscBanner
from secondread_desktop.ui.widgets.flow import flowing
from secondread_desktop.ui.widgets.foot import Foot, FootAction
from secondread_desktop.ui.widgets.icons import Icon
from secondread_desktop.ui.widgets.text import across, boxed, column, holding, label, row, rule, turn

_PAUSE, _GO_ON, _CANCEL, _WITHOUT, _KEEP, _REALLY = "pause", "go_on", "cancel", "without", "keep", "really"
_TAKE_BACK = "take_back"
_STEPS = 1000  # of the bar


@dataclass(frozen=True, slots=True)
class Progress:
    """What the card shows. `share` is from 0 to 1."""

    count: str
    what: str
    share: float
    left: str = ""
    bytes: str = ""
    speed: str = ""


@dataclass(frozen=True, slots=True)
class _State:
    name: str
    title: str
    lead: str = ""
    trouble: Trouble | None = None
    rest: int = 0  # files that can be sent without those that could not be read
    can_take_back: bool = False


class SendScreen(Screen):
    """Sending, paused, stuck, or cancelling; the question whether to cancel lies over any of them."""

    paused = Signal()
    gone_on = Signal()
    sent_without = Signal()
    cancelled = Signal()
    taken_back = Signal()

    def __init__(self) -> None:
        super().__init__(sentences.TITLE)
        self._state = _State("sending", sentences.TITLE, lead=sentences.LEAD)
        self._is_asking = False
        self._question = sentences.CANCEL_QUESTION
        self._title = label(role="title")
        self._lead = label(role="muted")
        self._banner = Banner("warn")
        self._card = self._progress_card()
        self.disc = DiscBanner()
        laptop = Banner("plain", icon="laptop")
        laptop.speak("plain", sentences.LAPTOP, sentences.LAPTOP_WHY)
        self.put(column(self._title, self._lead, self._banner, self._card, self.disc, laptop, None))
        self.sending()
        self.show_disc(may_be_taken=False)

    def begin(self, *, has_card: bool) -> None:
        """Show another case, about which nothing is asked yet."""
        self._is_asking = False
        self._question = sentences.CANCEL_QUESTION if has_card else sentences.CANCEL_QUESTION_FREE
        self.sending()

    def sending(self, *, is_verifying: bool = False) -> None:
        """Show that it goes on."""
        title = sentences.TITLE_VERIFYING if is_verifying else sentences.TITLE
        self._show(_State("sending", title, lead=sentences.LEAD_VERIFYING if is_verifying else sentences.LEAD))

    def pausing(self) -> None:
        """Show that it is paused."""
        self._show(_State("paused", sentences.TITLE_PAUSED, lead=sentences.LEAD_PAUSED))

    def stick(self, trouble: Trouble, *, rest: int = 0, can_take_back: bool = False) -> None:
        """Show what is in the way, and the ways on."""
        state = _State("stuck", sentences.TITLE_STUCK, trouble=trouble, rest=rest)
        self._show(replace(state, can_take_back=can_take_back))

    def cancelling(self) -> None:
        """Show that the case is being withdrawn."""
        self._is_asking = False
        self._show(_State("cancelling", sentences.CANCELLING.title, lead=sentences.CANCELLING.text))

    def show_progress(self, progress: Progress) -> None:
        """Move the bar and its words."""
        self._count.setText(progress.count)
        self._what.setText(progress.what)
        self._left.setText(progress.left)
        self._bytes.setText(progress.bytes)
        self._speed.setText(progress.speed)
        self._bar.setValue(round(_STEPS * progress.share))
        self._bar.setAccessibleDescription(f"{progress.count} {progress.what}. {progress.left}")

    def show_line(self, words: str) -> None:
        """Show a calm line about the connection, or none."""
        self._line.setText(words)
        self._line_part.setVisible(bool(words))

    def show_disc(self, *, may_be_taken: bool, has_all: bool = True, can_eject: bool = False) -> None:
        """Say whether the disc may be taken out, whether all of it was copied, and offer to eject it."""
        self.disc.offer_eject(is_offered=may_be_taken and can_eject)
        if may_be_taken:
            why = sentences.DISC_OUT_WHY if has_all else sentences.DISC_OUT_WHY_PART
            self.disc.speak("ok", sentences.DISC_OUT, why)
        else:
            self.disc.speak("plain", sentences.DISC_IN, sentences.DISC_IN_WHY)

    def show_narrow(self, is_narrow: bool) -> None:
        """Put the time left below the count."""
        turn(self._counts, is_narrow=is_narrow)
        turn(self._below, is_narrow=is_narrow)

    def keep_disc(self) -> None:
        """Say that something of the disc could not be copied yet."""
        self.disc.offer_eject(is_offered=False)
        self.disc.speak("plain", sentences.DISC_KEEP, sentences.DISC_KEEP_WHY)

    def foot(self) -> Foot:
        """Return the actions of the present state."""
        if self._is_asking:
            really = FootAction(_REALLY, sentences.REALLY_CANCEL)
            return Foot((really, FootAction(_KEEP, sentences.NOT_CANCEL)))
        cancel = FootAction(_CANCEL, sentences.CANCEL, kind="quiet")
        on = FootAction(_GO_ON, sentences.GO_ON, kind="primary", icon="play")
        if self._state.can_take_back:
            on = FootAction(_TAKE_BACK, payment.TAKE_BACK, kind="primary")
        without = (FootAction(_WITHOUT, sentences.without(self._state.rest)),) if self._state.rest else ()
        return {
            "sending": Foot((cancel, FootAction(_PAUSE, sentences.PAUSE, icon="pause"))),
            "paused": Foot((cancel, on)),
            "stuck": Foot((cancel, *without, on)),
            "cancelling": Foot(),
        }[self._state.name]

    def act(self, action: str) -> None:
        """Pause, go on, or ask whether to cancel."""
        if action in (_CANCEL, _KEEP):
            self._is_asking = action == _CANCEL
            self._show(self._state)
            return
        {
            _PAUSE: self.paused,
            _GO_ON: self.gone_on,
            _WITHOUT: self.sent_without,
            _TAKE_BACK: self.taken_back,
            _REALLY: self.cancelled,
        }[action].emit()

    def _show(self, state: _State) -> None:
        trouble = self._question if self._is_asking else state.trouble
        self._state = state
        self._title.setText(state.title)
        self._lead.setText(state.lead)
        self._lead.setVisible(bool(state.lead))
        self._banner.setVisible(trouble is not None)
        if trouble is not None:
            self._banner.speak("warn", trouble.title, trouble.text)
        self.setAccessibleName(state.title)
        self.foot_changed.emit()

    def _progress_card(self) -> QWidget:
        self._count = label(role="count", wraps=False)
        self._what = label(wraps=False)
        self._left = label(role="strong", wraps=False)
        self._bytes = label(role="small", wraps=False)
        self._speed = label(role="small", wraps=False)
        self._bar = QProgressBar()
        self._bar.setRange(0, _STEPS)
        self._bar.setTextVisible(False)
        self._bar.setProperty("role", "big")
        self._bar.setAccessibleName(sentences.BAR_NAME)
        self._line = label(role="plain-small")
        line = row(Icon("line", size=20), self._line, gap=12)
        line.setStretch(1, 1)
        self._line_part = holding(column(rule(), line, gap=12))
        self._line_part.hide()
        self._counts = across(flowing(self._count, self._what, gap=8), gap=8)
        self._counts.addWidget(self._left)
        self._below = across(self._bytes, gap=0)
        self._below.addWidget(self._speed)
        return boxed(column(self._counts, self._bar, self._below, self._line_part, gap=12))
