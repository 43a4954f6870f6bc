"""What the system tests share: a source of images, and a mail server that keeps what it gets."""

import email
import email.policy
from collections.abc import Callable, Iterator
from email.message import EmailMessage
from pathlib import Path
from typing import Any, cast

import pytest
from aiosmtpd.controller import Controller

from tests.support.receiver import ReceiverProcess, free_port
from tests.support.series import make_series
from tests.support.slow_line import SlowLine

REAL = Path(__file__).resolve().parents[3] / "shared" / "data"


@pytest.fixture(scope="session")
def series(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of 260 instances, 10 MB."""
    folder = tmp_path_factory.mktemp("disc")
    make_series(folder / "IMAGES", count=260)
    return folder


@pytest.fixture(scope="session")
def mr_600() -> Path:
    """Eight MR series of 608 instances from two vendors."""
    folder = REAL / "mr_ge_siemens"
    if not folder.is_dir():
        pytest.skip("the open images are not beside this checkout")
    return folder


@pytest.fixture
def start_receiver(tmp_path: Path) -> Iterator[Callable[..., ReceiverProcess]]:
    """Start a receiver in this test's folder, or where it says; all are stopped at the end."""
    started: list[ReceiverProcess] = []

    def start(data: Path = tmp_path / "data", *, settings: str = "") -> ReceiverProcess:
        started.append(ReceiverProcess(data, settings=settings))
        return started[-1].start()

    yield start
    for receiver in started:
        receiver.stop()


@pytest.fixture
def slow_line() -> Iterator[Callable[..., SlowLine]]:
    """Lay a slow line to a receiver; it is cut at the end."""
    lines: list[SlowLine] = []

    def lay(receiver: ReceiverProcess, *, bytes_per_s: int = 4_000_000) -> SlowLine:
        lines.append(SlowLine(receiver.port, bytes_per_s=bytes_per_s))
        return lines[-1]

    yield lay
    for line in lines:
        line.close()


class MailBox:
    """Keeps every mail."""

    def __init__(self) -> None:
        self.port = free_port()
        self.mails: list[EmailMessage] = []

    async def handle_DATA(self, _server: Any, _session: Any, envelope: Any) -> str:  # noqa: N802
        """Keep one."""
        self.mails.append(cast("EmailMessage", email.message_from_bytes(envelope.content, policy=email.policy.default)))
        return "250 kept"


@pytest.fixture
def mail_box() -> Iterator[MailBox]:
    box = MailBox()
    controller = Controller(box, hostname="127.0.0.1", port=box.port)
    controller.start()
    yield box
    controller.stop()
