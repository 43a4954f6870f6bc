"""The frame worker's own process: `secondread frame-worker` reads requests, draws, answers, and touches nothing else.

It gets the bytes of a file, never its name, so that what a hostile stream makes of it can reach no other file by a
link. What is damaged in an unforeseen way ends this process; the window starts another.
"""

import io
import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from typing import TYPE_CHECKING, BinaryIO, cast

from secondread_desktop.adapters import frame_messages as messages
from secondread_desktop.adapters.frame_messages import Answer, Ask, Nonsense, Shown, Unshown
from secondread_shared.frames.picture import FrameUnshowable, Picture, Unshowable

if TYPE_CHECKING:
    from secondread_shared.frames.render import OpenImage

_MEMORY_BYTES = 3 << 30  # of addresses, libraries included; the largest file that is taken has 512 MiB
_OPEN_FILES = 64
_NOT_OURS = ("gdcm", "PIL", "pylibjpeg", "requests", "tqdm")  # other decoders, and what fetches test files
_LONGEST_S = 30.0  # for one picture; the window's program waits for less, but it may be gone by then


def serve() -> int:
    """Answer until the window's program closes the pipe."""
    requests, answers = _pipes()
    _import_what_draws()
    _limit_this_process()
    held = Held(b"")
    while True:
        try:
            ask = messages.read(requests, Ask, longest=messages.LONGEST_ASK)
        except Nonsense:
            return 0
        if ask.size is not None:
            held = Held(b"")  # before the next comes: memory is bounded
            held = Held(requests.read(min(ask.size, messages.MOST_FILE_BYTES)))
        with _limited_time():
            answer = _answer(ask, held)
        messages.write(answers, answer)


def _pipes() -> tuple[BinaryIO, BinaryIO]:
    """Take standard input and output for the messages, and leave nothing there for a library to print to."""
    requests, answers = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nothing, stream)
    return requests, answers


def _import_what_draws() -> None:
    """Import it before this process is limited; what pydicom would take besides, where it is there, stays out."""
    cast("dict[str, None]", sys.modules).update(dict.fromkeys(_NOT_OURS))
    import imagecodecs
    import pypdfium2

    import secondread_shared.frames.render

    for module in (imagecodecs, pypdfium2, secondread_shared.frames.render):
        assert module.__name__ in sys.modules


def _limit_this_process() -> None:
    """Bound memory, and forbid written files and core dumps, where the system can; time is the parent's matter."""
    try:
        import resource
    except ImportError:  # Windows has no such limits: the parent's time limit remains
        return
    for kind, bound in (
        (resource.RLIMIT_AS, _MEMORY_BYTES),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_NOFILE, _OPEN_FILES),
    ):
        _, hard = resource.getrlimit(kind)
        allowed = bound if hard == resource.RLIM_INFINITY else min(bound, hard)
        resource.setrlimit(kind, (allowed, allowed))


@contextmanager
def _limited_time() -> Iterator[None]:
    """End this process where a picture takes too long, also inside a library, where the system can."""
    if not hasattr(signal, "setitimer"):  # Windows: the parent's time limit remains
        yield
        return
    signal.setitimer(signal.ITIMER_REAL, _LONGEST_S)
    yield
    signal.setitimer(signal.ITIMER_REAL, 0)


class Held:
    """The file that came last. Its header is read once, so that frames and windows of it follow quickly."""

    def __init__(self, content: bytes) -> None:
        self.content = content

    @cached_property
    def image(self) -> "OpenImage":
        """The file as an image. Raises `FrameUnshowable`."""
        from secondread_shared.frames.render import OpenImage

        return OpenImage(io.BytesIO(self.content))


def _answer(ask: Ask, held: Held) -> Answer:
    try:
        return Shown(_draw(ask, held))
    except FrameUnshowable as refusal:
        return Unshown(refusal.reason, refusal.seconds)
    except MemoryError:
        return Unshown(Unshowable.TOO_LARGE)
    except RecursionError:
        return Unshown(Unshowable.DAMAGED)


def _draw(ask: Ask, held: Held) -> Picture:
    if ask.is_document:
        from secondread_desktop.adapters.document_pages import render_page

        return render_page(held.content, page=ask.frame, fit=ask.fit)
    return held.image.render(frame=ask.frame, window=ask.window, fit=ask.fit, is_bare=ask.is_bare)
