"""The decoder's child may die, hang or lie: the receiver notices, and nothing else is touched."""

import subprocess
import sys
from pathlib import Path

import pytest

from secondread_server.adapters.parcel_decoder import ChildDecoder
from secondread_server.errors import ParcelUnusable
from tests.support.case_client import make_parcel

CASE = "a" * 32
BEHAVIOURS = {
    "dies at once": "import os; os._exit(9)",
    "dies in an entry": "import sys, struct, os; sys.stdout.buffer.write(struct.pack('<cI', b'E', 1) + b'1'); "
    "sys.stdout.buffer.flush(); os._exit(9)",
    "claims a huge frame": "import sys, struct; sys.stdout.buffer.write(struct.pack('<cI', b'D', 1 << 31))",
    "talks nonsense": "import sys; sys.stdout.buffer.write(b'Q' + bytes(4))",
    "hangs": "import signal; signal.pause()",
}


@pytest.mark.parametrize("behaviour", sorted(BEHAVIOURS))
def test_a_child_that_misbehaves_makes_the_parcel_unusable(tmp_path: Path, behaviour: str) -> None:
    path = tmp_path / "parcel"
    path.write_bytes(make_parcel(CASE, {1: b"x"}))
    command = (sys.executable, "-c", BEHAVIOURS[behaviour])
    with pytest.raises(ParcelUnusable):
        list(ChildDecoder(command=command, start_seconds=1.0).decode(path, case=CASE, ordinal=1))


def test_a_consumer_that_stops_early_leaves_no_child_behind(tmp_path: Path) -> None:
    path = tmp_path / "parcel"
    path.write_bytes(make_parcel(CASE, {n: bytes(500_000) for n in range(1, 20)}))
    events = ChildDecoder().decode(path, case=CASE, ordinal=1)
    next(events)
    events.close()  # type: ignore[attr-defined]
    commands = [entry / "cmdline" for entry in Path("/proc").iterdir() if entry.name.isdigit()]
    assert not [command for command in commands if str(path).encode() in _content(command)]


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:  # it has just ended
        return b""


@pytest.mark.skipif(sys.platform != "linux", reason="the limits are Linux's")
def test_the_child_cannot_write_files_and_cannot_eat_memory() -> None:
    program = (
        "from secondread_server.adapters.child_process import limit_this_process\n"
        "import tempfile, signal\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "limit_this_process(memory_bytes=1 << 30, cpu_seconds=900)\n"
        "refused = 0\n"
        "try:\n    bytearray(2 << 30)\nexcept MemoryError:\n    refused += 1\n"
        "try:\n    f = open(tempfile.mktemp(), 'wb', buffering=0); f.write(b'x')\nexcept OSError:\n    refused += 1\n"
        "print(refused)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout == "2\n"
