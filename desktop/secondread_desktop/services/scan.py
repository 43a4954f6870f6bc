"""Scan: look at every file of the sources once, by content, and say what is there and what could not be read."""

from collections.abc import Iterator, Sequence

from secondread_desktop.core.catalogue import Catalogue, Finding, Found, FoundFile, Header
from secondread_desktop.core.events import Scanning, Tell
from secondread_desktop.errors import DiscUnreadable, Interrupted
from secondread_desktop.services.ports import Contents, Examined, Flag, Medium, Sort
from secondread_desktop.services.tally import Tally

_TELL_EVERY = 50


def scan(media: Sequence[Medium], *, contents: Contents, tell: Tell, cancel: Flag) -> Catalogue:
    """Return what is on the media, in their order. Raises `DiscUnreadable` for one that is not there."""
    found: list[Found] = []
    findings: list[Finding] = []
    tally = Tally()
    seen = 0
    for medium in media:
        for item in _everything_on(medium):
            if cancel.is_set():
                raise Interrupted
            seen += 1
            if isinstance(item, Finding):
                findings.append(item)
                continue
            examined = _look(medium, item, contents=contents)
            tally.add(item, examined)
            found += _taken(item, examined)
            findings += [Finding(examined.problem, item.source, item.parts)] if examined.problem else []
            if seen % _TELL_EVERY == 0:
                tell(Scanning(files=seen, instances=len(found)))
    return Catalogue(tuple(found), tuple(findings), len(media), counts=tally.counts(), suspects=tally.suspects())


def _everything_on(medium: Medium) -> Iterator[FoundFile | Finding]:
    """Yield what the medium lists; one that went away meanwhile is no smaller disc, but a lost one."""
    number = 0
    for item in medium.walk():
        number = item.source
        yield item
    if number and not medium.is_present():
        raise DiscUnreadable(number)


def _look(medium: Medium, file: FoundFile, *, contents: Contents) -> Examined:
    if file.size == 0:
        return Examined(Sort.OTHER, problem="empty_file")
    try:
        with medium.open(file.parts) as opened:
            return contents.examine(opened.stream, size=opened.size)
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
