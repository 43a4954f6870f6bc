"""In-memory stand-ins for the desktop's ports: real behaviour, no network, no disk, no clock, and faults on demand.

The larger ones have modules of their own: `fake_media`, `fake_state`, `fake_receiver`, `fake_link`.
"""

from dataclasses import dataclass, field


class FakeClock:
    """Time passes only when somebody sleeps."""

    def __init__(self) -> None:
        self.now = 1000.0
        self.slept: list[float] = []

    def now_s(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds


@dataclass
class Told:
    """Collects events."""

    events: list[object] = field(default_factory=list)

    def __call__(self, event: object) -> None:
        self.events.append(event)

    def of(self, kind: type) -> list:
        return [event for event in self.events if isinstance(event, kind)]
