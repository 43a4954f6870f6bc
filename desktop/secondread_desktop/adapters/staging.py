"""Parcel files in the state folder: one private folder a case, one private file a parcel."""

import errno
import hashlib
import os
import shutil
import tempfile
from io import FileIO
from pathlib import Path
from typing import BinaryIO, cast

from secondread_desktop.core.submission import Parcel
from secondread_desktop.errors import DiskFull, ParcelLost, StateUnusable
from secondread_shared.durable import fsync_folder, private_folder

_BLOCK = 1 << 20
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT})


class PrivateFile(FileIO):
    """A file whose writes raise `DiskFull`; after the first one it is spoilt and swallows the rest."""

    is_spoilt = False

    def write(self, data: "bytes | bytearray | memoryview") -> int:  # type: ignore[override]
        """Write all of `data`."""
        if self.is_spoilt:
            return len(data)
        rest = memoryview(data).cast("B")
        length = len(rest)
        try:
            while rest:
                rest = rest[super().write(rest) or 0 :]
        except OSError as error:
            self.is_spoilt = True
            raise (DiskFull if error.errno in _FULL else StateUnusable) from None
        return length


class FolderStaging:
    """See `ports.Staging`."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def begin(self, case: str, ordinal: int) -> BinaryIO:
        """Open a new parcel file, empty."""
        try:
            private_folder(self._folder)
            private_folder(self._folder / case)
            descriptor = os.open(self._path(case, ordinal), os.O_RDWR | os.O_CREAT | os.O_TRUNC | _BINARY, 0o600)
        except OSError as error:
            raise (DiskFull if error.errno in _FULL else StateUnusable) from None
        return cast("BinaryIO", PrivateFile(descriptor, "r+b"))

    def close(self, case: str, file: BinaryIO) -> tuple[int, str]:
        """Make a parcel durable, its name too; then take its size and SHA-256."""
        with file:
            if getattr(file, "is_spoilt", False):
                raise DiskFull
            file.flush()
            try:
                os.fsync(file.fileno())
            except OSError as error:
                raise (DiskFull if error.errno in _FULL else StateUnusable) from None
            file.seek(0)
            size, digest = 0, hashlib.sha256()
            while block := file.read(_BLOCK):
                digest.update(block)
                size += len(block)
        fsync_folder(self._folder / case)
        fsync_folder(self._folder)
        return size, digest.hexdigest()

    def open(self, case: str, parcel: Parcel) -> BinaryIO:
        """Open a closed parcel; one of another size is lost, for it must never be filled up from anything else."""
        try:
            file = self._path(case, parcel.ordinal).open("rb")
        except OSError:
            raise ParcelLost(parcel.ordinal) from None
        if os.fstat(file.fileno()).st_size != parcel.size:
            file.close()
            raise ParcelLost(parcel.ordinal)
        return file

    def spool(self, case: str) -> BinaryIO:
        """Open a private file that is deleted when it is closed."""
        try:
            private_folder(self._folder)
            folder = private_folder(self._folder / case)
            descriptor, name = tempfile.mkstemp(prefix="spool-", dir=folder)
        except OSError as error:
            raise (DiskFull if error.errno in _FULL else StateUnusable) from None
        return cast("BinaryIO", _SpoolFile(descriptor, name))

    def keep_only(self, case: str, ordinals: set[int]) -> None:
        """Delete whatever lies in the case's folder beside its closed parcels."""
        kept = {self._path(case, ordinal).name for ordinal in ordinals}
        folder = self._folder / case
        for path in folder.iterdir() if folder.is_dir() else ():
            if path.name not in kept:
                path.unlink()

    def keep_only_cases(self, cases: set[str]) -> None:
        """Delete the folders of all other cases."""
        for path in self._folder.iterdir() if self._folder.is_dir() else ():
            if path.name not in cases:
                shutil.rmtree(path, ignore_errors=True)

    def forget(self, case: str) -> None:
        """Delete everything of a case."""
        shutil.rmtree(self._folder / case, ignore_errors=True)

    def _path(self, case: str, ordinal: int) -> Path:
        return self._folder / case / f"{ordinal:06d}.parcel"


_BINARY = getattr(os, "O_BINARY", 0)


class _SpoolFile(PrivateFile):
    """Deletes itself on closing."""

    def __init__(self, descriptor: int, name: str) -> None:
        super().__init__(descriptor, "r+b")
        self._path = Path(name)

    def close(self) -> None:
        was_closed = self.closed
        super().close()
        if not was_closed:
            self._path.unlink(missing_ok=True)
