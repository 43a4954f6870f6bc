"""Reads the header of a DICOM file with pydicom, up to the pixels, and tells whether the file is whole.

pydicom is imported only when the first file is read. It warns of what discs are full of and may quote values while
doing so: its warnings end here.
"""

import functools
import io
import re
import struct
import warnings
import zlib
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, BinaryIO, cast

from secondread_desktop.adapters.dicom_wholeness import (
    BoundedReads,
    ends_too_soon,
    ends_within_a_head,
    has_holes,
    takes_out_a_cut_value,
)
from secondread_desktop.core.catalogue import Header
from secondread_desktop.core.dicomdir import read_index
from secondread_desktop.services.ports import Examined, Sort

if TYPE_CHECKING:
    from pydicom.dataset import FileDataset

_PREAMBLE = 128  # PS3.10 §7.1
_DICOMDIR = "1.2.840.10008.1.3.10"  # PS3.4: Media Storage Directory Storage
_PIXELS = frozenset({0x7FE00008, 0x7FE00009, 0x7FE00010})
_LAST_IDENTIFIER = 0x0020000E  # Series Instance UID
_UNDEFINED = 0xFFFFFFFF
_LONG_VRS = frozenset({b"OB", b"OW", b"OF", b"OD", b"OL", b"OV", b"UN"})  # PS3.5 §7.1.2: 32-bit lengths
_UID = re.compile(r"[0-9.]{1,64}")
_NUMBER = re.compile(r"[0-9]{1,9}")
_MOST_FRAGMENTS = 4096
_DEFLATED = "1.2.840.10008.1.2.1.99"  # PS3.5 §A.5; pydicom inflates all of it in memory
_MOST_INFLATED = 64 << 20
_MOST_INDEX = 64 << 20  # a record has about half a kilobyte


@functools.cache
def _not_readable() -> tuple[type[Exception], ...]:
    """Return whatever pydicom raises on bytes that are not what they seem."""
    from pydicom.errors import BytesLengthException, InvalidDicomError

    return (
        ArithmeticError,
        AssertionError,
        AttributeError,
        BytesLengthException,
        EOFError,
        InvalidDicomError,
        LookupError,
        MemoryError,
        NotImplementedError,
        RecursionError,
        TypeError,
        ValueError,
        struct.error,
        zlib.error,
    )


def is_marked(head: bytes) -> bool:
    """Tell whether the file says of itself that it is DICOM."""
    return head[_PREAMBLE : _PREAMBLE + 4] == b"DICM"


def is_plausible(head: bytes) -> bool:
    """Tell whether the first bytes can be DICOM: marked so, or a data set without preamble (group 0002 or 0008)."""
    if is_marked(head):
        return True
    if head[:2] in (b"\x02\x00", b"\x08\x00"):
        length = int.from_bytes(head[4:8], "little")
        return head[3:4] == b"\x00" and (_is_vr(head[4:6]) or length <= 256)
    return head[:2] == b"\x00\x08" and head[2:3] == b"\x00" and _is_vr(head[4:6])


def read_header(file: BinaryIO, *, size: int, is_marked: bool) -> Examined:
    """Read an open file of `size` bytes. What is no instance and not marked is simply another kind of file."""
    unusable = Examined(Sort.OTHER, problem="header_unreadable" if is_marked else None)
    file.seek(0)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        dataset, problem = _parse(file, size=size)
        if dataset is None:
            return unusable
        header = _header(dataset)
        is_index = _text(dataset.file_meta, "MediaStorageSOPClassUID") == _DICOMDIR
    if is_index:
        return _examined_index(file, size=size)
    if not header.sop_instance_uid:
        return unusable
    return Examined(Sort.INSTANCE, header=header, problem="damaged" if has_holes(dataset) else problem)


def _examined_index(file: BinaryIO, *, size: int) -> Examined:
    file.seek(0)
    index = read_index(file.read(_MOST_INDEX)) if size <= _MOST_INDEX else None
    return Examined(Sort.INDEX, index=index, problem="index_unreadable" if index is None else None)


def _is_vr(two: bytes) -> bool:
    return len(two) == 2 and two.isalpha() and two.isupper()


def _parse(file: BinaryIO, *, size: int) -> "tuple[FileDataset | None, str | None]":
    """Read up to the pixels; where that fails, only up to the identifiers, and call the file damaged."""
    swollen = _swollen(file)
    if swollen is not None:
        return swollen, "damaged"
    bounded = BoundedReads(file)
    dataset = _parse_until(cast("BinaryIO", bounded), lambda tag: tag in _PIXELS)
    if dataset is not None:
        try:
            return dataset, "truncated" if _is_cut(file, dataset, size=size) else None
        except _not_readable():
            return dataset, "damaged"
    dataset = _parse_until(cast("BinaryIO", BoundedReads(file)), lambda tag: tag > _LAST_IDENTIFIER)
    return dataset, None if bounded.is_spent else "damaged"  # of a very long header nobody knows whether it is whole


def _swollen(file: BinaryIO) -> "FileDataset | None":
    """Return the identifiers of a deflated file that ends too early or never; None for any other file."""
    from pydicom.dataset import FileDataset
    from pydicom.filereader import _read_file_meta_info, read_dataset, read_preamble

    file.seek(0)
    try:
        preamble = read_preamble(file, force=True)
        meta = _read_file_meta_info(file)
        if _text(meta, "TransferSyntaxUID") != _DEFLATED:
            return None
        inflator = zlib.decompressobj(-zlib.MAX_WBITS)
        plain = inflator.decompress(file.read(_MOST_INFLATED), _MOST_INFLATED)
        if inflator.eof and len(plain) < _MOST_INFLATED:
            return None
        stop_when = lambda tag, _vr, _length: int(tag) > _LAST_IDENTIFIER  # noqa: E731
        content = read_dataset(io.BytesIO(plain), False, True, stop_when=stop_when)
        return FileDataset("", content, preamble, file_meta=meta)
    except _not_readable():
        return None


def _parse_until(file: BinaryIO, is_enough: Callable[[int], bool]) -> "FileDataset | None":
    from pydicom.filereader import read_partial

    file.seek(0)
    try:
        return read_partial(file, stop_when=lambda tag, _vr, _length: is_enough(int(tag)), force=True)
    except _not_readable():
        return None
    except OSError as error:
        if error.errno is not None:  # the medium's; pydicom raises its own without a number
            raise
        return None


def _header(dataset: "FileDataset") -> Header:
    meta = dataset.file_meta
    return Header(
        patient_name=_text(dataset, "PatientName"),
        patient_id=_text(dataset, "PatientID"),
        birth_date=_date(dataset, "PatientBirthDate"),
        patient_sex=_text(dataset, "PatientSex")[:16],
        study_instance_uid=_uid(dataset, "StudyInstanceUID"),
        study_date=_date(dataset, "StudyDate"),
        study_description=_text(dataset, "StudyDescription"),
        series_instance_uid=_uid(dataset, "SeriesInstanceUID"),
        series_description=_text(dataset, "SeriesDescription"),
        modality=_text(dataset, "Modality")[:16],
        sop_instance_uid=_uid(dataset, "SOPInstanceUID") or _uid(meta, "MediaStorageSOPInstanceUID"),
        sop_class_uid=_uid(dataset, "SOPClassUID") or _uid(meta, "MediaStorageSOPClassUID"),
        transfer_syntax_uid=_uid(meta, "TransferSyntaxUID"),
        instance_number=_whole_number(dataset, "InstanceNumber"),
    )


def _text(dataset: Any, keyword: str) -> str:
    """Return an attribute as text; one that cannot be decoded counts as empty."""
    try:
        value = dataset.get(keyword)
        text = "" if value is None else str(value)
    except _not_readable():
        return ""
    return "".join(character for character in text if character.isprintable()).strip()


def _whole_number(dataset: Any, keyword: str) -> int | None:
    text = _text(dataset, keyword)
    return int(text) if _NUMBER.fullmatch(text) else None


def _uid(dataset: Any, keyword: str) -> str:
    text = _text(dataset, keyword)
    return text if _UID.fullmatch(text) else ""


def _date(dataset: Any, keyword: str) -> str:
    """Return a DA as an ISO date (PS3.5 §6.2, and its old form with dots); anything else counts as empty."""
    digits = _text(dataset, keyword).replace(".", "").replace("-", "")
    if not re.fullmatch(r"[0-9]{8}", digits) or digits[4:6] == "00" or digits[6:] == "00":
        return ""
    return f"{digits[:4]}-{digits[4:6]}-{digits[6:]}"


def _is_cut(file: BinaryIO, dataset: "FileDataset", *, size: int) -> bool:
    """Tell whether the file ends before its last value does."""
    from pydicom.uid import DeflatedExplicitVRLittleEndian

    if dataset.file_meta.get("TransferSyntaxUID") == DeflatedExplicitVRLittleEndian:
        return False
    place = file.tell()
    head = file.read(12)
    if not head:
        return takes_out_a_cut_value(dataset) or ends_within_a_head(dataset, size=size) or ends_too_soon(dataset)
    is_implicit, is_little = dataset.original_encoding
    return len(head) < 8 or _are_pixels_short(
        file, head, place=place, size=size, is_implicit=bool(is_implicit), is_little=bool(is_little)
    )


def _are_pixels_short(
    file: BinaryIO, head: bytes, *, place: int, size: int, is_implicit: bool, is_little: bool
) -> bool:
    order = "<" if is_little else ">"
    header_bytes = 8
    if is_implicit:
        length = struct.unpack(f"{order}I", head[4:8])[0]
    elif head[4:6] in _LONG_VRS:
        header_bytes = 12
        length = struct.unpack(f"{order}I", head[8:12])[0] if len(head) == 12 else _UNDEFINED
    else:
        length = struct.unpack(f"{order}H", head[6:8])[0]
    if length != _UNDEFINED:
        return bool(place + header_bytes + length > size)
    return _are_fragments_short(file, place + header_bytes, size=size)


def _are_fragments_short(file: BinaryIO, place: int, *, size: int) -> bool:
    """Walk the fragments of encapsulated pixels to their end mark (PS3.5 §A.4); very many are taken on trust."""
    for _ in range(_MOST_FRAGMENTS):
        file.seek(place)
        mark = file.read(8)
        if mark[:4] == b"\xfe\xff\xdd\xe0":
            return len(mark) < 8
        if len(mark) < 8 or mark[:4] != b"\xfe\xff\x00\xe0":
            return True
        place += 8 + int.from_bytes(mark[4:8], "little")
        if place > size:
            return True
    return False
