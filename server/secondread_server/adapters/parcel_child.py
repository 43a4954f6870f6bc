"""The child process that decodes a parcel: it reads one file, writes frames to standard output, and nothing else.

Run as `python -m secondread_server.adapters.parcel_child PATH CASE ORDINAL`. A frame is a kind (one byte), a length
(unsigned, 4 bytes, little endian) and that many bytes:

E  an entry begins: its ordinal, decimal        D  original bytes of that entry
F  the entry is over: empty, or why it is bad   X  the parcel is unusable: why        Z  all done
"""

import struct
import sys
from pathlib import Path
from typing import BinaryIO

from secondread_shared.errors import CodecError, ParcelError
from secondread_shared.parcel.layout import ParcelEntry
from secondread_shared.parcel.reader import ParcelReader

FRAME = struct.Struct("<cI")
_MEMORY_BYTES = 1 << 30
_CPU_SECONDS = 900


def main() -> int:
    """Decode the parcel that the arguments name."""
    path, case, ordinal = sys.argv[1], sys.argv[2], int(sys.argv[3])
    limit_this_process()
    output = sys.stdout.buffer
    try:
        with Path(path).open("rb") as file, ParcelReader(file, case=case, ordinal=ordinal) as parcel:
            for entry in parcel.index.entries:
                _write_entry(output, parcel, entry)
    except (ParcelError, MemoryError, RecursionError) as error:
        write_frame(output, b"X", str(getattr(error, "reason", "memory")).encode())
        return 1
    write_frame(output, b"Z", b"")
    return 0


def limit_this_process() -> None:
    """Bound memory and processor time, and forbid files and processes, where the system can."""
    try:
        import resource
    except ImportError:  # Windows has no such limits: the parent's time limit remains
        return
    for kind, bound in (
        (resource.RLIMIT_AS, _MEMORY_BYTES),
        (resource.RLIMIT_CPU, _CPU_SECONDS),
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


def _write_entry(output: BinaryIO, parcel: ParcelReader, entry: ParcelEntry) -> None:
    write_frame(output, b"E", str(entry.ordinal).encode())
    reason = ""
    try:
        for block in parcel.blocks(entry):
            write_frame(output, b"D", block)
    except (ParcelError, CodecError) as error:
        reason = error.reason or "undecodable"
    write_frame(output, b"F", reason.encode())


if __name__ == "__main__":
    sys.exit(main())
