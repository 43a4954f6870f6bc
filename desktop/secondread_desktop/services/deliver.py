"""Deliver: bring one closed parcel to the receiver, whatever the line does. At most one chunk is sent twice a cut."""

from collections.abc import Callable
from typing import BinaryIO

from secondread_desktop.core.submission import Parcel
from secondread_desktop.errors import OffsetMismatch, ReceiverNotOurs, Transient, UploadGone
from secondread_desktop.services.patience import Patience
from secondread_desktop.services.ports import Heard, Stock, UploadPlace, Uploads


class Delivery:
    """One upload until its end. `after_chunk` is called with the offset after each answer that moved it."""

    def __init__(
        self,
        case: str,
        parcel: Parcel,
        *,
        uploads: Uploads,
        stock: Stock,
        after_chunk: Callable[[int], None],
        heard: Heard,
    ) -> None:
        self._case = case
        self._parcel = parcel
        self._uploads = uploads
        self._stock = stock
        self._after_chunk = after_chunk
        self._heard = heard
        self._url = parcel.url
        self._offset: int | None = None
        self._best = 0

    def run(self, file: BinaryIO, patience: Patience) -> None:
        """Send until the receiver has every byte. Raises `PatienceExhausted` or what only a person can change."""
        while self._offset != self._parcel.size:
            try:
                self._next(file)
            except Transient as error:
                if isinstance(error, UploadGone):
                    self._url = None
                self._offset = None
                patience.wait(error)
            else:
                self._note_progress(patience)
        self._stock.note_upload(self._parcel.ordinal, url=self._url, is_sent=True)

    def _next(self, file: BinaryIO) -> None:
        """Make the one request that comes next: create, ask or send."""
        if self._url is None:
            place: UploadPlace = self._uploads.create(self._case, self._parcel)
            self._stock.note_upload(self._parcel.ordinal, url=place.url, is_sent=False)
            self._url, self._offset = place.url, place.offset
        elif self._offset is None:
            self._offset = self._uploads.ask(self._url)
        else:
            before = self._offset
            self._offset = self._uploads.send(self._url, file, offset=before, size=self._parcel.size, heard=self._heard)
            if self._offset <= before:  # taken, and yet not moved: ask again later, not at once
                raise OffsetMismatch
        if self._offset > self._parcel.size:
            raise ReceiverNotOurs

    def _note_progress(self, patience: Patience) -> None:
        if self._offset is not None and self._offset > self._best:
            self._best = self._offset
            patience.progressed()
        self._after_chunk(self._offset or 0)
