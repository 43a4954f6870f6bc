"""Whose images are these? Compares the patients of the images with the one of the intake.

| images | intake | outcome |
|---|---|---|
| every word of one name is in the other (two words or more), in any order, case or accents | | same |
| some words agree, or only initials | birth dates equal | doubtful |
| some words agree | no birth date in the images | doubtful |
| no word agrees, or the birth dates differ | | different |
| neither name nor birth date | | unnamed |
| two people | | several |
What is empty in the images is not a difference.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

from secondread_desktop.core.catalogue import Patient
from secondread_desktop.core.person_names import component_groups, name_words
from secondread_shared.intake import Intake
from secondread_shared.manifest import IdentityDecision


class Outcome(StrEnum):
    """How the images' patient compares with the intake's."""

    SAME = "same"
    DOUBTFUL = "doubtful"
    DIFFERENT = "different"
    SEVERAL = "several"
    UNNAMED = "unnamed"


class _Agreement(StrEnum):
    FULL = "full"
    PART = "part"
    NONE = "none"
    EMPTY = "empty"


NEEDS_NOBODY = frozenset({Outcome.SAME, Outcome.UNNAMED})


@dataclass(frozen=True, slots=True)
class Choice:
    """What the person decided on the command line or in the window."""

    patient_chosen: bool = False
    confirmed_because: str | None = None


def compare(patients: Sequence[Patient], intake: Intake) -> Outcome:
    """Return the outcome for all patients of the sources."""
    if len(patients) != 1:
        return Outcome.SEVERAL
    patient = patients[0]
    names = _name_agreement(patient.name, f"{intake.first_name} {intake.last_name}")
    dates = _date_agreement(patient.birth_date, intake.birth_date)
    if names is _Agreement.EMPTY and dates is _Agreement.EMPTY:
        return Outcome.UNNAMED
    if _Agreement.NONE in (names, dates):
        return Outcome.DIFFERENT
    return Outcome.DOUBTFUL if names is _Agreement.PART else Outcome.SAME


def is_decided(outcome: Outcome, choice: Choice) -> bool:
    """Tell whether the submission may go on: several people need both a choice and a reason, a difference a reason."""
    if outcome in NEEDS_NOBODY:
        return True
    if not (choice.confirmed_because or "").strip():
        return False
    return choice.patient_chosen or outcome is not Outcome.SEVERAL


def decision(outcome: Outcome, choice: Choice) -> IdentityDecision:
    """Return what travels in the manifest."""
    because = None if outcome in NEEDS_NOBODY else choice.confirmed_because
    return IdentityDecision(outcome=outcome, patient_chosen=choice.patient_chosen, confirmed_because=because)


def can_be_one_person(patients: Sequence[Patient]) -> bool:
    """Tell whether no two birth dates or names contradict each other: one patient id can stand for two people.

    Two spellings of one person's name have a word in common.
    """
    if len({patient.birth_date for patient in patients if patient.birth_date}) > 1:
        return False
    names = [words for patient in patients if (words := name_words(patient.name))]
    return all(one & other for one, other in combinations(names, 2))


def has_same_name(patient: Patient, intake: Intake) -> bool:
    """Tell whether the names plainly agree, or the images have none."""
    agreement = _name_agreement(patient.name, f"{intake.first_name} {intake.last_name}")
    return agreement in (_Agreement.FULL, _Agreement.EMPTY)


def has_same_birth_date(patient: Patient, intake: Intake) -> bool:
    """Tell whether the birth dates agree, or the images have none."""
    return _date_agreement(patient.birth_date, intake.birth_date) is not _Agreement.NONE


def _name_agreement(images: str, intake: str) -> _Agreement:
    groups = component_groups(images)
    if not groups:
        return _Agreement.EMPTY
    agreements = {_group_agreement(name_words(group), name_words(intake)) for group in groups}
    return next(value for value in (_Agreement.FULL, _Agreement.PART, _Agreement.NONE) if value in agreements)


def _group_agreement(images: frozenset[str], intake: frozenset[str]) -> _Agreement:
    shared = images & intake
    if images == intake or (len(shared) >= 2 and shared in (images, intake)):
        return _Agreement.FULL
    if "".join(sorted("".join(images))) == "".join(sorted("".join(intake))):
        return _Agreement.FULL if _is_run_together(images, intake) else _Agreement.PART
    return _Agreement.PART if shared else _Agreement.NONE


def _is_run_together(images: frozenset[str], intake: frozenset[str]) -> bool:
    """Tell whether one side writes as one word what the other parts: `VanDyke` and `van Dyke`."""
    few, many = sorted((images, intake), key=len)
    return all(any(word in long for long in few) for word in many)


def _date_agreement(images: str, intake: str) -> _Agreement:
    if not images:
        return _Agreement.EMPTY
    return _Agreement.FULL if images == intake.strip() else _Agreement.NONE
