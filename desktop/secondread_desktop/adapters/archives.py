"""What a ZIP and a disc image have in common: members by their names, and what was wrong with it. Nothing is extracted.

Names in an archive are words, never paths of this computer: `..` and a leading slash mean nothing here.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import BinaryIO, Protocol

from secondread_desktop.adapters.archive_streams import Source

MOST_MEMBERS = 200_000
MOST_LEVELS = 4  # an archive in an archive in an archive in an archive
MOST_FOLDERS = 100
_MOST_NAME = 1024
_PLAIN_ROOM = 1 << 30
_FAIR_RATIO = 200  # of a whole archive: black images pack well, but not all of them
_LINK_HOPS = 64


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
        self._taken: set[tuple[str, ...]] = set()

    def name(self, path: str) -> tuple[tuple[str, ...], bool]:
        """Return the parts of a path, and whether it meant to lead out of the archive."""
        path = path[:_MOST_NAME].encode("utf-8", "replace").decode("utf-8")  # no half characters
        raw = (path if "/" in path else path.replace("\\", "/")).split("/")
        parts = tuple(part for part in raw if part not in ("", ".", "..")) or ("unnamed",)
        count, free = 1, parts
        while free in self._taken:
            count += 1
            free = (*parts[:-1], f"{parts[-1]}~{count}")
        self._taken.add(free)
        return free, raw[0] == "" or ".." in raw


def fair_total(archive_bytes: int) -> int:
    """Return how many bytes the members of an archive may claim together."""
    return _PLAIN_ROOM + _FAIR_RATIO * archive_bytes


def stays_inside(link: Member, members: Iterable[tuple[str, ...]]) -> bool:
    """Tell whether a link leads to a member or a folder of the same archive."""
    place = [] if (link.link or "").startswith("/") else list(link.parts[:-1])
    for part in (link.link or "").split("/")[:_LINK_HOPS]:
        if part == "..":
            if not place:
                return False
            place.pop()
        elif part not in ("", "."):
            place.append(part)
    wanted = tuple(place)
    return any(parts[: len(wanted)] == wanted for parts in members)


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
