"""Scan: look at every file of the sources once, by content, and say what is there and what could not be read."""

from collections.abc import Iterator, Sequence

from secondread_desktop.core.catalogue import Catalogue, DiscIndex, Finding, Found, FoundFile, Header
from secondread_desktop.core.events import Scanning, Tell
from secondread_desktop.core.nothing_found import NO_ROOM_CODE
from secondread_desktop.errors import DiscUnreadable, DiskFull, Interrupted, MemberDamaged, MemberLocked
from secondread_desktop.services.duplicates import drop_copies
from secondread_desktop.services.heeding import heeding
from secondread_desktop.services.lost_index import as_lost_index
from secondread_desktop.services.ports import Contents, Examined, Flag, Medium
from secondread_desktop.services.slow_reading import SlowReading
from secondread_desktop.services.sorts import Sort
from secondread_desktop.services.tally import Tally
from secondread_desktop.services.unopened import problem_of

_TELL_EVERY = 50


def scan(
    media: Sequence[Medium], *, contents: Contents, tell: Tell, cancel: Flag, slowly: SlowReading | None = None
) -> Catalogue:
    """Return what is on the media, in their order. Raises `DiscUnreadable` for one that is not there, `Interrupted`.

    With `slowly` what cannot be read is asked for again.
    """
    seen = _Seen(tell)
    by_number: dict[int, Medium] = {}
    for medium in media:
        course = _Course(medium, cancel)
        for item in course:
            if cancel.is_set():
                raise Interrupted
            if isinstance(item, Finding):
                seen.count(item)
                continue
            by_number[item.source] = medium
            looked = _look(medium, item, contents=contents, cancel=cancel, slowly=slowly)
            examined = as_lost_index(item, looked)
            seen.count(item, examined)
            if examined.sort is Sort.ARCHIVE:
                course.enter(item)
    found, copies, clashes = drop_copies(seen.found, by_number, cancel=cancel)
    return Catalogue(
        found=tuple(found),
        findings=(*seen.findings, *clashes),
        source_count=len(media),
        indexes=tuple(seen.indexes),
        copies=tuple(copies),
        counts=seen.tally.counts(),
        suspects=seen.tally.suspects(),
    )


class _Seen:
    """What was met so far."""

    def __init__(self, tell: Tell) -> None:
        self.found: list[Found] = []
        self.findings: list[Finding] = []
        self.indexes: list[DiscIndex] = []
        self.tally = Tally()
        self._tell = tell
        self._files = 0

    def count(self, item: FoundFile | Finding, examined: Examined | None = None) -> None:
        """Take one more in."""
        self._files += 1
        if isinstance(item, Finding):
            self.findings.append(item)
        elif examined is not None:
            self.found += _taken(item, examined)
            self.tally.add(item, examined)
            problem = problem_of(item, examined)
            if problem:
                self.findings.append(Finding(problem, item.source, item.parts))
            if examined.sort is Sort.INDEX:
                self.indexes.append(DiscIndex(item, examined.index))
        if self._files % _TELL_EVERY == 0:
            self._tell(Scanning(files=self._files, instances=len(self.found)))


class _Course:
    """The way over one medium, and into each archive as it is met."""

    def __init__(self, medium: Medium, cancel: Flag) -> None:
        self._medium = medium
        self._cancel = cancel
        self._ways = [medium.walk()]

    def __iter__(self) -> Iterator[FoundFile | Finding]:
        """Yield what the medium lists; one that went away meanwhile is no smaller disc, but a lost one."""
        number = 0
        while self._ways:
            item = next(self._ways[-1], None)
            if item is None:
                self._ways.pop()
                continue
            number = item.source
            yield item
        if number and not self._medium.is_present():
            raise DiscUnreadable(number)

    def enter(self, archive: FoundFile) -> None:
        """Go on inside an archive, then with what comes after it."""
        self._ways.append(self._medium.inside(archive, cancel=self._cancel))


def _look(medium: Medium, file: FoundFile, *, contents: Contents, cancel: Flag, slowly: SlowReading | None) -> Examined:
    if file.size == 0:
        return Examined(Sort.OTHER, problem="empty_file")

    def examine() -> Examined:
        with medium.open(file.parts) as opened:
            return contents.examine(heeding(opened.stream, cancel), size=opened.size)

    try:
        return examine() if slowly is None else slowly.attempt(examine)
    except MemberDamaged:
        return Examined(Sort.OTHER, problem="member_damaged")
    except MemberLocked:
        return Examined(Sort.OTHER, problem="password_needed")
    except DiskFull:  # what is packed in an archive is unpacked to be looked at; the rest may need no room
        return Examined(Sort.OTHER, problem=NO_ROOM_CODE)
    except OSError:
        if not medium.is_present():
            raise DiscUnreadable(file.source) from None
        return Examined(Sort.OTHER, problem="unreadable")


def _taken(file: FoundFile, examined: Examined) -> list[Found]:
    if examined.sort is Sort.INSTANCE:
        return [Found(file, examined.header or Header())]
    return [Found(file)] if is_attachment(examined.sort, file) else []


def is_attachment(sort: Sort, file: FoundFile) -> bool:
    """Tell a report from a viewer's own pictures and manuals, which lie beside or below its programs."""
    if file.in_viewer:
        return False
    return sort is Sort.DOCUMENT or (sort is Sort.PICTURE and not file.beside_autorun)
