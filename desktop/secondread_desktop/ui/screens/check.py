"""Check: whose images these are, which of them are sent, and what they look like."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from secondread_desktop.ui.screens.check_look import LookPane
from secondread_desktop.ui.screens.found_banner import FoundBanner
from secondread_desktop.ui.screens.screen import Screen
from secondread_desktop.ui.sentences import check as sentences
from secondread_desktop.ui.widgets.exam_list import ExamList
from secondread_desktop.ui.widgets.foot import Foot, FootAction
from secondread_desktop.ui.widgets.identity_banner import IdentityBanner
from secondread_desktop.ui.widgets.text import Action, across, column, holding, row

GO_ON, BACK = "go_on", "back"
_WIDEST = 1680
_TREE = 416
_LOW = 500


class CheckScreen(Screen):
    """Its parts emit what the person does; `acted` carries the word of a foot button."""

    acted = Signal(str)

    def __init__(self) -> None:
        super().__init__(sentences.TITLE)
        self.banner, self.exams = IdentityBanner(), ExamList()
        self.found, self.look = FoundBanner(), LookPane()
        self._foot = Foot()
        self._is_narrow = False
        self._tabs = {
            "exams": Action(sentences.EXAMS_TAB, icon="list"),
            "look": Action(sentences.LOOK_TAB, icon="eye"),
        }
        for word, tab in self._tabs.items():
            tab.setCheckable(True)
            tab.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            tab.clicked.connect(lambda _checked=False, word=word: self.show_tab(word))
        self._tab_bar = holding(row(*self._tabs.values(), gap=16))
        self._left = holding(column(self.exams, self.found, gap=16))
        self._panes = across(self._left, self.look)
        self.put(column(self.banner, self._tab_bar, self._panes, gap=16), width=_WIDEST)
        self._fit_page()

    def show_foot(self, foot: Foot) -> None:
        """Offer other actions."""
        if foot != self._foot:
            self._foot = foot
            self.foot_changed.emit()

    def foot(self) -> Foot:
        """Return the way back and the way on."""
        return self._foot

    def act(self, action: str) -> None:
        """Tell the conduct."""
        self.acted.emit(action)

    def first_focus(self) -> QWidget | None:
        """Begin with the question, or with the exams once it is answered."""
        question = self.banner.question
        buttons = self.banner.buttons()
        return buttons[0] if buttons and question is not None and not question.short else self.exams

    def show_narrow(self, is_narrow: bool) -> None:
        """Show either the exams or the images."""
        self._is_narrow = is_narrow
        self.banner.show_narrow(is_narrow)
        self._left.setMinimumWidth(0 if is_narrow else _TREE)
        self._left.setMaximumWidth(_WIDEST if is_narrow else _TREE)
        self._tab_bar.setVisible(is_narrow)
        self.show_tab("exams")

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Leave the exams as much of a low window as can be."""
        super().resizeEvent(event)
        self.found.show_brief(event.size().height() < _LOW)
        self.look.show_brief(event.size().height() < _LOW)

    def show_tab(self, word: str) -> None:
        """Turn to the exams or to the images; a wide window shows both."""
        for name, tab in self._tabs.items():
            tab.setChecked(name == word)
        self._left.setVisible(not self._is_narrow or word == "exams")
        self.look.setVisible(not self._is_narrow or word == "look")
        if self._is_narrow and word == "look":
            QTimer.singleShot(0, self, lambda: self.ensureWidgetVisible(self.look))  # once it has its place

    def _fit_page(self) -> None:
        inner = self.widget()
        layout = inner.layout() if inner is not None else None
        if layout is not None:
            layout.setContentsMargins(24, 16, 24, 16)
        self._panes.setStretch(0, 0)
        self._panes.setStretch(1, 1)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.show_narrow(False)


def foot_of(*, go_on: str, note: str = "") -> Foot:
    """Return the foot; a note says why one cannot go on."""
    return Foot(
        actions=(
            FootAction(BACK, sentences.BACK),
            FootAction(GO_ON, go_on, kind="primary", is_enabled=not note),
        ),
        note=note,
    )
