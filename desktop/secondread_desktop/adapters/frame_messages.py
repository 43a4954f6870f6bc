"""What the window's program and its frame worker say to each other: a length (4 bytes, big endian), then msgpack."""

import struct
from typing import BinaryIO, TypeVar

import msgspec

from secondread_shared.frames.picture import Picture, Unshowable, Window

LENGTH = struct.Struct(">I")
LONGEST_ASK = 4096
LONGEST_ANSWER = 256 << 20
MOST_FILE_BYTES = 512 << 20
Message = TypeVar("Message")


class Ask(msgspec.Struct, frozen=True):
    """A wanted picture. `size` bytes of the file follow; None means the file that came last."""

    frame: int
    is_document: bool
    size: int | None = None
    window: Window | None = None
    fit: int | None = None
    is_bare: bool = False


class Shown(msgspec.Struct, frozen=True, tag=True):
    """Here it is."""

    picture: Picture


class Unshown(msgspec.Struct, frozen=True, tag=True):
    """There is none."""

    reason: Unshowable
    seconds: float | None = None


Answer = Shown | Unshown


class Nonsense(Exception):
    """The other side ended, or said what cannot be."""


def write(stream: BinaryIO, message: msgspec.Struct) -> None:
    """Write one message."""
    content = msgspec.msgpack.encode(message)
    stream.write(LENGTH.pack(len(content)))
    stream.write(content)
    stream.flush()


def read(stream: BinaryIO, kind: type[Message], *, longest: int) -> Message:
    """Read one message. Raises `Nonsense`."""
    head = stream.read(LENGTH.size)
    length = LENGTH.unpack(head)[0] if len(head) == LENGTH.size else longest + 1
    content = stream.read(length) if length <= longest else b""
    if len(content) != length:
        raise Nonsense
    try:
        return msgspec.msgpack.decode(content, type=kind)
    except msgspec.DecodeError:
        raise Nonsense from None
