"""Freeze the desktop into `build/frozen/secondread`: a folder that runs where there is no Python."""

import shutil
import subprocess
import sys
import time
from pathlib import Path

if __package__ in (None, ""):
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from installer.environment import APP, ROOT, go_on_in_environment

LIMIT_MB = 220  # the window takes 160 of it; what grows beyond this unasked is a mistake


def freeze() -> Path:
    """Run PyInstaller and return the program. Raises `CalledProcessError` with its words on standard error."""
    shutil.rmtree(APP.parent, ignore_errors=True)
    folders = ["--distpath", str(APP.parents[1]), "--workpath", str(ROOT / "build" / "pyinstaller")]
    spec = ROOT / "installer" / "secondread.spec"
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN", *folders, str(spec)]
    subprocess.run(command, cwd=ROOT, check=True)
    return APP


def size_mb(folder: Path) -> float:
    """Return the size of a folder in megabytes, links counted once."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file() and not path.is_symlink()) / 1e6


def main() -> int:
    """Freeze, and tell how large it became."""
    go_on_in_environment("installer.build")
    started = time.monotonic()
    app = freeze()
    megabytes = size_mb(app.parent)
    print(f"{app.relative_to(ROOT)}: {megabytes:.0f} MB in {time.monotonic() - started:.0f} s")
    return 0 if megabytes <= LIMIT_MB else 1


if __name__ == "__main__":
    sys.exit(main())
