"""Kept cases: what this computer knows of a case without asking the programme."""

from collections.abc import Iterable

from secondread_desktop.core.drives import Drive, drive_of, taken_out
from secondread_desktop.core.submission import LEFT_OUT
from secondread_desktop.services.parts import Parts, State


class KeptCases:
    """The cases in an open state folder."""

    def __init__(self, parts: Parts, state: State) -> None:
        self._parts = parts
        self._state = state

    def number(self, case: str) -> str:
        """Return the number of a case for people, also once it has arrived; empty while it has none."""
        submission = self._state.outbox.find(case=case)
        return "" if submission is None else submission.case_number or ""

    def left_out_count(self, case: str) -> int:
        """Return how many files of a pending case could not be copied from their discs so far."""
        return sum(problem.code in LEFT_OUT for problem in self._state.stock(case).problems())

    def drive_of(self, case: str, drives: Iterable[Drive]) -> Drive | None:
        """Return the first of a case's discs or sticks that is in this computer now."""
        loose = taken_out(drives)
        found = (drive_of(source.root, loose) for source in self._state.stock(case).sources())
        return next((drive for drive in found if drive is not None), None)

    def read_again(self, case: str) -> None:
        """See to it that what was left out is read once more; while a disc is away it stays left out."""
        sources = self._state.stock(case).sources()
        if all(self._parts.medium(source.root, source.number).is_present() for source in sources):
            self._state.outbox.read_again(case)
