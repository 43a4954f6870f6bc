"""Decodes parcels in a child process with bounded memory and time: a hostile stream takes nothing else down."""

import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO

import msgspec

from secondread_server.adapters.child_process import FRAME
from secondread_server.core.image_records import InstanceHeader
from secondread_server.errors import ParcelUnusable
from secondread_server.services.ports import EntryBlock, EntryEvent, EntryFinished, EntryHeader, EntryStarted

_MAX_FRAME = 1 << 21
_START_SECONDS = 60.0
_BYTES_PER_SECOND = 1_000_000  # slower than this is a hung decoder
_EVENTS: dict[bytes, Callable[[bytes], EntryEvent]] = {
    b"E": lambda content: EntryStarted(ordinal=int(content)),
    b"D": lambda content: EntryBlock(content=content),
    b"H": lambda content: EntryHeader(header=msgspec.json.decode(content, type=InstanceHeader)),
    b"F": lambda content: EntryFinished(error=content.decode() or None),
}


class ChildDecoder:
    """Starts one child for each parcel."""

    def __init__(self, *, command: tuple[str, ...] | None = None, start_seconds: float = _START_SECONDS) -> None:
        self._command = command or (sys.executable, "-I", "-m", "secondread_server.adapters.parcel_child")
        self._start_seconds = start_seconds

    def decode(self, path: Path, *, case: str, ordinal: int) -> Iterator[EntryEvent]:
        """Yield what the child says; raise `ParcelUnusable` if it stops, is stopped, or talks nonsense."""
        try:
            seconds = self._start_seconds + path.stat().st_size / _BYTES_PER_SECOND
        except FileNotFoundError:
            raise ParcelUnusable("bytes_gone") from None
        arguments = [*self._command, str(path), case, str(ordinal)]
        nothing = subprocess.DEVNULL  # for what libraries print, too: they quote the values they complain of
        with subprocess.Popen(arguments, stdout=subprocess.PIPE, stdin=nothing, stderr=nothing) as child:
            watchdog = threading.Timer(seconds, child.kill)
            watchdog.daemon = True
            watchdog.start()
            try:
                assert child.stdout is not None
                yield from _events(child.stdout)  # type: ignore[arg-type]
            finally:
                watchdog.cancel()
                child.kill()


def _events(source: BinaryIO) -> Iterator[EntryEvent]:
    while True:
        kind, content = _read_frame(source)
        if kind == b"Z":
            return
        if kind == b"X":
            raise ParcelUnusable(content.decode("ascii", "replace")[:64])
        make = _EVENTS.get(kind)
        if make is None:
            raise ParcelUnusable("child_nonsense")
        try:
            yield make(content)
        except ValueError:  # a number that is none, or a header in another shape
            raise ParcelUnusable("child_nonsense") from None


def _read_frame(source: BinaryIO) -> tuple[bytes, bytes]:
    header = source.read(FRAME.size)
    if len(header) != FRAME.size:
        raise ParcelUnusable("child_died")
    kind, length = FRAME.unpack(header)
    content = source.read(length) if length <= _MAX_FRAME else b""
    if len(content) != length:
        raise ParcelUnusable("child_died")
    return kind, content
