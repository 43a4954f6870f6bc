"""The child process that draws frames of one case: it gets bytes, never a path, and answers with PNGs.

Run as `python -m secondread_server.adapters.frame_child`. A request is a length (unsigned, 4 bytes, little endian), a
`FrameRequest` of that many bytes as JSON, and `size` bytes of the file unless it is the one that was sent last. Answers
are frames as `child_process` writes them:

P  facts as JSON, I follows      I  the picture, a PNG      N  not shown: the reason
"""

import hashlib
import io
import os
import struct
import sys
from typing import BinaryIO

import imagecodecs
import msgspec
import numpy

from secondread_server.adapters.child_process import limit_this_process, write_frame
from secondread_server.services.image_ports import FrameAsk, FrameFacts
from secondread_shared.frames.picture import FrameUnshowable, Picture, Unshowable
from secondread_shared.frames.render import render_frame

LENGTH = struct.Struct("<I")
MOST_FILE_BYTES = 512 << 20
_MEMORY_BYTES = 3 << 30  # of addresses, libraries included
_CPU_SECONDS = 1200  # of one child's whole life
_MOST_REQUEST = 4096
_QUICK = 1  # PNG's compression: a screen waits for it
_PROBE = numpy.zeros((1, 1), numpy.uint8)  # loads the encoder while files may still be opened


class FrameRequest(msgspec.Struct, frozen=True):
    """What the parent asks. `size` is None where the file is the one that was sent last."""

    sha256: str
    ask: FrameAsk
    size: int | None = None


def main() -> int:
    """Answer until the parent closes the pipe."""
    requests, answers = _pipes()
    imagecodecs.png_encode(_PROBE)
    limit_this_process(memory_bytes=_MEMORY_BYTES, cpu_seconds=_CPU_SECONDS)
    held = b""
    while (request := _read(requests)) is not None:
        if request.size is not None:
            held = b""  # before the next comes: memory is bounded
            held = requests.read(min(request.size, MOST_FILE_BYTES))
        _answer(answers, request, held)
    return 0


def _pipes() -> tuple[BinaryIO, BinaryIO]:
    """Take standard input and output for the messages, and leave nothing there for a library to print to."""
    requests, answers = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nothing, stream)
    return requests, answers


def _read(requests: BinaryIO) -> FrameRequest | None:
    head = requests.read(LENGTH.size)
    if len(head) != LENGTH.size:
        return None
    (length,) = LENGTH.unpack(head)
    return msgspec.json.decode(requests.read(min(length, _MOST_REQUEST)), type=FrameRequest)


def _answer(answers: BinaryIO, request: FrameRequest, content: bytes) -> None:
    try:
        if hashlib.sha256(content).hexdigest() != request.sha256:
            raise FrameUnshowable(Unshowable.DAMAGED)
        ask = request.ask
        picture = render_frame(io.BytesIO(content), frame=ask.frame, window=ask.window, fit=ask.fit)
        png = png_of(picture)
    except FrameUnshowable as refusal:
        write_frame(answers, b"N", refusal.reason.value.encode())
    except (MemoryError, RecursionError):
        write_frame(answers, b"N", Unshowable.TOO_LARGE.value.encode())
    else:
        facts = FrameFacts(picture.frame_count, picture.aspect, picture.window, picture.presets)
        write_frame(answers, b"P", msgspec.json.encode(facts))
        write_frame(answers, b"I", png)


def png_of(picture: Picture) -> bytes:
    """Return a picture as a PNG."""
    shape = (picture.height, picture.width, *([3] if picture.channels == 3 else []))
    pixels = numpy.frombuffer(picture.pixels, numpy.uint8).reshape(shape)
    return bytes(imagecodecs.png_encode(pixels, level=_QUICK))


if __name__ == "__main__":
    sys.exit(main())
