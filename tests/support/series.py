"""Makes series of real DICOM from pydicom's own test files: fresh UIDs, fresh pixels, one synthetic patient."""

import random
from pathlib import Path

import pydicom
from pydicom.data import get_testdata_file
from pydicom.uid import generate_uid

PATIENT = ("LOPEZ^MARIA", "SR-0001", "19510303")


def make_series(folder: Path, *, count: int, seed: int = 1, patient: tuple[str, str, str] = PATIENT) -> int:
    """Write `count` CT instances of about 39 kB each and return their bytes in all."""
    folder.mkdir(parents=True, exist_ok=True)
    chance = random.Random(seed)
    dataset = pydicom.dcmread(str(get_testdata_file("CT_small.dcm")))
    dataset.PatientName, dataset.PatientID, dataset.PatientBirthDate = patient
    dataset.StudyInstanceUID = generate_uid(entropy_srcs=[f"study{seed}"])
    dataset.SeriesInstanceUID = generate_uid(entropy_srcs=[f"series{seed}"])
    pixels = bytearray(dataset.PixelData)
    for number in range(1, count + 1):
        uid = generate_uid(entropy_srcs=[f"{seed}/{number}"])
        dataset.SOPInstanceUID = dataset.file_meta.MediaStorageSOPInstanceUID = uid
        dataset.InstanceNumber = number
        for place in range(0, len(pixels), 2):
            pixels[place] = chance.getrandbits(8)
        dataset.PixelData = bytes(pixels)
        dataset.save_as(folder / f"IM{number:05d}")
    return sum(path.stat().st_size for path in folder.iterdir())
