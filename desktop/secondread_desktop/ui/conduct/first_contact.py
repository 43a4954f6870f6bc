"""First contact: find out which programme is meant, and ask it who it is."""

import threading

from PySide6.QtCore import QObject, QTimer, Signal

from secondread_desktop.core.programme_address import address_of
from secondread_desktop.errors import Transient
from secondread_desktop.services.programmes import Programmes
from secondread_desktop.ui.screens.address import AddressScreen
from secondread_desktop.ui.sentences import frame as sentences
from secondread_desktop.ui.sentences.troubles import trouble_of
from secondread_desktop.ui.task_runner import Progress, Task, TaskRunner
from secondread_shared.contract import Programme

RETRY_MS = 5000


class FirstContact(QObject):
    """Asks until a programme answers; `answered` carries its address and what it says of itself."""

    answered = Signal(str, object)

    def __init__(self, programmes: Programmes, runner: TaskRunner) -> None:
        super().__init__()
        self.screen = AddressScreen()
        self._programmes = programmes
        self._runner = runner
        self._receiver = ""
        self._task: Task | None = None
        self._retry = QTimer(self)
        self._retry.setSingleShot(True)
        self._retry.setInterval(RETRY_MS)
        self._retry.timeout.connect(self.again)
        self.screen.given.connect(self._take)
        self.screen.again.connect(self.again)

    def begin(self, given: str) -> None:
        """Begin with an address, a link, or nothing."""
        receiver = self._programmes.remembered() if not given else self._programmes.address_in(given)
        if receiver is None:
            self.screen.ask(given, problem=sentences.ADDRESS_UNCLEAR if given else "")
            return
        self._receiver = receiver
        self.again()

    def again(self) -> None:
        """Ask the programme."""
        self._leave_off()
        receiver = self._receiver
        self.screen.reach(receiver)

        def ask(tell: Progress, cancel: threading.Event) -> Programme:
            programme = self._programmes.ask(receiver, tell=tell, cancel=cancel)
            self._programmes.remember(receiver)
            return programme

        self._task = self._runner.start(ask, done=self._keep, failed=self._miss)

    def _take(self, typed: str) -> None:
        if not typed:
            self._leave_off()
            self.screen.ask(self._receiver)
            return
        receiver = address_of(typed)
        if receiver is None:
            self.screen.ask(typed, problem=sentences.ADDRESS_UNCLEAR)
            return
        self._receiver = receiver
        self.again()

    def _keep(self, programme: Programme) -> None:
        self.answered.emit(self._receiver, programme)

    def _miss(self, error: Exception) -> None:
        goes_on = isinstance(error, Transient)
        self.screen.miss(self._receiver, trouble_of(error), goes_on=goes_on)
        if goes_on:
            self._retry.start()

    def _leave_off(self) -> None:
        self._retry.stop()
        if self._task is not None:
            self._task.abandon()
