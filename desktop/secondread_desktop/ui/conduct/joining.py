"""Joins the catalogues of several places into one, in the background: what lies on two discs counts once."""

import threading
from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from secondread_desktop.core.catalogue import Catalogue, together
from secondread_desktop.errors import Interrupted
from secondread_desktop.services.case_desk import CaseDesk
from secondread_desktop.ui.task_runner import Progress, Task, TaskRunner

Place = tuple[str, Catalogue]


class Joining(QObject):
    """Remembers the last one. `joined` says that what was asked for is there now."""

    joined = Signal()

    def __init__(self, desk: CaseDesk, runner: TaskRunner) -> None:
        super().__init__()
        self._desk, self._runner = desk, runner
        self._places: tuple[Place, ...] = ()
        self._whole: Catalogue | None = None
        self._task: Task | None = None

    def whole(self, places: Sequence[Place]) -> Catalogue | None:
        """Return the catalogue of all places; None while it is made, or where there is no place."""
        if len(places) < 2:
            self._stop()
            return places[0][1] if places else None
        if not _are_same(self._places, places):
            self._stop()
            self._places = tuple(places)
            self._task = self._start()
        return self._whole

    def _start(self) -> Task:
        desk, places = self._desk, self._places

        def join(_tell: Progress, cancel: threading.Event) -> Catalogue:
            return desk.join([root for root, _ in places], [catalogue for _, catalogue in places], cancel=cancel)

        return self._runner.start(join, done=self._keep, failed=self._miss)

    def _stop(self) -> None:
        if self._task is not None:
            self._task.abandon()
        self._task = self._whole = None
        self._places = ()

    def _keep(self, catalogue: Catalogue) -> None:
        self._task, self._whole = None, catalogue
        self.joined.emit()

    def _miss(self, error: Exception) -> None:
        """Go on with the plain sum: staging still sends once what lies on two discs."""
        if not isinstance(error, Interrupted):
            self._keep(together([catalogue for _, catalogue in self._places]))


def _are_same(some: Sequence[Place], others: Sequence[Place]) -> bool:
    return len(some) == len(others) and all(
        one[0] == other[0] and one[1] is other[1] for one, other in zip(some, others, strict=True)
    )
