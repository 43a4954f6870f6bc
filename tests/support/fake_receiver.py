"""A receiver in memory, with tus semantics, and faults on demand."""

import hashlib
import io
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field

from secondread_desktop.errors import (
    AccessRefused,
    CaseEnded,
    ReceiverUnreachable,
)
from secondread_shared.consent import ConsentKind, ConsentText
from secondread_shared.contract import (
    FORMAT,
    CaseView,
    Limits,
    Programme,
    PutIntake,
)
from secondread_shared.manifest import ItemKind, Manifest
from secondread_shared.money import Money
from secondread_shared.parcel.reader import ParcelReader
from secondread_shared.states import CaseState, PaymentState

TEXTS = [
    ConsentText(kind=kind, version="1", title=kind.value, text=f"The text about {kind.value}.")
    for kind in (ConsentKind.TERMS, ConsentKind.PRIVACY, ConsentKind.RIGHT_TO_SHARE)
]


@dataclass
class Fault:
    """What goes wrong at the next request of that name.

    `stored` bytes of a PATCH still arrive; with `is_after` the whole effect happens and only the answer is lost.
    """

    request: str
    error: BaseException = field(default_factory=lambda: ReceiverUnreachable("connect"))
    stored: int = 0
    is_after: bool = False


@dataclass
class FakeUpload:
    case: str
    ordinal: int
    sha256: str
    length: int
    content: bytearray = field(default_factory=bytearray)


@dataclass
class FakeCase:
    token: str
    state: CaseState = CaseState.DRAFT
    intake: PutIntake | None = None
    manifest: Manifest | None = None
    payment: PaymentState = PaymentState.UNPAID
    items: dict[int, bytes] = field(default_factory=dict)
    needed: list[int] = field(default_factory=list)
    completed: int = 0


class FakeReceiver:
    """A whole receiver in memory, with tus semantics. `requests` lists what was asked, by name."""

    def __init__(self, **programme: object) -> None:
        self.message = replace_programme(**programme)
        self.cases: dict[str, FakeCase] = {}
        self.uploads: dict[str, FakeUpload] = {}
        self.faults: deque[Fault] = deque()
        self.requests: list[str] = []
        self.first_payment = PaymentState.INVOICED
        self.payment_steps: deque[PaymentState] = deque()
        self.damage: deque[set[int]] = deque()  # ordinals to be found bad, round by round
        self.verify_looks = 1
        self.on_request: Callable[[str], None] = lambda _name: None

    def request(self, name: str) -> "Fault | None":
        """Note a request; raise its fault if that comes before the effect, else return it."""
        self.requests.append(name)
        self.on_request(name)
        fault = next((fault for fault in self.faults if fault.request == name), None)
        if fault is not None:
            self.faults.remove(fault)
            if not fault.is_after and not fault.stored:
                raise fault.error
        return fault

    def case_of(self, case: str, token: str | None) -> FakeCase:
        if case not in self.cases:
            raise CaseEnded("unknown")
        if self.cases[case].token != token:
            raise AccessRefused
        return self.cases[case]

    def view(self, case: str) -> CaseView:
        record = self.cases[case]
        items = record.manifest.items if record.manifest else []
        count = sum(item.kind is ItemKind.INSTANCE for item in items)
        return CaseView(
            format=FORMAT,
            case=case,
            case_number="7K3QX-9M2PA",
            state=record.state,
            created="2026-01-01T00:00:00Z",
            instances=count,
            verified=count if record.state is CaseState.RECEIVED else 0,
            attachments=len(items) - count,
            payment_state=record.payment,
            needed=record.needed,
        )

    def verify(self, case: str) -> None:
        """Open all parcels, newest last, and compare with the manifest."""
        record = self.cases[case]
        assert record.manifest is not None
        for upload in sorted(self.uploads.values(), key=lambda upload: upload.ordinal):
            if upload.case == case:
                self._unpack(record, upload)
        bad = self.damage.popleft() if self.damage else set()
        for item in record.manifest.items:
            content = record.items.get(item.ordinal, b"")
            if hashlib.sha256(content).hexdigest() != item.sha256:
                bad = bad | {item.ordinal}
        record.needed = sorted(bad)
        record.state = CaseState.NEEDS_MORE if bad else CaseState.RECEIVED

    def _unpack(self, record: FakeCase, upload: FakeUpload) -> None:
        assert hashlib.sha256(upload.content).hexdigest() == upload.sha256
        with ParcelReader(io.BytesIO(upload.content), case=upload.case, ordinal=upload.ordinal) as reader:
            for entry in reader.index.entries:
                record.items[entry.ordinal] = b"".join(reader.blocks(entry))


def replace_programme(**changes: object) -> Programme:
    """Return a small programme with changes."""
    fields: dict[str, object] = {
        "format": FORMAT,
        "name": "Test programme",
        "help_line": "help@example.org",
        "colours": {},
        "fee": Money(10000, "USD"),
        "payment": "invoice",
        "promise_hours": 72,
        "texts": TEXTS,
        "questions": [],
        "limits": Limits(),
        "codecs": ["raw", "zstd"],
        "parcel_versions": [1],
    }
    return Programme(**(fields | changes))
