"""Cancel: the receiver withdraws the case, then this computer forgets it."""

from contextlib import suppress

from secondread_desktop.errors import AccessRefused, CaseEnded, CaseUnknownHere
from secondread_desktop.services.collaborators import Collaborators
from secondread_desktop.services.patience import Patience


def cancel(case: str, *, work: Collaborators) -> str:
    """Withdraw a case (by id or number) and return its id. Safe to repeat until it has worked.

    A case that the receiver no longer knows, or no longer takes from us, is forgotten here all the same.
    """
    submission = work.outbox.find(case=case)
    if submission is None:
        raise CaseUnknownHere
    token = work.credentials.read(submission.case)
    if token is not None:
        link = work.connect(submission.receiver, token)
        patience = Patience(clock=work.clock, jitter=work.jitter, limit_s=work.patience_s, tell=work.tell)
        with suppress(CaseEnded, AccessRefused):
            patience.insist(lambda: link.api.withdraw(submission.case))
    work.staging.forget(submission.case)
    work.outbox.forget(submission.case)
    work.credentials.forget(submission.case)
    return submission.case
