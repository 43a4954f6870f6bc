"""Duplicates: one SOP Instance UID in several files (PS3.5 §9: it names one instance).

Files with the very same bytes are one image that was put on the disc twice: the first is kept. Where the bytes differ,
nobody can know which one is right: all are kept, and named.
"""

import hashlib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from secondread_desktop.core.catalogue import Catalogue, Finding, Found, FoundFile
from secondread_desktop.core.completeness import CLASH_CODE
from secondread_desktop.errors import DiscUnreadable, DiskFull, Interrupted
from secondread_desktop.services.ports import Flag, Medium

_BLOCK = 1 << 18


def without_copies(catalogue: Catalogue, media: Mapping[int, Medium], *, cancel: Flag) -> Catalogue:
    """Return a catalogue of several discs without what lies on two of them.

    A disc that is not in its drive now cannot be asked: what may be a copy on it stays, and staging tells.
    """
    found, copies, findings = drop_copies(catalogue.found, media, cancel=cancel, may_be_away=True)
    return replace(
        catalogue,
        found=tuple(found),
        copies=catalogue.copies + tuple(copies),
        findings=catalogue.findings + tuple(one for one in findings if one not in catalogue.findings),
        memo={},
    )


def drop_copies(
    found: Sequence[Found], media: Mapping[int, Medium], *, cancel: Flag, may_be_away: bool = False
) -> tuple[list[Found], list[Found], list[Finding]]:
    """Return what to keep, the identical copies, and a finding for each further file with other bytes."""
    groups: dict[str, list[Found]] = {}
    for item in found:
        if item.header is not None and item.header.sop_instance_uid:
            groups.setdefault(item.header.sop_instance_uid, []).append(item)
    several = [group for group in groups.values() if len(group) > 1]
    digests = _digests(found, several, media, cancel=cancel, may_be_away=may_be_away)
    copies: list[Found] = []
    findings: list[Finding] = []
    for group in several:
        again, others = _compared(group, digests)
        copies += again
        findings += [Finding(CLASH_CODE, item.file.source, item.file.parts) for item in others]
    dropped = {id(item) for item in copies}
    return [item for item in found if id(item) not in dropped], copies, findings


def _digests(
    found: Sequence[Found],
    several: list[list[Found]],
    media: Mapping[int, Medium],
    *,
    cancel: Flag,
    may_be_away: bool,
) -> dict[int, str | None]:
    """Return what is equal for equal bytes, by `id`; None for what cannot be read now.

    Everything is read in the medium's order: to jump between archives is to unpack each from its start again.
    """
    known: dict[int, str | None] = {}
    for group in several:
        sizes = Counter(item.file.size for item in group)
        known |= {id(item): f"size {item.file.size}" if sizes[item.file.size] == 1 else None for item in group}
    for item in found:
        if cancel.is_set():
            raise Interrupted
        if id(item) in known and known[id(item)] is None:
            medium = media[item.file.source]
            known[id(item)] = _digest(item.file, medium, cancel, may_be_away=may_be_away)
    return known


def _compared(group: list[Found], digests: dict[int, str | None]) -> tuple[list[Found], list[Found]]:
    """Return the copies of an earlier one, and those that differ from it; what cannot be read now is neither."""
    seen: set[str] = set()
    copies: list[Found] = []
    others: list[Found] = []
    for item in group:
        digest = digests[id(item)]
        if digest is None:
            continue
        if digest in seen:
            copies.append(item)
        elif seen:
            others.append(item)
        seen.add(digest)
    return copies, others


def _digest(file: FoundFile, medium: Medium, cancel: Flag, *, may_be_away: bool) -> str | None:
    """Return the SHA-256 of a file; None for one that is not there as it was found, or not to its end."""
    digest = hashlib.sha256()
    try:
        with medium.open(file.parts) as opened:
            if (opened.size, opened.mtime_ns) != (file.size, file.mtime_ns):
                return None
            while block := opened.stream.read(_BLOCK):
                if cancel.is_set():
                    raise Interrupted
                digest.update(block)
    except DiskFull:  # it would have to be unpacked
        return None
    except OSError:
        if not may_be_away and not medium.is_present():
            raise DiscUnreadable(file.source) from None
        return None
    return digest.hexdigest()
