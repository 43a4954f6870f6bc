"""Writes a DICOMDIR (PS3.3 F, PS3.10 §8) of files in memory, right or wrong: nothing looks at the disc."""

import io
import struct
import warnings
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any

from pydicom import dcmread
from pydicom.dataset import Dataset
from pydicom.uid import ExplicitVRLittleEndian

from tests.desktop.disc_kinds.images import bare, written
from tests.desktop.disc_kinds.pressing import Files
from tests.support.sample_disc import made_uid

_DIRECTORY = "1.2.840.10008.1.3.10"  # Media Storage Directory Storage
_KIND_OF_MODALITY = {"SR": "SR DOCUMENT", "DOC": "ENCAP DOC", "PR": "PRESENTATION", "ECG": "WAVEFORM"}


@dataclass(frozen=True, slots=True)
class Named:
    """One file as an index names it."""

    file_id: tuple[str, ...]
    patient: tuple[str, str]  # id and name
    study: str
    series: str
    modality: str
    sop_class: str
    sop_instance: str
    number: int
    description: str
    date: str = "20261112"
    syntax: str = str(ExplicitVRLittleEndian)


def named(path: str, content: bytes) -> Named:
    """Return what a right index says of a file."""
    made = dcmread(io.BytesIO(content), stop_before_pixels=True)
    return Named(
        file_id=tuple(path.split("/")),
        patient=(str(made.PatientID), str(made.PatientName)),
        study=str(made.StudyInstanceUID),
        series=str(made.SeriesInstanceUID),
        modality=str(made.Modality),
        sop_class=str(made.SOPClassUID),
        sop_instance=str(made.SOPInstanceUID),
        number=int(made.InstanceNumber),
        description=str(made.StudyDescription),
        syntax=str(made.file_meta.TransferSyntaxUID),
    )


def all_named(files: Files, below: str = "") -> list[Named]:
    """Return what a right index in the folder `below` says of all of them."""
    return [named(path.removeprefix(below), content) for path, content in files.items()]


def index_of(entries: Iterable[Named]) -> bytes:
    """Return the DICOMDIR that names these files."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # some file ids are wrong on purpose
        return _index(_tree(entries))


@dataclass(slots=True)
class _Record:
    """A directory record with its place in the file, once known."""

    key: str
    content: Dataset
    below: list["_Record"] = field(default_factory=list)
    place: int = 0

    def child(self, key: str, kind: str, **attributes: Any) -> "_Record":
        """Return the record below this one of that key, made if it is new."""
        for record in self.below:
            if record.key == key:
                return record
        self.below.append(_Record(key, _content(kind, **attributes)))
        return self.below[-1]

    def everything(self) -> list["_Record"]:
        """Return this record and all below it, in the file's order."""
        return [self, *(deeper for record in self.below for deeper in record.everything())]


def _content(kind: str, **attributes: Any) -> Dataset:
    made = Dataset()
    made.OffsetOfTheNextDirectoryRecord = 0
    made.RecordInUseFlag = 0xFFFF
    made.OffsetOfReferencedLowerLevelDirectoryEntity = 0
    made.DirectoryRecordType = kind
    for keyword, value in attributes.items():
        setattr(made, keyword, value)
    return made


def _tree(entries: Iterable[Named]) -> _Record:
    root = _Record("", Dataset())
    for entry in entries:
        patient_id, name = entry.patient
        patient = root.child(f"{patient_id}\0{name}", "PATIENT", PatientID=patient_id, PatientName=name)
        study = patient.child(
            entry.study, "STUDY", StudyInstanceUID=entry.study, StudyDate=entry.date, StudyTime="101500", StudyID="1",
            StudyDescription=entry.description,
        )  # fmt: skip
        series = study.child(
            entry.series, "SERIES", SeriesInstanceUID=entry.series, Modality=entry.modality, SeriesNumber=1
        )
        series.below.append(_Record("", _content(
            _KIND_OF_MODALITY.get(entry.modality, "IMAGE"),
            ReferencedFileID=list(entry.file_id), ReferencedSOPClassUIDInFile=entry.sop_class,
            ReferencedSOPInstanceUIDInFile=entry.sop_instance, ReferencedTransferSyntaxUIDInFile=entry.syntax,
            InstanceNumber=entry.number,
        )))  # fmt: skip
    return root


def _index(root: _Record) -> bytes:
    records = root.everything()[1:]
    head = _head(0, 0)
    place = len(head) + 12  # the tag, VR and length of the sequence (0004,1220)
    for record in records:
        record.place = place
        place += 8 + len(bare(record.content, ExplicitVRLittleEndian))
    for level in (root, *records):
        for record, following in zip(level.below, level.below[1:], strict=False):
            record.content.OffsetOfTheNextDirectoryRecord = following.place
        if level.below and level is not root:
            level.content.OffsetOfReferencedLowerLevelDirectoryEntity = level.below[0].place
    items = b"".join(_item(bare(record.content, ExplicitVRLittleEndian)) for record in records)
    first, last = (root.below[0].place, root.below[-1].place) if root.below else (0, 0)
    return _head(first, last) + struct.pack("<HH2sHI", 0x0004, 0x1220, b"SQ", 0, len(items)) + items


def _head(first: int, last: int) -> bytes:
    made = Dataset()
    made.SOPClassUID, made.SOPInstanceUID = _DIRECTORY, made_uid("fileset")
    content = written(made)
    made = Dataset()
    made.FileSetID = "SAMPLE"
    made.OffsetOfTheFirstDirectoryRecordOfTheRootDirectoryEntity = first
    made.OffsetOfTheLastDirectoryRecordOfTheRootDirectoryEntity = last
    made.FileSetConsistencyFlag = 0
    return content[: content.index(b"\x08\x00\x16\x00UI")] + bare(made, ExplicitVRLittleEndian)


def _item(content: bytes) -> bytes:
    return b"\xfe\xff\x00\xe0" + struct.pack("<I", len(content)) + content


def moved(entry: Named, file_id: Iterable[str]) -> Named:
    """Return the entry with another file id."""
    return replace(entry, file_id=tuple(file_id))
