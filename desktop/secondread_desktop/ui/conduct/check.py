"""Conducts Check: asks whose images these are, keeps the ticks, and lets one person's images on."""

from secondread_desktop.core.catalogue import Catalogue, FoundFile
from secondread_desktop.core.exam_tree import Person, people_of
from secondread_desktop.core.journey import Move, Step
from secondread_desktop.core.ticks import Files, first_ticks, image_count, kept, owners, tick_of, toggled
from secondread_desktop.services.case_desk import CaseDesk
from secondread_desktop.ui.conduct.conduct import Conduct
from secondread_desktop.ui.conduct.exam_rows import ExamRows, rows_of
from secondread_desktop.ui.conduct.found_words import found_words
from secondread_desktop.ui.conduct.looking import Looking
from secondread_desktop.ui.conduct.previews import Previews
from secondread_desktop.ui.conduct.visit import Visit, Whose
from secondread_desktop.ui.conduct.whose_question import (
    ANOTHER,
    INSTEAD,
    NO,
    OTHERS,
    PERSON,
    SAME,
    STAY,
    WhoseState,
    foot,
    question,
)
from secondread_desktop.ui.screens.check import BACK, GO_ON, CheckScreen
from secondread_desktop.ui.sentences import check as sentences
from secondread_desktop.ui.task_runner import TaskRunner

_NOBODY: Files = frozenset()


class CheckConduct(Conduct):
    """The second step."""

    step = Step.CHECK

    def __init__(self, desk: CaseDesk, runner: TaskRunner) -> None:
        super().__init__(desk, runner)
        self.screen: CheckScreen = CheckScreen()
        self._looking = Looking(self.screen, Previews(desk.pictures, runner))
        self._visit = Visit()
        self._catalogue: Catalogue | None = None
        self._people: tuple[Person, ...] = ()
        self._rows = ExamRows()
        self._answered_for: frozenset[tuple[str, str]] = frozenset()
        self._asked_for: tuple[Person, Files] | None = None
        self._is_refused = False
        self.screen.exams.ticked.connect(self._tick)
        self.screen.exams.looked_at.connect(self._look_at)
        self.screen.banner.answered.connect(self._answer)
        self.screen.acted.connect(self._act)

    def enter(self, visit: Visit) -> None:
        """Show what was found; ticks and the answer stay as they were, as far as the discs are the same."""
        if visit is not self._visit:
            self._catalogue, self._answered_for = None, frozenset()
        known, self._visit = self._catalogue, visit
        self._catalogue = visit.catalogue or Catalogue()
        self._asked_for, self._is_refused = None, False
        if self._catalogue is not known:
            self._people = people_of(self._catalogue)
            self._rows = rows_of(self._people, self._catalogue)
            ticked = self._ticks_to_begin(known)
            self._show_tree()
            self._keep(ticked)
        self._refresh()
        self._looking.open(visit.roots, self._rows.targets)
        if self._rows.first:
            self.screen.exams.look_at(self._rows.first)
            self._look_at(self._rows.first)

    def leave(self) -> None:
        """Let go of the images; everything said is in the visit."""
        self._looking.leave()

    def _ticks_to_begin(self, known: Catalogue | None) -> Files:
        """Return the ticks of before where they mean something; an added disc brings its own if of the same person."""
        assert self._catalogue is not None
        everything: list[FoundFile] = [item.file for item in self._catalogue.found]
        old = kept(self._visit.ticked, self._catalogue, seen=everything) if self._visit.ticked else frozenset()
        if not old:
            if not self._answered_for:  # whatever was answered was about other images
                self._visit.whose = self._visit.because = None
            return first_ticks(self._catalogue, self._people)
        if known is None:
            return old
        more = kept(old, self._catalogue, seen=[item.file for item in known.found])
        return more if len(owners(self._people, more)) <= len(owners(self._people, old)) else old

    def _show_tree(self) -> None:
        assert self._catalogue is not None
        said = found_words(self._catalogue, sum(len(person.exams) for person in self._people))
        self.screen.exams.show_rows(self._rows.rows)
        self.screen.found.show_found(said.kind, said.title, said.text, lines=said.lines)

    def _tick(self, key: str) -> None:
        """Press a box; one of another person asks first."""
        files, person = self._rows.files[key], self._rows.people.get(key)
        wanted = toggled(files, self._visit.ticked)
        self._is_refused = False
        self._asked_for = None
        present = owners(self._people, self._visit.ticked)
        if person is not None and present and person not in present and files & wanted:
            self._asked_for = (person, files)
            self.screen.exams.look_at(key)
        else:
            self._keep(wanted)
        self._refresh()

    def _answer(self, word: str) -> None:
        if word == OTHERS:
            self.moved.emit(Move.BACK_TO_FIND)
            return
        self._take(word)
        self._asked_for = None
        self._is_refused = word == NO
        self._refresh()

    def _take(self, word: str) -> None:
        """Do what an answer says about ticks and about whose they are."""
        ticked = self._visit.ticked
        if word in (Whose.MINE, Whose.CARED_FOR):
            self._visit.whose = Whose(word)
            self.changed.emit()
        elif word.startswith(PERSON):
            self._keep(self._people[int(word.removeprefix(PERSON))].files)
        elif word == INSTEAD and self._asked_for is not None:
            self._keep(self._asked_for[1])
        elif word == SAME and self._asked_for is not None:
            self._keep(ticked | self._asked_for[1])
        elif word in (NO, ANOTHER):
            self._visit.whose = None
            self._keep(_NOBODY if len(self._people) > 1 else ticked)
        elif word == STAY:
            self._asked_for = None

    def _keep(self, ticked: Files) -> None:
        """Keep the ticks; when they are another person's, the question is asked anew."""
        self._visit.ticked = ticked
        now = frozenset(person.key for person in owners(self._people, ticked))
        if now and now != self._answered_for:
            if self._answered_for:
                self._visit.whose = self._visit.because = None
            self._answered_for = now
        self.changed.emit()

    def _state(self) -> WhoseState:
        chosen = owners(self._people, self._visit.ticked) or (self._people if len(self._people) == 1 else ())
        return WhoseState(
            people=self._people,
            chosen=chosen,
            whose=self._visit.whose,
            image_count=image_count(self._people, self._visit.ticked),
            is_refused=self._is_refused,
            asked_for=self._asked_for[0] if self._asked_for else None,
            discs=self._catalogue.source_count if self._catalogue else 1,
        )

    def _refresh(self) -> None:
        state = self._state()
        ticks = {key: tick_of(files, self._visit.ticked) for key, files in self._rows.files.items()}
        self.screen.exams.show_ticks(ticks)
        self.screen.banner.ask(question(state))
        self.screen.show_foot(foot(state))
        key = self.screen.exams.current_key()
        if key:
            self._look_at(key)

    def _look_at(self, key: str) -> None:
        person = self._rows.people.get(key)
        is_in_doubt = person is not None and len(self._people) > 1 and person not in self._state().chosen
        warning = sentences.whole_name(person.name, person.birth_date) if person and is_in_doubt else ""
        self._looking.look_at(key, warning=warning)

    def _act(self, action: str) -> None:
        if action == BACK:
            self.moved.emit(Move.BACK_TO_FIND)
        elif action == GO_ON and not foot(self._state()).note:
            self.moved.emit(Move.IMAGES_CHECKED)
