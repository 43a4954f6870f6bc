"""The computer: its clock, its state folder, its free space."""

import datetime
import os
import shutil
import time
from pathlib import Path

from secondread_desktop.errors import StateUnusable
from secondread_shared.durable import private_folder


class SystemClock:
    """See `ports.Clock`."""

    def now_s(self) -> float:
        """Return monotonic seconds."""
        return time.monotonic()

    def sleep(self, seconds: float) -> None:
        """Sleep."""
        time.sleep(seconds)


def now() -> datetime.datetime:
    """Return what the clock on the wall says."""
    return datetime.datetime.now().astimezone()


def today() -> datetime.date:
    """Return the date where the person sits."""
    return now().date()


def default_state_folder() -> Path:
    """Return the platform's data folder for this program."""
    import platformdirs

    return Path(platformdirs.user_data_dir("SecondRead", appauthor=False))


def make_state_folder(path: Path) -> Path:
    """Make the state folder, private to its owner. Raises `StateUnusable`."""
    try:
        return private_folder(path)
    except OSError:
        raise StateUnusable from None


def is_writable(path: Path) -> bool:
    """Tell whether files can be made in a folder, or in the nearest one above it that exists."""
    nearest = next((folder for folder in (path, *path.parents) if folder.exists()), path)
    return nearest.is_dir() and os.access(nearest, os.W_OK)


def free_bytes(path: Path) -> int | None:
    """Return the free space where a folder is or would be."""
    nearest = next((folder for folder in (path, *path.parents) if folder.exists()), None)
    try:
        return None if nearest is None else shutil.disk_usage(nearest).free
    except OSError:
        return None
