"""How fast the frames of an instance are meant to be shown, and how long that takes (PS3.3 C.7.6.5)."""

from typing import Any

from pydicom.dataset import Dataset

from secondread_shared.frames.attributes import frame_count, number_of

_SLOWEST, _FASTEST = 0.1, 1000.0
_LONGEST_S = 24 * 3600.0


def pace_of(dataset: Dataset) -> float | None:
    """Return frames a second, None where the file does not say."""
    for keyword in ("RecommendedDisplayFrameRate", "CineRate"):
        told = _sound(number_of(dataset.get(keyword), 0.0))
        if told is not None:
            return told
    milliseconds = number_of(dataset.get("FrameTime"), 0.0) or _mean(dataset.get("FrameTimeVector"))
    return _sound(1000.0 / milliseconds) if milliseconds > 0 else None


def seconds_of(dataset: Dataset) -> float | None:
    """Return how long a film takes."""
    told = number_of(dataset.get("EffectiveDuration"), 0.0)
    if told <= 0:
        pace, frames = pace_of(dataset), frame_count(dataset)
        told = frames / pace if pace is not None and frames > 1 else 0.0
    return told if 0 < told <= _LONGEST_S else None


def _mean(vector: Any) -> float:
    """Return the mean step; the first one of the vector is always zero."""
    try:
        steps = [number_of(step, 0.0) for step in vector][1:]
    except TypeError:
        return 0.0
    return sum(steps) / len(steps) if steps else 0.0


def _sound(rate: float) -> float | None:
    return rate if _SLOWEST <= rate <= _FASTEST else None
