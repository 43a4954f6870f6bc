"""A whole desktop on fakes: what the service tests work with."""

import threading
from dataclasses import dataclass, field, replace
from functools import partial

from secondread_desktop.core.selection import Wanted
from secondread_desktop.core.submission import Outcome, Source
from secondread_desktop.services.collaborators import Collaborators
from secondread_desktop.services.prepare import Request, prepare
from secondread_desktop.services.scan import scan
from secondread_desktop.services.submit import submit
from secondread_shared.consent import Consent
from secondread_shared.contract import FORMAT, PutIntake
from secondread_shared.intake import Intake
from tests.support.fake_link import FakeLink
from tests.support.fake_media import FakeContents, FakeMedium, image
from tests.support.fake_receiver import TEXTS, FakeReceiver
from tests.support.fake_state import MemoryCredentials, MemoryOutbox, MemoryStaging, MemoryStock
from tests.support.fakes import FakeClock, Told

CASE = "c" * 32
TOKEN = "t" * 43
INTAKE = Intake(
    relation="self",
    first_name="Maria",
    last_name="Example",
    birth_date="1950-01-31",
    sex="female",
    email="maria@example.org",
    phone="+1 555 0100",
    postal_address="1 Example Street",
    subjects=["mri"],
    question="Is an operation needed?",
)
MESSAGE = PutIntake(
    format=FORMAT, intake=INTAKE, consents=[Consent(text.kind, text.version, accepted=True) for text in TEXTS]
)


def images(count: int = 12) -> dict[str, bytes]:
    """Return a disc's files."""
    return {f"DICOM/IM{number:04d}": image(number) for number in range(1, count + 1)}


@dataclass
class Desk:
    """The collaborators, each reachable for looking and for mischief."""

    medium: FakeMedium = field(default_factory=lambda: FakeMedium(dict(images())))
    receiver: FakeReceiver = field(default_factory=FakeReceiver)
    outbox: MemoryOutbox = field(default_factory=MemoryOutbox)
    staging: MemoryStaging = field(default_factory=MemoryStaging)
    credentials: MemoryCredentials = field(default_factory=MemoryCredentials)
    clock: FakeClock = field(default_factory=FakeClock)
    told: Told = field(default_factory=Told)
    patience_s: float = 600.0

    def work(self, **changes: object) -> Collaborators:
        """Return collaborators with a fresh cancel flag."""
        work = Collaborators(
            connect=lambda _receiver, token: FakeLink(self.receiver, token, chunk_bytes=1000),
            outbox=self.outbox,
            stock=partial(MemoryStock, self.outbox),
            staging=self.staging,
            credentials=self.credentials,
            medium=lambda _root, _number: self.medium,
            contents=FakeContents(),
            clock=self.clock,
            jitter=lambda: 0.5,
            cancel=threading.Event(),
            tell=self.told,
            patience_s=self.patience_s,
        )
        return replace(work, **changes)

    def request(self, **changes: object) -> Request:
        """Return what a person asks for."""
        request = Request(receiver="https://r.example", key="k", sources=(Source(1, "/disc"),), message=MESSAGE)
        return replace(request, **changes)

    def plan(self, *, wanted: Wanted | None = None, **changes: object) -> None:
        """Scan, check and write the plan, as `send` does."""
        request = self.request(wanted=wanted or Wanted(), **changes)
        catalogue = scan([self.medium], contents=FakeContents(), tell=self.told, cancel=threading.Event())
        plan = prepare(request, catalogue, programme=self.receiver.message, new_case_id=lambda: CASE, tell=self.told)
        self.credentials.save(CASE, TOKEN)
        self.outbox.plan(plan)

    def submit(self, **changes: object) -> Outcome:
        """Carry the case on."""
        return submit(CASE, work=self.work(**changes))

    def received(self) -> list[bytes]:
        """Return the originals as the receiver holds them, by ordinal."""
        items = self.receiver.cases[CASE].items
        return [items[ordinal] for ordinal in sorted(items)]

    def originals(self) -> list[bytes]:
        """Return what is on the disc, in its order."""
        return [file.content for file in self.medium.files.values()]
