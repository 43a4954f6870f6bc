"""The foot of the window: help and the help line on the left, the way back and the one primary action on the right."""

from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame

from secondread_desktop.ui import words
from secondread_desktop.ui.widgets.icons import Icon
from secondread_desktop.ui.widgets.text import Action, OneLine, label, restyle, row

_EDGES = 16 + 24
_NOTE = 160  # the least width in which a note can be read


@dataclass(frozen=True, slots=True)
class FootAction:
    """One button of the foot. `action` is the word that the screen gets back."""

    action: str
    label: str
    kind: str = "plain"
    is_enabled: bool = True
    icon: str | None = None


@dataclass(frozen=True, slots=True)
class Foot:
    """What a screen wants at the foot; `note` says why the primary action is off."""

    actions: tuple[FootAction, ...] = ()
    note: str = ""


class FootBar(QFrame):
    """The bar itself. Emits the word of the button that was pressed."""

    pressed = Signal(str)
    help_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("foot")
        self._help = Action(words.HELP, kind="quiet", icon="help")
        self._call = OneLine(role="call")
        self._call_icon = Icon("phone", colour="brand_strong", size=20)
        self._note = label(role="small", wraps=True)
        self._note.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._buttons: list[Action] = []
        self._foot = Foot()
        self._help_line = ""
        self._row = row(self._help, self._call_icon, self._call, gap=8)
        self._row.addWidget(self._note, 1)
        self._row.setContentsMargins(16, 0, 24, 0)
        self.setLayout(self._row)
        self._help.clicked.connect(self.help_wanted)

    def show_help_line(self, help_line: str) -> None:
        """Show whom to call, where there is room; the help tells it too."""
        self._help_line = help_line
        self._call.setText(words.call_us(help_line))
        self._fit()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Need the room of the buttons: all else gives way."""
        wanted = sum(button.sizeHint().width() + self._row.spacing() for button in self._buttons)
        return QSize(_EDGES + wanted + self._help.iconSize().width(), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Leave out what does not fit."""
        super().resizeEvent(event)
        self._fit()

    def show_foot(self, foot: Foot) -> None:
        """Show a screen's actions; buttons that stay keep their focus."""
        self._foot = foot
        while len(self._buttons) > len(foot.actions):
            surplus = self._buttons.pop(0)
            surplus.hide()
            surplus.deleteLater()
        while len(self._buttons) < len(foot.actions):
            button = Action("")
            button.clicked.connect(lambda _checked=False, button=button: self.pressed.emit(button.property("action")))
            self._buttons.append(button)
            self._row.addWidget(button)
        for button, wanted in zip(self._buttons, foot.actions, strict=True):
            _dress(button, wanted)
            button.setAccessibleDescription("" if wanted.is_enabled else foot.note)
            button.setToolTip("" if wanted.is_enabled else foot.note)
        self._fit()

    def focus_primary(self) -> None:
        """Put the keyboard on the last action that can be pressed."""
        able = [button for button in self._buttons if button.isEnabled()]
        (able[-1] if able else self._help).setFocus(Qt.FocusReason.OtherFocusReason)

    def press_primary(self) -> None:
        """Press the primary action, if there is one that can be pressed."""
        for button in self._buttons:
            if button.property("kind") == "primary" and button.isEnabled():
                button.click()

    def _fit(self) -> None:
        """Show what there is room for beside the buttons: the help, then why one is off, then whom to call.

        Where the reason has no room, the button that is off says it.
        """
        gap = self._row.spacing()
        least = self._help.iconSize().width() + 5 * gap  # its own edges, and the gaps beside it
        for is_tight in (False, True):
            for button in self._buttons:
                restyle(button, "tight", is_tight)
            room = self.width() - _EDGES - sum(button.sizeHint().width() + gap for button in self._buttons)
            if room >= least:
                break
        self._help.setText(words.HELP if room >= _NOTE else "")
        room -= self._help.sizeHint().width() + gap
        has_note = bool(self._foot.note) and room >= _NOTE
        self._note.setText(self._foot.note if has_note else "")
        room -= _NOTE + gap if has_note else 0
        has_call = bool(self._help_line) and room >= self._call.sizeHint().width() + self._call_icon.width() + 2 * gap
        self._call.setVisible(has_call)
        self._call_icon.setVisible(has_call)


def _dress(button: Action, wanted: FootAction) -> None:
    button.setProperty("action", wanted.action)
    restyle(button, "kind", wanted.kind)
    button.setEnabled(wanted.is_enabled)
    button.say(wanted.label, icon=wanted.icon)
    button.show()
