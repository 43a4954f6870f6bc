"""The main job on this machine: a receiver, a disc, a send, and the proof. Run it by `python3 dev.py demo [--once]`."""

import argparse
import hashlib
import json
import os
import secrets
import signal
import subprocess
import sys
import tempfile
import textwrap
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from secondread_server.core.card_form import DECLINED_CARD, GOOD_CARD
from tests.support.card_page import authorise
from tests.support.receiver import ReceiverProcess
from tests.support.sample_disc import SampleDisc, make_sample_disc

BAR = 32
MEGABYTE = 1e6


def say(sentence: str = "") -> None:
    """Print a line at once."""
    print(sentence, flush=True)


def demonstrate(place: Path, *, once: bool) -> int:
    """Do the main job in a folder of its own; return 0 if every SHA-256 agrees."""
    receiver = ReceiverProcess(place / "receiver", demo=True)
    try:
        receiver.start()
        say(f"1. A receiver runs at {receiver.url} (SQLite, local disk, simulated card).")
        disc = make_sample_disc(place / "disc", is_large=True)
        say(f"2. A sample disc of {disc.patient.name}: {disc.studies} exams, {len(disc.instances)} images, "
            f"{len(disc.attachments)} report, a DICOMDIR and a viewer's junk; "
            f"{disc.size_bytes / MEGABYTE:.1f} MB to send.")  # fmt: skip
        if once or not has_screen():
            result = send(disc, receiver=receiver.url, place=place)
            is_whole = tell_result(result, disc)
        if once:
            return 0 if compare(disc, receiver, case=result["case"], place=place) and is_whole else 1
        invite_staff(receiver)
        if has_screen():
            open_window(disc, receiver=receiver.url, place=place)
        say("Press Ctrl-C to end.")
        threading.Event().wait()
        return 0
    finally:
        receiver.stop()


def has_screen() -> bool:
    """Tell whether a window can be shown here."""
    if sys.platform.startswith("linux") and not {"DISPLAY", "WAYLAND_DISPLAY"} & set(os.environ):
        return False
    can_be_loaded = [sys.executable, "-c", "import PySide6.QtWidgets"]
    return subprocess.run(can_be_loaded, capture_output=True, check=False).returncode == 0


def open_window(disc: SampleDisc, *, receiver: str, place: Path) -> None:
    """Show the patient's window on the sample disc until it is closed."""
    good, declined = (" ".join(textwrap.wrap(number, 4)) for number in (GOOD_CARD, DECLINED_CARD))
    say(f"3. The window opens on the disc. You are Maria Lopez, born {disc.intake['birth_date']}.")
    say(f"   On the payment page the card {good} is good, and {declined} is declined.")
    words = ["window", receiver, "--source", str(disc.folder), "--state", str(place / "desktop")]
    subprocess.run([sys.executable, "-m", "secondread_desktop", *words], check=False)
    say("   The window is closed. The receiver goes on.")


def invite_staff(receiver: ReceiverProcess) -> None:
    """Make a coordinator for this demonstration, and tell how to sign in."""
    email, password = "ann@example.org", secrets.token_urlsafe(12)
    receiver.command(
        "staff", "add", "--data", str(receiver.data), "--role", "coordinator", "--email", email, stdin=password
    )
    say(f"\n   The console: {receiver.url}/console/ as {email}, password {password}")


def send(disc: SampleDisc, *, receiver: str, place: Path) -> dict[str, Any]:
    """Send the disc by the command that a person would type, and return its last line."""
    intake = write_intake(disc, receiver=receiver, place=place)
    options = ["--receiver", receiver, "--intake", str(intake), "--state", str(place / "desktop"), "--json"]
    say(f"3. secondread send {disc.folder} --receiver {receiver} --intake {intake.name}")
    events = desktop_events(["send", str(disc.folder), *options])
    last: dict[str, Any] = {}
    for event in events:
        show(event)
        if event.get("event") == "payment":
            authorise(event["url"])
            say("   The person authorised the card on the payment page (simulated: no money moves).")
        last = event
    if "verified" not in last or "case_number" not in last:
        sys.exit(f"The send ended early: {last.get('message') or last}")
    return last


def write_intake(disc: SampleDisc, *, receiver: str, place: Path) -> Path:
    """Take the receiver's own example, fill in the patient, and write it to a file."""
    example = subprocess.run(
        [sys.executable, "-m", "secondread_desktop", "intake-example", "--receiver", receiver],
        capture_output=True, check=True, timeout=60,
    )  # fmt: skip
    message = json.loads(example.stdout)
    message["intake"] |= disc.intake
    path = place / "intake.json"
    path.write_text(json.dumps(message, indent=2))
    return path


def desktop_events(arguments: list[str]) -> Iterator[dict[str, Any]]:
    """Run `secondread` and yield what it tells, line by line."""
    command = [sys.executable, "-m", "secondread_desktop", *arguments]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, encoding="utf-8") as process:
        assert process.stdout is not None
        for line in process.stdout:
            yield json.loads(line)


def show(event: dict[str, Any]) -> None:
    """Draw the progress bar on a terminal; elsewhere only its end."""
    if event.get("event") == "progress":
        done = event["bytes_uploaded"]
        left = event["bytes_closed"] - done + event["bytes_original"] - event["bytes_staged"]
        share = done / (done + left) if done + left else 0.0
        is_end = event["is_staged"] and left == 0
        if sys.stdout.isatty() or is_end:
            bar = ("#" * int(BAR * share)).ljust(BAR, ".")
            line = f"   [{bar}] {share:4.0%}  {event['files_staged']} of {event['files']} files read"
            print(f"\r{line}", end="\n" if is_end else "", flush=True)
    elif event.get("event") == "staged":
        erase = "\r" + " " * 100 + "\r" if sys.stdout.isatty() else ""
        print(f"{erase}   Everything is read: the disc may be taken out.", flush=True)


def tell_result(result: dict[str, Any], disc: SampleDisc) -> bool:
    """Print the receipt; return whether everything on the disc arrived."""
    ratio = result["bytes_original"] / max(1, result["bytes_sent"])
    say(f"4. Case {result['case_number']}: {result['verified']} of {result['instances']} images verified, "
        f"{result['attachments']} report. {result['bytes_original'] / MEGABYTE:.1f} MB travelled as "
        f"{result['bytes_sent'] / MEGABYTE:.1f} MB ({ratio:.1f} to 1) in {result['seconds']:.1f} s.")  # fmt: skip
    expected = (len(disc.instances), len(disc.instances), len(disc.attachments))
    return (result["instances"], result["verified"], result["attachments"]) == expected


def compare(disc: SampleDisc, receiver: ReceiverProcess, *, case: str, place: Path) -> bool:
    """Export the case and hold each file's SHA-256 against the disc's."""
    target = place / "export"
    receiver.command("cases", "export", case, str(target), "--data", str(receiver.data))
    on_disc = disc.digests()
    in_store = {
        path.relative_to(target).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in target.rglob("*")
        if path.is_file() and path.name != "manifest.json"
    }
    agreeing = sum(in_store.get(name) == digest for name, digest in on_disc.items())
    extra = len(set(in_store) - set(on_disc))
    say(f"5. SHA-256, disc against store: {agreeing} of {len(on_disc)} files agree, {extra} in the store that should "
        "not be there.")  # fmt: skip
    return on_disc == in_store


def main() -> int:
    """Run the demonstration in a temporary folder."""
    parser = argparse.ArgumentParser(prog="dev.py demo")
    parser.add_argument("--once", action="store_true", help="compare every SHA-256, then end")
    options = parser.parse_args()
    for number in (signal.SIGINT, signal.SIGTERM):  # either ends it tidily, also where a shell told it to ignore Ctrl-C
        signal.signal(number, signal.default_int_handler)
    started = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="secondread-demo-") as folder:
        try:
            status = demonstrate(Path(folder), once=options.once)
        except KeyboardInterrupt:
            say("\nEnded.")
            return 0
    say(f"{'Everything agrees' if status == 0 else 'NOT EVERYTHING AGREES'}, after {time.monotonic() - started:.1f} s.")
    return status


if __name__ == "__main__":
    sys.exit(main())
