"""Pictures of what was found, for the eye: the file is opened through its medium and drawn apart from this program."""

import threading
from collections.abc import Callable, Sequence

from secondread_desktop.core.look import Look
from secondread_desktop.errors import DiscUnreadable, Interrupted, MemberDamaged
from secondread_desktop.services.ports import Flag, Frames, Medium
from secondread_shared.frames.picture import FrameUnshowable, Picture, Unshowable


class Pictures:
    """Draws for one window; `roots` are the places of the sources, in their order."""

    def __init__(self, medium: Callable[[str, int], Medium], frames: Callable[[], Frames]) -> None:
        self._medium = medium
        self._make_frames = frames
        self._frames: Frames | None = None
        self._making = threading.Lock()  # the first picture and `prepare` come from different threads

    def show(self, roots: Sequence[str], look: Look, *, cancel: Flag) -> Picture:
        """Return a picture. Raises `FrameUnshowable`, `Interrupted`, or `DiscUnreadable` if the file is not there."""
        if cancel.is_set():
            raise Interrupted
        frames = self._made()
        number = look.file.source
        try:
            with self._medium(roots[number - 1], number).open(look.file.parts) as opened:
                if (opened.size, opened.mtime_ns) != (look.file.size, look.file.mtime_ns):
                    raise DiscUnreadable(
                        number
                    )  # another disc is in the drive: its picture would be taken for this one
                return frames.show(opened, look, cancel=cancel)
        except MemberDamaged:
            raise FrameUnshowable(Unshowable.DAMAGED) from None
        except OSError:
            raise DiscUnreadable(number) from None

    def prepare(self) -> None:
        """Make ready while the person still waits for something else."""
        try:
            self._made().prepare()
        except OSError:
            return  # the first picture tells, if it is still so

    def _made(self) -> Frames:
        with self._making:
            if self._frames is None:
                self._frames = self._make_frames()
            return self._frames

    def close(self) -> None:
        """Let go of everything until the next picture."""
        with self._making:
            frames = self._frames
        if frames is not None:
            frames.close()
