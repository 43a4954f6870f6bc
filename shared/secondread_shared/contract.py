"""Every JSON message of the receiver's API, as structs: snake_case keys, ISO dates, null for unknown."""

from typing import TypeVar

import msgspec

from secondread_shared.consent import Consent, ConsentText
from secondread_shared.errors import MessageMalformed
from secondread_shared.intake import Intake, Question
from secondread_shared.money import Money
from secondread_shared.states import CaseState, PaymentState

FORMAT = 1
API = "/api/v1"
FILES = "/files"
TUS_VERSION = "1.0.0"
OFFSET_STREAM = "application/offset+octet-stream"
LOGO_BYTES = 64 << 10

MIB = 1 << 20
GIB = 1 << 30
Message = TypeVar("Message")


class Limits(msgspec.Struct, frozen=True):
    """What the receiver takes, in bytes unless named otherwise."""

    parcel_bytes: int = 256 * MIB  # a parcel closes when it is this large
    upload_bytes: int = 4 * GIB  # the largest parcel: one entry may exceed parcel_bytes
    case_bytes: int = 100 * GIB  # originals of one case
    json_bytes: int = MIB
    manifest_bytes: int = 128 * MIB


class Programme(msgspec.Struct, frozen=True):
    """GET /api/v1/programme: who receives, on which terms. `logo` is a PNG of at most `LOGO_BYTES`, base64 in JSON."""

    format: int
    name: str
    help_line: str
    colours: dict[str, str]
    fee: Money | None
    payment: str
    promise_hours: int
    texts: list[ConsentText]
    questions: list[Question]
    limits: Limits
    codecs: list[str]
    parcel_versions: list[int]
    logo: bytes | None = None


class OpenCase(msgspec.Struct, frozen=True):
    """PUT /api/v1/cases/{id}: the desktop made the id and the bearer token."""

    format: int
    client: str


class PutIntake(msgspec.Struct, frozen=True):
    """PUT /api/v1/cases/{id}/intake; also the file that `secondread send --intake` reads."""

    format: int
    intake: Intake
    consents: list[Consent]


class PaymentView(msgspec.Struct, frozen=True):
    """PUT or GET /api/v1/cases/{id}/payment. `url` is the provider's page while a person must act."""

    format: int
    payment_state: PaymentState
    amount: Money | None
    url: str | None


class ParcelReceipt(msgspec.Struct, frozen=True):
    """One parcel that the desktop says it has sent."""

    ordinal: int
    size: int
    sha256: str


class CompleteCase(msgspec.Struct, frozen=True):
    """POST /api/v1/cases/{id}/complete: everything is sent, verify it."""

    format: int
    parcels: list[ParcelReceipt]


class CaseView(msgspec.Struct, frozen=True):
    """The state of a case, the same for patient and coordinator; `needed` lists ordinals to send again."""

    format: int
    case: str
    case_number: str
    state: CaseState
    created: str
    instances: int
    verified: int
    attachments: int
    payment_state: PaymentState
    promised_by: str | None = None
    needed: list[int] = msgspec.field(default_factory=list)


class Receipt(msgspec.Struct, frozen=True):
    """GET /api/v1/cases/{id}/receipt: what arrived and was verified."""

    format: int
    case: str
    case_number: str
    programme: str
    received: str
    promised_by: str
    instances: int
    attachments: int
    studies: int
    original_bytes: int
    manifest_sha256: str


def decode_message(body: bytes, kind: type[Message]) -> Message:
    """Read a message; anything that does not fit is a `MessageMalformed` that repeats nothing of the body."""
    try:
        return msgspec.json.decode(body, type=kind)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise MessageMalformed(type(error).__name__) from None


def encode_message(message: object) -> bytes:
    """Write a message as UTF-8 JSON."""
    return msgspec.json.encode(message)
