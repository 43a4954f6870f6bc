"""Tally: counts what a scan met by kind, for the sentence and the letter when there are no images."""

from collections import Counter

from secondread_desktop.core.catalogue import FoundFile
from secondread_desktop.core.nothing_found import is_telling
from secondread_desktop.core.seen import Counts
from secondread_desktop.services.ports import Examined
from secondread_desktop.services.sorts import Sort

_WORDS = {
    Sort.INDEX: "indexes",
    Sort.PICTURE: "pictures",
    Sort.OTHER_PICTURE: "pictures",
    Sort.VIDEO: "videos",
    Sort.DOCUMENT: "documents",
    Sort.PROGRAM: "viewer",
    Sort.ARCHIVE: "archives",
    Sort.PACKED: "packed",
    Sort.SEALED: "sealed",
    Sort.OTHER: "other",
}
_TO_SEE = frozenset({"pictures", "videos", "documents"})
_OF_VIEWERS = _TO_SEE | {"other", "packed"}  # taken for a viewer's where they lie among its programs
_LARGE_PROGRAM = 100 << 20  # no viewer is so large: something is packed into it
_MOST_SUSPECTS = 5


class Tally:
    """The counts of one scan."""

    def __init__(self) -> None:
        self._counts: Counter[str] = Counter()
        self._suspects: list[FoundFile] = []

    def add(self, file: FoundFile, examined: Examined) -> None:
        """Count one file."""
        self._counts["files"] += 1
        self._counts["bytes"] += file.size
        if file.size == 0:
            self._counts["empty"] += 1
        elif examined.problem is None and examined.sort in _WORDS:
            self._count(file, _WORDS[examined.sort])
        if _is_suspect(file, examined):
            self._suspects.append(file)

    def counts(self) -> Counts:
        """Return the counts so far."""
        return Counts(**self._counts)

    def suspects(self) -> tuple[FoundFile, ...]:
        """Return the largest files that images may be locked in."""
        return tuple(sorted(self._suspects, key=lambda file: -file.size)[:_MOST_SUSPECTS])

    def _count(self, file: FoundFile, word: str) -> None:
        is_viewers = word in _OF_VIEWERS and (file.in_viewer or (file.beside_autorun and word == "pictures"))
        if is_viewers and word in _TO_SEE:
            self._counts["viewer_pictures"] += 1
        self._counts["viewer" if is_viewers else word] += 1
        if word == "sealed":
            self._counts["sealed_bytes"] += file.size


def _is_suspect(file: FoundFile, examined: Examined) -> bool:
    if examined.sort is Sort.PROGRAM:
        return file.size >= _LARGE_PROGRAM or is_telling(file.parts[-1])
    is_unknown = examined.sort in (Sort.OTHER, Sort.PACKED) and examined.problem is None and file.size > 0
    return examined.sort is Sort.SEALED or (is_unknown and is_telling(file.parts[-1]))
