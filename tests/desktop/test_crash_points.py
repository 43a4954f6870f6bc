"""The state folder on disk: a death at every single step, then a new process over the same folder."""

import errno
import os
import sqlite3
from contextlib import ExitStack, contextmanager

import pytest

from secondread_desktop.adapters import staging as staging_module
from secondread_desktop.adapters.outbox_database import OutboxDatabase, open_owner_lock
from secondread_desktop.adapters.staging import FolderStaging, PrivateFile
from secondread_desktop.adapters.state_folder import looked_at, opened
from secondread_desktop.errors import DiskFull, StateInUse, StateUnusable
from secondread_shared.contract import Limits
from tests.desktop.desk import CASE, MESSAGE, TOKEN, Desk, images
from tests.support.fake_media import FakeMedium
from tests.support.fake_receiver import FakeReceiver

SMALL = Limits(parcel_bytes=9000)


class Died(BaseException):
    """The process is gone."""


class Mortal:
    """Passes calls on, and dies at call number `at`, before it or after it took effect."""

    calls = 0

    def __init__(self, target, fate):
        self._target, self._fate = target, fate

    def __getattr__(self, name):
        method = getattr(self._target, name)

        def call(*arguments, **options):
            self._fate["calls"] += 1
            dies = self._fate["calls"] == self._fate["at"]
            if dies and not self._fate["after"]:
                raise Died
            answer = method(*arguments, **options)
            if dies:
                if hasattr(answer, "close"):
                    answer.close()
                raise Died
            return answer

        return call


def attempt(desk, folder, *, fate):
    """Run `send` over the state folder in what stands for a new process."""
    with opened(folder, lambda: None) as state:
        desk.outbox = state.outbox
        changes = {
            "outbox": Mortal(state.outbox, fate),
            "stock": lambda case: Mortal(state.stock(case), fate),
            "staging": Mortal(state.staging, fate),
            "credentials": state.credentials,
        }
        if state.outbox.find(case=CASE) is None:
            desk.plan()
            state.credentials.save(CASE, TOKEN)
        return desk.submit(**changes)


def desk():
    return Desk(receiver=FakeReceiver(limits=SMALL), medium=FakeMedium(dict(images(7))))


@pytest.mark.parametrize("after", [False, True])
def test_a_death_at_any_step_leaves_the_same_bytes_and_nothing_doubled(tmp_path, after):
    at, has_died = 0, True
    while has_died:
        at += 1
        work = desk()
        folder = tmp_path / f"{at}-{after}"
        try:
            attempt(work, folder, fate={"calls": 0, "at": at, "after": after})
            has_died = False
        except Died:
            outcome = attempt(work, folder, fate={"calls": 0, "at": 0, "after": after})
            assert outcome.verified == 7
        assert work.received() == work.originals()
        assert len(work.receiver.cases) == 1
        assert not list((folder / "staging").glob("*"))
        paths = [item.path for item in work.receiver.cases[CASE].manifest.items]
        assert len(paths) == len(set(paths)) == 7
    assert at > 40


def test_two_deaths_are_no_worse_than_one(tmp_path):
    for first in range(5, 40, 9):
        for second in range(3, 24, 5):
            work = desk()
            folder = tmp_path / f"{first}-{second}"
            for at in (first, second, 0):
                with ExitStack() as stack:
                    stack.enter_context(pytest.raises(Died)) if at else None
                    attempt(work, folder, fate={"calls": 0, "at": at, "after": bool(at % 2)})
            assert work.received() == work.originals()


def test_everything_in_the_state_folder_is_private(tmp_path):
    work = desk()
    with pytest.raises(Died):
        attempt(work, tmp_path / "state", fate={"calls": 0, "at": 45, "after": True})
    with opened(tmp_path / "state", lambda: None):
        files = [path for path in (tmp_path / "state").rglob("*") if path.is_file()]
        folders = [path for path in (tmp_path / "state").rglob("*") if path.is_dir()]
        assert any(path.suffix == ".parcel" for path in files)
        assert [path.name for path in files + folders if path.stat().st_mode & 0o077] == []


def test_after_the_intake_is_acknowledged_no_trace_of_it_is_on_the_disk(tmp_path):
    work = desk()
    work.receiver.on_request = _die_at("PUT payment")
    with pytest.raises(Died):
        attempt(work, tmp_path / "state", fate={"calls": 0, "at": 0, "after": False})
    content = b"".join(path.read_bytes() for path in (tmp_path / "state").rglob("*") if path.is_file())
    assert MESSAGE.intake.question.encode() not in content
    assert MESSAGE.intake.email.encode() not in content


def test_before_it_is_acknowledged_the_intake_is_kept(tmp_path):
    work = desk()
    work.receiver.on_request = _die_at("PUT intake")
    with pytest.raises(Died):
        attempt(work, tmp_path / "state", fate={"calls": 0, "at": 0, "after": False})
    work.receiver.on_request = lambda _name: None
    assert attempt(work, tmp_path / "state", fate={"calls": 0, "at": 0, "after": False}).verified == 7
    assert work.receiver.cases[CASE].intake == MESSAGE


def test_after_the_end_no_name_from_the_disc_is_in_the_state_folder(tmp_path):
    work = Desk(medium=FakeMedium({"PLANTED_NAME/IM1": images(1)["DICOM/IM0001"]}))
    attempt(work, tmp_path / "state", fate={"calls": 0, "at": 0, "after": False})
    content = b"".join(path.read_bytes() for path in (tmp_path / "state").rglob("*") if path.is_file())
    assert b"PLANTED_NAME" not in content


def _die_at(request):
    def on_request(name):
        if name == request:
            raise Died

    return on_request


def test_one_program_owns_the_folder_and_another_may_look(tmp_path):
    with opened(tmp_path, lambda: None):
        with pytest.raises(StateInUse):
            open_owner_lock(tmp_path)
        with looked_at(tmp_path, lambda: None) as state:
            assert state.outbox.pending() == []
    open_owner_lock(tmp_path).release()


def test_a_newer_outbox_is_left_alone(tmp_path):
    OutboxDatabase(tmp_path).close()
    connection = sqlite3.connect(tmp_path / "outbox.sqlite")
    connection.execute("PRAGMA user_version=99")
    connection.close()
    with pytest.raises(StateUnusable):
        OutboxDatabase(tmp_path)


def test_an_outbox_of_the_first_version_goes_on(tmp_path):
    database = OutboxDatabase(tmp_path)
    with database.transaction() as connection:
        connection.execute("ALTER TABLE submission DROP COLUMN completeness")
        connection.execute("ALTER TABLE submission DROP COLUMN request")
        connection.execute("PRAGMA user_version=1")
    database.close()
    database = OutboxDatabase(tmp_path)
    assert [row["name"] for row in database.rows("PRAGMA table_info(submission)")][-2:] == [
        "request",
        "completeness",
    ]
    database.close()


@pytest.mark.parametrize("number", [errno.EROFS, errno.EACCES, errno.EIO])
def test_a_folder_that_may_not_be_written_to_is_told(tmp_path, monkeypatch, number):
    def refuse(*_arguments, **_options):
        raise OSError(number, "no")

    monkeypatch.setattr(os, "open", refuse)
    with pytest.raises(StateUnusable), opened(tmp_path, lambda: None):
        pass


def test_a_file_that_is_no_database_is_told(tmp_path):
    (tmp_path / "outbox.sqlite").write_bytes(b"not a database at all" * 100)
    with pytest.raises(StateUnusable):
        OutboxDatabase(tmp_path)


def test_a_folder_that_cannot_be_made_is_told(tmp_path):
    (tmp_path / "file").write_text("x")
    with pytest.raises(StateUnusable), opened(tmp_path / "file" / "state", lambda: None):
        pass


@contextmanager
def full_after(limit, monkeypatch):
    """Let a disk take only so many bytes."""
    left = [limit]
    real = PrivateFile.write

    def write(self, data):
        left[0] -= len(data)
        if left[0] < 0 and not self.is_spoilt:
            self.is_spoilt = True
            raise DiskFull
        return real(self, data)

    with monkeypatch.context() as patch:
        patch.setattr(staging_module.PrivateFile, "write", write)
        yield


@pytest.mark.parametrize("limit", [0, 100, 5_000, 12_000, 20_000])
def test_a_full_disk_here_stops_and_goes_on_when_there_is_room(tmp_path, monkeypatch, limit):
    work = desk()
    with full_after(limit, monkeypatch), pytest.raises(DiskFull):
        attempt(work, tmp_path, fate={"calls": 0, "at": 0, "after": False})
    attempt(work, tmp_path, fate={"calls": 0, "at": 0, "after": False})
    assert work.received() == work.originals()


def test_the_systems_own_word_for_a_full_disk_is_understood(monkeypatch):
    if not os.path.exists("/dev/full"):
        pytest.skip("this system has no /dev/full")
    with PrivateFile(os.open("/dev/full", os.O_WRONLY), "wb") as file, pytest.raises(DiskFull):
        file.write(b"x")
    assert errno.ENOSPC


def test_a_spoilt_parcel_never_counts_as_closed(tmp_path):
    staging = FolderStaging(tmp_path)
    file = staging.begin(CASE, 1)
    file.is_spoilt = True
    with pytest.raises(DiskFull):
        staging.close(CASE, file)
