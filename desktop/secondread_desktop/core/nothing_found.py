"""What a source without images is instead, so that a person knows what to ask the hospital for."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from secondread_desktop.core.catalogue import Catalogue, Finding
from secondread_desktop.core.finding_codes import HARMLESS

WANT_PASSWORD = frozenset({"password_needed", "password_wrong"})
LOCKED = WANT_PASSWORD | {"encrypted"}
_UNOPENED_CODE = "not_opened"  # it may hold anything: counted by its kind
NO_ROOM_CODE = "no_room"  # it may be well, but would have to be unpacked, and this computer is full
_SAYS_DICOM = "header_unreadable"
_NOT_UNREADABLE = HARMLESS | LOCKED | {NO_ROOM_CODE, _UNOPENED_CODE}
# Names that only the tools for locked discs give, in small letters: BitLocker To Go's cover files and its reader,
# Nero's SecurDisc, and the endings of encrypted files (.p7m: RFC 8551 §3.2.1).
_TELLING_BEGINNINGS = ("cov 0000.", "bitlockertogo", "securdisc", "decrypt", "entschluessel", "entschlüssel")
_TELLING_ENDINGS = (".p7m", ".pgp", ".gpg", ".aes", ".axx", ".enc", ".encrypted", ".hc", ".tc")
# PS3.4 B.5: objects without pixels. Presentation states, structured reports, encapsulated documents, waveforms, raw
# data, registrations and fiducials, real-world values, surfaces, and radiotherapy's structures, plans and records.
_WITHOUT_PIXELS = tuple(
    f"1.2.840.10008.5.1.4.1.1.{part}"
    for part in (
        "11.", "88.", "104.", "9.", "66|", "66.1|", "66.2|", "66.3|", "66.5|", "66.6|", "67|", "68.", "481.3|",
        "481.4|", "481.5|", "481.6|", "481.7|", "481.8|", "481.9|",
    )
)  # fmt: skip


class Kind(StrEnum):
    """What there is instead of images."""

    EMPTY = "empty"
    NO_ROOM = "no_room"
    UNREADABLE = "unreadable"
    ENCRYPTED = "encrypted"
    INDEX_ONLY = "index_only"  # a DICOMDIR, and none of the files that it names
    ONLY_PICTURES = "only_pictures"  # and videos: what any computer shows, and nobody can measure in
    ONLY_DOCUMENTS = "only_documents"
    ONLY_VIEWER = "only_viewer"
    NO_IMAGES = "no_images"  # DICOM objects, but reports, marks and plans alone
    MIXED = "mixed"  # pictures and documents
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Nothing:
    """A source without images. `is_guess`: its content looks so, but does not say so."""

    kind: Kind
    is_guess: bool = False


def nothing_in(catalogue: Catalogue) -> Nothing | None:
    """Return what there is instead of images; None if there are images."""
    if catalogue.instances:
        has_images = any(is_image(item.header.sop_class_uid) for item in catalogue.instances if item.header)
        return None if has_images else Nothing(Kind.NO_IMAGES)
    return next(nothing for nothing, is_so in _RULES if is_so(catalogue))


def of_unlisted(name: str) -> Catalogue:
    """Return the catalogue of a disc or folder that is there and of which not even the list of files can be read."""
    return Catalogue(findings=(Finding("unreadable", 1, (name,)),))


def is_image(sop_class_uid: str) -> bool:
    """Tell whether objects of a SOP class hold pixels; one that nobody here knows is taken to."""
    return not f"{sop_class_uid}|".startswith(_WITHOUT_PIXELS)


def is_telling(name: str) -> bool:
    """Tell whether a file's name is one that a tool for locked discs gives."""
    lowered = name.lower()
    return lowered.startswith(_TELLING_BEGINNINGS) or lowered.endswith(_TELLING_ENDINGS)


def unreadable(catalogue: Catalogue) -> tuple[Finding, ...]:
    """Return the findings about what is there and could not be read, by its own fault or the medium's."""
    return tuple(finding for finding in catalogue.findings if finding.code not in _NOT_UNREADABLE)


def locked(catalogue: Catalogue) -> tuple[Finding, ...]:
    """Return the findings about what wants a password or key."""
    return tuple(finding for finding in catalogue.findings if finding.code in LOCKED)


def _has_no_room(catalogue: Catalogue) -> bool:
    return any(finding.code == NO_ROOM_CODE for finding in catalogue.findings)


def _is_unreadable(catalogue: Catalogue) -> bool:
    """Tell whether what cannot be read is what the disc is about: said to be DICOM, listed, or most of it."""
    bad = unreadable(catalogue)
    says_dicom = catalogue.counts.indexes > 0 or any(finding.code == _SAYS_DICOM for finding in bad)
    return bool(bad) and (says_dicom or 2 * len(bad) >= catalogue.counts.files)


def _is_sealed(catalogue: Catalogue) -> bool:
    counts = catalogue.counts
    is_named_so = any(is_telling(file.parts[-1]) for file in catalogue.suspects)
    return is_named_so or (counts.sealed > 0 and 2 * counts.sealed_bytes > counts.bytes)


def _has_pictures(catalogue: Catalogue) -> bool:
    return catalogue.counts.pictures + catalogue.counts.videos > 0


# The first that fits counts: what can be mended by asking for it comes before what merely lies about.
_RULES: tuple[tuple[Nothing, Callable[[Catalogue], bool]], ...] = (
    (Nothing(Kind.ENCRYPTED), lambda catalogue: bool(locked(catalogue))),
    (Nothing(Kind.NO_ROOM), _has_no_room),
    (Nothing(Kind.UNREADABLE), _is_unreadable),
    (Nothing(Kind.EMPTY), lambda catalogue: catalogue.counts.files == catalogue.counts.empty),
    (Nothing(Kind.INDEX_ONLY), lambda catalogue: catalogue.counts.indexes > 0),
    (Nothing(Kind.ENCRYPTED, is_guess=True), _is_sealed),
    (Nothing(Kind.MIXED), lambda catalogue: _has_pictures(catalogue) and catalogue.counts.documents > 0),
    (Nothing(Kind.ONLY_PICTURES), _has_pictures),
    (Nothing(Kind.ONLY_DOCUMENTS), lambda catalogue: catalogue.counts.documents > 0),
    (Nothing(Kind.ONLY_VIEWER), lambda catalogue: catalogue.counts.viewer > 0),
    (Nothing(Kind.UNKNOWN), lambda _catalogue: True),
)
