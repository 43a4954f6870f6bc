"""Take the intake form and the acknowledgements: before them nothing of a case is stored."""

from secondread_server.core.records import CaseRecord
from secondread_server.errors import ConsentsMissing, IntakeRefused
from secondread_server.services.collaborators import Desk
from secondread_shared.consent import missing_consents
from secondread_shared.contract import PutIntake
from secondread_shared.intake import validate_intake


def take_intake(desk: Desk, *, case: str, message: PutIntake) -> CaseRecord:
    """Store the form and the consents; raise `ConsentsMissing` or `IntakeRefused` with every field at once."""
    programme = desk.rules.programme
    if missing_consents(programme.texts, message.consents):
        raise ConsentsMissing
    now = desk.clock()
    problems = validate_intake(message.intake, questions=programme.questions, today=now.date())
    if problems:
        raise IntakeRefused(fields=problems)
    offered = {(text.kind, text.version) for text in programme.texts}
    consents = [consent for consent in message.consents if (consent.kind, consent.version) in offered]
    return desk.cases.take_intake(case, intake=message.intake, consents=consents, now=now)
