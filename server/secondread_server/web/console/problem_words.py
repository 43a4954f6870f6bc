"""The console's words about single files of a disc: what was wrong with each, as the sender's program says."""

from collections.abc import Sequence
from dataclasses import dataclass

from secondread_server.web.console.words import plural
from secondread_shared.manifest import SourceProblem

_MOST_LINES = 100
# Taken all the same, or nothing that could be lost.
UNUSUAL = {
    "copy": "an image that lies twice on the discs; sent once",
    "empty_file": "an empty file",
    "link_skipped": "a link to somewhere else; not followed",
    "member_name": "an unusual name inside a ZIP file; sent under a plain one",
    "not_a_file": "not an ordinary file",
    "other_content": "has the number of another image, but other content; both were sent",
}
TROUBLES = {
    "absent": "named by the disc's index, and not on the disc",
    "archive_damaged": "a damaged ZIP file or disc image; what could be read of it was sent",
    "archive_too_deep": "a ZIP file too deep inside others; not opened",
    "archive_too_large": "a ZIP file that claims to hold far more than it can; not read to its end",
    "blank": "blank where it should begin, perhaps lost in copying; not sent",
    "damaged": "a damaged image; sent as it is",
    "encrypted": "encrypted; not sent",
    "header_unreadable": "says that it is DICOM, and cannot be read; not sent",
    "image_unknown": "a disc image of an unknown kind; not sent",
    "index_unreadable": "the disc's index, which cannot be read",
    "member_damaged": "damaged inside its ZIP file or disc image; not sent",
    "member_unknown": "packed inside its ZIP file in an unknown way; not sent",
    "no_room": "inside a ZIP file for whose unpacking the sender's computer had no room; not sent",
    "not_opened": "packed or locked in a way that the sender's program cannot open; not sent",
    "password_needed": "locked with a password; not sent",
    "password_wrong": "locked with a password that nobody knew; not sent",
    "source_changed": "changed while it was read; not sent",
    "source_unreadable": "could not be read from the disc; not sent",
    "source_vanished": "no longer there when it was read; not sent",
    "too_deep": "a folder too deep inside others; not read",
    "too_large": "larger than this programme takes; not sent",
    "truncated": "an image that is cut off on the disc; sent as it is",
    "unreadable": "could not be read; not sent",
}


@dataclass(frozen=True, slots=True)
class Told:
    """A banner with a fold: lines of path and words, and how many more there are."""

    kind: str
    title: str
    lines: tuple[tuple[str, str], ...]
    more: int


def told(problems: Sequence[SourceProblem]) -> Told | None:
    """Return the banner, what was lost first; None without problems."""
    lost = [one for one in problems if one.code not in UNUSUAL]
    unusual = [one for one in problems if one.code in UNUSUAL]
    if not problems:
        return None
    count = len(lost) or len(unusual)
    was = "was" if count == 1 else "were"
    what = "missing, damaged or not sent" if lost else "unusual"
    lines = [(one.path, (TROUBLES | UNUSUAL).get(one.code, one.code.replace("_", " "))) for one in [*lost, *unusual]]
    return Told(
        kind="warn" if lost else "note",
        title=f"{plural(count, 'file')} of the disc {was} {what}.",
        lines=tuple(lines[:_MOST_LINES]),
        more=max(0, len(lines) - _MOST_LINES),
    )
