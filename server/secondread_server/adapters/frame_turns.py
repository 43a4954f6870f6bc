"""Whose frame is drawn next: one of a case at a time, and after each the other cases come first.

So a case whose images take long, or somebody who asks for many at once, holds up nobody who looks at another case.
"""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from secondread_server.errors import FramesBusy


@dataclass(slots=True, eq=False)
class _Ticket:
    """One request at the door."""

    case: str


class FrameTurns:
    """A door with a bounded queue. `places` counts those who draw and those who wait, `of_one_case` those of a case."""

    def __init__(self, *, workers: int, places: int, of_one_case: int, wait_seconds: float) -> None:
        self._workers = workers
        self._places = places
        self._of_one_case = of_one_case
        self._wait_seconds = wait_seconds
        self._changed = threading.Condition()
        self._drawing: list[_Ticket] = []
        self._waiting: list[_Ticket] = []

    @property
    def asking(self) -> int:
        """How many draw or wait."""
        with self._changed:
            return len(self._drawing) + len(self._waiting)

    @contextmanager
    def take(self, case: str) -> Iterator[None]:
        """Wait for a turn and hold it; raise `FramesBusy` where no place is left, or no turn comes."""
        mine = _Ticket(case)
        with self._changed:
            self._enter(mine)
        try:
            yield
        finally:
            with self._changed:
                self._drawing.remove(mine)
                self._waiting.sort(key=lambda other: other.case == case)  # stable: who waited longest stays before
                self._changed.notify_all()

    def _enter(self, mine: _Ticket) -> None:
        everybody = self._drawing + self._waiting
        of_case = sum(other.case == mine.case for other in everybody)
        if len(everybody) >= self._places or of_case >= self._of_one_case:
            raise FramesBusy
        self._waiting.append(mine)
        try:
            if not self._changed.wait_for(lambda: self._next() is mine, self._wait_seconds):
                raise FramesBusy
            self._drawing.append(mine)
        finally:
            self._waiting.remove(mine)
            self._changed.notify_all()  # the next one may have room too

    def _next(self) -> _Ticket | None:
        """Return who comes next, None while there is no room."""
        if len(self._drawing) >= self._workers:
            return None
        busy = {other.case for other in self._drawing}
        return next((other for other in self._waiting if other.case not in busy), None)
