"""`secondread send` and its sisters in a process of their own, as a person's computer would run them."""

import json
import os
import signal
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.support.case_client import INTAKE

_TIMEOUT_S = 240


@dataclass
class Outcome:
    """What a run printed and how it ended."""

    exit_code: int
    events: list[dict[str, Any]]
    printed: str

    @property
    def last(self) -> dict[str, Any]:
        """The last JSON line."""
        return self.events[-1]


@dataclass
class Running:
    """A command that runs, and the file that takes what it prints."""

    process: subprocess.Popen[bytes]
    printed: Path

    def outcome(self) -> Outcome:
        """Wait for the end and return what was printed."""
        self.process.wait(timeout=_TIMEOUT_S)
        text = self.printed.read_text()
        lines = [line for line in text.splitlines() if line.startswith("{") and line.endswith("}")]
        return Outcome(self.process.returncode, [json.loads(line) for line in lines], text)

    def kill(self) -> None:
        """End it as a power cut would."""
        os.kill(self.process.pid, signal.SIGKILL)
        self.process.wait()


class Sender:
    """One computer: a state folder and the intake of one patient."""

    def __init__(self, folder: Path, url: str, **intake: str) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.state = folder / "state"
        self.intake = folder / "intake.json"
        self.url = url
        self._runs = 0
        example = json.loads(self.run("intake-example", "--receiver", url).printed)
        example["intake"] |= {**INTAKE, **intake}
        self.intake.write_text(json.dumps(example))

    def start(self, *arguments: str) -> Running:
        """Start a command. What it prints goes to a file: a pipe that nobody reads would stop it when full."""
        self._runs += 1
        printed = self.state.with_name(f"printed-{self._runs}")
        with printed.open("wb") as target:
            process = subprocess.Popen(
                [sys.executable, "-m", "secondread_desktop", *arguments],
                stdout=target,
                stderr=subprocess.STDOUT,
                env=os.environ | {"PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring"},
            )
        return Running(process, printed)

    def run(self, *arguments: str) -> Outcome:
        """Run a command to its end."""
        return self.start(*arguments).outcome()

    def send_arguments(self, source: Path, *more: str) -> list[str]:
        """Return the arguments of a `send` whose identity is confirmed."""
        return [
            "send", str(source), "--receiver", self.url, "--intake", str(self.intake), "--state", str(self.state),
            "--identity-confirmed", "test", "--json", *more,
        ]  # fmt: skip

    def send(self, source: Path, *more: str) -> Outcome:
        """Send a folder to the end."""
        return self.run(*self.send_arguments(source, *more))

    def resume(self) -> Outcome:
        """Go on with what was interrupted."""
        return self.run("resume", "--json", "--state", str(self.state))
