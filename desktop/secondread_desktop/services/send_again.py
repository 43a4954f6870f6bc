"""Send again: put what the receiver asked for once more into a new parcel, from the copies kept here."""

import zipfile
from contextlib import ExitStack

from secondread_desktop.core.submission import Parcel
from secondread_desktop.errors import ParcelLost
from secondread_desktop.services.collaborators import Collaborators
from secondread_shared.errors import ParcelError
from secondread_shared.parcel.layout import ParcelEntry
from secondread_shared.parcel.reader import ParcelReader
from secondread_shared.parcel.writer import ParcelWriter
from secondread_shared.wire import codec_named


def build_again(case: str, needed: list[int], *, round_number: int, work: Collaborators) -> None:
    """Close one new parcel with the items `needed`, for that round. Raises `ParcelLost`, `DiskFull`."""
    stock = work.stock(case)
    _, ordinal = stock.next_ordinals()
    with ExitStack() as opened:
        file = opened.enter_context(work.staging.begin(case, ordinal))
        writer = ParcelWriter(file, case=case, ordinal=ordinal)
        for parcel in stock.parcels():
            wanted = {item for item in needed if stock.parcel_of(item) == parcel.ordinal}
            if wanted:
                _copy(case, parcel, writer=writer, wanted=wanted, work=work)
        writer.close()
        size, sha256 = work.staging.close(case, file)
    stock.close_parcel(Parcel(ordinal=ordinal, size=size, sha256=sha256, round=round_number), [])


def _copy(case: str, parcel: Parcel, *, writer: ParcelWriter, wanted: set[int], work: Collaborators) -> None:
    with work.staging.open(case, parcel) as source:
        try:
            with ParcelReader(source, case=case, ordinal=parcel.ordinal) as reader:
                for entry in reader.index.entries:
                    if entry.ordinal in wanted:
                        _copy_entry(reader, entry, writer=writer)
        except (ParcelError, zipfile.BadZipFile):  # the second: an entry whose stored bytes changed
            raise ParcelLost(parcel.ordinal) from None


def _copy_entry(reader: ParcelReader, entry: ParcelEntry, *, writer: ParcelWriter) -> None:
    with reader.encoded(entry) as encoded:
        writer.add(encoded, ordinal=entry.ordinal, size=entry.size, sha256=entry.sha256, codec=codec_named(entry.codec))
