"""Decoders for the encapsulated transfer syntaxes, as a plugin of pydicom's on imagecodecs (BSD-3).

One library decodes them all, 12-bit and arithmetic JPEG too. pylibjpeg-libjpeg is GPL; gdcm and Pillow fail on 12 bits.
pydicom finds the frame among the fragments, orders planes and converts colours; what the frame is, it says itself.
"""

import zlib
from typing import Any

import numpy
from pydicom import uid
from pydicom.pixels.decoders.base import Decoder

from secondread_shared.frames.streams import Head, Kind, StreamUnknown, head_of

PLUGIN = "imagecodecs"
ENCAPSULATED_UNCOMPRESSED = "1.2.840.10008.1.2.1.98"  # PS3.5 A.4.11
DEFLATED_FRAME = "1.2.840.10008.1.2.8.1"  # PS3.5 A.4.13: each frame by itself
JPEG_XL_RECOMPRESSED = "1.2.840.10008.1.2.4.111"
_JPEG = tuple(f"1.2.840.10008.1.2.4.{number}" for number in (*range(50, 67), 70))  # those retired in 2001 as well
_JPEG_LS = tuple(uid.JPEGLSTransferSyntaxes)
_JPEG_2000 = tuple(f"1.2.840.10008.1.2.4.{number}" for number in (90, 91, 92, 93, 201, 202, 203))
_JPEG_XL = tuple(f"1.2.840.10008.1.2.4.{number}" for number in (110, 111, 112))
OURS = frozenset(
    {*_JPEG, *_JPEG_LS, *_JPEG_2000, *_JPEG_XL, str(uid.RLELossless), ENCAPSULATED_UNCOMPRESSED, DEFLATED_FRAME}
)
DECODER_DEPENDENCIES = {ENCAPSULATED_UNCOMPRESSED: (PLUGIN,)}  # a name that pydicom asks a plugin for
_SIGNED_BY_STREAM = frozenset({Kind.JPEG_LS, Kind.JPEG_2000})  # their precision is the one that counts (PS3.5 8.2.3-4)


def is_available(_transfer_syntax: str) -> bool:
    """Tell pydicom that imagecodecs is here: it is a dependency of ours."""
    return True


def encapsulated_decoder() -> Decoder:
    """Return a decoder of pydicom's that takes a frame of any of our transfer syntaxes.

    pydicom 3.0 has none for the retired JPEG processes, and does not even know JPEG XL's name. Under the name of frames
    that are encapsulated as they are, it leaves everything to the plugin.
    """
    decoder = Decoder(uid.UID(ENCAPSULATED_UNCOMPRESSED))
    decoder.add_plugin(PLUGIN, (__name__, "decode_frame"))
    return decoder


def decode_frame(source: bytes, runner: Any) -> bytes:
    """Decode one frame as PS3.5 §8.2 and A.4 describe it, and tell pydicom's `runner` what became of the layout."""
    syntax = runner.get_option("stored_as")
    if syntax == DEFLATED_FRAME:
        return _unpacked(_inflated(source, runner), runner)
    if syntax == ENCAPSULATED_UNCOMPRESSED:
        return _unpacked(source, runner)
    if syntax == uid.RLELossless:
        return _rle(source, runner)
    head = _known_head(source, runner)
    _tell_colours(head, runner, syntax)
    pixels = _decoded(source, head, runner)
    if pixels.shape[:2] != (runner.rows, runner.columns):
        raise ValueError("not the size that the file tells")
    runner.set_option("bits_allocated", pixels.dtype.itemsize * 8)
    runner.set_option("planar_configuration", 0)
    if head.kind in _SIGNED_BY_STREAM and 0 < head.precision <= runner.bits_stored:
        runner.set_option("bits_stored", head.precision)
    return bytes(numpy.ascontiguousarray(pixels).data)


def _known_head(source: bytes, runner: Any) -> Head:
    """Refuse a stream that is not what the file says before anything is made of it."""
    try:
        head = head_of(source)
        if head.components and head.components != runner.samples_per_pixel:
            raise StreamUnknown  # such as the frames of a volume as components of one stream (PS3.5 A.4.5)
    except StreamUnknown as refusal:
        runner.get_option("refusals", []).append(refusal)  # pydicom makes one RuntimeError of all
        raise
    if head.rows and (head.rows, head.columns) != (runner.rows, runner.columns):
        raise ValueError("not the size that the file tells")
    return head


def _tell_colours(head: Head, runner: Any, syntax: str) -> None:
    """Say in which colours the decoded frame is; what the stream tells comes before the file's word."""
    if runner.samples_per_pixel != 3:
        return
    said = str(runner.photometric_interpretation)
    if head.kind is Kind.JPEG_2000 and said in ("YBR_RCT", "YBR_ICT"):
        said = "RGB"  # the codestream's own transform is undone by the decoder
    elif head.is_rgb or (head.kind is Kind.JPEG_XL and (syntax == JPEG_XL_RECOMPRESSED or said != "YBR_FULL")):
        said = "RGB"
    elif head.is_ybr and "YBR" not in said:
        said = "YBR_FULL"
    runner.set_option("photometric_interpretation", said)


def _decoded(source: bytes, head: Head, runner: Any) -> Any:
    import imagecodecs

    if head.kind is Kind.JPEG_LS:
        return imagecodecs.jpegls_decode(source)
    if head.kind is Kind.JPEG_2000:
        return imagecodecs.jpeg2k_decode(source)
    if head.kind is Kind.JPEG_XL:
        return imagecodecs.jpegxl_decode(source, out=_expected(runner))
    if runner.samples_per_pixel == 1 or head.kind is Kind.JPEG_LOSSLESS:
        return imagecodecs.jpeg8_decode(source)
    # As stored: pydicom converts afterwards, as it does with plugins of its own.
    space = "YCBCR" if "YBR" in str(runner.photometric_interpretation) else "RGB"
    return imagecodecs.jpeg8_decode(source, colorspace=space, outcolorspace=space)


def _expected(runner: Any) -> Any:
    """Return room for the frame; JPEG XL tells its size too deep in its bits to be looked at beforehand."""
    shape = (runner.rows, runner.columns, *((3,) if runner.samples_per_pixel == 3 else ()))
    return numpy.empty(shape, numpy.uint8 if runner.bits_stored <= 8 else numpy.uint16)


def _rle(source: bytes, runner: Any) -> bytes:
    """Decode run lengths (PS3.5 Annex G): a segment for each byte of each sample, so planes come one after another."""
    import imagecodecs

    if runner.bits_allocated == 1:
        packed = imagecodecs.dicomrle_decode(source, numpy.uint8)
        return _unpacked(bytes(packed), runner)
    dtype = numpy.dtype(f"<u{runner.bits_allocated // 8}")
    wanted = runner.frame_length(unit="bytes")
    pixels = bytes(imagecodecs.dicomrle_decode(source, dtype, out=wanted))
    runner.set_option("planar_configuration", 1)
    return pixels[:wanted]


def _inflated(source: bytes, runner: Any) -> bytes:
    """Undo DEFLATE, up to the size that a frame may have."""
    inflate = zlib.decompressobj(-zlib.MAX_WBITS)
    return inflate.decompress(source, _native_length(runner) + 2)


def _native_length(runner: Any) -> int:
    pixels = int(runner.frame_length(unit="pixels"))
    if runner.bits_allocated == 1:
        return -(-pixels // 8)
    length = pixels * (int(runner.bits_allocated) // 8)
    return length // 3 * 2 if str(runner.photometric_interpretation) == "YBR_FULL_422" else length


def _unpacked(source: bytes, runner: Any) -> bytes:
    """Return a frame that is stored as if it were not encapsulated (PS3.5 §8.1, PS3.3 C.7.6.3.1.2)."""
    stored = numpy.frombuffer(source, numpy.uint8)[: _native_length(runner)]
    if runner.bits_allocated == 1:
        count = int(runner.frame_length(unit="pixels"))
        return bytes(numpy.unpackbits(stored, bitorder="little", count=count))
    if str(runner.photometric_interpretation) != "YBR_FULL_422":
        return bytes(stored)
    quads = stored.reshape(-1, 4)  # two of luminance, one of each colour
    runner.set_option("photometric_interpretation", "YBR_FULL")
    runner.set_option("planar_configuration", 0)
    return bytes(quads[:, (0, 2, 3, 1, 2, 3)])
