"""The discs in this computer's drives, as its system mounts them."""

from dataclasses import dataclass

from PySide6.QtCore import QStorageInfo

_OF_DISCS = frozenset({"iso9660", "udf", "cdfs", "cd9660", "cddafs"})


@dataclass(frozen=True, slots=True)
class Disc:
    """One disc; `label` is what its maker called it."""

    root: str
    label: str


def mounted_discs() -> tuple[Disc, ...]:
    """Return the discs that can be read now."""
    return tuple(
        Disc(root=volume.rootPath(), label=volume.name().strip())
        for volume in QStorageInfo.mountedVolumes()
        if volume.isReady() and bytes(volume.fileSystemType().data()).decode("ascii", "replace").lower() in _OF_DISCS
    )
