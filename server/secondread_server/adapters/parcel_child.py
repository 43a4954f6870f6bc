"""The child process that decodes a parcel: it reads one file, writes frames to standard output, and nothing else.

Run as `python -m secondread_server.adapters.parcel_child PATH CASE ORDINAL`. A frame is a kind (one byte), a length
(unsigned, 4 bytes, little endian) and that many bytes:

E  an entry begins: its ordinal, decimal        D  original bytes of that entry
H  what the entry's own header says, as JSON     F  the entry is over: empty, or why it is bad
X  the parcel is unusable: why                   Z  all done
"""

import sys
from pathlib import Path
from typing import BinaryIO

import msgspec

from secondread_server.adapters.child_process import limit_this_process, write_frame
from secondread_server.adapters.instance_header import HEAD_BYTES, read_instance_header
from secondread_shared.errors import CodecError, ParcelError
from secondread_shared.parcel.layout import ParcelEntry
from secondread_shared.parcel.reader import ParcelReader

_MEMORY_BYTES = 1 << 30
_CPU_SECONDS = 900


def main() -> int:
    """Decode the parcel that the arguments name."""
    path, case, ordinal = sys.argv[1], sys.argv[2], int(sys.argv[3])
    limit_this_process(memory_bytes=_MEMORY_BYTES, cpu_seconds=_CPU_SECONDS)
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


def _write_entry(output: BinaryIO, parcel: ParcelReader, entry: ParcelEntry) -> None:
    write_frame(output, b"E", str(entry.ordinal).encode())
    reason, head = "", bytearray()
    try:
        for block in parcel.blocks(entry):
            write_frame(output, b"D", block)
            head += block[: HEAD_BYTES - len(head)]
    except (ParcelError, CodecError) as error:
        reason = error.reason or "undecodable"
    header = None if reason else read_instance_header(bytes(head))
    if header is not None:
        write_frame(output, b"H", msgspec.json.encode(header))
    write_frame(output, b"F", reason.encode())


if __name__ == "__main__":
    sys.exit(main())
