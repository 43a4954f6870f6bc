"""`secondread-server` as an operator types it."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from argon2 import PasswordHasher
from sqlalchemy.engine import Engine

from secondread_server.adapters.database.engine import make_engine
from secondread_server.adapters.database.people_records import StaffRecords
from secondread_server.cli import run
from secondread_shared.states import Role


def typed(*arguments: str, stdin: str = "") -> subprocess.CompletedProcess[str]:
    """Run a command in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "secondread_server", *arguments],
        capture_output=True, text=True, check=False, input=stdin, timeout=60,
    )  # fmt: skip


@pytest.fixture
def data(tmp_path: Path) -> Path:
    assert run(["init", "--data", str(tmp_path / "data")]) == 0
    return tmp_path / "data"


@pytest.fixture
def staff_engine(data: Path) -> Engine:
    return make_engine(f"sqlite:///{data / 'secondread.sqlite'}")


def test_init_twice_keeps_what_the_operator_wrote(data: Path) -> None:
    (data / "secondread.toml").write_text((data / "secondread.toml").read_text() + "# mine\n")
    assert run(["init", "--data", str(data)]) == 0
    assert (data / "secondread.toml").read_text().endswith("# mine\n")
    assert (data.stat().st_mode & 0o777, (data / "secondread.toml").stat().st_mode & 0o777) == (0o700, 0o600)


def test_an_empty_queue_is_an_empty_list(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["cases", "list", "--data", str(data), "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {"format": 1, "cases": []}
    assert run(["cases", "list", "--data", str(data)]) == 0
    assert "no cases" in capsys.readouterr().out


def test_an_unknown_case_and_a_missing_folder_are_said_in_a_sentence(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["cases", "show", "NOPE1-NOPE2", "--data", str(data)]) == 1
    assert run(["serve", "--data", str(tmp_path / "none")]) == 1
    assert "init" in capsys.readouterr().err


def test_the_doctor_tells_what_is_set_up(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["doctor", "--data", str(data), "--json"]) == 0
    findings = json.loads(capsys.readouterr().out)
    assert findings["format"] == 1
    assert (findings["payment"], findings["tuspyserver"], findings["is_running"]) == ("invoice", "4.4.3", False)


def test_staff_are_added_once_with_a_hashed_password(data: Path, staff_engine: Engine) -> None:
    arguments = ["staff", "add", "--data", str(data), "--role", "coordinator", "--email", "Ann@Example.org"]
    assert typed(*arguments, stdin="a long enough password\n").returncode == 0
    again = typed(*arguments, stdin="a long enough password\n")
    assert (again.returncode, "already" in again.stderr) == (1, True)
    found = StaffRecords(staff_engine).find("ann@example.org")
    staff_engine.dispose()
    assert found is not None
    assert found.role is Role.COORDINATOR
    assert PasswordHasher().verify(found.password_hash, "a long enough password")
    assert "argon2" not in repr(found)


@pytest.mark.parametrize(
    ("email", "password"), [("ann", "a long enough password"), ("ann@example.org", "short"), ("ann@example.org", "")]
)
def test_an_address_or_a_password_that_does_not_stand_is_refused(data: Path, email: str, password: str) -> None:
    done = typed("staff", "add", "--data", str(data), "--role", "reviewer", "--email", email, stdin=password)
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1


def test_two_receivers_never_share_a_data_folder(data: Path) -> None:
    first = subprocess.Popen(
        [sys.executable, "-m", "secondread_server", "serve", "--data", str(data), "--port", "0"],
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
    )  # fmt: skip
    assert first.stdout is not None
    assert first.stdout.readline().startswith("The receiver listens at http://127.0.0.1:")
    second = typed("serve", "--data", str(data), "--port", "0")
    first.terminate()
    first.wait(timeout=30)
    first.stdout.close()
    assert second.returncode == 1
    assert second.stderr.startswith("Another receiver is using this data folder")
