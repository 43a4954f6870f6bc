"""Hold every byte of a case against its manifest. Each function is one step, safe to repeat."""

import datetime
import hashlib
import logging
import tempfile
from collections.abc import Iterator
from contextlib import closing
from typing import IO

from secondread_server.core.case import CaseEvent
from secondread_server.core.image_records import InstanceHeader
from secondread_server.core.records import CaseRecord, ItemRecord, ParcelRecord
from secondread_server.errors import ParcelUnusable, StorageFull
from secondread_server.services.collaborators import Desk
from secondread_server.services.notify import mail_of
from secondread_server.services.ports import EntryBlock, EntryEvent, EntryFinished, EntryHeader, EntryStarted
from secondread_shared.redaction import log_event
from secondread_shared.states import ENDED_STATES, CaseState

_IN_MEMORY_BYTES = 32 << 20
_log = logging.getLogger(__name__)


def object_key(case: str, sha256: str) -> str:
    """Return where an item's bytes are kept: by content, so that a repeated step never replaces good bytes."""
    return f"cases/{case}/{sha256}"


def uploads_to_verify(desk: Desk, case: str) -> list[str]:
    """Return the uploads of a case that have not been dealt with."""
    return [parcel.upload for parcel in desk.parcels.of_case(case) if not parcel.is_stored]


def verify_parcel(desk: Desk, case: str, upload: str) -> int:
    """Decode one parcel, store the entries that agree with the manifest, and note them; return how many."""
    parcel = desk.parcels.find(upload)
    if _was_withdrawn(desk, case) or parcel is None or parcel.is_stored:
        return 0
    if desk.cases.get(case).state is not CaseState.VERIFYING:
        return 0
    verified: dict[int, InstanceHeader | None] = {}
    try:
        verified.update(_store_entries(desk, parcel))
    except ParcelUnusable as error:
        log_event(_log, "parcel_unusable", level=logging.WARNING, case=case, upload=upload, reason=error.reason)
    desk.objects.settle()
    if _was_withdrawn(desk, case):
        return 0
    desk.parcels.settle_parcel(parcel, verified=verified)
    return len(verified)


def _was_withdrawn(desk: Desk, case: str) -> bool:
    """Tell whether the case ended meanwhile, and if so remove what this verification stored after it was forgotten."""
    record = desk.cases.get(case)
    if record.state not in ENDED_STATES or record.received is not None:
        return False
    desk.objects.delete(f"cases/{case}/")
    return True


def settle_case(desk: Desk, case: str, round_number: int) -> str:
    """Move the case to received, or to needs_more with the list; return its state."""
    record = desk.cases.get(case)
    if record.state is not CaseState.VERIFYING or record.round != round_number:
        return record.state
    needed = desk.parcels.unverified(case)
    record = _ask_again(desk, record, needed) if needed else _receive(desk, record)
    log_event(_log, "case_settled", case=case, state=record.state, count=len(needed), round=round_number)
    return record.state


def drop_uploads(desk: Desk, case: str) -> None:
    """Remove the bytes in flight of parcels that have been dealt with: what was good is in the store."""
    for parcel in desk.parcels.of_case(case):
        if parcel.is_stored:
            desk.uploads.remove(parcel.upload)


def _store_entries(desk: Desk, parcel: ParcelRecord) -> Iterator[tuple[int, InstanceHeader | None]]:
    items = {item.ordinal: item for item in desk.parcels.items(parcel.case)}
    events = desk.decoder.decode(desk.uploads.path(parcel.upload), case=parcel.case, ordinal=parcel.ordinal)
    with closing(_EntrySink(desk, parcel.case, items)) as sink:
        for event in events:
            ordinal = sink.take(event)
            if ordinal is not None:
                yield ordinal, sink.header


def _ask_again(desk: Desk, record: CaseRecord, needed: list[int]) -> CaseRecord:
    return desk.cases.move(record.id, CaseEvent.FOUND_MISSING, needed=needed)


def _receive(desk: Desk, record: CaseRecord) -> CaseRecord:
    now = desk.clock()
    promised_by = now + datetime.timedelta(hours=desk.rules.programme.promise_hours)
    mail = mail_of(desk, case=record.id, kind="received")
    return desk.parcels.receive(record.id, mail=mail, now=now, promised_by=promised_by)


class _EntrySink:
    """Takes the decoder's events; an entry reaches the store only if its size and SHA-256 are the manifest's."""

    def __init__(self, desk: Desk, case: str, items: dict[int, ItemRecord]) -> None:
        self._desk = desk
        self._case = case
        self._items = items
        self._item: ItemRecord | None = None
        self.header: InstanceHeader | None = None
        self._spool: IO[bytes] = tempfile.SpooledTemporaryFile(_IN_MEMORY_BYTES)  # noqa: SIM115
        self._digest = hashlib.sha256()
        self._size = 0

    def take(self, event: EntryEvent) -> int | None:
        """Return the ordinal of an entry that was stored just now, or None."""
        if isinstance(event, EntryStarted):
            self._start(event)
        elif isinstance(event, EntryBlock):
            self._add(event.content)
        elif isinstance(event, EntryHeader):
            self.header = event.header
        else:
            return self._finish(event)
        return None

    def close(self) -> None:
        """Let go of what was collected of the last entry."""
        self._spool.close()

    def _start(self, event: EntryStarted) -> None:
        self._item = self._items.get(event.ordinal)
        self.header = None
        self._spool.close()
        self._spool = tempfile.SpooledTemporaryFile(_IN_MEMORY_BYTES)  # noqa: SIM115
        self._digest = hashlib.sha256()
        self._size = 0

    def _add(self, content: bytes) -> None:
        self._size += len(content)
        if self._item is None or self._size > self._item.size:
            return  # nobody asked for these bytes: they are counted and dropped
        self._digest.update(content)
        self._spool.write(content)

    def _finish(self, event: EntryFinished) -> int | None:
        item = self._item
        if item is None or event.error or self._size != item.size or self._digest.hexdigest() != item.sha256:
            return None
        if self._desk.uploads.free_bytes() - item.size < self._desk.rules.keep_free_bytes:
            raise StorageFull
        self._spool.seek(0)
        self._desk.objects.put(object_key(self._case, item.sha256), self._spool)  # type: ignore[arg-type]
        return item.ordinal
