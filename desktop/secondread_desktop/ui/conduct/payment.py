"""Conducts Payment: begins the case, opens the payment page in the system's browser, and waits for what comes of it."""

from collections.abc import Callable

from PySide6.QtCore import QTimer, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication

from secondread_desktop.core.events import Event, PaymentAsked, PaymentSettled, Waiting
from secondread_desktop.core.journey import Move, Step
from secondread_desktop.errors import (
    ConsentsMissing,
    ImagesLeftOut,
    IntakeIncomplete,
    Interrupted,
    PaymentRefused,
    Transient,
)
from secondread_desktop.services.case_desk import CaseDesk
from secondread_desktop.ui.conduct.carrying import Carrying, Pulse, can_take_back
from secondread_desktop.ui.conduct.conduct import Conduct
from secondread_desktop.ui.conduct.told import is_ready, message_of, problems_in
from secondread_desktop.ui.conduct.visit import Visit
from secondread_desktop.ui.screens import payment as page
from secondread_desktop.ui.screens.payment import Kind, PaymentScreen, Standing, State, Terms
from secondread_desktop.ui.sentences import payment as said
from secondread_desktop.ui.sentences.troubles import trouble_of
from secondread_desktop.ui.task_runner import TaskRunner
from secondread_shared.consent import Consent, ConsentKind, ConsentText
from secondread_shared.states import PaymentState

THANKS_MS = 4000  # how long the thanks stand before the window goes on by itself
OpenPage = Callable[[str], bool]


def open_in_browser(url: str) -> bool:
    """Open a page in the system's browser; tell whether one was found."""
    return QDesktopServices.openUrl(QUrl(url))


class PaymentConduct(Conduct):
    """The fourth step. Until the case is begun one can go back; afterwards there is only paying or cancelling."""

    step = Step.PAYMENT

    def __init__(
        self,
        desk: CaseDesk,
        runner: TaskRunner,
        *,
        carrying: Carrying,
        open_page: OpenPage = open_in_browser,
        thanks_ms: int = THANKS_MS,
    ) -> None:
        super().__init__(desk, runner)
        self.payment = PaymentScreen()
        self.screen = self.payment
        self._carrying = carrying
        self._open_page = open_page
        self._visit = Visit()
        self._standing = Standing(State.ASKING)
        self._before_asking = self._standing
        self._is_here = False
        self._wants_page = False
        self._thanks = QTimer(self)
        self._thanks.setSingleShot(True)
        self._thanks.setInterval(thanks_ms)
        self._thanks.timeout.connect(self._go_on)
        self.payment.ticked.connect(self._agree)
        self.payment.acted.connect(self._act)
        self.payment.copy_wanted.connect(self._copy)
        carrying.planned.connect(self._begun)
        carrying.told.connect(self._hear)
        carrying.stuck.connect(self._stick)
        carrying.cancelled.connect(self._leave_case)
        carrying.paused.connect(self._rest)
        carrying.changed.connect(self._show_change)

    def enter(self, visit: Visit) -> None:
        """Show what is to be paid, or how it stands with a case that is begun already."""
        self._visit, self._is_here, self._wants_page = visit, True, False
        self.payment.show_terms(terms_of(visit), is_agreed=_fee_text(visit) is None or self._has_agreed())
        self._show(Standing(State.ASKING))
        if visit.case is not None:
            self._catch_up()
        elif not is_ready(visit, today=self._desk.today()):
            QTimer.singleShot(0, self._send_back)  # the draft or the disc is not what it was

    def leave(self) -> None:
        """Hear no more; the carrying itself goes on."""
        self._is_here = False
        self._thanks.stop()

    def _catch_up(self) -> None:
        """Show how it stands; nothing is opened before the person says so."""
        seen = self._carrying.seen
        if seen.is_settled:
            QTimer.singleShot(0, self._go_on)
        else:
            self._show(Standing(State.STILL_OPEN, url=seen.payment_url))

    def _show(self, standing: Standing) -> None:
        self._standing = standing
        self.payment.show_standing(standing)

    def _has_agreed(self) -> bool:
        text = _fee_text(self._visit)
        return text is not None and Consent(text.kind, text.version, accepted=True) in self._visit.consents

    def _agree(self, is_on: bool) -> None:
        text = _fee_text(self._visit)
        others = tuple(consent for consent in self._visit.consents if consent.kind is not ConsentKind.FEE)
        mine = (Consent(text.kind, text.version, accepted=True),) if text is not None and is_on else ()
        self._visit.consents = others + mine
        self.changed.emit()

    def _act(self, action: str) -> None:
        deeds: dict[str, Callable[[], None]] = {
            page.GO_BACK: lambda: self.moved.emit(Move.BACK_TO_ABOUT_YOU),
            page.BEGIN: self._begin,
            page.OPEN: self._open,
            page.RETRY: self._retry,
            page.GO_ON: self._go_on,
            page.CANCEL: self._ask_to_cancel,
            page.CONFIRM_CANCEL: self._cancel,
            page.KEEP: self._keep,
            page.TAKE_BACK: self._take_back,
            page.WITHOUT: self._send_without,
        }
        deeds[action]()

    def _begin(self) -> None:
        self._wants_page = True
        self._show(Standing(State.PREPARING))
        self._carrying.begin(self._visit, message_of(self._visit))

    def _begun(self, _case: str) -> None:
        """The plan is kept. Where nothing is to be paid by card, sending is the next thing to see."""
        if self._standing.state is State.CANCELLING:
            return
        if self._is_here and terms_of(self._visit).kind is not Kind.CARD:
            self._go_on()

    def _open(self) -> None:
        """Open the page that is known; ask for one where the case rests."""
        url = self._carrying.seen.payment_url
        if url and self._carrying.pulse is Pulse.CARRYING:
            self._show(Standing(State.WAITING, url=url, has_opened=self._open_page(url)))
        else:
            self._retry()

    def _retry(self) -> None:
        """Go on with the case, or begin it once more where it was never kept."""
        case = self._visit.case
        if self._standing.retries_cancel:
            self._cancel()
            return
        if case is None:
            self._begin()
            return
        self._wants_page, reads_again = True, self._standing.rest > 0
        self._show(Standing(State.PREPARING))
        if self._carrying.pulse is Pulse.CARRYING:
            return
        if case == self._carrying.case and not reads_again:
            self._carrying.go_on()
        else:
            self._carrying.carry(case, reads_again=reads_again)

    def _send_without(self) -> None:
        """Go on without what could not be read, as the person said."""
        assert self._visit.case is not None, "only a case that was planned is staged"
        left_out = self._standing.left_out
        self._show(Standing(State.PREPARING))
        self._carrying.carry(self._visit.case, part_agreed=left_out)

    def _ask_to_cancel(self) -> None:
        self._before_asking = self._standing
        self._show(Standing(State.CANCEL_ASKED))

    def _keep(self) -> None:
        if self._before_asking.state is State.PAID:
            self._thanks.start()
        self._show(self._before_asking)

    def _cancel(self) -> None:
        self._show(Standing(State.CANCELLING))
        self._carrying.cancel()

    def _take_back(self) -> None:
        self._show(Standing(State.PREPARING))
        self._carrying.take_back(self._visit)

    def _show_change(self) -> None:
        """Show what the programme asks for by now: here the fee, under About you all else."""
        if not self._is_here:
            return
        today = self._desk.today()
        self.payment.show_terms(terms_of(self._visit), is_agreed=_fee_text(self._visit) is None or self._has_agreed())
        if is_ready(self._visit, today=today):
            self._show(Standing(State.ASKING))
            self.payment.show_line(said.FEE_CHANGED)
        else:
            problems = problems_in(self._visit, today=today)
            self._stick(IntakeIncomplete(problems) if problems else ConsentsMissing([]))

    def _hear(self, event: Event) -> None:
        if not self._is_here:
            return
        match event:
            case PaymentAsked(url=url):
                self._take_page(url)
            case PaymentSettled():
                self._settle()
            case Waiting():
                self.payment.show_line(said.AWAY)
                return
        self.payment.show_line("")

    def _take_page(self, url: str) -> None:
        """Open the page if the person is waiting for it; while cancelling is asked about, only keep it."""
        wants, self._wants_page = self._wants_page, False
        if self._standing.state is State.CANCEL_ASKED:
            self._before_asking = Standing(State.STILL_OPEN, url=url)
        elif self._standing.state is not State.CANCELLING:
            waiting = Standing(State.WAITING, url=url, has_opened=self._open_page(url)) if wants else None
            self._show(waiting or Standing(State.STILL_OPEN, url=url))

    def _settle(self) -> None:
        if terms_of(self._visit).kind is not Kind.CARD:
            self._go_on()
        elif self._standing.state is State.CANCEL_ASKED:
            self._before_asking = Standing(State.PAID)
        elif self._standing.state is not State.CANCELLING:
            self._show(Standing(State.PAID))
            self._thanks.start()

    def _stick(self, error: Exception) -> None:
        if not self._is_here:
            return
        self.payment.show_line("")
        if isinstance(error, PaymentRefused):
            is_declined = error.state == PaymentState.DECLINED
            self._show(Standing(State.DECLINED if is_declined else State.CANCELLED))
            return
        trouble = trouble_of(error)
        left_out, rest = (error.count, error.rest) if isinstance(error, ImagesLeftOut) else (0, 0)
        self._show(
            Standing(
                State.TROUBLE,
                trouble=(trouble.title, trouble.text),
                can_retry=self._visit.case is not None or isinstance(error, Transient | Interrupted),
                can_go_back=self._visit.case is None,
                can_take_back=can_take_back(error, self._visit),
                retries_cancel=self._standing.state is State.CANCELLING,
                left_out=left_out,
                rest=rest,
            )
        )

    def _rest(self) -> None:
        if self._is_here and self._visit.case is not None:
            self._show(Standing(State.STILL_OPEN))

    def _go_on(self) -> None:
        self._thanks.stop()
        if self._is_here:
            self.moved.emit(Move.PAYMENT_SETTLED)

    def _send_back(self) -> None:
        if self._is_here:
            self.moved.emit(Move.BACK_TO_ABOUT_YOU)

    def _leave_case(self) -> None:
        if self._is_here:
            self.moved.emit(Move.CANCELLED)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._standing.url)
        self.payment.show_copied()


def terms_of(visit: Visit) -> Terms:
    """Return what this programme costs and how it is paid."""
    programme = visit.programme
    images = 0 if visit.catalogue is None else sum(item.file in visit.ticked for item in visit.catalogue.instances)
    if programme is None or programme.fee is None or programme.payment == "none":
        return Terms(Kind.FREE, images=images)
    kind = Kind.INVOICE if programme.payment == "invoice" else Kind.CARD
    return Terms(kind, amount=str(programme.fee), images=images, consent=_fee_text(visit))


def _fee_text(visit: Visit) -> ConsentText | None:
    texts = visit.programme.texts if visit.programme is not None else []
    return next((text for text in texts if text.kind is ConsentKind.FEE), None)
