"""Patience: repeat a request until it works, a person must act, or nothing has moved for too long."""

from collections.abc import Callable
from typing import TypeVar

from secondread_desktop.core.events import Tell, Waiting
from secondread_desktop.core.retry import delay_s
from secondread_desktop.errors import PatienceExhausted, ReceiverUnreachable, Transient, code_of
from secondread_desktop.services.ports import Clock

Answer = TypeVar("Answer")


class Patience:
    """Counts the time since the last progress. Waiting is told, never silent."""

    def __init__(self, *, clock: Clock, jitter: Callable[[], float], limit_s: float, tell: Tell) -> None:
        self._clock = clock
        self._jitter = jitter
        self._limit_s = limit_s
        self._tell = tell
        self._attempt = 0
        self._moved_s = clock.now_s()

    def progressed(self) -> None:
        """Start afresh: something moved."""
        self._attempt = 0
        self._moved_s = self._clock.now_s()

    def wait(self, error: Transient) -> None:
        """Wait before the next attempt. Raises `PatienceExhausted`."""
        reason = error.reason if isinstance(error, ReceiverUnreachable) else code_of(error)
        pause_s = delay_s(self._attempt, jitter=self._jitter(), asked_s=error.retry_after_s)
        self.pause(pause_s, reason=reason)
        self._attempt += 1

    def pause(self, seconds: float, *, reason: str, is_told: bool = True) -> None:
        """Let `seconds` pass without progress. Raises `PatienceExhausted` if that would be too long."""
        if self._clock.now_s() + seconds - self._moved_s > self._limit_s:
            raise PatienceExhausted(reason)
        if is_told:
            self._tell(Waiting(reason=reason, seconds=round(seconds, 1)))
        self._clock.sleep(seconds)

    def insist(self, request: Callable[[], Answer], *, is_progress: bool = True) -> Answer:
        """Repeat `request` until it gives an answer. Raises whatever is not transient, or `PatienceExhausted`.

        A question that may be asked for ever, such as "how far are you?", is no progress.
        """
        while True:
            try:
                answer = request()
            except Transient as error:
                self.wait(error)
            else:
                self._attempt = 0
                if is_progress:
                    self.progressed()
                return answer
