"""What the services need of the outside, as Protocols. Each has a real adapter and a fake, or two adapters."""

import datetime
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import BinaryIO, Protocol

import msgspec

from secondread_server.core.case import CaseEvent
from secondread_server.core.image_records import InstanceHeader
from secondread_server.core.payment import PaymentEvent
from secondread_server.core.records import CaseRecord, ItemRecord, MailRecord, ParcelRecord, PaymentRecord
from secondread_server.core.staff_records import AuditRecord
from secondread_shared.consent import Consent
from secondread_shared.intake import Intake
from secondread_shared.manifest import Manifest
from secondread_shared.money import Money
from secondread_shared.states import CaseState, PaymentState


class Cases(Protocol):
    """The memory of cases; every method is one transaction."""

    def find(self, case: str) -> CaseRecord | None: ...
    def get(self, case: str) -> CaseRecord: ...
    def find_by_number(self, number: str) -> CaseRecord | None: ...
    def in_states(self, states: frozenset[CaseState] | None = None) -> list[CaseRecord]: ...
    def insert(self, record: CaseRecord) -> CaseRecord: ...
    def move(
        self,
        case: str,
        event: CaseEvent,
        *,
        mail: MailRecord | None = None,
        line: AuditRecord | None = None,
        **changes: object,
    ) -> CaseRecord: ...
    def take_intake(
        self, case: str, *, intake: Intake, consents: list[Consent], now: datetime.datetime
    ) -> CaseRecord: ...
    def intake(self, case: str) -> Intake | None: ...
    def consents(self, case: str) -> list[Consent]: ...
    def forget(self, case: str) -> None: ...


class Parcels(Protocol):
    """The memory of parcels and of the manifest's items."""

    def add(self, record: ParcelRecord) -> str | None: ...
    def find(self, upload: str) -> ParcelRecord | None: ...
    def of_case(self, case: str) -> list[ParcelRecord]: ...
    def remove(self, upload: str) -> None: ...
    def take_manifest(self, manifest: Manifest, *, sha256: str) -> None: ...
    def items(self, case: str) -> list[ItemRecord]: ...
    def settle_parcel(self, parcel: ParcelRecord, *, verified: Mapping[int, InstanceHeader | None]) -> None: ...
    def unverified(self, case: str) -> list[int]: ...
    def verified_instances(self, case: str) -> int: ...
    def totals(self, case: str) -> tuple[int, int]: ...
    def receive(
        self, case: str, *, mail: MailRecord | None, now: datetime.datetime, promised_by: datetime.datetime
    ) -> CaseRecord: ...


class Payments(Protocol):
    """The memory of payments."""

    def find(self, case: str) -> PaymentRecord | None: ...
    def find_by_reference(self, reference: str) -> PaymentRecord | None: ...
    def insert(self, record: PaymentRecord) -> PaymentRecord: ...
    def move(self, case: str, event: PaymentEvent, **changes: str | None) -> PaymentRecord: ...
    def of_ended_cases(self) -> list[str]: ...
    def of_accepted_cases(self) -> list[str]: ...


class Mails(Protocol):
    """The memory of mails that are due."""

    def due(self) -> list[MailRecord]: ...
    def claim(self, key: str, *, now: datetime.datetime) -> bool: ...
    def mark_sent(self, key: str, now: datetime.datetime) -> None: ...
    def given_up(self) -> int: ...


class Openings(Protocol):
    """Counts the cases that each place opens."""

    def count(self, place: str, hour: str) -> int: ...


class UploadStore(Protocol):
    """Bytes in flight, in tusd's layout. The offset is the number of bytes that are there."""

    def offset(self, upload: str) -> int | None: ...
    def path(self, upload: str) -> Path: ...
    def remove(self, upload: str) -> None: ...
    def uploads(self) -> list[str]: ...
    def free_bytes(self) -> int: ...


class ObjectStore(Protocol):
    """Images at rest. Keys are relative paths of our own making; no name from a disc stands in one."""

    def put(self, key: str, file: BinaryIO) -> None:
        """Store a file; a reader sees all of it or nothing. Raises `StorageFull` or `StoreUnavailable`."""

    def read(self, key: str) -> Iterator[bytes]:
        """Yield an object's bytes in blocks; raise `ObjectMissing`."""

    def delete(self, prefix: str) -> None:
        """Delete every object under a prefix; what is not there is no error."""

    def settle(self) -> None:
        """Return once everything put so far is durable."""


class EntryStarted(msgspec.Struct, frozen=True):
    """The decoder begins an entry."""

    ordinal: int


class EntryBlock(msgspec.Struct, frozen=True):
    """Some original bytes of the entry that was begun last."""

    content: bytes


class EntryHeader(msgspec.Struct, frozen=True):
    """What the header of the entry that was begun last says, if it is an instance."""

    header: InstanceHeader


class EntryFinished(msgspec.Struct, frozen=True):
    """The entry that was begun last is over; `error` in code words if it did not decode."""

    error: str | None


EntryEvent = EntryStarted | EntryBlock | EntryHeader | EntryFinished


class ParcelDecoder(Protocol):
    """Decodes a parcel where it can do no harm."""

    def decode(self, path: Path, *, case: str, ordinal: int) -> Iterator[EntryEvent]:
        """Yield the entries of a parcel; raise `ParcelUnusable` if it, or its decoder, cannot go on."""


class CardSession(msgspec.Struct, frozen=True):
    """A payment as the provider knows it; `url` is the page where a person acts, if one must."""

    reference: str
    url: str | None
    state: PaymentState


class Card(Protocol):
    """A payment provider. Amounts in minor units; every call is safe to repeat. Raises `PaymentUnavailable`."""

    name: str

    def create(self, *, case: str, amount: Money, attempt: str) -> CardSession: ...
    def status(self, reference: str) -> PaymentState: ...
    def capture(self, reference: str, *, key: str) -> PaymentState:
        """Take the money that is authorised; `key` is the same whenever the same capture is repeated."""

    def release(self, reference: str) -> PaymentState:
        """Give an authorisation back; end a session that nobody has acted on."""

    def webhook(self, body: bytes, headers: Mapping[str, str]) -> str | None:
        """Return the reference that an authentic notice speaks of; None for anything else."""


class SimulatorPage(Protocol):
    """The card provider that has its page here: the simulator."""

    def amount(self, reference: str) -> str | None: ...
    def status(self, reference: str) -> PaymentState: ...
    def declines(self, reference: str) -> int: ...
    def pay(self, reference: str, number: str) -> None: ...
    def cancel(self, reference: str) -> None: ...


class Mailer(Protocol):
    """Sends plain mail. Raises `MailerUnavailable`."""

    def send(self, *, to: str, subject: str, text: str, key: str) -> None: ...


class VerifyWorkflows(Protocol):
    """Starts verifications that survive a killed process."""

    def start(self, case: str, round_number: int) -> None: ...
    def is_alive(self, case: str, round_number: int) -> bool:
        """Tell whether that verification is running, waiting, or still to be recovered."""


class Clock(Protocol):
    """Tells the time, in UTC."""

    def __call__(self) -> datetime.datetime: ...
