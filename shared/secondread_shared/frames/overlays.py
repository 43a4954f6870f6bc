"""Overlays: drawings and words in planes of single bits, over a picture or in its unused bits (PS3.3 C.9.2)."""

from collections.abc import Callable, Iterator
from typing import Any, TypeAlias

import numpy
from numpy.typing import NDArray
from pydicom.dataset import Dataset
from pydicom.sequence import Sequence as DicomSequence

Mask: TypeAlias = NDArray[numpy.bool_]
_GROUPS = range(0x6000, 0x6020, 2)
_ROWS, _COLUMNS, _FRAMES, _ORIGIN, _FIRST_FRAME = 0x0010, 0x0011, 0x0015, 0x0050, 0x0051
_BITS_ALLOCATED, _BIT_POSITION, _DATA = 0x0100, 0x0102, 0x3000
_INK = 255
_MOST_SIDE = 1 << 16


def overlay_groups(dataset: Dataset) -> tuple[int, ...]:
    """Return the groups that hold a plane, in the file's order."""
    return tuple(group for group in _GROUPS if _number(dataset, group, _ROWS) or _is_embedded(dataset, group))


def overlaid(pixels: Any, dataset: Dataset, frame: int, *, raw: Callable[[], Any]) -> Any:
    """Return 8-bit pixels with each plane drawn over them; `raw` gives the stored values with all their bits."""
    for mask in _masks(dataset, frame, shape=pixels.shape[:2], raw=raw):
        if not pixels.flags.writeable:
            pixels = pixels.copy()
        pixels[mask] = _INK
    return pixels


def _masks(dataset: Dataset, frame: int, *, shape: tuple[int, int], raw: Callable[[], Any]) -> Iterator[Mask]:
    for group in overlay_groups(dataset):
        if _is_embedded(dataset, group):
            stored = raw()
            position = _number(dataset, group, _BIT_POSITION)
            if stored.ndim == 2 and stored.dtype.kind in "iu" and position < stored.dtype.itemsize * 8:
                yield (stored >> position) & 1 == 1
        else:
            plane = _plane(dataset, group, frame)
            if plane is not None:
                yield _placed(plane, dataset, group, shape=shape)


def _is_embedded(dataset: Dataset, group: int) -> bool:
    """Tell whether the plane lies in the bits above the picture's, as was usual until 2004."""
    position = _number(dataset, group, _BIT_POSITION)
    has_data = (group, _DATA) in dataset
    stored = dataset.get("BitsStored")
    return not has_data and position >= (stored if isinstance(stored, int) else 1 << 16) > 0


def _plane(dataset: Dataset, group: int, frame: int) -> Mask | None:
    """Return the plane of a frame; bits are packed without a gap, from the lowest (PS3.5 §8.1.2)."""
    rows, columns = _number(dataset, group, _ROWS), _number(dataset, group, _COLUMNS)
    element = dataset.get((group, _DATA))
    place = frame - max(0, _number(dataset, group, _FIRST_FRAME) - 1)
    is_one = max(1, _number(dataset, group, _FRAMES)) == 1 and (group, _FRAMES) not in dataset
    place = 0 if is_one else place
    if element is None or not isinstance(element.value, bytes) or not 0 < rows * columns <= 8 * len(element.value):
        return None
    data = numpy.frombuffer(element.value, numpy.uint8)
    if element.VR == "OW" and not dataset.original_encoding[1] and data.size % 2 == 0:
        data = data.view(numpy.uint16).byteswap().view(numpy.uint8)
    start, end = place * rows * columns, (place + 1) * rows * columns
    if start < 0 or end > data.size * 8:
        return None
    bits = numpy.unpackbits(data[start // 8 : -(-end // 8)], bitorder="little")
    plane: Mask = bits[start % 8 :][: rows * columns].reshape(rows, columns) == 1
    return plane


def _placed(plane: Mask, dataset: Dataset, group: int, *, shape: tuple[int, int]) -> Mask:
    """Return the plane where it belongs on the picture: its origin counts from 1, and may lie outside."""
    element = dataset.get((group, _ORIGIN))
    try:
        top, left = (int(value) - 1 for value in element.value) if element is not None else (0, 0)
    except (TypeError, ValueError):
        top, left = 0, 0
    mask = numpy.zeros(shape, bool)
    inner = plane[max(0, -top) :, max(0, -left) :]
    top, left = max(0, top), max(0, left)
    inner = inner[: max(0, shape[0] - top), : max(0, shape[1] - left)]
    mask[top : top + inner.shape[0], left : left + inner.shape[1]] = inner
    return mask


def _number(dataset: Dataset, group: int, element: int) -> int:
    found = dataset.get((group, element))
    value = found.value if found is not None and not isinstance(found.value, DicomSequence) else 0
    return value if isinstance(value, int) and 0 <= value < _MOST_SIDE else 0
