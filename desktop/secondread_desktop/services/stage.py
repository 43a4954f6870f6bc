"""Stage: read every planned file once, in the medium's order, into parcels that never change again.

What a crash leaves: closed parcels stand; a parcel that was not closed is deleted, and its files are read again.
"""

from contextlib import suppress
from dataclasses import dataclass, field
from typing import BinaryIO

from secondread_desktop.core import upload_plan
from secondread_desktop.core.events import AllStaged
from secondread_desktop.core.submission import COPY_CODE, Parcel, Planned, Staged, not_sent
from secondread_desktop.errors import Interrupted, MemberLocked, NothingToSend, PasswordNeeded
from secondread_desktop.services.collaborators import Collaborators
from secondread_desktop.services.encoding import Encoded, read_and_encode
from secondread_desktop.services.ports import Medium, Stock
from secondread_desktop.services.same_disc import SameDisc
from secondread_desktop.services.slow_reading import SlowReading
from secondread_shared.contract import Limits, Programme
from secondread_shared.manifest import ItemKind
from secondread_shared.parcel.writer import ParcelWriter

_LOCKED = "password_needed"


class _LeftOut(Exception):  # control flow inside this module only
    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(slots=True)
class StagingProgress:
    """Counters that another thread may read."""

    files: int = 0
    bytes: int = 0
    is_done: bool = False


@dataclass(slots=True)
class _OpenParcel:
    ordinal: int
    file: BinaryIO
    writer: ParcelWriter
    entries: list[Staged] = field(default_factory=list)
    copies: list[int] = field(default_factory=list)  # places of what is in it once already


class Stager:
    """Stages one case, in one thread; another may read `progress` and the closed parcels."""

    def __init__(self, case: str, programme: Programme, *, work: Collaborators) -> None:
        self.progress = StagingProgress()
        self._case = case
        self._limits: Limits = programme.limits
        self._codecs = frozenset(programme.codecs)
        self._work = work
        self._stock: Stock = work.stock(case)
        self._media: dict[int, Medium] = {}
        self._disc = SameDisc({}, planned=(), contents=work.contents)
        self._slowly = SlowReading(work.clock, work.cancel)
        self._parcel: _OpenParcel | None = None
        self._staged: set[tuple[str, str]] = set()  # SOP Instance UID and SHA-256
        self._next_item, self._next_parcel = self._stock.next_ordinals()

    def run(self) -> None:
        """Stage everything that is not staged yet. Safe to call again after any interruption."""
        self._begin()
        try:
            for planned in self._stock.unstaged():
                self._stage_one(planned)
            self._close_parcel()
        finally:
            self._abandon_parcel()
        if self.progress.files == 0:
            raise NothingToSend
        problems = not_sent(self._stock.problems())
        self._work.tell(AllStaged(files=self.progress.files, problems=len(problems)))
        self.progress.is_done = True

    def _begin(self) -> None:
        self._media = {source.number: self._work.medium(source.root, source.number) for source in self._stock.sources()}
        self._work.staging.keep_only(self._case, {parcel.ordinal for parcel in self._stock.parcels()})
        staged = self._stock.staged()
        planned = [entry.planned for entry in staged] + self._stock.unstaged()
        self._disc = SameDisc(self._media, planned=planned, contents=self._work.contents)
        self._staged = {(entry.planned.sop_instance_uid or "", entry.sha256) for entry in staged}
        self.progress.files = len(staged)
        self.progress.bytes = sum(entry.size for entry in staged)

    def _stage_one(self, planned: Planned) -> None:
        if self._work.cancel.is_set():
            raise Interrupted
        try:
            encoded = self._read(planned)
        except _LeftOut as left_out:
            self._disc.require(planned)
            self._stock.record_problem(planned.place, left_out.code)
            return
        with encoded.stream:
            if self._is_copy(planned, encoded.sha256):
                self._note_copy(planned)
            else:
                self._add(planned, encoded)

    def _note_copy(self, planned: Planned) -> None:
        """Leave out a copy; not before its twin is in a closed parcel, for until then it may be needed."""
        if self._parcel is None:
            self._stock.record_problem(planned.place, COPY_CODE)
        else:
            self._parcel.copies.append(planned.place)

    def _is_copy(self, planned: Planned, sha256: str) -> bool:
        """Tell whether these bytes are staged already as the same instance; remember them if not."""
        identity = (planned.sop_instance_uid or "", sha256)
        if not identity[0] or identity not in self._staged:
            self._staged.add(identity)
            return False
        return True

    def _read(self, planned: Planned) -> Encoded:
        """Read a planned file, or a copy of it. A lock is nothing to record: with its password all can be read."""
        if planned.kind is ItemKind.ATTACHMENT:
            self._disc.require(planned)
        codes = []
        for place in planned.places:
            try:
                return self._read_at(place)
            except _LeftOut as left_out:
                codes.append(left_out.code)
        if _LOCKED in codes:
            raise PasswordNeeded
        raise _LeftOut(codes[0])

    def _read_at(self, planned: Planned) -> Encoded:
        try:
            encoded = self._slowly.attempt(lambda: self._read_once(planned))
        except OSError as error:
            raise _LeftOut(_code_of(error)) from None
        return self._checked(encoded, planned)

    def _read_once(self, planned: Planned) -> Encoded:
        with self._media[planned.source].open(planned.parts) as opened:
            if not self._disc.is_as_planned(opened, planned):
                raise _LeftOut("source_changed")
            return read_and_encode(
                opened.stream,
                size=planned.size,
                spool=lambda: self._work.staging.spool(self._case),
                codecs=self._codecs,
                cancel=self._work.cancel,
            )

    def _checked(self, encoded: Encoded, planned: Planned) -> Encoded:
        if encoded.size == planned.size and upload_plan.fits_alone(encoded.stored, self._limits):
            return encoded
        encoded.stream.close()
        raise _LeftOut("too_large" if encoded.size == planned.size else "source_changed")

    def _add(self, planned: Planned, encoded: Encoded) -> None:
        parcel = self._parcel_for(encoded.stored)
        ordinal = self._next_item
        parcel.writer.add(
            encoded.stream, ordinal=ordinal, size=encoded.size, sha256=encoded.sha256, codec=encoded.codec
        )
        parcel.entries.append(Staged(planned=planned, ordinal=ordinal, size=encoded.size, sha256=encoded.sha256))
        self._next_item += 1
        self.progress.files += 1
        self.progress.bytes += encoded.size
        is_due = upload_plan.is_due(parcel.ordinal, size_bytes=parcel.writer.size_bytes, limits=self._limits)
        if is_due or parcel.writer.is_full:
            self._close_parcel()

    def _parcel_for(self, stored: int) -> _OpenParcel:
        if self._parcel is not None and upload_plan.must_close_before(
            stored,
            size_bytes=self._parcel.writer.size_bytes,
            entries=len(self._parcel.entries),
            limits=self._limits,
        ):
            self._close_parcel()
        if self._parcel is None:
            file = self._work.staging.begin(self._case, self._next_parcel)
            writer = ParcelWriter(file, case=self._case, ordinal=self._next_parcel)
            self._parcel = _OpenParcel(ordinal=self._next_parcel, file=file, writer=writer)
        return self._parcel

    def _abandon_parcel(self) -> None:
        """Let go of a parcel that was not closed: nothing refers to its file, the next run deletes it."""
        parcel, self._parcel = self._parcel, None
        if parcel is None:
            return
        with parcel.file, suppress(ValueError):  # ValueError: closing it is what failed
            parcel.writer.close()  # or the archive would try to finish itself when it is collected

    def _close_parcel(self) -> None:
        if self._parcel is None:
            return
        self._parcel.writer.close()
        parcel, self._parcel = self._parcel, None
        with parcel.file:
            size, sha256 = self._work.staging.close(self._case, parcel.file)
        self._stock.close_parcel(Parcel(ordinal=parcel.ordinal, size=size, sha256=sha256), parcel.entries)
        for place in parcel.copies:
            self._stock.record_problem(place, COPY_CODE)
        self._next_parcel += 1


def _code_of(error: OSError) -> str:
    if isinstance(error, MemberLocked):
        return _LOCKED
    return "source_vanished" if isinstance(error, FileNotFoundError | NotADirectoryError) else "source_unreadable"
