"""A medium in the order of names, with what a test cannot do to a real disc: denied files, bad sectors."""

import errno
import os
from collections.abc import Iterable, Iterator
from typing import Any

from secondread_desktop.core.catalogue import Finding, FoundFile
from secondread_desktop.services.ports import Medium, OpenFile
from tests.desktop.disc_kinds.pressing import Disc


class InOrderOfNames:
    """Another medium, whose folders are listed by name: a file system's own order differs from machine to machine.

    `walked` is everything that it has listed so far, `entered` the archives that were looked into.
    """

    def __init__(self, inner: Medium, made: Disc) -> None:
        self._inner = inner
        self._made = made
        self.walked: list[FoundFile | Finding] = []
        self.entered: list[FoundFile] = []

    def walk(self) -> Iterator[FoundFile | Finding]:
        """Yield everything by name."""
        yield from self._by_name(self._inner.walk())

    def inside(self, archive: FoundFile, **how: Any) -> Iterator[FoundFile | Finding]:
        """Yield what is inside an archive by name."""
        self.entered.append(archive)
        yield from self._by_name(self._inner.inside(archive, **how))

    def open(self, parts: tuple[str, ...]) -> OpenFile:
        """Open a file, unless the kind of disc says that nobody can."""
        path = "/".join(parts)
        if path in self._made.denied:
            raise PermissionError(errno.EACCES, "denied")
        if path in self._made.bad_sectors:
            raise OSError(errno.EIO, "a scratch")
        return self._inner.open(parts)

    def is_present(self) -> bool:
        """Tell whether the medium is there."""
        return self._inner.is_present()

    def _by_name(self, items: Iterable[FoundFile | Finding]) -> list[FoundFile | Finding]:
        listed = sorted(items, key=lambda item: [os.fsencode(part) for part in item.parts])
        self.walked += listed
        return listed
