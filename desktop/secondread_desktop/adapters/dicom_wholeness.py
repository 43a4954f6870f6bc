"""What a data set that pydicom read to its end tells of the file: whether something behind or inside it is missing."""

from typing import TYPE_CHECKING, Any

from secondread_shared.person_names import UNREADABLE

if TYPE_CHECKING:
    from pydicom.dataset import FileDataset

_ELEMENT_HEAD = 8  # PS3.5 §7.1: tag, VR and length, or tag and length
_BITS_ALLOCATED = 0x00280100  # PS3.3 C.7.6.3: the Image Pixel Module, which has pixels
_PIXELS_ELSEWHERE = 0x00287FE0  # Pixel Data Provider URL
_FIRST_OF_A_FILE = 0x00080000  # groups below are those of messages and of the meta information (PS3.10 §7.1)
_NAME = 0x00100010  # Patient's Name
_STUDY = 0x0020000D  # Study Instance UID
_PATIENTS_OBJECTS = "1.2.840.10008.5.1.4.1.1."  # PS3.4 B.5: what is stored of a patient has a study
_UNDEFINED = 0xFFFFFFFF


def ends_too_soon(dataset: "FileDataset") -> bool:
    """Tell whether what ends here, without pixels, says how its pixels are stored, or has not come to its study."""
    if _BITS_ALLOCATED in dataset:
        return _PIXELS_ELSEWHERE not in dataset
    sop_class = dataset.get("SOPClassUID") or dataset.file_meta.get("MediaStorageSOPClassUID")
    is_patients = sop_class is not None and str(sop_class).startswith(_PATIENTS_OBJECTS)
    return not len(dataset) or (is_patients and _STUDY not in dataset)


def takes_out_a_cut_value(dataset: "FileDataset", *, size: int) -> bool:
    """Tell whether the last value is cut off, and if so leave it out; half a name is unreadable, not another's."""
    last = _last(dataset)
    if last is None or last.value_tell + last.length <= size:
        return False
    del dataset[last.tag]
    if last.tag == _NAME:
        dataset.add_new(_NAME, "PN", UNREADABLE)
    return True


def ends_within_a_head(dataset: "FileDataset", *, size: int) -> bool:
    """Tell whether behind the last value there are bytes, but too few for another element."""
    last = _last(dataset)
    return last is not None and 0 < size - last.value_tell - last.length < _ELEMENT_HEAD


def _last(dataset: "FileDataset") -> Any:
    """Return the last element as it was read; None for a sequence that says its own end."""
    from pydicom.dataelem import RawDataElement

    tags = sorted(dataset.keys())
    element: Any = dataset.get_item(tags[-1], keep_deferred=True) if tags else None
    return element if isinstance(element, RawDataElement) and element.length != _UNDEFINED else None


def has_holes(dataset: "FileDataset") -> bool:
    """Tell whether zeros, or whatever else is no element of a file's data set, stand where elements stood."""
    return int(min(dataset.keys(), default=_FIRST_OF_A_FILE)) < _FIRST_OF_A_FILE
