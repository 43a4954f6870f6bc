"""The bar below the pane: play, how bright, and the marks over the image; each only where it means something."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from secondread_desktop.ui.sentences import film as sentences
from secondread_desktop.ui.widgets.inputs import ChoiceBox
from secondread_desktop.ui.widgets.text import Action, row


class FilmBar(QWidget):
    """Emits that one wants to play or pause, which brightness was chosen (0 is the file's own), and marks or none."""

    play_pressed = Signal()
    brightness_chosen = Signal(int)
    marks_wanted = Signal(bool)
    offered = Signal(bool)  # whether there is anything to choose

    def __init__(self) -> None:
        super().__init__()
        self.play = Action(sentences.PLAY, kind="film", icon="play")
        self.marks = Action(sentences.MARKS, kind="film", icon="eye", name=sentences.MARKS_NAME)
        self.marks.setCheckable(True)
        self.brightness = ChoiceBox(name=sentences.BRIGHTNESS, choices={})
        self.brightness.setProperty("role", "film")
        self.brightness.setPlaceholderText(sentences.BY_HAND)
        self.brightness.setMaximumWidth(320)
        parts = row(self.play, self.brightness, self.marks, None, gap=8)
        parts.setContentsMargins(12, 6, 12, 6)
        self.setLayout(parts)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.play.clicked.connect(self.play_pressed)
        self.marks.clicked.connect(self.marks_wanted)
        self.brightness.activated.connect(self.brightness_chosen)
        self._names: list[str] = []
        self.offer(is_moving=False, names=(), has_marks=False)

    def offer(self, *, is_moving: bool, names: Sequence[str], has_marks: bool) -> None:
        """Show what there is to choose of the image that is looked at."""
        if list(names) != self._names:
            self._names = list(names)
            self.brightness.clear()
            words = [sentences.AS_SET, *(sentences.brightness(name) for name in names)]
            self.brightness.addItems(words if names else [])
        for part, is_meant in ((self.play, is_moving), (self.brightness, bool(names)), (self.marks, has_marks)):
            part.setVisible(is_meant)
        is_there = is_moving or bool(names) or has_marks
        self.setVisible(is_there)
        self.offered.emit(is_there)

    def show_playing(self, is_playing: bool) -> None:
        """Offer to pause, or to play."""
        self.play.say(sentences.PAUSE if is_playing else sentences.PLAY, icon="pause" if is_playing else "play")

    def show_brightness(self, place: int | None) -> None:
        """Show which brightness is in force; None is one by hand."""
        if self._names:
            self.brightness.setCurrentIndex(-1 if place is None else place)

    def show_marks(self, are_shown: bool) -> None:
        """Show whether marks are drawn."""
        self.marks.setChecked(are_shown)
