"""Which of the found files are sent."""

from dataclasses import dataclass

from secondread_desktop.core.catalogue import Catalogue, Found, Patient, patients_of
from secondread_desktop.errors import NothingToSend


@dataclass(frozen=True, slots=True)
class Wanted:
    """The person's choice; nothing chosen means everything."""

    studies: tuple[str, ...] = ()
    patient_id: str | None = None

    @property
    def is_narrowed(self) -> bool:
        """True when only a part of the sources is wanted."""
        return bool(self.studies) or self.patient_id is not None


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
    takes_documents = len(everyone) == 1 and not wanted.is_narrowed
    chosen = {id(item) for item in instances}
    found = tuple(item for item in catalogue.found if id(item) in chosen or (item.header is None and takes_documents))
    left_out = 0 if takes_documents else len(catalogue.attachments)
    return Selected(found=found, patients=_people(everyone, chosen), attachments_left_out=left_out)


def _people(everyone: tuple[Patient, ...], chosen: set[int]) -> tuple[Patient, ...]:
    return tuple(patient for patient in everyone if any(id(item) in chosen for item in patient.found))


def _is_wanted(item: Found, wanted: Wanted) -> bool:
    assert item.header is not None
    if wanted.studies and item.header.study_instance_uid not in wanted.studies:
        return False
    return wanted.patient_id is None or item.header.patient_id == wanted.patient_id


def _study_of(item: Found) -> str:
    assert item.header is not None
    return item.header.study_instance_uid
