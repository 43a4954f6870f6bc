"""A folder or mounted disc as a medium: walked in its own directory order, never left through a link.

Archives that lie in it, ZIP files and disc images, are folders too: `parts` go on inside them.
"""

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self

from secondread_desktop.adapters.archive_files import files_inside, is_autorun, is_program
from secondread_desktop.adapters.archive_shelf import ArchiveShelf, Place, TooMuch
from secondread_desktop.adapters.archive_streams import Source
from secondread_desktop.adapters.fingerprint import fingerprint
from secondread_desktop.adapters.moments import kept_ns
from secondread_desktop.adapters.part_names import leads_below
from secondread_desktop.core.catalogue import Finding, FoundFile
from secondread_desktop.core.nothing_found import NO_ROOM_CODE
from secondread_desktop.errors import AttachmentUnreadable, DiscUnreadable, DiskFull, MemberDamaged, MemberLocked
from secondread_desktop.services.ports import Flag

_FLAGS = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
_MOST_DEEP = 100  # folders in folders; no disc is made so, and each level costs a frame and an open directory


@dataclass(slots=True)
class OpenMediumFile:
    """An open file of a medium; see `ports.OpenFile`."""

    stream: BinaryIO
    size: int
    mtime_ns: int
    beneath: ExitStack = field(default_factory=ExitStack)  # what a file inside an archive is read from

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with self.beneath:
            self.stream.close()


class MediaFolder:
    """One source, number `number` (from 1). A single file is a medium too."""

    def __init__(self, root: str, number: int, *, shelf: ArchiveShelf | None = None) -> None:
        self._root = Path(root)
        self._name = str(self._root)
        self._number = number
        self._shelf = shelf or ArchiveShelf()
        self._prints: dict[tuple[tuple[str, ...], int, int], bytes] = {}  # of the archives that lie on the medium

    def walk(self) -> Iterator[FoundFile | Finding]:
        """Yield the files in the order in which the folders list them. Raises `DiscUnreadable`."""
        self._prints.clear()  # another disc may lie there now
        if self._root.is_file():
            yield self._found((self._root.name,), self._root.stat(), in_viewer=False, beside_autorun=False)
            return
        try:
            listed = _listed(self._root)
        except OSError:
            raise DiscUnreadable(self._number) from None
        yield from self._walk_folder((), listed, in_viewer=False)

    def inside(self, archive: FoundFile, *, cancel: Flag | None = None) -> Iterator[FoundFile | Finding]:
        """Yield what is in a file that is an archive; what cannot be opened is a finding. Raises `DiscUnreadable`."""
        try:
            with ExitStack() as kept:
                outer, inner = self._outermost(archive.parts)
                source = Source(kept.enter_context(outer).stream, outer.size)
                key = self._key(outer, archive.parts, inner)
                index = self._shelf.archive(source, key, inner, cancel=cancel).index
        except TooMuch as refusal:
            yield Finding(refusal.code, self._number, archive.parts)
        except DiskFull:
            yield Finding(NO_ROOM_CODE, self._number, archive.parts)
        except OSError as error:  # of the archive, or of the disc that it lies on
            is_disc = not isinstance(error, MemberDamaged | MemberLocked)
            if is_disc and not self.is_present():
                raise DiscUnreadable(self._number) from None
            yield Finding("archive_damaged", self._number, archive.parts)
        else:
            yield from files_inside(index, archive)

    def open(self, parts: tuple[str, ...]) -> OpenMediumFile:
        """Open a file without following a link or waiting for a pipe."""
        outer, inner = self._outermost(parts)
        if not inner:
            return outer
        with ExitStack() as kept:
            source = Source(kept.enter_context(outer).stream, outer.size)
            try:
                member, stream = self._shelf.member(source, self._key(outer, parts, inner), inner)
            except TooMuch:
                raise FileNotFoundError from None
            return OpenMediumFile(stream, member.size, member.mtime_ns, kept.pop_all())

    def _key(self, outer: OpenMediumFile, parts: tuple[str, ...], inner: tuple[str, ...]) -> tuple[Place]:
        """Return what tells the outermost archive from another under the same name, on a disc put in later, too."""
        named = parts[: len(parts) - len(inner)], outer.size, outer.mtime_ns
        if named not in self._prints:  # once for each archive: its two ends are far from what is read
            self._prints[named] = fingerprint(Source(outer.stream, outer.size))
        return (Place(self._name, *named, self._prints[named]),)

    def _outermost(self, parts: tuple[str, ...]) -> tuple[OpenMediumFile, tuple[str, ...]]:
        """Open the file itself, or the archive on the medium that holds it, and return what is left of its name."""
        if leads_below(parts, os.path):  # else only an archive can have it, and the system must not see it
            try:
                return self._open(os.path.join(self._name, *parts)), ()  # noqa: PTH118 - a `Path` takes longer to make
            except (FileNotFoundError, NotADirectoryError):
                pass
            except OSError:  # also what Windows says of a name that it cannot have
                if (held := self._holding(parts)) is None:
                    raise
                return held
        held = self._holding(parts)
        if held is None:
            raise FileNotFoundError
        return held

    def _holding(self, parts: tuple[str, ...]) -> tuple[OpenMediumFile, tuple[str, ...]] | None:
        """Open the archive on the medium that holds a file, if one does."""
        if self._root.is_file():  # it is the file that is meant, or what is in it
            return (self._open(self._name), parts[1:]) if parts[:1] == (self._root.name,) else None
        for count in range(1, len(parts)):
            if not leads_below(parts[count - 1 : count], os.path):
                return None
            path = self._root.joinpath(*parts[:count])
            if stat.S_ISREG(path.lstat().st_mode):
                return self._open(str(path)), parts[count:]
        return None

    def _open(self, path: str) -> OpenMediumFile:
        try:
            descriptor = os.open(path, _FLAGS)
        except ValueError:  # a zero byte: no file of a medium is called so, but what is in an archive may be
            raise FileNotFoundError from None
        except OSError as error:
            if error.errno == errno.ENAMETOOLONG:  # again only inside an archive
                raise FileNotFoundError from None
            raise
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode):
            os.close(descriptor)
            raise FileNotFoundError
        return OpenMediumFile(os.fdopen(descriptor, "rb"), status.st_size, kept_ns(status.st_mtime_ns))

    def is_present(self) -> bool:
        """Tell whether there is anything at the root: an empty mount point means that the disc is out."""
        try:
            return self._root.is_file() or next(self._root.iterdir(), None) is not None
        except OSError:
            return False

    def _walk_folder(
        self, parts: tuple[str, ...], listed: list["os.DirEntry[str]"], *, in_viewer: bool
    ) -> Iterator[FoundFile | Finding]:
        here_in_viewer = in_viewer or (bool(parts) and any(is_program(entry.name) for entry in listed))
        beside_autorun = not parts and any(is_autorun(entry.name) for entry in listed)
        for entry in listed:
            below = (*parts, entry.name)
            try:
                yield from self._entry(entry, below, in_viewer=here_in_viewer, beside_autorun=beside_autorun)
            except OSError:
                yield Finding("unreadable", self._number, below)

    def _entry(
        self, entry: "os.DirEntry[str]", parts: tuple[str, ...], *, in_viewer: bool, beside_autorun: bool
    ) -> Iterator[FoundFile | Finding]:
        if entry.is_symlink():
            if not self._stays_inside(entry.path):
                yield Finding("link_skipped", self._number, parts)
        elif entry.is_dir(follow_symlinks=False) and len(parts) > _MOST_DEEP:
            yield Finding("too_deep", self._number, parts)
        elif entry.is_dir(follow_symlinks=False):
            yield from self._walk_folder(
                parts, _listed(Path(entry.path)), in_viewer=in_viewer or is_program(entry.name)
            )
        elif entry.is_file(follow_symlinks=False):
            status = entry.stat(follow_symlinks=False)
            yield self._found(parts, status, in_viewer=in_viewer, beside_autorun=beside_autorun)
        else:
            yield Finding("not_a_file", self._number, parts)

    def _stays_inside(self, path: str) -> bool:
        """Tell whether a link leads to something that the walk meets anyway."""
        try:
            return Path(path).resolve(strict=True).is_relative_to(self._root.resolve())
        except (OSError, RuntimeError):
            return False

    def _found(
        self, parts: tuple[str, ...], status: os.stat_result, *, in_viewer: bool, beside_autorun: bool
    ) -> FoundFile:
        return FoundFile(
            source=self._number,
            parts=parts,
            size=status.st_size,
            mtime_ns=kept_ns(status.st_mtime_ns),
            in_viewer=in_viewer,
            beside_autorun=beside_autorun,
        )


def _listed(folder: Path) -> list["os.DirEntry[str]"]:
    with os.scandir(folder) as entries:
        return list(entries)


def named_document(path: str, number: int) -> FoundFile:
    """Return a document that a person named, as the file of source `number`. Raises `AttachmentUnreadable`."""
    try:
        with MediaFolder(str(Path(path).parent), number).open((Path(path).name,)) as opened:
            return FoundFile(source=number, parts=(Path(path).name,), size=opened.size, mtime_ns=opened.mtime_ns)
    except OSError:
        raise AttachmentUnreadable(number) from None
