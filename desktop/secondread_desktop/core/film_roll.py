"""The roll of a set of images: every instance, and every frame of an instance that has several, one after another."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate


@dataclass(frozen=True, slots=True)
class Spot:
    """A place on the roll: an instance and one of its frames, both from 0."""

    instance: int
    frame: int


@dataclass(frozen=True, slots=True)
class Roll:
    """`frames` is how many each instance has, at least one; what is not yet known counts as one."""

    frames: tuple[int, ...]

    @property
    def length(self) -> int:
        """All places."""
        return sum(self.frames)

    def spot(self, place: int) -> Spot:
        """Return what is at a place, which is brought inside the roll first."""
        place = self.clamped(place)
        ends = list(accumulate(self.frames))
        instance = bisect_right(ends, place)
        return Spot(instance, place - (ends[instance - 1] if instance else 0))

    def place(self, spot: Spot) -> int:
        """Return the place of a spot."""
        return sum(self.frames[: spot.instance]) + min(spot.frame, self.frames[spot.instance] - 1)

    def clamped(self, place: int) -> int:
        """Return the nearest place that exists."""
        return max(0, min(place, self.length - 1))

    def learnt(self, instance: int, count: int) -> "Roll":
        """Return the roll now that an instance is known to have `count` frames."""
        known = (*self.frames[:instance], max(1, count), *self.frames[instance + 1 :])
        return replace(self, frames=known)

    def around(self, place: int, count: int) -> Sequence[int]:
        """Return `count` neighbouring places with `place` as near to their middle as the ends allow."""
        first = max(0, min(place - count // 2, self.length - count))
        return range(first, min(self.length, first + count))
