"""Reads the header of a DICOM file with pydicom, up to the pixels, and tells whether the file is whole.

It reads what the fast walk (`core.header_walk`) declines, and is that walk's measure.

pydicom is imported only when the first file is read. It warns of what discs are full of and may quote values while
doing so: its warnings end here.
"""

import functools
import io
import struct
import warnings
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, BinaryIO

from secondread_desktop.adapters.dicom_wholeness import (
    ends_too_soon,
    ends_within_a_head,
    has_holes,
    takes_out_a_cut_value,
)
from secondread_desktop.adapters.metered import Metered
from secondread_desktop.core.catalogue import Header
from secondread_desktop.core.header_values import date_of, plain_text, uid_of, whole_number_of
from secondread_desktop.services.ports import Examined
from secondread_desktop.services.sorts import Sort
from secondread_shared.name_decoding import name_of_value
from secondread_shared.person_names import UNREADABLE

if TYPE_CHECKING:
    from pydicom.dataset import FileDataset, FileMetaDataset

_PREAMBLE = 128  # PS3.10 §7.1
_DICOMDIR = "1.2.840.10008.1.3.10"  # PS3.4: Media Storage Directory Storage
_PIXELS = frozenset({0x7FE00008, 0x7FE00009, 0x7FE00010})
_LAST_IDENTIFIER = 0x0020000E  # Series Instance UID
_UNDEFINED = 0xFFFFFFFF
_LONG_VRS = frozenset({b"OB", b"OW", b"OF", b"OD", b"OL", b"OV", b"UN"})  # PS3.5 §7.1.2: 32-bit lengths
_MOST_FRAGMENTS = 4096
_DEFLATED = "1.2.840.10008.1.2.1.99"  # PS3.5 §A.5; pydicom inflates all of it in memory
_MOST_INFLATED = 64 << 20
_LONG_VALUE = 1 << 20


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
    """Read an open file of `size` bytes. What is no instance, not marked and of nobody is another kind of file.

    Of a DICOMDIR it is only said that it is one.
    """
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
        return Examined(Sort.INDEX)
    if not header.sop_instance_uid:
        return Examined(Sort.OTHER, problem="header_unreadable") if _is_of_a_person(dataset) else unusable
    return Examined(Sort.INSTANCE, header=header, problem="damaged" if has_holes(dataset) else problem)


def _is_of_a_person(dataset: "FileDataset") -> bool:
    """Tell whether a data set is of a patient or an image: by chance no other file has these elements."""
    return "PatientID" in dataset or "Rows" in dataset


def _is_vr(two: bytes) -> bool:
    return len(two) == 2 and two.isalpha() and two.isupper()


def _parse(file: BinaryIO, *, size: int) -> "tuple[FileDataset | None, str | None]":
    """Read up to the pixels; where that fails, only up to the identifiers, and call the file damaged."""
    deflated = _deflated(file, size=size)
    if deflated is not None:
        return _parse_deflated(deflated)
    dataset = _parse_until(file, _is_pixels, size=size)
    if dataset is not None:
        try:
            return dataset, "truncated" if _is_cut(file, dataset, size=size) else None
        except _not_readable():
            return dataset, "damaged"
    return _parse_until(file, _is_past_identifiers, size=size), "damaged"


def _is_pixels(tag: int) -> bool:
    return tag in _PIXELS


def _is_past_identifiers(tag: int) -> bool:
    return tag > _LAST_IDENTIFIER


@dataclass(frozen=True, slots=True)
class _Deflated:
    """A deflated file; `plain` is its data set, or as much of it as is sensible (PS3.5 §A.5)."""

    preamble: bytes | None
    meta: "FileMetaDataset"
    plain: bytes
    is_all: bool


def _deflated(file: BinaryIO, *, size: int) -> _Deflated | None:
    """Inflate a deflated file, which pydicom would do without bounds; return None for any other file."""
    from pydicom.filereader import _read_file_meta_info, read_preamble

    file.seek(0)
    metered: Any = Metered(file, size=size)
    try:
        preamble = read_preamble(metered, force=True)
        meta = _read_file_meta_info(metered)
        if _text(meta, "TransferSyntaxUID") != _DEFLATED:
            return None
    except _not_readable():
        return None
    except OSError as error:
        _raise_if_of_the_medium(error)
        return None
    inflator = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        plain = inflator.decompress(file.read(_MOST_INFLATED), _MOST_INFLATED)
    except zlib.error:
        return _Deflated(preamble, meta, b"", is_all=True)
    return _Deflated(preamble, meta, plain, is_all=inflator.eof and len(plain) < _MOST_INFLATED)


def _parse_deflated(deflated: _Deflated) -> "tuple[FileDataset | None, str | None]":
    if not deflated.plain:
        return None, "damaged"
    dataset = _parse_plain(deflated, _is_pixels) if deflated.is_all else None
    if dataset is not None:
        return dataset, None
    return _parse_plain(deflated, _is_past_identifiers), "damaged"


def _parse_plain(deflated: _Deflated, is_enough: Callable[[int], bool]) -> "FileDataset | None":
    from pydicom.dataset import FileDataset
    from pydicom.filereader import read_dataset

    metered: Any = Metered(io.BytesIO(deflated.plain), size=len(deflated.plain))
    try:
        content = read_dataset(metered, False, True, stop_when=lambda tag, _vr, _length: is_enough(int(tag)))
        return FileDataset("", content, deflated.preamble, file_meta=deflated.meta)
    except _not_readable():
        return None
    except OSError:  # pydicom's own: there is no medium here
        return None


def _parse_until(file: BinaryIO, is_enough: Callable[[int], bool], *, size: int) -> "FileDataset | None":
    from pydicom.filereader import read_partial

    file.seek(0)
    metered: Any = Metered(file, size=size)
    try:
        return read_partial(
            metered,
            stop_when=lambda tag, _vr, _length: is_enough(int(tag)),
            defer_size=_LONG_VALUE,  # stepped over, not read: what we want is never that long
            force=True,
        )
    except _not_readable():
        return None
    except OSError as error:
        _raise_if_of_the_medium(error)
        return None


def _raise_if_of_the_medium(error: OSError) -> None:
    """Let the medium's own trouble through; pydicom raises `OSError` too, but without a number."""
    if error.errno is not None:
        raise error


def _header(dataset: "FileDataset") -> Header:
    meta = dataset.file_meta
    return Header(
        patient_name=_name(dataset),
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
        instance_number=whole_number_of(_text(dataset, "InstanceNumber")),
    )


def _text(dataset: Any, keyword: str) -> str:
    """Return an attribute as text; one that cannot be decoded counts as empty."""
    try:
        value = dataset.get(keyword)
        text = "" if value is None else str(value)
    except _not_readable():
        return ""
    except OSError:  # a value that was stepped over for its length is not fetched
        return ""
    return plain_text(text)


def _name(dataset: Any) -> str:
    """Return PatientName with every value; what cannot be decoded is unreadable: empty would be no difference."""
    try:
        return plain_text(name_of_value(dataset.get("PatientName")))
    except _not_readable():
        return UNREADABLE
    except OSError:  # as above: nobody has so long a name
        return UNREADABLE


def _uid(dataset: Any, keyword: str) -> str:
    return uid_of(_text(dataset, keyword))


def _date(dataset: Any, keyword: str) -> str:
    return date_of(_text(dataset, keyword))


def _is_cut(file: BinaryIO, dataset: "FileDataset", *, size: int) -> bool:
    """Tell whether the file ends before its last value does."""
    from pydicom.uid import DeflatedExplicitVRLittleEndian

    if dataset.file_meta.get("TransferSyntaxUID") == DeflatedExplicitVRLittleEndian:
        return False
    place = file.tell()
    head = file.read(12)
    if not head:
        is_short = takes_out_a_cut_value(dataset, size=size) or ends_within_a_head(dataset, size=size)
        return is_short or ends_too_soon(dataset)
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
    return are_fragments_short(file, place + header_bytes, size=size)


def are_fragments_short(file: BinaryIO, place: int, *, size: int) -> bool:
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
