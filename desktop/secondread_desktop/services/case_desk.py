"""The case desk: everything the window asks for, as plain calls that may take long and can be stopped.

Those that take `tell` and `cancel` may be run by any thread. A call that was stopped raises `Interrupted`.
"""

import datetime
import threading
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from secondread_desktop.core.catalogue import Catalogue, FoundFile, together
from secondread_desktop.core.completeness import completeness_of
from secondread_desktop.core.events import Event, Tell
from secondread_desktop.core.selection import Wanted
from secondread_desktop.core.submission import Outcome, Source, Submission
from secondread_desktop.errors import CaseUnknownHere, Interrupted, StateUnusable
from secondread_desktop.services.cancel import cancel as cancel_case
from secondread_desktop.services.collaborators import Collaborators
from secondread_desktop.services.duplicates import without_copies
from secondread_desktop.services.kept_cases import KeptCases
from secondread_desktop.services.onlooker import Onlooker
from secondread_desktop.services.papers import Papers
from secondread_desktop.services.parts import Parts, State
from secondread_desktop.services.pictures import Pictures
from secondread_desktop.services.prepare import Request, prepare
from secondread_desktop.services.programmes import Programmes, StoppableClock, stoppable_patience
from secondread_desktop.services.scan import scan
from secondread_desktop.services.slow_reading import SlowReading
from secondread_desktop.services.submit import submit
from secondread_shared.contract import Programme, PutIntake, Receipt
from secondread_shared.manifest import ItemKind

SENDING_PATIENCE_S = 7 * 24 * 3600.0  # the window goes on by itself, over nights and dead lines
ASKING_PATIENCE_S = 20.0


@dataclass(frozen=True, slots=True)
class Asked:
    """What a person asked to send. `roots` and `documents` are absolute paths; `because` is why these are theirs."""

    receiver: str
    roots: tuple[str, ...]
    files: frozenset[FoundFile]
    message: PutIntake = field(repr=False)
    documents: tuple[str, ...] = ()
    because: str | None = field(default=None, repr=False)
    key: str = ""  # the visit's: a draft whose key the outbox knows has become a case


class CaseDesk:
    """The use cases over one open state folder."""

    def __init__(
        self, parts: Parts, state: State, *, folder: Path, asking_patience_s: float = ASKING_PATIENCE_S
    ) -> None:
        self.programmes = Programmes(parts, folder)
        self._parts = parts
        self._state = state
        self._asking_patience_s = asking_patience_s
        self.papers = Papers(parts, state)
        self.kept = KeptCases(parts, state)
        self.drives = parts.drives()
        self.passwords = parts.passwords
        self.pictures = Pictures(parts.medium, parts.frames)

    def today(self) -> datetime.date:
        """Return the date where the person sits."""
        return self._parts.today()

    def now(self) -> datetime.datetime:
        """Return what the clock on the wall says."""
        return self._parts.now()

    def now_s(self) -> float:
        """Return monotonic seconds."""
        return self._parts.clock.now_s()

    def pending(self) -> list[Submission]:
        """Return the submissions that are not ended, oldest first."""
        return self._state.outbox.pending()

    def image_count(self, case: str) -> int:
        """Return how many images a pending case carries."""
        stock = self._state.stock(case)
        planned = [*stock.unstaged(), *(entry.planned for entry in stock.staged())]
        return sum(entry.kind is ItemKind.INSTANCE for entry in planned)

    def scan(self, roots: Sequence[str], *, tell: Tell, cancel: threading.Event) -> Catalogue:
        """Return what is on the discs or in the folders; tell the exams as they are seen."""
        media = [self._parts.medium(root, number) for number, root in enumerate(roots, start=1)]
        onlooker = Onlooker(self._parts.contents(), tell, clock=self._parts.clock)
        slowly = SlowReading(self._parts.clock, cancel)
        catalogue = scan(media, contents=onlooker, tell=tell, cancel=cancel, slowly=slowly)
        completeness_of(catalogue)  # here, where nobody waits: the catalogue remembers it
        return catalogue

    def join(self, roots: Sequence[str], catalogues: Sequence[Catalogue], *, cancel: threading.Event) -> Catalogue:
        """Make one catalogue of the discs at `roots`, without what lies on two of them."""
        joined = together(catalogues)
        if len(set(roots)) == len(roots):  # of two discs of one drive only one can be asked
            media = {number: self._parts.medium(root, number) for number, root in enumerate(roots, start=1)}
            joined = without_copies(joined, media, cancel=cancel)
        completeness_of(joined)
        return joined

    def begin(self, asked: Asked, catalogue: Catalogue, *, programme: Programme, tell: Tell) -> str:
        """Check, choose, plan and keep the plan, which ends the draft; return the case. Nothing is sent yet."""
        request = self._request(asked)
        plan = prepare(request, catalogue, programme=programme, new_case_id=self._parts.new_case_id, tell=tell)
        self._state.credentials.save(plan.submission.case, self._parts.new_token())
        self._state.credentials.save_passwords(plan.submission.case, self.passwords.used(request.roots))
        self._state.outbox.plan(plan)
        with suppress(StateUnusable):  # the next opening finds the key in the outbox, and discards it then
            self.papers.discard()
        return plan.submission.case

    def carry(self, case: str, part_agreed: int, *, tell: Tell, cancel: threading.Event) -> Outcome:
        """Carry a case on until it is verified, from wherever it stands."""
        self.passwords.add(self._state.credentials.passwords(case))
        work = self._work(SENDING_PATIENCE_S, part_agreed=part_agreed, tell=tell, cancel=cancel)
        return submit(case, work=work)

    def receipt(self, case: str, *, tell: Tell, cancel: threading.Event) -> Receipt:
        """Ask for the receipt of a case that has arrived."""
        submission, token = self._state.outbox.find(case=case), self._state.credentials.read(case)
        if submission is None or token is None:
            raise CaseUnknownHere
        api = self._parts.connect(submission.receiver, token).api
        return stoppable_patience(self._parts, self._asking_patience_s, tell=tell, cancel=cancel).insist(
            lambda: api.receipt(case)
        )

    def cancel(self, case: str, *, tell: Tell, cancel: threading.Event) -> str:
        """Withdraw a case at the programme, and forget it here."""
        return cancel_case(case, work=self._work(self._asking_patience_s, part_agreed=0, tell=tell, cancel=cancel))

    def _request(self, asked: Asked) -> Request:
        sources = tuple(Source(number, root) for number, root in enumerate(asked.roots, start=1))
        documents = list(enumerate(asked.documents, start=len(sources) + 1))
        return Request(
            receiver=asked.receiver,
            key=asked.key or self._parts.new_case_id(),
            sources=sources,
            message=asked.message,
            attached=tuple(self._parts.named_document(path, number) for number, path in documents),
            attached_sources=tuple(Source(number, str(Path(path).parent)) for number, path in documents),
            wanted=Wanted(files=asked.files),
            identity_confirmed=asked.because,
        )

    def _work(self, patience_s: float, *, part_agreed: int, tell: Tell, cancel: threading.Event) -> Collaborators:
        def tell_unless_stopped(event: Event) -> None:
            if cancel.is_set():
                raise Interrupted
            tell(event)

        return Collaborators(
            connect=self._parts.connect,
            outbox=self._state.outbox,
            stock=self._state.stock,
            staging=self._state.staging,
            credentials=self._state.credentials,
            medium=self._parts.medium,
            contents=self._parts.contents(),
            clock=StoppableClock(self._parts.clock, cancel),
            jitter=self._parts.jitter,
            cancel=cancel,
            tell=tell_unless_stopped,
            patience_s=patience_s,
            part_agreed=part_agreed,
        )
