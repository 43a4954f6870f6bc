"""The one bridge between threads: work runs in a pool, and what comes of it is told in the window's thread.

Work is `fn(progress, cancel) -> value`. The runner lives in the window's thread; its one signal is emitted by workers
and delivered there, because the receiver is the runner itself (a lambda would run in the worker).
"""

import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from typing import Any

from PySide6.QtCore import QObject, Signal

Progress = Callable[[Any], None]
Work = Callable[[Progress, threading.Event], Any]
Hear = Callable[[Any], None]


def leave(_value: object) -> None:
    """Leave what nobody wants to hear."""


class Task:
    """One piece of work under way."""

    def __init__(self, *, done: Hear, failed: Hear, progress: Hear) -> None:
        self.cancel = threading.Event()
        self.is_over = False
        self._hears = {"done": done, "failed": failed, "progress": progress}

    def stop(self) -> None:
        """Ask the work to end; `failed` is told `Interrupted` then."""
        self.cancel.set()

    def abandon(self) -> None:
        """Ask the work to end, and hear no more of it."""
        self.cancel.set()
        self._hears = dict.fromkeys(self._hears, leave)

    def hear(self, kind: str, value: object) -> None:
        """Pass on what the work told."""
        self.is_over = self.is_over or kind != "progress"
        self._hears[kind](value)


class TaskRunner(QObject):
    """Starts work and brings back what it tells."""

    _arrived = Signal(object, str, object)

    def __init__(self, parent: QObject | None = None, *, threads: int = 4) -> None:
        super().__init__(parent)
        self._pool = ThreadPoolExecutor(max_workers=threads, thread_name_prefix="work")
        self._tasks: set[Task] = set()
        self._futures: set[Future[None]] = set()
        self._arrived.connect(self._deliver)

    def start(self, work: Work, *, done: Hear, failed: Hear, progress: Hear = leave) -> Task:
        """Run `work` in the pool. `done`, `failed` and `progress` are called in the window's thread."""
        task = Task(done=done, failed=failed, progress=progress)
        self._tasks.add(task)
        future = self._pool.submit(self._run, task, work)
        self._futures = {other for other in self._futures if not other.done()} | {future}
        return task

    def close(self, *, patience_s: float) -> bool:
        """Stop everything; tell whether all of it has ended within `patience_s`."""
        for task in self._tasks:
            task.abandon()
        self._pool.shutdown(wait=False, cancel_futures=True)
        begun = [future for future in self._futures if not future.cancelled()]  # `wait` waits for a cancelled one too
        return not wait(begun, timeout=patience_s).not_done

    def _run(self, task: Task, work: Work) -> None:
        try:
            value = work(lambda event: self._arrived.emit(task, "progress", event), task.cancel)
        except Exception as error:  # noqa: BLE001 - whatever it is, the window must learn that the work has ended
            self._arrived.emit(task, "failed", error)
        else:
            self._arrived.emit(task, "done", value)

    def _deliver(self, task: Task, kind: str, value: object) -> None:
        if kind != "progress":
            self._tasks.discard(task)
        task.hear(kind, value)
