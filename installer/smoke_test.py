"""Prove that the frozen desktop works: licences, `doctor`, archives, a picture, a whole send to a receiver."""

import json
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

if __package__ in (None, ""):
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from installer.environment import APP, go_on_in_environment

# What a computer without Python has: nothing that leads the frozen program back to the environment.
OURS = {"PATH": os.defpath} | {key: value for key, value in os.environ.items() if key in {"HOME", "LANG", "SYSTEMROOT"}}


def run(*arguments: str) -> list[dict[str, Any]]:
    """Run the frozen program away from the repository and return the JSON objects that it printed."""
    with tempfile.TemporaryDirectory() as elsewhere:
        done = subprocess.run(
            [str(APP), *arguments], cwd=elsewhere, env=OURS, capture_output=True, text=True, encoding="utf-8",
            check=False, timeout=180,
        )  # fmt: skip
    if done.returncode:
        sys.exit(f"secondread {arguments[0]} ended with {done.returncode}: {done.stdout[-2000:]} {done.stderr[-4000:]}")
    if arguments[0] == "intake-example":
        return [json.loads(done.stdout)]
    return [json.loads(line) for line in done.stdout.splitlines()]


def try_doctor(place: Path) -> None:
    """Expect `doctor` to find the program whole."""
    (found,) = run("doctor", "--state", str(place / "desktop"), "--json")
    assert found["format"] == 1, found
    assert found["frozen"], found
    assert found["ok"], found
    print(f"doctor: version {found['version']}, everything ok, secrets by {found['credentials']}")


def try_licences() -> None:
    """Expect the texts of what is under the LGPL, and every other named, its text beside it."""
    folder = APP.parent / "licenses"
    for name in ("pycdlib", "PySide6_Essentials"):
        texts = [path.read_text(encoding="utf-8") for path in (folder / name).iterdir()]
        assert any("GNU LESSER GENERAL PUBLIC LICENSE" in text for text in texts), name
    notice = (folder / "NOTICE").read_text(encoding="utf-8")
    named = dict(re.findall(r"^(\S+) \d\S*: (.+)$", notice, re.MULTILINE))
    assert {"pydicom", "imagecodecs", "numpy", "cryptography", "fast-zip-decryption", "requests", "tuspy"} <= set(named)
    bare = [name for name, told in named.items() if "without a text" not in told and not (folder / name).is_dir()]
    assert bare == []
    print(f"licenses: {len(named)} named")


def try_archives(place: Path) -> None:
    """Expect an image in a disc image and in a ZIP file under the old lock to be found, and to be drawn."""
    from tests.desktop.disc_kinds.packing import PASSWORD, crypto_zipped
    from tests.support.archives import iso_of
    from tests.support.syntax_files import KINDS, file_of

    image = file_of(next(iter(KINDS)))
    (place / "disc.iso").write_bytes(iso_of({"DICOM/IM1": image}))
    (place / "exam.zip").write_bytes(crypto_zipped({"DICOM/IM1": image}))
    (place / "IM1").write_bytes(image)
    (place / "words").write_text(PASSWORD, encoding="utf-8")
    for name in ("disc.iso", "exam.zip"):
        (seen,) = run("scan", str(place / name), "--password-file", str(place / "words"), "--json")
        assert (seen["instances"], seen["problems"]) == (1, []), seen
    (drawn,) = run("preview", str(place / "IM1"), "--out", str(place / "IM1.png"), "--json")
    assert drawn["shown"], drawn
    assert (place / "IM1.png").read_bytes().startswith(b"\x89PNG")
    print(f"archives: a disc image and a locked ZIP file are read; preview: {drawn['width']} by {drawn['height']}")


def try_send(place: Path) -> None:
    """Expect a sample disc to arrive whole, and the export to be what was on the disc."""
    from tests.support.demo import compare
    from tests.support.receiver import ReceiverProcess
    from tests.support.sample_disc import make_sample_disc

    receiver = ReceiverProcess(place / "receiver").start()
    try:
        disc = make_sample_disc(place / "disc")
        (message,) = run("intake-example", "--receiver", receiver.url)
        message["intake"] |= disc.intake
        (place / "intake.json").write_text(json.dumps(message))
        where = ["--receiver", receiver.url, "--intake", str(place / "intake.json"), "--state", str(place / "desktop")]
        result = run("send", str(disc.folder), *where, "--json")[-1]
        assert result["state"] == "received", result
        assert result["verified"] == result["instances"] == len(disc.instances), result
        print(f"send: case {result['case_number']}, {result['verified']} of {result['instances']} images verified")
        assert compare(disc, receiver, case=result["case"], place=place)
    finally:
        receiver.stop()


def main() -> int:
    """Run every try in a temporary folder."""
    go_on_in_environment("installer.smoke_test")
    if not APP.exists():
        sys.exit("There is no frozen program yet: run python3 installer/build.py first.")
    with tempfile.TemporaryDirectory(prefix="secondread-smoke-") as folder:
        try_licences()
        try_doctor(Path(folder))
        try_archives(Path(folder))
        try_send(Path(folder))
    print("The frozen program works.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
