"""Images in the console of a real process: frames come from limited children, by number, for those who may see them."""

import hashlib
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import requests
from pydicom.data import get_testdata_file

from tests.support.case_client import CaseClient, make_parcel
from tests.support.dicom_files import dicom_file, series
from tests.support.receiver import ReceiverProcess, wait_until

PASSWORD = "correct horse battery"
PNG = b"\x89PNG\r\n\x1a\n"
REPORT = Path(str(get_testdata_file("test-SR.dcm")))


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ReceiverProcess]:
    process = ReceiverProcess(tmp_path_factory.mktemp("viewer") / "data")
    for role in ("coordinator", "reviewer", "auditor"):
        arguments = ("staff", "add", "--data", str(process.data), "--role", role, "--email", f"{role}@example.org")
        process.command(*arguments, stdin=f"{PASSWORD}\n")
    process.start()
    yield process
    process.stop()


def signed_in(served: ReceiverProcess, role: str = "coordinator") -> requests.Session:
    session = requests.Session()
    page = session.get(f"{served.url}/console/sign-in", timeout=30).text
    [token] = re.findall(r'name="form_token" value="(\w+)"', page)
    form = {"form_token": token, "email": f"{role}@example.org", "password": PASSWORD}
    assert session.post(f"{served.url}/console/sign-in", data=form, timeout=30).status_code == 200
    return session


def send(served: ReceiverProcess, files: dict[int, bytes], *, missing: int = 0) -> CaseClient:
    """Send a case with a manifest as the desktop writes it."""
    client = CaseClient(served.url).begin()
    parcel = make_parcel(client.case, {n: content for n, content in files.items() if n > missing})
    client.upload(parcel)
    items = [
        {
            "ordinal": n, "kind": "instance", "path": f"images/{n}.dcm", "size": len(content),
            "sha256": hashlib.sha256(content).hexdigest(), "sop_instance_uid": f"1.2.{n}",
            "study_instance_uid": "1.2.3", "series_instance_uid": "1.2.3.4", "modality": "CT",
        }
        for n, content in files.items()
    ]  # fmt: skip
    assert client.api("PUT", "/manifest", json={"format": 1, "case": client.case, "items": items}).status_code == 200
    assert client.complete([parcel]).status_code == 202
    wanted = "needs_more" if missing else "received"
    wait_until(lambda: client.view()["state"] == wanted, what=wanted)
    return client


@pytest.fixture(scope="module")
def case(served: ReceiverProcess) -> CaseClient:
    return send(served, series(5, PatientBirthDate="not a date") | {6: REPORT.read_bytes()})


def test_frames_and_small_pictures_come_as_png_and_what_is_none_says_why(
    served: ReceiverProcess, case: CaseClient
) -> None:
    session, here = signed_in(served), f"{served.url}/console/cases/{case.case}"
    page = session.get(here, timeout=30).text
    assert "CT OF THE HEAD" in page
    told = session.get(f"{here}/sets/1", timeout=30).json()
    assert told["instances"] == [[n, 1] for n in (5, 4, 3, 2, 1)]
    own = session.get(f"{here}/frames/3/0.png", timeout=60)
    assert (own.content[:8], own.headers["Content-Type"], own.headers["Cache-Control"]) == (
        PNG,
        "image/png",
        "no-store",
    )
    brain = session.get(f"{here}/frames/3/0.png?centre=40&width=80", timeout=60)
    assert json.loads(brain.headers["Frame-Facts"])["window"] == {"centre": 40.0, "width": 80.0, "name": ""}
    assert brain.content != own.content
    assert session.get(f"{here}/sets/1.png", timeout=60).content[:8] == PNG
    report = session.get(f"{here}/frames/6/0.png", timeout=60)
    assert (report.status_code, "no picture" in report.json()["sentence"]) == (422, True)
    [kept] = (served.data / "thumbnails" / case.case).glob("*.png")
    assert kept.stat().st_mode & 0o777 == 0o600


def test_frames_stand_behind_the_same_doors_as_their_case(served: ReceiverProcess, case: CaseClient) -> None:
    path = f"{served.url}/console/cases/{case.case}/frames/1/0.png"
    assert requests.get(path, timeout=30).status_code == 401
    assert requests.get(path, timeout=30, cookies={"secondread_session": "x"}).status_code == 401
    assert signed_in(served, "auditor").get(path, timeout=30).status_code == 403
    assert signed_in(served, "reviewer").get(path, timeout=30).status_code == 404
    session, other = signed_in(served), send(served, {1: dicom_file(), 2: dicom_file(SOPInstanceUID="1.2.9")})
    assert session.get(f"{served.url}/console/cases/{other.case}/frames/3/0.png", timeout=30).status_code == 404
    assert session.get(f"{served.url}/console/cases/{'0' * 32}/frames/1/0.png", timeout=30).status_code == 404
    assert session.post(path, timeout=30).status_code == 405


def test_a_hostile_image_harms_neither_its_case_nor_the_next_frame(served: ReceiverProcess) -> None:
    whole = dicom_file()
    files = {
        1: whole[:900],
        2: whole[:132] + b"\xff" * 3000,
        3: dicom_file(Rows=65535, Columns=65535),
        4: dicom_file(NumberOfFrames=60_000),
        5: dicom_file(PixelData=b"\0\0"),
        6: dicom_file(InstanceNumber=9),
    }
    case = send(served, files)
    session, here = signed_in(served), f"{served.url}/console/cases/{case.case}"
    assert session.get(here, timeout=30).status_code == 200
    for ordinal in range(1, 6):
        answer = session.get(f"{here}/frames/{ordinal}/59999.png", timeout=60)
        assert (answer.status_code, bool(answer.json()["sentence"])) == (422, True), ordinal
    assert session.get(f"{here}/frames/6/0.png", timeout=60).content[:8] == PNG


def test_small_pictures_go_with_a_withdrawn_case(served: ReceiverProcess) -> None:
    case, session = send(served, series(3), missing=1), signed_in(served)
    assert session.get(f"{served.url}/console/cases/{case.case}/sets/1.png", timeout=60).content[:8] == PNG
    folder = served.data / "thumbnails" / case.case
    assert folder.exists()
    assert case.api("DELETE").json()["state"] == "withdrawn"
    assert not folder.exists()


def test_nothing_of_a_person_stands_in_the_log_and_no_child_outlives_the_receiver(
    served: ReceiverProcess, case: CaseClient
) -> None:
    log = served.log.read_text().lower()
    for words in ("lopez", "maria", "not a date", "riverside", "1.2.3.4", "the head"):
        assert words not in log
    assert "/console/cases/<case>/frames/<int:ordinal>/<int:frame>.png" in log
    assert signed_in(served).get(f"{served.url}/console/cases/{case.case}/frames/1/0.png", timeout=60).ok
    children = drawing_children(served.pid)
    assert children
    served.kill()
    wait_until(lambda: not [child for child in children if (Path("/proc") / child).exists()], what="the children's end")
    served.start()


def drawing_children(pid: int) -> list[str]:
    """Return the drawing children of a process."""
    found = []
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            parent = path.read_text().rpartition(")")[2].split()[1]
            command = path.with_name("cmdline").read_bytes()
        except OSError:
            continue
        if parent == str(pid) and b"frame_child" in command:
            found.append(path.parent.name)
    return found
