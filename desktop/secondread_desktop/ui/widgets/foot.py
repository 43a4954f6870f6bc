"""The foot of the window: help and the help line on the left, the way back and the one primary action on the right."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame

from secondread_desktop.ui import words
from secondread_desktop.ui.widgets.icons import Icon
from secondread_desktop.ui.widgets.text import Action, OneLine, label, restyle, row


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
        self._is_narrow = False
        self._row = row(self._help, self._call_icon, self._call, gap=8)
        self._row.addWidget(self._note, 1)
        self._row.setContentsMargins(16, 0, 24, 0)
        self.setLayout(self._row)
        self._help.clicked.connect(self.help_wanted)

    def show_help_line(self, help_line: str, *, is_narrow: bool) -> None:
        """Show whom to call; in a narrow window the help tells."""
        is_shown = bool(help_line) and not is_narrow
        self._is_narrow = is_narrow
        self._show_note()
        self._call.setText(words.call_us(help_line))
        self._call.setVisible(is_shown)
        self._call_icon.setVisible(is_shown)

    def show_foot(self, foot: Foot) -> None:
        """Show a screen's actions; buttons that stay keep their focus."""
        self._foot = foot
        self._show_note()
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

    def focus_primary(self) -> None:
        """Put the keyboard on the last action that can be pressed."""
        able = [button for button in self._buttons if button.isEnabled()]
        (able[-1] if able else self._help).setFocus(Qt.FocusReason.OtherFocusReason)

    def press_primary(self) -> None:
        """Press the primary action, if there is one that can be pressed."""
        for button in self._buttons:
            if button.property("kind") == "primary" and button.isEnabled():
                button.click()

    def _show_note(self) -> None:
        """Say beside the buttons why one is off; in a narrow window the button itself says it."""
        self._note.setText("" if self._is_narrow else self._foot.note)


def _dress(button: Action, wanted: FootAction) -> None:
    button.setProperty("action", wanted.action)
    restyle(button, "kind", wanted.kind)
    button.setEnabled(wanted.is_enabled)
    button.say(wanted.label, icon=wanted.icon)
    button.show()
