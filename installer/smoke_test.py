"""Prove that the frozen desktop works: `doctor`, then a whole send to a receiver of the environment."""

import json
import os
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
    """Run both tries in a temporary folder."""
    go_on_in_environment("installer.smoke_test")
    if not APP.exists():
        sys.exit("There is no frozen program yet: run python3 installer/build.py first.")
    with tempfile.TemporaryDirectory(prefix="secondread-smoke-") as folder:
        try_doctor(Path(folder))
        try_send(Path(folder))
    print("The frozen program works.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
