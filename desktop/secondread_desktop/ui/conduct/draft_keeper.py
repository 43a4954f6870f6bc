"""Keeps the draft while a person chooses and types: a moment after a change, and at once when asked."""

import threading

from PySide6.QtCore import QObject, QTimer, Signal

from secondread_desktop.core.draft import Draft
from secondread_desktop.core.journey import Step
from secondread_desktop.services.papers import Papers
from secondread_desktop.ui.conduct.visit import Visit
from secondread_desktop.ui.conduct.visit_draft import draft_of
from secondread_desktop.ui.task_runner import TaskRunner, leave

PAUSE_MS = 1000


class DraftKeeper(QObject):
    """One at a time is written, the newest last. `could_not` takes the error of one that could not be kept."""

    could_not = Signal(object)
    kept = Signal()

    def __init__(self, papers: Papers, runner: TaskRunner, *, pause_ms: int = PAUSE_MS) -> None:
        super().__init__()
        self._papers = papers
        self._runner = runner
        self._visit: Visit | None = None
        self._step = Step.FIND
        self._is_writing = False
        self._taken_number = self._kept_number = 0
        self._one_at_a_time = threading.Lock()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(pause_ms)
        self._timer.timeout.connect(self.keep)

    def touch(self, visit: Visit, step: Step) -> None:
        """Note that the visit holds something new; it is kept in a moment, also while a person types on."""
        self._visit, self._step = visit, step
        if not self._timer.isActive():
            self._timer.start()

    def keep(self) -> None:
        """Keep what is new now, without waiting for it."""
        self._timer.stop()
        if self._is_writing:
            self._timer.start()
            return
        draft = self._taken()
        if draft is not None:
            self._is_writing = True
            number = self._taken_number
            self._runner.start(lambda _tell, _cancel: self._write(draft, number), done=self._done, failed=self._failed)

    def close(self) -> None:
        """Keep what is new and wait for it: the window closes. Raises `DiskFull`, `StateUnusable`."""
        self._timer.stop()
        draft = self._taken()
        if draft is not None:
            self._write(draft, self._taken_number)

    def drop(self) -> None:
        """Keep nothing of what is new."""
        self._timer.stop()
        self._visit = None

    def forget(self) -> None:
        """Keep nothing, neither of what is new nor of what was kept: the visit has become a case, or begins anew."""
        self.keep_only(None)

    def keep_only(self, draft: Draft | None) -> None:
        """Keep this in the place of everything before, without waiting for it."""
        self.drop()
        self._taken_number += 1
        number = self._taken_number
        self._runner.start(lambda _tell, _cancel: self._write(draft, number), done=leave, failed=leave)

    def _taken(self) -> Draft | None:
        """Return the draft of what is new; a visit that has become a case has none."""
        visit, self._visit = self._visit, None
        self._taken_number += 1
        return None if visit is None or visit.case is not None else draft_of(visit, self._step)

    def _write(self, draft: Draft | None, number: int) -> None:
        """Write or discard, unless something newer was written or discarded meanwhile. Any thread."""
        with self._one_at_a_time:
            if number <= self._kept_number:
                return
            if draft is None:
                self._papers.discard()
            else:
                self._papers.keep(draft)
            self._kept_number = number

    def _done(self, _value: object) -> None:
        self._is_writing = False
        self.kept.emit()

    def _failed(self, error: Exception) -> None:
        self._is_writing = False
        self.could_not.emit(error)
