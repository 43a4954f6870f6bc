"""Bytes in flight in tusd's file layout: `<id>` holds the data, `<id>.info` its FileInfo as JSON.

The offset is always the size of the data file, never a number in a file: after a kill the two cannot disagree.
"""

import asyncio
import contextlib
import json
import os
import re
import shutil
from collections.abc import AsyncIterator
from io import FileIO
from pathlib import Path
from typing import Any

from fastapi import HTTPException
from tuspyserver.storage import TusStorage

from secondread_server.errors import StorageFull, UploadUnknown
from secondread_shared.durable import fsync_folder, private_folder, write_durably

_ID = re.compile(r"[0-9a-f]{32}")
_BUFFER_BYTES = 1 << 20
_NOT_TOLD = "1970-01-01T00:00:00"


class UploadFolder:
    """The folder of uploads, for one receiver at a time."""

    def __init__(self, folder: Path) -> None:
        self.folder = private_folder(folder)

    def path(self, upload: str) -> Path:
        """Return an upload's data file; raise `UploadUnknown` for what cannot be an id."""
        if not _ID.fullmatch(upload):
            raise UploadUnknown
        return self.folder / upload

    def offset(self, upload: str) -> int | None:
        """Return how many bytes are there, or None if there is no such upload."""
        path = self.path(upload)
        try:
            return path.stat().st_size if self._info_path(upload).exists() else None
        except FileNotFoundError:
            return None

    def create(self, upload: str) -> None:
        """Make an empty data file, if there is none, with its name durable."""
        descriptor = os.open(self.path(upload), os.O_CREAT | os.O_WRONLY, 0o600)
        os.close(descriptor)
        fsync_folder(self.folder)

    def append(self, upload: str, content: bytes | bytearray) -> None:
        """Append bytes; raise `StorageFull` with what fitted left in place, so that the upload can go on."""
        try:
            with self._existing(upload) as file:
                view = memoryview(content)
                while view:
                    view = view[file.write(view) :]
        except FileNotFoundError:
            raise UploadUnknown from None
        except OSError:
            raise StorageFull from None

    def make_durable(self, upload: str) -> None:
        """Return once the upload's bytes and its name are on the disk."""
        try:
            with self._existing(upload) as file:
                os.fsync(file.fileno())
        except FileNotFoundError:
            raise UploadUnknown from None
        except OSError:
            raise StorageFull from None
        fsync_folder(self.folder)

    def info(self, upload: str) -> dict[str, Any] | None:
        """Return tusd's FileInfo, or None."""
        try:
            found = json.loads(self._info_path(upload).read_bytes())
        except (FileNotFoundError, ValueError):
            return None
        return found if isinstance(found, dict) else None

    def write_info(self, upload: str, *, size: int, metadata: dict[str, str]) -> None:
        """Write tusd's FileInfo durably. `Offset` stays 0 there, as tusd leaves it."""
        data, info = self.path(upload), self._info_path(upload)
        content = {
            "ID": upload, "Size": size, "SizeIsDeferred": False, "Offset": 0, "MetaData": metadata,
            "IsPartial": False, "IsFinal": False, "PartialUploads": None,
            "Storage": {"Type": "filestore", "Path": str(data), "InfoPath": str(info)},
        }  # fmt: skip
        if self.info(upload) != content:
            write_durably(info, json.dumps(content).encode())

    def remove(self, upload: str) -> None:
        """Remove an upload; what is not there is no error."""
        self._info_path(upload).unlink(missing_ok=True)
        self.path(upload).unlink(missing_ok=True)

    def uploads(self) -> list[str]:
        """Return the ids of all uploads, also of those whose creation was cut short."""
        names = (path.name.removesuffix(".info") for path in self.folder.iterdir())
        return sorted({name for name in names if _ID.fullmatch(name)})

    def free_bytes(self) -> int:
        """Return how much room the disk has."""
        return shutil.disk_usage(self.folder).free

    def _existing(self, upload: str) -> FileIO:
        """Open for appending what is there: an upload that was removed must not come back by a late write."""
        return FileIO(os.open(self.path(upload), os.O_WRONLY | os.O_APPEND), "w")

    def _info_path(self, upload: str) -> Path:
        path = self.path(upload)
        return path.with_name(f"{path.name}.info")


class RouterStorage(TusStorage):
    """The folder as tuspyserver's router wants it. Only one request at a time writes an upload: see `web/gate.py`."""

    def __init__(self, folder: UploadFolder) -> None:
        self._folder = folder
        self._buffers: dict[str, bytearray] = {}

    def location(self, uid: str) -> str:
        """Return the handle that the router passes on."""
        return str(self._folder.path(uid))

    async def create(self, uid: str) -> None:
        """Begin an upload."""
        await _finish(self._folder.create, uid)

    async def exists(self, uid: str) -> bool:
        """Tell whether the data file is there."""
        return await asyncio.to_thread(self._folder.offset, uid) is not None

    async def size(self, uid: str) -> int:
        """Return the offset in bytes."""
        return await asyncio.to_thread(self._folder.offset, uid) or 0

    async def append(self, uid: str, chunk: bytes) -> None:
        """Collect the body into blocks of 1 MiB and write them outside the event loop."""
        buffer = self._buffers.setdefault(uid, bytearray())
        buffer += chunk
        if len(buffer) >= _BUFFER_BYTES:
            await self._write(uid)

    async def flush(self, uid: str) -> None:
        """Write what is collected and make all of it durable, before the offset is told to anybody."""
        await self._write(uid)
        await _finish(self._folder.make_durable, uid)

    async def finalize(self, uid: str) -> None:
        """Nothing to seal."""

    async def read(self, uid: str) -> bytes | None:
        """Whole uploads are never read into memory."""
        raise NotImplementedError

    async def delete(self, uid: str) -> None:
        """Remove an upload."""
        await asyncio.to_thread(self._folder.remove, uid)

    async def read_info(self, uid: str) -> dict[str, Any] | None:
        """Return what the router calls its parameters."""
        info = await asyncio.to_thread(self._folder.info, uid)
        offset = await asyncio.to_thread(self._folder.offset, uid)
        if info is None or offset is None:
            return None
        return {
            "metadata": info["MetaData"] or {}, "size": info["Size"], "offset": offset,
            "created_at": _NOT_TOLD, "defer_length": False, "expires": None,
        }  # fmt: skip

    async def write_info(self, uid: str, data: dict[str, Any]) -> None:
        """Write the sidecar, if it says anything new."""
        metadata = {str(key): str(value) for key, value in data["metadata"].items()}
        await _finish(lambda: self._folder.write_info(uid, size=int(data["size"]), metadata=metadata))

    async def list_uids(self) -> list[str]:
        """Return every upload's id."""
        return await asyncio.to_thread(self._folder.uploads)

    @contextlib.asynccontextmanager
    async def lock(self, uid: str) -> AsyncIterator[None]:  # type: ignore[override]
        """Forget what an earlier request left in memory; the gate has seen to it that there is no other."""
        self._buffers.pop(uid, None)
        try:
            yield
        finally:
            self._buffers.pop(uid, None)

    async def _write(self, uid: str) -> None:
        content = self._buffers.pop(uid, bytearray())
        if content:
            await _finish(self._folder.append, uid, content)


async def _finish(call: Any, *arguments: Any) -> None:
    """Run a blocking call in a thread and wait for its end even if this task is cancelled.

    A thread cannot be stopped: to let go of the upload while it still writes would let two writers meet. The router
    turns unknown exceptions into a success, so a full disk must leave here as an `HTTPException`.
    """
    work = asyncio.ensure_future(asyncio.to_thread(call, *arguments))
    try:
        await asyncio.shield(work)
    except asyncio.CancelledError:
        with contextlib.suppress(StorageFull, UploadUnknown):
            await work
        raise
    except UploadUnknown:
        raise HTTPException(404) from None
    except (StorageFull, OSError):
        raise HTTPException(507) from None
