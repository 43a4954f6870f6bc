"""A frame as it is shown, and why one cannot be shown."""

from dataclasses import dataclass, field
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Window:
    """A window in modality units (PS3.3 C.11.2.1.2); `name` is the file's explanation, empty if it has none."""

    centre: float
    width: float
    name: str = ""


@dataclass(frozen=True, slots=True)
class Picture:
    """One frame as 8-bit pixels: rows from top to bottom, `channels` 1 (grey) or 3 (RGB), interleaved, no padding.

    `window` is the one in force, None for colour; `presets` come from the file. `aspect` is the height of a pixel
    divided by its width. `frame_count` is that of the instance, and `pace` how many of them a second are meant to be
    shown, None if the file does not say. `overlays` is how many drawings lie over the frame in the file.
    """

    width: int
    height: int
    channels: int
    pixels: bytes = field(repr=False)
    frame_count: int
    window: Window | None = None
    presets: tuple[Window, ...] = ()
    aspect: float = 1.0
    pace: float | None = None
    overlays: int = 0


class Unshowable(StrEnum):
    """Why there is no picture; the instance is sent and kept all the same."""

    NO_PIXELS = "no_pixels"  # a report, a waveform
    PRESENTATION = "presentation"  # how other images are to be shown (PS3.3 A.33)
    VIDEO = "video"
    ELSEWHERE = "elsewhere"  # the file names a server that has the pixels (PS3.5 A.6)
    UNSUPPORTED = "unsupported"
    DAMAGED = "damaged"
    TOO_LARGE = "too_large"
    NO_SUCH_FRAME = "no_such_frame"


class FrameUnshowable(Exception):
    """This frame cannot be shown. Carries no patient data; `seconds` is how long a film takes, if it is known."""

    def __init__(self, reason: Unshowable, seconds: float | None = None) -> None:
        super().__init__(reason.value)
        self.reason = reason
        self.seconds = seconds
