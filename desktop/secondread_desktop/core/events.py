"""What a use case tells while it works: the same to the command line, the tests and the window."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class Scanning:
    """Files looked at so far."""

    name: ClassVar[str] = "scanning"
    files: int
    instances: int


@dataclass(frozen=True, slots=True)
class SeenExam:
    """One exam so far. For the person's own screen only."""

    study_instance_uid: str
    description: str
    modality: str
    date: str
    instances: int


@dataclass(frozen=True, slots=True)
class ExamsSeen:
    """The exams found so far, in the order of their first instances."""

    name: ClassVar[str] = "exams"
    files: int
    exams: tuple[SeenExam, ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Scanned:
    """The sources are read."""

    name: ClassVar[str] = "scanned"
    instances: int
    bytes: int
    attachments: int
    patients: int
    problems: int
    absent: int = 0  # images that the discs' indexes name and no disc holds


@dataclass(frozen=True, slots=True)
class Person:
    """A patient as the images or the intake name them. For the person's own screen only."""

    name: str | None
    birth_date: str | None
    patient_id: str | None = None
    sex: str | None = None


@dataclass(frozen=True, slots=True)
class IdentityAsked:
    """The images' patient and the intake's do not plainly agree, or there are several; `differs` is in code words."""

    name: ClassVar[str] = "identity"
    outcome: str
    is_decided: bool
    images: tuple[Person, ...] = field(repr=False)
    intake: Person = field(repr=False)
    differs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AttachmentsLeftOut:
    """Documents on the disc that are not sent, for nobody knows whose they are."""

    name: ClassVar[str] = "attachments_left_out"
    count: int


@dataclass(frozen=True, slots=True)
class SecretInFile:
    """No keyring here: the secret of the case is in a private file."""

    name: ClassVar[str] = "secret_in_file"


@dataclass(frozen=True, slots=True)
class Opened:
    """The case exists at the receiver."""

    name: ClassVar[str] = "opened"
    case: str
    case_number: str


@dataclass(frozen=True, slots=True)
class PaymentAsked:
    """A person must visit the payment page."""

    name: ClassVar[str] = "payment"
    url: str


@dataclass(frozen=True, slots=True)
class PaymentSettled:
    """The payment is settled enough to send: authorised, by invoice, or not asked for."""

    name: ClassVar[str] = "payment_settled"


@dataclass(frozen=True, slots=True)
class FileLeftOut:
    """A planned file that could not be staged."""

    name: ClassVar[str] = "problem"
    code: str
    path: str


@dataclass(frozen=True, slots=True)
class Sending:
    """Progress: files and original bytes staged; of the bytes in closed parcels, how many went out."""

    name: ClassVar[str] = "progress"
    files_staged: int
    files: int
    bytes_staged: int
    bytes_original: int
    bytes_uploaded: int
    bytes_closed: int
    is_staged: bool


@dataclass(frozen=True, slots=True)
class AllStaged:
    """Every byte is read: the disc may be taken out."""

    name: ClassVar[str] = "staged"
    files: int
    problems: int


@dataclass(frozen=True, slots=True)
class Waiting:
    """A pause before the next attempt."""

    name: ClassVar[str] = "waiting"
    reason: str
    seconds: float


@dataclass(frozen=True, slots=True)
class Verifying:
    """Everything is sent; the receiver compares."""

    name: ClassVar[str] = "verifying"
    instances: int
    verified: int


@dataclass(frozen=True, slots=True)
class SendingAgain:
    """The receiver asked for some files again."""

    name: ClassVar[str] = "sending_again"
    count: int
    round: int


Event = (
    Scanning
    | ExamsSeen
    | Scanned
    | IdentityAsked
    | AttachmentsLeftOut
    | SecretInFile
    | Opened
    | PaymentAsked
    | PaymentSettled
    | FileLeftOut
    | Sending
    | AllStaged
    | Waiting
    | Verifying
    | SendingAgain
)
Tell = Callable[[Event], None]
