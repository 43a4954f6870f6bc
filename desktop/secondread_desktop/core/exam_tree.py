"""The tree that people choose from: people, their exams, and the sets of images of each exam."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

from secondread_desktop.core.catalogue import Catalogue, Found, FoundFile, Header, Patient, patients_of
from secondread_desktop.core.person_names import name_key
from secondread_shared.identity import compare_names
from secondread_shared.name_matching import NameAgreement
from secondread_shared.name_parts import names_somebody

_NO_NUMBER = 1 << 31  # what has no number comes last


@dataclass(frozen=True, eq=False)
class ImageSet:
    """A series. `found` is in the order of the instance numbers (PS3.3 C.7.6.1), else in the medium's."""

    series_instance_uid: str
    modality: str
    description: str
    found: tuple[Found, ...] = field(repr=False)

    @cached_property
    def files(self) -> frozenset[FoundFile]:
        """Its files."""
        return frozenset(item.file for item in self.found)


@dataclass(frozen=True, eq=False)
class Exam:
    """A study. `date` is ISO, or empty."""

    study_instance_uid: str
    date: str
    description: str
    sets: tuple[ImageSet, ...]

    @cached_property
    def files(self) -> frozenset[FoundFile]:
        """Its files."""
        return frozenset().union(*(part.files for part in self.sets))

    @property
    def modality(self) -> str:
        """The kind of its first set."""
        return self.sets[0].modality


@dataclass(frozen=True, eq=False)
class Person:
    """Someone whose images these are. Name as in DICOM, birth date ISO; empty if the images do not say."""

    name: str
    birth_date: str
    exams: tuple[Exam, ...]

    @cached_property
    def files(self) -> frozenset[FoundFile]:
        """All files of the person."""
        return frozenset().union(*(exam.files for exam in self.exams))

    @property
    def is_unnamed(self) -> bool:
        """True if the images say neither name nor birth date."""
        return not name_key(self.name) and not self.birth_date

    @property
    def key(self) -> tuple[str, str]:
        """What stays the same when another disc of the person is added."""
        return name_key(self.name), self.birth_date


def people_of(catalogue: Catalogue) -> tuple[Person, ...]:
    """Return the people in the medium's order.

    Two hospitals know one person by two patient ids: same name and same birth date are one person here. Where either
    is missing, or unreadable, or `ANONYMOUS`, the ids keep them apart.
    """
    groups: dict[tuple[str, ...], list[Patient]] = {}
    for patient in patients_of(catalogue):
        key = name_key(patient.name)
        ids = () if patient.birth_date and names_somebody(patient.name) else (patient.patient_id,)
        groups.setdefault((key, patient.birth_date, *ids), []).append(patient)
    return tuple(_person(patients) for patients in groups.values())


def may_be_one_person(one: Person, other: Person) -> bool:
    """Tell whether neither birth dates nor names contradict each other."""
    if one.birth_date and other.birth_date and one.birth_date != other.birth_date:
        return False
    return compare_names(one.name, other.name) is not NameAgreement.NONE


def _person(patients: list[Patient]) -> Person:
    studies: dict[str, list[Found]] = {}
    for patient in patients:
        for item in patient.found:
            studies.setdefault(_header(item).study_instance_uid, []).append(item)
    exams = [_exam(uid, found) for uid, found in studies.items()]
    exams.sort(key=lambda exam: exam.date, reverse=True)  # the newest first, what has no date last
    return Person(
        name=_first(patient.name for patient in patients),
        birth_date=_first(patient.birth_date for patient in patients),
        exams=tuple(exams),
    )


def _exam(uid: str, found: list[Found]) -> Exam:
    series: dict[str, list[Found]] = {}
    for item in found:
        series.setdefault(_header(item).series_instance_uid, []).append(item)
    headers = [_header(item) for item in found]
    return Exam(
        study_instance_uid=uid,
        date=_first(header.study_date for header in headers),
        description=_first(header.study_description for header in headers),
        sets=tuple(_image_set(series_uid, items) for series_uid, items in series.items()),
    )


def _image_set(uid: str, found: list[Found]) -> ImageSet:
    headers = [_header(item) for item in found]
    return ImageSet(
        series_instance_uid=uid,
        modality=_first(header.modality for header in headers),
        description=_first(header.series_description for header in headers),
        found=tuple(sorted(found, key=_number)),
    )


def _number(item: Found) -> int:
    number = _header(item).instance_number
    return _NO_NUMBER if number is None else number


def _header(item: Found) -> Header:
    assert item.header is not None
    return item.header


def _first(texts: Iterable[str]) -> str:
    return next((text for text in texts if text), "")
