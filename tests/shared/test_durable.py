"""Durable writes: whatever step fails, a reader sees the old bytes or the new ones."""

import os
import stat
import threading
from pathlib import Path

import pytest

from secondread_shared import durable
from secondread_shared.durable import private_folder, write_durably

OLD, NEW = b"old" * 1000, b"new" * 2000


class PowerCut(Exception):
    """Stands for the machine going away."""


def cut(*arguments, **options):
    raise PowerCut


STEPS = [(os, "open"), (os, "fdopen"), (os, "fsync"), (Path, "replace"), (durable, "fsync_folder")]


@pytest.mark.parametrize(("owner", "name"), STEPS, ids=[name for _, name in STEPS])
def test_a_cut_at_any_step_leaves_the_old_bytes_or_the_new_ones(owner, name, tmp_path, monkeypatch):
    target = tmp_path / "file"
    write_durably(target, OLD)
    with monkeypatch.context() as patch:
        patch.setattr(owner, name, cut)
        with pytest.raises(PowerCut):
            write_durably(target, NEW)
    assert target.read_bytes() in (OLD, NEW)
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_the_bytes_are_on_the_disk_before_the_name_points_at_them(tmp_path, monkeypatch):
    order = []
    real_fsync, real_replace = os.fsync, Path.replace
    monkeypatch.setattr(os, "fsync", lambda fd: (order.append("fsync"), real_fsync(fd)))
    monkeypatch.setattr(Path, "replace", lambda self, to: (order.append("replace"), real_replace(self, to)))
    write_durably(tmp_path / "file", NEW)
    assert order == (["fsync", "replace"] if os.name == "nt" else ["fsync", "replace", "fsync"])


def test_a_file_left_by_a_cut_does_not_stop_the_next_write(tmp_path):
    target = tmp_path / "file"
    (tmp_path / f"file.{os.getpid()}.{threading.get_ident()}.tmp").write_bytes(b"half")
    write_durably(target, NEW)
    assert target.read_bytes() == NEW


def test_two_writers_at_once_never_mix(tmp_path):
    target = tmp_path / "file"
    contents = [bytes([65 + n]) * (50_000 + n) for n in range(4)]
    write_durably(target, contents[0])
    failures, done = [], threading.Event()

    def read():
        while not done.is_set():
            if target.read_bytes() not in contents:
                failures.append("mixture")

    def write(content):
        for _ in range(25):
            write_durably(target, content)

    reader = threading.Thread(target=read)
    writers = [threading.Thread(target=write, args=(content,)) for content in contents]
    for thread in [reader, *writers]:
        thread.start()
    for thread in writers:
        thread.join()
    done.set()
    reader.join()
    assert not failures
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps its own access lists")
def test_files_and_folders_are_for_their_owner_alone(tmp_path):
    folder = private_folder(tmp_path / "deep" / "state")
    write_durably(folder / "token", b"x")
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert stat.S_IMODE((folder / "token").stat().st_mode) == 0o600
    assert private_folder(folder) == folder
