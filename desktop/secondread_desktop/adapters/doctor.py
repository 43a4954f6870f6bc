"""Examines this computer without importing anything heavy: what `secondread doctor` tells."""

import importlib.util
import platform
import ssl
import sys
from importlib import metadata
from pathlib import Path
from typing import Any

from secondread_desktop.adapters.credentials import system_keyring
from secondread_desktop.adapters.system import free_bytes, is_writable

_NEEDED = ("keyring", "pydicom", "requests", "truststore", "tusclient", "zstandard", "msgspec")
_LEAST_FREE_BYTES = 1 << 30


def examine(state: Path) -> dict[str, Any]:
    """Return the report: facts, and checks of which each is ok or not."""
    has_keyring = system_keyring() is not None
    free = free_bytes(state)
    missing = [name for name in _NEEDED if importlib.util.find_spec(name) is None]
    checks = [
        _check("parts", is_ok=not missing, detail="all there" if not missing else ", ".join(missing)),
        _check("state folder", is_ok=is_writable(state), detail=str(state)),
        _check("free space", is_ok=free is not None and free >= _LEAST_FREE_BYTES, detail=_gigabytes(free)),
        _check(
            "secrets",
            is_ok=True,
            detail="in the system's keyring" if has_keyring else "in a private file, for there is no keyring here",
        ),
        _check("encryption", is_ok=ssl.HAS_TLSv1_2 or ssl.HAS_TLSv1_3, detail=ssl.OPENSSL_VERSION),
    ]
    return {
        "version": _version(),
        "python": platform.python_version(),
        "platform": platform.platform(terse=True),
        "frozen": bool(getattr(sys, "frozen", False)),
        "state": str(state),
        "free_bytes": free,
        "credentials": "keyring" if has_keyring else "file",
        "ok": all(check["ok"] for check in checks),
        "checks": checks,
    }


def _check(name: str, *, is_ok: bool, detail: str) -> dict[str, Any]:
    return {"name": name, "ok": is_ok, "detail": detail}


def _gigabytes(free: int | None) -> str:
    return "unknown" if free is None else f"{free / 1e9:.1f} GB"


def _version() -> str | None:
    try:
        return metadata.version("secondread-desktop")
    except metadata.PackageNotFoundError:
        return None
