"""A disc's index that is no longer one: known by its name alone, since nothing else is left of it."""

from secondread_desktop.core.catalogue import FoundFile
from secondread_desktop.services.ports import Examined
from secondread_desktop.services.sorts import Sort

_NAME = "dicomdir"  # PS3.10 §8.6; ISO 9660 may show a version and a dot behind it


def as_lost_index(file: FoundFile, examined: Examined) -> Examined:
    """Return what a look gave; for a file that is called DICOMDIR and holds nothing known, an unreadable index."""
    name = file.parts[-1].split(";")[0].rstrip(".").casefold()
    if name != _NAME or examined.sort is not Sort.OTHER:
        return examined
    return Examined(Sort.INDEX, problem="index_unreadable")
