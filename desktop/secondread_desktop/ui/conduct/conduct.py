"""What conducts a step: it owns the step's screen, asks the desk for work, and says which move was made."""

from PySide6.QtCore import QObject, Signal

from secondread_desktop.core.journey import Step
from secondread_desktop.services.case_desk import CaseDesk
from secondread_desktop.ui.conduct.visit import Visit
from secondread_desktop.ui.screens.screen import Screen
from secondread_desktop.ui.task_runner import TaskRunner


class Conduct(QObject):
    """One step. The window calls `enter` each time the step is reached and `leave` before another is shown.

    `moved` carries a `core.journey.Move`; `changed` says that the visit holds something new for the draft.
    """

    moved = Signal(object)
    changed = Signal()
    step: Step
    screen: Screen

    def __init__(self, desk: CaseDesk, runner: TaskRunner) -> None:
        super().__init__()
        self._desk = desk
        self._runner = runner

    def enter(self, visit: Visit) -> None:
        """Show the step for this visit."""
        raise NotImplementedError

    def leave(self) -> None:
        """Stop what runs; what the person did is in the visit."""
