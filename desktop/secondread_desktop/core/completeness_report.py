"""What travels of the completeness: only what concerns the wanted exams, in the manifest's own words."""

from dataclasses import replace

from secondread_desktop.core.catalogue import Catalogue, Found
from secondread_desktop.core.completeness import Completeness, Gap, MissingExam, missing_exams
from secondread_desktop.core.dicomdir import IndexEntry
from secondread_shared import manifest
from secondread_shared.manifest import MAX_ITEMS, MAX_TOLD, MAX_TOLD_TEXT

ABSENT_CODE = "absent"


def wanted_part(
    whole: Completeness, catalogue: Catalogue, wanted: tuple[Found, ...], *, is_alone: bool
) -> Completeness:
    """Return what the wanted instances and their exams are told of.

    An exam of which nothing was found counts only where nobody's images are left out (`is_alone`): whose else would it
    be?
    """
    studies = {_study(item) for item in wanted}
    seen = {_study(item) for item in catalogue.instances}
    series = {_series(item) for item in wanted}
    unwanted = {_series(item) for item in catalogue.instances} - series
    places = {(item.file.source, item.file.parts) for item in wanted}

    def concerns(entry: IndexEntry) -> bool:
        """Tell whether an image that is named is of what is wanted: never of a set that was left out."""
        study = entry.study_instance_uid
        return (study in studies and entry.series_instance_uid not in unwanted) or (is_alone and study not in seen)

    absent = tuple(one for one in whole.absent if concerns(one.entry))
    listed = tuple(entry for entry in whole.listed if concerns(entry))

    return replace(
        whole,
        found=len(wanted),
        exams=len(studies),
        absent=absent,
        listed=listed,
        missing_exams=missing_exams(listed, absent),
        extra=tuple(item for item in whole.extra if (item.file.source, item.file.parts) in places),
        wrong_references=tuple(item for item in whole.wrong_references if _series(item) in series),
        gaps=tuple(gap for gap in whole.gaps if gap.series_instance_uid in series),
        cut=tuple(one for one in whole.cut if (one.source, one.parts) in places),
        copies=tuple(item for item in whole.copies if _series(item) in series),
        clashes=tuple(one for one in whole.clashes if (one.source, one.parts) in places),
    )


def told(part: Completeness) -> manifest.Completeness:
    """Return the manifest's form; `read` is what was found until staging has counted."""
    absent = min(len(part.absent), MAX_ITEMS - part.found)  # an index may name whatever it likes
    return manifest.Completeness(
        found=part.found,
        read=part.found,
        named=None if part.named is None else part.found - len(part.extra) + absent,
        unreadable_indexes=min(part.unreadable_indexes, MAX_ITEMS),
        absent=absent,
        extra=len(part.extra),
        wrong_references=min(len(part.wrong_references), MAX_ITEMS),
        copies=min(len(part.copies), MAX_ITEMS),
        clashes=len(part.clashes),
        cut=len(part.cut),
        missing_exams=[_exam(exam) for exam in part.missing_exams[:MAX_TOLD]],
        gaps=[_gap(gap) for gap in part.gaps[:MAX_TOLD]],
    )


def ranges_text(gap: Gap) -> str:
    """Return the numbers that do not occur: `37-38, 41`."""
    return ", ".join(str(first) if first == last else f"{first}-{last}" for first, last in gap.ranges)


def _exam(exam: MissingExam) -> manifest.MissingExam:
    return manifest.MissingExam(
        study_instance_uid=exam.study_instance_uid[:MAX_TOLD_TEXT],
        study_date=exam.date,
        study_description=exam.description[:MAX_TOLD_TEXT],
        missing=min(exam.missing, MAX_ITEMS),
        named=min(exam.named, MAX_ITEMS),
    )


def _gap(gap: Gap) -> manifest.SeriesGap:
    return manifest.SeriesGap(gap.series_instance_uid, gap.missing, ranges_text(gap)[:MAX_TOLD_TEXT])


def _series(item: Found) -> str:
    return item.header.series_instance_uid if item.header is not None else ""


def _study(item: Found) -> str:
    return item.header.study_instance_uid if item.header is not None else ""
