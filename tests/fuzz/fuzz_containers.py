"""Fuzz target: ZIP files and disc images, changed at random, as media. `python -m tests.fuzz.fuzz_containers --help`.

Whatever is in them, a scan ends within seconds and without an exception, and opening a file raises `OSError` at most.
A finding prints the seed of the one input, and keeps the input beside the temporary files.
"""

import argparse
import logging
import ntpath
import posixpath
import random
import resource
import signal
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path

from pydicom.data import get_testdata_file

from secondread_desktop.adapters.archive_shelf import ArchiveShelf
from secondread_desktop.adapters.contents import FileContents
from secondread_desktop.adapters.media_folder import MediaFolder, OpenMediumFile
from secondread_desktop.core.catalogue import Finding
from secondread_desktop.services.passwords import PasswordBook
from secondread_desktop.services.scan import scan
from secondread_desktop.ui.texts import FINDINGS
from tests.support.archives import ISO_KINDS, iso_of, locked_zip_of, streamed_zip_of, zip_of
from tests.support.fakes import Told
from tests.support.scratched import IsBad, ScratchedFolder

DATA = Path(__file__).resolve().parents[3] / "shared" / "data"
MOST_SECONDS = 5.0
MOST_MEGABYTES = 400  # above what the program had before the first input
PASSWORD = "open sesame"
_INTERESTING = (0, 1, 2, 3, 0x7F, 0x80, 0xFF, 0x7FFF, 0x8000, 0xFFFF, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFF, 2048, 4096)
_MARKS = (b"PK\x01\x02", b"PK\x03\x04", b"PK\x05\x06", b"PK\x06\x06", b"CD001", b"NSR02", b"BEA01", b"RR", b"NM", b"CE")
_NAMES = (b"DICOM/IM1", b"DICOM/A/IM2", b"IM1", b"IM2", b"DICOM", b"README", b"A/B/C", b"IN/a.zip", b"a.zip", b"b.iso")
_HOSTILE = (
    ("nothing", "here"), ("..", "..", "x"), ("", "x"), ("a\0b",), ("C:", "x"), ("..\\..\\x",), ("/etc/passwd",),
    ("é" * 3000,),
)  # fmt: skip
_MOST_READ = 1 << 20


def seeds() -> list[bytes]:
    """Return whole archives of every kind, with real images where there are some."""
    files = {"DICOM/IM1": _image("CT_small.dcm"), "DICOM/A/IM2": _image("MR_small.dcm"), "README": b"text" * 100}
    files |= {f"REAL/IM{number}": content for number, content in enumerate(_real_images())}
    small = {"DICOM/IM1": _image("MR_small.dcm"), "A/B/C": b"x" * 5000}
    inner = zip_of(small)
    made = [zip_of(files), zip_of(files, method=0), streamed_zip_of(files), locked_zip_of(small, PASSWORD.encode())]
    made += [zip_of({"IN/a.zip": inner, "b.iso": iso_of(small)}), zip_of(small, method=12)]
    made += [iso_of(files, kind) for kind in ISO_KINDS]
    return [*made, iso_of({"a.zip": inner} | small, "ridge"), iso_of(small, "udf")]


def changed(content: bytes, dice: random.Random) -> bytes:
    """Return an archive with one to eight changes."""
    made = bytearray(content)
    for _ in range(dice.choice((1, 1, 2, 3, 5, 8))):
        if len(made) > 16:
            dice.choice(_CHANGES)(made, dice)
    return bytes(made)


def try_input(path: Path, dice: random.Random) -> None:
    """Scan a folder with an archive as the program does, then open what was found, and what was not.

    One disc in three is scratched: now and then it cannot be read.
    """
    chance = dice.choice((0.0, 0.0, 0.01, 0.1)) if dice.random() < 0.5 else 0.0
    book = PasswordBook()
    book.add([PASSWORD])
    medium = _Watched(path, is_bad=lambda _place, _count: dice.random() < chance, shelf=ArchiveShelf(book))
    catalogue = scan([medium], contents=FileContents(), tell=Told(), cancel=threading.Event())
    assert {finding.code for finding in catalogue.findings} <= set(FINDINGS)
    (root,) = medium.walk()
    assert not isinstance(root, Finding)
    inside = [*medium.inside(root)]
    for item in inside[:50]:
        _read(medium, item.parts)
    assert len({item.parts for item in inside if not isinstance(item, Finding)}) == sum(
        not isinstance(item, Finding) for item in inside
    )
    for parts in ((item.parts for item in inside), (item.file.parts for item in catalogue.found)):
        assert all(_stays_on_windows(one) for one in parts)
    for hostile in _HOSTILE:
        _read(medium, (*root.parts, *hostile))
        _read(medium, hostile)


class _Watched(ScratchedFolder):
    """The folder of an archive, of which nothing but the archive is ever opened."""

    def __init__(self, archive: Path, *, is_bad: IsBad, shelf: ArchiveShelf) -> None:
        super().__init__(str(archive.parent), 1, endings=(archive.name,), is_bad=is_bad, shelf=shelf)
        self._folder = str(archive.parent)

    def _open(self, path: str) -> OpenMediumFile:
        assert posixpath.normpath(path).startswith(f"{self._folder}/"), path
        assert "\0" not in path
        return super()._open(path)


def _stays_on_windows(parts: tuple[str, ...]) -> bool:
    return ntpath.normpath(ntpath.join("D:\\", *parts)) == "D:\\" + "\\".join(parts)


def fuzz(*, seed: int, goes_on: Callable[[int], bool], is_timed: bool = False) -> int:
    """Try inputs while `goes_on(number)`; return how many. Raises what an input raises, after keeping that input."""
    whole, number = seeds(), 0
    with tempfile.TemporaryDirectory(prefix="fuzz-") as folder:
        path = Path(folder) / "a.bin"
        path.write_bytes(whole[0])
        try_input(path, random.Random(seed))
        before = _megabytes()
        while goes_on(number):
            number += 1
            dice = random.Random(f"{seed} {number}")
            path.write_bytes(changed(dice.choice(whole), dice))
            try:
                _try_in_time(path, before, dice=dice, is_timed=is_timed)
            except BaseException:
                kept = Path(tempfile.gettempdir()) / f"fuzz_containers_{seed}_{number}.bin"
                kept.write_bytes(path.read_bytes())
                print(f"input {number} of seed {seed}, kept as {kept}", file=sys.stderr)
                raise
    return number


def _try_in_time(path: Path, before: float, *, dice: random.Random, is_timed: bool) -> None:
    began = time.monotonic()
    if is_timed:
        signal.setitimer(signal.ITIMER_REAL, 4 * MOST_SECONDS)
    try:
        try_input(path, dice)
    finally:
        if is_timed:
            signal.setitimer(signal.ITIMER_REAL, 0)
    took = time.monotonic() - began
    assert took < MOST_SECONDS, f"took {took:.1f} s"
    assert _megabytes() - before < MOST_MEGABYTES, f"{_megabytes() - before:.0f} MB more than before"


def _read(medium: MediaFolder, parts: tuple[str, ...]) -> None:
    try:
        with medium.open(parts) as opened:
            opened.stream.read(_MOST_READ)
            opened.stream.seek(0)
            opened.stream.read(10)
    except OSError:
        return


def _image(name: str) -> bytes:
    return Path(str(get_testdata_file(name, download=False))).read_bytes()


def _real_images() -> list[bytes]:
    found = sorted(path for path in DATA.glob("*/*") if path.is_file() and path.stat().st_size < 40_000)
    return [path.read_bytes() for path in found[:3]]


def _megabytes() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _place(made: bytearray, dice: random.Random) -> int:
    """Choose a place: near a mark of a record as often as anywhere."""
    if dice.random() < 0.7:
        found = made.find(dice.choice(_MARKS), dice.randrange(len(made)))
        if found >= 0:
            return min(len(made) - 9, found + dice.randrange(60))
    return dice.randrange(len(made) - 8)


def _flip(made: bytearray, dice: random.Random) -> None:
    made[_place(made, dice)] ^= 1 << dice.randrange(8)


def _number(made: bytearray, dice: random.Random) -> None:
    size, place = dice.choice((1, 2, 4, 8)), _place(made, dice)
    value = dice.choice((*_INTERESTING, len(made), len(made) - 1, dice.randrange(len(made))))
    order = dice.choice(("little", "big"))
    made[place : place + size] = (value & ((1 << 8 * size) - 1)).to_bytes(size, order)


def _both(made: bytearray, dice: random.Random) -> None:
    """Write a number in both byte orders, as ISO 9660 does."""
    place, value = _place(made, dice), dice.choice((*_INTERESTING, dice.randrange(200))) & 0xFFFFFFFF
    made[place : place + 8] = value.to_bytes(4, "little") + value.to_bytes(4, "big")


def _cut(made: bytearray, dice: random.Random) -> None:
    del made[dice.randrange(1, len(made)) :]


def _drop(made: bytearray, dice: random.Random) -> None:
    place = _place(made, dice)
    del made[place : place + dice.randrange(1, 200)]


def _repeat(made: bytearray, dice: random.Random) -> None:
    place, count = _place(made, dice), dice.randrange(1, 3000)
    made[place:place] = made[place : place + count] * dice.choice((1, 1, 2, 50))


def _move(made: bytearray, dice: random.Random) -> None:
    size, source, target = dice.choice((4, 46, 300, 2048)), _place(made, dice), _place(made, dice)
    made[target : target + size] = made[source : source + size]


def _rename(made: bytearray, dice: random.Random) -> None:
    """Change a name wherever it is written, so that list and member still agree: odd characters, or another's name."""
    name = dice.choice(_NAMES)
    other = bytearray(dice.choice([same for same in _NAMES if len(same) == len(name)]))
    for _ in range(dice.randrange(4)):
        other[dice.randrange(len(other))] = dice.choice(b"\0\\:/. ?~\x7f\xff")
    made[:] = made.replace(name, other)


_CHANGES = (_flip, _flip, _number, _number, _both, _cut, _drop, _repeat, _move, _rename, _rename)


def main() -> int:
    """Run for some minutes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=10.0)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    logging.getLogger().addHandler(logging.NullHandler())  # as the program does: libraries comment on what they meet
    signal.signal(signal.SIGALRM, signal.default_int_handler)  # a hang ends as an interrupt, with its place
    until = time.monotonic() + 60 * options.minutes
    count = fuzz(seed=options.seed, goes_on=lambda _number: time.monotonic() < until, is_timed=True)
    print(f"{count} inputs in {options.minutes:g} minutes, seed {options.seed}: no finding")
    return 0


if __name__ == "__main__":
    sys.exit(main())
