"""The edges: bodies before Flask, logs, files and addresses that do not stand."""

import asyncio
import io
import logging
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa
from dbos._logger import init_logger
from sqlalchemy.engine import Engine
from starlette.types import Message, Receive, Scope, Send

from secondread_server.adapters.database.engine import make_engine, scrub
from secondread_server.adapters.object_store import open_objects
from secondread_server.adapters.workflows import DbosWorkflows, _redact_logs
from secondread_server.cli import run
from secondread_server.errors import SettingsUnusable
from secondread_server.settings import load_settings
from secondread_server.settings_template import TEMPLATE
from secondread_server.web.whole_bodies import WholeBodies
from secondread_shared.redaction import install_event_log
from tests.support.receiver import with_settings
from tests.support.server_fakes import FakeOutside

LARGE = 3 << 20


class FakeClient:
    """One request: sends messages, then nothing more, and keeps what was answered and what the application saw."""

    def __init__(self, *messages: Message, length: int) -> None:
        self.answers: list[Message] = []
        self.seen: bytes | None = None
        self._messages = list(messages)
        self._scope: Scope = {
            "type": "http", "method": "PUT", "path": "/manifest",
            "headers": [(b"content-length", str(length).encode())],
        }  # fmt: skip

    async def ask(self, bodies: WholeBodies) -> None:
        await bodies(self._scope, self._receive, self._send)

    async def application(self, _scope: Scope, receive: Receive, _send: Send) -> None:
        self.seen = b""
        has_more = True
        while has_more:
            message = await receive()
            self.seen += message["body"]
            has_more = message["more_body"]

    async def _receive(self) -> Message:
        if self._messages:
            return self._messages.pop(0)
        await asyncio.Event().wait()
        raise AssertionError

    async def _send(self, message: Message) -> None:
        self.answers.append(message)


def part(body: bytes, *, more: bool) -> Message:
    return {"type": "http.request", "body": body, "more_body": more}


@pytest.mark.parametrize("body", [b"x", b"x" * 100_000, bytes(range(256)) * (LARGE // 256)])
def test_a_body_is_handed_over_whole(body: bytes) -> None:
    half = len(body) // 2
    client = FakeClient(part(body[:half], more=True), part(body[half:], more=False), length=len(body))
    asyncio.run(client.ask(WholeBodies(client.application)))
    assert client.seen == body


def test_a_client_that_leaves_is_dropped_without_calling_the_application() -> None:
    client = FakeClient(part(b"x", more=True), {"type": "http.disconnect"}, length=10)
    asyncio.run(client.ask(WholeBodies(client.application)))
    assert (client.seen, client.answers) == (None, [])


def test_a_client_that_only_drips_is_answered_408_and_closed() -> None:
    client = FakeClient(part(b"x", more=True), length=10)
    asyncio.run(client.ask(WholeBodies(client.application, patience=0.05)))
    assert client.seen is None
    assert client.answers[0]["status"] == 408
    assert (b"connection", b"close") in client.answers[0]["headers"]


def test_too_many_large_bodies_at_a_time_are_asked_to_come_again() -> None:
    client = FakeClient(part(b"x" * LARGE, more=False), length=LARGE)
    asyncio.run(client.ask(WholeBodies(client.application, patience=0.02, slots=0)))
    assert (client.seen, client.answers[0]["status"]) == (None, 507)


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    root = logging.getLogger()
    before, level = list(root.handlers), root.level
    stream = io.StringIO()
    install_event_log(stream)
    yield stream
    root.handlers[:] = before
    root.setLevel(level)


def test_the_workflows_library_logs_through_the_redaction_only(
    log: io.StringIO, capsys: pytest.CaptureFixture[str]
) -> None:
    logger = logging.getLogger("dbos")
    logger.addHandler(logging.StreamHandler())
    _redact_logs()
    init_logger()
    try:
        raise ValueError("Jane Doe")
    except ValueError:
        logger.exception("Jane Doe")
    assert "Jane" not in log.getvalue() + "".join(capsys.readouterr())
    assert '"logger": "dbos"' in log.getvalue()


def test_an_error_of_the_database_does_not_tell_the_parameters(engine: Engine) -> None:
    with pytest.raises(sa.exc.SQLAlchemyError) as caught, engine.connect() as connection:
        connection.execute(sa.text("SELECT * FROM nowhere WHERE x = :x"), {"x": "Jane Doe"})
    assert "Jane" not in str(caught.value)


def test_databases_are_for_their_owner_only(tmp_path: Path, outside: FakeOutside) -> None:
    engine = make_engine(f"sqlite:///{tmp_path / 'new.sqlite'}")
    with engine.begin() as connection:
        connection.execute(sa.text("CREATE TABLE t (x TEXT)"))
    flows = f"sqlite:///{tmp_path / 'flows.sqlite'}"
    DbosWorkflows(database_url=flows, executor_id="x", desk=outside.desk)
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in tmp_path.glob("*.sqlite*")
             if path.name.startswith(("new", "flows"))}  # fmt: skip
    engine.dispose()
    assert {"new.sqlite", "new.sqlite-wal", "flows.sqlite"} <= set(modes)
    assert set(modes.values()) == {0o600}


def test_after_scrubbing_deleted_words_are_in_no_file(tmp_path: Path) -> None:
    engine = make_engine(f"sqlite:///{tmp_path / 'words.sqlite'}")
    with engine.begin() as connection:
        connection.execute(sa.text("CREATE TABLE t (x TEXT)"))
        connection.execute(sa.text("INSERT INTO t VALUES ('Jane Doe')"))
    with engine.begin() as connection:
        connection.execute(sa.text("DELETE FROM t"))
    files = list(tmp_path.glob("words.sqlite*"))
    assert any(b"Jane" in file.read_bytes() for file in files)
    scrub(engine)
    assert not any(b"Jane" in file.read_bytes() for file in files)
    engine.dispose()


@pytest.fixture
def data(tmp_path: Path) -> Path:
    assert run(["init", "--data", str(tmp_path / "data")]) == 0
    return tmp_path / "data"


def put(data: Path, changes: str) -> None:
    (data / "secondread.toml").write_text(with_settings(TEMPLATE, changes))


@pytest.mark.parametrize(
    ("command", "changes", "told"),
    [
        (["serve", "--port", "99999"], "", "port"),
        (["serve", "--port=-1"], "", "port"),
        (["cases", "list"], 'storage.database_url = "nonsense"', "database_url"),
        (["cases", "list"], 'storage.database_url = "nope://x/y"', "database_url"),
        (["serve"], 'storage.database_url = "nonsense"', "database_url"),
        (["cases", "list"], 'storage.objects_url = "nonsense"', "objects_url"),
        (["serve", "--port", "0"], 'storage.objects_url = "nope://x"', "objects_url"),
    ],
)
def test_what_does_not_stand_is_said_in_a_sentence(
    data: Path, capsys: pytest.CaptureFixture[str], command: list[str], changes: str, told: str
) -> None:
    put(data, changes)
    capsys.readouterr()
    assert run([*command, "--data", str(data)]) == 1
    said = capsys.readouterr().err.splitlines()
    assert told in said[-1]
    assert "Traceback" not in "".join(said)


@pytest.mark.parametrize("content", [None, b"", b"garbage " * 1000])
def test_a_database_that_cannot_be_used_is_said_in_a_sentence(
    data: Path, capsys: pytest.CaptureFixture[str], content: bytes | None
) -> None:
    for file in data.glob("secondread.sqlite*"):
        file.unlink()
    if content is not None:
        (data / "secondread.sqlite").write_bytes(content)
    capsys.readouterr()
    assert run(["cases", "list", "--data", str(data)]) == 1
    assert len(capsys.readouterr().err.splitlines()) == 1


@pytest.mark.parametrize("name", ["secondread.sqlite", "workflows.sqlite"])
def test_serving_from_garbage_is_refused_in_a_sentence(
    data: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    for file in data.glob(f"{name}*"):
        file.unlink()
    (data / name).write_bytes(b"garbage " * 1000)
    capsys.readouterr()
    assert run(["serve", "--port", "0", "--data", str(data)]) == 1
    assert "database" in capsys.readouterr().err.splitlines()[-1]


@pytest.mark.parametrize(
    "line",
    [
        "programme.promise_hours = 0",
        "programme.promise_hours = 8761",
        'programme.currency = "usd"',
        'programme.currency = "EURO"',
        "limits.parcel_bytes = 0",
        "limits.upload_bytes = -1",
        "limits.case_bytes = 0",
        "limits.cases_per_hour = 0",
        'server.host = ""',
        "server.port = 65536",
        'server.trusted_proxies = "everyone"',
        'server.trusted_proxies = "*"',
    ],
)
def test_a_setting_out_of_bounds_is_named(tmp_path: Path, line: str) -> None:
    put(tmp_path, line)
    with pytest.raises(SettingsUnusable, match=line.split(" ")[0]):
        load_settings(tmp_path)


def test_proxies_may_be_several_addresses_or_a_network(tmp_path: Path) -> None:
    put(tmp_path, 'server.trusted_proxies = "127.0.0.1, ::1,10.0.0.0/8"')
    assert load_settings(tmp_path).server.trusted_proxies


def test_a_store_of_an_unknown_kind_is_the_settings_fault(tmp_path: Path) -> None:
    with pytest.raises(SettingsUnusable, match="objects_url"):
        open_objects("nope://bucket", tmp_path)
