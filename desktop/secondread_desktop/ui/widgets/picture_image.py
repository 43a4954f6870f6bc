"""A drawn frame as Qt paints it."""

from PySide6.QtGui import QImage

from secondread_shared.frames.picture import Picture


def image_of(picture: Picture) -> QImage:
    """Return the picture's pixels as an image of its own."""
    kind = QImage.Format.Format_Grayscale8 if picture.channels == 1 else QImage.Format.Format_RGB888
    row_bytes = picture.width * picture.channels
    return QImage(picture.pixels, picture.width, picture.height, row_bytes, kind).copy()
