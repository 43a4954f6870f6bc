"""What was seen on the sources beside the images: counts by kind, and the files that images may be locked in."""

from dataclasses import dataclass, fields


@dataclass(frozen=True, slots=True)
class Counts:
    """Files by what they are. What a finding speaks of (unreadable, encrypted) is counted there, not here.

    `viewer` are programs, pages and whatever lies among them; `viewer_pictures` are those of them that are pictures,
    videos or documents. `sealed` files look random and are of no known kind; `bytes` and `sealed_bytes` are sizes.
    """

    files: int = 0
    bytes: int = 0
    empty: int = 0
    indexes: int = 0
    pictures: int = 0
    videos: int = 0
    documents: int = 0
    viewer: int = 0
    viewer_pictures: int = 0
    archives: int = 0
    packed: int = 0
    sealed: int = 0
    sealed_bytes: int = 0
    other: int = 0

    @property
    def by_kind(self) -> dict[str, int]:
        """How many files are of each kind: all but instances and what a finding names as unreadable."""
        kinds = (
            "empty",
            "indexes",
            "pictures",
            "videos",
            "documents",
            "viewer",
            "archives",
            "packed",
            "sealed",
            "other",
        )
        return {kind: count for kind in kinds if (count := getattr(self, kind))}

    def __add__(self, more: "Counts") -> "Counts":
        """Return the sums."""
        return Counts(**{one.name: getattr(self, one.name) + getattr(more, one.name) for one in fields(Counts)})
