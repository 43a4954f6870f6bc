"""A real receiver in a process of its own, on loopback, for tests that talk to one."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import requests

_START_S = 40.0


def free_port() -> int:
    """Return a port that was free a moment ago."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_until(condition: Callable[[], object], *, seconds: float = 30.0, what: str = "the condition") -> None:
    """Wait for a condition, looking every 20 ms; fail with its name if it does not come."""
    end = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > end:
            raise AssertionError(f"{what} did not come within {seconds} s")
        time.sleep(0.02)


class ReceiverProcess:
    """`secondread-server serve` on a data folder; can be killed and started again on the same port."""

    def __init__(self, data: Path, *, demo: bool = False, settings: str = "", apps: str = "") -> None:
        self.data = data
        self.port = free_port()
        self.log = data.with_name(f"{data.name}.log")
        self._demo = demo
        self._apps = apps
        self._process: subprocess.Popen[bytes] | None = None
        self.command("init", "--data", str(data))
        if settings:
            (data / "secondread.toml").write_text(with_settings((data / "secondread.toml").read_text(), settings))

    @property
    def url(self) -> str:
        """The address of the receiver."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def pid(self) -> int:
        """The process id."""
        assert self._process is not None
        return self._process.pid

    def command(self, *arguments: str, stdin: str = "") -> str:
        """Run `secondread-server` to its end and return what it printed."""
        done = subprocess.run(
            [sys.executable, "-m", "secondread_server", *arguments],
            capture_output=True, text=True, check=False, input=stdin, timeout=120,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        return done.stdout

    def beside(self, apps: str) -> "ReceiverProcess":
        """Return another process on the same data folder."""
        return ReceiverProcess(self.data, demo=self._demo, apps=apps)

    def start(self) -> "ReceiverProcess":
        """Start serving and return once it answers."""
        arguments = ["serve", "--data", str(self.data), "--port", str(self.port), *(["--demo"] if self._demo else [])]
        arguments += ["--apps", self._apps] if self._apps else []
        with self.log.open("ab") as log:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "secondread_server", *arguments], stdout=log, stderr=log
            )
        wait_until(self._answers, seconds=_START_S, what="the receiver's first answer")
        return self

    def kill(self) -> None:
        """End it as a power cut would: SIGKILL."""
        assert self._process is not None
        os.kill(self._process.pid, signal.SIGKILL)
        self._process.wait()

    def stop(self) -> None:
        """End it as an operator would: SIGTERM."""
        if self._process is not None and self._process.poll() is None:
            self._process.terminate()
            self._process.wait(timeout=30)

    def _answers(self) -> bool:
        assert self._process is not None
        assert self._process.poll() is None, self.log.read_text()[-3000:]
        try:
            front = "/console/sign-in" if self._apps == "console" else "/api/v1/programme"
            return requests.get(f"{self.url}{front}", timeout=5).status_code == 200
        except requests.ConnectionError:
            return False


def with_settings(toml: str, changes: str) -> str:
    """Put `section.key = value` lines into the commented template: each key replaces what stood there."""
    for line in filter(None, changes.strip().splitlines()):
        name, _, value = line.partition("=")
        section, _, key = name.strip().rpartition(".")
        head, mark, tail = toml.partition(f"[{section}]\n")
        assert mark, section
        kept = [row for row in tail.split("\n") if not row.startswith(f"{key} =")]
        toml = "\n".join([f"{head}{mark}{key} ={value}", *kept])
    return toml
