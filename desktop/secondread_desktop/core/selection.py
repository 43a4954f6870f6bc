"""Which of the found files are sent."""

from dataclasses import dataclass

from secondread_desktop.core.catalogue import Catalogue, Found, FoundFile, Patient, patients_of
from secondread_desktop.core.identity_check import can_be_one_person
from secondread_desktop.errors import NothingToSend


@dataclass(frozen=True, slots=True)
class Wanted:
    """The person's choice; nothing chosen means everything.

    `files` are what was ticked in the window, documents too; whoever ticks also says whose images they are.
    """

    studies: tuple[str, ...] = ()
    patient_id: str | None = None
    files: frozenset[FoundFile] | None = None

    @property
    def is_narrowed(self) -> bool:
        """True when only a part of the sources is wanted."""
        return bool(self.studies) or self.patient_id is not None or self.files is not None

    @property
    def has_chosen_patient(self) -> bool:
        """True when a person said whose images are wanted."""
        return self.patient_id is not None or self.files is not None


@dataclass(frozen=True, slots=True)
class Selected:
    """The files to send in the medium's order, and the people they belong to."""

    found: tuple[Found, ...]
    patients: tuple[Patient, ...]
    attachments_left_out: int


def select(catalogue: Catalogue, wanted: Wanted) -> Selected:
    """Return what is to be sent.

    Documents found on the disc go along only where they can belong to one patient alone: nobody knows whose a
    document is. Raises `NothingToSend`, also when a named study or patient is not there.
    """
    everyone = patients_of(catalogue)
    instances = tuple(item for item in catalogue.instances if _is_wanted(item, wanted))
    if not instances or not set(wanted.studies) <= {_study_of(item) for item in instances}:
        raise NothingToSend
    is_one_person = len(everyone) == 1 and can_be_one_person(everyone)
    documents = _documents(catalogue, wanted, is_one_person=is_one_person)
    going = {id(item) for item in (*instances, *documents)}
    return Selected(
        found=tuple(item for item in catalogue.found if id(item) in going),
        patients=patients_of(Catalogue(found=instances)),
        attachments_left_out=len(catalogue.attachments) - len(documents),
    )


def _documents(catalogue: Catalogue, wanted: Wanted, *, is_one_person: bool) -> tuple[Found, ...]:
    if wanted.files is not None:
        return tuple(item for item in catalogue.attachments if item.file in wanted.files)
    return catalogue.attachments if is_one_person and not wanted.is_narrowed else ()


def _is_wanted(item: Found, wanted: Wanted) -> bool:
    assert item.header is not None
    if wanted.files is not None and item.file not in wanted.files:
        return False
    if wanted.studies and item.header.study_instance_uid not in wanted.studies:
        return False
    return wanted.patient_id is None or item.header.patient_id == wanted.patient_id


def _study_of(item: Found) -> str:
    assert item.header is not None
    return item.header.study_instance_uid
