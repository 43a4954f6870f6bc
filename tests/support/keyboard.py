"""A keyboard before a program in a screen of its own: Xvfb and xdotool, for programs that can only be typed at."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.support.receiver import wait_until
from tests.support.window_process import screen_for_windows

MISSING = [program for program in ("Xvfb", "xdotool") if shutil.which(program) is None]


class Keyboard:
    """Types at the one program of a screen. `program` are its words; what it prints goes to `log`."""

    def __init__(self, program: list[str], *, environment: dict[str, str], log: Path) -> None:
        self._environment = environment
        with log.open("ab") as file:
            self._process = subprocess.Popen(program, env=environment, stdout=file, stderr=subprocess.STDOUT)

    def title(self) -> str:
        """Return the title of the window, which names the page; empty while there is none."""
        found = self._xdotool("search", "--onlyvisible", "--name", "SecondRead")
        return self._xdotool("getwindowname", found.split()[0]) if found else ""

    def on(self, page: str, *, seconds: float = 60.0) -> None:
        """Wait for a page, and give its window the keyboard as a window manager would."""
        wait_until(lambda: page in self.title() and self._take_focus(), seconds=seconds, what=page)

    def _take_focus(self) -> bool:
        """Give the window the keyboard; tell whether it was there to take it."""
        found = self._xdotool("search", "--onlyvisible", "--name", "SecondRead").split()
        if found:
            self._xdotool("windowfocus", "--sync", found[0])
        return bool(found)

    def press(self, *keys: str) -> None:
        """Press keys by their X names."""
        self._xdotool("key", "--delay", "40", *keys)

    def type(self, text: str) -> None:
        """Type a text; a tab in it goes to the next field."""
        for place, part in enumerate(text.split("\t")):
            if place:
                self.press("Tab")
            if part:
                self._xdotool("type", "--delay", "15", part)

    def go_on(self, to: str) -> None:
        """Press the primary action until the next page is there: it may still be off."""

        def is_there() -> bool:
            if to not in self.title():
                self.press("ctrl+Return")
            return to in self.title()

        wait_until(is_there, seconds=60.0, what=to)
        self.on(to)

    def end(self) -> None:
        """Kill the program."""
        self._process.kill()
        self._process.wait()

    def _xdotool(self, *words: str) -> str:
        done = subprocess.run(["xdotool", *words], env=self._environment, capture_output=True, text=True, check=False)
        return done.stdout.strip()


@contextmanager
def keyboard_at(program: list[str], *, home: Path) -> Iterator[Keyboard]:
    """Start a program that has nothing of ours in its environment, on a screen of its own."""
    with screen_for_windows() as screen:
        environment = {"PATH": os.defpath, "HOME": str(home), "LANG": "C.UTF-8"} | screen
        keyboard = Keyboard(program, environment=environment, log=home / "program.log")
        try:
            yield keyboard
        finally:
            keyboard.end()
