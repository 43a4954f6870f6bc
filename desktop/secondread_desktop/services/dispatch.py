"""Dispatch: hand the closed parcels of a case to deliveries, one after another, and keep count."""

from collections.abc import Callable
from concurrent.futures import Future, wait

from secondread_desktop.core.events import Sending
from secondread_desktop.core.submission import Parcel
from secondread_desktop.services.collaborators import Collaborators
from secondread_desktop.services.deliver import Delivery
from secondread_desktop.services.patience import Patience
from secondread_desktop.services.ports import Link
from secondread_desktop.services.stage import StagingProgress

_BELL_S = 0.1  # how long to wait for staging before looking for a closed parcel again
_TELL_EVERY_S = 0.25


def _nothing() -> None:
    """Do nothing between chunks."""


class Dispatch:
    """The uploads of one case over one link."""

    def __init__(self, case: str, *, link: Link, patience: Patience, work: Collaborators) -> None:
        self._case = case
        self._link = link
        self._patience = patience
        self._work = work
        self._stock = work.stock(case)
        self._staging = StagingProgress()
        self._between: Callable[[], None] = _nothing
        self._noted_bytes = link.body_bytes
        self._noted_s = work.clock.now_s()
        self._told_s = 0.0

    def deliver_while(self, staging: Future[None], *, progress: StagingProgress, between: Callable[[], None]) -> None:
        """Deliver parcels as they close until staging has ended and all are sent; then raise what staging raised.

        `between` is called between requests, also while there is nothing to send yet.
        """
        self._staging = progress
        self._between = between
        while True:
            has_ended = staging.done()
            if self.deliver_unsent():
                continue
            if has_ended:
                break
            wait([staging], timeout=_BELL_S)
            self._patience.progressed()
            self._tell_progress({})
            between()
        self._between = _nothing
        staging.result()

    def deliver_unsent(self) -> int:
        """Deliver the closed parcels that are not sent, and return how many there were."""
        unsent = [parcel for parcel in self._stock.parcels() if not parcel.is_sent]
        for parcel in unsent:
            self._deliver(parcel)
        return len(unsent)

    def deliver_all_again(self) -> None:
        """Ask for the offset of every upload once more, and send what is missing."""
        for parcel in self._stock.parcels():
            self._stock.note_upload(parcel.ordinal, url=parcel.url, is_sent=False)
        self.deliver_unsent()

    def note_effort(self) -> None:
        """Write what was sent, and the time it took, since the last call."""
        sent, now_s = self._link.body_bytes, self._work.clock.now_s()
        self._work.outbox.add_effort(self._case, bytes_sent=sent - self._noted_bytes, seconds=now_s - self._noted_s)
        self._noted_bytes, self._noted_s = sent, now_s

    def _deliver(self, parcel: Parcel) -> None:
        def after_chunk(offset: int) -> None:
            self.note_effort()
            self._tell_progress({parcel.ordinal: offset})
            self._between()

        def heard(offset: int) -> None:
            if self._work.clock.now_s() - self._told_s >= _TELL_EVERY_S:
                self.note_effort()
                self._tell_progress({parcel.ordinal: offset})

        delivery = Delivery(
            self._case, parcel, uploads=self._link.uploads, stock=self._stock, after_chunk=after_chunk, heard=heard
        )
        with self._work.staging.open(self._case, parcel) as file:
            delivery.run(file, self._patience)

    def _tell_progress(self, offsets: dict[int, int]) -> None:
        self._told_s = self._work.clock.now_s()
        parcels = self._stock.parcels()
        files, original = self._stock.totals()
        self._work.tell(
            Sending(
                files_staged=self._staging.files,
                files=files,
                bytes_staged=self._staging.bytes,
                bytes_original=original,
                bytes_uploaded=sum(
                    parcel.size if parcel.is_sent else offsets.get(parcel.ordinal, 0) for parcel in parcels
                ),
                bytes_closed=sum(parcel.size for parcel in parcels),
                is_staged=self._staging.is_done,
            )
        )
