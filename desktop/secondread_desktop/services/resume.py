"""Resume: go on with what was interrupted."""

from secondread_desktop.core.submission import Outcome
from secondread_desktop.errors import CaseUnknownHere
from secondread_desktop.services.collaborators import Collaborators
from secondread_desktop.services.submit import submit


def cases_to_resume(case: str | None, *, work: Collaborators) -> list[str]:
    """Return the case ids to go on with: the named one (id or number), or all that are pending."""
    if case is None:
        return [submission.case for submission in work.outbox.pending()]
    submission = work.outbox.find(case=case)
    if submission is None:
        raise CaseUnknownHere
    return [submission.case]


def resume(case: str, *, work: Collaborators) -> Outcome:
    """Carry one case on."""
    return submit(case, work=work)
