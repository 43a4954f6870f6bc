"""How much was found on the discs, and behind a fold what could not be read."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout

from secondread_desktop.ui.sentences import check as sentences
from secondread_desktop.ui.widgets.banner import Banner
from secondread_desktop.ui.widgets.text import Action, column, holding, label

_FOLD_HEIGHT = 150


class FoundBanner(Banner):
    """The completeness sentence."""

    def __init__(self) -> None:
        super().__init__("ok")
        self._is_brief = self._has_findings = False
        self._more = Action(sentences.SHOW_FINDINGS, kind="link", icon=None)
        self._lines: QVBoxLayout = column(gap=8)
        self._fold = QScrollArea()
        self._fold.setWidgetResizable(True)
        self._fold.setFrameShape(QFrame.Shape.NoFrame)
        self._fold.setWidget(holding(self._lines))
        self._fold.setFixedHeight(_FOLD_HEIGHT)
        self._fold.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._fold.setAccessibleName(sentences.SHOW_FINDINGS)
        self._more.clicked.connect(lambda: self._open(self._fold.isHidden()))
        for part in (self._more, self._fold):
            part.hide()
            self.add_below(part)

    def show_found(self, kind: str, title: str, text: str, *, lines: Sequence[str]) -> None:
        """Say how much was found; `lines` are those of the fold."""
        self.speak(kind, title, text)
        while (item := self._lines.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        for line in lines:
            self._lines.addWidget(label(line, "plain-small"))
        self._lines.addStretch(1)
        self._has_findings = bool(lines)
        self.show_brief(self._is_brief)
        self._open(False)
        self._more.setVisible(bool(lines))

    def show_brief(self, is_brief: bool) -> None:
        """Leave out what the sentence means where there is little room, unless something could not be read."""
        self._is_brief = is_brief
        self._text.setVisible(bool(self._text.text()) and (self._has_findings or not is_brief))

    def _open(self, is_open: bool) -> None:
        self._fold.setVisible(is_open)
        self._more.say(sentences.HIDE_FINDINGS if is_open else sentences.SHOW_FINDINGS)
