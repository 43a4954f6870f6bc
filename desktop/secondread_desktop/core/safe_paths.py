"""Turns whatever names a disc holds into unique relative paths that every system can store."""

import hashlib
import unicodedata

from secondread_shared.manifest import RESERVED_PATH, is_safe_path

_MAX_PART_BYTES = 200  # most file systems stop at 255; the rest is room for a counter
_DEEP = "deep"
# Names that Windows gives to devices, with or without an ending.
_DEVICES = frozenset({"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))})


def shown(parts: tuple[str, ...]) -> str:
    """Return raw names as text that can be printed and put into JSON; not unique, for people only."""
    return "/".join(_printable(part) for part in parts)


def safe_part(part: str) -> str:
    """Return the nearest name that is one plain part on every system."""
    name = _printable(part).replace("/", "_").replace("\\", "_").replace(":", "_")
    name = _shortened(name, _MAX_PART_BYTES)
    name = name.rstrip(". ") + "_" * (len(name) - len(name.rstrip(". ")))
    if name.split(".")[0].casefold() in _DEVICES:
        name = f"_{name}"
    return name or "_"


class SafePaths:
    """Gives each file of a submission its path. The same files in the same order get the same paths."""

    def __init__(self) -> None:
        self._folders: dict[tuple[str, ...], str] = {(): ""}
        self._taken: set[str] = {RESERVED_PATH}
        self._counts: dict[str, int] = {}

    def add(self, parts: tuple[str, ...]) -> str:
        """Return the path of one more file; two files never get the same, nor one that is a folder of another."""
        folder = self._folder(parts[:-1])
        path = self._unique(folder, safe_part(parts[-1]))
        if is_safe_path(path):
            return path
        digest = hashlib.sha256("\0".join(parts).encode("utf-8", "surrogateescape")).hexdigest()[:24]
        return self._unique(self._folder((f"\0{_DEEP}",)), f"{digest}{_ending(parts[-1])}")

    def _folder(self, parts: tuple[str, ...]) -> str:
        for depth in range(1, len(parts) + 1):
            here = parts[:depth]
            if here not in self._folders:
                name = _DEEP if here == (f"\0{_DEEP}",) else safe_part(here[-1])
                self._folders[here] = self._unique(self._folders[here[:-1]], name)
        return self._folders[parts]

    def _unique(self, folder: str, name: str) -> str:
        wished = f"{folder}/{name}".casefold()
        while True:
            count = self._counts[wished] = self._counts.get(wished, 0) + 1
            path = f"{folder}/{_numbered(name, count)}" if folder else _numbered(name, count)
            keys = {path.casefold(), unicodedata.normalize("NFC", path).casefold()}
            if not keys & self._taken:
                self._taken |= keys
                return path


def _printable(part: str) -> str:
    return "".join(character if character.isprintable() else "_" for character in part)


def _numbered(name: str, count: int) -> str:
    if count == 1:
        return name
    ending = _ending(name)
    return f"{name.removesuffix(ending) if ending else name}-{count}{ending}"


def _ending(name: str) -> str:
    stem, dot, ending = name.rpartition(".")
    return f".{ending}" if dot and stem and ending.isascii() and ending.isalnum() and len(ending) <= 8 else ""


def _shortened(name: str, limit: int) -> str:
    if len(name.encode()) <= limit:
        return name
    ending = _ending(name)
    room = limit - len(ending.encode())
    return name.encode()[:room].decode(errors="ignore") + ending
