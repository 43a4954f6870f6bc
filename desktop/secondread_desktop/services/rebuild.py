"""Rebuild: a prepared copy disappeared from this computer, so its files are read once more, into a new parcel.

The lost parcel is never filled up under its upload: that upload is terminated, and the new parcel has a new ordinal.
Its items keep theirs, and must hash as they did: what the disc says now may not take the place of what was promised.
"""

from dataclasses import dataclass
from typing import BinaryIO

from secondread_desktop.core.submission import Parcel, Planned, Staged
from secondread_desktop.errors import MemberLocked, ParcelLost, PasswordNeeded
from secondread_desktop.services.collaborators import Collaborators
from secondread_desktop.services.encoding import Encoded, read_and_encode
from secondread_desktop.services.ports import Medium, Uploads
from secondread_shared.contract import Programme
from secondread_shared.parcel.writer import ParcelWriter


@dataclass(frozen=True, slots=True)
class _Source:
    media: dict[int, Medium]
    codecs: frozenset[str]


def rebuild_lost(case: str, programme: Programme, *, uploads: Uploads, work: Collaborators) -> int:
    """Replace every unsent parcel whose copy is gone; return how many. Raises `ParcelLost`, `DiskFull`, `Transient`.

    `ParcelLost` means that the source is gone or was changed too: then only the person can help.
    """
    stock = work.stock(case)
    lost = [parcel for parcel in stock.parcels() if not parcel.is_sent and not _is_here(case, parcel, work=work)]
    for parcel in lost:
        if parcel.url is not None:
            uploads.terminate(parcel.url)
        _rebuild(case, parcel, codecs=frozenset(programme.codecs), work=work)
    return len(lost)


def _is_here(case: str, parcel: Parcel, *, work: Collaborators) -> bool:
    try:
        work.staging.open(case, parcel).close()
    except ParcelLost:
        return False
    return True


def _rebuild(case: str, lost: Parcel, *, codecs: frozenset[str], work: Collaborators) -> None:
    stock = work.stock(case)
    media = {source.number: work.medium(source.root, source.number) for source in stock.sources()}
    _, ordinal = stock.next_ordinals()
    with work.staging.begin(case, ordinal) as file:
        writer = ParcelWriter(file, case=case, ordinal=ordinal)
        try:
            for entry in stock.staged():
                if stock.parcel_of(entry.ordinal) == lost.ordinal:
                    _add(case, entry, source=_Source(media, codecs), writer=writer, work=work)
        finally:
            writer.close()
        size, sha256 = work.staging.close(case, file)
    stock.replace_parcel(lost.ordinal, Parcel(ordinal=ordinal, size=size, sha256=sha256, round=lost.round))


def _add(case: str, entry: Staged, *, source: _Source, writer: ParcelWriter, work: Collaborators) -> None:
    """Add the bytes as they were, from where they were or from a copy. Raises `ParcelLost`, `PasswordNeeded`."""
    is_locked = False
    for place in entry.planned.places:
        try:
            encoded = _read(case, place, source=source, work=work)
        except MemberLocked:
            is_locked = True
            continue
        except OSError:
            continue
        with encoded.stream:
            if (encoded.size, encoded.sha256) == (entry.size, entry.sha256):
                writer.add(
                    encoded.stream, ordinal=entry.ordinal, size=entry.size, sha256=entry.sha256, codec=encoded.codec
                )
                return
    raise PasswordNeeded if is_locked else ParcelLost(entry.ordinal)


def _read(case: str, planned: Planned, *, source: _Source, work: Collaborators) -> Encoded:
    def spool() -> BinaryIO:
        return work.staging.spool(case)

    with source.media[planned.source].open(planned.parts) as opened:
        return read_and_encode(opened.stream, size=planned.size, spool=spool, codecs=source.codecs, cancel=work.cancel)
