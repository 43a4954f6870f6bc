"""Thumbnails in the data folder: private files by case, bounded in all; the ones not looked at longest go first."""

import os
import shutil
import threading
from pathlib import Path

from secondread_shared.durable import private_folder

_MOST_BYTES = 256 << 20
_SUFFIX = ".png"


class ThumbnailFolder:
    """One folder a case. Nothing here is needed: what is missing is drawn again."""

    def __init__(self, folder: Path, *, most_bytes: int = _MOST_BYTES) -> None:
        self._folder = private_folder(folder)
        self._most = most_bytes
        self._lock = threading.Lock()

    def find(self, case: str, name: str) -> bytes | None:
        """Return a thumbnail, or None."""
        path = self._path(case, name)
        try:
            content = path.read_bytes()
            os.utime(path)
        except FileNotFoundError:
            return None
        return content

    def keep(self, case: str, name: str, png: bytes) -> None:
        """Keep a thumbnail, and make room for it; without room on the disk it is not kept."""
        path = self._path(case, name)
        temporary = path.with_name(f"{path.name}.{os.getpid()}.{threading.get_ident()}.tmp")
        try:
            private_folder(path.parent)
            descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
            with os.fdopen(descriptor, "wb") as file:
                file.write(png)
            temporary.replace(path)
        except OSError:
            temporary.unlink(missing_ok=True)
            return
        self._make_room()

    def remove(self, case: str) -> None:
        """Remove all of a case."""
        shutil.rmtree(self._folder / case, ignore_errors=True)

    def _path(self, case: str, name: str) -> Path:
        return self._folder / case / f"{name}{_SUFFIX}"

    def _make_room(self) -> None:
        with self._lock:
            found = []
            for path in self._folder.glob(f"*/*{_SUFFIX}"):
                try:
                    facts = path.stat()
                except FileNotFoundError:
                    continue
                found.append((facts.st_mtime_ns, facts.st_size, path))
            excess = sum(size for _, size, _ in found) - self._most
            for _, size, path in sorted(found):
                if excess <= 0:
                    return
                path.unlink(missing_ok=True)
                excess -= size
