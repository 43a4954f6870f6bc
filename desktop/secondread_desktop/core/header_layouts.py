"""Remembers how headers were laid out: the images of a series differ in values, hardly in tags, VRs and lengths.

A run of elements that came once is looked for again by one `struct` call and one comparison. It is taken only where
every tag, VR and length is the same byte for byte: what was remembered changes how soon an answer comes, never which.
"""

from dataclasses import dataclass
from struct import Struct

_MOST_RUNS = 1024
_MOST_ELEMENTS = 64
LONGEST_IN_RUN = 2048  # a longer value will hardly lie within the window

Element = tuple[bytes, int, int]  # the bytes before the value, the tag, the value's length


@dataclass(frozen=True, slots=True)
class Run:
    """Elements that follow each other; `wanted` are tag, offset and length of the values to take."""

    elements: tuple[Element, ...]
    struct: Struct
    heads: tuple[bytes, ...]
    size: int
    first: int
    last: int
    wanted: tuple[tuple[int, int, int], ...]


class Layouts:
    """The runs of one encoding that were met so far, by the first 8 bytes of their first element."""

    __slots__ = ("_runs", "_wanted")

    def __init__(self, wanted: frozenset[int]) -> None:
        self._wanted = wanted
        self._runs: dict[bytes, Run] = {}

    def at(self, data: bytes, place: int) -> Run | None:
        """Return the run that lies at a place, whole within `data`."""
        run = self._runs.get(data[place : place + 8])
        if run is None or place + run.size > len(data):
            return None
        heads = run.struct.unpack_from(data, place)
        return run if heads == run.heads else self._shortened(run, heads)

    def learn(self, elements: list[Element]) -> None:
        """Remember elements that followed each other, and forget them in the list."""
        for start in range(0, len(elements), _MOST_ELEMENTS):
            self._keep(elements[start : start + _MOST_ELEMENTS])
        elements.clear()

    def _shortened(self, run: Run, heads: tuple[bytes, ...]) -> Run | None:
        """Remember only as much of a run as lies here: what follows varies."""
        same = next(n for n, (head, known) in enumerate(zip(heads, run.heads, strict=True)) if head != known)
        return self._keep(run.elements[:same])

    def _keep(self, elements: "list[Element] | tuple[Element, ...]") -> Run | None:
        if not elements:
            return None
        if len(self._runs) >= _MOST_RUNS:
            self._runs.clear()
        run = _run(tuple(elements), self._wanted)
        self._runs[run.heads[0][:8]] = run
        return run


def _run(elements: tuple[Element, ...], kept: frozenset[int]) -> Run:
    wanted = []
    place = 0
    for head, tag, length in elements:
        place += len(head)
        if tag in kept:
            wanted.append((tag, place, length))
        place += length
    return Run(
        elements=elements,
        struct=Struct("<" + "".join(f"{len(head)}s{length}x" for head, _, length in elements)),
        heads=tuple(head for head, _, _ in elements),
        size=place,
        first=elements[0][1],
        last=elements[-1][1],
        wanted=tuple(wanted),
    )
