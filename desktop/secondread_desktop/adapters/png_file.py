"""A picture as a PNG file (ISO/IEC 15948), written whole or not at all."""

import struct
import zlib
from pathlib import Path

from secondread_desktop.errors import PictureUnwritable
from secondread_shared.durable import write_durably
from secondread_shared.frames.picture import Picture

_MAGIC = b"\x89PNG\r\n\x1a\n"
_GREY, _RGB = 0, 2
_QUICK = 4
_THOUSANDTHS = 1000


def write_png(path: Path, picture: Picture) -> int:
    """Write the picture and return the size of the file. Raises `PictureUnwritable`."""
    content = png_of(picture)
    try:
        write_durably(path, content)
    except (OSError, ValueError):  # a name that no file can have
        raise PictureUnwritable from None
    return len(content)


def png_of(picture: Picture) -> bytes:
    """Return the file's bytes; pixels that are not square are told by their density."""
    width = picture.width * picture.channels
    rows = (picture.pixels[start : start + width] for start in range(0, len(picture.pixels), width))
    kind = _GREY if picture.channels == 1 else _RGB
    head = struct.pack(">IIBBBBB", picture.width, picture.height, 8, kind, 0, 0, 0)
    density = struct.pack(">IIB", max(1, round(picture.aspect * _THOUSANDTHS)), _THOUSANDTHS, 0)
    body = zlib.compress(b"".join(b"\0" + line for line in rows), _QUICK)
    chunks = ((b"IHDR", head), (b"pHYs", density), (b"IDAT", body), (b"IEND", b""))
    return _MAGIC + b"".join(_chunk(name, content) for name, content in chunks)


def _chunk(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))
