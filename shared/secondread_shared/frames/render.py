"""Render one frame of an instance. For hostile files, run it in a process whose memory and time are limited."""

import warnings
from collections.abc import Callable
from typing import Any, BinaryIO, TypeVar

import numpy
from pydicom.dataset import Dataset
from pydicom.pixels.processing import apply_color_lut

from secondread_shared.frames.attributes import look_of, pixel_aspect
from secondread_shared.frames.overlays import overlaid, overlay_groups
from secondread_shared.frames.pace import pace_of
from secondread_shared.frames.picture import FrameUnshowable, Picture, Unshowable, Window
from secondread_shared.frames.stored import StoredImage
from secondread_shared.frames.windowing import grey

Made = TypeVar("Made")


class OpenImage:
    """One file of an instance, whose header is read once for all its frames. See `render_frame` for what it raises."""

    def __init__(self, file: BinaryIO) -> None:
        self._stored = _guarded(lambda: StoredImage(file))
        self._last: tuple[int, Any] | None = None

    def render(
        self, *, frame: int = 0, window: Window | None = None, fit: int | None = None, is_bare: bool = False
    ) -> Picture:
        """Return a frame (from 0) as it is shown; the values of the last one are kept for another window."""
        return _guarded(lambda: self._rendered(frame, window=window, fit=fit, is_bare=is_bare))

    def _rendered(self, frame: int, *, window: Window | None, fit: int | None, is_bare: bool) -> Picture:
        stored = self._stored
        dataset = stored.dataset
        pixels = self._values(frame)
        shown_window: Window | None = None
        presets: tuple[Window, ...] = ()
        if pixels.ndim == 2:
            look = look_of(dataset, frame)
            pixels, shown_window = grey(pixels, look, window)
            presets = (*look.presets, *(table.window for table in look.tables))
        overlays = overlay_groups(dataset)
        if overlays and not is_bare:
            pixels = overlaid(pixels, dataset, frame, raw=lambda: stored.values(frame, is_raw=True))
        pixels = fitted(pixels, fit)
        return Picture(
            width=pixels.shape[1],
            height=pixels.shape[0],
            channels=pixels.shape[2] if pixels.ndim == 3 else 1,
            pixels=numpy.ascontiguousarray(pixels).tobytes(),
            frame_count=stored.frame_count,
            window=shown_window,
            presets=presets,
            aspect=pixel_aspect(dataset, frame),
            pace=pace_of(dataset),
            overlays=len(overlays),
        )

    def _values(self, frame: int) -> Any:
        if self._last is None or self._last[0] != frame:
            self._last = None
            self._stored.check(frame)
            self._last = (frame, _as_shown(self._stored.values(frame), self._stored.dataset))
        return self._last[1]


def render_frame(
    file: BinaryIO, *, frame: int = 0, window: Window | None = None, fit: int | None = None, is_bare: bool = False
) -> Picture:
    """Return a frame (from 0) as it is shown. Raises `FrameUnshowable`, and `OSError` of the medium; nothing else.

    `window` replaces the file's; colour has none. `fit` bounds the longer side; `is_bare` leaves out overlays.
    """
    return OpenImage(file).render(frame=frame, window=window, fit=fit, is_bare=is_bare)


def stored_values(file: BinaryIO, *, frame: int = 0) -> Any:
    """Return a frame's values before anything is made of them, colours in RGB. Raises what `render_frame` raises."""

    def read() -> Any:
        stored = StoredImage(file)
        stored.check(frame)
        return stored.values(frame)

    return _guarded(read)


def _guarded(make: Callable[[], Made]) -> Made:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # they quote values
            return make()
    except FrameUnshowable:
        raise
    except OSError as error:
        if error.errno is not None:
            raise
        raise FrameUnshowable(Unshowable.DAMAGED) from None  # pydicom's own word for a sequence that breaks off
    except MemoryError:
        raise FrameUnshowable(Unshowable.TOO_LARGE) from None
    except NotImplementedError:
        raise FrameUnshowable(Unshowable.UNSUPPORTED) from None
    except Exception:  # noqa: BLE001 - codecs and pydicom raise anything for a damaged or hostile stream
        raise FrameUnshowable(Unshowable.DAMAGED) from None


def _as_shown(pixels: Any, dataset: Dataset) -> Any:
    """Return grey values as they are, and colours in 8 bits."""
    if dataset.get("PhotometricInterpretation") == "PALETTE COLOR" and pixels.ndim == 2:
        return _as_bytes(apply_color_lut(pixels, dataset), bits=int(dataset.RedPaletteColorLookupTableDescriptor[2]))
    if pixels.ndim == 3:
        return _as_bytes(pixels, bits=int(dataset.get("BitsStored") or dataset.BitsAllocated))
    return pixels


def _as_bytes(pixels: Any, *, bits: int) -> Any:
    if pixels.shape[2] not in (3, 4):
        raise FrameUnshowable(Unshowable.UNSUPPORTED)
    rgb = pixels[:, :, :3]
    return rgb if rgb.dtype == numpy.uint8 else (rgb.astype(numpy.uint32) >> max(0, bits - 8)).astype(numpy.uint8)


def fitted(pixels: Any, fit: int | None) -> Any:
    """Return the picture made smaller so that its longer side is at most `fit`; means of blocks, then the nearest."""
    longer = max(pixels.shape[:2])
    if fit is None or longer <= fit:
        return pixels
    block = longer // max(1, fit)
    if block > 1:
        rows, columns = (max(1, side // block) for side in pixels.shape[:2])
        cut = pixels[: rows * block, : columns * block]
        height, width = cut.shape[0] // rows, cut.shape[1] // columns
        pieces = cut.reshape(rows, height, columns, width, *cut.shape[2:])
        pixels = pieces.mean(axis=(1, 3)).astype(numpy.uint8)
    rows, columns = (max(1, side * fit // max(pixels.shape[:2])) for side in pixels.shape[:2])
    down = numpy.arange(rows) * pixels.shape[0] // rows
    across = numpy.arange(columns) * pixels.shape[1] // columns
    return pixels[down][:, across]
