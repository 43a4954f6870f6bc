"""How far it is, and how long it may take: as a range, for a single number would be a lie."""

from dataclasses import dataclass

from secondread_desktop.core.events import Sending

_SMOOTHING_S = 20.0
_LEAST_OBSERVED_S = 2.0


@dataclass(frozen=True, slots=True)
class TimeLeft:
    """A span in seconds."""

    low_s: float
    high_s: float


@dataclass(slots=True)
class Pace:
    """A smoothed rate of bytes, fed with the total so far at increasing moments (seconds, any zero)."""

    started_s: float | None = None
    last_s: float = 0.0
    last_bytes: int = 0
    rate: float = 0.0

    def note(self, *, done_bytes: int, now_s: float) -> None:
        """Take one more observation."""
        if self.started_s is None:
            self.started_s, self.last_s, self.last_bytes = now_s, now_s, done_bytes
            return
        span = now_s - self.last_s
        if span <= 0:
            return
        fresh = max(0, done_bytes - self.last_bytes) / span
        weight = 1.0 if self.rate == 0 else min(1.0, span / _SMOOTHING_S)
        self.rate += weight * (fresh - self.rate)
        self.last_s, self.last_bytes = now_s, done_bytes

    def time_left(self, left_bytes: int) -> TimeLeft | None:
        """Return the span for the bytes that are left; None while too little was seen."""
        if self.started_s is None or self.rate <= 0 or self.last_s - self.started_s < _LEAST_OBSERVED_S:
            return None
        likely = left_bytes / self.rate
        return TimeLeft(low_s=likely * 0.8, high_s=likely * 1.4)


def rounded_minutes(left: TimeLeft) -> tuple[int, int]:
    """Return the span in whole minutes, at least (0, 1)."""
    low = int(left.low_s // 60)
    return low, max(low + 1, round(left.high_s / 60))


def bytes_left(event: Sending) -> int:
    """Return what is still to be sent: known for closed parcels, guessed by their ratio for what is not staged."""
    unstaged = max(0, event.bytes_original - event.bytes_staged)
    ratio = event.bytes_closed / event.bytes_staged if event.bytes_staged and event.bytes_closed else 1.0
    return max(0, event.bytes_closed - event.bytes_uploaded) + int(unstaged * min(1.0, ratio))
