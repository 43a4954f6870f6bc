"""Files that may hold images and that nobody here opens: said, where they are not a viewer's own."""

from secondread_desktop.core.catalogue import FoundFile
from secondread_desktop.services.ports import Examined
from secondread_desktop.services.sorts import Sort

_UNOPENED = frozenset({Sort.PACKED, Sort.SEALED})


def problem_of(file: FoundFile, examined: Examined) -> str | None:
    """Return the word for what was wrong with a file; a packed one that lies among a viewer's programs is its own."""
    if examined.problem is None and examined.sort in _UNOPENED and not file.in_viewer:
        return "not_opened"
    return examined.problem
