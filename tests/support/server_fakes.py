"""Fakes of the receiver's outside: what they stand for is in `services/ports.py`."""

import datetime
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import BinaryIO

from sqlalchemy.engine import Engine

from secondread_server.adapters.database.case_records import CaseRecords
from secondread_server.adapters.database.parcel_records import ParcelRecords
from secondread_server.adapters.database.payment_records import PaymentRecords
from secondread_server.adapters.database.side_records import MailRecords, OpeningRecords
from secondread_server.adapters.instance_header import read_instance_header
from secondread_server.adapters.upload_files import UploadFolder
from secondread_server.errors import MailerUnavailable, ObjectMissing, PaymentUnavailable
from secondread_server.services.collaborators import Desk, Rules
from secondread_server.services.image_ports import FileBytes, FrameAsk, FrameFacts, ShownFrame
from secondread_server.services.ports import (
    CardSession,
    EntryBlock,
    EntryEvent,
    EntryFinished,
    EntryHeader,
    EntryStarted,
)
from secondread_server.settings import Settings, load_settings, programme_message
from secondread_server.settings_template import TEMPLATE
from secondread_shared.errors import CodecError, ParcelError
from secondread_shared.frames.picture import Window
from secondread_shared.money import Money
from secondread_shared.parcel.reader import ParcelReader
from secondread_shared.states import PaymentState


class MemoryObjects:
    """An object store in memory."""

    def __init__(self) -> None:
        self.contents: dict[str, bytes] = {}
        self.settled: dict[str, bytes] = {}
        self.on_put: Callable[[], object] = lambda: None

    def put(self, key: str, file: BinaryIO) -> None:
        """Store."""
        self.contents[key] = file.read()
        self.on_put()

    def read(self, key: str) -> Iterator[bytes]:
        """Yield the bytes in two blocks."""
        if key not in self.contents:
            raise ObjectMissing
        content = self.contents[key]
        yield content[: len(content) // 2]
        yield content[len(content) // 2 :]

    def delete(self, prefix: str) -> None:
        """Delete below the prefix."""
        self.contents = {key: value for key, value in self.contents.items() if not key.startswith(prefix)}

    def settle(self) -> None:
        """Note what a power cut would leave."""
        self.settled = dict(self.contents)


class MemoryThumbnails:
    """Thumbnails in memory."""

    def __init__(self) -> None:
        self.contents: dict[tuple[str, str], bytes] = {}

    def find(self, case: str, name: str) -> bytes | None:
        """Return one, or None."""
        return self.contents.get((case, name))

    def keep(self, case: str, name: str, png: bytes) -> None:
        """Keep one."""
        self.contents[case, name] = png

    def remove(self, case: str) -> None:
        """Remove a case's."""
        self.contents = {key: png for key, png in self.contents.items() if key[0] != case}


class FakeFrames:
    """Draws nothing: remembers what it was asked, and answers with a PNG's first bytes."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, FrameAsk]] = []
        self.refuses: Exception | None = None
        self.presets: tuple[Window, ...] = ()

    def render(self, case: str, file: FileBytes, ask: FrameAsk) -> ShownFrame:
        """Read the bytes and remember."""
        if self.refuses is not None:
            raise self.refuses
        assert sum(len(block) for block in file.blocks) == file.size
        self.asked.append((case, ask))
        facts = FrameFacts(1, 1.0, ask.window or Window(40.0, 400.0), self.presets)
        return ShownFrame(png=b"\x89PNG\r\n\x1a\n", facts=facts)

    def close(self) -> None:
        """Nothing rests."""


class FakeMailer:
    """Keeps mails; can be out of order."""

    def __init__(self) -> None:
        self.sent: list[tuple[str, str, str, str]] = []
        self.is_broken = False
        self.refuses_next = 0
        self.asked = 0

    def send(self, *, to: str, subject: str, text: str, key: str) -> None:
        """Keep."""
        self.asked += 1
        self.refuses_next -= 1
        if self.is_broken or self.refuses_next >= 0:
            raise MailerUnavailable
        self.sent.append((to, subject, text, key))


class FakeCard:
    """A provider whose books the test writes."""

    name = "fake"

    def __init__(self) -> None:
        self.books: dict[str, PaymentState] = {}
        self.captured: list[str] = []
        self.keys: set[str] = set()
        self.is_silent = False
        self.loses_answers = False

    def create(self, *, case: str, amount: Money, attempt: str) -> CardSession:
        """Open a session."""
        reference = f"session-{len(self.books) + 1}"
        self.books[reference] = PaymentState.PENDING
        return CardSession(reference=reference, url=f"https://pay.example/{reference}", state=PaymentState.PENDING)

    def status(self, reference: str) -> PaymentState:
        """Look it up."""
        return self.books[reference]

    def capture(self, reference: str, *, key: str) -> PaymentState:
        """Take the money, once for a key; fail before or after it as the test asks."""
        if self.is_silent:
            raise PaymentUnavailable
        if key not in self.keys:
            self.keys.add(key)
            self.captured.append(reference)
        self.books[reference] = PaymentState.CAPTURED
        if self.loses_answers:
            raise PaymentUnavailable
        return self.books[reference]

    def release(self, reference: str) -> PaymentState:
        """Give it back, or end the page; fail as the test asks."""
        if self.is_silent:
            raise PaymentUnavailable
        is_pending = self.books[reference] is PaymentState.PENDING
        self.books[reference] = PaymentState.CANCELLED if is_pending else PaymentState.RELEASED
        return self.books[reference]

    def webhook(self, body: bytes, headers: Mapping[str, str]) -> str | None:
        """The body is the reference."""
        return body.decode() if body.decode() in self.books else None


class DirectDecoder:
    """Decodes in this process, with the same reader as the child."""

    def decode(self, path: Path, *, case: str, ordinal: int) -> Iterator[EntryEvent]:
        """Yield the entries; a bad parcel is a bad parcel."""
        from secondread_server.errors import ParcelUnusable

        try:
            with path.open("rb") as file, ParcelReader(file, case=case, ordinal=ordinal) as parcel:
                for entry in parcel.index.entries:
                    yield EntryStarted(ordinal=entry.ordinal)
                    error, head = None, b""
                    try:
                        for block in parcel.blocks(entry):
                            yield EntryBlock(content=block)
                            head += block
                    except (ParcelError, CodecError) as failure:
                        error = failure.reason
                    header = read_instance_header(head)
                    if header is not None and error is None:
                        yield EntryHeader(header=header)
                    yield EntryFinished(error=error)
        except (ParcelError, FileNotFoundError) as failure:
            raise ParcelUnusable(str(failure)) from None


class FakeWorkflows:
    """Remembers what was started; the test runs it."""

    def __init__(self) -> None:
        self.started: list[tuple[str, int]] = []
        self.alive: set[tuple[str, int]] = set()

    def start(self, case: str, round_number: int) -> None:
        """Remember."""
        self.started.append((case, round_number))
        self.alive.add((case, round_number))

    def is_alive(self, case: str, round_number: int) -> bool:
        """Tell whether the test let it die."""
        return (case, round_number) in self.alive


class FakeOutside:
    """A desk of real records on a real database, with fakes for store, card, mailer and clock."""

    def __init__(self, engine: Engine, folder: Path) -> None:
        (folder / "secondread.toml").write_text(TEMPLATE)
        self.settings: Settings = load_settings(folder)
        self.now = datetime.datetime(2026, 11, 24, 12, 0, tzinfo=datetime.UTC)
        self.objects = MemoryObjects()
        self.thumbnails = MemoryThumbnails()
        self.mailer = FakeMailer()
        self.card = FakeCard()
        self.uploads = UploadFolder(folder / "uploads")
        self.workflows = FakeWorkflows()
        self.desk = Desk(
            cases=CaseRecords(engine),
            parcels=ParcelRecords(engine),
            payments=PaymentRecords(engine),
            mails=MailRecords(engine),
            openings=OpeningRecords(engine),
            uploads=self.uploads,
            objects=self.objects,
            thumbnails=self.thumbnails,
            decoder=DirectDecoder(),
            card=self.card,
            mailer=self.mailer,
            rules=Rules(programme_message(self.settings, logo=None), 3, 0, 24),
            clock=lambda: self.now,
        )
