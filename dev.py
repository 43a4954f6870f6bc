#!/usr/bin/env python3
"""Makes a bare machine ready, then runs the project: `python3 dev.py demo | test | check | bench`.

Standard library only: this file runs before anything is installed. What it installs stays in `.dev/` and `.venv/`,
but for the system packages of Debian and Ubuntu in `NEEDS`, which it adds only as root.
"""

import sys

if sys.version_info < (3, 11):  # noqa: UP036 - whoever reads this sentence has an older one
    sys.exit("SecondRead needs Python 3.11 or later. Start dev.py with a newer one, for example: python3.11 dev.py")

import argparse
import contextlib
import ctypes.util
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sysconfig
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent
STATE = ROOT / ".dev"
UV_VERSION = "0.13.9"
BIN = "Scripts" if os.name == "nt" else "bin"
EXIT_MISSING = 2


def has_venv() -> bool:
    """Tell whether this Python can make an environment that holds pip (Debian packs that apart)."""
    return importlib.util.find_spec("ensurepip") is not None


def has_browser() -> bool:
    """Tell whether Chromium is here with its driver."""
    return all(shutil.which(program) for program in ("chromium", "chromedriver"))


def has_dcmtk() -> bool:
    """Tell whether dcmtk's programs are here."""
    return shutil.which("dcmdjpeg") is not None


def has_npm() -> bool:
    """Tell whether npm is here: Debian's, or one that came with a Node.js from elsewhere."""
    return shutil.which("npm") is not None


def has_postgres() -> bool:
    """Tell whether the server's programs are where Debian puts them, or on the path."""
    return shutil.which("initdb") is not None or any(Path("/usr/lib/postgresql").glob("*/bin/initdb"))


def has_window_libraries() -> bool:
    """Tell whether Qt finds the system's libraries on Linux, and the tests a screen and a keyboard of their own."""
    libraries = ("EGL", "GL", "xkbcommon-x11", "xcb-cursor", "xcb-icccm", "xcb-image", "xcb-keysyms", "xcb-randr")
    libraries += ("xcb-render-util", "xcb-shape", "xcb-xkb", "dbus-1", "fontconfig")
    if not sys.platform.startswith("linux"):
        return True
    return all(map(ctypes.util.find_library, libraries)) and all(map(shutil.which, ("Xvfb", "xdotool")))


def has_freezing_tools() -> bool:
    """Tell whether PyInstaller finds objdump and the shared libpython that it needs on Linux."""
    library = Path(sysconfig.get_config_var("LIBDIR") or "/", sysconfig.get_config_var("INSTSONAME") or "missing")
    return not sys.platform.startswith("linux") or (shutil.which("objdump") is not None and library.exists())


@dataclass(frozen=True, slots=True)
class Need:
    """System packages that some commands need: what for, which, whether they are there, whether we stop without."""

    purpose: str
    packages: tuple[str, ...]
    commands: frozenset[str]
    is_met: Callable[[], bool]
    is_required: bool


EVERY_COMMAND = frozenset({"demo", "test", "check", "bench"})
NEEDS = (
    Need("the private environment", ("python3-venv", "python3-pip"), EVERY_COMMAND, has_venv, is_required=True),
    Need(
        "the frozen desktop's tests",
        ("binutils", f"libpython{sys.version_info[0]}.{sys.version_info[1]}"),
        frozenset({"test"}),
        has_freezing_tools,
        is_required=False,
    ),
    Need(
        "the window's tests",
        (
            "libegl1",
            "libgl1",
            "libxkbcommon0",
            "libxkbcommon-x11-0",
            "libxcb-cursor0",
            "libxcb-icccm4",
            "libxcb-image0",
            "libxcb-keysyms1",
            "libxcb-randr0",
            "libxcb-render-util0",
            "libxcb-shape0",
            "libxcb-xkb1",
            "libdbus-1-3",
            "libfontconfig1",
            "fonts-dejavu-core",
            "xvfb",
            "xdotool",
        ),
        frozenset({"test"}),
        has_window_libraries,
        is_required=False,
    ),
    Need("the browser tests", ("chromium", "chromium-driver"), frozenset({"test"}), has_browser, is_required=False),
    Need("a second opinion on decoders", ("dcmtk",), frozenset({"test"}), has_dcmtk, is_required=False),
    Need("the tests on PostgreSQL", ("postgresql",), frozenset({"test"}), has_postgres, is_required=False),
    Need("axe-core, which looks for barriers", ("npm",), frozenset({"test"}), has_npm, is_required=False),
)


def say(sentence: str) -> None:
    """Tell the person at the terminal, on standard error, so that a program's own output stays clean."""
    print(f"dev.py: {sentence}", file=sys.stderr, flush=True)


def provide_system_packages(command: str) -> None:
    """Install what is missing, or print how; stop only if nothing would work without it."""
    unmet = [need for need in NEEDS if command in need.commands and not need.is_met()]
    if unmet and may_install():
        apt_install([need.packages for need in unmet])
        importlib.invalidate_caches()
        unmet = [need for need in unmet if not need.is_met()]
    for need in unmet:
        say(f"for {need.purpose}, please run: {install_command(need.packages)}")
    if any(need.is_required for need in unmet):
        sys.exit(EXIT_MISSING)


def may_install() -> bool:
    """Tell whether this is Debian or Ubuntu, and we are root."""
    return shutil.which("apt-get") is not None and os.name == "posix" and os.geteuid() == 0


def install_command(packages: tuple[str, ...]) -> str:
    """Return the command that a person would type."""
    if shutil.which("apt-get"):
        return f"sudo apt-get install {' '.join(packages)}"
    return f"your system's installer for what Debian calls {', '.join(packages)}"


def apt_install(wanted: list[tuple[str, ...]]) -> None:
    """Install Debian packages without questions, so that one which cannot be had keeps no other away.

    Whether it sufficed is looked at afterwards.
    """
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(["apt-get", "update", "-qq"], env=environment, stdout=sys.stderr, check=False)
    with (STATE / "apt.log").open("wb") as log:
        for packages in wanted:
            say(f"installing system packages: {' '.join(packages)}")
            command = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages]
            result = subprocess.run(command, env=environment, stdout=log, stderr=subprocess.STDOUT, check=False)
            if result.returncode:
                say(f"apt-get failed; its words are in {STATE / 'apt.log'}")


def child_environment() -> dict[str, str]:
    """Return our environment for programs of the project's: its own interpreter first, nothing else taken away."""
    kept = {name: value for name, value in os.environ.items() if name not in ("VIRTUAL_ENV", "PYTHONHOME")}
    return kept | {"PATH": os.pathsep.join([str(ROOT / ".venv" / BIN), kept.get("PATH", os.defpath)])}


def fingerprint() -> str:
    """Return what the environment depends on, as a digest: the lock, the projects, the interpreter, uv."""
    digest = hashlib.sha256(f"{UV_VERSION} {sys.version} {sys.executable}".encode())
    for path in [ROOT / "uv.lock", ROOT / "pyproject.toml", *sorted(ROOT.glob("*/pyproject.toml"))]:
        digest.update(path.read_bytes())
    return digest.hexdigest()


@contextlib.contextmanager
def one_at_a_time() -> Iterator[None]:
    """Let a second dev.py wait until the first has finished making the environment."""
    with (STATE / "lock").open("wb") as file:
        if os.name == "nt":
            import msvcrt

            msvcrt.locking(file.fileno(), msvcrt.LK_LOCK, 1)  # type: ignore[attr-defined,unused-ignore]
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX)
        yield


def provide_environment() -> Path:
    """Make or refresh `.venv` from the lock, unless it is as it should be, and return its interpreter."""
    python = ROOT / ".venv" / BIN / ("python.exe" if os.name == "nt" else "python")
    stamp = STATE / "stamp"
    wanted = fingerprint()
    if python.exists() and stamp.exists() and stamp.read_text() == wanted:
        return python
    uv = provide_uv()
    say("installing the locked environment into .venv (a minute the first time)")
    run_or_stop([str(uv), "sync", "--frozen", "--quiet", "--python", sys.executable], "uv sync")
    stamp.write_text(wanted)
    return python


def provide_uv() -> Path:
    """Install the pinned uv by pip into an environment of its own, and return the program."""
    folder = STATE / f"uv-{UV_VERSION}"
    program = folder / BIN / ("uv.exe" if os.name == "nt" else "uv")
    if not program.exists():
        say(f"fetching uv {UV_VERSION} into {folder.relative_to(ROOT)}")
        run_or_stop([sys.executable, "-m", "venv", "--clear", str(folder)], "making an environment")
        pip = [str(folder / BIN / "python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        run_or_stop([*pip, f"uv=={UV_VERSION}"], "pip install")
    return program


def run_or_stop(command: list[str], name: str) -> None:
    """Run a step of the preparation from the root; leave with its status if it fails."""
    result = subprocess.run(command, cwd=ROOT, env=child_environment(), stdout=sys.stderr, check=False)
    if result.returncode:
        say(f"{name} failed (exit {result.returncode}); its words are above")
        sys.exit(1)


def become(command: list[str]) -> int:
    """Run a program in our place, from the root, so that Ctrl-C reaches it alone."""
    sys.stdout.flush()
    os.chdir(ROOT)
    if os.name == "posix":
        os.execve(command[0], command, child_environment())
    return subprocess.run(command, env=child_environment(), check=False).returncode


def demo(python: Path, arguments: list[str]) -> int:
    """Send a sample disc to a receiver on this machine."""
    return become([str(python), "-m", "tests.support.demo", *arguments])


def test(python: Path, arguments: list[str]) -> int:
    """Run the default suite."""
    return become([str(python), "-m", "pytest", *arguments])


def bench(python: Path, arguments: list[str]) -> int:
    """Run the benchmarks, if there are any."""
    folder = ROOT / "tests" / "benchmarks"
    if not any(folder.glob("bench_*.py")):
        say("there are no benchmarks yet")
        return 0
    peers = [
        str(provide_uv()),
        "sync",
        "--frozen",
        "--quiet",
        "--inexact",
        "--group",
        "bench",
        "--python",
        sys.executable,
    ]
    if subprocess.run(peers, cwd=ROOT, env=child_environment(), stdout=sys.stderr, check=False).returncode:
        say("dicomsdl, to compare with, could not be installed: what needs it is skipped")
    options = ["-o", "python_files=bench_*.py", "-o", "timeout=0", "-s", "-q"]
    return become([str(python), "-m", "pytest", *options, str(folder), *arguments])


def check(python: Path, arguments: list[str]) -> int:
    """Run every check, and tell at the end which failed."""
    scripts = python.parent
    checks = {
        "ruff check": [str(scripts / "ruff"), "check", *arguments],
        "ruff format": [str(scripts / "ruff"), "format", "--check"],
        "mypy": [str(scripts / "mypy")],
        "import contracts": [str(scripts / "lint-imports")],
        "architecture": [str(python), "-m", "pytest", "-q", "tests/test_architecture.py"],
    }
    failed = []
    for name, command in checks.items():
        say(name)
        if subprocess.run(command, cwd=ROOT, env=child_environment(), check=False).returncode:
            failed.append(name)
    say(f"failed: {', '.join(failed)}" if failed else "all checks passed")
    return 1 if failed else 0


COMMANDS = {"demo": demo, "test": test, "check": check, "bench": bench}


def read_arguments(arguments: list[str]) -> tuple[str, list[str]]:
    """Return the command and what is passed on to it."""
    parser = argparse.ArgumentParser(prog="dev.py", description="Makes the machine ready, then runs the project.")
    commands = parser.add_subparsers(dest="command", required=True, metavar="demo|test|check|bench")
    demonstration = commands.add_parser("demo", help="send a sample disc to a receiver on this machine, verified")
    demonstration.add_argument("--once", action="store_true", help="compare every SHA-256, then end")
    for name in ("test", "check", "bench"):
        commands.add_parser(name, help=COMMANDS[name].__doc__, add_help=False)
    known, rest = parser.parse_known_args(arguments)
    if known.command == "demo":
        if rest:
            parser.error(f"demo does not know {' '.join(rest)}")
        rest = ["--once"] if known.once else []
    return known.command, rest


def main(arguments: list[str]) -> int:
    """Make the machine ready and run one command."""
    command, rest = read_arguments(arguments)
    STATE.mkdir(exist_ok=True)
    with one_at_a_time():
        provide_system_packages(command)
        python = provide_environment()
    return COMMANDS[command](python, rest)


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
