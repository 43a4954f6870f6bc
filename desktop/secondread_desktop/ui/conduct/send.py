"""Conducts Send: turns what the carrying tells into one bar and calm words."""

from collections.abc import Callable
from datetime import datetime

from secondread_desktop.core.drives import Drive
from secondread_desktop.core.events import (
    AllStaged,
    Event,
    PaymentAsked,
    Sending,
    SendingAgain,
    Verifying,
    Waiting,
)
from secondread_desktop.core.journey import Move, Step
from secondread_desktop.core.progress import Pace, bytes_left
from secondread_desktop.core.submission import Outcome
from secondread_desktop.errors import ImagesLeftOut, PaymentRefused
from secondread_desktop.services.case_desk import CaseDesk
from secondread_desktop.ui.conduct.carrying import Carrying, Pulse, can_take_back
from secondread_desktop.ui.conduct.conduct import Conduct
from secondread_desktop.ui.conduct.payment import terms_of
from secondread_desktop.ui.conduct.visit import Visit
from secondread_desktop.ui.screens.payment import Kind
from secondread_desktop.ui.screens.send import Progress, SendScreen
from secondread_desktop.ui.sentences import send as sentences
from secondread_desktop.ui.sentences.troubles import trouble_of
from secondread_desktop.ui.task_runner import TaskRunner


class SendConduct(Conduct):
    """The fifth step: watches the carrying, and starts it where a case is resumed."""

    step = Step.SEND
    screen: SendScreen

    def __init__(self, desk: CaseDesk, runner: TaskRunner, *, carrying: Carrying, now: Callable[[], datetime]) -> None:
        super().__init__(desk, runner)
        self.screen = SendScreen()
        self._carrying = carrying
        self._now = now
        self._visit = Visit()
        self._pace = Pace()
        self._images = 0
        self._is_here = False
        self._is_waiting = False
        self._left_out = 0  # files, and that is what stopped the sending
        self.screen.paused.connect(carrying.pause)
        self.screen.gone_on.connect(self._go_on)
        self.screen.sent_without.connect(self._send_without)
        self.screen.cancelled.connect(self._cancel)
        self.screen.taken_back.connect(self._take_back)
        self.screen.disc.ejected.connect(self._eject)
        carrying.told.connect(self._hear)
        carrying.ended.connect(self._end)
        carrying.stuck.connect(self._stick)
        carrying.paused.connect(self._pause)
        carrying.cancelled.connect(self._leave_case)

    def enter(self, visit: Visit) -> None:
        """Show how it stands; carry a case on that nobody carries yet."""
        assert visit.case is not None, "there is no way here without a case"
        self._visit = visit
        self._is_here = True
        self._is_waiting, self._left_out = False, 0
        self._pace = Pace()
        self._images = self._desk.image_count(visit.case)
        self.screen.show_line("")
        self.screen.begin(has_card=visit.programme is None or terms_of(visit).kind is Kind.CARD)
        self._show(Progress(count=sentences.PREPARING, what="", share=0.0))
        self._catch_up(visit.case)

    def leave(self) -> None:
        """Hear no more; the carrying itself goes on."""
        self._is_here = False

    def _catch_up(self, case: str) -> None:
        carrying = self._carrying
        if carrying.case != case or carrying.pulse is Pulse.RESTING:
            carrying.carry(case)
        seen = carrying.seen
        self._show_disc(is_staged=seen.is_staged)
        if seen.sending is not None:
            self._hear(seen.sending)
        if seen.outcome is not None:
            self._end(seen.outcome)
        elif seen.payment_url and not seen.is_settled:
            self.moved.emit(Move.PAYMENT_NEEDED)

    def _hear(self, event: Event) -> None:
        if not self._is_here:
            return
        match event:
            case Sending():
                self._show_sending(event)
            case AllStaged():
                self._show_disc(is_staged=True)
            case Waiting(reason=reason):
                self._is_waiting = True
                self.screen.show_line(sentences.waiting(reason))
            case Verifying(instances=instances, verified=verified):
                self._show_verifying(instances, verified)
            case SendingAgain():
                self.screen.show_line(sentences.AGAIN)
            case PaymentAsked() if not self._carrying.seen.is_settled:
                self.moved.emit(Move.PAYMENT_NEEDED)

    def _show_sending(self, event: Sending) -> None:
        left = bytes_left(event)
        total = event.bytes_uploaded + left
        share = event.bytes_uploaded / total if total else 0.0
        self._pace.note(done_bytes=event.bytes_uploaded, now_s=self._desk.now_s())
        if self._is_waiting and self._pace.rate > 0:
            self._is_waiting = False
            self.screen.show_line(sentences.was_away(f"{self._now():%H:%M}"))
        self._show(
            Progress(
                count=sentences.of_images(int(share * self._images), self._images),
                what=sentences.SENT,
                share=share,
                left=sentences.time_left(self._pace.time_left(left)),
                bytes=sentences.bytes_line(event.bytes_uploaded, total),
                speed=sentences.speed(self._pace.rate),
            )
        )

    def _show_verifying(self, instances: int, verified: int) -> None:
        self.screen.sending(is_verifying=True)
        self.screen.show_line("")
        count = sentences.of_images(verified, instances)
        self._show(Progress(count=count, what=sentences.VERIFIED, share=1.0))

    def _show(self, progress: Progress) -> None:
        self.screen.show_progress(progress)

    def _show_disc(self, *, is_staged: bool) -> None:
        """Let the disc go only once all that was wanted of it is here."""
        case = self._visit.case
        left_out = self._desk.kept.left_out_count(case) if is_staged and case is not None else 0
        if left_out > self._carrying.part_agreed:
            self.screen.keep_disc()
        else:
            can_eject = is_staged and self._drive() is not None
            self.screen.show_disc(may_be_taken=is_staged, has_all=not left_out, can_eject=can_eject)

    def _drive(self) -> Drive | None:
        case = self._visit.case
        return None if case is None else self._desk.kept.drive_of(case, self._desk.drives.now())

    def _eject(self) -> None:
        drive = self._drive()
        if drive is None:
            self.screen.disc.show_ejected(None)  # somebody was quicker
            return
        self._runner.start(
            lambda _tell, _cancel: self._desk.drives.eject(drive),
            done=lambda _nothing: self.screen.disc.show_ejected(None),
            failed=lambda error: self.screen.disc.show_ejected(trouble_of(error)),
        )

    def _go_on(self) -> None:
        self._pace = Pace()
        self.screen.sending()
        reads_again, self._left_out = self._left_out > 0, 0
        if reads_again and self._visit.case is not None:
            self._show_disc(is_staged=False)
            self._carrying.carry(self._visit.case, reads_again=True)
        else:
            self._carrying.go_on()

    def _send_without(self) -> None:
        if self._visit.case is not None:
            self.screen.sending()
            self._carrying.carry(self._visit.case, part_agreed=self._left_out)
            self._show_disc(is_staged=True)

    def _cancel(self) -> None:
        self.screen.cancelling()
        self._carrying.cancel()

    def _take_back(self) -> None:
        self.screen.cancelling()
        self._carrying.take_back(self._visit)

    def _pause(self) -> None:
        if self._is_here:
            self.screen.pausing()

    def _stick(self, error: Exception) -> None:
        if not self._is_here:
            return
        if isinstance(error, PaymentRefused):
            self.moved.emit(Move.PAYMENT_NEEDED)
            return
        self._left_out, rest = (error.count, error.rest) if isinstance(error, ImagesLeftOut) else (0, 0)
        self.screen.stick(trouble_of(error), rest=rest, can_take_back=can_take_back(error, self._visit))

    def _end(self, _outcome: Outcome) -> None:
        if self._is_here:
            self.moved.emit(Move.ARRIVED)

    def _leave_case(self) -> None:
        if self._is_here:
            self.moved.emit(Move.CANCELLED)
