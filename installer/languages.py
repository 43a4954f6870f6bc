"""Bring the window's languages up to date: sentences to `.ts` (Qt Linguist edits those), `.ts` to the `.qm` it reads.

Run it after a sentence was changed; it prints how many still want a translator.
"""

import re
import subprocess
import sys
from pathlib import Path

DESKTOP = Path(__file__).resolve().parents[1] / "desktop" / "secondread_desktop"
FOLDER = DESKTOP / "ui" / "languages"
SOURCES = (DESKTOP / "ui" / "sentences", DESKTOP / "ui" / "words.py", DESKTOP / "ui" / "texts.py")


def gather(file: Path) -> None:
    """Take new sentences into a `.ts` and gone ones out; English needs no more than its plurals."""
    files = [str(path) for source in SOURCES for path in (sorted(source.glob("*.py")) or [source])]
    few = ["-pluralonly"] if file.stem.endswith("_en") else []
    _run("pyside6-lupdate", *files, "-locations", "none", "-no-obsolete", "-silent", *few, "-ts", str(file))


def release(file: Path, out: Path) -> None:
    """Write the `.qm` of a `.ts`, whole sentences only."""
    _run("pyside6-lrelease", str(file), "-silent", "-qm", str(out))


def unfinished(file: Path) -> list[str]:
    """Return the sentences of a `.ts` that want a translator."""
    messages = re.findall(r"<message.*?</message>", file.read_text(encoding="utf-8"), re.DOTALL)
    return [re.sub(r".*<source>(.*?)</source>.*", r"\1", one, flags=re.DOTALL) for one in messages
            if 'type="unfinished"' in one]  # fmt: skip


def main() -> int:
    """Bring every language up to date."""
    missing = 0
    for file in sorted(FOLDER.glob("*.ts")):
        gather(file)
        release(file, file.with_suffix(".qm"))
        wanted = unfinished(file)
        missing += len(wanted)
        print(f"{file.stem}: {len(wanted)} to translate", *wanted, sep="\n  ")
    return 1 if missing else 0


def _run(program: str, *arguments: str) -> None:
    subprocess.run([str(Path(sys.executable).with_name(program)), *arguments], check=True)


if __name__ == "__main__":
    sys.exit(main())
