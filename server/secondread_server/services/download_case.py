"""A case as one ZIP, stored and not compressed, made while it is read: nothing is kept in memory or on disk."""

import hashlib
import zipfile
from collections.abc import Iterator

from secondread_server.core.staff_records import FileRecord
from secondread_server.errors import CaseUnknown, ObjectMissing
from secondread_server.services.office import Office
from secondread_server.services.take_manifest import manifest_key
from secondread_server.services.verify_case import object_key
from secondread_shared.manifest import RESERVED_PATH, is_safe_path

_ZIP64_FROM = 1 << 31


class _Sink:
    """Takes what the archive writes until it is asked for. No tell and no seek: the archive is a stream."""

    def __init__(self) -> None:
        self._blocks: list[bytes] = []

    def write(self, block: bytes) -> int:
        """Take some bytes."""
        self._blocks.append(bytes(block))
        return len(block)

    def flush(self) -> None:
        """Nothing waits."""

    def take(self) -> bytes:
        """Return what came since the last call."""
        taken = b"".join(self._blocks)
        self._blocks.clear()
        return taken


def zip_blocks(office: Office, case: str) -> Iterator[bytes]:
    """Yield a ZIP of a case's manifest and every verified file; raise `ObjectMissing` where the store's bytes changed.

    The manifest tells of what is not in it, too: what never arrived, and what could not be read from the disc.
    Raised in the middle, the error leaves a ZIP without its directory, which no program takes for whole.
    """
    sink = _Sink()
    with zipfile.ZipFile(sink, "w", zipfile.ZIP_STORED, strict_timestamps=False) as archive:  # type: ignore[call-overload]
        for name, size, blocks in _contents(office, case):
            entry = zipfile.ZipInfo(name)
            entry.external_attr = 0o600 << 16
            with archive.open(entry, "w", force_zip64=size >= _ZIP64_FROM) as target:
                for block in blocks:
                    target.write(block)
                    yield sink.take()
    yield sink.take()


def _contents(office: Office, case: str) -> Iterator[tuple[str, int, Iterator[bytes]]]:
    """Yield name, size and bytes of what goes into the archive."""
    digest = office.desk.cases.get(case).manifest_sha256
    if digest is not None:
        yield RESERVED_PATH, 0, _checked_blocks(office, manifest_key(case, digest), digest, reason="manifest")
    for file in office.book.files(case):
        if file.is_verified:
            assert is_safe_path(file.path)
            yield file.path, file.size, file_blocks(office, case=case, file=file)


def file_blocks(office: Office, *, case: str, file: FileRecord) -> Iterator[bytes]:
    """Yield one file's bytes, hashed again on their way; raise `ObjectMissing`."""
    yield from _checked_blocks(office, object_key(case, file.sha256), file.sha256, reason=f"item_{file.ordinal}")


def _checked_blocks(office: Office, key: str, sha256: str, *, reason: str) -> Iterator[bytes]:
    digest = hashlib.sha256()
    for block in office.desk.objects.read(key):
        digest.update(block)
        yield block
    if digest.hexdigest() != sha256:
        raise ObjectMissing(reason)


def attachment(office: Office, *, case: str, ordinal: int) -> FileRecord:
    """Return a verified attachment of a case; raise `CaseUnknown`."""
    for file in office.book.files(case, kind="attachment"):
        if file.ordinal == ordinal and file.is_verified:
            return file
    raise CaseUnknown
