"""Changed images of every transfer syntax through the real child: a picture or a reason, and then a sound picture.

`python -m tests.fuzz.fuzz_frames --minutes 10 --seed 1`; what gave a finding is kept as a file, and
`python -m tests.fuzz.fuzz_frames FILE` tries it again. A child that ends is no finding if the next picture comes.
"""

import argparse
import io
import random
import sys
import tempfile
import threading
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

import numpy

from secondread_desktop.adapters.frame_worker import FrameWorker
from secondread_desktop.adapters.media_folder import OpenMediumFile
from secondread_desktop.core.catalogue import FoundFile
from secondread_desktop.core.look import Look
from secondread_shared.frames.picture import FrameUnshowable, Picture
from tests.support.image_files import RAMP, encapsulated, instance
from tests.support.syntax_files import JPEG, KINDS, SMOOTH, file_of, jpeg

SLOWEST_S = 8.0  # a picture; the window goes on meanwhile
_GO_ON = threading.Event()
_NUMBERS = (0, 1, 2, 0x7F, 0x80, 0xFF, 0x7FFF, 0xFFFE, 0xFFFF, 0x7FFFFFFF, 0xFFFFFFFE, 0xFFFFFFFF, 1 << 24)
_TOKENS = (
    b"\xfe\xff\x00\xe0", b"\xfe\xff\xdd\xe0", b"\xe0\x7f\x10\x00", b"\xff\xd8", b"\xff\xd9", b"\xff\xc0", b"\xff\xc3",
    b"\xff\xc4", b"\xff\xda", b"\xff\x4f\xff\x51", b"\xff\x52", b"\xff\x90", b"\xff\xf7", b"\xff\x0a", b"OB\0\0",
    b"SQ\0\0\xff\xff\xff\xff", b"\x28\x00\x10\x00US\x02\x00\xff\xff",
)  # fmt: skip


@dataclass
class Result:
    """How a run went: outcomes by their words, findings by what was raised or missed."""

    outcomes: Counter[str] = field(default_factory=Counter)
    findings: Counter[str] = field(default_factory=Counter)
    kept: list[Path] = field(default_factory=list)
    ended_children: int = 0
    slowest_s: float = 0.0


def seeds() -> list[bytes]:
    """Return an honest file of each transfer syntax, and some with more in them."""
    plane = {0x60000010: ("US", 16), 0x60000011: ("US", 16), 0x60000050: ("SS", [1, 1]), 0x60003000: ("OW", bytes(32))}
    ramps = {f"{name}PaletteColorLookupTableData": bytes(512) for name in ("Red", "Green", "Blue")}
    ramps |= {f"{name}PaletteColorLookupTableDescriptor": [256, 0, 16] for name in ("Red", "Green", "Blue")}
    return [
        *(file_of(name) for name in KINDS),
        encapsulated([jpeg(SMOOTH)] * 3, SMOOTH, syntax=f"{JPEG}50", fragments=2, has_bot=False),
        instance(numpy.stack([RAMP] * 3), WindowCenter=[1, 2], WindowWidth=[3, 4], elements=plane),
        instance(RAMP, PhotometricInterpretation="PALETTE COLOR", **ramps),
    ]


def changed(content: bytes, chance: random.Random) -> bytes:
    """Return a file with one to eight changes, most of them in its stream or near its head's end."""
    made = bytearray(content)
    stream = max(made.rfind(b"\xe0\x7f\x10\x00"), 0)
    for _ in range(chance.choice((1, 1, 1, 2, 4, 8))):
        place = min(
            chance.choice((chance.randrange(len(made)), stream + int(chance.expovariate(1 / 60)))), len(made) - 1
        )
        match chance.randrange(6):
            case 0:
                made[place] ^= 1 << chance.randrange(8)
            case 1:
                made[place : place + 4] = chance.randbytes(4)
            case 2:
                width = chance.choice((1, 2, 4))
                number = chance.choice(_NUMBERS) & ((1 << 8 * width) - 1)
                made[place : place + width] = number.to_bytes(width, chance.choice(("little", "big")))  # type: ignore[arg-type]
            case 3:
                token = chance.choice(_TOKENS)
                made[place : place + chance.choice((0, len(token)))] = token
            case 4:
                del made[place : place + chance.choice((1, 2, 8, 64))]
            case _:
                made[place:place] = made[place : place + 64] * chance.choice((1, 40))
    return bytes(made) or b"\0"


class Trial:
    """A worker, and the sound image that must come after each one that is not."""

    def __init__(self, keep: Path) -> None:
        self._worker = FrameWorker()
        self._sound = instance(RAMP)
        self._expected = self._show(self._sound, 0)
        self._keep = keep
        self._number = 1
        self.result = Result()

    def try_one(self, content: bytes) -> None:
        """Try one file, and look whether the window could go on."""
        start, child = time.monotonic(), self._worker.child_id
        self._number += 1
        try:
            self._show(content, self._number)
            outcome = "shown"
        except FrameUnshowable as refusal:
            outcome = refusal.reason.value
        except Exception as error:
            self._find(f"{type(error).__name__}", content)
            outcome = "raised"
        took_s = time.monotonic() - start
        self.result.slowest_s = max(self.result.slowest_s, took_s)
        self.result.outcomes[outcome] += 1
        if took_s > SLOWEST_S:
            self._find("too slow", content)
        if self._worker.child_id != child:
            self.result.ended_children += 1
            if self._show(self._sound, 0) != self._expected:
                self._find("no sound picture afterwards", content)

    def close(self) -> None:
        """End the child."""
        self._worker.close()

    def _show(self, content: bytes, number: int) -> Picture:
        file = FoundFile(1, (f"IM{number}",), len(content), number)
        opened = OpenMediumFile(io.BytesIO(content), len(content), number)
        return self._worker.show(opened, Look(file, fit=64), cancel=_GO_ON)

    def _find(self, what: str, content: bytes) -> None:
        self.result.findings[what] += 1
        path = self._keep / f"frames-{self._number}"
        path.write_bytes(content)
        self.result.kept.append(path)


def run(*, seed: int, keep: Path, count: int | None = None, seconds: float = 0.0) -> Result:
    """Try so many files, or for so long."""
    chance, honest, trial = random.Random(seed), seeds(), Trial(keep)
    until = time.monotonic() + seconds
    try:
        for content in honest:
            trial.try_one(content)
        while trial.result.outcomes.total() < count if count is not None else time.monotonic() < until:
            trial.try_one(changed(chance.choice(honest), chance))
    finally:
        trial.close()
    return trial.result


def main() -> int:
    """Run from the command line, and tell what came out."""
    parser = argparse.ArgumentParser(prog="tests.fuzz.fuzz_frames", description=__doc__)
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("files", nargs="*", type=Path, help="try only these again")
    options = parser.parse_args()
    keep = Path(tempfile.mkdtemp(prefix="secondread-fuzz-"))
    if options.files:
        trial = Trial(keep)
        for path in options.files:
            trial.try_one(path.read_bytes())
        result = trial.result
        trial.close()
    else:
        result = run(seed=options.seed, keep=keep, seconds=60 * options.minutes)
    print(f"frames: {result.outcomes.total()} files, slowest {result.slowest_s:.1f} s")
    print(f"  children that ended: {result.ended_children}")
    for word, number in result.outcomes.most_common():
        print(f"  {word}: {number}")
    for finding, number in result.findings.most_common():
        print(f"  FINDING {finding}: {number}", file=sys.stderr)
    for path in result.kept:
        print(f"  kept: {path}", file=sys.stderr)
    return 1 if result.findings else 0


if __name__ == "__main__":
    sys.exit(main())
