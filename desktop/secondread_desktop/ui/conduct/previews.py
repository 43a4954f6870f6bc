"""Pictures in the background: one at a time, the most wanted first, kept in a bounded store.

Each call of `want` names everything that is wanted now, so what nobody waits for any more is simply not drawn.
"""

from collections import OrderedDict
from collections.abc import Iterable, Sequence

from PySide6.QtCore import QObject, Signal

from secondread_desktop.core.look import Look
from secondread_desktop.errors import DiscUnreadable, Interrupted
from secondread_desktop.services.pictures import Pictures
from secondread_desktop.ui.task_runner import Task, TaskRunner, leave
from secondread_shared.frames.picture import FrameUnshowable, Picture

MOST_BYTES = 64 << 20


class Previews(QObject):
    """`drawn` carries a `Look` and its `Picture`; `refused` a `Look` and why, None if the disc is out."""

    drawn = Signal(object, object)
    refused = Signal(object, object)

    def __init__(self, pictures: Pictures, runner: TaskRunner, *, most_bytes: int = MOST_BYTES) -> None:
        super().__init__()
        self._pictures = pictures
        self._runner = runner
        self._most_bytes = most_bytes
        self._roots: Sequence[str] = ()
        self._kept: OrderedDict[Look, Picture] = OrderedDict()
        self._unshowable: dict[Look, FrameUnshowable] = {}
        self._queue: list[Look] = []
        self._running: tuple[Look, Task] | None = None

    def open(self, roots: Sequence[str]) -> None:
        """Begin with other discs."""
        self._roots = roots
        self._kept.clear()
        self._unshowable.clear()

    def want(self, looks: Iterable[Look]) -> None:
        """Draw these, the first one first. What is kept already is told at once."""
        wanted = list(dict.fromkeys(looks))
        self._queue = [look for look in wanted if look not in self._kept and look not in self._unshowable]
        if self._running is not None and self._running[0] not in wanted:
            self._running[1].stop()
        for look in wanted:
            if look in self._kept:
                self._kept.move_to_end(look)
                self.drawn.emit(look, self._kept[look])
            elif look in self._unshowable:
                self.refused.emit(look, self._unshowable[look])
        self._next()

    def close(self) -> None:
        """Draw no more, and let go of what draws; that may wait for a slow disc, so not here."""
        self._queue = []
        if self._running is not None:
            self._running[1].abandon()
            self._running = None
        self._runner.start(lambda _progress, _cancel: self._pictures.close(), done=leave, failed=leave)

    @property
    def kept_bytes(self) -> int:
        """The size of the store."""
        return sum(len(picture.pixels) for picture in self._kept.values())

    def _next(self) -> None:
        if self._running is not None or not self._queue:
            return
        look = self._queue.pop(0)
        roots = self._roots
        task = self._runner.start(
            lambda _progress, cancel: self._pictures.show(roots, look, cancel=cancel),
            done=lambda picture: self._keep(look, picture),
            failed=lambda error: self._refuse(look, error),
        )
        self._running = (look, task)

    def _keep(self, look: Look, picture: Picture) -> None:
        self._running = None
        self._kept[look] = picture
        while self.kept_bytes > self._most_bytes and len(self._kept) > 1:
            self._kept.popitem(last=False)
        self.drawn.emit(look, picture)
        self._next()

    def _refuse(self, look: Look, error: Exception) -> None:
        self._running = None
        if isinstance(error, FrameUnshowable):
            self._unshowable[look] = error.with_traceback(None)
            self.refused.emit(look, error)
        elif isinstance(error, DiscUnreadable):
            self.refused.emit(look, None)
        elif not isinstance(error, Interrupted):
            raise error
        self._next()
