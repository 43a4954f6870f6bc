"""Every kind of disc by name: `python -m tests.desktop.discs OUT` writes them all into a folder, for people to try.

With `--agree character-sets` it writes anew the reports beside the tests of the kinds whose names begin so.
"""

import sys
import tempfile
from pathlib import Path

from tests.desktop.disc_kinds import (
    character_discs,
    container_discs,
    damage_discs,
    index_discs,
    junk_discs,
    name_discs,
    object_discs,
    people_discs,
)
from tests.desktop.disc_kinds.looking import as_text, expected_at, report
from tests.desktop.disc_kinds.pressing import FAMILIES, KINDS, Disc, Files, Kind, press

__all__ = ["FAMILIES", "KINDS", "PARTS", "Disc", "Files", "Kind", "press"]

PARTS = (
    index_discs,
    name_discs,
    container_discs,
    damage_discs,
    people_discs,
    character_discs,
    object_discs,
    junk_discs,
)


def main(arguments: list[str]) -> int:
    """Write each kind into a folder of its own with a list of what each is, or the reports of those named."""
    if arguments[:1] == ["--agree"] and len(arguments) > 1:
        return _agree(arguments[1:])
    if len(arguments) != 1 or arguments[0].startswith("-"):
        print("usage: python -m tests.desktop.discs OUT | --agree BEGINNING_OF_A_NAME...")
        return 2
    out = Path(arguments[0])
    lines = []
    for kind in KINDS:
        press(kind.make(), out / kind.family.replace(" ", "-") / kind.slug)
        lines.append(f"{kind.family}: {kind.name}\n    {kind.says}\n")
    (out / "README.txt").write_text("\n".join(lines), encoding="utf-8")
    print(f"{len(KINDS)} discs in {out}")
    return 0


def _agree(beginnings: list[str]) -> int:
    """Write the reports of the kinds named as they are now: to be read line by line before they are kept."""
    for kind in KINDS:
        if kind.slug.startswith(tuple(beginnings)):
            with tempfile.TemporaryDirectory() as folder:
                agreed = as_text(report(kind.make(), Path(folder) / "disc"))
            expected_at(kind).write_text(agreed, encoding="utf-8")
            print(f"{expected_at(kind).name}: {kind.says}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
