"""The form itself: one column of sections, made for one programme."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QLabel, QVBoxLayout, QWidget

from secondread_desktop.ui.conduct.visit import Whose
from secondread_desktop.ui.screens.about_you_consents import ConsentCard
from secondread_desktop.ui.screens.about_you_fields import LAYOUT, all_fields
from secondread_desktop.ui.screens.about_you_reports import ReportList
from secondread_desktop.ui.screens.about_you_summary import Lead, Summary
from secondread_desktop.ui.sentences import about_you as said
from secondread_desktop.ui.widgets.fields import Field
from secondread_desktop.ui.widgets.flow import Flow
from secondread_desktop.ui.widgets.text import Action, Words, across, column, holding, label, turn
from secondread_shared.consent import ConsentKind
from secondread_shared.contract import Programme


class WhoseLine(QWidget):
    """Whose images these are, and how to change it."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._says = Words(role="muted")
        self._mine = Action("", kind="link")
        self._other = Action("", kind="link")
        self._mine.clicked.connect(lambda: self.chosen.emit(Whose.MINE))
        self._other.clicked.connect(lambda: self.chosen.emit(Whose.CARED_FOR))
        self.setLayout(Flow(self._says, self._mine, self._other, gap=4, line_gap=0))

    def show_whose(self, whose: Whose | None) -> None:
        """Show the answer that was given, or ask."""
        self._says.setText(said.WHOSE[whose])
        for button, its in ((self._mine, Whose.MINE), (self._other, Whose.CARED_FOR)):
            button.say(said.ANSWERS[its] if whose is None else said.CHANGE)
            if whose is not None:
                button.setAccessibleName(said.CHANGE_NAMES[whose])
            button.setVisible(its is not whose)


class Form(QWidget):
    """Every section. `moved_to` says which one the keyboard is in."""

    def __init__(self, programme: Programme) -> None:
        super().__init__()
        self.summary = Summary()
        self.whose = WhoseLine()
        self.fields = all_fields(programme)
        self.reports = ReportList()
        self.consents = [
            ConsentCard(text, programme.name, is_given=False)
            for text in programme.texts
            if text.kind is not ConsentKind.FEE  # it stands beside the amount, on Payment
        ]
        self.heads: dict[str, QLabel] = {}
        self._pairs: list[QBoxLayout] = []
        self._kept = label(said.EXPECT[0], "small")
        self._kept.hide()
        made = column(label(said.TITLE, "title"), self._kept, self.summary)
        self._add_fields(made)
        self._add_more(made)
        self._add_section(made, said.REPORTS)
        made.addWidget(self.reports)
        self._add_section(made, said.AGREE)
        made.addWidget(label(said.AGREE_LEAD, "muted"))
        for card in self.consents:
            made.addWidget(card)
        made.addStretch(1)
        self.setLayout(made)

    def titles(self) -> dict[str, str]:
        """Return the sections that there are, in order."""
        return {name: head.text() for name, head in self.heads.items()}

    def show_form(self, form: Mapping[str, str], whose: Whose | None) -> None:
        """Show what was typed before."""
        for field in self.fields.values():
            field.blockSignals(True)
            field.show_form(form)
            field.blockSignals(False)
        self.show_conditions(form, whose)

    def show_conditions(self, form: Mapping[str, str], whose: Whose | None) -> None:
        """Show the fields that depend on others."""
        self.whose.show_whose(whose)
        own = said.CARED_FOR_SECTIONS if whose is Whose.CARED_FOR else {}
        for name, head in self.heads.items():
            head.setText(own.get(name, said.SECTIONS[name]))
        self.fields["sender_name"].setVisible(whose is Whose.CARED_FOR)
        self.fields["subject_other"].setVisible("other" in form.get("subjects", "").split())

    def show_problems(
        self, sentences: Mapping[str, str], lines: Mapping[str, str], *, unticked: set[ConsentKind]
    ) -> None:
        """Say what is wrong beside the fields, and lead to them from the summary: `lines` names those it speaks of."""
        leads = []
        for name, field in self.fields.items():
            field.show_problem(sentences.get(name, ""))
            if name in lines:
                leads.append(Lead(lines[name], field.take_focus))
        if "relation" in lines:
            leads.insert(0, Lead(lines["relation"], self.whose.setFocus))
        for card in self.consents:
            card.show_problem(is_wrong=card.text.kind in unticked)
            if card.text.kind in unticked:
                leads.append(Lead(said.tick_line(card.text), card.take_focus))
        self.summary.show_leads(leads)

    def show_narrow(self, *, is_narrow: bool) -> None:
        """Put below each other what stands side by side; say here what the aside says elsewhere."""
        for pair in self._pairs:
            turn(pair, is_narrow=is_narrow)

    def show_alone(self, *, is_alone: bool) -> None:
        """Say here what the aside says where there is room for it."""
        self._kept.setVisible(is_alone)

    def _add_fields(self, made: QVBoxLayout) -> None:
        for section, rows in LAYOUT.items():
            head = self._add_section(made, section)
            if section == said.DETAILS:
                head.addStretch(1)
                head.addWidget(self.whose)
            for names in rows:
                self._add_row(made, [self.fields[name] for name in names])

    def _add_row(self, made: QVBoxLayout, fields: list[Field]) -> None:
        if len(fields) == 1:
            made.addWidget(fields[0])
            return
        pair = across(*fields)
        self._pairs.append(pair)
        made.addLayout(pair)

    def _add_more(self, made: QVBoxLayout) -> None:
        own = [field for name, field in self.fields.items() if name.startswith("answers.")]
        if own:
            self._add_section(made, said.MORE)
            for field in own:
                made.addWidget(field)

    def _add_section(self, made: QVBoxLayout, name: str) -> QBoxLayout:
        head = label(said.SECTIONS[name], "section", wraps=False)
        self.heads[name] = head
        line = across(head, gap=16, share=0)
        line.setContentsMargins(0, 16 if len(self.heads) > 1 else 8, 0, 0)
        if name == said.DETAILS:
            self._pairs.append(line)
        made.addWidget(holding_line(line))
        return line


def holding_line(line: QBoxLayout) -> QWidget:
    """Return a widget around a line that keeps its margins."""
    edges = line.contentsMargins()
    made = holding(line)
    line.setContentsMargins(edges)
    return made
