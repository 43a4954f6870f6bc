"""Draws frames in children with bounded memory and time. A child never sees the files of two cases."""

import subprocess
import sys
import threading
from collections.abc import Callable
from typing import BinaryIO

import msgspec

from secondread_server.adapters.child_process import FRAME
from secondread_server.adapters.frame_turns import FrameTurns
from secondread_server.services.image_ports import FileBytes, FrameAsk, FrameFacts, ShownFrame
from secondread_shared.frames.picture import FrameUnshowable, Unshowable

MOST_FILE_BYTES = 512 << 20
_MOST_FRAME = 128 << 20
_MOST_FRAMES_OF_ONE = 400
_WORKERS, _PLACES, _OF_ONE_CASE = 2, 16, 8  # of the console's 24 threads, some stay free for its pages
_FRAME_SECONDS, _IDLE_SECONDS, _WAIT_SECONDS = 30.0, 60.0, 35.0  # who waits outlasts one frame of another case


class FrameWorkers:
    """Starts children as they are needed, a few at a time, and lets those go that nobody asks."""

    def __init__(self, *, command: tuple[str, ...] | None = None, frame_seconds: float = _FRAME_SECONDS) -> None:
        self._command = command or (sys.executable, "-I", "-m", "secondread_server.adapters.frame_child")
        self._seconds = frame_seconds
        self._lock = threading.Lock()
        self.turns = FrameTurns(workers=_WORKERS, places=_PLACES, of_one_case=_OF_ONE_CASE, wait_seconds=_WAIT_SECONDS)
        self._idle: list[_Worker] = []

    def render(self, case: str, file: FileBytes, ask: FrameAsk) -> ShownFrame:
        """Return a frame as a PNG; raise `FrameUnshowable`, `FramesBusy`, or what reading the bytes raises."""
        if file.size > MOST_FILE_BYTES:
            raise FrameUnshowable(Unshowable.TOO_LARGE)
        with self.turns.take(case):
            worker = self._take(case, file.sha256)
            try:
                return worker.render(file, ask, seconds=self._seconds)
            finally:
                self._give_back(worker)

    def close(self) -> None:
        """End every child that rests."""
        with self._lock:
            resting, self._idle = self._idle, []
        for worker in resting:
            worker.end()

    def _take(self, case: str, sha256: str) -> "_Worker":
        """Return a child of this case, one that holds the file if there is one; end one of another case for room."""
        with self._lock:
            own = sorted(
                (one for one in self._idle if one.case == case and one.is_fit), key=lambda one: one.holds != sha256
            )
            chosen = own[0] if own else None
            leaving = [] if chosen else self._idle[: max(0, len(self._idle) - _WORKERS + 1)]
            self._idle = [one for one in self._idle if one is not chosen and one not in leaving]
        for worker in leaving:
            worker.end()
        if chosen is None:
            return _Worker(self._command, case)
        chosen.stay()
        return chosen

    def _give_back(self, worker: "_Worker") -> None:
        if not worker.is_fit:
            worker.end()
            return
        with self._lock:
            self._idle.append(worker)
            worker.leave_after(_IDLE_SECONDS, self._retire)

    def _retire(self, worker: "_Worker") -> None:
        with self._lock:
            is_resting = worker in self._idle
            self._idle = [one for one in self._idle if one is not worker]
        if is_resting:
            worker.end()


class _Worker:
    """One child, and the case that it belongs to."""

    def __init__(self, command: tuple[str, ...], case: str) -> None:
        self.case = case
        self.holds = ""
        self._frames = 0
        self._is_whole = True
        self._leaving: threading.Timer | None = None
        pipe = subprocess.PIPE
        self._child = subprocess.Popen(list(command), stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL)

    @property
    def is_fit(self) -> bool:
        """Whether it may be asked again."""
        return self._is_whole and self._child.poll() is None and self._frames < _MOST_FRAMES_OF_ONE

    def render(self, file: FileBytes, ask: FrameAsk, *, seconds: float) -> ShownFrame:
        """Ask for a frame; a child that ends or is too slow takes the frame for damaged."""
        self._is_whole = False  # until it has answered to the end
        self._frames += 1
        watchdog = threading.Timer(seconds, self._child.kill)
        watchdog.daemon = True
        watchdog.start()
        try:
            self._send(file, ask)
            return self._answer()
        finally:
            watchdog.cancel()

    def stay(self) -> None:
        """Forget that it was to leave."""
        if self._leaving is not None:
            self._leaving.cancel()

    def leave_after(self, seconds: float, leave: "Callable[[_Worker], None]") -> None:
        """Leave if nobody asks for a while."""
        self._leaving = threading.Timer(seconds, leave, [self])
        self._leaving.daemon = True
        self._leaving.start()

    def end(self) -> None:
        """End the child."""
        self.stay()
        self._child.kill()
        for pipe in (self._child.stdin, self._child.stdout):
            assert pipe is not None
            try:
                pipe.close()
            except OSError:  # what was not taken any more
                continue
        self._child.wait()

    def _send(self, file: FileBytes, ask: FrameAsk) -> None:
        pipe = self._child.stdin
        assert pipe is not None
        is_held = file.sha256 == self.holds
        self.holds = ""
        size = None if is_held else file.size
        message = msgspec.json.encode({"sha256": file.sha256, "ask": ask, "size": size})
        left = size or 0
        try:
            pipe.write(len(message).to_bytes(4, "little") + message)
            for block in () if is_held else file.blocks:
                left -= len(block)
                pipe.write(block if left >= 0 else b"")
            pipe.flush()
        except BrokenPipeError:
            raise FrameUnshowable(Unshowable.DAMAGED) from None
        if left:  # the store's bytes are not the ones that were verified
            raise FrameUnshowable(Unshowable.DAMAGED)
        self.holds = file.sha256

    def _answer(self) -> ShownFrame:
        kind, content = self._read()
        if kind == b"N":
            self._is_whole = True
            raise FrameUnshowable(_reason(content))
        picture, png = self._read()
        if (kind, picture) != (b"P", b"I"):
            raise FrameUnshowable(Unshowable.DAMAGED)
        try:
            facts = msgspec.json.decode(content, type=FrameFacts)
        except (msgspec.ValidationError, msgspec.DecodeError):
            raise FrameUnshowable(Unshowable.DAMAGED) from None
        self._is_whole = True
        return ShownFrame(png=png, facts=facts)

    def _read(self) -> tuple[bytes, bytes]:
        source: BinaryIO = self._child.stdout  # type: ignore[assignment]
        header = source.read(FRAME.size)
        if len(header) != FRAME.size:
            raise FrameUnshowable(Unshowable.DAMAGED)
        kind, length = FRAME.unpack(header)
        content = source.read(length) if length <= _MOST_FRAME else b""
        if len(content) != length:
            raise FrameUnshowable(Unshowable.DAMAGED)
        return kind, content


def _reason(content: bytes) -> Unshowable:
    name = content.decode("ascii", "replace")
    return Unshowable(name) if name in set(Unshowable) else Unshowable.DAMAGED
