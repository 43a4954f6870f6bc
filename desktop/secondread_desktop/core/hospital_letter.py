"""A letter to the hospital about a disc that holds no images, or not all: what it says, before any words."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum

from secondread_desktop.core.catalogue import Catalogue
from secondread_desktop.core.completeness import completeness_of
from secondread_desktop.core.nothing_found import Kind

MOST_LISTED = 14  # lines of what is missing: a letter is one page
_LONGEST = 72  # signs of a path or title


@dataclass(frozen=True, slots=True)
class MissingExam:
    """An exam that is not whole: `count` of its `of` images are missing. `date` is ISO or empty; `of` 0: nobody knows.

    Title and date stand on the letter, which is the patient's own paper, and nowhere else.
    """

    title: str = field(repr=False)
    date: str = field(repr=False)
    count: int
    of: int = 0


def missing_in(catalogue: Catalogue) -> tuple[MissingExam, ...]:
    """Return the exams of which the disc's own index names more than the disc holds."""
    exams = completeness_of(catalogue).missing_exams
    return tuple(MissingExam(exam.description, exam.date, exam.missing, exam.named) for exam in exams)


@dataclass(frozen=True, slots=True)
class LetterContent:
    """The lines of a letter. `kind` is None for a disc that holds images, though not all or not all readable.

    `is_guess`: the kind is what the content looks like, and not what it says.
    """

    kind: Kind | None
    disc_label: str = field(repr=False)
    found: tuple[str, ...] = field(repr=False)
    missing: tuple[str, ...] = field(repr=False)
    asked: tuple[str, ...] = field(repr=False)
    is_guess: bool = False


class Role(StrEnum):
    """What a line of a letter is."""

    DATE = "date"
    BY_HAND = "by_hand"  # followed by a line to write on
    TITLE = "title"
    BODY = "body"
    SECTION = "section"
    ITEM = "item"
    SIGNATURE = "signature"  # as by hand, with room above
    SMALL = "small"


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph of a letter."""

    role: Role
    text: str = field(repr=False)


def shortened(text: str) -> str:
    """Return a path or title that fits on one line: what is too long gives way in its middle."""
    if len(text) <= _LONGEST:
        return text
    half = (_LONGEST - 1) // 2
    return f"{text[:half]}…{text[-half:]}"


def in_order(name: str) -> list[tuple[int, str]]:
    """Return a key that puts IM2 before IM10."""
    return [(int(part), "") if part.isdecimal() else (-1, part) for part in re.split(r"(\d{1,18})", name)]


def listed(exams: Iterable[str], files: Iterable[str]) -> tuple[tuple[str, ...], int, int]:
    """Return the lines that fit, exams before files, and how many exams and files had no room."""
    all_exams, all_files = tuple(exams), tuple(files)
    room = MOST_LISTED if not all_files else MOST_LISTED - 4
    some_exams = all_exams[:room]
    some_files = all_files[: MOST_LISTED - len(some_exams)]
    return some_exams + some_files, len(all_exams) - len(some_exams), len(all_files) - len(some_files)
