"""The console in a real process: the wall before it, the sign-in over the wire, downloads from the ASGI side."""

import http.client
import io
import re
import zipfile
from collections.abc import Iterator

import pytest
import requests

from tests.support.case_client import CaseClient, make_parcel
from tests.support.receiver import ReceiverProcess, wait_until

PASSWORD = "correct horse battery"
FILES = [b"first image" * 1000, b"second image" * 1000]


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ReceiverProcess]:
    process = ReceiverProcess(tmp_path_factory.mktemp("console") / "data")
    for role in ("coordinator", "front_desk"):
        arguments = ("staff", "add", "--data", str(process.data), "--role", role, "--email", f"{role}@example.org")
        process.command(*arguments, stdin=f"{PASSWORD}\n")
    process.start()
    yield process
    process.stop()


def signed_in(served: ReceiverProcess, role: str = "coordinator") -> requests.Session:
    session = requests.Session()
    page = session.get(f"{served.url}/console", timeout=30)
    assert page.status_code == 401
    [token] = re.findall(r'name="form_token" value="(\w+)"', page.text)
    form = {"form_token": token, "email": f"{role}@example.org", "password": PASSWORD}
    answer = session.post(f"{served.url}/console/sign-in", data=form, timeout=30)
    assert (answer.status_code, answer.url) == (200, f"{served.url}/console/queue")
    return session


@pytest.fixture(scope="module")
def case(served: ReceiverProcess) -> CaseClient:
    client = CaseClient(served.url).begin()
    parcel = make_parcel(client.case, dict(enumerate(FILES, 1)))
    client.upload(parcel)
    assert client.put_manifest(FILES).status_code == 200
    assert client.complete([parcel]).status_code == 202
    wait_until(lambda: client.view()["state"] == "received", what="received")
    return client


def test_both_are_served_and_the_zip_holds_what_was_sent(served: ReceiverProcess, case: CaseClient) -> None:
    session = signed_in(served)
    assert "LOPEZ, MARIA" in session.get(f"{served.url}/console/queue", timeout=30).text
    answer = session.get(f"{served.url}/console/cases/{case.case}/all.zip", timeout=30)
    assert answer.headers["Content-Type"] == "application/zip"
    assert case.view()["case_number"] in answer.headers["Content-Disposition"]  # type: ignore[operator]
    with zipfile.ZipFile(io.BytesIO(answer.content)) as archive:
        assert archive.namelist()[0] == "manifest.json"
        assert [archive.read(name) for name in archive.namelist()[1:]] == FILES
    history = session.get(f"{served.url}/console/cases/{case.case}/history", timeout=30).text
    assert "Downloaded all files" in history


@pytest.mark.parametrize("rest", ["all.zip", "attachments/1"])
def test_downloads_stand_behind_the_same_doors(served: ReceiverProcess, case: CaseClient, rest: str) -> None:
    path = f"{served.url}/console/cases/{case.case}/{rest}"
    stranger = requests.get(path, timeout=30, allow_redirects=False)
    assert (stranger.status_code, stranger.headers["Location"]) == (303, "/console/sign-in")
    assert requests.get(path, timeout=30, cookies={"secondread_session": "x"}, allow_redirects=False).status_code == 303
    assert signed_in(served, "front_desk").get(path, timeout=30).status_code == 403
    elsewhere = f"{served.url}/console/cases/{'0' * 32}/{rest}"
    assert signed_in(served).get(elsewhere, timeout=30).status_code == 404


def test_no_name_stands_in_the_log(served: ReceiverProcess, case: CaseClient) -> None:
    session = signed_in(served)
    page = session.get(f"{served.url}/console/queue", timeout=30).text
    [token] = set(re.findall(r'name="form_token" value="(\w+)"', page))
    session.post(f"{served.url}/console/queue", data={"form_token": token, "words": "lopez"}, timeout=30)
    session.get(f"{served.url}/console/cases/{case.case}/intake", timeout=30)
    log = served.log.read_text().lower()
    assert "/console/cases/<case>" in log
    assert not re.search(r"lopez|maria|coordinator@|correct horse", log)


BODY = b"0123456789abcdef" * (1 << 17)


@pytest.mark.parametrize(
    ("method", "path", "headers", "body", "status"),
    [
        ("POST", "/console/sign-in", {"Transfer-Encoding": "chunked"}, b"0\r\n\r\n", 411),
        ("POST", "/console/sign-in", {"Content-Length": "2097152"}, b"", 413),
        ("POST", "/console/sign-in", {"Content-Length": "400000"}, BODY[:400_000], 413),
        ("POST", f"/console/cases/{'0' * 32}/note", {"Content-Length": "400000"}, BODY[:400_000], 413),
        ("GET", "/console/none", {}, b"", 404), ("PROPFIND", "/console", {}, b"", 405),
        ("GET", "/consolex", {}, b"", 404), ("GET", "/files/none", {"Tus-Resumable": "1.0.0"}, b"", 405),
        ("POST", "/api/v1/none", {"Transfer-Encoding": "chunked"}, b"0\r\n\r\n", 411),
    ],
)  # fmt: skip
def test_every_refusal_carries_the_strict_headers_whoever_makes_it(
    served: ReceiverProcess, method: str, path: str, headers: dict[str, str], body: bytes, status: int
) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", served.port, timeout=30)
    try:
        connection.putrequest(method, path)
        for name, value in headers.items():
            connection.putheader(name, value)
        connection.endheaders(body or None)
        answer = connection.getresponse()
        assert answer.status == status
        assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
        assert "frame-ancestors 'none'" in answer.headers["Content-Security-Policy"]
        assert (answer.headers["X-Content-Type-Options"], answer.headers["Cache-Control"]) == ("nosniff", "no-store")
    finally:
        connection.close()


def test_the_pages_own_files_are_served(served: ReceiverProcess) -> None:
    for name in ("console.css", "console.js", "htmx.min.js"):
        assert requests.get(f"{served.url}/console/static/{name}", timeout=30).status_code == 200
    assert (
        requests.get(f"{served.url}/console/programme.css", timeout=30).headers["Content-Type"].startswith("text/css")
    )


def test_a_process_without_the_console_has_none_of_its_pages(tmp_path_factory: pytest.TempPathFactory) -> None:
    process = ReceiverProcess(tmp_path_factory.mktemp("wall") / "data", apps="receiver").start()
    try:
        for path in ("", "/", "/sign-in", "/queue", "/static/console.css", f"/cases/{'0' * 32}/all.zip"):
            assert requests.get(f"{process.url}/console{path}", timeout=30).status_code == 404
        assert requests.post(f"{process.url}/console/sign-in", timeout=30).status_code == 404
    finally:
        process.stop()


def test_a_console_alone_runs_beside_the_receiver_and_takes_no_uploads(served: ReceiverProcess) -> None:
    beside = served.beside("console").start()
    try:
        assert requests.get(f"{beside.url}/console/sign-in", timeout=30).status_code == 200
        assert requests.get(f"{beside.url}/api/v1/programme", timeout=30).status_code == 404
        assert requests.post(f"{beside.url}/files", headers={"Tus-Resumable": "1.0.0"}, timeout=30).status_code == 404
        assert signed_in(beside).get(f"{beside.url}/console/queue", timeout=30).status_code == 200
    finally:
        beside.stop()
