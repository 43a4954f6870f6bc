"""An open file that is read no further once the work is to stop, however long its reader would go on."""

from typing import Any, BinaryIO, cast

from secondread_desktop.errors import Interrupted
from secondread_desktop.services.ports import Flag


class _Heeding:
    """Passes everything on, but for `read`, which raises `Interrupted` once the flag is set."""

    def __init__(self, stream: BinaryIO, cancel: Flag) -> None:
        self._stream = stream
        self._read = stream.read
        self._is_cancelled = cancel.is_set
        self.seek = stream.seek
        self.tell = stream.tell

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)

    def read(self, count: int = -1) -> bytes:
        """Return up to `count` bytes."""
        if self._is_cancelled():
            raise Interrupted
        return self._read(count)


def heeding(stream: BinaryIO, cancel: Flag) -> BinaryIO:
    """Return an open file as one that can be read as long as the flag is not set."""
    return cast("BinaryIO", _Heeding(stream, cancel))
