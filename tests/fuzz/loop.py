"""The small loop of every fuzz target: seeded changes of honest inputs, each tried within bounds, all counted.

A target is a function of bytes that returns a word for what came out (`"refused"`), and lets through whatever must not
happen. Run one as `python -m tests.fuzz.fuzz_NAME --minutes 10 --seed 1`; an input that gave a finding is kept as a
file, and `python -m tests.fuzz.fuzz_NAME FILE` tries it again.
"""

import argparse
import hashlib
import random
import signal
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

OPEN_IMAGES = Path(__file__).resolve().parents[3] / "shared" / "data"
_HANGS_AFTER_S = 60
_MOST_FINDINGS = 20
_NUMBERS = (0, 1, 2, 0x7F, 0x80, 0xFF, 0x7FFF, 0xFFFE, 0xFFFF, 0x7FFFFFFF, 0xFFFFFFFE, 0xFFFFFFFF, 1 << 24)


class Hangs(BaseException):
    """An input did not come to an end."""


@dataclass(frozen=True)
class Target:
    """What is tried. `tokens` are byte strings that mean something in the format; `most_bytes` bounds an input."""

    name: str
    seeds: Sequence[bytes]
    try_one: Callable[[bytes], str]
    tokens: Sequence[bytes] = (b"\0",)
    slowest_s: float = 2.0
    most_bytes: int = 1 << 20


@dataclass
class Result:
    """How a run went: outcomes by their words, findings by what was raised."""

    outcomes: Counter[str] = field(default_factory=Counter)
    findings: Counter[str] = field(default_factory=Counter)
    slowest_s: float = 0.0
    kept: list[Path] = field(default_factory=list)

    @property
    def tried(self) -> int:
        """The number of inputs."""
        return self.outcomes.total() + self.findings.total()


def inputs(target: Target, *, seed: int) -> Iterator[bytes]:
    """Yield every honest input, then changes of them without end; the same seed yields the same."""
    yield from target.seeds
    chance = random.Random(seed)
    while True:
        content = bytearray(chance.choice(target.seeds))
        for _ in range(chance.choice((1, 1, 1, 2, 3, 8))):
            _change(content, target, chance)
        yield bytes(content[: target.most_bytes])


@dataclass(frozen=True)
class _Spot:
    """Where a change is made, and with what at hand."""

    place: int
    span: int
    target: Target
    chance: random.Random


def _change(content: bytearray, target: Target, chance: random.Random) -> None:
    """Change one thing, most often near the beginning or the end, where the structure is."""
    if not content:
        content += chance.choice(target.tokens)
        return
    place = _place(len(content), chance)
    span = min(chance.choice((1, 2, 4, 8, 64, 1024)), len(content) - place)
    chance.choice(_CHANGES)(content, _Spot(place, span, target, chance))


def _flip(content: bytearray, spot: _Spot) -> None:
    content[spot.place] ^= 1 << spot.chance.randrange(8)


def _step(content: bytearray, spot: _Spot) -> None:
    content[spot.place] = (content[spot.place] + spot.chance.choice((-1, 1))) & 0xFF


def _scribble(content: bytearray, spot: _Spot) -> None:
    content[spot.place : spot.place + spot.span] = spot.chance.randbytes(spot.span)


def _number(content: bytearray, spot: _Spot) -> None:
    width = spot.chance.choice((1, 2, 4, 8))
    number = spot.chance.choice(_NUMBERS) & ((1 << 8 * width) - 1)
    order: Literal["little", "big"] = spot.chance.choice(("little", "big"))
    content[spot.place : spot.place + width] = number.to_bytes(width, order)


def _token(content: bytearray, spot: _Spot) -> None:
    token = spot.chance.choice(spot.target.tokens)
    content[spot.place : spot.place + spot.chance.choice((0, len(token)))] = token


def _cut(content: bytearray, spot: _Spot) -> None:
    del content[spot.place :]


def _remove(content: bytearray, spot: _Spot) -> None:
    del content[spot.place : spot.place + spot.span]


def _repeat(content: bytearray, spot: _Spot) -> None:
    again = content[spot.place : spot.place + spot.span]
    content[spot.place : spot.place] = again * spot.chance.choice((1, 1, 2, 50))


def _graft(content: bytearray, spot: _Spot) -> None:
    other = spot.chance.choice(spot.target.seeds)
    start = _place(len(other), spot.chance)
    content[spot.place : spot.place + spot.span] = other[start : start + spot.span]


_CHANGES = (_flip, _step, _scribble, _number, _token, _cut, _remove, _repeat, _graft)


def _place(length: int, chance: random.Random) -> int:
    if length == 0:
        return 0
    match chance.randrange(4):
        case 0:
            return chance.randrange(length)
        case 1:
            return length - 1 - chance.randrange(min(length, 256))
        case _:
            return chance.randrange(min(length, 1024))


def run(target: Target, *, seed: int, enough: Callable[[int], bool], keep: Path | None = None) -> Result:
    """Try inputs until `enough` of their number; keep those that gave findings in a folder."""
    result = Result()
    for content in inputs(target, seed=seed):
        if enough(result.tried) or result.findings.total() >= _MOST_FINDINGS:
            return result
        finding = _tried(target, content, result)
        if finding and keep is not None:
            result.kept.append(keep / f"{target.name}-{hashlib.sha256(content).hexdigest()[:16]}")
            result.kept[-1].write_bytes(content)
    return result


def _tried(target: Target, content: bytes, result: Result) -> str | None:
    """Try one input; return what must not have happened."""
    start = time.process_time()
    try:
        word = target.try_one(content)
    except (Exception, Hangs) as error:
        place = traceback.extract_tb(error.__traceback__)[-1]
        finding = f"{type(error).__name__} in {Path(place.filename).name}:{place.lineno}"
    else:
        finding = None
    took_s = time.process_time() - start
    result.slowest_s = max(result.slowest_s, took_s)
    if finding is None and took_s > target.slowest_s:
        finding = "took too long"
    if finding is None:
        result.outcomes[word] += 1
    else:
        result.findings[finding] += 1
    return finding


def assert_no_finding(target: Target, *, seed: int, count: int, keep: Path) -> Result:
    """Try a fixed number of inputs, for the normal suite."""
    result = run(target, seed=seed, enough=lambda tried: tried >= count, keep=keep)
    assert not result.findings, f"{dict(result.findings)}: {result.kept}"
    return result


@contextmanager
def _alarm() -> Iterator[None]:
    """Break off an input that hangs, even inside a loop of ours; each input winds the alarm up again."""

    def ring(*_: object) -> None:
        raise Hangs

    before = signal.signal(signal.SIGALRM, ring)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def _read_arguments(target: Target, arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog=f"tests.fuzz.fuzz_{target.name}", description=__doc__)
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path, help="the folder for inputs that gave findings")
    parser.add_argument("files", nargs="*", type=Path, help="try only these again, and show what is raised")
    return parser.parse_args(arguments)


def _peak_mib() -> int:
    import resource  # not on Windows, where only the short runs of the suite are

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10


def main(target: Target, arguments: Sequence[str] | None = None) -> int:
    """Run a target from the command line; tell counts, the slowest input and the peak of memory."""
    options = _read_arguments(target, arguments)
    if options.files:
        for path in options.files:
            print(f"{path}: {target.try_one(path.read_bytes())}")
        return 0
    keep = options.keep or Path(tempfile.mkdtemp(prefix="secondread-fuzz-"))
    until = time.monotonic() + 60 * options.minutes

    def enough(_: int) -> bool:
        signal.setitimer(signal.ITIMER_REAL, _HANGS_AFTER_S)
        return time.monotonic() >= until

    with _alarm():
        result = run(target, seed=options.seed, enough=enough, keep=keep)
    print(f"{target.name}: {result.tried} inputs from {len(target.seeds)} seeds, slowest {result.slowest_s:.2f} s")
    print(f"  peak of memory {_peak_mib()} MiB")
    for word, count in result.outcomes.most_common():
        print(f"  {word}: {count}")
    for finding, count in result.findings.most_common():
        print(f"  FINDING {finding}: {count}", file=sys.stderr)
    for path in result.kept:
        print(f"  kept: {path}", file=sys.stderr)
    return 1 if result.findings else 0
