"""The offer of a letter to the hospital, below what was found at a place: save it, then open it to print."""

from PySide6.QtCore import QDir, QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog, QFrame

from secondread_desktop.ui.sentences import letter_offer as sentences
from secondread_desktop.ui.sentences.troubles import Trouble
from secondread_desktop.ui.widgets.flow import flowing
from secondread_desktop.ui.widgets.icons import Icon
from secondread_desktop.ui.widgets.text import Action, beside, column, label, rule


class LetterOffer(QFrame):
    """One offer, hidden until it is made. `saved` says where to write the letter, `opened` that it is to be shown."""

    saved = Signal(str)
    opened = Signal()

    def __init__(self, place: str) -> None:
        super().__init__()
        self._place = place
        self._words = label(sentences.OFFER, "plain-small")
        self._told = label(role="strong")
        self._save = Action(sentences.SAVE, icon="save", name=sentences.named(sentences.SAVE, place))
        self._open = Action(sentences.OPEN, icon="document", name=sentences.named(sentences.OPEN, place))
        self._save.clicked.connect(self._choose)
        self._open.clicked.connect(self.opened)
        words = column(self._told, self._words, 8, flowing(self._open, self._save, gap=12), gap=4)
        self.setLayout(column(rule(), beside(Icon("document", colour="muted"), words), gap=12))
        self.withdraw()

    def offer(self) -> None:
        """Show that there is a letter."""
        self._say(None, is_saved=False)
        self.show()

    def withdraw(self) -> None:
        """Take the offer back: what it was about has changed."""
        self.hide()

    def tell(self, trouble: Trouble, *, is_saved: bool) -> None:
        """Say what became of the letter."""
        self._say(trouble, is_saved=is_saved)
        if is_saved:
            self._open.setFocus()

    def _say(self, trouble: Trouble | None, *, is_saved: bool) -> None:
        self._told.setVisible(trouble is not None)
        self._told.setText(trouble.title if trouble else "")
        self._words.setText(trouble.text if trouble else sentences.OFFER)
        self._open.setVisible(is_saved)
        words = sentences.SAVE_AGAIN if is_saved else sentences.SAVE
        self._save.say(words, icon="save")
        self._save.setAccessibleName(sentences.named(words, self._place))

    def _choose(self) -> None:
        dialog = QFileDialog(self, sentences.DIALOG)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(sentences.KIND)
        dialog.setDefaultSuffix("pdf")
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        if QDir(documents).exists():
            dialog.setDirectory(documents)
        dialog.selectFile(sentences.FILE_NAME)
        dialog.fileSelected.connect(self.saved)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
