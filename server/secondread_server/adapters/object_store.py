"""Images at rest through obstore: a local folder, or an S3-compatible store, by the address alone."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from obstore.exceptions import BaseError
from obstore.store import LocalStore, from_url

from secondread_server.errors import ObjectMissing, SettingsUnusable, StorageFull, StoreUnavailable
from secondread_shared.durable import private_folder

_BLOCK = 1 << 20
_KEEP_FREE_BYTES = 64 << 20


class LocalObjects:
    """Objects in a folder. Writes go to a temporary name and are renamed, by obstore."""

    def __init__(self, folder: Path) -> None:
        self._folder = private_folder(folder)
        self._objects = StoredObjects(LocalStore(prefix=self._folder))

    def put(self, key: str, file: BinaryIO) -> None:
        """Store a file under a key; raise `StorageFull` or `StoreUnavailable`."""
        try:
            self._objects.put(key, file)
        except StoreUnavailable:
            statistics = os.statvfs(self._folder)
            if statistics.f_bavail * statistics.f_frsize < _KEEP_FREE_BYTES:
                raise StorageFull from None
            raise

    def read(self, key: str) -> Iterator[bytes]:
        """Yield an object's bytes; raise `ObjectMissing`."""
        return self._objects.read(key)

    def delete(self, prefix: str) -> None:
        """Delete every object under a prefix."""
        self._objects.delete(prefix)

    def settle(self) -> None:
        """Flush the file system: one call for a parcel's thousand files is cheaper than an fsync for each."""
        os.sync()


class StoredObjects:
    """Objects in any store that obstore knows; what `put` returned from is durable there."""

    def __init__(self, store: object) -> None:
        self._store = store

    def put(self, key: str, file: BinaryIO) -> None:
        """Store a file under a key; raise `StoreUnavailable`."""
        try:
            self._store.put(key, file)  # type: ignore[attr-defined]
        except (BaseError, OSError, ValueError):
            raise StoreUnavailable from None

    def read(self, key: str) -> Iterator[bytes]:
        """Yield an object's bytes; raise `ObjectMissing` or `StoreUnavailable`."""
        try:
            for block in self._store.get(key).stream(min_chunk_size=_BLOCK):  # type: ignore[attr-defined]
                yield bytes(block)
        except FileNotFoundError:
            raise ObjectMissing from None
        except (BaseError, OSError):
            raise StoreUnavailable from None

    def delete(self, prefix: str) -> None:
        """Delete every object under a prefix; what is gone already is no error."""
        try:
            for found in self._store.list(prefix).collect():  # type: ignore[attr-defined]
                self._delete_one(found["path"])
        except BaseError:
            raise StoreUnavailable from None

    def settle(self) -> None:
        """Nothing to wait for."""

    def _delete_one(self, key: str) -> None:
        try:
            self._store.delete(key)  # type: ignore[attr-defined]
        except FileNotFoundError:
            return


def open_objects(url: str, folder: Path) -> LocalObjects | StoredObjects:
    """Return the store of an address such as `s3://bucket/prefix`; without one, of the local folder."""
    try:
        return StoredObjects(from_url(url)) if url else LocalObjects(folder)
    except (BaseError, ValueError):
        raise SettingsUnusable("storage.objects_url is not the address of a store that is supported") from None
