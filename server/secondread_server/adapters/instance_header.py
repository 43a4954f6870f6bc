"""Reads what the console tells of an instance from its first bytes. Runs only in the limited child.

pydicom warns of what discs are full of and may quote values while doing so: its warnings end here.
"""

import io
import math
import re
import struct
import warnings
import zlib
from typing import Any

from pydicom.dataset import Dataset
from pydicom.errors import BytesLengthException, InvalidDicomError
from pydicom.filereader import read_partial

from secondread_server.core.image_records import InstanceHeader
from secondread_shared.name_decoding import name_of_value
from secondread_shared.person_names import UNREADABLE

HEAD_BYTES = 1 << 20  # as much of a file as is looked at; pixels seldom begin after a few kB
_NUMBER_OF_FRAMES = 0x00280008  # the last that is of interest
_SERIES_UID = 0x0020000E
_DEFLATED = b"1.2.840.10008.1.2.1.99"  # PS3.5 §A.5: pydicom would inflate without bound
_UID = re.compile(r"[0-9.]{1,64}")
_DATE = re.compile(r"(\d{4})[.-]?(\d{2})[.-]?(\d{2})")
_MOST_FRAMES = 65_536
_LONGEST = 120
# Whatever pydicom raises on bytes that are not what they seem.
_NOT_READABLE = (
    ArithmeticError, AssertionError, AttributeError, BytesLengthException, EOFError, InvalidDicomError, LookupError,
    MemoryError, NotImplementedError, OSError, RecursionError, TypeError, ValueError, struct.error, zlib.error,
)  # fmt: skip


def read_instance_header(head: bytes) -> InstanceHeader | None:
    """Return what the first bytes of a file say; None if they are not those of an instance that can be read."""
    if not (head[128:132] == b"DICM" or head[:2] in (b"\x02\x00", b"\x08\x00")) or _DEFLATED in head[:1024]:
        return None
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        dataset = _parse(head, last=_NUMBER_OF_FRAMES) or _parse(head, last=_SERIES_UID)
        return _header(dataset) if dataset is not None else None


def _parse(head: bytes, *, last: int) -> Dataset | None:
    try:
        return read_partial(io.BytesIO(head), stop_when=lambda tag, _vr, _length: int(tag) > last, force=True)
    except _NOT_READABLE:
        return None


def _header(dataset: Dataset) -> InstanceHeader:
    frames = _whole(dataset, "NumberOfFrames") or 1
    return InstanceHeader(
        patient_name=_name(dataset),
        birth_date=_date(dataset, "PatientBirthDate"),
        patient_sex=_text(dataset, "PatientSex")[:16],
        study_instance_uid=_uid(dataset, "StudyInstanceUID"),
        study_date=_date(dataset, "StudyDate"),
        study_description=_text(dataset, "StudyDescription"),
        institution=_text(dataset, "InstitutionName"),
        series_instance_uid=_uid(dataset, "SeriesInstanceUID"),
        series_number=_whole(dataset, "SeriesNumber"),
        series_description=_text(dataset, "SeriesDescription"),
        modality=_text(dataset, "Modality")[:16],
        slice_mm=_length(dataset, "SliceThickness"),
        instance_number=_whole(dataset, "InstanceNumber"),
        frames=min(max(frames, 1), _MOST_FRAMES),
    )


def _text(dataset: Dataset, keyword: str) -> str:
    try:
        value: Any = dataset.get(keyword)
        text = "" if value is None else str(value)
    except _NOT_READABLE:
        return ""
    return "".join(character for character in text if character.isprintable()).strip()[:_LONGEST]


def _name(dataset: Dataset) -> str:
    """Return PatientName with every value; one that cannot be decoded, or is cut here, is unreadable."""
    try:
        text = name_of_value(dataset.get("PatientName"))
    except _NOT_READABLE:
        return UNREADABLE
    shown = "".join(character for character in text if character.isprintable()).strip()
    return shown if len(shown) <= _LONGEST else shown[: _LONGEST - 1] + UNREADABLE


def _uid(dataset: Dataset, keyword: str) -> str:
    text = _text(dataset, keyword)
    return text if _UID.fullmatch(text) else ""


def _date(dataset: Dataset, keyword: str) -> str:
    """Return a DA as an ISO date (PS3.5 §6.2, and its old form with dots); anything else counts as empty."""
    found = _DATE.fullmatch(_text(dataset, keyword))
    return "-".join(found.groups()) if found and found[2] != "00" and found[3] != "00" else ""


def _whole(dataset: Dataset, keyword: str) -> int | None:
    text = _text(dataset, keyword)
    return int(text) if re.fullmatch(r"[+-]?\d{1,9}", text, re.ASCII) else None


def _length(dataset: Dataset, keyword: str) -> float | None:
    try:
        value = float(_text(dataset, keyword))
    except ValueError:
        return None
    return value if math.isfinite(value) and 0 < value < 1000 else None
