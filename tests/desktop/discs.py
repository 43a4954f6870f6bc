"""Every kind of disc by name: `python -m tests.desktop.discs OUT` writes them all into a folder, for people to try."""

import sys
from pathlib import Path

from tests.desktop.disc_kinds import (
    character_discs,
    damage_discs,
    index_discs,
    junk_discs,
    name_discs,
    object_discs,
    people_discs,
)
from tests.desktop.disc_kinds.pressing import FAMILIES, KINDS, Disc, Files, Kind, press

__all__ = ["FAMILIES", "KINDS", "PARTS", "Disc", "Files", "Kind", "press"]

PARTS = (
    index_discs,
    name_discs,
    damage_discs,
    people_discs,
    character_discs,
    object_discs,
    junk_discs,
)


def main(arguments: list[str]) -> int:
    """Write each kind into a folder of its own, with a list of what each is."""
    if len(arguments) != 1:
        print("usage: python -m tests.desktop.discs OUT")
        return 2
    out = Path(arguments[0])
    lines = []
    for kind in KINDS:
        press(kind.make(), out / kind.family.replace(" ", "-") / kind.slug)
        lines.append(f"{kind.family}: {kind.name}\n    {kind.says}\n")
    (out / "README.txt").write_text("\n".join(lines), encoding="utf-8")
    print(f"{len(KINDS)} discs in {out}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
