"""Whose images are these? Compares the patients of the images with the one of the intake.

| images | outcome |
|---|---|
| one person; name, birth date and sex agree, or are empty in the images | same |
| one doubt: the name agrees in part, day and month are exchanged, or the sex is the other one | doubtful |
| a name in another script or unreadable, and the same birth date | doubtful |
| two doubts, another name, or another birth date | different |
| neither name nor birth date | unnamed |
| two people, or names of one that contradict each other | several |
What is empty in the images is not a difference; `ANONYMOUS` and the like are no names. The comparison itself is shared
with the receiver: `secondread_shared.identity`, and for names `secondread_shared.name_matching`.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import combinations

from secondread_desktop.core.catalogue import Patient
from secondread_desktop.core.person_names import folded
from secondread_shared.identity import DIFFERENCES, Comparison, compare_names, compare_person
from secondread_shared.intake import Intake
from secondread_shared.manifest import IdentityDecision
from secondread_shared.name_matching import NameAgreement


class Outcome(StrEnum):
    """How the images' patient compares with the intake's."""

    SAME = "same"
    DOUBTFUL = "doubtful"
    DIFFERENT = "different"
    SEVERAL = "several"
    UNNAMED = "unnamed"


NEEDS_NOBODY = frozenset({Outcome.SAME, Outcome.UNNAMED})
MOST_SPELLINGS = 32  # of one name; more are not one person's, and need not be compared with each other


@dataclass(frozen=True, slots=True)
class Choice:
    """What the person decided on the command line or in the window."""

    patient_chosen: bool = False
    confirmed_because: str | None = None


def compare(patients: Sequence[Patient], intake: Intake) -> Outcome:
    """Return the outcome for all patients of the sources."""
    if len(patients) > 1 or not can_be_one_person(patients):
        return Outcome.SEVERAL
    return Outcome(compared(patients[0], intake).likeness)


def compared(patient: Patient, intake: Intake) -> Comparison:
    """Compare one patient of the images with the intake; of several names the worst counts."""
    names = spellings([patient])[:MOST_SPELLINGS]
    found = [compare_person(intake, name=name, birth_date=patient.birth_date, sexes=patient.sexes) for name in names]
    return replace(found[0], name=_worst({one.name for one in found}))


def spellings(patients: Iterable[Patient]) -> tuple[str, ...]:
    """Return each name of the images once, whatever its letter case and accents."""
    kept: dict[str, str] = {}
    for patient in patients:
        for name in patient.names:
            kept.setdefault(folded(name), name)
    return tuple(kept.values())


def _worst(found: set[NameAgreement]) -> NameAgreement:
    telling = found - {NameAgreement.EMPTY} or found
    if NameAgreement.NONE in telling:
        return NameAgreement.NONE
    return next(iter(telling)) if len(telling) == 1 else NameAgreement.PART


def differences(patients: Iterable[Patient], intake: Intake) -> tuple[str, ...]:
    """Return what does not plainly agree for any of the patients, in the words of `DIFFERENCES`."""
    found = {code for patient in patients for code in compared(patient, intake).differs}
    return tuple(code for code in DIFFERENCES if code in found)


def is_decided(outcome: Outcome, choice: Choice) -> bool:
    """Tell whether the submission may go on: several people need both a choice and a reason, a difference a reason."""
    if outcome in NEEDS_NOBODY:
        return True
    if not (choice.confirmed_because or "").strip():
        return False
    return choice.patient_chosen or outcome is not Outcome.SEVERAL


def decision(outcome: Outcome, choice: Choice, *, differs: tuple[str, ...] = ()) -> IdentityDecision:
    """Return what travels in the manifest. `differs` says what did not agree, never a value."""
    because = None if outcome in NEEDS_NOBODY else choice.confirmed_because
    return IdentityDecision(
        outcome=outcome, patient_chosen=choice.patient_chosen, confirmed_because=because, differs=list(differs)
    )


def can_be_one_person(patients: Sequence[Patient]) -> bool:
    """Tell whether no two birth dates or names contradict each other: one patient id can stand for two people."""
    if len({patient.birth_date for patient in patients if patient.birth_date}) > 1:
        return False
    names = spellings(patients)
    if len(names) > MOST_SPELLINGS:
        return False
    return all(compare_names(one, other) is not NameAgreement.NONE for one, other in combinations(names, 2))
