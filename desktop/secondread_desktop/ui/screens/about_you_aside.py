"""What to expect: the sections, which one this is, and that nothing is lost. It stays while the form moves."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from secondread_desktop.ui.sentences import about_you as said
from secondread_desktop.ui.widgets.icons import Icon
from secondread_desktop.ui.widgets.text import Action, column, label, restyle, row

WIDTH = 360
_ROOMY = 470


class _Place(Action):
    """One section; the one where the person is has an arrow and the word for it."""

    def __init__(self, title: str) -> None:
        super().__init__(title, kind="place")
        self.setCheckable(True)
        self._title = title
        self._here = label(said.HERE, "small", wraps=False)
        self._arrow = Icon("right", size=20)
        self.setLayout(row(self._arrow, None, self._here, edges=8))
        self.show_here(is_here=False)

    def rename(self, title: str) -> None:
        """Call the section by another name."""
        self._title = title
        self.show_here(is_here=self.isChecked())

    def show_here(self, *, is_here: bool) -> None:
        """Mark the place, or not; the words stay where they are."""
        self.setChecked(is_here)
        self.setText(self._title)
        self.setAccessibleName(f"{self._title}, {said.HERE}" if is_here else self._title)
        self._arrow.setVisible(is_here)
        self._here.setVisible(is_here)

    def nextCheckState(self) -> None:  # noqa: N802 - Qt's name
        """Leave the mark to the form: where the person is, not what was clicked."""


class Aside(QFrame):
    """The card. Emits the section that a person wants to see."""

    wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._places: dict[str, _Place] = {}
        self._list = column(gap=0)
        self._notes = [label(text, "small") for text in said.EXPECT]
        self._kept = self._notes[0]
        self.setLayout(column(label(said.WHAT_TO_EXPECT, "section"), self._list, *self._notes, None, edges=24))

    def show_sections(self, titles: Mapping[str, str]) -> None:
        """Show these sections, in order."""
        if list(titles) == list(self._places):
            for name, place in self._places.items():
                place.rename(titles[name])
            return
        while (item := self._list.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._places = {name: _Place(title) for name, title in titles.items()}
        for name, place in self._places.items():
            place.clicked.connect(lambda _checked=False, name=name: self.wanted.emit(name))
            self._list.addWidget(place)
        if self._places:
            restyle(list(self._places.values())[-1], "last", "true")

    def show_here(self, section: str) -> None:
        """Mark where the person is."""
        for name, place in self._places.items():
            place.show_here(is_here=name == section)

    def show_kept(self, *, is_kept: bool) -> None:
        """Say that what is written is kept; or that it cannot be."""
        self._kept.setText(said.EXPECT[0] if is_kept else said.NOT_KEPT)

    def fit(self, height: int) -> int:
        """Leave the notes out where there is no room for them; return the height that is needed."""
        for note in self._notes[1:]:
            note.setVisible(height >= _ROOMY)
        layout = self.layout()
        assert layout is not None
        layout.activate()
        return layout.heightForWidth(WIDTH)
