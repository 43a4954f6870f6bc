"""Drives: what each of the three systems says is mounted, as the media that a person may have put in. Pure tables.

Linux: /proc/self/mountinfo (proc_pid_mountinfo(5)) and which devices are removable. Windows: drive type, file system,
label and bus of each letter. macOS: the dictionaries of `diskutil info -plist`.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any


class DriveKind(StrEnum):
    """What a medium is to a person."""

    DISC = "disc"
    STICK = "stick"  # also a card, or a disk on a cable
    IMAGE = "image"  # a disc image that the system opened
    NETWORK = "network"
    INTERNAL = "internal"


TAKEN_OUT = frozenset({DriveKind.DISC, DriveKind.STICK, DriveKind.IMAGE})


@dataclass(frozen=True, slots=True)
class Drive:
    """One medium that can be read now. `label` is what its maker called it, `device` the system's name for it."""

    kind: DriveKind
    root: str
    label: str = ""
    device: str = ""


@dataclass(frozen=True, slots=True)
class WindowsVolume:
    """What Windows says of a drive letter: GetDriveType, GetVolumeInformation, and the bus (STORAGE_BUS_TYPE)."""

    root: str
    drive_type: int
    file_system: str = ""  # empty: nothing is in
    label: str = ""
    bus: int = 0


_OPTICAL = frozenset({"iso9660", "udf"})
_REMOTE = frozenset({"nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "ceph", "fuse.sshfs", "fuse.davfs", "davfs"})
_AUTOMOUNTS = ("/media/", "/run/media/", "/mnt/")
_NO_LABELS = re.compile(r"(cdrom|dvd|sr|disk|usb|usbstick)\d*", re.IGNORECASE)
_REMOVABLE, _FIXED, _NETWORK, _CDROM = 2, 3, 4, 5  # GetDriveTypeW
_BUS_USB, _BUS_SD, _BUS_MMC, _BUS_VIRTUAL, _BUS_FILE = 7, 12, 13, 14, 15


def taken_out(drives: Iterable[Drive]) -> tuple[Drive, ...]:
    """Return the media that people put in and take out, discs first."""
    order = list(DriveKind)
    return tuple(sorted((drive for drive in drives if drive.kind in TAKEN_OUT), key=lambda d: order.index(d.kind)))


def drive_of(path: str, drives: Iterable[Drive]) -> Drive | None:
    """Return the medium that a path lies on."""
    holding = [drive for drive in drives if _is_below(path, drive.root)]
    return max(holding, key=lambda drive: len(drive.root), default=None)


def from_mountinfo(text: str, *, removable: frozenset[str] = frozenset()) -> tuple[Drive, ...]:
    """Return the media of Linux's mount table; `removable` are names of devices, as `sdb1`."""
    found: dict[str, Drive] = {}
    for line in text.splitlines():
        mount = _mount(line)
        if mount is None:
            continue
        root, kind_of_files, device = mount
        kind = _linux_kind(kind_of_files, device, removable)
        if kind is not None and device not in found:  # a second mount of a device shows the same files
            found[device] = Drive(kind, root, _linux_label(root), device)
    return tuple(found.values())


def _mount(line: str) -> tuple[str, str, str] | None:
    """Return mount point, file system and source; None for a folder of a mount that is shown elsewhere."""
    before, dash, after = line.partition(" - ")
    head, tail = before.split(" "), after.split(" ")
    if not dash or len(head) < 6 or len(tail) < 2:
        return None
    is_bind = head[3] != "/" and not tail[0].startswith(("btrfs", "nfs", "cifs"))
    return None if is_bind else (_unescaped(head[4]), tail[0], _unescaped(tail[1]))


def _linux_kind(kind_of_files: str, device: str, removable: frozenset[str]) -> DriveKind | None:
    if kind_of_files in _REMOTE:
        return DriveKind.NETWORK
    if not device.startswith("/dev/"):
        return None  # proc, tmpfs and the like
    name = device.removeprefix("/dev/")
    if name.startswith("loop"):
        return DriveKind.IMAGE if kind_of_files in _OPTICAL else None  # the others are packages (snap)
    if kind_of_files in _OPTICAL and re.match(r"sr\d|scd\d|cdrom|dvd|pktcdvd", name):
        return DriveKind.DISC
    if name in removable:
        return DriveKind.STICK
    return DriveKind.IMAGE if kind_of_files in _OPTICAL else DriveKind.INTERNAL


def _linux_label(root: str) -> str:
    """Return the folder's name where an automounter names it after the medium."""
    name = root.rstrip("/").rpartition("/")[2]
    return name if root.startswith(_AUTOMOUNTS) and not _NO_LABELS.fullmatch(name) else ""


def _unescaped(text: str) -> str:
    r"""Undo `\040` and its like, which stand for single bytes."""
    return re.sub(r"\\([0-7]{3})", lambda found: chr(int(found[1], 8)), text)


def from_windows(volumes: Sequence[WindowsVolume]) -> tuple[Drive, ...]:
    """Return the media of Windows' drive letters; a drive with nothing in it is none."""
    return tuple(
        Drive(kind, volume.root, volume.label.strip(), volume.root.rstrip("\\"))
        for volume in volumes
        if (kind := _windows_kind(volume)) is not None
    )


def _windows_kind(volume: WindowsVolume) -> DriveKind | None:
    if volume.drive_type == _NETWORK:
        return DriveKind.NETWORK
    if not volume.file_system:
        return None
    if volume.drive_type == _CDROM:
        return DriveKind.IMAGE if volume.bus in (_BUS_VIRTUAL, _BUS_FILE) else DriveKind.DISC
    if volume.drive_type == _REMOVABLE or volume.bus in (_BUS_USB, _BUS_SD, _BUS_MMC):
        return DriveKind.STICK
    return DriveKind.INTERNAL if volume.drive_type == _FIXED else None


def from_macos(volumes: Sequence[Mapping[str, Any]]) -> tuple[Drive, ...]:
    """Return the media of `diskutil info -plist`, one dictionary a volume; one that is not mounted is none."""
    return tuple(
        Drive(
            _macos_kind(volume),
            str(volume["MountPoint"]),
            str(volume.get("VolumeName", "")).strip(),
            str(volume.get("DeviceNode", "")),
        )
        for volume in volumes
        if volume.get("MountPoint")
    )


def _macos_kind(volume: Mapping[str, Any]) -> DriveKind:
    protocol = str(volume.get("BusProtocol", ""))
    files = str(volume.get("FilesystemType", "")).lower()
    if files in ("smbfs", "nfs", "afpfs", "webdav"):
        return DriveKind.NETWORK
    if protocol == "Disk Image":
        return DriveKind.IMAGE
    if volume.get("OpticalMediaType") or (files in ("cd9660", "udf") and not volume.get("Internal")):
        return DriveKind.DISC
    is_loose = volume.get("RemovableMedia") or volume.get("Ejectable") or protocol in ("USB", "Secure Digital")
    return DriveKind.STICK if is_loose and not volume.get("SystemImage") else DriveKind.INTERNAL


def _is_below(path: str, root: str) -> bool:
    edge = root.rstrip("/\\")
    return path in (root, edge) or path.startswith((f"{edge}/", f"{edge}\\"))
