"""One look at a file: which of its pictures is wanted, how bright and how large."""

from dataclasses import dataclass

from secondread_desktop.core.catalogue import FoundFile
from secondread_shared.frames.picture import Window


@dataclass(frozen=True, slots=True)
class Look:
    """A wanted picture. `frame` counts from 0 and is the page of a document; `fit` is the longest side in pixels.

    `is_bare` leaves out what the file draws over the image.
    """

    file: FoundFile
    frame: int = 0
    window: Window | None = None
    fit: int | None = None
    is_document: bool = False
    is_bare: bool = False
