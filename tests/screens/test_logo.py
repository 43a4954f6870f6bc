"""The programme's logo comes over the network: a picture is shown, anything else leaves our mark."""

import struct
import zlib

import pytest

pytest.importorskip("PySide6.QtWidgets", reason="Qt's libraries are not here", exc_type=ImportError)

from secondread_desktop.ui.widgets.icons import Mark


def png(width: int, height: int, *, rows: bytes | None = None) -> bytes:
    """A grey PNG (ISO 15948)."""
    body = rows if rows is not None else (b"\0" + bytes(width)) * height
    head = struct.pack(">2I5B", width, height, 8, 0, 0, 0, 0)
    chunks = [(b"IHDR", head), (b"IDAT", zlib.compress(body)), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data)) for name, data in chunks
    )


@pytest.mark.usefixtures("app")
def test_a_logo_is_shown():
    mark = Mark()
    mark.show_logo(png(64, 64))
    assert mark.has_logo()
    mark.show_logo(None)
    assert not mark.has_logo()


@pytest.mark.usefixtures("app")
@pytest.mark.parametrize("logo", [b"", b"GIF89a", png(64, 64)[:60], png(100_000, 100_000, rows=b"")], ids=str)
def test_what_is_no_sensible_picture_leaves_our_mark(logo):
    mark = Mark()
    mark.show_logo(logo)
    assert not mark.has_logo()
