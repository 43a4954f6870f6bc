"""Pages of a PDF through PDFium, and JPEG or PNG pictures through Qt. Runs in the frame worker alone."""

from typing import TYPE_CHECKING

from secondread_shared.frames.picture import FrameUnshowable, Picture, Unshowable

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

_PDF_WITHIN = 1024  # readers accept the mark anywhere in the first 1024 bytes (ISO 32000-1 Annex H, note 13)
_PICTURES = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n")
_LARGEST_SIDE = 2400  # pixels, where nobody says how large
_MOST_PIXELS = 200 << 20


def render_page(content: bytes, *, page: int, fit: int | None) -> Picture:
    """Draw one page, counted from 0. Raises `FrameUnshowable`; Word and its like are `UNSUPPORTED`."""
    side = min(fit or _LARGEST_SIDE, _LARGEST_SIDE)
    if content.startswith(_PICTURES):
        return _picture(content, page=page, side=side)
    if b"%PDF-" in content[:_PDF_WITHIN]:
        return _pdf_page(content, page=page, side=side)
    raise FrameUnshowable(Unshowable.UNSUPPORTED)


def _pdf_page(content: bytes, *, page: int, side: int) -> Picture:
    from pypdfium2 import PdfDocument, PdfiumError

    try:
        document = PdfDocument(content)  # type: ignore[no-untyped-call]
    except PdfiumError:
        raise FrameUnshowable(Unshowable.DAMAGED) from None
    try:
        if not 0 <= page < len(document):
            raise FrameUnshowable(Unshowable.NO_SUCH_FRAME if len(document) else Unshowable.DAMAGED)
        sheet = document[page]
        width, height = sheet.get_size()
        if not (width > 0 and height > 0):
            raise FrameUnshowable(Unshowable.DAMAGED)
        bitmap = sheet.render(scale=side / max(width, height), rev_byteorder=True, prefer_bgrx=False)
        array = bitmap.to_numpy()
        pixels = (array[..., None].repeat(3, axis=2) if array.ndim == 2 else array[..., :3]).tobytes()
        return Picture(bitmap.width, bitmap.height, 3, pixels, frame_count=len(document))
    except PdfiumError:
        raise FrameUnshowable(Unshowable.DAMAGED) from None
    finally:
        document.close()  # type: ignore[no-untyped-call]


def _picture(content: bytes, *, page: int, side: int) -> Picture:
    """Decode as small as is wanted, upright as the camera says."""
    from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
    from PySide6.QtGui import QImageReader

    if page:
        raise FrameUnshowable(Unshowable.NO_SUCH_FRAME)
    stored = QByteArray(content)  # the buffer only points to it
    buffer = QBuffer(stored)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    size = reader.size()
    if size.width() * size.height() > _MOST_PIXELS:
        raise FrameUnshowable(Unshowable.TOO_LARGE)
    if max(size.width(), size.height()) > side:
        reader.setScaledSize(size.scaled(side, side, Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    if image.isNull():
        raise FrameUnshowable(Unshowable.DAMAGED)
    return Picture(image.width(), image.height(), 3, _rgb_on_white(image), frame_count=1)


def _rgb_on_white(image: "QImage") -> bytes:
    """Return the pixels without padding, what is transparent laid on white as on paper."""
    from PySide6.QtGui import QColor, QImage, QPainter

    paper = QImage(image.size(), QImage.Format.Format_RGB888)
    paper.fill(QColor("white"))
    painter = QPainter(paper)
    painter.drawImage(0, 0, image)
    painter.end()
    row_bytes, stride = paper.width() * 3, paper.bytesPerLine()
    whole = bytes(paper.constBits())
    return b"".join(whole[line * stride : line * stride + row_bytes] for line in range(paper.height()))
