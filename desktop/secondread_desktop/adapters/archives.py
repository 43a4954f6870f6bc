"""What a ZIP and a disc image have in common: members by their names, and what was wrong with it. Nothing is extracted.

Names in an archive are words, never paths of this computer: `..`, a leading slash, a drive's letter or a device mean
nothing here, and no part of a name means anything to the system that this program runs on, whichever it is.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import BinaryIO, Protocol

from secondread_desktop.adapters.archive_streams import Source
from secondread_desktop.core.safe_paths import safe_part

MOST_MEMBERS = 200_000
MOST_LEVELS = 4  # an archive in an archive in an archive in an archive
MOST_FOLDERS = 100
_MOST_NAME = 1024
_PLAIN_ROOM = 1 << 30
_FAIR_RATIO = 200  # of a whole archive: black images pack well, but not all of them
_LINK_HOPS = 64
_MOVES = ("", ".", "..")


@dataclass(frozen=True, slots=True)
class Member:
    """One file of an archive. `link` is where a link leads; `is_odd` is a pipe or a device."""

    parts: tuple[str, ...]
    size: int
    mtime_ns: int
    link: str | None = None
    is_odd: bool = False


@dataclass(frozen=True, slots=True)
class Trouble:
    """Something that could not be read: `parts` are a member's, or none for the archive itself."""

    code: str
    parts: tuple[str, ...] = ()


class Index(Protocol):
    """The list of an archive's members, which holds nothing open."""

    @property
    def members(self) -> tuple[Member, ...]:
        """The files, links and others, in the archive's order."""

    @property
    def troubles(self) -> tuple[Trouble, ...]:
        """What was wrong."""

    def find(self, parts: tuple[str, ...]) -> Member | None:
        """Return a member by its name."""

    def is_plain(self, member: Member) -> bool:
        """Tell whether a member lies in the archive as it is, so that it needs no unpacking."""

    def open(self, source: Source, member: Member) -> BinaryIO:
        """Open a member of the archive that `source` reads. Raises `OSError`."""


class Names:
    """Gives each member a name of its own; the same archive gets the same names."""

    def __init__(self) -> None:
        self._counts: dict[tuple[str, ...], int] = {}  # the number that each name taken was last tried with

    def name(self, path: str) -> tuple[tuple[str, ...], bool]:
        """Return the parts of a path, and whether it meant to lead elsewhere or no system could have it so."""
        path = path[:_MOST_NAME].encode("utf-8", "replace").decode("utf-8")  # no half characters
        raw = path.replace("\\", "/").split("/")
        said = tuple(part for part in raw if part not in _MOVES)
        parts = tuple(safe_part(part) for part in said) or ("unnamed",)
        return self._free(parts), raw[0] == "" or ".." in raw or parts != said

    def _free(self, parts: tuple[str, ...]) -> tuple[str, ...]:
        """Return a name that nobody has yet: each one taken is stepped over once, however often it comes again."""
        count, free = self._counts.get(parts, 0), parts
        while free in self._counts:
            count += 1
            free = (*parts[:-1], f"{parts[-1]}~{count + 1}")
        self._counts[parts] = count
        self._counts.setdefault(free, 0)
        return free


def fair_total(archive_bytes: int) -> int:
    """Return how many bytes the members of an archive may claim together."""
    return _PLAIN_ROOM + _FAIR_RATIO * archive_bytes


def stays_inside(link: Member, members: Iterable[tuple[str, ...]]) -> bool:
    """Tell whether a link leads to a member or a folder of the same archive; its root is the computer's in a link."""
    place = [] if (link.link or "").startswith("/") else list(link.parts[:-1])
    for part in (link.link or "").split("/")[:_LINK_HOPS]:
        if part == "..":
            if not place:
                return False
            place.pop()
        elif part not in ("", "."):
            place.append(part)
    wanted = tuple(place)
    return bool(wanted) and any(parts[: len(wanted)] == wanted for parts in members)


@dataclass(slots=True)
class Tally:
    """Counts what an archive claims while its list is read; says no when it is too much."""

    archive_bytes: int
    members: int = 0
    bytes: int = 0

    def takes(self, size: int) -> bool:
        """Count one more member, if there is room for it."""
        if self.members >= MOST_MEMBERS or self.bytes + size > fair_total(self.archive_bytes):
            return False
        self.members += 1
        self.bytes += size
        return True
