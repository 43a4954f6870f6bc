"""Submit: carry one planned submission to its end, from wherever it stands.

open → intake and consents → (parcels ‖ payment) → manifest after the last staged byte → complete → verified.
Every step is safe to repeat; the receiver is asked for the truth, the outbox knows what is intended.
"""

import hashlib
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial

from secondread_desktop.core.events import FileLeftOut, Opened, SendingAgain, Verifying
from secondread_desktop.core.submission import LEFT_OUT, Outcome, Submission, build_manifest, not_sent
from secondread_desktop.errors import (
    CaseEnded,
    CaseIncomplete,
    CaseMovedOn,
    CaseUnknownHere,
    ImagesLeftOut,
    ParcelsMissing,
    ReceiptUnfitting,
    ReceiverNotOurs,
)
from secondread_desktop.services.authorise import PaymentWatch
from secondread_desktop.services.collaborators import Collaborators
from secondread_desktop.services.dispatch import Dispatch
from secondread_desktop.services.patience import Patience
from secondread_desktop.services.ports import Link
from secondread_desktop.services.rebuild import rebuild_lost
from secondread_desktop.services.send_again import build_again
from secondread_desktop.services.stage import Stager
from secondread_shared.contract import (
    FORMAT,
    CaseView,
    CompleteCase,
    OpenCase,
    ParcelReceipt,
    Programme,
    PutIntake,
    Receipt,
    decode_message,
    encode_message,
)
from secondread_shared.manifest import ItemKind, Manifest
from secondread_shared.states import ARRIVED_STATES, ENDED_STATES, CaseState

CLIENT = "secondread-desktop"
MOST_ROUNDS = 3
_FIRST_LOOK_S = 0.2
_SLOWEST_LOOK_S = 3.0
_STILL_SENDING = frozenset({CaseState.DRAFT, CaseState.UPLOADING})


def submit(case: str, *, work: Collaborators) -> Outcome:
    """Carry a submission on until the receiver has verified all of it, and return how it ended.

    Raises `CaseUnknownHere`, `Interrupted`, `PersonMustAct`. Called again for an ended one, it only tells the outcome.
    """
    submission = work.outbox.find(case=case)
    if submission is None:
        raise CaseUnknownHere
    ended = work.outbox.outcome(submission.case)
    if ended is not None:
        return ended
    token = work.credentials.read(submission.case)
    if token is None:
        raise CaseUnknownHere
    journey = Journey(submission, work.connect(submission.receiver, token), work=work)
    return journey.run()


class Journey:
    """One submission under way."""

    def __init__(self, submission: Submission, link: Link, *, work: Collaborators) -> None:
        self._case = submission.case
        self._submission = submission
        self._link = link
        self._api = link.api
        self._work = work
        self._stock = work.stock(submission.case)
        self._patience = Patience(clock=work.clock, jitter=work.jitter, limit_s=work.patience_s, tell=work.tell)
        self._dispatch = Dispatch(submission.case, link=link, patience=self._patience, work=work)

    def run(self) -> Outcome:
        """Go from the present state to the end."""
        try:
            view = self._open()
            if view.state in _STILL_SENDING:
                view = self._send()
            while view.state not in ARRIVED_STATES:
                view = self._next_round(view) if view.state is CaseState.NEEDS_MORE else self._look_again(view)
            return self._finish(view)
        except CaseMovedOn:
            self._refuse_ended(self._patience.insist(lambda: self._api.case(self._case)))
            raise
        finally:
            self._dispatch.note_effort()

    def _open(self) -> CaseView:
        message = OpenCase(format=FORMAT, client=CLIENT)
        view = self._patience.insist(lambda: self._api.open_case(self._case, message))
        self._refuse_ended(view)
        if not view.case_number.isprintable():
            raise ReceiverNotOurs
        self._work.outbox.note_case_number(self._case, view.case_number)
        self._work.tell(Opened(case=self._case, case_number=view.case_number))
        return view

    def _refuse_ended(self, view: CaseView) -> None:
        if view.state in ENDED_STATES - ARRIVED_STATES:
            raise CaseEnded(view.state)

    def _send(self) -> CaseView:
        programme = self._patience.insist(self._api.programme)
        self._give_intake()
        self._patience.insist(lambda: rebuild_lost(self._case, programme, uploads=self._link.uploads, work=self._work))
        payment = PaymentWatch(
            self._case, api=self._api, clock=self._work.clock, patience=self._patience, tell=self._work.tell
        )
        self._stage_and_deliver(programme, payment)
        self._refuse_part()
        payment.settle()
        self._patience.insist(lambda: self._api.put_manifest(self._case, self._manifest()))
        return self._complete()

    def _manifest(self) -> Manifest:
        return build_manifest(self._submission, staged=self._stock.staged(), problems=self._stock.problems())

    def _refuse_part(self) -> None:
        """Name what could not be sent; a part goes for the whole only when a person said so."""
        problems = not_sent(self._stock.problems())
        for problem in problems:
            self._work.tell(FileLeftOut(code=problem.code, path=problem.path))
        left_out = sum(problem.code in LEFT_OUT for problem in problems)
        if left_out > self._work.part_agreed:
            raise ImagesLeftOut(left_out, rest=len(self._stock.staged()))

    def _give_intake(self) -> None:
        """Send intake and consents; once acknowledged, this computer forgets them."""
        stored = self._work.outbox.intake(self._case)
        if stored is None:
            return
        message = decode_message(stored, PutIntake)
        self._patience.insist(lambda: self._api.put_intake(self._case, message))
        self._work.outbox.erase_intake(self._case)

    def _stage_and_deliver(self, programme: Programme, payment: PaymentWatch) -> None:
        """Read the sources in a second thread while this one asks for the payment and uploads closed parcels."""
        stager = Stager(self._case, programme, work=self._work)
        with ThreadPoolExecutor(max_workers=1, thread_name_prefix="staging") as pool:
            staging: Future[None] = pool.submit(stager.run)
            try:
                payment.begin()
                self._dispatch.deliver_while(staging, progress=stager.progress, between=payment.look)
            except BaseException:
                self._work.cancel.set()  # ends the staging thread too, before this error goes on
                raise

    def _complete(self) -> CaseView:
        for _ in range(MOST_ROUNDS):
            receipts = [ParcelReceipt(parcel.ordinal, parcel.size, parcel.sha256) for parcel in self._stock.parcels()]
            message = CompleteCase(format=FORMAT, parcels=receipts)
            try:
                return self._patience.insist(partial(self._api.complete, self._case, message))
            except ParcelsMissing:
                self._dispatch.deliver_all_again()
        raise CaseIncomplete(len(self._stock.parcels()))

    def _next_round(self, view: CaseView) -> CaseView:
        """Send what the receiver found damaged or missing, without anybody's help."""
        number = (self._work.outbox.find(case=self._case) or self._submission).round + 1
        if number > MOST_ROUNDS or not view.needed:
            raise CaseIncomplete(len(view.needed))
        if not any(parcel.round == number for parcel in self._stock.parcels()):
            build_again(self._case, view.needed, round_number=number, work=self._work)
        self._work.tell(SendingAgain(count=len(view.needed), round=number))
        self._dispatch.deliver_unsent()
        answer = self._complete()
        self._work.outbox.note_round(self._case, number)
        return answer

    def _look_again(self, view: CaseView) -> CaseView:
        """Ask how far the verification is, ever more rarely."""
        self._refuse_ended(view)
        self._work.tell(Verifying(instances=view.instances, verified=view.verified))
        pause_s = _FIRST_LOOK_S
        while True:
            self._patience.pause(pause_s, reason="verifying", is_told=False)
            fresh = self._patience.insist(lambda: self._api.case(self._case), is_progress=False)
            if fresh != view:
                self._patience.progressed()
                self._refuse_ended(fresh)
                return fresh
            pause_s = min(_SLOWEST_LOOK_S, pause_s * 1.5)

    def _finish(self, view: CaseView) -> Outcome:
        """Keep the outcome first, then remove the prepared copies: a crash between the two loses nothing."""
        receipt = self._patience.insist(lambda: self._api.receipt(self._case))
        self._check(receipt, view)
        self._dispatch.note_effort()
        submission = self._work.outbox.find(case=self._case) or self._submission
        outcome = Outcome(
            case=self._case,
            case_number=submission.case_number or "",
            state=view.state,
            instances=receipt.instances,
            verified=view.verified,
            attachments=receipt.attachments,
            bytes_original=receipt.original_bytes,
            bytes_sent=submission.bytes_sent,
            seconds=round(submission.seconds, 3),
            problems=len(not_sent(self._stock.problems())),
        )
        self._work.outbox.finish(outcome)
        self._work.staging.forget(self._case)
        self._work.credentials.forget_passwords(self._case)
        return outcome

    def _check(self, receipt: Receipt, view: CaseView) -> None:
        """Hold the receipt against what was sent: only a fitting one lets the copies here be deleted."""
        manifest = self._manifest()
        instances = sum(item.kind is ItemKind.INSTANCE for item in manifest.items)
        promised = (
            hashlib.sha256(encode_message(manifest)).hexdigest(),
            instances,
            len(manifest.items) - instances,
            instances,
        )
        if promised != (receipt.manifest_sha256, receipt.instances, receipt.attachments, view.verified):
            raise ReceiptUnfitting
