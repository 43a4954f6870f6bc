"""Decoders for the compressed transfer syntaxes, as a plugin of pydicom's on imagecodecs (BSD-3).

One library decodes them all, 12-bit JPEG too. pylibjpeg-libjpeg is GPL; gdcm and Pillow fail on 12 bits.
"""

from typing import Any

from pydicom import uid
from pydicom.pixels.decoders.base import get_decoder

PLUGIN = "imagecodecs"
JPEG = frozenset({uid.JPEGBaseline8Bit, uid.JPEGExtended12Bit})
JPEG_LOSSLESS = frozenset({uid.JPEGLossless, uid.JPEGLosslessSV1})
JPEG_LS = frozenset({uid.JPEGLSLossless, uid.JPEGLSNearLossless})
JPEG_2000 = frozenset(
    {uid.JPEG2000Lossless, uid.JPEG2000, uid.HTJ2KLossless, uid.HTJ2KLosslessRPCL, uid.HTJ2K}
)  # fmt: skip
OURS = JPEG | JPEG_LOSSLESS | JPEG_LS | JPEG_2000
DECODER_DEPENDENCIES = dict.fromkeys(OURS, (PLUGIN,))  # a name that pydicom asks a plugin for


def is_available(_transfer_syntax: str) -> bool:
    """Tell pydicom that imagecodecs is here: it is a dependency of ours."""
    return True


def register() -> None:
    """Make the plugin known to pydicom; once is enough, more does no harm."""
    for name in OURS:
        decoder = get_decoder(name)
        if PLUGIN not in decoder.available_plugins:
            decoder.add_plugin(PLUGIN, (__name__, "decode_frame"))


def decode_frame(source: bytes, runner: Any) -> bytearray:
    """Decode one frame as PS3.5 §8.2 describes it, and tell pydicom's `runner` what became of the layout."""
    import numpy

    pixels = _decoded(bytes(source), runner)
    runner.set_option("bits_allocated", pixels.dtype.itemsize * 8)
    if pixels.ndim == 3:
        runner.set_option("planar_configuration", 0)
    if runner.transfer_syntax in JPEG_2000 and runner.photometric_interpretation in ("YBR_RCT", "YBR_ICT"):
        runner.set_option("photometric_interpretation", "RGB")  # the codestream's own transform is undone already
    return bytearray(numpy.ascontiguousarray(pixels).tobytes())


def _decoded(source: bytes, runner: Any) -> Any:
    import imagecodecs

    transfer_syntax = runner.transfer_syntax
    if transfer_syntax in JPEG_LOSSLESS:
        return imagecodecs.ljpeg_decode(source)
    if transfer_syntax in JPEG_LS:
        return imagecodecs.jpegls_decode(source)
    if transfer_syntax in JPEG_2000:
        return imagecodecs.jpeg2k_decode(source)
    if runner.samples_per_pixel == 1:
        return imagecodecs.jpeg8_decode(source)
    # As stored: pydicom converts afterwards, as it does with plugins of its own.
    space = "YCBCR" if "YBR" in runner.photometric_interpretation else "RGB"
    return imagecodecs.jpeg8_decode(source, colorspace=space, outcolorspace=space)
