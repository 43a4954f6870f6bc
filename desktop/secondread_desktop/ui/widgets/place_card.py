"""The card of one disc or folder on Find: being read, read, empty or unreadable."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QProgressBar, QVBoxLayout

from secondread_desktop.core.catalogue import Catalogue
from secondread_desktop.core.events import SeenExam
from secondread_desktop.core.nothing_found import Kind, Nothing
from secondread_desktop.ui import words
from secondread_desktop.ui.language import tr
from secondread_desktop.ui.sentences import find as sentences
from secondread_desktop.ui.sentences.nothing import nothing_words
from secondread_desktop.ui.sentences.troubles import Trouble
from secondread_desktop.ui.widgets.flow import Flow
from secondread_desktop.ui.widgets.icons import Icon
from secondread_desktop.ui.widgets.letter_offer import LetterOffer
from secondread_desktop.ui.widgets.password_lock import PasswordLock
from secondread_desktop.ui.widgets.text import (
    Action,
    OneLine,
    Words,
    beside,
    boxed,
    clear,
    column,
    holding,
    label,
    restyle,
    row,
    rule,
)

_MIDDLE = Qt.TextElideMode.ElideMiddle
_MOST_EXAMS = 8
_UNREAD = ("warn", "warn")  # an icon and its colour
_INSTEAD = {
    Kind.EMPTY: ("disc", "muted"),
    Kind.ENCRYPTED: ("lock", "warn"),
    Kind.INDEX_ONLY: ("list", "warn"),
    Kind.ONLY_PICTURES: ("eye", "muted"),
    Kind.ONLY_DOCUMENTS: ("document", "muted"),
    Kind.NO_IMAGES: ("document", "muted"),
    Kind.ONLY_VIEWER: ("laptop", "muted"),
}


class PlaceCard(QFrame):
    """One place. `stopped`, `removed`, `again` and `ejected` are what its buttons say; `unlocked` gives a password."""

    stopped = Signal()
    removed = Signal()
    again = Signal()
    ejected = Signal()
    unlocked = Signal(str)

    def __init__(self, name: str, path: str) -> None:
        super().__init__()
        self._stop = Action(sentences.STOP, name=sentences.stop_name(name))
        self._again = Action(sentences.AGAIN, name=sentences.again_name(name))
        self._remove = Action(sentences.REMOVE, kind="quiet", name=sentences.remove_name(name))
        self._stop.clicked.connect(self.stopped)
        self._again.clicked.connect(self.again)
        self._remove.clicked.connect(self.removed)
        self._eject = Action(sentences.EJECT, name=sentences.eject_name(name))
        self._eject.clicked.connect(self.ejected)
        self._eject.hide()
        self._lock = PasswordLock(name)
        self._lock.typed.connect(self.unlocked)
        self._count = Words(role="strong")
        self._seen = Words(role="muted")
        self._counts = holding(Flow(self._count, self._seen))
        self._busy = QProgressBar()
        self._busy.setRange(0, 0)
        self._busy.setTextVisible(False)
        self._busy.setAccessibleName(sentences.LOOKING_NAME)
        self._exams = QVBoxLayout()
        self._exams.setSpacing(8)
        self._list = holding(self._exams)
        self._trouble = [label(role="strong"), label(role="plain-small")]
        self._icon = Icon("warn", colour="warn")
        ways = holding(Flow(self._again, self._eject))
        self._wrong = holding(beside(self._icon, column(*self._trouble, 8, ways, gap=4)))
        self.letter = LetterOffer(name)
        called, place = (OneLine(text, role, elides=_MIDDLE) for text, role in ((name, "strong"), (path, "small")))
        head = row(Icon("disc", colour="brand_strong", tile=True), column(called, place, gap=0))
        head.setStretch(1, 1)
        for button in (self._remove, self._stop):
            head.addWidget(button)
        self._card = boxed(
            column(head, self._counts, self._busy, self._wrong, self._list, self._lock, self.letter, gap=12)
        )
        self.setLayout(column(self._card))
        self.reading((), files=0)

    def reading(self, exams: Sequence[SeenExam], *, files: int) -> None:
        """Show how far the reading is."""
        self._show(is_reading=True, trouble=None)
        self._say_counts(exams, seen=sentences.files_seen(files) if files else "")
        self._list_exams(exams, is_growing=True)

    def read(self, exams: Sequence[SeenExam], *, problems: int) -> None:
        """Show what was found."""
        self._show(is_reading=False, trouble=None)
        self._say_counts(exams, seen=sentences.problems_line(problems) if problems else "")
        self._list_exams(exams, is_growing=False)

    def unread(self, trouble: Trouble) -> None:
        """Show why there is nothing, and offer to try once more."""
        self._show(is_reading=False, trouble=trouble)
        self._icon.change(*_UNREAD)
        self._list_exams((), is_growing=False)

    def say_instead(self, nothing: Nothing, catalogue: Catalogue) -> None:
        """Show what there is instead of images."""
        self.unread(Trouble(*nothing_words(nothing, catalogue, tr)))
        self._icon.change(*_INSTEAD.get(nothing.kind, _UNREAD))

    def ask_password(self, *, is_wrong: bool) -> None:
        """Say that something in it is locked, below what was found or in place of why there is nothing."""
        self._wrong.hide()
        self._lock.ask(is_wrong=is_wrong)

    def allow_eject(self, *, can_eject: bool) -> None:
        """Offer to eject what holds no images."""
        self._eject.setVisible(can_eject)

    def show_narrow(self, is_narrow: bool) -> None:
        """Rearrange for a small window."""
        self._lock.show_narrow(is_narrow)

    def _show(self, *, is_reading: bool, trouble: Trouble | None) -> None:
        restyle(self._card, "role", "card-live" if is_reading else "card")
        self._stop.setVisible(is_reading)
        self._busy.setVisible(is_reading)
        self._remove.setVisible(not is_reading)
        self._lock.hide()
        self._counts.setVisible(trouble is None)
        self._wrong.setVisible(trouble is not None)
        if trouble is not None:
            self._trouble[0].setText(trouble.title)
            self._trouble[1].setText(trouble.text)

    def _say_counts(self, exams: Sequence[SeenExam], *, seen: str) -> None:
        self._count.setText(sentences.found_so_far(sum(exam.instances for exam in exams)))
        self._seen.setText(seen)

    def _list_exams(self, exams: Sequence[SeenExam], *, is_growing: bool) -> None:
        clear(self._exams)
        self._list.setVisible(bool(exams))
        for number, exam in enumerate(exams[-_MOST_EXAMS:]):
            is_last = is_growing and exam is exams[-1]
            if number:
                self._exams.addWidget(rule())
            icon = Icon("clock" if is_last else "tick", colour="muted" if is_last else "ok", size=20)
            title = words.exam_title(exam.description, exam.modality)
            line = row(icon, label(sentences.exam_line(title, words.exam_date(exam.date))), gap=12)
            line.addWidget(label(sentences.exam_count(exam.instances, is_growing=is_last), wraps=False))
            line.setStretch(1, 1)
            self._exams.addLayout(line)
