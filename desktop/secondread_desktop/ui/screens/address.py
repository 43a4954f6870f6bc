"""First start: asks for the programme's address, and says how asking it goes."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QProgressBar, QWidget

from secondread_desktop.ui.screens.screen import Screen
from secondread_desktop.ui.sentences import frame as sentences
from secondread_desktop.ui.sentences.troubles import Trouble
from secondread_desktop.ui.widgets.banner import Banner
from secondread_desktop.ui.widgets.foot import Foot, FootAction
from secondread_desktop.ui.widgets.text import column, holding, label, restyle

_CONNECT, _TRY_AGAIN, _OTHER = "connect", "try_again", "other"


class AddressScreen(Screen):
    """Asking, reaching, or unreached. `given` carries what was typed; `again` asks once more."""

    given = Signal(str)
    again = Signal()

    def __init__(self) -> None:
        super().__init__(sentences.FIRST_START_TITLE)
        self._state = "asking"
        self._title = label(role="title")
        self._lead = label(role="muted")
        self._banner = Banner("warn")
        self._field = QLineEdit()
        self._field.setAccessibleName(sentences.ADDRESS_LABEL)
        self._problem = label(role="wrong")
        caption = label(sentences.ADDRESS_LABEL, "strong")
        caption.setBuddy(self._field)
        example = label(sentences.ADDRESS_EXAMPLE, "small")
        self._form = holding(column(caption, self._field, self._problem, example, gap=8))
        self._busy = QProgressBar()
        self._busy.setRange(0, 0)
        self._busy.setTextVisible(False)
        self._busy.setAccessibleName(sentences.PROGRESS_NAME)
        self._field.returnPressed.connect(lambda: self.act(_CONNECT))
        self.put(column(self._title, self._lead, self._banner, self._form, self._busy, None))
        self.ask("")

    def ask(self, address: str, *, problem: str = "") -> None:
        """Show the field."""
        self._show("asking", sentences.FIRST_START_TITLE, sentences.FIRST_START_LEAD)
        self._field.setText(address)
        self._problem.setText(problem)
        self._problem.setVisible(bool(problem))
        restyle(self._field, "wrong", bool(problem))

    def reach(self, receiver: str) -> None:
        """Show that the programme is being asked."""
        self._show("reaching", sentences.REACHING_TITLE, f"{sentences.REACHING} {sentences.at_address(receiver)}")

    def miss(self, receiver: str, trouble: Trouble, *, goes_on: bool) -> None:
        """Show why the programme could not be asked; `goes_on` says that it is tried again without a press."""
        self._show("missing", sentences.UNREACHED_TITLE, sentences.at_address(receiver))
        self._field.setText(receiver)
        more = f" {sentences.TRIES_BY_ITSELF}" if goes_on else ""
        self._banner.speak("warn", trouble.title, trouble.text + more)

    def foot(self) -> Foot:
        """Return the actions of the present state."""
        if self._state == "asking":
            return Foot((FootAction(_CONNECT, sentences.CONNECT, kind="primary"),))
        other = FootAction(_OTHER, sentences.OTHER_ADDRESS, kind="quiet")
        if self._state == "reaching":
            return Foot((other,))
        return Foot((other, FootAction(_TRY_AGAIN, sentences.TRY_AGAIN, kind="primary")))

    def act(self, action: str) -> None:
        """Connect, try again, or ask for another address."""
        if action == _CONNECT:
            self.given.emit(self._field.text())
        elif action == _TRY_AGAIN:
            self.again.emit()
        else:
            self.given.emit("")

    def first_focus(self) -> QWidget | None:
        """Begin in the field."""
        return self._field if self._state == "asking" else None

    def _show(self, state: str, title: str, lead: str) -> None:
        self._state = state
        self._title.setText(title)
        self._lead.setText(lead)
        self._form.setVisible(state == "asking")
        self._busy.setVisible(state == "reaching")
        self._banner.setVisible(state == "missing")
        self.setAccessibleName(title)
        self.foot_changed.emit()
