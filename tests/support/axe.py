"""axe-core out of its npm package, pinned by version and by the digest in the lock file."""

import shutil
import subprocess
from functools import cache

from tests.support.browser import Browser
from tests.support.lacking import lacking
from tests.support.source_code import ROOT

_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
_WANTED = ROOT / "tests" / "browser"
_CACHE = ROOT / ".dev" / "axe"


@cache
def axe_source() -> str:
    """Return the script, fetched by npm the first time; skip the test where there is no npm or it cannot fetch."""
    script = _CACHE / "node_modules" / "axe-core" / "axe.min.js"
    lock = (_WANTED / "package-lock.json").read_bytes()
    stamp = _CACHE / "stamp"
    if not (script.exists() and stamp.exists() and stamp.read_bytes() == lock):
        _fetch()
        stamp.write_bytes(lock)
    return script.read_text(encoding="utf-8")


def _fetch() -> None:
    npm = shutil.which("npm")
    if npm is None:
        lacking("no npm to fetch axe-core with: apt-get install npm")
    _CACHE.mkdir(parents=True, exist_ok=True)
    for name in ("package.json", "package-lock.json"):
        shutil.copy(_WANTED / name, _CACHE / name)
    command = [npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund"]
    done = subprocess.run(command, cwd=_CACHE, capture_output=True, text=True, check=False, timeout=120)
    if done.returncode:
        assert "EINTEGRITY" not in done.stderr, "axe-core is not the one that the lock file names"
        lacking("npm could not fetch axe-core")


def faults(browser: Browser) -> list[str]:
    """Return what axe-core finds against WCAG 2.2 AA on the page that is open, and whether it is too wide."""
    browser.driver.execute_script(axe_source())
    result = browser.driver.execute_async_script(
        "const done = arguments[arguments.length - 1];"
        "axe.run(document, {runOnly: arguments[0], iframes: false}).then(done, e => done(String(e)));",
        _TAGS,
    )
    assert isinstance(result, dict), result
    found = [
        f"{fault['id']}: {node['target']} {node['failureSummary'].splitlines()[-1].strip()}"
        for fault in result["violations"]
        for node in fault["nodes"]
    ]
    wider = overflow(browser)
    return [*found, f"wider than the window by {wider} px"] if wider > 0 else found


def overflow(browser: Browser) -> int:
    """Return by how many pixels the page is wider than the window."""
    root = "document.documentElement"
    return int(browser.driver.execute_script(f"return {root}.scrollWidth - {root}.clientWidth"))
