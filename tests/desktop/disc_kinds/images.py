"""Small DICOM files of people who do not exist, made from nothing: the same call gives the same bytes."""

import functools
import io
import warnings
from dataclasses import dataclass
from typing import Any

from pydicom.dataset import Dataset, FileMetaDataset
from pydicom.filebase import DicomBytesIO
from pydicom.filewriter import dcmwrite, write_dataset
from pydicom.uid import UID, ExplicitVRBigEndian, ExplicitVRLittleEndian, ImplicitVRLittleEndian

from tests.desktop.disc_kinds.pressing import Files
from tests.support.sample_disc import made_uid

CT = "1.2.840.10008.5.1.4.1.1.2"
_MAKER = UID("2.25.74213050987")  # not pydicom's: its version would change the sizes
_ROWS = 16


@dataclass(frozen=True, slots=True)
class Someone:
    """A person, as a hospital's system writes one."""

    name: str | None = "LOPEZ^MARIA"
    patient_id: str | None = "SR-481516"
    birth_date: str | None = "19510303"
    sex: str | None = "F"

    def attributes(self) -> dict[str, Any]:
        """Return the attributes of the Patient Module (PS3.3 C.7.1.1)."""
        return {
            "PatientName": self.name,
            "PatientID": self.patient_id,
            "PatientBirthDate": self.birth_date,
            "PatientSex": self.sex,
        }


MARIA = Someone()


def image(number: int = 1, **attributes: Any) -> bytes:
    """Return a CT slice of 16 by 16 as a file; see `dataset`."""
    return written(dataset(number, **attributes))


def images(count: int, path: str = "DICOM/IM{:06}", *, first: int = 1, **attributes: Any) -> Files:
    """Return a set of images by path, numbered from `first`."""
    return {path.format(number): image(number, **attributes) for number in range(first, first + count)}


def dataset(
    number: int = 1,
    *,
    who: Someone = MARIA,
    exam: str = "CT OF THE HEAD",
    series: str = "AXIAL 5 MM",
    charset: str | None = None,
    **attributes: Any,
) -> Dataset:
    """Return a CT slice with attributes by keyword; one that is None is not there."""
    made = Dataset()
    values = {"SpecificCharacterSet": charset} | who.attributes() | _exam(number, who=who, exam=exam, series=series)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # some are wrong on purpose
        for keyword, value in (values | attributes).items():
            if value is not None:
                setattr(made, keyword, value)
    return made


def _exam(number: int, *, who: Someone, exam: str, series: str) -> dict[str, Any]:
    study = (who.patient_id, who.birth_date, exam)
    return {
        "SOPClassUID": CT, "SOPInstanceUID": made_uid(*study, series, number), "Modality": "CT",
        "StudyInstanceUID": made_uid(*study), "StudyDate": "20261112", "StudyTime": "101500", "StudyID": "1",
        "StudyDescription": exam, "AccessionNumber": "A1", "ReferringPhysicianName": "SAMPLE^REFERRER",
        "SeriesInstanceUID": made_uid(*study, series), "SeriesDescription": series, "SeriesNumber": 1,
        "InstanceNumber": number, "SamplesPerPixel": 1, "PhotometricInterpretation": "MONOCHROME2",
        "Rows": _ROWS, "Columns": _ROWS, "BitsAllocated": 16, "BitsStored": 12, "HighBit": 11,
        "PixelRepresentation": 0, "PixelData": pixels(number),
    }  # fmt: skip


@functools.cache
def pixels(number: int) -> bytes:
    """Return 16 by 16 pixels of 16 bits, other ones for each number, none of them zero."""
    return bytes(1 + (place * 7 + number * 13) % 15 if place % 2 else 1 + place % 251 for place in range(2 * _ROWS**2))


def written(made: Dataset, syntax: str = ExplicitVRLittleEndian, **how: bool) -> bytes:
    """Return a data set as a file (PS3.10 §7.1); `has_preamble` and `has_meta` may be False."""
    made.file_meta = FileMetaDataset()
    made.file_meta.TransferSyntaxUID = UID(syntax)
    made.file_meta.ImplementationClassUID = _MAKER
    made.file_meta.ImplementationVersionName = "SAMPLE_1"
    target = io.BytesIO()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        dcmwrite(target, made, enforce_file_format=True)
    content = target.getvalue()
    if not how.get("has_meta", True):
        return bare(made)
    return content if how.get("has_preamble", True) else content[132:]


def bare(made: Dataset, syntax: str = ImplicitVRLittleEndian) -> bytes:
    """Return the data set alone, without meta information."""
    target = DicomBytesIO()
    target.is_implicit_VR = syntax == ImplicitVRLittleEndian
    target.is_little_endian = syntax != ExplicitVRBigEndian
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        write_dataset(target, made)
    return bytes(target.getvalue())
