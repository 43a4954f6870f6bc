"""Three small wrongs that a report must never miss: an instance less, another name, a file cut off."""

import struct
from collections.abc import Callable
from enum import StrEnum

from tests.desktop.disc_kinds.pressing import Files

_STRANGER = b"STRANGER^SOMEBODY"


class Mutation(StrEnum):
    """What is done to one instance."""

    REMOVED = "one instance removed"
    RENAMED = "one name swapped"
    CUT = "one file cut"


def mutated(files: Files, path: str, mutation: Mutation) -> Files | None:
    """Return the files with one instance changed; None where that one has no name to swap."""
    content = files[path]
    if mutation is Mutation.REMOVED:
        return {name: other for name, other in files.items() if name != path}
    if mutation is Mutation.CUT:
        return files | {path: content[: len(content) * 3 // 4]}
    renamed = _renamed(content)
    return None if renamed is None else files | {path: renamed}


def hook(path: str, mutation: Mutation) -> Callable[[Files], Files]:
    """Return the mutation as what `press` takes."""
    return lambda files: mutated(files, path, mutation) or files


def _renamed(content: bytes) -> bytes | None:
    """Write another name of the same length over Patient's Name (0010,0010), whatever the encoding."""
    for mark, order, width in (
        (b"\x10\x00\x10\x00PN", "<", "H"),
        (b"\x00\x10\x00\x10PN", ">", "H"),
        (b"\x10\x00\x10\x00", "<", "I"),
    ):
        place = content.find(mark)
        if place < 0:
            continue
        length = struct.unpack_from(f"{order}{width}", content, place + len(mark))[0]
        start = place + len(mark) + struct.calcsize(width)
        if not 0 < length <= len(content) - start:
            return None
        return content[:start] + (_STRANGER * length)[:length] + content[start + length :]
    return None
