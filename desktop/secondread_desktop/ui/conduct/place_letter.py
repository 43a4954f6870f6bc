"""Conducts the letter about one place that holds no images, or not all: offers it, writes it, and opens it."""

import datetime
from collections.abc import Callable, Sequence

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from secondread_desktop.core.catalogue import Catalogue
from secondread_desktop.core.hospital_letter import LetterContent, MissingExam
from secondread_desktop.ui import words
from secondread_desktop.ui.language import tr
from secondread_desktop.ui.letter_paper import write_letter
from secondread_desktop.ui.sentences import letter_offer as sentences
from secondread_desktop.ui.sentences.letter import Voice, is_wanted, letter_content, letter_lines
from secondread_desktop.ui.widgets.letter_offer import LetterOffer

VOICE = Voice(say=tr, date=words.date_in_words, size=words.sizes)


def open_with_the_systems_viewer(path: str) -> bool:
    """Show a file; tell whether there is anything that can."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(path))


class PlaceLetter:
    """The letter of one place; `label` is what its disc is called.

    It knows nothing of the conduct that holds it: a circle of the two would be collected in any thread, and Qt would
    lose the conduct's timer there.
    """

    def __init__(
        self,
        offer: LetterOffer,
        label: str,
        *,
        today: Callable[[], datetime.date],
        show: Callable[[str], bool] = open_with_the_systems_viewer,
    ) -> None:
        self._offer = offer
        self._label = label
        self._today = today
        self._help_line = ""
        self._show = show
        self._content: LetterContent | None = None
        self._path = ""
        offer.saved.connect(self._save)
        offer.opened.connect(self._open)

    def about(self, catalogue: Catalogue, missing: Sequence[MissingExam] = (), *, help_line: str) -> None:
        """Offer the letter if there is anything to ask for; `missing` are exams that are known not to be whole."""
        self.withdraw()
        self._help_line = help_line
        if is_wanted(catalogue, missing):
            self._content = letter_content(catalogue, disc_label=self._label, voice=VOICE, missing=missing)
            self._offer.offer()

    def withdraw(self) -> None:
        """Take the offer back: what it was about is read anew."""
        self._content = None
        self._offer.withdraw()

    def _save(self, path: str) -> None:
        if self._content is None:
            return
        lines = letter_lines(self._content, date=self._today(), help_line=self._help_line, voice=VOICE)
        is_saved = write_letter(lines, path)
        self._path = path if is_saved else self._path
        self._offer.tell(sentences.SAVED if is_saved else sentences.NOT_SAVED, is_saved=is_saved)

    def _open(self) -> None:
        if not self._show(self._path):
            self._offer.tell(sentences.NOT_OPENED, is_saved=True)
