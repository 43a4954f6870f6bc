"""The stop: what the images say beside what was typed, and the ways out of it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QGridLayout, QLabel, QWidget

from secondread_desktop.core.identity_stop import Compared, Reason, distinct, is_reason_enough, sexes
from secondread_desktop.ui import words
from secondread_desktop.ui.sentences import identity_stop as said
from secondread_desktop.ui.sentences.about_you import SEXES
from secondread_desktop.ui.widgets.banner import Banner
from secondread_desktop.ui.widgets.choice_dot import ChoiceDot
from secondread_desktop.ui.widgets.fields import LinesField
from secondread_desktop.ui.widgets.foot import Foot, FootAction
from secondread_desktop.ui.widgets.icons import Icon
from secondread_desktop.ui.widgets.text import Action, boxed, column, holding, label, row, rule
from secondread_shared.intake import Sex

CORRECT, OTHER_IMAGES, OTHER_DISC, SAME = "correct", "other_images", "other_disc", "same"


class IdentityPage(QWidget):
    """Emits the way that a person takes; `reason` holds why it is the same person."""

    changed = Signal()
    acted = Signal(str)

    def __init__(self, compares: Compared) -> None:
        super().__init__()
        self._compares = compares
        self._choices: list[ChoiceDot] = []
        self._group = QButtonGroup(self)
        self._written = LinesField("because", said.WRITE, hint=self._hint(), lines=2)
        self._written.edited.connect(lambda _name, _text: self.changed.emit())
        banner = Banner("warn")
        banner.speak("warn", said.title(compares), said.text(compares))
        self.correct = self._way(said.CORRECT, CORRECT)
        made = column(label(said.TITLE, "title"), banner, self._table(), label(said.WHAT_NOW, "section"))
        made.addWidget(self._ways())
        if compares.reason is not Reason.NONE:
            made.addWidget(self._same())
        made.addStretch(1)
        self.setLayout(made)

    def reason(self) -> str:
        """Return why it is the same person, as far as it is said, as it goes on record."""
        chosen = next((dot.text() for dot in self._choices if dot.isChecked()), "")
        if self._choices and chosen != said.OTHER_REASON:
            return said.ON_RECORD.get(chosen, "")
        return self._written.box.toPlainText().strip()

    def foot(self) -> Foot:
        """Return the way back, and the way on that needs a reason first."""
        back = FootAction(CORRECT, words.BACK)
        if self._compares.reason is Reason.NONE:
            return Foot((back, FootAction(OTHER_IMAGES, said.NOT_MINE, kind="primary")))
        is_said = is_reason_enough(self._compares.reason, self.reason())
        note = "" if is_said else said.FIRST_WRITE if self._is_writing() else said.FIRST_CHOOSE
        return Foot((back, FootAction(SAME, said.GO_ON, kind="primary", is_enabled=is_said)), note=note)

    def first_focus(self) -> QWidget:
        """Begin at the way out that is most often right."""
        return self.correct

    def _hint(self) -> str:
        return said.write_hint() if self._compares.reason is Reason.WRITTEN else ""

    def _is_writing(self) -> bool:
        return not self._choices or self._choices[-1].isChecked()

    def _way(self, words_of_it: str, action: str) -> Action:
        button = Action(words_of_it)
        button.clicked.connect(lambda: self.acted.emit(action))
        return button

    def _ways(self) -> QFrame:
        other = column(gap=8)
        if self._compares.reason is not Reason.NONE:  # else it is the primary action
            other.addLayout(row(self._way(said.NOT_MINE, OTHER_IMAGES), None))
        other.addLayout(row(self._way(said.OTHER_DISC, OTHER_DISC), None))
        return boxed(
            column(
                column(label(said.CORRECT_TEXT), row(self.correct, None), gap=8),
                rule(),
                column(label(said.NOT_MINE_TEXT), other, gap=8),
            )
        )

    def _same(self) -> QFrame:
        is_chosen = self._compares.reason is Reason.CHOSEN
        made = column(label(said.SAME, "strong"), label(said.SAME_TEXT if is_chosen else said.WRITE_DATE), gap=8)
        if is_chosen:
            dots = column(gap=0)
            for words_of_it in (*said.reasons(self._compares), said.OTHER_REASON):
                dot = ChoiceDot(words_of_it)
                self._choices.append(dot)
                self._group.addButton(dot)
                dot.toggled.connect(self._choose)
                dots.addWidget(dot)
            made.addWidget(holding(dots))
            self._written.hide()
        made.addWidget(self._written)
        return boxed(made)

    def _choose(self, _is_on: bool) -> None:
        self._written.setVisible(self._is_writing())
        self.changed.emit()

    def _table(self) -> QFrame:
        people, intake = distinct(self._compares.people), self._compares.intake
        typed = (f"{intake.first_name} {intake.last_name}".strip(), words.date_in_words(intake.birth_date))
        names = [words.name_in_words(name) if name else said.NONE_THERE for name, _ in people]
        dates = [words.date_in_words(date) if date else said.NONE_THERE for _, date in people]
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(12)
        for place, head in enumerate(("", said.IN_THE_IMAGES, said.YOU_TYPED)):
            grid.addWidget(label(head, "muted", wraps=False), 0, place)
        grid.addWidget(rule(), 1, 0, 1, 3)
        self._fill(grid, 2, cells=(said.NAME, names, typed[0]), is_other=self._compares.has_other_name)
        grid.addWidget(rule(), 3, 0, 1, 3)
        self._fill(grid, 4, cells=(said.BIRTH_DATE, dates, typed[1]), is_other=self._compares.has_other_birth_date)
        if self._compares.has_other_sex:
            found = [said.sex_in_words(code) for code in sexes(self._compares.people)]
            grid.addWidget(rule(), 5, 0, 1, 3)
            self._fill(grid, 6, cells=(said.SEX, found, SEXES[Sex(intake.sex)]), is_other=True)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(2, 1)
        return boxed(grid)

    def _fill(self, grid: QGridLayout, at: int, *, cells: tuple[str, Sequence[str], str], is_other: bool) -> None:
        """Write one row; a difference is told by icon and word, not by colour alone."""
        head, found, typed = cells
        heading = column(label(head, "muted", wraps=False), gap=0)
        if is_other:
            heading.addLayout(
                row(Icon("warn", colour="warn", size=16), label(said.DIFFERS, "small", wraps=False), None, gap=4)
            )
        grid.addLayout(heading, at, 0, Qt.AlignmentFlag.AlignTop)
        role = "strong" if is_other else "body"
        for place, text in ((1, "\n".join(dict.fromkeys(found))), (2, typed)):
            cell: QLabel = label(text, role)
            cell.setAccessibleName(f"{head}, {(said.IN_THE_IMAGES, said.YOU_TYPED)[place - 1]}: {text}")
            grid.addWidget(cell, at, place, Qt.AlignmentFlag.AlignTop)
