"""What Check says of the images being all there, from the catalogue."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from secondread_desktop.core.catalogue import Catalogue
from secondread_desktop.core.completeness import Completeness, completeness_of
from secondread_desktop.core.completeness_report import ABSENT_CODE, ranges_text
from secondread_desktop.core.finding_codes import trouble_count
from secondread_desktop.core.safe_paths import shown
from secondread_desktop.ui.sentences import check, completeness

_MOST_PATHS = 100
_MOST_EXAMS = 3  # in the banner; the fold names them all


@dataclass(frozen=True, slots=True)
class FoundWords:
    """A banner: its kind, what it says, and the lines behind its fold."""

    kind: str
    title: str
    text: str
    lines: tuple[str, ...]


def found_words(catalogue: Catalogue, exam_count: int) -> FoundWords:
    """Return the completeness sentence, what it means, and the details."""
    report = completeness_of(catalogue)
    lines = tuple(_lines(catalogue, report))
    is_compared = report.named is not None or bool(report.absent)
    return FoundWords(
        kind="warn" if report.absent or report.cut else "note" if lines else "ok",
        title=completeness.found(report.found, report.total if is_compared else None, exam_count),
        text=" ".join(_meaning(catalogue, report)),
        lines=lines,
    )


def _meaning(catalogue: Catalogue, report: Completeness) -> Iterator[str]:
    if report.absent:
        yield completeness.missing(
            len(report.absent), _exams(report)[:_MOST_EXAMS], more=len(_exams(report)) - _MOST_EXAMS
        )
        yield completeness.ASK_HOSPITAL
    troubles = trouble_count(finding.code for finding in catalogue.findings)
    if troubles:
        yield completeness.unlike(troubles)
    elif not report.absent:
        yield completeness.NO_TROUBLE
        if report.named is not None and not report.extra:
            yield completeness.AS_NAMED
    if report.gaps and not report.absent:
        yield completeness.gaps(len(report.gaps))
    if catalogue.attachments:
        yield completeness.documents(len(catalogue.attachments))


def _exams(report: Completeness) -> list[str]:
    return [
        completeness.missing_exam(exam.date, exam.description, count=exam.missing, named=exam.named)
        for exam in report.missing_exams
    ]


def _lines(catalogue: Catalogue, report: Completeness) -> Iterator[str]:
    counts = Counter(finding.code for finding in catalogue.findings)
    counts.update({ABSENT_CODE: len(report.absent)} if report.absent else {})
    for code, count in counts.items():
        yield completeness.finding_line(code, count)
    if len(report.missing_exams) > _MOST_EXAMS:
        yield from _exams(report)
    for gap in report.gaps:
        yield completeness.gap_line(gap.description or check.UNTITLED_SET, ranges_text(gap))
    for said, items in (
        (completeness.copies, report.copies),
        (completeness.misplaced, report.wrong_references),
        (completeness.extra, report.extra),
    ):
        if items:
            yield said(len(items))
    paths = [one.parts for one in report.absent] + [finding.parts for finding in catalogue.findings]
    yield from (shown(parts) for parts in paths[:_MOST_PATHS])
