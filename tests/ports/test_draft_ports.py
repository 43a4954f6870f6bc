"""`Drafts`: one suite, in memory and in an encrypted file; then what only a file can suffer."""

import stat
import sys

import pytest

from secondread_desktop.adapters.credentials import CaseCredentials
from secondread_desktop.adapters.draft_file import EncryptedDraft
from secondread_desktop.errors import DiskFull, StateUnusable
from tests.support.fake_state import MemoryDrafts

TOLD = b"Maria Example, 31 January 1950"


def on_disk(folder):
    return EncryptedDraft(folder, CaseCredentials(folder / "credentials", None))


@pytest.fixture(params=["memory", "file"])
def drafts(request, tmp_path):
    return MemoryDrafts() if request.param == "memory" else on_disk(tmp_path)


def test_there_is_no_draft_at_first(drafts):
    assert drafts.read() is None


def test_the_draft_that_was_kept_last_is_read(drafts):
    drafts.keep(b"first")
    drafts.keep(TOLD)
    assert drafts.read() == TOLD
    assert drafts.read() == TOLD


def test_a_discarded_draft_is_gone_and_discarding_none_is_no_matter(drafts):
    drafts.discard()
    drafts.keep(TOLD)
    drafts.discard()
    assert drafts.read() is None
    drafts.keep(b"another")
    assert drafts.read() == b"another"


def test_a_draft_that_was_put_aside_is_not_read_again(drafts):
    drafts.keep(TOLD)
    drafts.put_aside()
    assert drafts.read() is None
    drafts.put_aside()


def test_another_opening_reads_the_draft(tmp_path):
    on_disk(tmp_path).keep(TOLD)
    assert on_disk(tmp_path).read() == TOLD


def test_the_file_tells_nothing_and_is_its_owners_alone(tmp_path):
    on_disk(tmp_path).keep(TOLD)
    file = tmp_path / "draft"
    assert TOLD not in file.read_bytes()
    assert b"Maria" not in file.read_bytes()
    if sys.platform != "win32":
        assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_the_same_draft_kept_twice_looks_different(tmp_path):
    drafts = on_disk(tmp_path)
    drafts.keep(TOLD)
    once = (tmp_path / "draft").read_bytes()
    drafts.keep(TOLD)
    assert (tmp_path / "draft").read_bytes() != once


def test_to_discard_is_to_forget_the_key_as_well(tmp_path):
    drafts = on_disk(tmp_path)
    drafts.keep(TOLD)
    saved = (tmp_path / "draft").read_bytes()
    assert list((tmp_path / "credentials").iterdir())
    drafts.discard()
    assert not list((tmp_path / "credentials").iterdir())
    (tmp_path / "draft").write_bytes(saved)  # a copy that somebody took is worth nothing now
    assert on_disk(tmp_path).read() is None


@pytest.mark.parametrize("place", [0, 10, 30, 50, -1])
def test_a_damaged_draft_is_put_aside_and_the_next_one_is_kept(tmp_path, place):
    on_disk(tmp_path).keep(TOLD)
    content = bytearray((tmp_path / "draft").read_bytes())
    content[place] ^= 1
    (tmp_path / "draft").write_bytes(content)
    drafts = on_disk(tmp_path)
    assert drafts.read() is None
    assert (tmp_path / "draft.unreadable").exists()
    drafts.keep(b"new")
    assert on_disk(tmp_path).read() == b"new"
    drafts.discard()
    assert not (tmp_path / "draft.unreadable").exists()


@pytest.mark.parametrize("length", [0, 5, 24, 30, 40])
def test_a_draft_that_is_cut_off_is_put_aside(tmp_path, length):
    on_disk(tmp_path).keep(TOLD)
    (tmp_path / "draft").write_bytes((tmp_path / "draft").read_bytes()[:length])
    assert on_disk(tmp_path).read() is None
    assert not (tmp_path / "draft").exists()


def test_a_draft_whose_key_is_lost_or_spoilt_is_put_aside(tmp_path):
    on_disk(tmp_path).keep(TOLD)
    (key,) = (tmp_path / "credentials").iterdir()
    key.write_text("x" * 44)
    assert on_disk(tmp_path).read() is None


def test_a_folder_that_cannot_be_written_is_told(tmp_path):
    (tmp_path / "draft").mkdir()
    drafts = on_disk(tmp_path)
    with pytest.raises(StateUnusable):
        drafts.keep(TOLD)
    with pytest.raises(StateUnusable):
        drafts.discard()
    assert drafts.read() is None


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="a device that is always full")
def test_a_full_disk_is_told(tmp_path, monkeypatch):
    def full(_path, _content):
        with open("/dev/full", "wb", buffering=0) as file:
            file.write(b"x")

    monkeypatch.setattr("secondread_desktop.adapters.draft_file.write_durably", full)
    with pytest.raises(DiskFull):
        on_disk(tmp_path).keep(TOLD)
