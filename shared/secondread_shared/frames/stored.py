"""A file of an instance, opened once: its header, and the values of each frame as they are stored.

Frames are found and cut out by pydicom; nothing but the wanted frame is read of the rest.
"""

import io
import struct
import zlib
from functools import cached_property
from typing import Any, BinaryIO

from pydicom import dcmread, uid
from pydicom.dataset import Dataset, FileMetaDataset
from pydicom.filereader import read_dataset
from pydicom.pixels.decoders.base import Decoder, get_decoder
from pydicom.pixels.utils import as_pixel_options
from pydicom.tag import BaseTag

from secondread_shared.frames import decoders
from secondread_shared.frames.attributes import frame_count
from secondread_shared.frames.pace import seconds_of
from secondread_shared.frames.picture import FrameUnshowable, Unshowable
from secondread_shared.frames.streams import StreamUnknown

_MOST_FRAME_BYTES = 512 << 20
_MOST_INFLATED_BYTES = 512 << 20
_DEFLATED = b"1.2.840.10008.1.2.1.99"
_KEYWORDS = {0x7FE00008: "FloatPixelData", 0x7FE00009: "DoubleFloatPixelData", 0x7FE00010: "PixelData"}
_PIXEL_VRS = (b"OB", b"OW", b"OF", b"OD", b"UN")
_PRESENTATION = "1.2.840.10008.5.1.4.1.1.11."  # SOP classes of presentation states (PS3.4 B.5)
_VIDEO = tuple(f"1.2.840.10008.1.2.4.{number}" for number in range(100, 109))  # MPEG-2, MPEG-4, HEVC; fragmentable .1
_REFERENCED = tuple(f"1.2.840.10008.1.2.4.{number}" for number in (94, 95, 204, 205))  # JPIP (PS3.5 A.6, A.7)
_ALLOCATED = (1, 8, 16, 32, 64)
_COLOURS = ("RGB", "PALETTE COLOR", "YBR_FULL", "YBR_FULL_422", "YBR_RCT", "YBR_ICT", "XYB", "YBR_PARTIAL_420")


class StoredImage:
    """Raises `FrameUnshowable` for what is no image; pydicom's exceptions are for whoever calls to tell apart."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self.dataset = self._head()
        self.transfer_syntax = _transfer_syntax(self.dataset)
        _refuse_by_kind(self.dataset, self.transfer_syntax)
        self._options = self._told()
        self._decoder, self._plugin = self._decoder_of()

    @property
    def frame_count(self) -> int:
        """The number of frames that the file tells."""
        return frame_count(self.dataset)

    def values(self, frame: int, *, is_raw: bool = False) -> Any:
        """Return a frame's stored values: rows and columns, or rows, columns and samples.

        `is_raw` leaves in what lies above the bits of the picture, such as overlays (PS3.5 §8.1.1).
        """
        index = frame if self.frame_count > 1 else 0
        options = self._options | ({"correct_unused_bits": False, "pixel_representation": 0} if is_raw else {})
        refusals: list[StreamUnknown] = []
        options["refusals"] = refusals
        try:
            self._file.seek(self._place)
            pixels = self._decoder.as_array(self._file, index=index, decoding_plugin=self._plugin, **options)[0]
        except RuntimeError:
            raise FrameUnshowable(Unshowable.UNSUPPORTED if refusals else Unshowable.DAMAGED) from None
        return pixels if is_raw or not self._shift else pixels >> self._shift

    def check(self, frame: int) -> None:
        """Refuse what the header alone tells to be out of reach."""
        if not 0 <= frame < self.frame_count:
            raise FrameUnshowable(Unshowable.NO_SUCH_FRAME)
        options = self._options
        said = str(options["photometric_interpretation"])
        if options["bits_allocated"] not in _ALLOCATED or options["samples_per_pixel"] not in (1, 3):
            raise FrameUnshowable(Unshowable.UNSUPPORTED)
        if options["samples_per_pixel"] == 3 and said not in _COLOURS:
            raise FrameUnshowable(Unshowable.UNSUPPORTED)
        pixels = int(options["rows"]) * int(options["columns"]) * int(options["samples_per_pixel"])
        if pixels * max(1, int(options["bits_allocated"]) // 8) > _MOST_FRAME_BYTES:
            raise FrameUnshowable(Unshowable.TOO_LARGE)

    @cached_property
    def _shift(self) -> int:
        """How many bits lie below the picture's: none since 1993 (PS3.5 §8.1.1), but old discs have them."""
        high, stored = self.dataset.get("HighBit"), self.dataset.get("BitsStored")
        if not isinstance(high, int) or not isinstance(stored, int) or self._plugin:
            return 0
        return high + 1 - stored if stored <= high < int(self._options["bits_allocated"]) else 0

    def _head(self) -> Dataset:
        self._file.seek(0)
        if _DEFLATED in self._file.read(2048):
            return self._inflated()
        self._file.seek(0)
        return dcmread(self._file, stop_before_pixels=True, force=True)

    def _inflated(self) -> Dataset:
        """Read a deflated file (PS3.5 A.5) no further than is bearable."""
        self._file.seek(0)
        start = 132 if self._file.read(132)[128:] == b"DICM" else 0
        self._file.seek(start)
        meta = read_dataset(self._file, False, True, stop_when=_is_behind_meta)
        inflate = zlib.decompressobj(-zlib.MAX_WBITS)
        content = inflate.decompress(self._file.read(), _MOST_INFLATED_BYTES)
        if inflate.unconsumed_tail:
            raise FrameUnshowable(Unshowable.TOO_LARGE)
        self._file = io.BytesIO(content)
        dataset = read_dataset(self._file, False, True, stop_when=_is_pixels)
        dataset.file_meta = FileMetaDataset(meta)
        dataset.file_meta.TransferSyntaxUID = uid.ExplicitVRLittleEndian
        return dataset

    def _told(self) -> dict[str, Any]:
        """Return what pydicom's decoders must know, and find the place of the pixels."""
        head = self._file.read(12)
        if len(head) < 8:
            raise FrameUnshowable(Unshowable.NO_PIXELS)
        order = ">" if self.transfer_syntax == uid.ExplicitVRBigEndian else "<"
        is_explicit = head[4:6] in _PIXEL_VRS and head[6:8] == b"\0\0"  # some lie in their transfer syntax
        group, element = struct.unpack_from(f"{order}HH", head)
        self._place = self._file.tell() - len(head) + (12 if is_explicit else 8)
        options = _defaults(self.dataset) | as_pixel_options(self.dataset)
        options["pixel_keyword"] = _KEYWORDS[group << 16 | element]
        options |= {"stored_as": self.transfer_syntax, "number_of_frames": self.frame_count}
        if is_explicit:
            options["pixel_vr"] = head[4:6].decode("ascii", "replace")
        return _mended(options)

    def _decoder_of(self) -> tuple[Decoder, str]:
        if self.transfer_syntax in decoders.OURS:
            return decoders.encapsulated_decoder(), decoders.PLUGIN
        decoder = get_decoder(self.transfer_syntax)
        if not decoder.is_native:
            raise FrameUnshowable(Unshowable.UNSUPPORTED)
        return decoder, ""


def _refuse_by_kind(dataset: Dataset, transfer_syntax: str) -> None:
    if str(dataset.get("SOPClassUID") or "").startswith(_PRESENTATION):
        raise FrameUnshowable(Unshowable.PRESENTATION)
    if not all(name in dataset for name in ("Rows", "Columns", "BitsAllocated")):
        raise FrameUnshowable(Unshowable.NO_PIXELS)
    if transfer_syntax.startswith(_VIDEO):
        raise FrameUnshowable(Unshowable.VIDEO, seconds_of(dataset))
    if transfer_syntax in _REFERENCED:
        raise FrameUnshowable(Unshowable.ELSEWHERE)


def _transfer_syntax(dataset: Dataset) -> str:
    """Return the transfer syntax; where the file does not tell, the one that its header was found to be in."""
    meta = getattr(dataset, "file_meta", None) or FileMetaDataset()
    told = str(meta.get("TransferSyntaxUID") or "")
    if told:
        return told
    is_implicit, is_little = dataset.original_encoding
    if is_implicit:
        return str(uid.ImplicitVRLittleEndian)
    return str(uid.ExplicitVRLittleEndian if is_little else uid.ExplicitVRBigEndian)


def _defaults(dataset: Dataset) -> dict[str, Any]:
    """Return what old files leave out."""
    return {
        "samples_per_pixel": 1,
        "photometric_interpretation": "MONOCHROME2",
        "planar_configuration": 0,
        "pixel_representation": 0,
        "bits_stored": dataset.BitsAllocated,
    }


def _mended(options: dict[str, Any]) -> dict[str, Any]:
    """Say as pydicom would have it what it does not know, and what does not matter."""
    said = str(options["photometric_interpretation"] or "").strip().upper()
    if options["samples_per_pixel"] == 1 and said not in ("MONOCHROME1", "MONOCHROME2", "PALETTE COLOR"):
        said = "MONOCHROME2"
    if said in ("XYB", "YBR_PARTIAL_420"):  # as JPEG XL decodes it; as films in JPEG call themselves
        said = "RGB" if said == "XYB" else "YBR_FULL"
    options["photometric_interpretation"] = said
    if not 1 <= int(options["bits_stored"] or 0) <= int(options["bits_allocated"]):
        options["bits_stored"] = options["bits_allocated"]
    if options["planar_configuration"] not in (0, 1):
        options["planar_configuration"] = 0
    return options


def _is_pixels(tag: BaseTag, _vr: str | None, _length: int) -> bool:
    return int(tag) in _KEYWORDS


def _is_behind_meta(tag: BaseTag, _vr: str | None, _length: int) -> bool:
    return tag.group != 2
