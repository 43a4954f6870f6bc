"""A synthetic patient's disc, made of the images that pydicom brings along: the same seed gives the same bytes."""

import array
import gc
import hashlib
import warnings
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pydicom
from pydicom.data import get_testdata_file
from pydicom.dataset import FileDataset
from pydicom.fileset import FileSet
from pydicom.uid import UID

from tests.support.disc_junk import write_junk, write_report

DICOMDIR = "DICOMDIR"


@dataclass(frozen=True, slots=True)
class SamplePatient:
    """A person that does not exist. `name` is as DICOM writes it, family name first (PS3.5 §6.2.1)."""

    name: str
    patient_id: str
    birth_date: str
    sex: str


PATIENTS = (
    SamplePatient("LOPEZ^MARIA", "SR-481516", "19510303", "F"),
    SamplePatient("OKAFOR^DANIEL", "SR-234108", "19781120", "M"),
    SamplePatient("NOVAK^JANA", "SR-150423", "19640707", "F"),
)


@dataclass(frozen=True, slots=True)
class SampleSeries:
    """One series to be made: its template among pydicom's files, small and large, and how many instances."""

    modality: str
    description: str
    small: str
    large: str
    count: int


@dataclass(frozen=True, slots=True)
class SampleStudy:
    """One study to be made."""

    date: str
    description: str
    series: tuple[SampleSeries, ...]


def sample_studies(slices: int) -> tuple[SampleStudy, ...]:
    """Return three exams of a back that hurts, with `slices` instances in each series that has slices."""
    mr = ("MR_small.dcm", "MR_small.dcm")
    ct = ("CT_small.dcm", "693_UNCI.dcm")
    return (
        SampleStudy("20260914", "MR LUMBAR SPINE", (
            SampleSeries("MR", "T1 SAGITTAL", *mr, slices), SampleSeries("MR", "T2 SAGITTAL", *mr, slices))),
        SampleStudy("20261002", "CT ABDOMEN", (
            SampleSeries("CT", "AXIAL 5 MM", *ct, slices),
            SampleSeries("SR", "REPORT", "test-SR.dcm", "test-SR.dcm", 1))),
        SampleStudy("20261002", "X-RAY AND ULTRASOUND", (
            SampleSeries("CR", "LATERAL", "dicomdirtests/77654033/CR1/6154", "RG3_UNCI.dcm", 1),
            SampleSeries("US", "KIDNEYS", "examples_rgb_color.dcm", "US1_UNCI.dcm", 2))),
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class SampleDisc:
    """What was made. `instances` and `attachments` are what a send must carry, `junk` what it must leave."""

    folder: Path
    patients: tuple[SamplePatient, ...]
    studies: int
    instances: tuple[Path, ...] = field(repr=False)
    attachments: tuple[Path, ...] = field(repr=False)
    junk: tuple[Path, ...] = field(repr=False)

    @property
    def patient(self) -> SamplePatient:
        """The first patient, whose intake `intake` is."""
        return self.patients[0]

    @property
    def size_bytes(self) -> int:
        """All that a send must carry."""
        return sum(path.stat().st_size for path in (*self.instances, *self.attachments))

    @property
    def intake(self) -> dict[str, Any]:
        """The intake's fields, as the patient would fill them in; a programme's own answers are not among them."""
        return intake_of(self.patient)

    def digests(self) -> dict[str, str]:
        """Return the SHA-256 of each file that a send must carry, by its relative path."""
        return {
            path.relative_to(self.folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
            for path in (*self.instances, *self.attachments)
        }


def intake_of(patient: SamplePatient) -> dict[str, Any]:
    """Return a valid intake of this patient."""
    last_name, first_name = patient.name.title().split("^")
    date = patient.birth_date
    return {
        "relation": "self", "sender_name": "", "first_name": first_name, "last_name": last_name,
        "birth_date": f"{date[:4]}-{date[4:6]}-{date[6:]}", "sex": {"F": "female", "M": "male"}[patient.sex],
        "email": f"{first_name.lower()}@example.org", "phone": "+1 555 0199",
        "postal_address": "12 Example Street\nSpringfield", "subjects": ["mri", "ct"], "subject_other": "",
        "question": "Is an operation on my back needed?", "symptoms": "Pain in the left leg since spring.",
        "history": "", "anything_else": "",
    }  # fmt: skip


def make_sample_disc(
    folder: Path,
    *,
    patients: int = 1,
    slices: int = 12,
    is_large: bool = False,
    has_junk: bool = True,
    seed: str = "sample",
) -> SampleDisc:
    """Write a disc into `folder` (made if missing), with a DICOMDIR, a viewer and a PDF report.

    One patient with 12 slices: 3 studies, 40 instances, 1 MB, or about 15 MB where `is_large`.
    """
    folder.mkdir(parents=True, exist_ok=True)
    people = PATIENTS[:patients]
    studies = sample_studies(slices)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # old template files break small rules; so do real discs
        _write_images(folder, people, studies=studies, is_large=is_large, seed=seed)
        gc.collect()  # a FileSet leaves its temporary folder to the collector, which would warn in whatever runs then
    instances = tuple(sorted(path for path in folder.rglob("*") if path.is_file() and path.name != DICOMDIR))
    junk = write_junk(folder) if has_junk else ()
    return SampleDisc(
        folder=folder,
        patients=people,
        studies=len(studies) * len(people),
        instances=instances,
        attachments=(write_report(folder, people[0].name),),
        junk=(folder / DICOMDIR, *junk),
    )


def made_uid(*parts: object) -> UID:
    """Return the UID of these words: `2.25.` and 128 bits of their SHA-256 (PS3.5 §B.2)."""
    digest = hashlib.sha256("/".join(map(str, parts)).encode()).digest()
    return UID(f"2.25.{int.from_bytes(digest[:16], 'big')}")


def _write_images(
    folder: Path, people: tuple[SamplePatient, ...], *, studies: tuple[SampleStudy, ...], is_large: bool, seed: str
) -> None:
    files = FileSet()
    files.ID = "SAMPLE"
    files.UID = made_uid(seed, "fileset")
    for person in people:
        for study in studies:
            _add_study(files, person, study=study, is_large=is_large, seed=seed)
    files.write(folder)


def _add_study(files: FileSet, person: SamplePatient, *, study: SampleStudy, is_large: bool, seed: str) -> None:
    for series_number, series in enumerate(study.series, 1):
        name = series.large if is_large else series.small
        path = get_testdata_file(name, download=False)
        assert isinstance(path, str), f"{name} is not there: install pydicom-data"
        for number in range(1, series.count + 1):
            dataset = pydicom.dcmread(path)
            place = (seed, person.patient_id, study.description, series_number)
            _name_person(dataset, person)
            _name_study(dataset, study, series=series, place=place)
            _number_instance(dataset, number, place=place)
            files.add(dataset)


def _name_person(dataset: FileDataset, person: SamplePatient) -> None:
    for keyword in ("OtherPatientIDs", "OtherPatientNames", "PatientAge", "PatientAddress", "IssuerOfPatientID"):
        if keyword in dataset:
            del dataset[keyword]
    dataset.remove_private_tags()
    dataset.PatientName = person.name
    dataset.PatientID = person.patient_id
    dataset.PatientBirthDate = person.birth_date
    dataset.PatientSex = person.sex
    dataset.InstitutionName = "SAMPLE HOSPITAL"
    dataset.ReferringPhysicianName = "SAMPLE^REFERRER"


def _name_study(
    dataset: FileDataset, study: SampleStudy, *, series: SampleSeries, place: tuple[str, str, str, int]
) -> None:
    dataset.StudyInstanceUID = made_uid(*place[:3])
    dataset.StudyDate = dataset.SeriesDate = dataset.AcquisitionDate = dataset.ContentDate = study.date
    dataset.StudyTime = dataset.SeriesTime = dataset.AcquisitionTime = dataset.ContentTime = "101500"
    dataset.StudyDescription = study.description
    dataset.StudyID = str(int(made_uid(*place[:3])[-6:]))
    dataset.AccessionNumber = f"A{dataset.StudyID}"
    dataset.Modality = series.modality
    dataset.SeriesDescription = series.description
    dataset.SeriesInstanceUID = made_uid(*place)
    dataset.SeriesNumber = place[3]
    if "FrameOfReferenceUID" in dataset:
        dataset.FrameOfReferenceUID = made_uid(*place[:3], "frame")


def _number_instance(dataset: FileDataset, number: int, *, place: tuple[str, str, str, int]) -> None:
    uid = made_uid(*place, number)
    dataset.SOPInstanceUID = uid
    dataset.file_meta.MediaStorageSOPInstanceUID = uid
    dataset.InstanceNumber = number
    if "ImagePositionPatient" in dataset:
        x, y, z = dataset.ImagePositionPatient
        dataset.ImagePositionPatient = [x, y, round(float(z) + 5 * number, 3)]
        dataset.SliceLocation = dataset.ImagePositionPatient[2]
    if dataset.get("BitsAllocated") == 16 and "PixelData" in dataset:
        dataset.PixelData = _slice_of(dataset, number)


def _slice_of(dataset: FileDataset, number: int) -> bytes:
    """Return the template's pixels a little further down and a little brighter: another slice of the same body."""
    kind = "h" if dataset.PixelRepresentation else "H"
    pixels = array.array(kind, dataset.PixelData)
    highest = (1 << (dataset.BitsStored - dataset.PixelRepresentation)) - 1
    shift = number % max(1, dataset.Rows // 8) * dataset.Columns
    return array.array(
        kind, [min(highest, p + number) if p > 0 else p for p in pixels[shift:] + pixels[:shift]]
    ).tobytes()
