"""What a dataset says of how its frames are shown, for one frame: plain, or in functional groups (PS3.3 C.7.6.16)."""

import math
from collections.abc import Iterator, Sequence
from typing import Any

import numpy
from pydicom.dataset import Dataset
from pydicom.multival import MultiValue

from secondread_shared.frames.picture import Window
from secondread_shared.frames.windowing import LINEAR, LINEAR_EXACT, SIGMOID, Look, Table

_MOST_PRESETS = 16
_MOST_NAME = 64


def look_of(dataset: Dataset, frame: int) -> Look:
    """Return how a grey frame (from 0) is shown; what makes no sense in the file is passed over."""
    modality = _nearest(dataset, frame, group="PixelValueTransformationSequence", keyword="RescaleSlope")
    voi = _nearest(dataset, frame, group="FrameVOILUTSequence", keyword="WindowCenter")
    function = str(voi.get("VOILUTFunction") or LINEAR).upper()
    function = function if function in (LINEAR_EXACT, SIGMOID) else LINEAR
    tables = _tables(dataset, "VOILUTSequence")
    return Look(
        slope=number_of(modality.get("RescaleSlope"), 1.0) or 1.0,
        intercept=number_of(modality.get("RescaleIntercept"), 0.0),
        modality=next(iter(_tables(dataset, "ModalityLUTSequence")), None),
        presets=tuple(_presets(voi, function))[:_MOST_PRESETS],
        function=function,
        voi=next(iter(tables), None),
        tables=tables,
        is_inverted=_is_inverted(dataset),
        padding=_padding(dataset),
    )


def pixel_aspect(dataset: Dataset, frame: int) -> float:
    """Return the height of a pixel divided by its width; 1 where the file does not say (PS3.3 C.7.6.3.1.7)."""
    measures = _nearest(dataset, frame, group="PixelMeasuresSequence", keyword="PixelSpacing")
    for keyword in ("PixelSpacing", "ImagerPixelSpacing", "NominalScannedPixelSpacing"):
        ratio = _ratio(measures.get(keyword))
        if ratio is not None:
            return ratio
    return _ratio(dataset.get("PixelAspectRatio")) or 1.0


def frame_count(dataset: Dataset) -> int:
    """Return the number of frames; 1 where the file does not say."""
    return max(1, int(number_of(dataset.get("NumberOfFrames"), 1.0)))


def _nearest(dataset: Dataset, frame: int, *, group: str, keyword: str) -> Dataset:
    """Return the item that speaks for the frame: its own, the shared one, or the dataset itself."""
    own = dataset.get("PerFrameFunctionalGroupsSequence") or []
    shared = dataset.get("SharedFunctionalGroupsSequence") or []
    for item in [*own[frame : frame + 1], *shared[:1]]:
        inner = item.get(group) or []
        if len(inner) and keyword in inner[0]:
            found: Dataset = inner[0]
            return found
    return dataset


def _presets(voi: Dataset, function: str) -> Iterator[Window]:
    names = _several(voi.get("WindowCenterWidthExplanation"))
    pairs = zip(_several(voi.get("WindowCenter")), _several(voi.get("WindowWidth")), strict=False)
    for place, (centre, width) in enumerate(pairs):
        middle, wide = number_of(centre, math.nan), number_of(width, math.nan)
        if math.isfinite(middle) and wide >= (1 if function == LINEAR else 1e-6):
            yield Window(middle, wide, _clean(names[place]) if place < len(names) else "")


def _tables(dataset: Dataset, keyword: str) -> tuple[Table, ...]:
    items = list(dataset.get(keyword) or [])[:_MOST_PRESETS]
    made = (_table(item, is_signed=dataset.get("PixelRepresentation") == 1) for item in items)
    return tuple(table for table in made if table is not None)


def _table(item: Dataset, *, is_signed: bool) -> Table | None:
    descriptor, data = item.get("LUTDescriptor"), item.get("LUTData")
    if descriptor is None or data is None or len(descriptor) != 3:
        return None
    first = int(descriptor[1])
    first = first - (1 << 16) if is_signed and first >= 1 << 15 else first
    entries = _entries(data, bits=int(descriptor[2]))
    return Table(first, entries, _clean(item.get("LUTExplanation"))) if entries.size else None


def _clean(name: Any) -> str:
    """Return a file's name for a choice, short and in one line."""
    return "".join(c for c in str(name or "") if c.isprintable())[:_MOST_NAME].strip()


def _entries(data: Any, *, bits: int) -> numpy.ndarray[Any, numpy.dtype[numpy.float32]]:
    if isinstance(data, bytes):
        return numpy.frombuffer(data, numpy.uint8 if bits <= 8 else "<u2").astype(numpy.float32)
    return numpy.array(_several(data), numpy.float32)


def _is_inverted(dataset: Dataset) -> bool:
    is_white_low = dataset.get("PhotometricInterpretation") == "MONOCHROME1"
    return bool(is_white_low or dataset.get("PresentationLUTShape") == "INVERSE")


def _padding(dataset: Dataset) -> tuple[int, int] | None:
    value = dataset.get("PixelPaddingValue")
    if not isinstance(value, int):
        return None
    limit = dataset.get("PixelPaddingRangeLimit")
    other = limit if isinstance(limit, int) else value
    return min(value, other), max(value, other)


def _ratio(pair: Any) -> float | None:
    values = [number_of(value, 0.0) for value in _several(pair)]
    if len(values) != 2 or not (0 < values[0] < math.inf and 0 < values[1] < math.inf):
        return None
    ratio = values[0] / values[1]
    return ratio if 0.05 <= ratio <= 20 else None


def _several(value: Any) -> Sequence[Any]:
    if value is None:
        return []
    return list(value) if isinstance(value, MultiValue | list | tuple) else [value]


def number_of(value: Any, otherwise: float) -> float:
    """Return a number that a file tells, or another where it tells none."""
    try:
        number = float(value)
    except (TypeError, ValueError):
        return otherwise
    return number if math.isfinite(number) else otherwise
