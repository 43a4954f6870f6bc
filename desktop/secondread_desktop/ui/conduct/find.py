"""Conducts Find images: reads each place in the background, and makes one catalogue of all of them."""

import os
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import PurePath

from PySide6.QtCore import QTimer, Signal

from secondread_desktop.core.catalogue import Catalogue
from secondread_desktop.core.drives import Drive, drive_of, taken_out
from secondread_desktop.core.events import Event, ExamsSeen
from secondread_desktop.core.finding_codes import trouble_count
from secondread_desktop.core.hospital_letter import missing_in
from secondread_desktop.core.journey import Move, Step
from secondread_desktop.core.nothing_found import WANT_PASSWORD, nothing_in, of_unlisted
from secondread_desktop.core.programme_address import is_same_programme
from secondread_desktop.core.safe_paths import shown
from secondread_desktop.errors import DiscUnreadable, Interrupted
from secondread_desktop.services.case_desk import CaseDesk
from secondread_desktop.services.onlooker import exams_of
from secondread_desktop.ui.conduct.conduct import Conduct
from secondread_desktop.ui.conduct.joining import Joining
from secondread_desktop.ui.conduct.place_letter import PlaceLetter
from secondread_desktop.ui.conduct.visit import Visit
from secondread_desktop.ui.screens.find import FindScreen
from secondread_desktop.ui.sentences import find as sentences
from secondread_desktop.ui.sentences.troubles import trouble_of
from secondread_desktop.ui.task_runner import Progress, Task, TaskRunner
from secondread_desktop.ui.widgets.place_card import PlaceCard

_LOOK_MS = 2000
_STOP_MS = 400
_NOTHING_YET = ExamsSeen(files=0, exams=())


@dataclass(slots=True)
class _Place:
    root: str
    name: str
    card: PlaceCard
    letter: PlaceLetter
    label: str = ""  # of the disc in the drive when it was added: another one may come into the same drive
    task: Task | None = None
    catalogue: Catalogue | None = None
    seen: ExamsSeen = _NOTHING_YET
    was_tried: bool = False  # a password was typed for it


class FindConduct(Conduct):
    """The first step. `sources` are read at once when the step is first reached."""

    step = Step.FIND
    screen: FindScreen
    read_again = Signal()  # the sources that the visit came with are read: the visit holds its catalogue
    elsewhere = Signal(str)  # the case to go on with is another programme's, at this address

    def __init__(
        self,
        desk: CaseDesk,
        runner: TaskRunner,
        *,
        sources: Sequence[str] = (),
        discs: Callable[[], tuple[Drive, ...]] | None = None,
    ) -> None:
        super().__init__(desk, runner)
        self.screen = FindScreen()
        self._visit = Visit()
        self._joining = Joining(desk, runner)
        self._joining.joined.connect(self._judge)
        self._places: list[_Place] = []
        self._sources = tuple(sources)
        self._is_returning = False
        self._discs = discs or desk.drives.now
        self._look = QTimer(self)
        self._look.setInterval(_LOOK_MS)
        self._look.timeout.connect(self._look_for_discs)
        self.screen.chosen.connect(self._add)
        self.screen.resumed.connect(self._resume)
        self.screen.gone_on.connect(self._go_on)

    def enter(self, visit: Visit) -> None:
        """Show what was found so far, what waits to be sent, and the discs in the drives."""
        if visit is not self._visit:
            self._clear()
            self._is_returning = bool(visit.roots) and visit.catalogue is None
        self._visit = visit
        for root in visit.roots or self._sources:
            if all(place.root != root for place in self._places):
                self._add(root)
        self._sources = ()
        self.screen.say(None)
        self.screen.show_pending(
            [
                (one.case, sentences.resume_text(one.case_number or "", self._desk.image_count(one.case)))
                for one in self._desk.pending()
            ]
        )
        self._look_for_discs()
        self._look.start()
        self._judge()

    def leave(self) -> None:
        """Stop reading."""
        self._look.stop()
        for place in self._places:
            if place.task is not None:
                place.task.stop()

    def _add(self, path: str) -> None:
        root = os.path.abspath(path)  # noqa: PTH100 - Path.resolve would follow links to where the person never was
        label = next((drive.label for drive in self._discs() if drive.root == root), "")
        name = shown((label or PurePath(root).name or root,))
        if self._has(root, label):
            self.screen.say(sentences.same_place(name))
            return
        self.screen.say(None)
        card = self.screen.add_place(name, root)
        letter = PlaceLetter(card.letter, name, today=self._desk.today)
        place = _Place(root, name, card, letter, label)
        place.card.stopped.connect(partial(self._stop, place))
        place.card.removed.connect(partial(self._remove, place))
        place.card.again.connect(partial(self._read, place))
        place.card.unlocked.connect(partial(self._unlock, place))
        place.card.ejected.connect(partial(self._eject, place))
        self._places.append(place)
        self._read(place)
        self._look_for_discs()

    def _has(self, root: str, label: str) -> bool:
        return any((place.root, place.label) == (root, label) for place in self._places)

    def _read(self, place: _Place) -> None:
        if place.task is not None:
            return
        self._visit.catalogue = None
        place.catalogue = None
        place.seen = _NOTHING_YET
        place.letter.withdraw()
        place.card.reading((), files=0)

        def scan(tell: Progress, cancel: threading.Event) -> Catalogue:
            self._desk.pictures.prepare()  # what draws starts meanwhile: the first picture is soon there
            return self._desk.scan([place.root], tell=tell, cancel=cancel)

        place.task = self._runner.start(
            scan,
            done=partial(self._keep, place),
            failed=partial(self._miss, place),
            progress=partial(self._hear, place),
        )
        self._judge()

    def _hear(self, place: _Place, event: Event) -> None:
        if isinstance(event, ExamsSeen):
            place.seen = event
            place.card.reading(event.exams, files=event.files)

    def _keep(self, place: _Place, catalogue: Catalogue) -> None:
        place.task = None
        if catalogue.instances:
            place.catalogue = catalogue
            troubles = trouble_count(finding.code for finding in catalogue.findings)
            place.card.read(exams_of(catalogue), problems=troubles)
        nothing = nothing_in(catalogue)
        if nothing is not None:  # reports alone can be sent, and are no images
            place.card.say_instead(nothing, catalogue)
        if any(finding.code in WANT_PASSWORD for finding in catalogue.findings):
            place.card.ask_password(is_wrong=place.was_tried)
        place.letter.about(catalogue, missing_in(catalogue), help_line=self._help_line())
        self._judge()

    def _unlock(self, place: _Place, password: str) -> None:
        self._desk.passwords.add([password])
        place.was_tried = True
        self._read(place)

    def _eject(self, place: _Place) -> None:
        """Let the medium of a place without images go, and take it off the list."""
        drive = drive_of(place.root, taken_out(self._discs()))
        if drive is None or place.task is not None:
            self._look_for_discs()
            return

        def eject(_tell: Progress, _cancel: threading.Event) -> None:
            self._desk.drives.eject(drive)

        place.task = self._runner.start(eject, done=partial(self._let_go, place), failed=partial(self._miss, place))

    def _let_go(self, place: _Place, _nothing: None) -> None:
        place.task = None
        if place in self._places:
            self._remove(place)
            self.screen.say(sentences.EJECTED)

    def _miss(self, place: _Place, error: Exception) -> None:
        place.task = None
        place.card.unread(sentences.STOPPED if type(error) is Interrupted else trouble_of(error))
        is_there = os.path.exists(place.root)  # noqa: PTH110 - Path.exists raises what a broken disc answers
        if isinstance(error, DiscUnreadable) and is_there and not place.seen.files:
            place.letter.about(of_unlisted(place.name), help_line=self._help_line())
        self._judge()

    def _stop(self, place: _Place) -> None:
        if place.task is not None:
            place.task.stop()
            QTimer.singleShot(_STOP_MS, self, partial(self._give_up, place, place.task))

    def _give_up(self, place: _Place, task: Task) -> None:
        """Wait no longer for a disc that does not answer: what it still says is heard by nobody."""
        if place.task is task:
            task.abandon()
            self._miss(place, Interrupted())

    def _remove(self, place: _Place) -> None:
        self._visit.catalogue = None
        self._places.remove(place)
        self.screen.remove_place(place.card)
        self._look_for_discs()
        self._judge()

    def _clear(self) -> None:
        for place in self._places:
            if place.task is not None:
                place.task.abandon()
            self.screen.remove_place(place.card)
        self._places = []

    def _judge(self) -> None:
        """Say whether there is a way on."""
        is_reading = any(place.task is not None for place in self._places)
        has_images = any(place.catalogue is not None for place in self._places)
        is_joining = has_images and not is_reading and self._joining.whole(self._found()) is None
        note = sentences.NOTE_READING if is_reading or is_joining else "" if has_images else sentences.NOTE_NOTHING
        self.screen.allow(can_go_on=has_images and not note, note=note)
        if self._is_returning and not is_reading and not is_joining and self._hand_over() == self._visit.roots:
            self._is_returning = False
            self.read_again.emit()

    def _help_line(self) -> str:
        return self._visit.programme.help_line if self._visit.programme else ""

    def _look_for_discs(self) -> None:
        drives = taken_out(self._discs())
        self.screen.show_drives(tuple(drive for drive in drives if not self._has(drive.root, drive.label)))
        for place in self._places:
            place.card.allow_eject(can_eject=drive_of(place.root, drives) is not None)

    def _resume(self, case: str) -> None:
        """Go on with a case, under the name of the programme that it is for."""
        receiver = next((one.receiver for one in self._desk.pending() if one.case == case), self._visit.receiver)
        if not is_same_programme(receiver, self._visit.receiver):
            self.elsewhere.emit(receiver)
            return
        self._visit.case = case
        self.moved.emit(Move.RESUMED)

    def _go_on(self) -> None:
        roots, before = self._hand_over(), self._visit.roots
        if roots[: len(before)] != before:  # the discs have other numbers now
            self._visit.ticked = frozenset()
        self._visit.roots = roots
        self.changed.emit()
        self.moved.emit(Move.IMAGES_FOUND)

    def _hand_over(self) -> tuple[str, ...]:
        """Make one catalogue of every place that holds images, and return their roots."""
        found = self._found()
        if found and self._visit.catalogue is None:
            self._visit.catalogue = self._joining.whole(found)
        return tuple(root for root, _ in found)

    def _found(self) -> list[tuple[str, Catalogue]]:
        return [(place.root, place.catalogue) for place in self._places if place.catalogue is not None]
