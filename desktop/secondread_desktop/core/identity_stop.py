"""Whether the window must stop because what was typed is not what the images say, and what may follow.

| in the ticked images | the person may say that it is the same person |
|---|---|
| one spelling and date, or several that agree with what was typed | no stop |
| another name or sex, the same birth date or none | with a reason, chosen or written |
| another birth date | with a reason that is written |
| names or birth dates that contradict each other | no: one person's images must be chosen |
The rule beneath is `identity_check.is_decided`; images of several people on the sources need a reason as well.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from secondread_desktop.core.catalogue import Catalogue, FoundFile, Patient, patients_of
from secondread_desktop.core.identity_check import (
    NEEDS_NOBODY,
    Outcome,
    can_be_one_person,
    compare,
    differences,
)
from secondread_desktop.core.identity_check import compared as compared_person
from secondread_desktop.core.person_names import folded
from secondread_shared.identity import DateAgreement, compare_dates
from secondread_shared.intake import Intake
from secondread_shared.name_matching import NameAgreement

LEAST_WRITTEN = 10  # characters: more than "yes" or "it is me"


class Reason(StrEnum):
    """How the person may say why it is the same person."""

    CHOSEN = "chosen"
    WRITTEN = "written"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Compared:
    """The ticked images' people against what was typed. `is_alone`: the sources hold nobody else's images."""

    people: tuple[Patient, ...] = field(repr=False)
    intake: Intake = field(repr=False)
    is_alone: bool

    @property
    def must_stop(self) -> bool:
        """True where a difference must be looked at before anything goes on."""
        if not can_be_one_person(self.people):
            return True
        outcomes = {compare([patient], self.intake) for patient in self.people}
        is_nameless = Outcome.UNNAMED in outcomes and not self.is_alone
        return is_nameless or not outcomes <= NEEDS_NOBODY

    @property
    def needs_reason(self) -> bool:
        """True where `is_decided` asks for a reason, also when everything agrees: others are on the disc as well."""
        return self.must_stop or not self.is_alone

    @property
    def has_other_birth_date(self) -> bool:
        """True if a birth date of the images is not the typed one."""
        return "birth_date" in self._differs

    @property
    def has_other_name(self) -> bool:
        """True if a name of the images is not plainly the typed one."""
        return "name" in self._differs

    @property
    def has_other_sex(self) -> bool:
        """True if the images say male and female was typed, or the other way round."""
        return "sex" in self._differs

    @property
    def has_swapped_date(self) -> bool:
        """True if the only other birth date is the typed one with day and month exchanged."""
        found = {compare_dates(patient.birth_date, self.intake.birth_date) for patient in self.people}
        return DateAgreement.SWAPPED in found and DateAgreement.OTHER not in found

    @property
    def has_unknown_name(self) -> bool:
        """True if no name of the images could be compared: all are in another script, or unreadable."""
        found = {compared_person(patient, self.intake).name for patient in self.people}
        return found == {NameAgreement.UNKNOWN}

    @property
    def _differs(self) -> tuple[str, ...]:
        return differences(self.people, self.intake)

    @property
    def reason(self) -> Reason:
        """How a person may go on."""
        if not can_be_one_person(self.people):
            return Reason.NONE
        return Reason.WRITTEN if self.has_other_birth_date else Reason.CHOSEN

    @property
    def mark(self) -> str:
        """What is equal only for the same comparison: a reason given for another one counts no more."""
        people = [
            f"{'='.join(patient.names)}|{patient.birth_date}|{','.join(patient.sexes)}" for patient in self.people
        ]
        typed = f"{self.intake.first_name}|{self.intake.last_name}|{self.intake.birth_date}|{self.intake.sex}"
        return "\n".join([typed, str(self.is_alone), *sorted(people)])


def compared(catalogue: Catalogue, ticked: frozenset[FoundFile], intake: Intake) -> Compared:
    """Compare the people of the ticked instances with the intake."""
    everyone = patients_of(catalogue)
    chosen = Catalogue(found=tuple(item for item in catalogue.found if item.file in ticked))
    return Compared(
        people=patients_of(chosen), intake=intake, is_alone=len(everyone) == 1 and can_be_one_person(everyone)
    )


def is_reason_enough(reason: Reason, because: str) -> bool:
    """Tell whether what was said is a reason of the kind that is asked for."""
    words = because.strip()
    if reason is Reason.WRITTEN:
        return len(words) >= LEAST_WRITTEN
    return reason is Reason.CHOSEN and bool(words)


def distinct(people: Sequence[Patient]) -> tuple[tuple[str, str], ...]:
    """Return each pair of name and birth date once, as they are shown side by side."""
    kept: dict[tuple[str, str], tuple[str, str]] = {}
    for patient in people:
        for name in patient.names:
            kept.setdefault((folded(name), patient.birth_date), (name, patient.birth_date))
    return tuple(kept.values())


def sexes(people: Sequence[Patient]) -> tuple[str, ...]:
    """Return each sex that the images name once, as DICOM writes them (PS3.3 C.7.1.1)."""
    return tuple(dict.fromkeys(sex for patient in people for sex in patient.sexes))
