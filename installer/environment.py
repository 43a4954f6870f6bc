"""Both programs of this folder work in the locked environment, whichever Python started them."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
APP = ROOT / "build" / "frozen" / "secondread" / ("secondread.exe" if sys.platform == "win32" else "secondread")


def go_on_in_environment(module: str) -> None:
    """Return at once inside `.venv`; elsewhere make it ready, run the module there, and leave with its exit code."""
    if Path(sys.prefix) == ROOT / ".venv":
        return
    sys.path.insert(0, str(ROOT))
    import dev

    dev.STATE.mkdir(exist_ok=True)
    with dev.one_at_a_time():
        dev.provide_system_packages("test")
        python = dev.provide_environment()
    sys.exit(subprocess.run([str(python), "-m", module, *sys.argv[1:]], cwd=ROOT, check=False).returncode)
