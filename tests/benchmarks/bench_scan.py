"""How fast discs are looked through, against other readers of headers in the same run, warm and by turns."""

import importlib.util
import os
import statistics
import subprocess
import sys
import threading
import time
import warnings
from collections.abc import Callable
from pathlib import Path

import pytest

from secondread_desktop.adapters.contents import FileContents
from secondread_desktop.adapters.media_folder import MediaFolder
from secondread_desktop.adapters.system import SystemClock
from secondread_desktop.core.events import ExamsSeen
from secondread_desktop.errors import Interrupted
from secondread_desktop.services.onlooker import Onlooker
from secondread_desktop.services.scan import scan
from tests.benchmarks.ct_discs import make_ct_disc

COUNT = 2000
MANY = 20_000
ROUNDS = 7
KEYWORDS = (
    "SpecificCharacterSet", "SOPClassUID", "SOPInstanceUID", "StudyDate", "Modality", "StudyDescription",
    "SeriesDescription", "PatientName", "PatientID", "PatientBirthDate", "PatientSex", "StudyInstanceUID",
    "SeriesInstanceUID", "InstanceNumber",
)  # fmt: skip
TAGS = [
    0x00080005, 0x00080016, 0x00080018, 0x00080020, 0x00080060, 0x00081030, 0x0008103E, 0x00100010, 0x00100020,
    0x00100030, 0x00100040, 0x0020000D, 0x0020000E, 0x00200013,
]  # fmt: skip


@pytest.fixture(scope="module")
def disc(tmp_path_factory):
    return make_ct_disc(tmp_path_factory.mktemp("disc"), count=COUNT)


def files_of(root: Path) -> list[str]:
    return [str(Path(folder, name)) for folder, _, names in os.walk(root) for name in names]


def ours(root: Path) -> int:
    """Look through a folder as the window does, whole."""
    media = [MediaFolder(str(root), 1)]
    contents = Onlooker(FileContents(), lambda _: None, clock=SystemClock())
    return len(scan(media, contents=contents, tell=lambda _: None, cancel=threading.Event()).instances)


def by_pydicom(root: Path) -> int:
    """Read each header, and do nothing with it."""
    from pydicom import dcmread

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return sum(dcmread(path, stop_before_pixels=True) is not None for path in files_of(root))


def by_gdcm(root: Path) -> int:
    """List and scan for our tags."""
    import gdcm

    directory = gdcm.Directory()
    directory.Load(str(root), True)
    scanner = gdcm.Scanner()
    for tag in TAGS:
        scanner.AddTag(gdcm.Tag(tag >> 16, tag & 0xFFFF))
    assert scanner.Scan(directory.GetFilenames())
    return len(directory.GetFilenames())


def by_dicomsdl(root: Path) -> int:
    """Read each header as far as our last tag, and take the values that we take."""
    import dicomsdl

    count = 0
    for path in files_of(root):
        dataset = dicomsdl.open_file(path, load_until=0x00200014)
        count += len([getattr(dataset, keyword) for keyword in KEYWORDS]) > 0
    return count


def by_dicomsdl_whole(root: Path) -> int:
    """Open each file as the library does by itself; no value is taken from it."""
    import dicomsdl

    return sum(dicomsdl.open_file(path) is not None for path in files_of(root))


def by_dicomsdl_open(root: Path) -> int:
    """Only open each header up to its pixels: no value is taken from it."""
    import dicomsdl

    return sum(dicomsdl.open_file(path, load_until=0x7FE00000) is not None for path in files_of(root))


def contenders() -> dict[str, Callable[[Path], int]]:
    """Return the readers that are here by their names, ours first."""
    found = {"SecondRead, the whole scan": ours, "pydicom, stop_before_pixels": by_pydicom}
    others = {
        "gdcm": {"gdcm, Scanner": by_gdcm},
        "dicomsdl": {
            "dicomsdl, our 14 values": by_dicomsdl,
            "dicomsdl, open_file": by_dicomsdl_whole,
            "dicomsdl, to pixels, no value": by_dicomsdl_open,
        },
    }
    for module, readers in others.items():
        if importlib.util.find_spec(module):
            found |= readers
        else:
            print(f"\n{module} is not installed: dev.py bench does so")
    return found


def measured(read: Callable[[Path], int], disc: Path) -> tuple[float, float]:
    """Return the seconds that a reading took, and those of them that the processor worked for it."""
    started, worked = time.perf_counter(), time.process_time()
    assert read(disc) == COUNT
    return time.perf_counter() - started, time.process_time() - worked


def test_scan_against_other_readers(disc):
    readers = contenders()
    names = list(readers)
    took: dict[str, list[tuple[float, float]]] = {name: [] for name in names}
    for turn in range(ROUNDS + 1):
        for name in names[turn % len(names) :] + names[: turn % len(names)]:
            took[name].append(measured(readers[name], disc))
    print(
        f"\n{COUNT} CT instances, warm: the best of {ROUNDS} rounds by turns, their median, the least of the processor"
    )
    figures = {
        name: (min(wall), statistics.median(wall), min(work))
        for name, (wall, work) in ((name, zip(*rounds[1:], strict=True)) for name, rounds in took.items())
    }
    own = figures[names[0]]
    for name, (best, median, work) in figures.items():
        print(
            f"  {name:30} {COUNT / best:7.0f} files/s, {1e6 * work / COUNT:6.0f} µs of processor a file; ours is "
            f"{best / own[0]:.2f} times as fast, {median / own[1]:.2f} by median, {work / own[2]:.2f} by processor"
        )


def test_how_soon_the_first_exam_is_seen_and_a_cancel_heard(disc):
    started = time.perf_counter()
    seen: list[float] = []
    cancel = threading.Event()
    asked = 0.0

    def tell(event: object) -> None:
        if isinstance(event, ExamsSeen):
            seen.append(time.perf_counter() - started)

    def ask() -> None:
        nonlocal asked
        asked = time.perf_counter()
        cancel.set()

    timer = threading.Timer(0.05, ask)
    timer.start()
    with pytest.raises(Interrupted):
        scan(
            [MediaFolder(str(disc), 1)],
            contents=Onlooker(FileContents(), tell, clock=SystemClock()),
            tell=tell,
            cancel=cancel,
        )
    heard = time.perf_counter() - asked
    print(f"\nfirst exam seen after {1000 * seen[0]:.1f} ms; a cancel heard after {1000 * heard:.1f} ms")


MEMORY = """
import re, sys, threading
from pathlib import Path
from secondread_desktop.adapters.contents import FileContents
from secondread_desktop.adapters.media_folder import MediaFolder
from secondread_desktop.adapters.system import SystemClock
from secondread_desktop.core.catalogue import patients_of
from secondread_desktop.services.onlooker import Onlooker
from secondread_desktop.services.scan import scan


def peak_kib():
    # not getrusage: that counts what the parent held when it forked
    return int(re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())[1])


contents = Onlooker(FileContents(), lambda _: None, clock=SystemClock())
before = peak_kib()
catalogue = scan([MediaFolder(sys.argv[1], 1)], contents=contents, tell=lambda _: None, cancel=threading.Event())
patients = patients_of(catalogue)
assert len(catalogue.instances) == int(sys.argv[2])
print(f"{len(catalogue.instances)} instances: peak {peak_kib() >> 10} MiB, {before >> 10} MiB of it before the scan;",
      "pydicom was", "needed" if "pydicom" in sys.modules else "not needed")
"""


def test_memory_of_a_large_disc(tmp_path):
    root = make_ct_disc(tmp_path, count=MANY)
    done = subprocess.run(
        [sys.executable, "-c", MEMORY, str(root), str(MANY)], capture_output=True, text=True, check=True
    )
    print(f"\n{done.stdout.strip()}")
