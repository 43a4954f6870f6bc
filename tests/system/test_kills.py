"""kill -9 at bad moments: whatever dies, the case arrives whole, once, and is acknowledged once."""

import hashlib
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.receiver import ReceiverProcess, wait_until
from tests.support.sender import Outcome, Sender
from tests.support.slow_line import SlowLine
from tests.system.conftest import MailBox

Start = Callable[..., ReceiverProcess]
Lay = Callable[..., SlowLine]
pytestmark = pytest.mark.system


def digests(folder: Path) -> dict[str, str]:
    """Return the SHA-256 of every file by its relative path."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != "manifest.json"
    }


def exported(receiver: ReceiverProcess, case: str, target: Path) -> dict[str, str]:
    receiver.command("cases", "export", case, str(target), "--data", str(receiver.data))
    return digests(target)


def stored_bytes(receiver: ReceiverProcess) -> int:
    return sum(path.stat().st_size for path in (receiver.data / "uploads").glob("[0-9a-f]" * 32))


def states(receiver: ReceiverProcess) -> list[str]:
    listed = json.loads(receiver.command("cases", "list", "--json", "--data", str(receiver.data)))
    return [case["state"] for case in listed["cases"]]


@pytest.mark.real_data
def test_600_instances_arrive_whole_and_are_exported_identical(
    tmp_path: Path, mr_600: Path, start_receiver: Start
) -> None:
    receiver = start_receiver()
    sent = Sender(tmp_path / "pc", receiver.url).send(mr_600)
    assert sent.exit_code == 0, sent.printed
    assert sent.last["instances"] == sent.last["verified"] == len(digests(mr_600)) == 608
    assert exported(receiver, sent.last["case"], tmp_path / "out") == digests(mr_600)


@pytest.mark.real_data
def test_a_sender_killed_at_40_percent_resumes_and_the_export_is_identical(
    tmp_path: Path, mr_600: Path, start_receiver: Start, slow_line: Lay
) -> None:
    check_killed_sender(tmp_path, mr_600, start_receiver=start_receiver, slow_line=slow_line, at_bytes=2_800_000)


def test_a_killed_sender_resumes_and_the_export_is_identical(
    tmp_path: Path, series: Path, start_receiver: Start, slow_line: Lay
) -> None:
    check_killed_sender(tmp_path, series, start_receiver=start_receiver, slow_line=slow_line, at_bytes=2_500_000)


def check_killed_sender(tmp_path: Path, source: Path, *, start_receiver: Start, slow_line: Lay, at_bytes: int) -> None:
    receiver = start_receiver()
    line = slow_line(receiver)
    sender = Sender(tmp_path / "pc", line.url)
    process = sender.start(*sender.send_arguments(source))
    wait_until(lambda: stored_bytes(receiver) >= at_bytes, what="40 % of the bytes")
    process.kill()
    assert states(receiver) == ["uploading"]
    resumed = sender.resume()
    assert resumed.exit_code == 0, resumed.printed
    assert resumed.last["verified"] == resumed.last["instances"] == len(digests(source))
    assert exported(receiver, resumed.last["case"], tmp_path / "out") == digests(source)
    assert states(receiver) == ["received"]
    assert list((sender.state).rglob("*.parcel")) == []


def test_a_sender_killed_while_it_reads_the_disc_resumes(tmp_path: Path, series: Path, start_receiver: Start) -> None:
    receiver = start_receiver()
    sender = Sender(tmp_path / "pc", receiver.url)
    process = sender.start(*sender.send_arguments(series))
    wait_until(lambda: list(sender.state.rglob("*parcel*")), what="the first parcel's file")
    process.kill()
    resumed = sender.resume()
    assert resumed.exit_code == 0, resumed.printed
    assert exported(receiver, resumed.last["case"], tmp_path / "out") == digests(series)


def test_a_receiver_killed_in_an_upload_loses_nothing(
    tmp_path: Path, series: Path, mail_box: MailBox, start_receiver: Start, slow_line: Lay
) -> None:
    receiver = start_receiver(settings=mail_settings(mail_box))
    line = slow_line(receiver)
    sender = Sender(tmp_path / "pc", line.url)
    process = sender.start(*sender.send_arguments(series))
    wait_until(lambda: stored_bytes(receiver) >= 2_500_000, what="40 % of the bytes")
    receiver.kill()
    receiver.start()
    check_arrived(tmp_path, receiver, process.outcome(), series, mail_box)


@pytest.mark.parametrize("objects", [1, 120, 260])
def test_a_receiver_killed_in_a_verification_receives_the_case_once(
    tmp_path: Path, series: Path, mail_box: MailBox, objects: int, start_receiver: Start
) -> None:
    receiver = start_receiver(settings=mail_settings(mail_box))
    sender = Sender(tmp_path / "pc", receiver.url)
    process = sender.start(*sender.send_arguments(series))
    store = receiver.data / "objects" / "cases"
    wait_until(lambda: len(list(store.glob("*/[0-9a-f]*"))) >= objects, what="objects in the store")
    receiver.kill()
    assert objects == 260 or states(receiver) == ["verifying"]
    receiver.start()
    check_arrived(tmp_path, receiver, process.outcome(), series, mail_box)


def mail_settings(box: MailBox) -> str:
    return f'mail.host = "127.0.0.1"\nmail.port = {box.port}\nmail.sender = "programme@example.org"'


def check_arrived(tmp_path: Path, receiver: ReceiverProcess, sent: Outcome, source: Path, box: MailBox) -> None:
    assert sent.exit_code == 0, sent.printed
    assert states(receiver) == ["received"]
    assert exported(receiver, sent.last["case"], tmp_path / "out") == digests(source)
    wait_until(lambda: box.mails, seconds=150, what="the acknowledgement")
    receiver.stop()
    receiver.start()
    receiver.stop()
    assert len({mail["Message-ID"] for mail in box.mails}) == len(box.mails) == 1
