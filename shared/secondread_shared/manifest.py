"""The manifest: what will be sent, item by item. The receiver holds the case against it."""

from enum import StrEnum
from itertools import pairwise

import msgspec

from secondread_shared.ids import SHA256_HEX

MAX_ITEMS = 200_000
MAX_PATH = 1024
MAX_PROBLEMS = 10_000
MAX_TOLD = 500  # exams or series that a report of completeness names
MAX_TOLD_TEXT = 256
RESERVED_PATH = "manifest.json"
MAX_PART_BYTES = 255  # of one name, in UTF-8: where most file systems stop
# What Windows takes for a device, whatever follows the first dot.
DEVICE_NAMES = frozenset({"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))})
_MAX_UID = 64  # PS3.5 §9.1


class ItemKind(StrEnum):
    """An instance is a DICOM object; an attachment is any other document."""

    INSTANCE = "instance"
    ATTACHMENT = "attachment"


class ManifestItem(msgspec.Struct, frozen=True):
    """One file as it was staged. `size` in bytes and `sha256` are of the original bytes."""

    ordinal: int
    kind: ItemKind
    path: str
    size: int
    sha256: str
    study_instance_uid: str | None = None
    series_instance_uid: str | None = None
    sop_instance_uid: str | None = None
    sop_class_uid: str | None = None
    transfer_syntax_uid: str | None = None
    modality: str | None = None


class SourceProblem(msgspec.Struct, frozen=True):
    """Something on the disc that could not be read or sent, told so that nobody takes it for sent."""

    code: str
    path: str


class IdentityDecision(msgspec.Struct, frozen=True):
    """How the images' patient compared with the intake, and what the person decided about it.

    `differs` names what did not agree, in the words of `identity.DIFFERENCES`; older senders leave it out.
    """

    outcome: str
    patient_chosen: bool = False
    confirmed_because: str | None = None
    differs: list[str] = msgspec.field(default_factory=list)


class MissingExam(msgspec.Struct, frozen=True):
    """An exam of which the disc's index names more than was there: `missing` of `named` images."""

    study_instance_uid: str
    study_date: str
    study_description: str
    missing: int
    named: int


class SeriesGap(msgspec.Struct, frozen=True):
    """A series whose instance numbers jump. `numbers` are the ranges that do not occur: `37-38, 41`."""

    series_instance_uid: str
    missing: int
    numbers: str


class Completeness(msgspec.Struct, frozen=True):
    """What the sender's program knows of the wanted exams being whole. Counts are of images.

    `found` when the disc was looked at, `read` when every byte was read. `named` by the disc's index, null without one;
    `absent` of those on no disc, `extra` found but not named, `wrong_references` named at another path. `copies` had
    the very bytes of another and were left out, `clashes` have the number of another but other bytes. `cut` end early.
    """

    found: int
    read: int
    named: int | None = None
    unreadable_indexes: int = 0
    absent: int = 0
    extra: int = 0
    wrong_references: int = 0
    copies: int = 0
    clashes: int = 0
    cut: int = 0
    missing_exams: list[MissingExam] = msgspec.field(default_factory=list)
    gaps: list[SeriesGap] = msgspec.field(default_factory=list)


class Manifest(msgspec.Struct, frozen=True):
    """Everything that belongs to a case. Final: a second, different one is refused."""

    format: int
    case: str
    items: list[ManifestItem]
    problems: list[SourceProblem] = msgspec.field(default_factory=list)
    identity: IdentityDecision | None = None
    deidentification: str = "none"
    completeness: Completeness | None = None


def is_safe_path(path: str) -> bool:
    """Tell whether `path` is relative, forward, printable and stays inside its folder on every system."""
    if not 0 < len(path) <= MAX_PATH or "\\" in path or not path.isprintable():
        return False
    return all(is_safe_part(part) for part in path.split("/"))


def is_safe_part(part: str) -> bool:
    """Tell whether one part of a path is a plain name, on Windows too: no device, no dot or space at the end."""
    if not part or part[-1] in ". " or ":" in part or len(part.encode("utf-8", "surrogatepass")) > MAX_PART_BYTES:
        return False
    return part.split(".")[0].rstrip().casefold() not in DEVICE_NAMES


def manifest_problem(manifest: Manifest, *, case: str, case_bytes: int) -> str | None:
    """Return the first reason, in code words, why a manifest cannot stand; None if it can."""
    if manifest.format != 1 or manifest.case != case:
        return "of_another_case"
    if not 0 < len(manifest.items) <= MAX_ITEMS:
        return "item_count"
    if len(manifest.problems) > MAX_PROBLEMS:
        return "problem_count"
    if [item.ordinal for item in manifest.items] != list(range(1, len(manifest.items) + 1)):
        return "ordinals"
    if sum(item.size for item in manifest.items) > case_bytes:
        return "case_too_large"
    if manifest.completeness is not None and not _is_sensible(manifest.completeness):
        return "completeness"
    reason = next((reason for reason in map(_item_problem, manifest.items) if reason), None)
    if reason is None and do_paths_collide([item.path for item in manifest.items]):
        return "paths_collide"
    return reason


def _is_sensible(told: Completeness) -> bool:
    """Tell whether a report's counts can be and its lists and texts are short: it is shown to people."""
    exams, gaps = told.missing_exams, told.gaps
    counts = [told.found, told.read, told.named or 0, told.unreadable_indexes, told.absent, told.extra, told.copies]
    counts += [
        told.wrong_references,
        told.clashes,
        told.cut,
        *(count for exam in exams for count in (exam.missing, exam.named)),
    ]
    texts = [text for exam in exams for text in (exam.study_instance_uid, exam.study_date, exam.study_description)]
    texts += [text for gap in gaps for text in (gap.series_instance_uid, gap.numbers)]
    return (
        all(0 <= count <= MAX_ITEMS for count in counts)
        and max(len(exams), len(gaps)) <= MAX_TOLD
        and all(len(text) <= MAX_TOLD_TEXT for text in texts)
        and all(gap.missing >= 0 for gap in gaps)
    )


def do_paths_collide(paths: list[str]) -> bool:
    """Tell whether two paths are one where letter case does not matter, or one is a folder of another.

    Sorted with the separator before every letter, a folder stands right before what lies in it: no disk can hold both.
    `manifest.json` at the top is taken by the manifest itself.
    """
    keys = sorted(f"{path.casefold()}/".replace("/", "\0") for path in [RESERVED_PATH, *paths])
    return any(later.startswith(earlier) for earlier, later in pairwise(keys))


def _item_problem(item: ManifestItem) -> str | None:
    if not is_safe_path(item.path):
        return "path"
    if item.size < 0 or not SHA256_HEX.fullmatch(item.sha256):
        return "size_or_sha256"
    if item.kind is ItemKind.INSTANCE and not item.sop_instance_uid:
        return "instance_without_uid"
    uids = (item.study_instance_uid, item.series_instance_uid, item.sop_instance_uid, item.sop_class_uid)
    return "uid_length" if any(uid is not None and len(uid) > _MAX_UID for uid in uids) else None
