"""The licences of what is shipped: in `licenses/NAME/` each distribution's own texts, beside them a NOTICE of all."""

import re
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Collection, Iterable
from importlib.metadata import Distribution, distribution, distributions
from pathlib import Path

from installer.environment import ROOT

TEXTS = Path(__file__).resolve().parent / "texts"
_TEXT = re.compile(r"(^|/)(licen[cs]es?/.+|(licen[cs]e|copying|notice|authors)[^/]*)$", re.IGNORECASE)
_NO_TEXT = (".py", ".pyc", ".pyi", ".so", ".pyd")
_LONGEST_NAME = 200
_HEAD = """SecondRead is under the Apache License 2.0, see LICENSE. It holds the distributions below, each under its own
licence; the texts that they came with are in the folders beside this file.

pycdlib, Qt and PySide6 are under the LGPL: their files lie apart in `_internal` and may be replaced by others of the
same interface. Their sources: https://github.com/clalancette/pycdlib and https://code.qt.io; what Qt itself holds:
https://doc.qt.io/qt-6/licenses-used-in-qt.html. SecondRead's own source builds all of this anew.

"""


def collect(sources: Collection[str], target: Path) -> list[str]:
    """Write the texts of every distribution that owns one of these files into an empty folder; return its names."""
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(parents=True)
    shutil.copy2(ROOT / "LICENSE", target)
    shipped = sorted(_owners(sources), key=lambda owner: owner.name.lower())
    lines = [_line(owner, _copy(owner, target / owner.name)) for owner in shipped]
    lines.append(_of_python(target / "Python"))
    lines += ["", "From the system on which it was built, with copyrights in `system` where it keeps them:"]
    lines += _of_system(sources, target / "system")
    (target / "NOTICE").write_text(_HEAD + "\n".join(lines) + "\n", encoding="utf-8")
    return [owner.name for owner in shipped]


def _owners(sources: Iterable[str]) -> list[Distribution]:
    wanted = {Path(source).resolve() for source in sources}
    others = [one for one in distributions() if not one.name.startswith("secondread-")]  # ours is the LICENSE itself
    owners = [one for one in others if any(_place(one, name) in wanted for name in _names(one))]
    known = {owner.name for owner in owners}
    return [*owners, *(distribution(name) for name in ("pyinstaller",) if name not in known)]  # its loader starts us


def _names(owner: Distribution) -> list[str]:
    return [file.as_posix() for file in owner.files or ()]


def _place(owner: Distribution, name: str) -> Path:
    return Path(str(owner.locate_file(name))).resolve()


def _copy(owner: Distribution, target: Path) -> bool:
    """Copy the texts and tell whether there were any."""
    texts = [name for name in _names(owner) if _TEXT.search(name) and not name.endswith(_NO_TEXT)]
    for name in texts:
        _put(_place(owner, name), target / re.sub(r"^[^/]+\.dist-info/(licen[cs]es/)?", "", name))
    if not texts and _name_of(owner).startswith("LGPL-3"):
        for file in sorted(TEXTS.glob("*GPL-3.0.txt")):  # the LGPL adds to the GPL: both are its text
            _put(file, target / file.name)
    return bool(texts)


def _put(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)


def _line(owner: Distribution, has_texts: bool) -> str:
    return f"{owner.name} {owner.version}: {_name_of(owner)}" + ("" if has_texts else " (came without a text)")


def _name_of(owner: Distribution) -> str:
    """Return what the metadata call the licence: an expression, a short name, or the classifiers."""
    told = owner.metadata.get("License-Expression") or owner.metadata.get("License") or ""
    if told and "\n" not in told and len(told) <= _LONGEST_NAME:
        return told
    classifiers = owner.metadata.get_all("Classifier") or []
    names = [name.rpartition(" :: ")[2] for name in classifiers if name.startswith("License ::")]
    return ", ".join(names) or "see its text"


def _of_python(target: Path) -> str:
    folders = (sysconfig.get_path("stdlib"), sysconfig.get_config_var("prefix"))
    text = next((place for folder in folders if (place := Path(folder) / "LICENSE.txt").is_file()), None)
    if text is None:
        return "Python: PSF-2.0 (came without a text: https://docs.python.org/3/license.html)"
    _put(text, target / "LICENSE.txt")
    return "Python: PSF-2.0"


def _of_system(sources: Iterable[str], target: Path) -> list[str]:
    """Copy what Debian and its kin keep of the copyrights of their libraries; name those of other systems."""
    inside = (Path(sys.prefix), Path(sysconfig.get_path("stdlib")).resolve())
    files = {Path(source) for source in sources if re.search(r"\.(so|dylib|dll)\b", source)}
    paths = {file.resolve() for file in files if file.is_absolute()}  # links within the bundle are not
    foreign = {path for path in paths if not any(path.is_relative_to(folder) for folder in inside)}
    packages = _packages(foreign)
    for package in set(packages.values()):
        text = Path("/usr/share/doc") / package / "copyright"
        if text.is_file():
            _put(text, target / package)
    return [
        f"{path.name}: {packages.get(path, 'of no package')}" for path in sorted(foreign, key=lambda path: path.name)
    ]


def _packages(libraries: Iterable[Path]) -> dict[Path, str]:
    if shutil.which("dpkg-query") is None:
        return {}
    spelled = {str(path).removeprefix(start): path for path in libraries for start in ("", "/usr")}
    words = ["dpkg-query", "--search", *spelled]
    told = subprocess.run(words, capture_output=True, text=True, check=False).stdout  # it fails if it knows not all
    owners = (line.rpartition(": ") for line in told.splitlines())
    return {spelled[path]: re.split("[:,]", owner)[0] for owner, _, path in owners if path in spelled}
