"""The window's composition root: conducts, journey and frame put together over an open state folder."""

import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from traceback import extract_tb
from types import TracebackType

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from secondread_desktop.errors import DiskFull, StateInUse, StateUnusable
from secondread_desktop.services.case_desk import CaseDesk
from secondread_desktop.services.parts import Parts
from secondread_desktop.ui import words
from secondread_desktop.ui.appearance import Appearance
from secondread_desktop.ui.conduct.about_you import AboutYouConduct
from secondread_desktop.ui.conduct.carrying import Carrying
from secondread_desktop.ui.conduct.check import CheckConduct
from secondread_desktop.ui.conduct.conduct import Conduct
from secondread_desktop.ui.conduct.find import FindConduct
from secondread_desktop.ui.conduct.first_contact import FirstContact
from secondread_desktop.ui.conduct.journey import Journey
from secondread_desktop.ui.conduct.payment import PaymentConduct
from secondread_desktop.ui.conduct.receipt import ReceiptConduct
from secondread_desktop.ui.conduct.reopening import Reopening
from secondread_desktop.ui.conduct.send import SendConduct
from secondread_desktop.ui.language import spoken
from secondread_desktop.ui.main_window import MainWindow
from secondread_desktop.ui.sentences.frame import DISC_DIFFERS, NOT_KEPT
from secondread_desktop.ui.sentences.troubles import UNKNOWN, trouble_of
from secondread_desktop.ui.sorry_window import SorryWindow
from secondread_desktop.ui.task_runner import TaskRunner
from secondread_shared.contract import Programme

_PATIENCE_S = 5.0  # how long a closed window waits for its threads
_LISTEN_MS = 250  # Python hears signals only while it runs


@dataclass(frozen=True, slots=True)
class Opening:
    """What the program was opened with: the programme's address, link or file, and folders or discs to begin with."""

    link: str = ""
    sources: tuple[str, ...] = ()


def open_window(opening: Opening, parts: Parts, *, folder: Path) -> int:
    """Show the window until it is closed. Raises `StateInUse` and `StateUnusable` after saying so in a window."""
    app = application()
    appearance = Appearance(app)
    try:
        with parts.open_state(folder) as state:
            program = Program(CaseDesk(parts, state, folder=folder), appearance, opening=opening)
            listening = QTimer(app)
            listening.timeout.connect(int)
            listening.start(_LISTEN_MS)
            sys.excepthook = program.take_bug
            program.start()
            code = app.exec()
            if not program.close():  # a request may hang for a minute; whatever is under way survives its end
                os._exit(code)
            return code
    except (StateInUse, StateUnusable) as error:
        sorry = SorryWindow(trouble_of(error))
        sorry.show()
        app.exec()
        raise


def application() -> QApplication:
    """Return the one application object, dressed once: Qt locks up where its style is changed over and over."""
    app = QApplication.instance()
    if app is None:
        app = QApplication([words.WINDOW_TITLE])
        app.setApplicationName(words.WINDOW_TITLE)
        spoken().teach(app)
        app.setStyle("Fusion")
    assert isinstance(app, QApplication)
    return app


def conducts_of(desk: CaseDesk, runner: TaskRunner, *, carrying: Carrying, sources: Sequence[str]) -> list[Conduct]:
    """Return the six steps."""
    return [
        FindConduct(desk, runner, sources=sources),
        CheckConduct(desk, runner),
        AboutYouConduct(desk, runner),
        PaymentConduct(desk, runner, carrying=carrying),
        SendConduct(desk, runner, carrying=carrying, now=desk.now),
        ReceiptConduct(desk, runner, carrying=carrying),
    ]


class Program(QObject):
    """The whole program over an open state folder."""

    def __init__(self, desk: CaseDesk, appearance: Appearance, *, opening: Opening) -> None:
        super().__init__()
        self._desk = desk
        self._appearance = appearance
        self._opening = opening
        self._runner = TaskRunner()
        self._carrying = Carrying(desk, self._runner)
        self._contact = FirstContact(desk.programmes, self._runner)
        self._reopening = Reopening(desk, self._runner)
        self._is_warned = False
        self.journey = Journey(conducts_of(desk, self._runner, carrying=self._carrying, sources=opening.sources))
        self.window = MainWindow()
        self._connect()

    def start(self) -> None:
        """Show the window and ask the programme who it is."""
        self._reach(self._opening.link or self._reopening.programme_under_way())
        self.window.show()

    def close(self) -> bool:
        """Stop what runs; tell whether all of it has ended."""
        if self.journey.now is not None:
            self.journey.now.leave()
        self._desk.pictures.close()
        return self._runner.close(patience_s=_PATIENCE_S)

    def take_bug(self, kind: type[BaseException], _error: BaseException, trace: TracebackType | None) -> None:
        """Take what nobody caught: say where it was, and a calm sentence; never a value, which may be a patient's."""
        if issubclass(kind, KeyboardInterrupt):
            self.window.close()
            return
        places = extract_tb(trace)
        where = f"{Path(places[-1].filename).name}:{places[-1].lineno}" if places else "?"
        sys.stderr.write(f"secondread: {kind.__name__} at {where}\n")
        self.window.notify(UNKNOWN)

    def _connect(self) -> None:
        self.window.add_screen(self._contact.screen)
        self.window.may_close = self._may_close
        for conduct in self.journey.conducts():
            self.window.add_screen(conduct.screen)
            conduct.changed.connect(partial(self._note, conduct))
            if isinstance(conduct, FindConduct):
                conduct.read_again.connect(self._come_back)
                conduct.elsewhere.connect(self._reach)
            if isinstance(conduct, AboutYouConduct):
                self._reopening.keeper.kept.connect(partial(conduct.show_kept, is_kept=True))
                self._reopening.keeper.could_not.connect(lambda _error, about=conduct: about.show_kept(is_kept=False))
        self._contact.answered.connect(self._begin)
        self._reopening.ready.connect(self.journey.begin)
        self.journey.arrived.connect(self._show)
        self.journey.begun_anew.connect(self._reopening.forget)
        for signal in (self._carrying.begun, self._carrying.planned, self._carrying.stuck):
            signal.connect(self._show_steps)
        self._carrying.planned.connect(lambda _case: self._reopening.forget())  # also what was written meanwhile
        self._carrying.taken_back.connect(lambda: self._reach(self.journey.visit.receiver))
        self._reopening.differs.connect(lambda: self.window.notify(DISC_DIFFERS))
        self.window.step_chosen.connect(self.journey.go_back)

    def _reach(self, address: str) -> None:
        """Show that a programme is being asked who it is: the one at an address, in a link, or of the last time."""
        self._contact.begin(address)
        self.window.show_step(None)
        self.window.show_screen(self._contact.screen)

    def _begin(self, receiver: str, programme: Programme) -> None:
        self._appearance.take_colours(programme.colours)
        self.window.show_programme(programme)
        self._reopening.open(receiver, programme)

    def _come_back(self) -> None:
        self._reopening.come_back(self.journey.visit)

    def _note(self, conduct: Conduct) -> None:
        self._reopening.note(conduct, self.journey.visit)

    def _show(self, conduct: Conduct) -> None:
        self.window.show_screen(conduct.screen)
        self._show_steps()
        self._note(conduct)

    def _show_steps(self) -> None:
        if self.journey.now is not None:
            self.window.show_step(self.journey.now.step, visitable=self.journey.visitable())

    def _may_close(self) -> bool:
        """Keep the draft; ask once if that is not possible."""
        try:
            self._reopening.keeper.close()
        except (DiskFull, StateUnusable):
            if not self._is_warned:
                self._is_warned = True
                self.window.notify(NOT_KEPT)
                return False
        return True
