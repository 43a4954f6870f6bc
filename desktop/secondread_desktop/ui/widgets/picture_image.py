"""A drawn frame as Qt paints it."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from secondread_desktop.ui.widgets import icons
from secondread_shared.frames.picture import Picture

_GROUND, _INK = "#16202a", "#a9b8c5"


def image_of(picture: Picture) -> QImage:
    """Return the picture's pixels as an image of its own."""
    kind = QImage.Format.Format_Grayscale8 if picture.channels == 1 else QImage.Format.Format_RGB888
    row_bytes = picture.width * picture.channels
    return QImage(picture.pixels, picture.width, picture.height, row_bytes, kind).copy()


def film_image(side: int) -> QImage:
    """Return a small picture that stands for a film."""
    image = QImage(side, side, QImage.Format.Format_RGB32)
    image.fill(QColor(_GROUND))
    painter = QPainter(image)
    edge = side / 4
    icons.paint(painter, "film", area=QRectF(edge, edge, side - 2 * edge, side - 2 * edge), colour=_INK)
    painter.end()
    return image
