"""What a data set that pydicom read to its end tells of the file: whether something behind or inside it is missing."""

import io
from typing import TYPE_CHECKING, Any, BinaryIO

if TYPE_CHECKING:
    from pydicom.dataset import FileDataset

_ELEMENT_HEAD = 8  # PS3.5 §7.1: tag, VR and length, or tag and length
_BITS_ALLOCATED = 0x00280100  # PS3.3 C.7.6.3: the Image Pixel Module, which has pixels
_PIXELS_ELSEWHERE = 0x00287FE0  # Pixel Data Provider URL
_FIRST_OF_A_FILE = 0x00080000  # groups below are those of messages and of the meta information (PS3.10 §7.1)
_STUDY = 0x0020000D  # Study Instance UID
_PATIENTS_OBJECTS = "1.2.840.10008.5.1.4.1.1."  # PS3.4 B.5: what is stored of a patient has a study
_UNDEFINED = 0xFFFFFFFF
_MOST_READS = 100_000  # pydicom makes several a value; no header that it must read for us has so many


class ReadsSpent(ValueError):
    """The file made pydicom read without end."""


class BoundedReads(io.BufferedIOBase):
    """A file that may be read only so often: items without end cost the library's time, not ours."""

    def __init__(self, file: BinaryIO) -> None:
        super().__init__()
        self._file = file
        self._left = _MOST_READS

    @property
    def is_spent(self) -> bool:
        """Tell whether it was read too often."""
        return self._left < 0

    def read(self, size: int | None = -1, /) -> bytes:
        """Read on. Raises `ReadsSpent`."""
        self._left -= 1
        if self._left < 0:
            raise ReadsSpent
        return self._file.read(-1 if size is None else size)

    def seek(self, offset: int, whence: int = io.SEEK_SET, /) -> int:
        """Go elsewhere."""
        return self._file.seek(offset, whence)

    def tell(self) -> int:
        """Return the place."""
        return self._file.tell()

    def seekable(self) -> bool:
        """Return True."""
        return True

    def readable(self) -> bool:
        """Return True."""
        return True


def ends_too_soon(dataset: "FileDataset") -> bool:
    """Tell whether what ends here, without pixels, says how its pixels are stored, or has not come to its study."""
    if _BITS_ALLOCATED in dataset:
        return _PIXELS_ELSEWHERE not in dataset
    sop_class = dataset.get("SOPClassUID") or dataset.file_meta.get("MediaStorageSOPClassUID")
    is_patients = sop_class is not None and str(sop_class).startswith(_PATIENTS_OBJECTS)
    return not len(dataset) or (is_patients and _STUDY not in dataset)


def takes_out_a_cut_value(dataset: "FileDataset") -> bool:
    """Tell whether the last value is cut off, and if so leave it out: half a name is another person's."""
    last = _last(dataset)
    if last is None or last.value is None or len(last.value) >= last.length:
        return False
    del dataset[last.tag]
    return True


def ends_within_a_head(dataset: "FileDataset", *, size: int) -> bool:
    """Tell whether behind the last value there are bytes, but too few for another element."""
    last = _last(dataset)
    return last is not None and 0 < size - last.value_tell - last.length < _ELEMENT_HEAD


def _last(dataset: "FileDataset") -> Any:
    """Return the last element as it was read; None for a sequence that says its own end."""
    from pydicom.dataelem import RawDataElement

    tags = sorted(dataset.keys())
    element: Any = dataset.get_item(tags[-1]) if tags else None
    return element if isinstance(element, RawDataElement) and element.length != _UNDEFINED else None


def has_holes(dataset: "FileDataset") -> bool:
    """Tell whether zeros, or whatever else is no element of a file's data set, stand where elements stood."""
    return int(min(dataset.keys(), default=_FIRST_OF_A_FILE)) < _FIRST_OF_A_FILE
