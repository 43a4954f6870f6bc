"""What a kind of disc is, and how one is pressed into a folder: first as files in memory, then packed, then written."""

import os
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

Files = dict[str, bytes]  # content by path; a name that is not UTF-8 carries its bytes as `os.fsdecode` does
Mutate = Callable[[Files], Files]

FAMILIES = ("index", "names", "containers", "damage", "people", "character sets", "object kinds", "junk")


def as_it_is(files: Files) -> Files:
    """Pack nothing."""
    return files


def nothing_more(folder: Path) -> None:
    """Add nothing."""


@dataclass(frozen=True, slots=True)
class Disc:
    """A disc in the making.

    `images` are the paths of its instances, which a mutation may change before `pack` makes containers of the files.
    `add` makes afterwards what is no plain file. `sources` are what is given to scan, below the folder. `broken` are
    instances without a header that anybody could read: they cannot be found, only named; of `unnamed` ones everything
    but the patient can be read. `hidden`: the instances are there, but nobody without the password can see them.
    """

    files: Files
    images: tuple[str, ...]
    pack: Mutate = as_it_is
    add: Callable[[Path], None] = nothing_more
    sources: tuple[str, ...] = ("",)
    passwords: tuple[str, ...] = ()
    denied: frozenset[str] = frozenset()
    bad_sectors: frozenset[str] = frozenset()
    broken: frozenset[str] = frozenset()
    unnamed: frozenset[str] = frozenset()
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Kind:
    """One named kind of disc. `says` is what is special about it and what a report must make of it."""

    family: str
    name: str
    says: str
    make: Callable[[], Disc] = field(repr=False)

    @property
    def slug(self) -> str:
        """The name as that of a file."""
        return re.sub(r"[^a-z0-9]+", "-", f"{self.family}-{self.name}".lower()).strip("-")


KINDS: list[Kind] = []


def disc(family: str, name: str) -> Callable[[Callable[[], Disc]], Callable[[], Disc]]:
    """Register the function below as a kind of disc; its docstring is what the kind says."""
    assert family in FAMILIES, family

    def register(make: Callable[[], Disc]) -> Callable[[], Disc]:
        KINDS.append(Kind(family, name, (make.__doc__ or "").strip(), make))
        return make

    return register


def plain(*parts: Files, images: Files | None = None) -> Disc:
    """Return a disc of `images` and other files, none of which are packed."""
    everything: Files = {}
    for part in (*parts, images or {}):
        assert not everything.keys() & part.keys(), "two files of one path"
        everything |= part
    return Disc(files=everything, images=tuple(images or {}))


def press(made: Disc, folder: Path, mutate: Mutate = as_it_is) -> tuple[Path, ...]:
    """Write a disc into a new folder and return its sources."""
    folder.mkdir(parents=True)
    for path, content in made.pack(mutate(dict(made.files))).items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
        if path in made.denied:
            os.chmod(target, 0)
    made.add(folder)
    return tuple(folder / source for source in made.sources)
