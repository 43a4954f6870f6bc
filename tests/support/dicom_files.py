"""DICOM files in memory, of people who do not exist, made of pydicom's own CT."""

import functools
import io
import warnings
from typing import Any

import pydicom
from pydicom.data import get_testdata_file
from pydicom.dataset import FileDataset


def dicom_file(**attributes: Any) -> bytes:
    """Return a CT slice of 128 by 128 with attributes by keyword; one that is None is not there."""
    dataset = pydicom.dcmread(io.BytesIO(_template()))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # some are wrong on purpose
        for keyword, value in attributes.items():
            if value is None:
                del dataset[keyword]
            else:
                setattr(dataset, keyword, value)
    return saved(dataset)


def saved(dataset: FileDataset) -> bytes:
    """Return a data set as a file's bytes."""
    target = io.BytesIO()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        dataset.save_as(target)
    return target.getvalue()


def series(count: int, **attributes: Any) -> dict[int, bytes]:
    """Return a series of one study, the last image first, as files by ordinal."""
    return {
        n: dicom_file(**{"InstanceNumber": count + 1 - n, "SOPInstanceUID": f"1.2.3.4.{n}", **attributes})
        for n in range(1, count + 1)
    }


@functools.cache
def _template() -> bytes:
    dataset = pydicom.dcmread(str(get_testdata_file("CT_small.dcm")))
    dataset.PatientName, dataset.PatientBirthDate = "LOPEZ^MARIA", "19510303"
    dataset.StudyInstanceUID, dataset.SeriesInstanceUID = "1.2.3", "1.2.3.4"
    dataset.StudyDate, dataset.StudyDescription, dataset.SeriesDescription = "20261112", "CT OF THE HEAD", "AXIAL"
    dataset.InstitutionName, dataset.SeriesNumber = "RIVERSIDE HOSPITAL", 2
    return saved(dataset)
