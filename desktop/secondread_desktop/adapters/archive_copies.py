"""Private copies of archives that lie packed inside others: they must be read here and there, so each is unpacked once.

One is unpacked by the first who wants it. Who wants the same one waits for that; who wants another one does not.
"""

import threading
from collections import OrderedDict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from weakref import WeakValueDictionary

from secondread_desktop.adapters.archive_streams import Source
from secondread_desktop.errors import Interrupted
from secondread_desktop.services.ports import Flag

Key = tuple[object, ...]
_MOST_COPIES = 3
_COPY_ROOM, _COPY_RATIO, _MOST_COPIED = 64 << 20, 30, 16 << 30
_ASK_AGAIN_S = 0.1


class ArchiveCopies:
    """The copies that were wanted lately. Any thread may ask."""

    def __init__(self) -> None:
        self._lock = threading.Lock()  # of what is below; never held while anything is read
        self._turns: WeakValueDictionary[Key, threading.Lock] = WeakValueDictionary()
        self._copies: OrderedDict[Key, Source] = OrderedDict()
        self._copied: dict[Key, int] = {}

    def get(self, key: Key, unpack: Callable[[], Source], *, cancel: Flag | None) -> Source:
        """Return the copy of an archive; `unpack` makes it if there is none yet. Raises as that does, `Interrupted`."""
        with self._turn(key, cancel):
            with self._lock:
                if key in self._copies:
                    self._copies.move_to_end(key)
                    return self._copies[key]
            source = unpack()
            with self._lock:
                self._copies[key] = source
                while len(self._copies) > _MOST_COPIES:
                    self._copies.popitem(last=False)  # closed once its last reader is gone
            return source

    def takes(self, key: Key, size: int, *, outermost_bytes: int) -> bool:
        """Count `size` bytes more that come out of the outermost archive `key[0]`, if that is fair."""
        with self._lock:
            others = sum(taken for other, taken in self._copied.items() if other[0] == key[0] and other != key)
            if others + size > min(_COPY_ROOM + _COPY_RATIO * outermost_bytes, _MOST_COPIED):
                return False
            self._copied[key] = size
            return True

    @contextmanager
    def _turn(self, key: Key, cancel: Flag | None) -> Iterator[None]:
        with self._lock:
            turn = self._turns.setdefault(key, threading.Lock())
        while not turn.acquire(timeout=_ASK_AGAIN_S):
            if cancel is not None and cancel.is_set():
                raise Interrupted
        try:
            yield
        finally:
            turn.release()
