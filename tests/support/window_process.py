"""The real window in a process of its own, with a person before it who can be told what to do, and a plug to pull."""

import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Self

from tests.support.phrasebook import Phrasebook
from tests.support.receiver import wait_until

_NAMING = frozenset(
    {"press", "type", "choose", "clear", "typed", "is_ticked", "description"}
)  # deeds done to a control


@contextmanager
def screen_for_windows() -> Iterator[dict[str, str]]:
    """Yield what a process needs to show a window: a virtual screen (Xvfb), or none where that is not installed."""
    if shutil.which("Xvfb") is None:
        yield {"QT_QPA_PLATFORM": "offscreen"}
        return
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1280x900x24", "-nolisten", "tcp"]
    with subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL) as server:
        os.close(writing)
        try:
            with os.fdopen(reading) as said:
                number = said.readline().strip()
            yield {"QT_QPA_PLATFORM": "xcb", "DISPLAY": f":{number}"}
        finally:
            server.terminate()


class WindowProcess:
    """`secondread window`, driven by `tests/support/window_child.py` in the same process."""

    def __init__(self, *arguments: str, state: Path, screen: dict[str, str], language: str = "en") -> None:
        command = [sys.executable, "-m", "tests.support.window_child", *arguments, "--state", str(state)]
        command += ["--language", language]
        self.said = Phrasebook(language)
        self._errors = state.with_name("window.log").open("ab")
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self._errors, env=os.environ | screen
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.kill()

    def do(self, deed: str, *arguments: Any) -> Any:
        """Do something; what it is done to is named in English. Raises `LookupError` when that is not to be seen."""
        if deed in _NAMING:
            arguments = (self.said(arguments[0]), *arguments[1:])
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps([deed, *arguments]).encode() + b"\n")
        self._process.stdin.flush()
        answer = json.loads(self._process.stdout.readline())
        if "missing" in answer:
            raise LookupError(answer["missing"])
        return answer["value"]

    def see(self, words: str, *, seconds: float = 40.0) -> None:
        """Wait until words can be read; they are given in English."""
        wanted = self.said(words)
        try:
            wait_until(lambda: wanted in self.do("words"), seconds=seconds, what=wanted)
        except AssertionError as error:
            raise AssertionError(f"{error}; to be read is: {self.do('words')}") from None

    def press(self, name: str, *, seconds: float = 20.0) -> None:
        """Press a button as soon as it is there and can be pressed."""
        missing = ""

        def has_pressed() -> bool:
            nonlocal missing
            try:
                self.do("press", name)
            except LookupError as error:
                missing = str(error)
                return False
            return True

        try:
            wait_until(has_pressed, seconds=seconds, what=name)
        except AssertionError:
            raise AssertionError(f"could not press {missing}") from None

    def kill(self) -> None:
        """Pull the plug."""
        if self._process.poll() is None:
            os.kill(self._process.pid, signal.SIGKILL)
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout, self._errors):
            if pipe is not None and not pipe.closed:
                pipe.close()

    def close(self) -> int:
        """Close the window as a person does, and return the program's exit code."""
        assert self._process.stdin is not None
        self._process.stdin.write(b'["close"]\n')
        self._process.stdin.flush()
        code = self._process.wait(timeout=30)
        self.kill()
        return code
