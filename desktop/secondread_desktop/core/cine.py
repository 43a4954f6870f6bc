"""How the frames of one image are played: how often a frame comes, and which."""

from collections.abc import Iterator
from dataclasses import dataclass

_USUAL = 15.0  # frames a second where the file says nothing
_FASTEST = 30.0  # frames a second that are drawn; beyond it some are left out, so that the film keeps its time
_SLOWEST = 0.5


@dataclass(frozen=True, slots=True)
class Cine:
    """`pace` is what the file tells (PS3.3 C.7.6.5), `frames` how many there are."""

    frames: int
    pace: float | None = None

    @property
    def step(self) -> int:
        """Frames from one that is drawn to the next."""
        return max(1, round(self._told / _FASTEST))

    @property
    def interval_ms(self) -> int:
        """Time between two that are drawn."""
        return round(1000 * self.step / self._told)

    def after(self, frame: int) -> int:
        """Return the frame that follows; after the last the first comes again."""
        return (frame + self.step) % self.frames

    def ahead(self, frame: int, count: int) -> Iterator[int]:
        """Yield the frames that follow, to be drawn beforehand."""
        for _ in range(min(count, self.frames - 1)):
            frame = self.after(frame)
            yield frame

    @property
    def _told(self) -> float:
        return max(self.pace or _USUAL, _SLOWEST)
