"""Slow reading: what a scratched disc did not give at once is asked for again, after growing pauses, a few times.

A drive's own attempts at one bad sector take it half a minute, and a bad disc has thousands: so all of it together is
bounded too. After that each file has one attempt.
"""

import errno
from collections.abc import Callable
from typing import TypeVar

from secondread_desktop.errors import Interrupted, MemberDamaged
from secondread_desktop.services.ports import Clock, Flag

T = TypeVar("T")
_PAUSES_S = (0.5, 2.0, 5.0)
_STEP_S = 0.25
_MOST_SECONDS = 300.0
_WINDOWS_READ_ERRORS = frozenset({21, 23, 27, 1117})  # not ready, CRC, sector not found, I/O device


class SlowReading:
    """The patience with one run's media."""

    def __init__(self, clock: Clock, cancel: Flag) -> None:
        self._clock = clock
        self._cancel = cancel
        self._left_s = _MOST_SECONDS

    def attempt(self, read: Callable[[], T]) -> T:
        """Return what `read` returns, at the latest attempt that is worth it. Raises what it raises, `Interrupted`."""
        for pause_s in _PAUSES_S:
            began = self._clock.now_s()
            try:
                return read()
            except OSError as error:
                self._left_s -= self._clock.now_s() - began
                if not _may_come(error) or self._left_s < pause_s:
                    raise
            self._pause(pause_s)
        return read()

    def _pause(self, seconds: float) -> None:
        self._left_s -= seconds
        while seconds > 0:
            if self._cancel.is_set():
                raise Interrupted
            self._clock.sleep(min(seconds, _STEP_S))
            seconds -= _STEP_S


def _may_come(error: OSError) -> bool:
    """Tell a bad sector from what stays as it is."""
    if isinstance(error, MemberDamaged):
        return False
    return error.errno == errno.EIO or getattr(error, "winerror", None) in _WINDOWS_READ_ERRORS
