"""Render one frame of an instance. For hostile files, run it in a process whose memory and time are limited."""

import warnings
from typing import Any, BinaryIO

import numpy
from pydicom import dcmread, uid
from pydicom.dataset import Dataset, FileMetaDataset
from pydicom.pixels.processing import apply_color_lut
from pydicom.pixels.utils import pixel_array

from secondread_shared.frames import decoders
from secondread_shared.frames.attributes import frame_count, look_of, pixel_aspect
from secondread_shared.frames.picture import FrameUnshowable, Picture, Unshowable, Window
from secondread_shared.frames.windowing import grey

_MOST_FRAME_BYTES = 512 << 20
_MOST_WHOLE_BYTES = 512 << 20  # of files that can only be read as a whole
_VIDEO = frozenset(
    {
        uid.MPEG2MPML, uid.MPEG2MPMLF, uid.MPEG2MPHL, uid.MPEG2MPHLF, uid.MPEG4HP41, uid.MPEG4HP41F, uid.MPEG4HP41BD,
        uid.MPEG4HP41BDF, uid.MPEG4HP422D, uid.MPEG4HP422DF, uid.MPEG4HP423D, uid.MPEG4HP423DF, uid.MPEG4HP42STEREO,
        uid.MPEG4HP42STEREOF, uid.HEVCMP51, uid.HEVCM10P51,
    }
)  # fmt: skip


def render_frame(file: BinaryIO, *, frame: int = 0, window: Window | None = None, fit: int | None = None) -> Picture:
    """Return a frame (from 0) as it is shown. Raises `FrameUnshowable`, and `OSError` of the medium; nothing else.

    `window` replaces the file's; colour has none. `fit` bounds the longer side in pixels.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # they quote values
            return _rendered(file, frame=frame, window=window, fit=fit)
    except (FrameUnshowable, OSError):
        raise
    except MemoryError:
        raise FrameUnshowable(Unshowable.TOO_LARGE) from None
    except NotImplementedError:
        raise FrameUnshowable(Unshowable.UNSUPPORTED) from None
    except Exception:  # noqa: BLE001 - codecs and pydicom raise anything for a damaged or hostile stream
        raise FrameUnshowable(Unshowable.DAMAGED) from None


def _rendered(file: BinaryIO, *, frame: int, window: Window | None, fit: int | None) -> Picture:
    dataset = _head(file)
    _check(dataset, frame)
    pixels = _pixels(file, dataset, frame)
    shown_window: Window | None = None
    presets: tuple[Window, ...] = ()
    if pixels.ndim == 2:
        look = look_of(dataset, frame)
        pixels, shown_window = grey(pixels, look, window)
        presets = look.presets
    pixels = fitted(pixels, fit)
    return Picture(
        width=pixels.shape[1],
        height=pixels.shape[0],
        channels=pixels.shape[2] if pixels.ndim == 3 else 1,
        pixels=numpy.ascontiguousarray(pixels).tobytes(),
        frame_count=frame_count(dataset),
        window=shown_window,
        presets=presets,
        aspect=pixel_aspect(dataset, frame),
    )


def _head(file: BinaryIO) -> Dataset:
    file.seek(0)
    dataset = dcmread(file, stop_before_pixels=True, force=True)
    has_pixels = bool(file.read(1)) or _transfer_syntax(dataset) == uid.DeflatedExplicitVRLittleEndian
    if not has_pixels or "Rows" not in dataset or "Columns" not in dataset or "BitsAllocated" not in dataset:
        raise FrameUnshowable(Unshowable.NO_PIXELS)
    return dataset


def _check(dataset: Dataset, frame: int) -> None:
    if _transfer_syntax(dataset) in _VIDEO:
        raise FrameUnshowable(Unshowable.VIDEO)
    if not 0 <= frame < frame_count(dataset):
        raise FrameUnshowable(Unshowable.NO_SUCH_FRAME)
    samples = int(dataset.get("SamplesPerPixel") or 1)
    if int(dataset.Rows) * int(dataset.Columns) * samples * max(1, int(dataset.BitsAllocated) // 8) > _MOST_FRAME_BYTES:
        raise FrameUnshowable(Unshowable.TOO_LARGE)


def _transfer_syntax(dataset: Dataset) -> str:
    return str(getattr(dataset, "file_meta", FileMetaDataset()).get("TransferSyntaxUID", ""))


def _pixels(file: BinaryIO, dataset: Dataset, frame: int) -> Any:
    """Return the frame's values: rows and columns of grey, or rows, columns and RGB in 8 bits."""
    decoders.register()
    transfer_syntax = _transfer_syntax(dataset)
    plugin = decoders.PLUGIN if transfer_syntax in decoders.OURS else ""
    is_streamed = transfer_syntax not in ("", uid.DeflatedExplicitVRLittleEndian)
    source: Any = file if is_streamed else _whole(file)
    file.seek(0)
    index = frame if frame_count(dataset) > 1 else 0
    pixels = pixel_array(source, index=index, decoding_plugin=plugin)
    if dataset.get("PhotometricInterpretation") == "PALETTE COLOR":
        pixels = apply_color_lut(pixels, dataset)
    return _as_bytes(pixels, bits=_colour_bits(dataset)) if pixels.ndim == 3 else pixels


def _whole(file: BinaryIO) -> Dataset:
    """Read a file that cannot be read in pieces: deflated, or without a word on its transfer syntax."""
    file.seek(0, 2)
    if file.tell() > _MOST_WHOLE_BYTES:
        raise FrameUnshowable(Unshowable.TOO_LARGE)
    file.seek(0)
    dataset = dcmread(file, force=True)
    if "TransferSyntaxUID" not in dataset.file_meta:
        implicit, little = dataset.original_encoding
        dataset.file_meta.TransferSyntaxUID = (
            uid.ImplicitVRLittleEndian
            if implicit
            else uid.ExplicitVRLittleEndian
            if little
            else uid.ExplicitVRBigEndian
        )
    return dataset


def _colour_bits(dataset: Dataset) -> int:
    if dataset.get("PhotometricInterpretation") == "PALETTE COLOR":
        return int(dataset.RedPaletteColorLookupTableDescriptor[2])
    return int(dataset.get("BitsStored") or dataset.BitsAllocated)


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
