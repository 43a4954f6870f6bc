"""What the children that read hostile bytes have in common: their bounds, and the frames in which they answer."""

import struct
from typing import BinaryIO

FRAME = struct.Struct("<cI")  # a kind, the length of what follows


def limit_this_process(*, memory_bytes: int, cpu_seconds: int) -> None:
    """Bound memory and processor time, and forbid files and processes, where the system can."""
    try:
        import resource
    except ImportError:  # Windows has no such limits: the parent's time limit remains
        return
    for kind, bound in (
        (resource.RLIMIT_AS, memory_bytes),
        (resource.RLIMIT_CPU, cpu_seconds),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_NOFILE, 16),
    ):
        _, hard = resource.getrlimit(kind)
        allowed = bound if hard == resource.RLIM_INFINITY else min(bound, hard)
        resource.setrlimit(kind, (allowed, allowed))


def write_frame(output: BinaryIO, kind: bytes, content: bytes) -> None:
    """Write one frame."""
    output.write(FRAME.pack(kind, len(content)))
    output.write(content)
    output.flush()
