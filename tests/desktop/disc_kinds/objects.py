"""Instances that are no plain images: reports, documents, states, curves, contours, and what only its maker knows."""

import functools
import struct
import zlib
from pathlib import Path
from typing import Any

from pydicom import dcmread
from pydicom.data import get_testdata_file
from pydicom.dataset import Dataset
from pydicom.encaps import encapsulate
from pydicom.sequence import Sequence
from pydicom.uid import ExplicitVRLittleEndian, JPEGBaseline8Bit

from tests.desktop.disc_kinds.images import bare, dataset, written
from tests.support.disc_junk import tiny_pdf

_STORAGE = "1.2.840.10008.5.1.4.1.1."
_ENHANCED_CT = _STORAGE + "2.1"
_ECG = _STORAGE + "9.1.1"
_PRESENTATION = _STORAGE + "11.1"
_RAW = _STORAGE + "66"
_BASIC_SR = _STORAGE + "88.11"
_PDF = _STORAGE + "104.1"
_RT_STRUCTURES = _STORAGE + "481.3"
_SECONDARY_CAPTURE = _STORAGE + "7"
_VIDEO = _STORAGE + "77.1.1.1"
_MPEG4 = "1.2.840.10008.1.2.4.102"
_PRIVATE = "1.3.12.2.1107.5.9.1"  # a maker's own, known to no standard
_PIXEL_KEYWORDS = (
    "SamplesPerPixel", "PhotometricInterpretation", "Rows", "Columns", "BitsAllocated", "BitsStored", "HighBit",
    "PixelRepresentation", "PixelData",
)  # fmt: skip


def _no_image(sop_class: str, modality: str, *, series: str, **attributes: Any) -> Dataset:
    without = dict.fromkeys(_PIXEL_KEYWORDS, None)
    return dataset(1, series=series, SOPClassUID=sop_class, Modality=modality, **(without | attributes))


def enhanced_multi_frame(frames: int = 4) -> bytes:
    """Return an enhanced CT of several frames."""
    groups = Sequence([_item(PlanePositionSequence=Sequence([_item(ImagePositionPatient=[0, 0, n])]))
                       for n in range(frames)])  # fmt: skip
    made = dataset(
        1, series="ENHANCED", SOPClassUID=_ENHANCED_CT, NumberOfFrames=frames, PerFrameFunctionalGroupsSequence=groups
    )
    made.PixelData = made.PixelData * frames
    return written(made)


def structured_report(**attributes: Any) -> bytes:
    """Return a basic text SR with one sentence."""
    sentence = _item(ValueType="TEXT", TextValue="No finding.", RelationshipType="CONTAINS")
    made = _no_image(_BASIC_SR, "SR", series="REPORT", ValueType="CONTAINER", CompletionFlag="COMPLETE",
                     VerificationFlag="UNVERIFIED", ContentSequence=Sequence([sentence]), **attributes)  # fmt: skip
    return written(made)


def encapsulated_pdf(**attributes: Any) -> bytes:
    """Return a PDF as a DICOM object."""
    made = _no_image(_PDF, "DOC", series="LETTER", MIMETypeOfEncapsulatedDocument="application/pdf", **attributes)
    content = tiny_pdf("Letter: LOPEZ, MARIA")
    made.EncapsulatedDocument = content + b" " * (len(content) % 2)
    return written(made)


def presentation_state() -> bytes:
    """Return a grayscale softcopy presentation state."""
    return written(_no_image(_PRESENTATION, "PR", series="VIEWS", ContentLabel="BONE", PresentationLUTShape="IDENTITY"))


def electrocardiogram() -> bytes:
    """Return a waveform of one channel."""
    curve = _item(WaveformOriginality="ORIGINAL", NumberOfWaveformChannels=1, NumberOfWaveformSamples=64,
                  SamplingFrequency="500", WaveformBitsAllocated=16, WaveformSampleInterpretation="SS",
                  WaveformData=struct.pack("<64h", *range(1, 65)))  # fmt: skip
    return written(_no_image(_ECG, "ECG", series="ECG AT REST", WaveformSequence=Sequence([curve])))


def structure_set() -> bytes:
    """Return an RT structure set with one contour."""
    contour = _item(ContourGeometricType="CLOSED_PLANAR", NumberOfContourPoints=3,
                    ContourData=[1, 1, 0, 9, 1, 0, 9, 9, 0])  # fmt: skip
    return written(_no_image(
        _RT_STRUCTURES, "RTSTRUCT", series="CONTOURS", StructureSetLabel="PLAN",
        ROIContourSequence=Sequence([_item(ReferencedROINumber=1, ContourSequence=Sequence([contour]))]),
    ))  # fmt: skip


def private_object() -> bytes:
    """Return an object of a maker's own class with the maker's own elements."""
    made = _no_image(_PRIVATE, "OT", series="MAKERS OWN")
    block = made.private_block(0x0029, "SAMPLE MAKER", create=True)
    block.add_new(0x10, "OB", bytes(range(1, 129)))
    return written(made)


def raw_data() -> bytes:
    """Return the measured data of a scanner."""
    made = _no_image(_RAW, "MR", series="RAW")
    made.private_block(0x7FE1, "SAMPLE MAKER", create=True).add_new(0x10, "OB", bytes(range(1, 129)))
    return written(made)


def video() -> bytes:
    """Return a video whose stream nobody here can play (PS3.5 §8.2.7)."""
    made = dataset(1, series="ENDOSCOPY", SOPClassUID=_VIDEO, Modality="ES", NumberOfFrames=25, FrameTime="40")
    made.PixelData = encapsulate([b"\x00\x00\x00\x18ftypmp42" + bytes(range(1, 253)) * 2])
    made["PixelData"].VR = "OB"
    return written(made, _MPEG4)


def jpeg(number: int) -> bytes:
    """Return a colour image whose pixels are compressed by JPEG's first process."""
    source = dcmread(str(get_testdata_file("examples_ybr_color.dcm", download=False)))
    made = dataset(number, series="PHOTOGRAPHS", SOPClassUID=_SECONDARY_CAPTURE, Modality="XC", SamplesPerPixel=3,
                   PhotometricInterpretation="YBR_FULL_422", PlanarConfiguration=0, BitsAllocated=8, BitsStored=8,
                   HighBit=7, Rows=source.Rows, Columns=source.Columns)  # fmt: skip
    made.PixelData = encapsulate([_first_frame(Path(str(source.filename)))])
    made["PixelData"].VR = "OB"
    return written(made, JPEGBaseline8Bit)


@functools.cache
def _first_frame(path: Path) -> bytes:
    from pydicom.encaps import generate_frames

    return next(generate_frames(dcmread(path).PixelData, number_of_frames=30))


def deflated(number: int) -> bytes:
    """Return an image in the deflated transfer syntax (PS3.5 §A.5), stored without squeezing: the same everywhere."""
    made = dataset(number)
    whole = written(made, "1.2.840.10008.1.2.1.99")
    head = whole[: 132 + 12 + struct.unpack_from("<I", whole, 140)[0]]
    squeezer = zlib.compressobj(0, zlib.DEFLATED, -zlib.MAX_WBITS)
    content = squeezer.compress(bare(made, ExplicitVRLittleEndian)) + squeezer.flush()
    return head + content + b"\0" * (len(content) % 2)


def _item(**attributes: Any) -> Dataset:
    made = Dataset()
    for keyword, value in attributes.items():
        setattr(made, keyword, value)
    return made
