"""The frozen desktop: built from the locked environment; a doctor, a whole send, and the window by keys alone."""

import importlib.util
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from installer.environment import APP
from tests.support import keyboard
from tests.support.demo import compare
from tests.support.keyboard_journey import send_by_keys
from tests.support.receiver import ReceiverProcess
from tests.support.sample_disc import make_sample_disc
from tests.support.source_code import ROOT
from tests.support.syntax_files import KINDS, file_of

MISSING = [
    name
    for name, is_there in (
        ("PyInstaller", importlib.util.find_spec("PyInstaller") is not None),
        ("objdump (binutils)", not sys.platform.startswith("linux") or shutil.which("objdump") is not None),
    )
    if not is_there
]
pytestmark = [
    pytest.mark.frozen,
    pytest.mark.system,
    pytest.mark.timeout(600),
    # CI must never pass by skipping this: there, what is missing makes the build fail.
    pytest.mark.skipif(bool(MISSING) and not os.environ.get("CI"), reason=f"not here: {', '.join(MISSING)}"),
]


def ran(program: str) -> str:
    done = subprocess.run(
        [sys.executable, str(ROOT / "installer" / program)], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, f"{done.stdout[-3000:]}\n{done.stderr[-3000:]}"
    return done.stdout


def test_the_frozen_desktop_builds_and_sends_a_disc_whole():
    assert "MB in" in ran("build.py")
    told = ran("smoke_test.py")
    assert "a disc image and a locked ZIP file are read" in told
    assert "40 of 40 images verified" in told
    assert "41 of 41 files agree" in told


def test_the_frozen_desktop_draws_images_of_every_transfer_syntax(tmp_path: Path):
    if not APP.exists():
        ran("build.py")
    unshown = {}
    for name in KINDS:
        (tmp_path / "IM1").write_bytes(file_of(name))
        words = [str(APP), "preview", str(tmp_path / "IM1"), "--out", str(tmp_path / "IM1.png"), "--json"]
        done = subprocess.run(words, capture_output=True, text=True, timeout=60, check=False)
        if done.returncode:
            unshown[name] = done.stdout
    assert unshown == {}


@pytest.mark.skipif(bool(keyboard.MISSING) and not os.environ.get("CI"), reason=f"not here: {keyboard.MISSING}")
def test_the_frozen_window_speaks_german_and_takes_an_address_by_keys(tmp_path: Path):
    if not APP.exists():
        ran("build.py")
    home = tmp_path / "home"
    home.mkdir()
    receiver = ReceiverProcess(tmp_path / "receiver").start()
    try:
        words = [str(APP), "window", "--language", "de", "--state", str(tmp_path / "state")]
        with keyboard.keyboard_at(words, home=home) as keys:
            keys.on("An welches Zentrum senden Sie?")
            keys.type(receiver.url)
            keys.press("ctrl+Return")
            keys.on("Wo sind Ihre Bilder?")
    finally:
        receiver.stop()


@pytest.mark.skipif(bool(keyboard.MISSING) and not os.environ.get("CI"), reason=f"not here: {keyboard.MISSING}")
def test_the_frozen_window_sends_a_disc_by_keys_alone(tmp_path: Path):
    if not APP.exists():
        ran("build.py")
    home = tmp_path / "home"
    home.mkdir()
    disc = make_sample_disc(tmp_path / "disc")
    receiver = ReceiverProcess(tmp_path / "receiver").start()
    try:
        words = [str(APP), "window", receiver.url, "--source", str(disc.folder), "--state", str(tmp_path / "state")]
        with keyboard.keyboard_at(words, home=home) as keys:
            send_by_keys(keys, disc)
        (case,) = json.loads(receiver.command("cases", "list", "--data", str(receiver.data), "--json"))["cases"]
        assert compare(disc, receiver, case=case["case"], place=tmp_path)
    finally:
        receiver.stop()
