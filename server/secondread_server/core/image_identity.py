"""Do the images belong to the person of the form? The receiver compares by itself, from the bytes that arrived.

| images | finding |
|---|---|
| one person; name agrees, birth date agrees | same |
| one person; name agrees, no birth date in the images | name_only |
| one person; birth date agrees, no name in the images | date_only |
| one person; another name or another birth date | different |
| more than one person | several |
| neither name nor birth date | unnamed |
"""

from collections.abc import Iterable
from enum import StrEnum

from secondread_server.core.image_records import InstanceHeader
from secondread_shared.intake import Intake
from secondread_shared.person_names import component_groups, name_key, name_words


class Finding(StrEnum):
    """How the images' patient compares with the form's."""

    SAME = "same"
    NAME_ONLY = "name_only"
    DATE_ONLY = "date_only"
    DIFFERENT = "different"
    SEVERAL = "several"
    UNNAMED = "unnamed"


def people_in(headers: Iterable[InstanceHeader]) -> tuple[tuple[str, str], ...]:
    """Return each name and birth date that stands in the images, once for all spellings of a name."""
    people: dict[tuple[str, str], tuple[str, str]] = {}
    for header in headers:
        if component_groups(header.patient_name) or header.birth_date:
            people.setdefault(
                (name_key(header.patient_name), header.birth_date), (header.patient_name, header.birth_date)
            )
    return tuple(people.values())


def compare(people: tuple[tuple[str, str], ...], intake: Intake) -> Finding:
    """Return what is found of all people in the images."""
    if not people:
        return Finding.UNNAMED
    if len(people) > 1:
        return Finding.SEVERAL
    [(name, birth_date)] = people
    names = component_groups(name)
    is_name_equal = any(_is_same_name(group, f"{intake.first_name} {intake.last_name}") for group in names)
    if (names and not is_name_equal) or (birth_date and birth_date != intake.birth_date.strip()):
        return Finding.DIFFERENT
    if not birth_date:
        return Finding.NAME_ONLY
    return Finding.SAME if names else Finding.DATE_ONLY


def _is_same_name(images: str, form: str) -> bool:
    """Tell whether every word of one name stands in the other, two words at least."""
    one, other = name_words(images), name_words(form)
    return one == other or (len(one & other) >= 2 and one & other in (one, other))
