"""`doctor`: what an operator wants to know before the first case, and when something is odd."""

import importlib.metadata
import shutil
import sqlite3
import sys
from pathlib import Path

from secondread_server.adapters.folder_lock import FolderLock
from secondread_server.errors import DataFolderInUse
from secondread_server.settings import Settings, programme_message, read_logo


def examine(settings: Settings, data: Path) -> dict[str, object]:
    """Return findings by name; nothing is changed and nothing personal is told."""
    programme = programme_message(settings, logo=read_logo(settings, data))
    return {
        "version": importlib.metadata.version("secondread-server"),
        "python": sys.version.split()[0],
        "sqlite": sqlite3.sqlite_version,
        "tuspyserver": importlib.metadata.version("tuspyserver"),
        "programme": programme.name,
        "logo": programme.logo is not None,
        "fee": str(programme.fee) if programme.fee else None,
        "payment": programme.payment,
        "mail": bool(settings.mail.host),
        "database": settings.storage.database_url.partition(":")[0] or "sqlite",
        "objects": settings.storage.objects_url.partition(":")[0] or "folder",
        "free_bytes": shutil.disk_usage(data).free,
        "is_running": _is_running(data),
    }


def _is_running(data: Path) -> bool:
    try:
        FolderLock(data / "receiver.lock").release()
    except DataFolderInUse:
        return True
    return False
