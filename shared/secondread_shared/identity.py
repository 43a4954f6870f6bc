"""How the person in the images compares with the one of the form: name, birth date and sex. For both sides alike.

| name | birth date | sex | likeness |
|---|---|---|---|
| full, or none in the images | equal, or none in the images | no contradiction | same |
| none in the images | none in the images | no contradiction | unnamed |
| one of: name in part, day and month exchanged, the other sex | else as above | | doubtful |
| unknown: in another script, or unreadable | equal | no contradiction | doubtful |
| two of: name in part, day and month exchanged, the other sex | | | different |
| another name, or another birth date | | | different |
What is empty in the images is no difference. `name_matching` is the table of names.
"""

import datetime
import re
from dataclasses import dataclass
from enum import StrEnum

from secondread_shared.intake import Intake, Sex
from secondread_shared.name_matching import NameAgreement, agreement
from secondread_shared.name_parts import typed_name, values_of

_OPPOSITE = {Sex.FEMALE: "M", Sex.MALE: "F"}  # PS3.3 C.7.1.1: M, F, O; nothing else contradicts
_PARTIAL = re.compile(r"[0-9]{4}(-[0-9]{2})?")


class DateAgreement(StrEnum):
    """How two birth dates compare. `SWAPPED`: day and month are exchanged."""

    EQUAL = "equal"
    SWAPPED = "swapped"
    OTHER = "other"
    EMPTY = "empty"


class Likeness(StrEnum):
    """How one person of the images compares with the form's."""

    SAME = "same"
    DOUBTFUL = "doubtful"
    DIFFERENT = "different"
    UNNAMED = "unnamed"


@dataclass(frozen=True, slots=True)
class Comparison:
    """What agrees and what does not, without the values."""

    name: NameAgreement
    birth_date: DateAgreement
    is_other_sex: bool = False

    @property
    def likeness(self) -> Likeness:
        """Return the outcome; the table is at the top."""
        if self.name is NameAgreement.NONE or self.birth_date is DateAgreement.OTHER:
            return Likeness.DIFFERENT
        if self.name is NameAgreement.UNKNOWN and self.birth_date is not DateAgreement.EQUAL:
            return Likeness.DIFFERENT
        if self.differs:
            return Likeness.DOUBTFUL if len(self.differs) == 1 else Likeness.DIFFERENT
        is_nobody = self.name is NameAgreement.EMPTY and self.birth_date is DateAgreement.EMPTY
        return Likeness.UNNAMED if is_nobody else Likeness.SAME

    @property
    def differs(self) -> tuple[str, ...]:
        """Return what does not plainly agree, in code words: of `DIFFERENCES`."""
        is_other_name = self.name not in (NameAgreement.FULL, NameAgreement.EMPTY)
        is_other_date = self.birth_date not in (DateAgreement.EQUAL, DateAgreement.EMPTY)
        found = zip(DIFFERENCES, (is_other_name, is_other_date, self.is_other_sex), strict=True)
        return tuple(code for code, is_other in found if is_other)


DIFFERENCES = ("name", "birth_date", "sex")


def compare_person(intake: Intake, *, name: str, birth_date: str, sexes: tuple[str, ...] = ()) -> Comparison:
    """Compare what images say of a person with the form. `sexes` are all that stand in the images."""
    typed = typed_name(intake.first_name, intake.last_name)
    return Comparison(
        name=agreement(values_of(name), (typed,) if typed else ()),
        birth_date=compare_dates(birth_date, intake.birth_date),
        is_other_sex=_OPPOSITE.get(Sex(intake.sex)) in sexes if intake.sex in set(Sex) else False,
    )


def compare_names(one: str, other: str) -> NameAgreement:
    """Compare two names out of images."""
    return agreement(values_of(one), values_of(other))


def compare_dates(images: str, typed: str) -> DateAgreement:
    """Compare two ISO dates; a year, or a year and a month, agrees with every day in it."""
    images, typed = images.strip(), typed.strip()
    if not images:
        return DateAgreement.EMPTY
    if images == typed or (_PARTIAL.fullmatch(images) and typed.startswith(images)):
        return DateAgreement.EQUAL
    return DateAgreement.SWAPPED if _swapped(images) == typed and typed else DateAgreement.OTHER


def _swapped(iso: str) -> str:
    """Return a date with day and month exchanged; empty if there is no such day."""
    try:
        date = datetime.date.fromisoformat(iso)
        return date.replace(month=date.day, day=date.month).isoformat()
    except ValueError:
        return ""
