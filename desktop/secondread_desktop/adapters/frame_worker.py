"""Pictures drawn by a child process with bounded memory and time: a hostile stream takes nothing else down.

The parent opens a file through its medium, which follows no link out of the disc, and streams the bytes to the child.
A descriptor would be cheaper, but cannot be handed over on Windows, and a path would let the child open what the medium
would not. The child keeps the last file, so paging through the frames of a large one sends it once.

The child is this program again (`frame-worker`), so it also exists where there is no Python. Its standard error goes
nowhere: libraries may quote values of images.
"""

import math
import subprocess
import sys
import threading
import weakref
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import BinaryIO, cast

from secondread_desktop.adapters import frame_messages as messages
from secondread_desktop.adapters.frame_messages import Answer, Ask, Nonsense, Unshown
from secondread_desktop.core.look import Look
from secondread_desktop.errors import Interrupted
from secondread_desktop.services.ports import Flag, OpenFile
from secondread_shared.frames.picture import FrameUnshowable, Picture, Unshowable

_BLOCK = 1 << 20
_PATIENCE_S = 20.0  # the start of a frozen program on an old laptop included
_WARM_PATIENCE_S = (
    6.0  # once the child has drawn: damaged JPEG-LS of two kilobytes has kept CharLS 2.4 busy without end
)
_BYTES_A_SECOND = 2 << 20  # of what a file is large, it may take longer


def worker_command() -> tuple[str, ...]:
    """Return what starts the child: the frozen program itself, or our interpreter without the person's settings."""
    if getattr(sys, "frozen", False):
        return (sys.executable, "frame-worker")
    return (sys.executable, "-I", "-m", "secondread_desktop", "frame-worker")


class FrameWorker:
    """See `ports.Frames`. The child is started when the first picture is wanted, and again after each that died."""

    def __init__(
        self,
        *,
        command: tuple[str, ...] | None = None,
        patience_s: float = _PATIENCE_S,
        warm_patience_s: float = _WARM_PATIENCE_S,
    ) -> None:
        self._command = command or worker_command()
        self._patience_s = patience_s
        self._warm_patience_s = warm_patience_s
        self._is_warm = False
        self._lock = threading.Lock()
        self._child: subprocess.Popen[bytes] | None = None
        self._held: tuple[object, ...] | None = None
        self._end: Callable[[], object] = lambda: None

    @property
    def child_id(self) -> int | None:
        """The process id of the child, None while there is none."""
        return self._child.pid if self._child else None

    def show(self, opened: OpenFile, look: Look, *, cancel: Flag) -> Picture:
        """Have it drawn; whatever goes wrong with the child is the file's damage, and the next picture a new child."""
        if opened.size > messages.MOST_FILE_BYTES:
            raise FrameUnshowable(Unshowable.TOO_LARGE)
        with self._lock:
            is_whole = False
            try:
                answer = self._answer(self._started(), opened, look=look, cancel=cancel)
                is_whole = True
            except (BrokenPipeError, Nonsense):
                raise FrameUnshowable(Unshowable.DAMAGED) from None
            finally:
                if not is_whole:
                    self._stop()
        if isinstance(answer, Unshown):
            raise FrameUnshowable(answer.reason, _sound(answer.seconds))
        return answer.picture

    def prepare(self) -> None:
        """Start the child, so that the first picture need not wait for its libraries."""
        with self._lock:
            self._started()

    def close(self) -> None:
        """End the child, also in the middle of a picture."""
        child = self._child
        if child is not None:
            child.kill()
        with self._lock:
            self._stop()

    def _answer(self, child: "subprocess.Popen[bytes]", opened: OpenFile, *, look: Look, cancel: Flag) -> Answer:
        requests, answers = cast("BinaryIO", child.stdin), cast("BinaryIO", child.stdout)
        identity = (look.file, opened.size, opened.mtime_ns)
        size = None if identity == self._held else opened.size
        self._held = None
        ask = Ask(look.frame, look.is_document, size=size, window=look.window, fit=look.fit, is_bare=look.is_bare)
        with self._deadline(child):
            messages.write(requests, ask)
        if size is not None:
            self._stream(child, opened.stream, size=size, cancel=cancel)
        with self._deadline(child, self._patience_for(opened.size)):
            answer: Answer = messages.read(answers, Answer, longest=messages.LONGEST_ANSWER)  # type: ignore[arg-type]
        if not isinstance(answer, Unshown):
            _check(answer.picture)
        self._held, self._is_warm = identity, True
        return answer

    def _patience_for(self, size: int) -> float:
        """Return how long a picture may take: all the patience there is while the child still starts."""
        if not self._is_warm:
            return self._patience_s
        return min(self._patience_s, self._warm_patience_s + size / _BYTES_A_SECOND)

    def _stream(self, child: "subprocess.Popen[bytes]", source: BinaryIO, *, size: int, cancel: Flag) -> None:
        """Send exactly `size` bytes; a file that became shorter is filled with zeros and shows what it still holds."""
        requests = cast("BinaryIO", child.stdin)
        left = size
        while left:
            if cancel.is_set():
                raise Interrupted
            block = source.read(min(left, _BLOCK)) or bytes(min(left, _BLOCK))
            left -= len(block)
            with self._deadline(child):
                requests.write(block)
        with self._deadline(child):
            requests.flush()

    @contextmanager
    def _deadline(self, child: "subprocess.Popen[bytes]", patience_s: float | None = None) -> Iterator[None]:
        watchdog = threading.Timer(patience_s or self._patience_s, child.kill)
        watchdog.daemon = True
        watchdog.start()
        try:
            yield
        finally:
            watchdog.cancel()

    def _started(self) -> "subprocess.Popen[bytes]":
        if self._child is None or self._child.poll() is not None:
            self._stop()
            self._child = subprocess.Popen(
                self._command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
            )
            self._end = weakref.finalize(self, _end, self._child)
        return self._child

    def _stop(self) -> None:
        self._end()
        self._child = self._held = None
        self._is_warm = False


def _end(child: "subprocess.Popen[bytes]") -> None:
    child.kill()
    child.wait()
    for pipe in (child.stdin, child.stdout):
        try:
            cast("BinaryIO", pipe).close()
        except BrokenPipeError:  # what was not yet written is for nobody
            continue


def _sound(seconds: float | None) -> float | None:
    return seconds if seconds is not None and math.isfinite(seconds) and seconds > 0 else None


def _check(picture: Picture) -> None:
    """Believe no picture that cannot be: the child may have been taken over. Raises `Nonsense`."""
    is_sized = 0 < picture.width <= 1 << 16 and 0 < picture.height <= 1 << 16 and picture.channels in (1, 3)
    windows = [*picture.presets, *([picture.window] if picture.window else [])]
    numbers = [picture.aspect, *(number for window in windows for number in (window.centre, window.width))]
    if (
        not is_sized
        or len(picture.pixels) != picture.width * picture.height * picture.channels
        or picture.frame_count < 1
        or picture.aspect <= 0
        or (picture.pace is not None and not 0 < picture.pace < math.inf)
        or not all(math.isfinite(number) for number in numbers)
    ):
        raise Nonsense
