"""From stored values to 8 bits of grey: modality LUT, VOI LUT or window, inversion (PS3.3 C.11.1, C.11.2). Pure."""

from dataclasses import dataclass, field
from typing import Any, TypeAlias

import numpy
from numpy.typing import NDArray

from secondread_shared.frames.picture import Window

Values: TypeAlias = NDArray[numpy.float32]
Stored: TypeAlias = NDArray[Any]  # integers or floats, as decoded
Grey: TypeAlias = NDArray[numpy.uint8]
Counts: TypeAlias = NDArray[numpy.int64]
LINEAR, LINEAR_EXACT, SIGMOID = "LINEAR", "LINEAR_EXACT", "SIGMOID"
_MANY = 1 << 14  # pixels, from which on a table pays
_TAILS = (0.5, 99.5)  # per cent that may be lost at each end where the file names no window


@dataclass(frozen=True, slots=True)
class Table:
    """A look-up table (PS3.3 C.11.1.1): `first` is the value that the first of `entries` stands for."""

    first: int
    entries: NDArray[numpy.float32] = field(repr=False)
    name: str = ""

    @property
    def window(self) -> Window:
        """The values that the table tells apart: so it stands in a list of windows, and there a drag begins."""
        wide = max(len(self.entries), 1)
        return Window(self.first + wide / 2, wide, self.name)


@dataclass(frozen=True, slots=True)
class Look:
    """What the file says of how its values are meant and shown."""

    slope: float = 1.0
    intercept: float = 0.0
    modality: Table | None = None
    presets: tuple[Window, ...] = ()
    function: str = LINEAR
    voi: Table | None = None  # the one in force where nothing else is asked for
    tables: tuple[Table, ...] = ()  # all that can be chosen
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
    if stored.dtype.kind in "iu" and stored.dtype.itemsize <= 2 and stored.size >= _MANY:
        return _by_table(stored, look, wanted)
    values = modality_values(stored, look)
    window = _told(look, wanted) or fallback(values, stored, look)
    return _shown(values, look, window, is_wanted=wanted is not None), window


def _by_table(stored: Stored, look: Look, wanted: Window | None) -> tuple[Grey, Window]:
    """Reckon once for each value that there can be: several times faster than once for each pixel."""
    native = stored.astype(stored.dtype.newbyteorder("="), copy=False)
    places = native.view(numpy.uint8 if native.dtype.itemsize == 1 else numpy.uint16)
    every = numpy.arange(1 << 8 * native.dtype.itemsize, dtype=places.dtype).view(native.dtype)
    values = modality_values(every, look)
    window = _told(look, wanted)
    if window is None:
        counts = numpy.bincount(places.ravel(), minlength=every.size)
        window = fallback(values, every, look, counts=counts)
    shown: Grey = _shown(values, look, window, is_wanted=wanted is not None)[places]
    return shown, window


def _told(look: Look, wanted: Window | None) -> Window | None:
    if wanted is None and look.voi is not None:
        return look.voi.window
    return wanted or next(iter(look.presets), None)


def _shown(values: Values, look: Look, window: Window, *, is_wanted: bool) -> Grey:
    pair = (window.centre, window.width)  # a name does not travel in an address
    chosen = [one for one in look.tables if (one.window.centre, one.window.width) == pair]
    table = next(iter(chosen), None) if is_wanted else look.voi
    if table is not None:
        shown = windowed(through(values, table), spanned(table.entries), LINEAR_EXACT)
    else:
        is_files = not is_wanted or pair in [(one.centre, one.width) for one in look.presets]
        shown = windowed(values, window, look.function if is_files else LINEAR)
    return 255 - shown if look.is_inverted else shown


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


def fallback(values: Values, stored: Stored, look: Look, *, counts: Counts | None = None) -> Window:
    """Return a window for a file that names none: what its values span, without padding and a few outliers.

    `counts` tells how often each of them occurs, where they are not the pixels themselves.
    """
    sound = numpy.isfinite(values)
    if look.padding is not None:
        first, last = look.padding
        sound &= ~((stored >= first) & (stored <= last))
    if counts is not None:
        sound &= counts > 0
    tissue = values[sound]
    if tissue.size == 0:
        return Window(0.0, 1.0)
    low, high = _without_tails(tissue, None if counts is None else counts[sound])
    if high <= low:
        low, high = float(tissue.min()), float(tissue.max())
    wide = high - low or 1.0
    return Window(centre=low + wide / 2 + 0.5, width=wide + 1)  # whose ends are the values' (PS3.3 C.11.2.1.2.1)


def _without_tails(tissue: Values, counts: Counts | None) -> tuple[float, float]:
    if counts is None:
        low, high = (float(edge) for edge in numpy.percentile(tissue, _TAILS))
        return low, high
    order = numpy.argsort(tissue)
    upto = numpy.cumsum(counts[order])
    low, high = (float(tissue[order][numpy.searchsorted(upto, upto[-1] * tail / 100)]) for tail in _TAILS)
    return low, high


def spanned(values: Values) -> Window:
    """Return the window that takes in all values of a table."""
    low, high = float(values.min()), float(values.max())
    width = max(high - low, 1.0)
    return Window(centre=low + width / 2, width=width)
