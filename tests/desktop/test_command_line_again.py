"""The commands after an interruption: resume, Ctrl-C, cancel."""

import shutil

from secondread_desktop.errors import ReceiverUnreachable
from tests.support.fake_receiver import Fault
from tests.support.sample_disc import make_sample_disc

FINAL_KEYS = [
    "format", "case", "case_number", "state", "instances", "verified", "attachments", "bytes_original", "bytes_sent",
    "seconds", "problems",
]  # fmt: skip


def test_an_interrupted_send_goes_on_with_resume(program, disc, address, intake, receiver):
    receiver.faults.extend(Fault("PUT manifest", error=ReceiverUnreachable()) for _ in range(99))
    assert program("send", disc, "--receiver", address, "--intake", intake, "--json", "--patience", "5") == 4
    assert program.lines()[-1]["code"] == "patience_exhausted"
    assert program("outbox", "list", "--json") == 0
    (row,) = program.lines()[0]["submissions"]
    assert (row["case_number"], row["files"], row["staged"], row["parcels"]) == ("7K3QX-9M2PA", 4, 4, 1)
    receiver.faults.clear()
    shutil.rmtree(disc)
    assert program("resume", "--case", "7K3QX-9M2PA", "--json") == 0
    assert list(program.lines()[-1]) == FINAL_KEYS
    assert program("outbox", "list", "--json") == 0
    assert program.lines()[0]["submissions"] == []


def test_ctrl_c_says_how_to_go_on(program, disc, address, intake, monkeypatch):
    def interrupted(*_arguments, **_options):
        raise KeyboardInterrupt

    monkeypatch.setattr("secondread_desktop.services.submit.build_manifest", interrupted)
    assert program("send", disc, "--receiver", address, "--intake", intake) == 4
    assert program.screen.rstrip().endswith("To go on, run: secondread resume")
    monkeypatch.undo()
    assert program("resume", "--json") == 0


def test_ctrl_c_before_anything_was_prepared_says_so(program, disc, address, intake, monkeypatch):
    def interrupted(*_arguments, **_options):
        raise KeyboardInterrupt

    monkeypatch.setattr("secondread_desktop.cli.send_command.scan", interrupted)
    assert program("send", disc, "--receiver", address, "--intake", intake, "--json") == 4
    assert program.lines()[-1]["code"] == "stopped_early"


def test_resume_with_nothing_to_do_is_no_error(program):
    assert program("resume") == 0
    assert "every case is finished" in program.screen


def test_resume_of_an_unknown_case_says_so(program):
    assert program("resume", "--case", "NOPE", "--json") == 3


def test_one_stuck_case_does_not_stop_the_next(program, disc, address, intake, receiver):
    for key in ("A", "B"):
        receiver.faults.extend(Fault("PUT manifest", error=ReceiverUnreachable()) for _ in range(99))
        program("send", disc, "--receiver", address, "--intake", intake, "--key", key, "--patience", "3", "--json")
        receiver.faults.clear()
    first = next(iter(receiver.cases.values()))
    first.token = "x" * 43
    assert program("resume", "--json") == 3
    assert [line.get("state") for line in program.lines()][-1] == "received"


def test_cancel_withdraws_and_forgets(program, disc, address, intake, receiver, tmp_path):
    receiver.faults.extend(Fault("PUT manifest", error=ReceiverUnreachable()) for _ in range(99))
    program("send", disc, "--receiver", address, "--intake", intake, "--json", "--patience", "5")
    receiver.faults.clear()
    (case,) = receiver.cases
    assert program("outbox", "cancel", "--case", case, "--json") == 0
    assert program.lines()[-1] == {"format": 1, "case": case, "state": "withdrawn"}
    assert receiver.cases[case].state == "withdrawn"
    assert [path for path in (tmp_path / "state").rglob("*") if case in path.name] == []
    assert program("outbox", "cancel", "--case", case, "--json") == 3


def test_scan_writes_a_letter_about_what_the_disc_s_index_names_in_vain(program, tmp_path):
    disc = make_sample_disc(tmp_path / "disc", slices=3)
    disc.instances[0].unlink()
    assert program("scan", disc.folder, "--letter", tmp_path / "letter.txt") == 0
    assert "12 of 13 images, 3 exams" in program.screen
    assert "1 of" in (tmp_path / "letter.txt").read_text(encoding="utf-8")
