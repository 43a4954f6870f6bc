"""Do the images belong to the person of the form? The receiver compares by itself, from the bytes that arrived.

| images | finding |
|---|---|
| name agrees, birth date agrees | same |
| name agrees, no birth date in the images | name_only |
| birth date agrees, no name in the images | date_only |
| one doubt: the name agrees in part, day and month are exchanged, or the sex is the other one | doubtful |
| another name or another birth date, or two doubts | different |
| people whose names or birth dates contradict each other | several |
| neither name nor birth date | unnamed |
Of several spellings that can be one person the worst counts. The comparison is the sender's: `identity` and
`name_matching` in `secondread_shared`; decision 12 says what is judged otherwise here, and why.
"""

from collections.abc import Iterable
from enum import StrEnum
from itertools import combinations
from typing import NamedTuple

from secondread_server.core.image_records import InstanceHeader
from secondread_shared.identity import Comparison, DateAgreement, Likeness, compare_names, compare_person
from secondread_shared.intake import Intake
from secondread_shared.name_matching import NameAgreement
from secondread_shared.person_names import UNREADABLE, component_groups, name_key

MOST_PEOPLE = 32  # more spellings than one person has; they need not be compared with each other


class Person(NamedTuple):
    """A name and a birth date as they stand in the images, and every sex that stands beside them."""

    name: str
    birth_date: str
    sexes: tuple[str, ...] = ()


class Finding(StrEnum):
    """How the images' patient compares with the form's."""

    SAME = "same"
    NAME_ONLY = "name_only"
    DATE_ONLY = "date_only"
    DOUBTFUL = "doubtful"
    DIFFERENT = "different"
    SEVERAL = "several"
    UNNAMED = "unnamed"


def people_in(headers: Iterable[InstanceHeader]) -> tuple[Person, ...]:
    """Return each name and birth date that stands in the images, once for all spellings of a name."""
    people: dict[tuple[str, str], Person] = {}
    for header in headers:
        if UNREADABLE in header.patient_name or component_groups(header.patient_name) or header.birth_date:
            key = _key(header.patient_name), header.birth_date
            person = people.setdefault(key, Person(header.patient_name, header.birth_date))
            if header.patient_sex and header.patient_sex not in person.sexes:
                people[key] = person._replace(sexes=(*person.sexes, header.patient_sex))
    return tuple(people.values())


def _key(name: str) -> str:
    """Return what is equal for spellings that agree in every group: one may say what another leaves open."""
    groups = component_groups(name)
    return "=".join(map(name_key, groups)) if groups else name_key(name)


def compare(people: tuple[Person, ...], intake: Intake) -> Finding:
    """Return what is found of all people in the images."""
    if not people:
        return Finding.UNNAMED
    if not _can_be_one(people):
        return Finding.SEVERAL
    return _finding(_compared(people, intake))


def is_other_sex(people: tuple[Person, ...], intake: Intake) -> bool:
    """Tell whether the images say male and the form female, or the other way round."""
    return any(one.is_other_sex for one in _compared(people[:MOST_PEOPLE], intake))


def _compared(people: tuple[Person, ...], intake: Intake) -> list[Comparison]:
    return [compare_person(intake, name=name, birth_date=born, sexes=sexes) for name, born, sexes in people]


def _can_be_one(people: tuple[Person, ...]) -> bool:
    if len(people) > MOST_PEOPLE or len({person.birth_date for person in people if person.birth_date}) > 1:
        return False
    names = combinations([person.name for person in people], 2)
    return all(compare_names(one, other) is not NameAgreement.NONE for one, other in names)


def _finding(found: list[Comparison]) -> Finding:
    likenesses = {one.likeness for one in found}
    for worst in (Likeness.DIFFERENT, Likeness.DOUBTFUL):
        if worst in likenesses:
            return Finding(worst)
    has_name = any(one.name is not NameAgreement.EMPTY for one in found)
    has_date = any(one.birth_date is not DateAgreement.EMPTY for one in found)
    if has_name:
        return Finding.SAME if has_date else Finding.NAME_ONLY
    return Finding.DATE_ONLY if has_date else Finding.UNNAMED
