"""The one carrying of a case, which Payment and Send both watch: begin, carry on, pause, withdraw.

There is one task at a time. What is asked for meanwhile stops it, and starts once it has come to its end.
"""

import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from PySide6.QtCore import QObject, Signal

from secondread_desktop.core.events import AllStaged, Event, Opened, PaymentAsked, PaymentSettled, Sending
from secondread_desktop.core.journey import Step
from secondread_desktop.core.submission import Outcome
from secondread_desktop.errors import CaseTooLarge, CaseUnknownHere, ConsentsMissing, IntakeIncomplete, Interrupted
from secondread_desktop.services.case_desk import Asked, CaseDesk
from secondread_desktop.ui.conduct.told import terms_in
from secondread_desktop.ui.conduct.visit import Visit
from secondread_desktop.ui.conduct.visit_draft import draft_of
from secondread_desktop.ui.task_runner import Progress, Task, TaskRunner
from secondread_shared.contract import Programme, PutIntake
from secondread_shared.ids import new_case_id


def can_take_back(error: Exception, visit: Visit) -> bool:
    """Tell whether another form or choice would put it right, and what the case was made of is still here.

    A form is here until the programme has taken it; then only the window that began the case knows it still.
    """
    if visit.case is None:
        return False
    is_open = isinstance(error, ConsentsMissing | IntakeIncomplete)
    return is_open or (isinstance(error, CaseTooLarge) and visit.catalogue is not None)


class Pulse(StrEnum):
    """What the carrying does at the moment."""

    RESTING = "resting"  # nothing was asked for yet, or it was stuck, paused, cancelled
    PLANNING = "planning"
    CARRYING = "carrying"
    WITHDRAWING = "withdrawing"
    ENDED = "ended"


@dataclass(slots=True)
class Seen:
    """What was told so far, for whoever begins to watch later."""

    case_number: str = ""
    payment_url: str = ""
    is_settled: bool = False
    is_staged: bool = False
    sending: Sending | None = None
    outcome: Outcome | None = None


@dataclass(frozen=True, slots=True)
class _Deed:
    pulse: Pulse
    work: Callable[[Progress, threading.Event], Any]
    done: Callable[[Any], None]


class Carrying(QObject):
    """Carries one case at a time. `pulse` and `seen` say how it stands.

    `stuck` takes whatever stopped the work, `paused` follows `pause`; after either, `go_on` goes on.
    """

    begun = Signal()  # the plan is being made
    planned = Signal(str)  # the case: from now on it outlives the window
    told = Signal(object)  # an event of `core.events`
    ended = Signal(object)  # the `Outcome`
    stuck = Signal(object)  # the error
    paused = Signal()
    cancelled = Signal()
    changed = Signal()  # the programme asks for something else by now: the visit knows, and nothing is planned
    taken_back = Signal()  # the case is a draft again

    def __init__(self, desk: CaseDesk, runner: TaskRunner) -> None:
        super().__init__()
        self.case: str | None = None
        self.pulse = Pulse.RESTING
        self.seen = Seen()
        self.part_agreed = 0  # so many files that could not be read may stay behind
        self._desk = desk
        self._runner = runner
        self._task: Task | None = None
        self._next: _Deed | None = None
        self._is_unwanted = False  # cancelled while it was being planned
        self._planning: Visit | None = None

    def begin(self, visit: Visit, message: PutIntake) -> None:
        """Plan a new case from what the person found and said, then carry it. Nothing leaves before the plan stands."""
        programme, catalogue = visit.programme, visit.catalogue
        assert programme is not None and catalogue is not None, "the steps before have seen to it"
        asked = Asked(
            receiver=visit.receiver,
            roots=visit.roots,
            files=visit.ticked,
            message=message,
            documents=visit.documents,
            because=visit.because,
            key=visit.key,
        )
        self._forget()

        def plan(tell: Progress, cancel: threading.Event) -> str | Programme:
            now = self._desk.programmes.as_it_is_now(asked.receiver, programme, tell=tell, cancel=cancel)
            if terms_in(now) != terms_in(programme):
                return now
            return self._desk.begin(asked, catalogue, programme=now, tell=tell)

        def keep(planned: str | Programme) -> None:
            self._end_planning()
            if isinstance(planned, Programme):
                visit.programme = planned
                (self.cancelled if self._is_unwanted else self.changed).emit()
                return
            is_unwanted, visit.case = self._is_unwanted, planned
            self._forget()
            self.case = planned
            if is_unwanted:  # decided before anybody hears of the case, and carries it on
                self.cancel()
            else:
                self.carry(planned)
            self.planned.emit(planned)

        visit.is_planning, self._planning = True, visit
        self.begun.emit()
        self._do(_Deed(Pulse.PLANNING, plan, keep))

    def carry(self, case: str, *, part_agreed: int = 0, reads_again: bool = False) -> None:
        """Carry a planned case on to its end.

        `part_agreed` files may stay behind unread, `reads_again` tries to read them once more.
        """
        if case != self.case:
            self._forget()
            self.case = case
        self.part_agreed = part_agreed
        if reads_again:
            self.seen.is_staged = False  # the disc is read, and must not be taken out

        def carry(tell: Progress, cancel: threading.Event) -> Outcome:
            if reads_again:
                self._desk.kept.read_again(case)
            return self._desk.carry(case, part_agreed, tell=tell, cancel=cancel)

        self._do(_Deed(Pulse.CARRYING, carry, self._end))

    def go_on(self) -> None:
        """Carry on after a pause, or after what was in the way."""
        if self.case is not None:
            self.carry(self.case, part_agreed=self.part_agreed)

    def pause(self) -> None:
        """Stop for now; everything prepared is kept."""
        self._next = None
        if self._task is not None:
            self._task.stop()

    def cancel(self) -> None:
        """Withdraw the case at the programme and forget it here. `cancelled` or `stuck` follows."""
        case = self.case
        if case is None:
            self._is_unwanted = self.pulse is Pulse.PLANNING
            if not self._is_unwanted:
                self.cancelled.emit()
            return

        def withdraw(tell: Progress, cancel: threading.Event) -> str:
            with suppress(CaseUnknownHere):  # withdrawn a moment ago
                self._desk.cancel(case, tell=tell, cancel=cancel)
            return case

        self._do(_Deed(Pulse.WITHDRAWING, withdraw, self._withdrawn))

    def take_back(self, visit: Visit) -> None:
        """Withdraw a case that was not taken yet, and keep as a draft what it was made of."""
        case = self.case
        assert case is not None, "only what was planned can be taken back"
        known = None if visit.catalogue is None else draft_of(visit, Step.ABOUT_YOU)

        def take_back(tell: Progress, cancel: threading.Event) -> str:
            if known is None:
                self._desk.papers.keep_again(case)
            else:
                self._desk.papers.keep(replace(known, key=new_case_id()))
            return self._desk.cancel(case, tell=tell, cancel=cancel)

        def done(_case: str) -> None:
            self._forget()
            self.taken_back.emit()

        self._do(_Deed(Pulse.WITHDRAWING, take_back, done))

    def _do(self, deed: _Deed) -> None:
        if self._task is not None:
            self._next = deed
            self._task.stop()
            return
        self.pulse = deed.pulse

        def done(value: object) -> None:
            if not self._has_gone_on():
                deed.done(value)

        self._task = self._runner.start(deed.work, done=done, failed=self._failed, progress=self._hear)

    def _has_gone_on(self) -> bool:
        """Note that the task is over; start what was asked for meanwhile, if anything was."""
        self._task = None
        self.pulse = Pulse.RESTING
        deed, self._next = self._next, None
        if deed is not None:
            self._do(deed)
        return deed is not None

    def _failed(self, error: Exception) -> None:
        was_planning = self._planning is not None
        self._end_planning()
        if self._has_gone_on():
            return
        if was_planning and self._is_unwanted:
            self.cancelled.emit()
        elif type(error) is Interrupted:
            self.paused.emit()
        else:
            self.stuck.emit(error)

    def _end_planning(self) -> None:
        if self._planning is not None:
            self._planning.is_planning = False
            self._planning = None

    def _hear(self, event: Event) -> None:
        match event:
            case Opened(case_number=number):
                self.seen.case_number = number
            case PaymentAsked(url=url):
                self.seen.payment_url = url
            case PaymentSettled():
                self.seen.is_settled = True
            case AllStaged():
                self.seen.is_staged = True
            case Sending():
                self.seen.sending = event
        self.told.emit(event)

    def _end(self, outcome: Outcome) -> None:
        self.pulse = Pulse.ENDED
        self.seen.outcome = outcome
        self.ended.emit(outcome)

    def _withdrawn(self, _case: str) -> None:
        self._forget()
        self.cancelled.emit()

    def _forget(self) -> None:
        self.case = None
        self.seen = Seen()
        self.part_agreed = 0
        self._is_unwanted = False
