"""A case as one ZIP, stored and not compressed, made while it is read: nothing is kept in memory or on disk."""

import hashlib
import zipfile
from collections.abc import Iterator

from secondread_server.core.staff_records import FileRecord
from secondread_server.errors import CaseUnknown, ObjectMissing
from secondread_server.services.office import Office
from secondread_server.services.verify_case import object_key
from secondread_shared.manifest import is_safe_path

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
    """Yield a ZIP of every verified file of a case; raise `ObjectMissing` if the store's bytes are not the right ones.

    Raised in the middle, it leaves a ZIP without its directory, which no program takes for whole.
    """
    sink = _Sink()
    with zipfile.ZipFile(sink, "w", zipfile.ZIP_STORED, strict_timestamps=False) as archive:  # type: ignore[call-overload]
        for file in office.book.files(case):
            if file.is_verified:
                yield from _entry_blocks(office, archive, sink, case=case, file=file)
    yield sink.take()


def _entry_blocks(
    office: Office, archive: zipfile.ZipFile, sink: _Sink, *, case: str, file: FileRecord
) -> Iterator[bytes]:
    assert is_safe_path(file.path)
    entry = zipfile.ZipInfo(file.path)
    entry.external_attr = 0o600 << 16
    with archive.open(entry, "w", force_zip64=file.size >= _ZIP64_FROM) as target:
        for block in file_blocks(office, case=case, file=file):
            target.write(block)
            yield sink.take()


def file_blocks(office: Office, *, case: str, file: FileRecord) -> Iterator[bytes]:
    """Yield one file's bytes, hashed again on their way; raise `ObjectMissing`."""
    digest = hashlib.sha256()
    for block in office.desk.objects.read(object_key(case, file.sha256)):
        digest.update(block)
        yield block
    if digest.hexdigest() != file.sha256:
        raise ObjectMissing(f"item_{file.ordinal}")


def attachment(office: Office, *, case: str, ordinal: int) -> FileRecord:
    """Return a verified attachment of a case; raise `CaseUnknown`."""
    for file in office.book.files(case, kind="attachment"):
        if file.ordinal == ordinal and file.is_verified:
            return file
    raise CaseUnknown
