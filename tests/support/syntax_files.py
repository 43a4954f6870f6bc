"""A file of each transfer syntax that can be decoded, made of known pixels."""

import base64
import zlib

import imagecodecs
import numpy
from pydicom.pixels.encoders import RLELosslessEncoder

from tests.support.image_files import encapsulated, instance

JPEG = "1.2.840.10008.1.2.4."
DEEP = ((numpy.arange(64 * 48).reshape(48, 64) * 5) % 4096).astype(numpy.uint16)
FULL = (numpy.arange(64 * 48).reshape(48, 64) * 21).astype(numpy.uint16)
SMALL = (DEEP >> 4).astype(numpy.uint8)
SMOOTH = (numpy.add.outer(numpy.arange(48), numpy.arange(64)) * 2).astype(numpy.uint8)
COLOUR = numpy.stack([SMOOTH, SMOOTH[::-1], SMOOTH[:, ::-1]], axis=2)
ARITHMETIC = base64.b64decode(  # 16 times 16 of 0 to 255, by libjpeg-turbo's cjpeg -quality 95 -arithmetic
    "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAIBAQEBAQIBAQECAgICAgQDAgICAgUEBAMEBgUGBgYFBgYGBwkIBgcJBwYGCAsICQoKCgoKBggLDAsK"
    "DAkKCgr/yQALCAAQABABAREA/8wABgAQEAX/2gAIAQEAAD8A/wDsme47CQOanpJD8G6f1H5jDd8fBj9+i0qoLbwqFQoQ/9k="
)
ARITHMETIC_PROGRESSIVE = base64.b64decode(  # the same with -progressive
    "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAIBAQEBAQIBAQECAgICAgQDAgICAgUEBAMEBgUGBgYFBgYGBwkIBgcJBwYGCAsICQoKCgoKBggLDAsK"
    "DAkKCgr/ygALCAAQABABAREA/8wABAAQ/9oACAEBAAAAAf8A2Sg3nin/zAAEEAX/2gAIAQEAAQUCGudeZXa5Cb2A/8wABBAF/9oACAEBAAY/Al/u"
    "9lVIIWRg/8wABBAF/9oACAEBAAE/IaY9IqHQ/9oACAEBAAAAEGD/zAAEEAX/2gAIAQEAAT8QVJLmTugw/9k="
)
RAMP8 = numpy.arange(256, dtype=numpy.uint8).reshape(16, 16)


def jpeg(pixels, **more):
    return imagecodecs.jpeg8_encode(pixels, level=97, **more)


def lossless(pixels, bits=None, predictor=1):
    return imagecodecs.jpeg8_encode(pixels, lossless=True, bitspersample=bits, predictor=predictor)


def deflated(pixels):
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return packer.compress(pixels.tobytes()) + packer.flush()


def jxl(pixels, **more):
    return imagecodecs.jpegxl_encode(pixels, lossless=True, **more)


def ht(pixels):
    return imagecodecs.htj2k_encode(pixels, reversible=True)


def j2k(pixels, **more):
    return imagecodecs.jpeg2k_encode(pixels, codecformat="J2K", reversible=True, **more)


def rle(pixels):
    return RLELosslessEncoder.encode(
        numpy.ascontiguousarray(pixels).tobytes(), rows=pixels.shape[0], columns=pixels.shape[1], number_of_frames=1,
        samples_per_pixel=3 if pixels.ndim == 3 else 1, bits_allocated=pixels.itemsize * 8,
        bits_stored=pixels.itemsize * 8, pixel_representation=0, planar_configuration=0,
        photometric_interpretation="RGB" if pixels.ndim == 3 else "MONOCHROME2",
    )  # fmt: skip


# transfer syntax, pixels, how they are made smaller, how far a value may be off, what the header says
KINDS = {
    "baseline": (f"{JPEG}50", SMOOTH, jpeg, 2, {}),
    "extended in 12 bits": (f"{JPEG}51", DEEP, lambda a: jpeg(a, bitspersample=12), 16, {"BitsStored": 12}),
    "extended, arithmetic": (f"{JPEG}52", RAMP8, lambda a: ARITHMETIC, 4, {}),
    "spectral selection": (f"{JPEG}53", SMOOTH, jpeg, 2, {}),
    "spectral selection, arithmetic": (f"{JPEG}54", RAMP8, lambda a: ARITHMETIC_PROGRESSIVE, 4, {}),
    "full progression": (f"{JPEG}55", SMOOTH, jpeg, 2, {}),
    "full progression, arithmetic": (f"{JPEG}56", RAMP8, lambda a: ARITHMETIC_PROGRESSIVE, 4, {}),
    "lossless": (f"{JPEG}57", FULL, lossless, 0, {}),
    "lossless of any predictor": (f"{JPEG}57", DEEP, lambda a: lossless(a, 12, 6), 0, {"BitsStored": 12}),
    "lossless in 10 bits": (f"{JPEG}70", DEEP >> 2, lambda a: lossless(a, 10), 0, {"BitsStored": 10}),
    "lossless first order": (f"{JPEG}70", SMALL, lossless, 0, {}),
    "lossless in colour": (f"{JPEG}70", COLOUR, lossless, 0, {}),
    "lossless that calls itself baseline": (f"{JPEG}50", SMALL, lossless, 0, {}),
    "hierarchical by name, lossless in fact": (f"{JPEG}65", SMALL, lossless, 0, {}),
    "JPEG-LS": (f"{JPEG}80", FULL, imagecodecs.jpegls_encode, 0, {}),
    "JPEG-LS in colour": (f"{JPEG}80", COLOUR, imagecodecs.jpegls_encode, 0, {}),
    "JPEG-LS near lossless": (f"{JPEG}81", FULL, lambda a: imagecodecs.jpegls_encode(a, level=2), 2, {}),
    "JPEG 2000": (f"{JPEG}90", FULL, j2k, 0, {}),
    "JPEG 2000, lossy": (f"{JPEG}91", SMOOTH, lambda a: imagecodecs.jpeg2k_encode(a, 60, codecformat="J2K"), 2, {}),
    "JPEG 2000 with its own transform": (f"{JPEG}90", COLOUR, j2k, 0, {"PhotometricInterpretation": "YBR_RCT"}),
    "JPEG 2000 in a file format": (f"{JPEG}90", FULL, lambda a: imagecodecs.jpeg2k_encode(a, reversible=True), 0, {}),
    "JPEG 2000 part 2": (f"{JPEG}92", FULL, j2k, 0, {}),
    "JPEG 2000 part 2, lossy": (f"{JPEG}93", FULL, j2k, 0, {}),
    "HTJ2K lossless": (f"{JPEG}201", FULL, ht, 0, {}),
    "HTJ2K lossless, by resolution": (f"{JPEG}202", SMALL, ht, 0, {}),
    "HTJ2K": (f"{JPEG}203", FULL, ht, 0, {}),
    "JPEG XL lossless": (f"{JPEG}110", FULL, jxl, 0, {}),
    "JPEG XL in 12 bits": (f"{JPEG}110", DEEP, lambda a: jxl(a, bitspersample=12), 0, {"BitsStored": 12}),
    "JPEG XL of a JPEG": (
        f"{JPEG}111", COLOUR, lambda a: imagecodecs.jpegxl_encode_jpeg(jpeg(a, subsampling="444")), 3,
        {"PhotometricInterpretation": "YBR_FULL_422"},
    ),
    "JPEG XL": (f"{JPEG}112", COLOUR, jxl, 0, {"PhotometricInterpretation": "XYB"}),
    "run lengths": ("1.2.840.10008.1.2.5", SMALL, rle, 0, {}),
    "run lengths in 16 bits": ("1.2.840.10008.1.2.5", FULL, rle, 0, {}),
    "run lengths in colour": ("1.2.840.10008.1.2.5", COLOUR, rle, 0, {}),
    "as it is": ("1.2.840.10008.1.2.1.98", FULL, lambda a: a.tobytes(), 0, {}),
    "as it is, in planes": (
        "1.2.840.10008.1.2.1.98", COLOUR, lambda a: numpy.moveaxis(a, 2, 0).tobytes(), 0, {"PlanarConfiguration": 1},
    ),
    "frames deflated": ("1.2.840.10008.1.2.8.1", FULL, deflated, 0, {}),
    "deflated": ("1.2.840.10008.1.2.1.99", FULL, None, 0, {}),
    "big endian": ("1.2.840.10008.1.2.2", FULL, None, 0, {}),
    "implicit": ("1.2.840.10008.1.2", FULL, None, 0, {}),
}  # fmt: skip


def file_of(name: str) -> bytes:
    syntax, pixels, encode, _, attributes = KINDS[name]
    if encode is None:
        return instance(pixels, syntax=syntax, **attributes)
    return encapsulated([encode(pixels)], pixels, syntax=syntax, **attributes)
