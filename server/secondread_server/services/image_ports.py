"""What the console needs of the outside to show images, as Protocols."""

from collections.abc import Iterator
from typing import Protocol

import msgspec

from secondread_server.core.image_records import InstanceRecord
from secondread_shared.frames.picture import Window


class FrameAsk(msgspec.Struct, frozen=True):
    """Which frame of an instance is wanted, and how it is to look. `fit` bounds the longer side in pixels."""

    frame: int = 0
    window: Window | None = None
    fit: int | None = None


class FrameFacts(msgspec.Struct, frozen=True):
    """What goes with a picture. `window` is the one in force, None for colour; `presets` are the file's own."""

    frame_count: int
    aspect: float
    window: Window | None = None
    presets: tuple[Window, ...] = ()


class ShownFrame(msgspec.Struct, frozen=True):
    """A frame as a PNG."""

    png: bytes
    facts: FrameFacts


class FileBytes(msgspec.Struct, frozen=True):
    """The bytes of an instance, to be read if they are needed."""

    sha256: str
    size: int
    blocks: Iterator[bytes]


class FrameRenderer(Protocol):
    """Draws frames where a hostile file can do no harm."""

    def render(self, case: str, file: FileBytes, ask: FrameAsk) -> ShownFrame:
        """Return the picture; raise `FrameUnshowable`, `FramesBusy`, or what reading the bytes raises."""

    def close(self) -> None:
        """End what rests."""


class Thumbnails(Protocol):
    """Small pictures that are kept, by case and a name of our own making. Bounded: what is not there is made again."""

    def find(self, case: str, name: str) -> bytes | None: ...
    def keep(self, case: str, name: str, png: bytes) -> None: ...
    def remove(self, case: str) -> None: ...


class Images(Protocol):
    """The memory of a case's instances."""

    def instances(self, case: str) -> list[InstanceRecord]: ...
