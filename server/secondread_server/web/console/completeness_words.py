"""The console's words about the disc having been whole: what the sender's program found and what it missed."""

from collections.abc import Iterator
from dataclasses import dataclass

from secondread_server.web.console.words import birth_date, plural
from secondread_shared.manifest import Completeness

_MOST_LINES = 100


@dataclass(frozen=True, slots=True)
class Shown:
    """A banner with a fold."""

    kind: str
    title: str
    lines: tuple[str, ...]


def shown(told: Completeness | None) -> Shown | None:
    """Return the banner; None where all is well, or where an older program said nothing."""
    lines = () if told is None else tuple(_lines(told))[:_MOST_LINES]
    if told is None or not lines:
        return None
    is_short = told.absent or told.cut or told.read < told.found
    return Shown("warn" if is_short else "note", _title(told), lines)


def absent_by_study(told: Completeness | None) -> dict[str, int]:
    """Return how many images the disc's index names and the disc lacked, by Study Instance UID."""
    return {} if told is None else {exam.study_instance_uid: exam.missing for exam in told.missing_exams}


def _title(told: Completeness) -> str:
    if told.absent:
        return f"{plural(told.absent, 'image')} in the disc's own index {_were(told.absent)} not on the disc."
    if told.read < told.found:
        return f"{plural(told.found - told.read, 'image')} found on the disc {_were(told.found - told.read)} not sent."
    return "The disc was not quite in order."


def _lines(told: Completeness) -> Iterator[str]:
    if told.read < told.found:
        yield f"Of {plural(told.found, 'image')} found, {told.read:,} could be read and sent; the sender agreed."
    for exam in told.missing_exams:
        title = exam.study_description or "an exam without a title"
        when = birth_date(exam.study_date) if exam.study_date else "unknown date"
        yield f"Missing from {title}, {when}: {exam.missing:,} of {plural(exam.named, 'image')}."
    for gap in told.gaps:
        yield f"In series {gap.series_instance_uid} no image has the number {gap.numbers}."
    yield from (f"{plural(count, 'image')} {words}" for count, words in _counts(told) if count)


def _counts(told: Completeness) -> Iterator[tuple[int, str]]:
    yield told.cut, "cut off or damaged on the disc, sent as they were."
    yield told.clashes, "with the number of another image but other content; both were sent."
    yield told.copies, "twice on the disc with the same bytes; each was sent once."
    yield told.wrong_references, "elsewhere than the disc's index says; found and sent."
    yield told.extra if told.named is not None else 0, "not in the disc's index; found and sent."


def _were(count: int) -> str:
    return "was" if count == 1 else "were"
