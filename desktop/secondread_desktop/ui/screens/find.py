"""Find images: discs in the drive, folders, and what is found in them."""

from collections.abc import Sequence
from pathlib import PurePath

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from secondread_desktop.core.drives import Drive, DriveKind
from secondread_desktop.ui.screens.screen import Screen
from secondread_desktop.ui.sentences import find as sentences
from secondread_desktop.ui.sentences.troubles import Trouble
from secondread_desktop.ui.widgets.banner import Banner
from secondread_desktop.ui.widgets.card_button import CardButton
from secondread_desktop.ui.widgets.foot import Foot, FootAction
from secondread_desktop.ui.widgets.place_card import PlaceCard
from secondread_desktop.ui.widgets.text import Action, across, clear, column, label, turn

_GO_ON = "go_on"


class FindScreen(Screen):
    """Shows places; says which were chosen, and that the person wants to go on."""

    chosen = Signal(str)
    resumed = Signal(str)
    gone_on = Signal()

    def __init__(self) -> None:
        super().__init__(sentences.TITLE)
        self.setAcceptDrops(True)
        self._foot = Foot()
        self._pending = QVBoxLayout()
        self._places = QVBoxLayout()
        self._discs = QVBoxLayout()
        for part in (self._pending, self._places, self._discs):
            part.setSpacing(16)
        self._said = Banner("note")
        self._choose = CardButton("folder", sentences.CHOOSE_TITLE, sentences.CHOOSE_TEXT)
        self._choose.clicked.connect(self._open_dialog)
        self._archive = CardButton("archive", sentences.ARCHIVE_TITLE, sentences.ARCHIVE_TEXT)
        self._archive.clicked.connect(self._open_file_dialog)
        self._ways = across(self._choose, self._archive)
        self._is_narrow = False
        self._shown_drives: tuple[Drive, ...] = ()
        self._head = [label(sentences.TITLE, "title"), label(sentences.LEAD, "muted")]
        drop = label(sentences.DROP, "small")
        self.put(
            column(*self._head, self._pending, self._places, self._said, self._discs, self._ways, drop, None, gap=16)
        )
        self.say(None)
        self.allow(can_go_on=False, note=sentences.NOTE_NOTHING)

    def add_place(self, name: str, path: str) -> PlaceCard:
        """Show a new place, and return its card."""
        card = PlaceCard(name, path)
        card.show_narrow(self._is_narrow)
        self._places.addWidget(card)
        self._choose.speak(sentences.ADD_TITLE, sentences.ADD_TEXT)
        return card

    def remove_place(self, card: PlaceCard) -> None:
        """Take a place away."""
        self._places.removeWidget(card)
        card.hide()
        card.deleteLater()
        if self._places.isEmpty():
            self._choose.speak(sentences.CHOOSE_TITLE, sentences.CHOOSE_TEXT)
        self._choose.setFocus()

    def show_drives(self, drives: tuple[Drive, ...]) -> None:
        """Offer what is in the drives."""
        if drives == self._shown_drives:
            return
        self._shown_drives = drives
        clear(self._discs)
        for drive in drives:
            icon = "disc" if drive.kind is not DriveKind.STICK else "folder"
            card = CardButton(icon, sentences.drive_title(drive), sentences.drive_place(drive))
            card.clicked.connect(lambda _checked=False, root=drive.root: self.chosen.emit(root))
            self._discs.addWidget(card)

    def show_narrow(self, is_narrow: bool) -> None:
        """Put the cards below each other."""
        self._is_narrow = is_narrow
        turn(self._ways, is_narrow=is_narrow)
        for card in self.findChildren(PlaceCard):
            card.show_narrow(is_narrow)

    def show_pending(self, waiting: Sequence[tuple[str, str]]) -> None:
        """Offer to go on with cases: each is its id and the words about it."""
        clear(self._pending)
        for case, words in waiting:
            action = Action(sentences.RESUME, kind="plain")
            action.clicked.connect(lambda _checked=False, case=case: self.resumed.emit(case))
            banner = Banner("note", icon="return", actions=(action,))
            banner.speak("note", sentences.RESUME_TITLE, words)
            self._pending.addWidget(banner)

    def say(self, trouble: Trouble | None) -> None:
        """Say something about the last choice, or nothing."""
        self._said.setVisible(trouble is not None)
        if trouble is not None:
            self._said.speak("note", trouble.title, trouble.text)

    def allow(self, *, can_go_on: bool, note: str = "") -> None:
        """Switch the way on on or off, and say why it is off."""
        action = FootAction(_GO_ON, sentences.GO_ON, kind="primary", is_enabled=can_go_on)
        self._foot = Foot((action,), note=note)
        self.foot_changed.emit()

    def foot(self) -> Foot:
        """Return the way on."""
        return self._foot

    def act(self, _action: str) -> None:
        """Go on."""
        self.gone_on.emit()

    def first_focus(self) -> QWidget | None:
        """Begin with choosing, unless there is a way on."""
        return None if self._foot.actions[0].is_enabled else self._choose

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        """Take whatever lies on this computer."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        """Read what was dropped."""
        for url in event.mimeData().urls():
            if url.isLocalFile():
                self.chosen.emit(str(PurePath(url.toLocalFile())))
        event.acceptProposedAction()

    def _open_dialog(self) -> None:
        dialog = QFileDialog(self, sentences.DIALOG)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        self._begin(dialog)

    def _open_file_dialog(self) -> None:
        dialog = QFileDialog(self, sentences.ARCHIVE_DIALOG)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([f"{sentences.ARCHIVE_FILES} (*.zip *.iso *.img)", f"{sentences.ANY_FILES} (*)"])
        self._begin(dialog)

    def _begin(self, dialog: QFileDialog) -> None:
        dialog.fileSelected.connect(lambda path: self.chosen.emit(str(PurePath(path))))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
