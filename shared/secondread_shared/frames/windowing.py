"""From stored values to 8 bits of grey: modality LUT, VOI LUT or window, inversion (PS3.3 C.11.1, C.11.2). Pure."""

from dataclasses import dataclass, field
from typing import Any, TypeAlias

import numpy
from numpy.typing import NDArray

from secondread_shared.frames.picture import Window

Values: TypeAlias = NDArray[numpy.float32]
Stored: TypeAlias = NDArray[Any]  # integers or floats, as decoded
Grey: TypeAlias = NDArray[numpy.uint8]
LINEAR, LINEAR_EXACT, SIGMOID = "LINEAR", "LINEAR_EXACT", "SIGMOID"
_TAILS = (0.5, 99.5)  # per cent that may be lost at each end where the file names no window


@dataclass(frozen=True, slots=True)
class Table:
    """A look-up table (PS3.3 C.11.1.1): `first` is the value that the first of `entries` stands for."""

    first: int
    entries: NDArray[numpy.float32] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Look:
    """What the file says of how its values are meant and shown."""

    slope: float = 1.0
    intercept: float = 0.0
    modality: Table | None = None
    presets: tuple[Window, ...] = ()
    function: str = LINEAR
    voi: Table | None = None
    is_inverted: bool = False
    padding: tuple[int, int] | None = None  # stored values from the first to the second are no tissue


def modality_values(stored: Stored, look: Look) -> Values:
    """Return the values in modality units, such as HU."""
    if look.modality is not None:
        return through(stored.astype(numpy.float32), look.modality)
    return stored.astype(numpy.float32) * numpy.float32(look.slope) + numpy.float32(look.intercept)


def grey(stored: Stored, look: Look, wanted: Window | None) -> tuple[Grey, Window]:
    """Return a frame in 8 bits, and the window in force.

    A window that is asked for comes first, then the file's table, its first window, and at last what the values span.
    """
    values = modality_values(stored, look)
    if wanted is None and look.voi is not None:
        tabled = through(values, look.voi)
        window = spanned(look.voi.entries)
        shown = windowed(tabled, window, LINEAR_EXACT)
    else:
        window = wanted or next(iter(look.presets), None) or fallback(values, stored, look)
        pair = (window.centre, window.width)  # a name does not travel in an address
        is_files = wanted is None or pair in [(one.centre, one.width) for one in look.presets]
        shown = windowed(values, window, look.function if is_files else LINEAR)
    return (255 - shown if look.is_inverted else shown), window


def through(values: Values, table: Table) -> Values:
    """Look values up; those below or above the table take its ends."""
    places = numpy.clip(numpy.nan_to_num(values) - table.first, 0, len(table.entries) - 1).astype(numpy.int64)
    return table.entries[places]


def windowed(values: Values, window: Window, function: str) -> Grey:
    """Return values through a window (PS3.3 C.11.2.1.2.1, C.11.2.1.3): 0 below it, 255 above it."""
    centre, width = numpy.float32(window.centre), numpy.float32(window.width)
    if function == SIGMOID:
        with numpy.errstate(over="ignore"):
            share = 1 / (1 + numpy.exp(-4 * (values - centre) / width))
    elif function == LINEAR_EXACT:
        share = (values - centre) / width + 0.5
    else:
        share = (values - (centre - 0.5)) / max(width - 1, numpy.float32(1e-6)) + 0.5
    shown: Grey = (numpy.clip(numpy.nan_to_num(share), 0, 1) * 255 + 0.5).astype(numpy.uint8)
    return shown


def fallback(values: Values, stored: Stored, look: Look) -> Window:
    """Return a window for a file that names none: what its values span, without padding and a few outliers."""
    sound = numpy.isfinite(values)
    if look.padding is not None:
        first, last = look.padding
        sound &= ~((stored >= first) & (stored <= last))
    tissue = values[sound]
    if tissue.size == 0:
        return Window(0.0, 1.0)
    low, high = (float(edge) for edge in numpy.percentile(tissue, _TAILS))
    if high <= low:
        low, high = float(tissue.min()), float(tissue.max())
    return _from_to(low, high)


def spanned(values: Values) -> Window:
    """Return the window that takes in all values."""
    return _from_to(float(values.min()), float(values.max()))


def _from_to(low: float, high: float) -> Window:
    width = max(high - low, 1.0)
    return Window(centre=low + width / 2, width=width)
