"""What a visit says so far, as the receiver will get it, and what is still missing of it. No widget in here."""

import datetime

from secondread_desktop.core.identity_stop import Compared, compared
from secondread_desktop.core.intake_form import intake_of
from secondread_desktop.ui import words
from secondread_desktop.ui.conduct.visit import Visit, Whose
from secondread_shared.consent import ConsentKind, missing_consents
from secondread_shared.contract import FORMAT, Programme, PutIntake
from secondread_shared.intake import FieldProblem, Intake, Relation, validate_intake

RELATIONS = {Whose.MINE: Relation.SELF, Whose.CARED_FOR: Relation.OTHER}


def programme_of(visit: Visit) -> Programme:
    """Return the programme; the first step has asked for it."""
    assert visit.programme is not None
    return visit.programme


def terms_in(programme: Programme) -> tuple[object, ...]:
    """Return what a person answers and agrees to: when it changes, it is to be looked at anew."""
    return programme.texts, programme.questions, programme.fee, programme.payment


def intake_in(visit: Visit) -> Intake:
    """Return what was typed so far."""
    relation = None if visit.whose is None else RELATIONS[visit.whose]
    return intake_of(visit.form, relation=relation, questions=programme_of(visit).questions, months=words.MONTHS)


def message_of(visit: Visit) -> PutIntake:
    """Return intake and acknowledgements, as `Carrying.begin` takes them; only those of the present texts."""
    offered = {(text.kind, text.version) for text in programme_of(visit).texts}
    given = [consent for consent in visit.consents if (consent.kind, consent.version) in offered and consent.accepted]
    return PutIntake(format=FORMAT, intake=intake_in(visit), consents=given)


def problems_in(visit: Visit, *, today: datetime.date) -> list[FieldProblem]:
    """Return what is missing or wrong, by the rules of `shared`: one problem a field, the first."""
    found = validate_intake(intake_in(visit), questions=programme_of(visit).questions, today=today)
    return list({problem.field: problem for problem in reversed(found)}.values())[::-1]


def lacking(visit: Visit) -> list[ConsentKind]:
    """Return the acknowledgements that are still to be given."""
    return missing_consents(programme_of(visit).texts, message_of(visit).consents)


def comparison(visit: Visit) -> Compared:
    """Compare the ticked images with what was typed."""
    assert visit.catalogue is not None
    return compared(visit.catalogue, visit.ticked, intake_in(visit))


def is_ready(visit: Visit, *, today: datetime.date) -> bool:
    """Tell whether all but the fee is said and decided, so that a case can be begun."""
    if visit.catalogue is None:
        return False
    compares = comparison(visit)
    if not compares.people:
        return False
    is_decided = not compares.needs_reason or (bool(visit.because) and visit.because_of == compares.mark)
    return is_decided and not problems_in(visit, today=today) and set(lacking(visit)) <= {ConsentKind.FEE}
