"""What the use cases need from outside. Each Protocol has an adapter, and a fake in `tests/support`."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from types import TracebackType
from typing import BinaryIO, Protocol, Self

from secondread_desktop.core.catalogue import Finding, FoundFile, Header
from secondread_desktop.core.dicomdir import IndexEntry
from secondread_desktop.core.look import Look
from secondread_desktop.core.submission import Outcome, Parcel, Plan, Planned, Source, Staged, Submission
from secondread_desktop.services.sorts import Sort
from secondread_shared.contract import (
    CaseView,
    CompleteCase,
    OpenCase,
    PaymentView,
    Programme,
    PutIntake,
    Receipt,
)
from secondread_shared.frames.picture import Picture
from secondread_shared.manifest import Manifest, SourceProblem


class Clock(Protocol):
    """Monotonic seconds, and a way to let them pass."""

    def now_s(self) -> float:
        """Return seconds since any fixed moment."""

    def sleep(self, seconds: float) -> None:
        """Return after `seconds`; `KeyboardInterrupt` may end it earlier."""


class Flag(Protocol):
    """Tells a worker to stop; `threading.Event` is one."""

    def is_set(self) -> bool:
        """Return whether to stop."""

    def set(self) -> None:
        """Ask to stop."""


@dataclass(frozen=True, slots=True)
class Examined:
    """What a look at a file's content gave. `problem` is a word of `ui.texts.FINDINGS`."""

    sort: Sort
    header: Header | None = None
    problem: str | None = None
    index: tuple[IndexEntry, ...] | None = None  # of a DICOMDIR that could be read


class Contents(Protocol):
    """Knows kinds of files by their content."""

    def examine(self, file: BinaryIO, *, size: int) -> Examined:
        """Look at an open file of `size` bytes. Lets `OSError` of the medium through, nothing else."""


class OpenFile(Protocol):
    """A file of a medium, open for reading, with what its system says of it now."""

    @property
    def stream(self) -> BinaryIO:
        """The bytes."""

    @property
    def size(self) -> int:
        """Bytes."""

    @property
    def mtime_ns(self) -> int:
        """The last change."""

    def __enter__(self) -> Self: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...


class Medium(Protocol):
    """A disc or folder, read in its own order."""

    def walk(self) -> Iterator[FoundFile | Finding]:
        """Yield its files. Raises `DiscUnreadable` if there is nothing to list."""

    def inside(self, archive: FoundFile, *, cancel: Flag | None = None) -> Iterator[FoundFile | Finding]:
        """Yield what is inside an archive, by names below its own. Raises `DiscUnreadable`, `Interrupted`."""

    def open(self, parts: tuple[str, ...]) -> OpenFile:
        """Open one of its files, also inside an archive. Raises `FileNotFoundError` or another `OSError`."""

    def is_present(self) -> bool:
        """Tell whether the medium itself is there."""


class Frames(Protocol):
    """Draws pictures of files where a hostile one can do no harm. One picture at a time."""

    def show(self, opened: OpenFile, look: Look, *, cancel: Flag) -> Picture:
        """Draw what `look` asks of an open file. Raises `FrameUnshowable`, `Interrupted`, `OSError` of the medium."""

    def prepare(self) -> None:
        """Make ready for the first picture; it may be asked for without."""

    def close(self) -> None:
        """Let go of what it holds; the next picture begins anew."""


class ReceiverApi(Protocol):
    """The receiver's API. Every call may raise any leaf of `errors` that its answer means; all are safe to repeat."""

    def programme(self) -> Programme:
        """GET the programme; needs no token."""

    def open_case(self, case: str, message: OpenCase) -> CaseView:
        """PUT the case."""

    def case(self, case: str) -> CaseView:
        """GET the case."""

    def put_intake(self, case: str, message: PutIntake) -> CaseView:
        """PUT intake and consents."""

    def ask_payment(self, case: str) -> PaymentView:
        """PUT the payment: create it, or return the one that is there."""

    def payment(self, case: str) -> PaymentView:
        """GET the payment."""

    def put_manifest(self, case: str, manifest: Manifest) -> CaseView:
        """PUT the final manifest."""

    def complete(self, case: str, message: CompleteCase) -> CaseView:
        """POST that everything is sent."""

    def receipt(self, case: str) -> Receipt:
        """GET the receipt of a received case."""

    def withdraw(self, case: str) -> CaseView:
        """DELETE the case."""


@dataclass(frozen=True, slots=True)
class UploadPlace:
    """An upload at the receiver, and how many of its bytes are there."""

    url: str
    offset: int


Heard = Callable[[int], None]  # takes the offset up to which bytes went out, whether or not they arrived


class Uploads(Protocol):
    """tus 1.0.0: create, ask, send, terminate."""

    def create(self, case: str, parcel: Parcel) -> UploadPlace:
        """Create the upload of a closed parcel, or find the one that is there."""

    def ask(self, url: str) -> int:
        """Return the offset of an upload."""

    def send(self, url: str, file: BinaryIO, *, offset: int, size: int, heard: Heard) -> int:
        """Send the next chunk of a file of `size` bytes and return the new offset; tell `heard` on the way."""

    def terminate(self, url: str) -> None:
        """Let the receiver forget an upload; one that is gone is no error."""


class Link(Protocol):
    """A line to one receiver for one case."""

    @property
    def api(self) -> ReceiverApi:
        """The messages."""

    @property
    def uploads(self) -> Uploads:
        """The bytes."""

    @property
    def body_bytes(self) -> int:
        """All request body bytes that went out through this link so far."""


class Connect(Protocol):
    """Makes links."""

    def __call__(self, receiver: str, token: str | None) -> Link:
        """Return a link. Raises `ReceiverInsecure`; contacts nobody yet."""


class Outbox(Protocol):
    """The journal of submissions: what is intended and not yet done. Every call is one durable transaction."""

    def plan(self, plan: Plan) -> None:
        """Write a whole new submission."""

    def find(self, *, case: str | None = None, key: str | None = None) -> Submission | None:
        """Return a submission by case id, case number or key, also an ended one."""

    def pending(self) -> list[Submission]:
        """Return the submissions that are not ended, oldest first."""

    def note_case_number(self, case: str, case_number: str) -> None:
        """Remember the number for people."""

    def intake(self, case: str) -> bytes | None:
        """Return the intake message; None once the receiver has it."""

    def erase_intake(self, case: str) -> None:
        """Remove the intake message for good."""

    def note_round(self, case: str, number: int) -> None:
        """Remember the last finished round of sending again."""

    def add_effort(self, case: str, *, bytes_sent: int, seconds: float) -> None:
        """Add to what was sent and how long it took."""

    def finish(self, outcome: Outcome) -> None:
        """End a submission: keep the outcome, remove entries, sources and parcels."""

    def outcome(self, case: str) -> Outcome | None:
        """Return how a submission ended; None while it is pending."""

    def read_again(self, case: str) -> None:
        """Forget which planned entries were left out: they are read once more."""

    def forget(self, case: str) -> None:
        """Remove every trace of a submission."""


class Stock(Protocol):
    """The outbox's entries and parcels of one case."""

    def sources(self) -> list[Source]:
        """Return where the entries come from."""

    def unstaged(self) -> list[Planned]:
        """Return the entries that are in no closed parcel and have no problem, in the medium's order."""

    def staged(self) -> list[Staged]:
        """Return the entries that are in closed parcels, by ordinal."""

    def totals(self) -> tuple[int, int]:
        """Return the number and the size in bytes of all planned entries without a problem."""

    def next_ordinals(self) -> tuple[int, int]:
        """Return the next free ordinal of an item and of a parcel."""

    def close_parcel(self, parcel: Parcel, entries: Iterable[Staged]) -> None:
        """Write a closed parcel, and the entries that it holds for the first time, in one transaction."""

    def replace_parcel(self, lost: int, parcel: Parcel) -> None:
        """Put a closed parcel in the place of a lost one, with its entries, in one transaction."""

    def record_problem(self, place: int, code: str) -> None:
        """Leave out a planned entry for a reason."""

    def problems(self) -> list[SourceProblem]:
        """Return everything that could not be read or sent."""

    def parcels(self) -> list[Parcel]:
        """Return the closed parcels by ordinal."""

    def parcel_of(self, ordinal: int) -> int:
        """Return the ordinal of the parcel that first took an item."""

    def note_upload(self, ordinal: int, *, url: str | None, is_sent: bool) -> None:
        """Remember the upload of a parcel, and whether all of it is at the receiver."""


class Staging(Protocol):
    """The parcel files of cases: private, durable, and never rewritten once closed."""

    def begin(self, case: str, ordinal: int) -> BinaryIO:
        """Open a new parcel file, empty. Raises `DiskFull`."""

    def close(self, case: str, file: BinaryIO) -> tuple[int, str]:
        """Make a written parcel durable and return its size and SHA-256."""

    def open(self, case: str, parcel: Parcel) -> BinaryIO:
        """Open a closed parcel for reading. Raises `ParcelLost`."""

    def spool(self, case: str) -> BinaryIO:
        """Open a nameless or self-deleting file for one large entry."""

    def keep_only(self, case: str, ordinals: set[int]) -> None:
        """Delete files of the case that belong to no closed parcel."""

    def forget(self, case: str) -> None:
        """Delete everything of a case."""


class Credentials(Protocol):
    """Keeps the token of each case, and the passwords of the archives that it was read from."""

    def is_private_file(self) -> bool:
        """Tell whether secrets go to a file, for want of a keyring."""

    def save(self, case: str, token: str) -> None:
        """Keep a token durably."""

    def read(self, case: str) -> str | None:
        """Return the token of a case."""

    def save_passwords(self, case: str, passwords: Sequence[str]) -> None:
        """Keep the passwords of the archives of a case durably."""

    def passwords(self, case: str) -> tuple[str, ...]:
        """Return the passwords of a case, none if there are none."""

    def forget_passwords(self, case: str) -> None:
        """Remove the passwords of a case: everything of it has arrived."""

    def forget(self, case: str) -> None:
        """Remove the token and the passwords of a case."""


class Drafts(Protocol):
    """Keeps the one draft of this computer, so that only its own person can read it. May be called by any thread."""

    def keep(self, content: bytes) -> None:
        """Replace the draft, durably. Raises `DiskFull`, `StateUnusable`."""

    def read(self) -> bytes | None:
        """Return the draft. One that is damaged or whose key is gone is put aside, and there is none then."""

    def put_aside(self) -> None:
        """Move the draft out of the way: its content was no draft."""

    def discard(self) -> None:
        """Forget the draft for good, and what was put aside. Raises `StateUnusable`."""
