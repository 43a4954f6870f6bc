"""Files of instances made for a test: any pixels, in any transfer syntax; and what is shown of them."""

import io
import warnings
from pathlib import Path

import numpy
from pydicom import dcmwrite
from pydicom.dataset import Dataset, FileMetaDataset
from pydicom.encaps import encapsulate
from pydicom.uid import (
    ExplicitVRBigEndian,
    ExplicitVRLittleEndian,
    ImplicitVRLittleEndian,
    SecondaryCaptureImageStorage,
)

from secondread_shared.frames.picture import FrameUnshowable, Picture, Unshowable
from secondread_shared.frames.render import render_frame

UNKNOWN_TO_PYDICOM = {  # to one that it writes, and that is as long
    "1.2.840.10008.1.2.4.110": "1.2.840.10008.1.2.4.100",
    "1.2.840.10008.1.2.4.111": "1.2.840.10008.1.2.4.100",
    "1.2.840.10008.1.2.4.112": "1.2.840.10008.1.2.4.100",
    "1.2.840.10008.1.2.8.1": "1.2.840.10008.1.2.7.1",
    "1.3.6.1.4.1.5962.300.1": "1.2.840.10008.1.2.4.94",
}
RAMP = numpy.arange(256, dtype=numpy.uint16).reshape(16, 16)


def look_at(source: Path | bytes, **wanted: object) -> Picture | Unshowable:
    try:
        with io.BytesIO(source) if isinstance(source, bytes) else open(source, "rb") as file:
            return render_frame(file, **wanted)
    except FrameUnshowable as refusal:
        return refusal.reason


def instance(pixels: numpy.ndarray, *, syntax: str = ExplicitVRLittleEndian, **attributes: object) -> bytes:
    """A file with these pixels: rows and columns, or frames of them, or RGB."""
    dataset = _image(pixels, syntax)
    swapped = pixels.astype(pixels.dtype.newbyteorder(">")) if syntax == ExplicitVRBigEndian else pixels
    dataset.PixelData = swapped.tobytes()
    return _written(dataset, attributes, syntax=syntax)


def _image(pixels: numpy.ndarray, syntax: str) -> Dataset:
    dataset = Dataset()
    dataset.file_meta = FileMetaDataset()
    dataset.file_meta.TransferSyntaxUID = syntax
    dataset.SOPClassUID, dataset.SOPInstanceUID = SecondaryCaptureImageStorage, "2.25.1"
    is_colour = pixels.shape[-1] == 3
    dataset.SamplesPerPixel = 3 if is_colour else 1
    dataset.PhotometricInterpretation = "RGB" if is_colour else "MONOCHROME2"
    if is_colour:
        dataset.PlanarConfiguration = 0
    if pixels.ndim == 3 and not is_colour:
        dataset.NumberOfFrames = len(pixels)
    shape = pixels.shape[-3:-1] if is_colour else pixels.shape[-2:]
    dataset.Rows, dataset.Columns = shape
    dataset.BitsAllocated = dataset.BitsStored = pixels.dtype.itemsize * 8
    dataset.HighBit = dataset.BitsStored - 1
    dataset.PixelRepresentation = int(pixels.dtype.kind == "i")
    return dataset


def encapsulated(frames: list[bytes], like: numpy.ndarray, *, syntax: str, fragments: int = 1, **attributes) -> bytes:
    """A file with these compressed frames of pixels `like` one of them."""
    dataset = _image(like, syntax)
    dataset.NumberOfFrames = len(frames)
    dataset.PixelData = encapsulate(frames, fragments_per_frame=fragments, has_bot=attributes.pop("has_bot", True))
    dataset["PixelData"].VR = "OB"
    dataset["PixelData"].is_undefined_length = True
    return _written(dataset, attributes, syntax=syntax)


def _written(dataset: Dataset, attributes: dict, *, syntax: str) -> bytes:
    for tag, (kind, value) in attributes.pop("elements", {}).items():
        dataset.add_new(tag, kind, value)
    for name in attributes.pop("leave_out", ()):
        delattr(dataset, name)
    for name, value in attributes.items():
        setattr(dataset, name, value)
    target = io.BytesIO()
    implicit, little = syntax == ImplicitVRLittleEndian, syntax != ExplicitVRBigEndian
    dataset.file_meta.TransferSyntaxUID = UNKNOWN_TO_PYDICOM.get(syntax, syntax)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # they are about what is wrong on purpose
        dcmwrite(target, dataset, enforce_file_format=True, implicit_vr=implicit, little_endian=little)
    return target.getvalue().replace(dataset.file_meta.TransferSyntaxUID.encode(), syntax.encode(), 1)


def grey_of(picture: Picture | Unshowable) -> numpy.ndarray:
    assert isinstance(picture, Picture), picture
    return numpy.frombuffer(picture.pixels, numpy.uint8).reshape(picture.height, picture.width)
