"""Pictures without a child process: each is grey, as bright as its frame's number."""

from dataclasses import dataclass, field

from secondread_desktop.core.look import Look
from secondread_desktop.errors import Interrupted
from secondread_desktop.services.ports import Flag, OpenFile
from secondread_shared.frames.picture import FrameUnshowable, Picture, Unshowable, Window

SIDE = 8
OWN_WINDOW = Window(centre=40.0, width=400.0)


@dataclass
class FakeFrames:
    """`frame_counts` and `unshowable` go by the last part of a file's name; `looks` is what was drawn."""

    frame_counts: dict[str, int] = field(default_factory=dict)
    unshowable: dict[str, Unshowable] = field(default_factory=dict)
    looks: list[Look] = field(default_factory=list)
    seconds: float | None = None
    pace: float | None = None
    presets: tuple[Window, ...] = ()
    overlays: int = 0
    prepared: int = 0
    closed: int = 0

    def prepare(self) -> None:
        self.prepared += 1

    def show(self, opened: OpenFile, look: Look, *, cancel: Flag) -> Picture:
        if cancel.is_set():
            raise Interrupted
        opened.stream.read()
        name = look.file.parts[-1]
        if name in self.unshowable:
            raise FrameUnshowable(self.unshowable[name], self.seconds)
        count = self.frame_counts.get(name, 1)
        if look.frame >= count:
            raise FrameUnshowable(Unshowable.NO_SUCH_FRAME)
        self.looks.append(look)
        window = None if look.is_document else look.window or OWN_WINDOW
        return Picture(
            SIDE, SIDE, 1, bytes([look.frame % 256]) * SIDE * SIDE, frame_count=count, window=window,
            presets=self.presets, pace=self.pace, overlays=self.overlays,
        )  # fmt: skip

    def close(self) -> None:
        self.closed += 1
