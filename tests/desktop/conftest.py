"""A disc, an intake, a receiver on a socket, and the program itself."""

import io
import json
import shutil
import subprocess
from dataclasses import replace

import pytest
from pydicom import dcmread
from pydicom.data import get_testdata_file

from secondread_desktop.__main__ import real_parts
from secondread_desktop.cli.run import run
from secondread_shared.contract import encode_message
from tests.desktop.desk import MESSAGE
from tests.support.fake_receiver import FakeReceiver
from tests.support.fake_server import serving
from tests.support.fakes import FakeClock


@pytest.fixture
def receiver():
    return FakeReceiver()


@pytest.fixture
def address(receiver):
    with serving(receiver) as (address, _):
        yield address


@pytest.fixture
def disc(tmp_path):
    """Three images of Maria Example, an index, a viewer and a report."""
    root = tmp_path / "disc"
    (root / "DICOM").mkdir(parents=True)
    for number, name in enumerate(("CT_small.dcm", "MR_small.dcm", "MR_small_bigendian.dcm"), start=1):
        dataset = dcmread(get_testdata_file(name, download=False))
        dataset.PatientName, dataset.PatientID, dataset.PatientBirthDate = "Example^Maria", "P1", "19500131"
        dataset.SOPInstanceUID = dataset.file_meta.MediaStorageSOPInstanceUID = f"1.2.3.{number}"
        dataset.save_as(root / "DICOM" / f"IM{number}")
    shutil.copy(get_testdata_file("DICOMDIR", download=False), root / "DICOMDIR")
    (root / "report.pdf").write_bytes(b"%PDF-1.4")
    (root / "VIEWER").mkdir()
    (root / "VIEWER" / "view.exe").write_bytes(b"MZ")
    return root


@pytest.fixture
def intake(tmp_path):
    path = tmp_path / "intake.json"
    path.write_bytes(encode_message(MESSAGE))
    return path


class Program:
    """Runs commands in this process, with a clock that need not wait."""

    def __init__(self, state):
        self.state = state
        self.screen = None

    def __call__(self, *arguments, out=None):
        out = out or io.StringIO()
        parts = replace(real_parts(), clock=FakeClock(), default_state=lambda: self.state)
        code = run([str(argument) for argument in arguments], parts, out=out)
        self.screen = out.getvalue()
        return code

    def lines(self):
        return [json.loads(line) for line in self.screen.splitlines()]


@pytest.fixture
def program(tmp_path):
    return Program(tmp_path / "state")


@pytest.fixture(scope="session")
def certificate(tmp_path_factory):
    """Return a folder with a certificate for localhost that nobody vouches for: cert.pem, and both.pem with its key."""
    folder = tmp_path_factory.mktemp("certificate")
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1", "-subj", "/CN=localhost",
         "-addext", "subjectAltName=DNS:localhost", "-keyout", folder / "key.pem", "-out", folder / "cert.pem"],
        check=True, capture_output=True,
    )  # fmt: skip
    (folder / "both.pem").write_bytes((folder / "key.pem").read_bytes() + (folder / "cert.pem").read_bytes())
    return folder
