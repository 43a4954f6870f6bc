"""Same disc: tell whether the files at hand are those that were planned, or those of another disc in the drive.

Names, sizes and dates prove little: many discs count their files alike and are all dated 1980. The identifiers inside
the images prove it.
"""

from collections.abc import Iterable
from enum import StrEnum

from secondread_desktop.core.submission import Planned
from secondread_desktop.errors import DiscChanged, DiscUnreadable, MemberLocked, PasswordNeeded
from secondread_desktop.services.ports import Contents, Medium, OpenFile
from secondread_shared.manifest import ItemKind

_WITNESSES = 2


class _Verdict(StrEnum):
    """What one image says of the disc."""

    THIS_DISC = "this_disc"
    OTHER_DISC = "other_disc"
    LOCKED = "locked"
    UNREADABLE = "unreadable"


class SameDisc:
    """Compares the sources with the plan. `planned` are the entries of the case, in their order."""

    def __init__(self, media: dict[int, Medium], *, planned: Iterable[Planned], contents: Contents) -> None:
        self._media = media
        self._contents = contents
        self._images: dict[int, list[Planned]] = {}
        for entry in planned:
            if entry.kind is ItemKind.INSTANCE:
                self._images.setdefault(entry.source, []).append(entry)

    def is_as_planned(self, opened: OpenFile, planned: Planned) -> bool:
        """Tell whether an open file is the planned one, and leave it at its start."""
        if (opened.size, opened.mtime_ns) != (planned.size, planned.mtime_ns):
            return False
        if planned.kind is not ItemKind.INSTANCE:
            return True
        header = self._contents.examine(opened.stream, size=opened.size).header
        opened.stream.seek(0)
        if header is None:
            return False
        found = (header.sop_instance_uid, header.series_instance_uid, header.study_instance_uid)
        expected = (planned.sop_instance_uid, planned.series_instance_uid, planned.study_instance_uid)
        return tuple(uid or None for uid in found) == expected

    def require(self, planned: Planned) -> None:
        """Raise `DiscUnreadable` or `DiscChanged` unless another image bears witness that this is the disc.

        `PasswordNeeded` where the witness is locked.
        A document that a person named has no image beside it, and needs no witness.
        """
        if not self._media[planned.source].is_present():
            raise DiscUnreadable(planned.source)
        images = self._images.get(planned.source, [])
        if not images:
            return
        others = [entry for entry in images if entry.place != planned.place] or images
        verdicts = [self._witness(entry) for entry in [*others[:1], *others[-1:]][:_WITNESSES]]
        if _Verdict.THIS_DISC in verdicts:
            return
        if _Verdict.LOCKED in verdicts:
            raise PasswordNeeded
        if _Verdict.UNREADABLE in verdicts:
            raise DiscUnreadable(planned.source)
        raise DiscChanged(planned.source)

    def _witness(self, planned: Planned) -> _Verdict:
        """Tell whether an image is there as planned."""
        try:
            with self._media[planned.source].open(planned.parts) as opened:
                return _Verdict.THIS_DISC if self.is_as_planned(opened, planned) else _Verdict.OTHER_DISC
        except (FileNotFoundError, NotADirectoryError):
            return _Verdict.OTHER_DISC
        except MemberLocked:
            return _Verdict.LOCKED
        except OSError:
            return _Verdict.UNREADABLE
