"""The commands against a receiver on a socket: JSON shapes, exit codes, what is said and what is never said."""

import io
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from pydicom import dcmread

from secondread_desktop.errors import ReceiverUnreachable
from secondread_shared.states import PaymentState
from tests.desktop.desk import MESSAGE
from tests.support.fake_receiver import Fault
from tests.support.fake_server import serving
from tests.support.imageless_discs import imageless_disc

FINAL_KEYS = [
    "format", "case", "case_number", "state", "instances", "verified", "attachments", "bytes_original", "bytes_sent",
    "seconds", "problems",
]  # fmt: skip


class Terminal(io.StringIO):
    """A screen."""

    def isatty(self):
        return True


def test_scan_prints_one_report(program, disc):
    (disc / "empty").touch()
    assert program("scan", disc, "--json") == 0
    (report,) = program.lines()
    assert list(report) == [
        "format",
        "patients",
        "instances",
        "bytes",
        "attachments",
        "completeness",
        "problems",
        "files",
        "nothing_to_send",
    ]
    (patient,) = report["patients"]
    assert (patient["name"], patient["patient_id"], patient["birth_date"]) == ("Example^Maria", "P1", "1950-01-31")
    assert set(patient["studies"][0]) == {"study_instance_uid", "date", "description", "series"}
    assert set(patient["studies"][0]["series"][0]) == {
        "series_instance_uid", "modality", "description", "instances", "bytes",
    }  # fmt: skip
    assert report["instances"] == 3
    assert report["attachments"] == [{"path": "report.pdf", "bytes": 8}]
    assert report["files"] == {"seen": 7, "empty": 1, "indexes": 1, "documents": 1, "viewer": 1}
    assert report["problems"] == [{"code": "empty_file", "path": "empty", "message": "This file is empty."}]


def test_scan_tells_nothing_found_from_not_readable(program, tmp_path):
    (tmp_path / "none").mkdir()
    assert program("scan", tmp_path / "none", "--json") == 3
    assert program.lines()[-1]["instances"] == 0
    assert program("scan", tmp_path / "absent", "--json") == 4
    assert program.lines()[-1]["code"] == "disc_unreadable"


def test_scan_says_what_there_is_instead_of_images_and_writes_a_letter(program, tmp_path):
    folder, letter = imageless_disc(tmp_path, "encrypted"), tmp_path / "letter.txt"
    assert program("scan", folder, "--letter", letter, "--json") == 3
    assert program.lines()[-1]["nothing_to_send"] == "encrypted"
    written = letter.read_text(encoding="utf-8")
    assert "The disc with my images is locked\n" in written
    assert "- IMAGES.7Z: This is encrypted." in written
    assert "The disc or folder is called: encrypted" in " ".join(written.split())
    assert all(len(line) <= 78 for line in written.splitlines())
    assert program("scan", folder) == 3
    assert program.screen.startswith("This is locked with a password, so the images cannot be read.")


def test_scan_writes_no_letter_where_nothing_is_missing(program, disc, tmp_path):
    (disc / "DICOMDIR").unlink(missing_ok=True)  # it is another disc's
    assert program("scan", disc, "--letter", tmp_path / "letter.txt", "--json") == 0
    assert program.lines()[-1]["nothing_to_send"] is None
    assert not (tmp_path / "letter.txt").exists()
    assert program("scan", disc, "--letter", tmp_path / "letter.txt") == 0
    assert program.screen.endswith("Nothing is missing, so no letter was written.\n")


def test_scan_writes_a_letter_about_a_part_that_cannot_be_read(program, disc, tmp_path):
    (disc / "DICOM" / "IM4").write_bytes((disc / "DICOM" / "IM1").read_bytes()[:200])
    assert program("scan", disc, "--letter", tmp_path / "letter.txt") == 0
    written = (tmp_path / "letter.txt").read_text(encoding="utf-8")
    assert "Images on my disc are missing or cannot be read" in written
    assert "- DICOM/IM4: This file says that it is a medical image" in written
    assert "Example" not in written


def test_scan_writes_a_letter_about_a_disc_that_cannot_be_listed_and_none_about_a_wrong_name(program, tmp_path):
    letter = tmp_path / "letter.txt"
    assert program("scan", tmp_path / "absent", "--letter", letter) == 4
    assert not letter.exists()
    os.mkfifo(tmp_path / "DISC 1")
    assert program("scan", tmp_path / "DISC 1", "--letter", letter) == 4
    assert "- DISC 1: This could not be read." in letter.read_text(encoding="utf-8")


def test_a_letter_that_cannot_be_written_is_told_after_the_report(program, tmp_path):
    folder = imageless_disc(tmp_path, "only_viewer")
    assert program("scan", folder, "--letter", tmp_path / "none" / "letter.txt", "--json") == 3
    report, error = program.lines()
    assert (report["nothing_to_send"], error["code"]) == ("only_viewer", "letter_unwritten")


def test_scan_speaks_to_people_too(program, disc):
    assert program("scan", disc) == 0
    assert "3 images" in program.screen
    assert "Document: report.pdf" in program.screen


def test_send_ends_with_what_was_verified(program, disc, address, intake, receiver):
    assert program("send", disc, "--receiver", address, "--intake", intake, "--json") == 0
    final = program.lines()[-1]
    assert list(final) == FINAL_KEYS
    assert (final["state"], final["instances"], final["verified"], final["attachments"]) == ("received", 3, 3, 1)
    assert final["bytes_original"] == sum(
        path.stat().st_size for path in [*(disc / "DICOM").iterdir(), disc / "report.pdf"]
    )
    assert all(line["format"] == 1 for line in program.lines())
    (case,) = receiver.cases.values()
    assert sorted(item.path for item in case.manifest.items) == ["DICOM/IM1", "DICOM/IM2", "DICOM/IM3", "report.pdf"]


def test_the_bytes_sent_are_those_that_arrived(program, disc, intake, receiver):
    with serving(receiver) as (address, seen):
        program("send", disc, "--receiver", address, "--intake", intake, "--json")
    arrived = sum(int(headers.get("content-length", 0)) for _, _, headers in seen)
    assert program.lines()[-1]["bytes_sent"] == arrived


def test_no_address_or_header_tells_on_the_patient(program, disc, intake, receiver):
    with serving(receiver) as (address, seen):
        program("send", disc, "--receiver", address, "--intake", intake, "--json")
    told = MESSAGE.intake
    planted = [told.first_name, told.last_name, told.birth_date, "19500131", told.email, told.question, "P1", "IM1"]
    for _, path, headers in seen:
        assert [word for word in planted if word in path + json.dumps(headers)] == []


def test_people_see_a_bar_their_case_number_and_the_count(program, disc, address, intake):
    assert program("send", disc, "--receiver", address, "--intake", intake, out=Terminal()) == 0
    assert "Your case number is 7K3QX-9M2PA." in program.screen
    assert "3 of 3 images verified" in program.screen
    assert "you may take the disc out now" in program.screen
    assert "[####" in program.screen


def test_the_same_key_is_the_same_case(program, disc, address, intake, receiver):
    arguments = ("send", disc, "--receiver", address, "--intake", intake, "--key", "K1", "--json")
    program(*arguments)
    first = program.lines()[-1]
    shutil.rmtree(disc)
    assert program(*arguments) == 0
    assert program.lines()[-1] == first
    assert len(receiver.cases) == 1


def test_the_same_key_at_another_receiver_is_refused(program, disc, address, intake):
    program("send", disc, "--receiver", address, "--intake", intake, "--key", "K1", "--json")
    assert program("send", disc, "--receiver", "https://x.example", "--intake", intake, "--key", "K1", "--json") == 3
    assert program.lines()[-1]["code"] == "key_used_elsewhere"


@pytest.mark.parametrize("change", ["source", "study", "attach", "intake", "patient"])
def test_the_same_key_with_another_request_is_refused(program, disc, address, intake, tmp_path, change):
    fixed = ("--receiver", address, "--key", "K1", "--json")
    assert program("send", disc, "--intake", intake, *fixed) == 0
    other = shutil.copytree(disc, tmp_path / "other") if change == "source" else disc
    more = {"study": ("--study", "1.2"), "attach": ("--attach", intake), "patient": ("--patient", "P1")}
    if change == "intake":
        intake.write_text(intake.read_text().replace("Is an operation needed?", "Is none needed?"))
    assert program("send", other, "--intake", intake, *fixed, *more.get(change, ())) == 3
    assert program.lines()[-1]["code"] == "key_used_elsewhere"


def test_another_disc_in_the_drive_is_never_sent_under_the_first_ones_case(program, disc, address, intake, receiver):
    receiver.faults.append(Fault("PUT case", error=ReceiverUnreachable()))
    arguments = ("send", disc, "--receiver", address, "--intake", intake, "--json", "--patience", "0")
    for path in disc.rglob("*"):
        os.utime(path, (315532800, 315532800))
    assert program(*arguments) == 4
    first = shutil.move(disc, disc.with_name("first"))
    shutil.copytree(first, disc)
    for path in (disc / "DICOM").iterdir():
        path.write_bytes(path.read_bytes().replace(b"1.2.3.", b"1.2.4.").replace(b"Example^Maria", b"Another^Maria"))
        os.utime(path, (315532800, 315532800))
    os.utime(disc / "report.pdf", (315532800, 315532800))
    assert program("resume", "--json") == 4
    assert program.lines()[-1]["code"] == "disc_changed"
    assert receiver.uploads == {}
    shutil.rmtree(disc)
    shutil.move(first, disc)
    assert program("resume", "--json") == 0
    assert program.lines()[-1]["problems"] == 0


def vanish_at_the_payment(receiver, path):
    receiver.on_request = lambda name: name == "PUT intake" and path.unlink(missing_ok=True)


def test_images_that_cannot_be_read_stop_before_the_end_until_a_person_says_so(
    program, disc, address, intake, receiver
):
    vanish_at_the_payment(receiver, disc / "DICOM" / "IM2")
    assert program("send", disc, "--receiver", address, "--intake", intake, "--json") == 3
    assert program.lines()[-1]["code"] == "images_left_out"
    assert {"format": 1, "event": "problem", "code": "source_vanished", "path": "DICOM/IM2"} in program.lines()
    assert "POST complete" not in receiver.requests
    assert program("resume", "--json") == 3
    assert program("resume", "--json", "--without-unreadable") == 0
    final = program.lines()[-1]
    assert (final["instances"], final["verified"], final["problems"]) == (2, 2, 1)


def test_people_are_told_plainly_what_was_not_sent(program, disc, address, intake, receiver):
    vanish_at_the_payment(receiver, disc / "DICOM" / "IM2")
    assert program("send", disc, "--receiver", address, "--intake", intake, "--without-unreadable") == 0
    assert "DICOM/IM2: This file is no longer there. It was not sent." in program.screen
    assert "1 file of the disc could not be sent; it is named above." in program.screen


class Broken(io.StringIO):
    """A pipe whose reader went away, or a full disk."""

    def write(self, _text):
        raise BrokenPipeError


def test_a_reader_that_went_away_ends_quietly_with_4(program, disc, address, intake):
    assert program("scan", disc, out=Broken()) == 4
    assert program("send", disc, "--receiver", address, "--intake", intake, "--json", out=Broken()) == 4


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_a_full_disk_behind_the_output_ends_quietly_with_4(disc):
    with open("/dev/full", "wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "secondread_desktop", "scan", disc], stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert (done.returncode, done.stderr) == (4, b"")


def test_a_payment_page_is_an_event_of_its_own(program, disc, address, intake, receiver):
    receiver.first_payment = PaymentState.PENDING
    receiver.payment_steps.extend([PaymentState.PENDING, PaymentState.AUTHORISED])
    assert program("send", disc, "--receiver", address, "--intake", intake, "--json") == 0
    assert {"format": 1, "event": "payment", "url": "https://pay.example/1"} in program.lines()


def test_another_persons_images_stop_until_confirmed(program, disc, address, intake, receiver, tmp_path):
    dataset = dcmread(disc / "DICOM" / "IM1")
    dataset.PatientName = "Planted^Somebody"
    dataset.save_as(disc / "DICOM" / "IM1")
    arguments = ("send", disc, "--receiver", address, "--intake", intake, "--json")
    assert program(*arguments) == 3
    (asked,) = [line for line in program.lines() if line.get("event") == "identity"]
    assert (asked["outcome"], len(asked["images"])) == ("several", 2)
    assert "Planted" not in json.dumps(program.lines()[-1])
    assert receiver.cases == {}
    assert program(*arguments, "--patient", "P1", "--identity-confirmed", "my images") == 3  # no word in common
    dataset.PatientID = "P2"
    dataset.save_as(disc / "DICOM" / "IM1")
    assert program(*arguments, "--patient", "P1", "--identity-confirmed", "my images") == 0
    (case,) = receiver.cases.values()
    assert case.manifest.identity.confirmed_because == "my images"


def test_a_bad_intake_names_its_fields_and_sends_nothing(program, disc, address, intake, receiver):
    content = json.loads(intake.read_text())
    content["intake"]["email"] = "planted-nobody"
    intake.write_text(json.dumps(content))
    assert program("send", disc, "--receiver", address, "--intake", intake, "--json") == 3
    final = program.lines()[-1]
    assert (final["code"], final["fields"]) == ("intake_incomplete", [{"field": "email", "code": "not_an_email"}])
    assert "planted" not in program.screen
    assert receiver.requests == ["GET programme"]


@pytest.mark.parametrize("content", [None, b"", b"{}", b"not json", b"\xff\xfe"])
def test_an_intake_that_cannot_be_read_is_told(program, disc, address, tmp_path, content):
    path = tmp_path / "odd.json"
    if content is not None:
        path.write_bytes(content)
    assert program("send", disc, "--receiver", address, "--intake", path, "--json") == 3
    assert program.lines()[-1]["code"] == "intake_unreadable"


def test_an_attached_document_goes_along(program, disc, address, intake, receiver, tmp_path):
    (tmp_path / "letter.pdf").write_bytes(b"%PDF-1.4 letter")
    program("send", disc, "--receiver", address, "--intake", intake, "--json", "--attach", tmp_path / "letter.pdf")
    (case,) = receiver.cases.values()
    assert case.manifest.items[-1].path == "attachments/letter.pdf"
    assert program("send", disc, "--receiver", address, "--intake", intake, "--json", "--attach", "none.pdf") == 3


def test_a_wrong_address_is_told_soon(program, disc, intake):
    arguments = ("send", disc, "--intake", intake, "--json", "--receiver")
    assert program(*arguments, "http://127.0.0.1:1") == 4
    assert program.lines()[-1]["code"] == "receiver_unreachable"
    assert program(*arguments, "http://programme.example") == 3
    assert program.lines()[-1]["code"] == "receiver_insecure"
    assert program(*arguments, "nonsense") == 3


def test_two_programs_never_share_a_state_folder(program, disc, address, intake, tmp_path):
    from secondread_desktop.adapters.state_folder import opened

    with opened(tmp_path / "state", lambda: None):
        assert program("send", disc, "--receiver", address, "--intake", intake, "--json") == 3
        assert program.lines()[-1]["code"] == "state_in_use"
        assert program("outbox", "list", "--json") == 0


def test_secrets_in_a_file_are_told_and_private(program, disc, address, intake, receiver, tmp_path, monkeypatch):
    monkeypatch.setattr("secondread_desktop.adapters.credentials.system_keyring", lambda: None)
    receiver.faults.append(Fault("PUT case", error=ReceiverUnreachable()))
    program("send", disc, "--receiver", address, "--intake", intake, "--json")
    assert {"format": 1, "event": "secret_in_file"} in program.lines()
    assert {oct(path.stat().st_mode & 0o777) for path in (tmp_path / "state").rglob("*.token")} == {"0o600"}


def test_the_example_intake_is_accepted_by_send(program, disc, address, tmp_path):
    assert program("intake-example", "--receiver", address) == 0
    path = tmp_path / "example.json"
    path.write_text(program.screen)
    assert program("send", disc, "--receiver", address, "--intake", path, "--json") == 0


def test_doctor_reports(program):
    assert program("doctor", "--json") == 0
    (report,) = program.lines()
    assert report["format"] == 1
    assert report["ok"] is True
    assert {check["name"] for check in report["checks"]} >= {"parts", "state folder", "free space", "secrets"}


@pytest.mark.parametrize("arguments", [[], ["send"], ["scan"], ["nonsense"], ["outbox"], ["resume", "--patience", "x"]])
def test_wrong_usage_exits_with_2(program, arguments, capsys):
    with pytest.raises(SystemExit) as raised:
        program(*arguments)
    assert raised.value.code == 2
    assert capsys.readouterr().err


@pytest.mark.parametrize("arguments", [["--help"], ["doctor", "--json"]])
def test_light_commands_import_nothing_heavy(arguments, tmp_path):
    script = (
        "import sys; sys.argv = ['secondread', *sys.argv[1:]]\n"
        "from secondread_desktop.__main__ import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "print([name for name in ('pydicom', 'requests', 'tusclient', 'aiohttp', 'numpy') if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, *arguments], capture_output=True, text=True, check=True, cwd=Path.cwd()
    )
    assert done.stdout.splitlines()[-1] == "[]"
