"""The conductor of conducts: which step is on stage, and what each move leads to."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from secondread_desktop.core.journey import ORDER, Move, Step, after, way_back
from secondread_desktop.ui.conduct.conduct import Conduct
from secondread_desktop.ui.conduct.visit import Visit

_ENDS = frozenset({Move.CANCELLED, Move.SEND_ANOTHER})


class Journey(QObject):
    """One after another. `arrived` says that another conduct is on stage, `begun_anew` that the visit is a new one."""

    arrived = Signal(object)
    begun_anew = Signal()

    def __init__(self, conducts: Sequence[Conduct]) -> None:
        super().__init__()
        self._conducts = {conduct.step: conduct for conduct in conducts}
        self.visit = Visit()
        self.now: Conduct | None = None
        for conduct in conducts:
            conduct.moved.connect(lambda move, conduct=conduct: self._heed(conduct, move))

    def begin(self, visit: Visit, step: Step) -> None:
        """Start, or start again, at a step."""
        self.visit = visit
        self._go(step)

    def conducts(self) -> tuple[Conduct, ...]:
        """Return all of them."""
        return tuple(self._conducts.values())

    def visitable(self) -> frozenset[Step]:
        """Return the steps that a person may go back to now."""
        return frozenset(step for step in ORDER if self._way_back(step) is not None)

    def go_back(self, target: Step) -> None:
        """Go back to an earlier step, if that is allowed."""
        move = self._way_back(target)
        if move is not None and self.now is not None:
            self._heed(self.now, move)

    def _way_back(self, target: Step) -> Move | None:
        if self.now is None:
            return None
        return way_back(self.now.step, target, is_begun=self.visit.case is not None or self.visit.is_planning)

    def _heed(self, conduct: Conduct, move: Move) -> None:
        """Follow a move of the conduct on stage; one that has left it has nothing to say any more."""
        if conduct is not self.now:
            return
        step = after(conduct.step, move)
        if move in _ENDS:
            self.visit = Visit(receiver=self.visit.receiver, programme=self.visit.programme)
            self.begun_anew.emit()
        self._go(step)

    def _go(self, step: Step) -> None:
        if self.now is not None:
            self.now.leave()
        conduct = self.now = self._conducts[step]
        conduct.enter(self.visit)
        if self.now is conduct:  # it may have moved on at once
            self.arrived.emit(conduct)
