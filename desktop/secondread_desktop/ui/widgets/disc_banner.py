"""Says on Send whether the disc may be taken out, and ejects it where this computer can."""

from PySide6.QtCore import Signal

from secondread_desktop.ui.sentences import send as sentences
from secondread_desktop.ui.sentences.troubles import Trouble
from secondread_desktop.ui.widgets.banner import Banner
from secondread_desktop.ui.widgets.text import Action


class DiscBanner(Banner):
    """`ejected` is what its button says."""

    ejected = Signal()

    def __init__(self) -> None:
        self._eject = Action(sentences.EJECT)
        super().__init__("plain", icon="disc", actions=(self._eject,))
        self._eject.clicked.connect(self.ejected)
        self._eject.hide()

    def offer_eject(self, *, is_offered: bool) -> None:
        """Offer to eject, or not."""
        self._eject.setVisible(is_offered)

    def show_ejected(self, trouble: Trouble | None) -> None:
        """Say that the disc is out, or calmly that it did not come."""
        said = trouble or sentences.DISC_EJECTED
        self.offer_eject(is_offered=trouble is not None)
        self.speak("ok" if trouble is None else "plain", said.title, said.text)
