"""Conducts About you: keeps what is typed, says what is wrong once a field is left, and stops over a difference."""

from secondread_desktop.core.identity_stop import Compared
from secondread_desktop.core.intake_form import DAY, MONTH, YEAR
from secondread_desktop.core.journey import Move, Step
from secondread_desktop.services.case_desk import CaseDesk
from secondread_desktop.ui.conduct.conduct import Conduct
from secondread_desktop.ui.conduct.reports import ChooseFiles, Reports, ask_for_files
from secondread_desktop.ui.conduct.told import comparison, lacking, problems_in
from secondread_desktop.ui.conduct.visit import Visit, Whose
from secondread_desktop.ui.screens import identity_stop as stop
from secondread_desktop.ui.screens.about_you import GO_BACK, GO_ON, AboutYouScreen
from secondread_desktop.ui.sentences import about_you as said
from secondread_desktop.ui.sentences import identity_stop as stop_said
from secondread_desktop.ui.task_runner import TaskRunner
from secondread_shared.consent import Consent, ConsentKind, ConsentText

_COMPARED = frozenset({"first_name", "last_name", DAY, MONTH, YEAR, "sex"})


class AboutYouConduct(Conduct):
    """The third step. `choose_files` opens the system's window for choosing."""

    step = Step.ABOUT_YOU

    def __init__(self, desk: CaseDesk, runner: TaskRunner, *, choose_files: ChooseFiles = ask_for_files) -> None:
        super().__init__(desk, runner)
        self.about = AboutYouScreen()
        self.screen = self.about
        self._visit = Visit()
        self._left: set[str] = set()
        self._has_gone_on = False
        self._reports = Reports(desk.papers, runner, choose=choose_files)
        self._reports.changed.connect(self.changed)
        screen = self.about
        screen.edited.connect(self._edit)
        screen.left.connect(self._leave_field)
        screen.whose_chosen.connect(self._choose_whose)
        screen.consented.connect(self._consent)
        screen.files_given.connect(self._reports.add)
        screen.choose_wanted.connect(self._reports.choose)
        screen.report_removed.connect(self._reports.remove)
        screen.acted.connect(self._act)

    def enter(self, visit: Visit) -> None:
        """Show the form; what was wrong is told anew only after the person has gone on."""
        self._visit = visit
        self._left, self._has_gone_on = set(), False
        self.about.show_visit(visit)
        assert self.about.form is not None
        self._reports.enter(visit, self.about.form.reports)
        self._tell()

    def leave(self) -> None:
        """Stop looking at files; everything typed is in the visit."""
        self._reports.leave()

    def show_kept(self, *, is_kept: bool) -> None:
        """Say whether what is written is kept on this computer."""
        self.about.aside.show_kept(is_kept=is_kept)

    def _edit(self, name: str, text: str) -> None:
        self._visit.form[name] = text
        if name in _COMPARED:
            self._doubt()
        if name == "subjects":
            self.about.show_conditions(self._visit)
        self.changed.emit()

    def _doubt(self) -> None:
        """Forget why these are the person's images: it was said about something else."""
        self._visit.because, self._visit.because_of = None, ""

    def _leave_field(self, name: str) -> None:
        self._left.add(name)
        self._tell()

    def _choose_whose(self, whose: Whose) -> None:
        self._visit.whose = whose
        self.about.show_conditions(self._visit)
        self._tell()
        self.changed.emit()

    def _consent(self, text: ConsentText, is_on: bool) -> None:
        others = tuple(consent for consent in self._visit.consents if consent.kind is not text.kind)
        mine = (Consent(text.kind, text.version, accepted=True),) if is_on else ()
        self._visit.consents = others + mine
        self._tell()
        self.changed.emit()

    def _unticked(self) -> set[ConsentKind]:
        return set(lacking(self._visit)) - {ConsentKind.FEE}

    def _tell(self) -> None:
        """Say what is wrong: of fields that were left, and once the person went on of all of them."""
        if self.about.form is None:
            return
        problems = {problem.field: problem.code for problem in problems_in(self._visit, today=self._desk.today())}
        told = {
            name: code
            for name, code in problems.items()
            if self._has_gone_on or (name in self._left and code != "missing")
        }
        typed = {name: self._visit.form.get(name, "") for name in told}
        self.about.form.show_problems(
            {name: said.sentence(name, code, typed[name]) for name, code in told.items()},
            {name: said.line(name, code, typed[name]) for name, code in told.items() if self._has_gone_on},
            unticked=self._unticked() if self._has_gone_on else set(),
        )

    def _act(self, action: str) -> None:
        match action:
            case _ if action == GO_BACK:
                self.moved.emit(Move.BACK_TO_CHECK)
            case _ if action == GO_ON:
                self._go_on()
            case stop.CORRECT:
                self._correct()
            case stop.OTHER_IMAGES:
                self._choose_others(Move.BACK_TO_CHECK)
            case stop.OTHER_DISC:
                self._choose_others(Move.BACK_TO_FIND)
            case stop.SAME:
                self._confirm()

    def _go_on(self) -> None:
        self._has_gone_on = True
        self._tell()
        if problems_in(self._visit, today=self._desk.today()) or self._unticked():
            self.about.show_summary()
            return
        compares = comparison(self._visit)
        if not compares.people:  # what was ticked is no longer on the disc
            self.moved.emit(Move.BACK_TO_CHECK)
            return
        is_said = bool(self._visit.because) and self._visit.because_of == compares.mark
        if compares.must_stop and not is_said:
            self._stop(compares)
        else:
            self._finish(compares)

    def _stop(self, compares: Compared) -> None:
        self._doubt()
        page = stop.IdentityPage(compares)
        page.acted.connect(self._act)
        self.about.show_stop(page)

    def _correct(self) -> None:
        compares = comparison(self._visit)
        self.about.show_form()
        assert self.about.form is not None
        self.about.form.fields[_first_wrong(compares)].take_focus()

    def _choose_others(self, move: Move) -> None:
        self._doubt()
        self.about.show_form()
        self.moved.emit(move)

    def _confirm(self) -> None:
        page, compares = self.about.identity, comparison(self._visit)
        if page is None:
            return
        self._visit.because, self._visit.because_of = page.reason(), compares.mark
        self.about.show_form()
        self._finish(compares)

    def _finish(self, compares: Compared) -> None:
        """Go on. Where everything agrees but the disc holds others too, that itself is the reason."""
        if not compares.must_stop:
            self._visit.because = stop_said.AGREES if compares.needs_reason else None
            self._visit.because_of = compares.mark if compares.needs_reason else ""
        self.changed.emit()
        self.moved.emit(Move.DETAILS_GIVEN)


def _first_wrong(compares: Compared) -> str:
    """Return the first field that is not as the images say."""
    if compares.has_other_name:
        return "first_name"
    if compares.has_other_birth_date:
        return "birth_date"
    return "sex" if compares.has_other_sex else "first_name"
