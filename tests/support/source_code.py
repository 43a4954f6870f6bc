"""The repository's own source, read as trees: what the architecture tests look at."""

import ast
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = (
    ROOT / "shared" / "secondread_shared",
    ROOT / "desktop" / "secondread_desktop",
    ROOT / "server" / "secondread_server",
)
Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True, slots=True)
class Module:
    """One source file and its tree."""

    path: Path
    text: str
    tree: ast.Module

    @property
    def name(self) -> str:
        """The path from the root, as people write it."""
        return self.path.relative_to(ROOT).as_posix()

    def functions(self) -> Iterator[Function]:
        """Yield every function and method, nested ones too."""
        return (node for node in ast.walk(self.tree) if isinstance(node, Function))

    def classes(self) -> Iterator[ast.ClassDef]:
        """Yield every class."""
        return (node for node in ast.walk(self.tree) if isinstance(node, ast.ClassDef))


@cache
def modules(*places: Path) -> tuple[Module, ...]:
    """Return the modules in folders or files, in order."""
    paths: list[Path] = []
    for place in places:
        paths += sorted(place.rglob("*.py")) if place.is_dir() else [place]
    return tuple(Module(path, text := path.read_text(encoding="utf-8"), ast.parse(text)) for path in paths)


def product() -> tuple[Module, ...]:
    """Return the modules of the three distributions."""
    return modules(*PACKAGES)


def everything_we_run() -> tuple[Module, ...]:
    """Return the product, what builds and starts it, and what the tests lean on."""
    return modules(*PACKAGES, ROOT / "dev.py", ROOT / "installer", ROOT / "tests" / "support")


def lines_of(node: ast.stmt) -> int:
    """Return how many lines a definition takes, decorators apart."""
    assert node.end_lineno is not None
    return node.end_lineno - node.lineno + 1


def tracked_files() -> list[Path]:
    """Return the files of the repository: those that git knows or would add, or without git those of the folders."""
    if shutil.which("git") and (ROOT / ".git").exists():
        command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
        listed = subprocess.run(command, cwd=ROOT, capture_output=True, check=True).stdout.decode()
        return [ROOT / name for name in sorted(listed.split("\0")) if name and (ROOT / name).is_file()]
    skipped = {"__pycache__", "build", "dist", "node_modules"}
    return [
        path
        for top in sorted(ROOT.iterdir())
        if not top.name.startswith(".") or top.name in {".ci", ".gitignore"}
        for path in ([top] if top.is_file() else sorted(top.rglob("*")))
        if path.is_file() and not skipped & set(path.parts)
    ]
