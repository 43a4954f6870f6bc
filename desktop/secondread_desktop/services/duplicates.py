"""Duplicates: one SOP Instance UID in several files (PS3.5 §9: it names one instance).

Files with the very same bytes are one image that was put on the disc twice: the first is kept. Where the bytes differ,
nobody can know which one is right: all are kept, and named.
"""

import hashlib
from collections.abc import Mapping, Sequence

from secondread_desktop.core.catalogue import Finding, Found, FoundFile
from secondread_desktop.core.completeness import CLASH_CODE
from secondread_desktop.errors import DiscUnreadable, DiskFull, Interrupted
from secondread_desktop.services.ports import Flag, Medium

_BLOCK = 1 << 18


def drop_copies(
    found: Sequence[Found], media: Mapping[int, Medium], *, cancel: Flag
) -> tuple[list[Found], list[Found], list[Finding]]:
    """Return what to keep, the identical copies, and a finding for each further file with other bytes."""
    groups: dict[str, list[Found]] = {}
    for item in found:
        if item.header is not None and item.header.sop_instance_uid:
            groups.setdefault(item.header.sop_instance_uid, []).append(item)
    copies: list[Found] = []
    findings: list[Finding] = []
    for group in groups.values():
        if len(group) > 1:
            again, others = _compared(group, media, cancel=cancel)
            copies += again
            findings += [Finding(CLASH_CODE, item.file.source, item.file.parts) for item in others]
    dropped = {id(item) for item in copies}
    return [item for item in found if id(item) not in dropped], copies, findings


def _compared(group: list[Found], media: Mapping[int, Medium], *, cancel: Flag) -> tuple[list[Found], list[Found]]:
    """Return the copies of an earlier one, and those that differ from the first."""
    sizes = [item.file.size for item in group]
    seen: set[str] = set()
    copies: list[Found] = []
    others: list[Found] = []
    for place, item in enumerate(group):
        is_alone = sizes.count(item.file.size) == 1
        digest = f"size {item.file.size}" if is_alone else _digest(item.file, media[item.file.source], cancel=cancel)
        if digest is not None and digest in seen:
            copies.append(item)
        elif place:
            others.append(item)
        if digest is not None:
            seen.add(digest)
    return copies, others


def _digest(file: FoundFile, medium: Medium, *, cancel: Flag) -> str | None:
    """Return the SHA-256 of a file; None for one that cannot be read to its end, which is like no other."""
    digest = hashlib.sha256()
    try:
        with medium.open(file.parts) as opened:
            while block := opened.stream.read(_BLOCK):
                if cancel.is_set():
                    raise Interrupted
                digest.update(block)
    except DiskFull:  # it would have to be unpacked
        return None
    except OSError:
        if not medium.is_present():
            raise DiscUnreadable(file.source) from None
        return None
    return digest.hexdigest()
