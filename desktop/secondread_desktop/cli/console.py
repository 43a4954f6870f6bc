"""Prints: one JSON object a line for programs, or calm sentences and a progress bar for people."""

import dataclasses
import json
import threading
from collections.abc import Callable
from typing import Any, TextIO

from secondread_desktop.cli.sentences import sentence_of_event
from secondread_desktop.core.events import Event, Scanning, Sending
from secondread_desktop.core.progress import Pace, bytes_left
from secondread_desktop.errors import (
    ConsentsMissing,
    DesktopError,
    IntakeIncomplete,
    OutputLost,
    PaymentRefused,
    ReceiverRefused,
    code_of,
)
from secondread_desktop.ui import texts

_BAR = 24


class Console:
    """One output. Safe to use from several threads."""

    def __init__(self, out: TextIO, *, is_json: bool, now_s: Callable[[], float]) -> None:
        self._out = out
        self._is_json = is_json
        self._is_live = not is_json and out.isatty()
        self._now_s = now_s
        self._pace = Pace()
        self._lock = threading.Lock()
        self._line_length = 0
        self._last: Event | None = None

    def tell(self, event: Event) -> None:
        """Print an event; one that says the same as the last is left out."""
        with self._lock:
            if event == self._last:
                return
            self._last = event
            if self._is_json:
                self._write_json(self._json_of(event))
            elif isinstance(event, Sending | Scanning):
                self._show_live(event)
            else:
                self._say(sentence_of_event(event))

    def result(self, message: dict[str, Any], sentence: str) -> None:
        """Print what a command ended with."""
        with self._lock:
            if self._is_json:
                self._write_json({"format": 1, **message})
            else:
                self._say(sentence)

    def document(self, message: dict[str, Any]) -> None:
        """Print JSON for people to edit or read, whatever the mode."""
        with self._lock:
            self._put(json.dumps(message, indent=2, ensure_ascii=False) + "\n")

    def error(self, error: DesktopError) -> None:
        """Print what went wrong, with the fields of the intake that it is about."""
        fields = [{"field": problem.field, "code": problem.code} for problem in _fields(error)]
        sentence = texts.sentence_of(error)
        with self._lock:
            if self._is_json:
                message = {"format": 1, "event": "error", "code": code_of(error), "message": sentence}
                self._write_json(message | _detail(error) | ({"fields": fields} if fields else {}))
                return
            self._say(sentence)
            for field in fields:
                self._say(f"  {field['field']}: {field['code'].replace('_', ' ')}")
            for name, value in _detail(error).items():
                self._say(f"  {name}: {value}")

    def _json_of(self, event: Event) -> dict[str, Any]:
        return {"format": 1, "event": event.name, **dataclasses.asdict(event)}

    def _write_json(self, message: dict[str, Any]) -> None:
        self._put(json.dumps(message, ensure_ascii=False) + "\n")

    def _put(self, text: str) -> None:
        try:
            self._out.write(text)
            self._out.flush()
        except OSError:
            raise OutputLost from None

    def _say(self, sentence: str) -> None:
        if self._line_length:
            self._put("\r" + " " * self._line_length + "\r")
            self._line_length = 0
        self._put(sentence + "\n")

    def _show_live(self, event: Sending | Scanning) -> None:
        if not self._is_live:
            return
        line = self._sending_line(event) if isinstance(event, Sending) else f"Looking at file {event.files} ..."
        self._put("\r" + line.ljust(self._line_length))
        self._line_length = len(line)

    def _sending_line(self, event: Sending) -> str:
        left = bytes_left(event)
        self._pace.note(done_bytes=event.bytes_uploaded, now_s=self._now_s())
        total = event.bytes_uploaded + left
        share = event.bytes_uploaded / total if total else 0.0
        filled = int(_BAR * share)
        bar = "#" * filled + "." * (_BAR - filled)
        parts = [
            f"[{bar}] {share:4.0%}",
            f"{event.files_staged} of {texts.counted(event.files, 'file')} read",
            f"{texts.sizes(event.bytes_uploaded)} sent",
            texts.time_left(self._pace.time_left(left)),
        ]
        return "  ".join(part for part in parts if part)


def _fields(error: DesktopError) -> list[Any]:
    return error.fields if isinstance(error, IntakeIncomplete) else []


def _detail(error: DesktopError) -> dict[str, Any]:
    if isinstance(error, ConsentsMissing):
        return {"consents": error.kinds}
    if isinstance(error, PaymentRefused):
        return {"payment_state": error.state}
    if isinstance(error, ReceiverRefused):
        return {"status": error.status, "problem": error.code}
    return {}
