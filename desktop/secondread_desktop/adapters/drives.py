"""The drives of this computer, by what its system documents: read the table, let a medium go. See `core.drives`."""

import os
import plistlib
import subprocess
import sys
import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from xml.parsers.expat import ExpatError

from secondread_desktop.core.drives import Drive, DriveKind, from_macos, from_mountinfo
from secondread_desktop.errors import EjectRefused
from secondread_desktop.services.drive_ports import Drives

_PATIENCE_S = 30.0  # a disc drive takes its time
_MOUNTS = Path("/proc/self/mountinfo")
_BLOCK_CLASS = Path("/sys/class/block")
_VOLUMES = Path("/Volumes")

Run = Callable[[Sequence[str]], bytes]


def system_drives() -> Drives:
    """Return the drives of the system that we run on."""
    if sys.platform == "win32":
        from secondread_desktop.adapters.drives_windows import WindowsDrives

        return Background(WindowsDrives())
    return Background(MacDrives()) if sys.platform == "darwin" else LinuxDrives()


def run(command: Sequence[str]) -> bytes:
    """Run a program of the system and return what it prints. Raises `OSError`."""
    try:
        done = subprocess.run(command, capture_output=True, timeout=_PATIENCE_S, check=True, stdin=subprocess.DEVNULL)
    except subprocess.SubprocessError:
        raise OSError from None
    return done.stdout


class LinuxDrives:
    """See `drive_ports.Drives`. The mount table is read at each look: that takes no disc and no time."""

    def __init__(self, *, run: Run = run, mounts: Path = _MOUNTS, block_class: Path = _BLOCK_CLASS) -> None:
        self._run = run
        self._mounts = mounts
        self._block_class = block_class

    def now(self) -> tuple[Drive, ...]:
        """Return the media that can be read now."""
        try:
            text = os.fsdecode(self._mounts.read_bytes())
        except OSError:
            return ()
        drives = from_mountinfo(text)
        loose = frozenset(name for drive in drives if self._is_loose(name := drive.device.removeprefix("/dev/")))
        return from_mountinfo(text, removable=loose)

    def eject(self, drive: Drive) -> None:
        """Let a medium go: by the desktop's own tool, else by the system's. Raises `EjectRefused`."""
        leave = ["udisksctl", "unmount", "--no-user-interaction", "-b", drive.device]
        ways = [[["gio", "mount", "-e", drive.root]]]
        if drive.kind is DriveKind.DISC:
            ways += [[["eject", drive.device]]]
        elif drive.kind is DriveKind.STICK:
            ways += [[leave, ["udisksctl", "power-off", "--no-user-interaction", "-b", drive.device]]]
        else:
            ways += [[["gio", "mount", "-u", drive.root]], [leave]]
        first_that_works(ways, run=self._run)

    def _is_loose(self, name: str) -> bool:
        """Tell whether a device can be pulled out: it says so, or it hangs on USB."""
        try:
            place = (self._block_class / name).resolve(strict=True)
            flags = [folder / "removable" for folder in (place, place.parent)]
            says_so = any(flag.is_file() and flag.read_text().strip() == "1" for flag in flags)
            return says_so or any(part.startswith("usb") for part in place.parts)
        except (OSError, RuntimeError, ValueError):
            return False


class MacDrives:
    """See `drive_ports.Drives`: what `diskutil` says of each volume, asked again only when another volume is there."""

    def __init__(self, *, run: Run = run, volumes: Path = _VOLUMES) -> None:
        self._run = run
        self._volumes = volumes
        self._seen: tuple[str, ...] | None = None
        self._drives: tuple[Drive, ...] = ()

    def now(self) -> tuple[Drive, ...]:
        """Return the media that can be read now."""
        try:
            names = tuple(sorted(volume.name for volume in self._volumes.iterdir()))
            if names != self._seen:
                self._drives = from_macos([self._told(self._volumes / name) for name in names])
                self._seen = names
        except (OSError, plistlib.InvalidFileException, ExpatError, ValueError):
            return ()
        return self._drives

    def eject(self, drive: Drive) -> None:
        """Let a medium go. Raises `EjectRefused`."""
        first_that_works([[["diskutil", "eject", drive.root]]], run=self._run)

    def _told(self, volume: Path) -> dict[str, object]:
        told = plistlib.loads(self._run(["diskutil", "info", "-plist", str(volume)]))
        return told if isinstance(told, dict) else {}


class Background:
    """Asks drives in a thread of its own: a drive with a scratched disc may take half a minute to answer."""

    def __init__(self, drives: Drives) -> None:
        self._drives = drives
        self._known: tuple[Drive, ...] = ()
        self._asking = threading.Lock()

    def now(self) -> tuple[Drive, ...]:
        """Return what was seen at the last look, and begin another one."""
        if self._asking.acquire(blocking=False):
            threading.Thread(target=self._look, name="drives", daemon=True).start()
        return self._known

    def eject(self, drive: Drive) -> None:
        """Let a medium go. Raises `EjectRefused`."""
        self._drives.eject(drive)

    def _look(self) -> None:
        try:
            self._known = self._drives.now()
        finally:
            self._asking.release()


def first_that_works(ways: Sequence[Sequence[Sequence[str]]], *, run: Run) -> None:
    """Try each way, a row of commands, until all of one work. Raises `EjectRefused`."""
    for way in ways:
        try:
            for command in way:
                run(command)
        except OSError:
            continue
        return
    raise EjectRefused
