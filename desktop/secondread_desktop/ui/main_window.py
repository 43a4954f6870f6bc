"""The window: programme and steps on top, one screen in the middle, help and actions at the foot."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFrame, QMainWindow, QStackedWidget, QWidget

from secondread_desktop.core.journey import Step
from secondread_desktop.ui import words
from secondread_desktop.ui.screens.help import HelpScreen
from secondread_desktop.ui.screens.screen import NARROW, Screen
from secondread_desktop.ui.sentences import frame as sentences
from secondread_desktop.ui.sentences.troubles import Trouble
from secondread_desktop.ui.widgets.banner import Banner
from secondread_desktop.ui.widgets.foot import FootBar
from secondread_desktop.ui.widgets.icons import Mark
from secondread_desktop.ui.widgets.steps_bar import StepsBar
from secondread_desktop.ui.widgets.text import Action, Words, column, holding, label, row
from secondread_shared.contract import Programme

_SIZE = QSize(1080, 720)
_LEAST = QSize(540, 360)
_TWO_LINES = 170  # the width in which a name of two lines is read well
_LOW = 480  # less height than this leaves its room to the page
_HEAD_EDGES = 24 + 40 + 12 + 24 + 24


class MainWindow(QMainWindow):
    """Knows frames, not steps: it shows the screen it is given. `step_chosen` carries a step that was clicked."""

    step_chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setWindowTitle(words.WINDOW_TITLE)
        self.resize(_SIZE)
        self.setMinimumSize(_LEAST)
        self._screen: Screen | None = None
        self._under_help: Screen | None = None
        self._help_line = ""
        self._steps = StepsBar()
        self._mark = Mark()
        self._name = Words(words.WINDOW_TITLE, "brand")
        self._motto = label(words.SECOND_OPINION, "small", wraps=False)
        self._stack = QStackedWidget()
        self._notice_part = self._notice_line()
        self.may_close: Callable[[], bool] = lambda: True
        self._head = QFrame()
        self._foot = FootBar()
        self._help = HelpScreen()
        self.setCentralWidget(self._body())
        self._steps.chosen.connect(self.step_chosen)
        self._foot.pressed.connect(self._act)
        self._foot.help_wanted.connect(self._open_help)
        self._help.closed.connect(self._close_help)
        self._stack.addWidget(self._help)
        self._help.foot_changed.connect(self._refresh_foot)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self._foot.press_primary)

    def add_screen(self, screen: Screen) -> None:
        """Take a screen in, to be shown later."""
        self._stack.addWidget(screen)
        screen.foot_changed.connect(self._refresh_foot)

    def show_programme(self, programme: Programme) -> None:
        """Name who receives, and whom to call."""
        self._name.setText(programme.name)
        self._mark.show_logo(programme.logo)
        self._help_line = programme.help_line
        self._help.show_help_line(programme.help_line)
        self._rearrange()

    def show_screen(self, screen: Screen) -> None:
        """Show a screen, and put the keyboard where it begins."""
        self._screen = screen
        self._under_help = None
        self._stack.setCurrentWidget(screen)
        screen.verticalScrollBar().setValue(0)
        self.setWindowTitle(words.window_title(screen.title))
        screen.show_narrow(self.width() < NARROW)
        self._refresh_foot()
        self._focus(screen)

    def show_step(self, step: Step | None, *, visitable: frozenset[Step] = frozenset()) -> None:
        """Mark where the person is; None before the first step."""
        self._steps.setVisible(step is not None)
        if step is not None:
            self._steps.show_step(step, visitable=visitable)

    def notify(self, trouble: Trouble) -> None:
        """Say something that is about the program and not about the step."""
        self._notice.speak("warn", trouble.title, trouble.text)
        self._notice_part.show()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Rearrange for a small window."""
        super().resizeEvent(event)
        self._rearrange()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """Close without a question, unless something would be lost: what was done goes on at the next opening."""
        if self.may_close():
            self.hide()
            super().closeEvent(event)
        else:
            event.ignore()

    def _body(self) -> QWidget:
        self._head.setObjectName("head")
        brand = column(None, self._name, self._motto, None, gap=0)
        line = row(self._mark, brand, self._steps, gap=12)
        line.setStretch(2, 1)
        line.setContentsMargins(24, 0, 24, 0)
        self._head.setLayout(line)
        body = holding(column(self._head, self._notice_part, self._stack, self._foot, gap=0))
        body.setObjectName("window")
        return body

    def _notice_line(self) -> QWidget:
        close = Action(sentences.NOTICE_CLOSE, kind="quiet")
        self._notice = Banner("warn", actions=(close,))
        line = column(self._notice)
        line.setContentsMargins(24, 12, 24, 0)
        made = QWidget()
        made.setLayout(line)
        made.hide()
        close.clicked.connect(made.hide)
        return made

    def _rearrange(self) -> None:
        is_low = self.height() < _LOW
        self._head.setFixedHeight(48 if is_low else 80)
        self._foot.setFixedHeight(56 if is_low else 72)
        room = self.width() - _HEAD_EDGES - self._steps.wide_width()
        name = self._name.sizeHint().width()
        self._steps.show_narrow(room < min(name, _TWO_LINES))
        self._motto.setVisible(not is_low and not _TWO_LINES <= room < name)
        self._foot.show_help_line(self._help_line)
        shown = self._stack.currentWidget()
        if isinstance(shown, Screen):
            shown.show_narrow(self.width() < NARROW)

    def _refresh_foot(self) -> None:
        shown = self._stack.currentWidget()
        if isinstance(shown, Screen):
            self._foot.show_foot(shown.foot())

    def _act(self, action: str) -> None:
        shown = self._stack.currentWidget()
        if isinstance(shown, Screen):
            shown.act(action)

    def _open_help(self) -> None:
        if self._screen is not None and self._under_help is None:
            self._under_help = self._screen
            self._stack.setCurrentWidget(self._help)
            self._refresh_foot()
            self._foot.focus_primary()

    def _close_help(self) -> None:
        if self._under_help is not None:
            self.show_screen(self._under_help)

    def _focus(self, screen: Screen) -> None:
        first = screen.first_focus()
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._foot.focus_primary()
