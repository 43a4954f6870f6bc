"""A folder as a medium, of which some files cannot be read at some places."""

import errno
from collections.abc import Callable
from typing import Any, BinaryIO, cast

from secondread_desktop.adapters.media_folder import MediaFolder, OpenMediumFile

IsBad = Callable[[int, int], bool]  # takes a place and how many bytes are wanted from it


class _Scratched:
    """An open file that raises `EIO` where it is bad."""

    def __init__(self, stream: BinaryIO, is_bad: IsBad) -> None:
        self._stream = stream
        self._is_bad = is_bad

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)

    def read(self, count: int = -1) -> bytes:
        if self._is_bad(self._stream.tell(), 1 << 40 if count < 0 else count):
            raise OSError(errno.EIO, "bad sector")
        return self._stream.read(count)


class ScratchedFolder(MediaFolder):
    """Its files whose names end so are bad where `is_bad` says."""

    def __init__(self, root: str, number: int, *, endings: tuple[str, ...], is_bad: IsBad, **more: Any) -> None:
        super().__init__(root, number, **more)
        self._endings = endings
        self._is_bad = is_bad

    def _open(self, path: str) -> OpenMediumFile:
        opened = super()._open(path)
        if path.endswith(self._endings):
            opened.stream = cast("BinaryIO", _Scratched(opened.stream, self._is_bad))
        return opened


def between(start: int, end: int) -> IsBad:
    """Return that what lies from `start` to `end` is bad."""
    return lambda place, count: place < end and place + count > start
