"""Ticks: which files are chosen to be sent. Images of two people are never chosen together unless somebody says so."""

from collections.abc import Collection, Sequence
from enum import StrEnum

from secondread_desktop.core.catalogue import Catalogue, FoundFile
from secondread_desktop.core.exam_tree import Person

Files = frozenset[FoundFile]


class Tick(StrEnum):
    """The state of a box."""

    NONE = "none"
    SOME = "some"
    ALL = "all"


def tick_of(files: Files, ticked: Files) -> Tick:
    """Return the state of the box that stands for these files."""
    chosen = len(files & ticked)
    return Tick.NONE if chosen == 0 else Tick.ALL if chosen == len(files) else Tick.SOME


def toggled(files: Files, ticked: Files) -> Files:
    """Return the ticks after a press on a box: what is not whole becomes whole, what is whole becomes empty."""
    return ticked - files if files <= ticked else ticked | files


def first_ticks(catalogue: Catalogue, people: Sequence[Person]) -> Files:
    """Return what is ticked before anybody ticked: everything of one person, nothing where there are several.

    Nobody knows whose a document is, so it goes along by itself only where it can belong to one person alone.
    """
    if len(people) != 1:
        return frozenset()
    return people[0].files.union(item.file for item in catalogue.attachments)


def owners(people: Sequence[Person], ticked: Files) -> tuple[Person, ...]:
    """Return the people who have a tick."""
    return tuple(person for person in people if person.files & ticked)


def kept(ticked: Files, catalogue: Catalogue, *, seen: Collection[FoundFile]) -> Files:
    """Return the ticks that still mean something, and all of what was not `seen` when they were set."""
    there = frozenset(item.file for item in catalogue.found)
    return (ticked & there) | (there - frozenset(seen))


def image_count(people: Sequence[Person], ticked: Files) -> int:
    """Return how many images are ticked, documents apart."""
    return sum(len(person.files & ticked) for person in people)
