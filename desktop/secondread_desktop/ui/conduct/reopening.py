"""Reopening: where a person comes back to, and what is kept so that there is a way back."""

import threading

from PySide6.QtCore import QObject, Signal

from secondread_desktop.core.draft import Draft
from secondread_desktop.core.journey import Step
from secondread_desktop.core.programme_address import is_same_programme
from secondread_desktop.services.case_desk import CaseDesk
from secondread_desktop.ui.conduct.conduct import Conduct
from secondread_desktop.ui.conduct.draft_keeper import DraftKeeper
from secondread_desktop.ui.conduct.visit import Visit
from secondread_desktop.ui.conduct.visit_draft import tick_again, visit_of
from secondread_desktop.ui.task_runner import Progress, TaskRunner
from secondread_shared.contract import Programme


class Reopening(QObject):
    """`ready` carries the visit to go on with, and the step where it stands; `differs` says that the images changed."""

    ready = Signal(object, object)
    differs = Signal()

    def __init__(self, desk: CaseDesk, runner: TaskRunner) -> None:
        super().__init__()
        self.keeper = DraftKeeper(desk.papers, runner)
        self._desk = desk
        self._runner = runner
        self._draft: Draft | None = None

    def programme_under_way(self) -> str:
        """Return the address of the programme that a case is under way with; empty where there is none."""
        return next((submission.receiver for submission in self._desk.pending()), "")

    def open(self, receiver: str, programme: Programme) -> None:
        """Find the case that is under way with this programme, or the draft, or nothing."""
        visit = Visit(receiver=receiver, programme=programme)
        pending = [one.case for one in self._desk.pending() if is_same_programme(one.receiver, receiver)]
        if pending:
            visit.case = pending[0]
            self.ready.emit(visit, Step.SEND)
            return

        def look(_tell: Progress, _cancel: threading.Event) -> Draft | None:
            return self._desk.papers.draft()

        def take(draft: Draft | None) -> None:
            self._take(draft, visit)

        self._runner.start(look, done=take, failed=lambda _error: take(None))

    def come_back(self, visit: Visit) -> None:
        """The sources are read again: tick what was ticked, and go to the step of the draft."""
        draft, self._draft = self._draft, None
        if draft is not None:
            is_same = tick_again(visit, draft)
            self.ready.emit(visit, draft.step if is_same else Step.CHECK)
            if not is_same:
                self.differs.emit()

    def note(self, conduct: Conduct, visit: Visit) -> None:
        """Keep what is new at a step; while a draft's sources are read again, the draft stays as it is."""
        if self._draft is not None and conduct.step is Step.FIND:
            return
        self._draft = None
        if visit.case is None and visit.roots:
            self.keeper.touch(visit, conduct.step)
        elif visit.case is not None and conduct.step is Step.RECEIPT:
            arrived = Draft(step=Step.RECEIPT, receiver=visit.receiver, key="", case=visit.case)
            self.keeper.keep_only(arrived)

    def forget(self) -> None:
        """Nothing is to be come back to: the person begins anew."""
        self._draft = None
        self.keeper.forget()

    def _take(self, draft: Draft | None, visit: Visit) -> None:
        has_arrived_elsewhere = draft is not None and draft.case is not None and draft.receiver != visit.receiver
        if draft is None or has_arrived_elsewhere:
            self.ready.emit(visit, Step.FIND)
            return
        if draft.case is not None:
            visit.case = draft.case
            self.ready.emit(visit, Step.RECEIPT)
            return
        told = visit_of(draft)
        told.receiver, told.programme = visit.receiver, visit.programme
        if draft.receiver != visit.receiver:
            told.consents = ()  # they were given to another programme, whatever its texts are called
        self._draft = draft if draft.step is not Step.FIND else None
        self.ready.emit(told, Step.FIND)  # the sources are read again there, in the person's sight
