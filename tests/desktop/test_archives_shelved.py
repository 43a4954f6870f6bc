"""Archives inside archives are unpacked once, in nobody's way; a full computer is a finding."""

import errno
import threading

import pytest

from secondread_desktop.adapters import archive_streams
from secondread_desktop.adapters.archive_copies import ArchiveCopies
from secondread_desktop.adapters.archive_streams import Source, Unpacked
from secondread_desktop.adapters.contents import FileContents
from secondread_desktop.adapters.media_folder import MediaFolder
from secondread_desktop.core.nothing_found import Kind, Nothing, nothing_in, unreadable
from secondread_desktop.errors import DiskFull, Interrupted
from secondread_desktop.services.scan import scan
from secondread_desktop.ui.plain_english import plain_english
from secondread_desktop.ui.sentences.letter import is_wanted
from secondread_desktop.ui.sentences.nothing import nothing_words
from tests.desktop.test_archives import CT, MR, at, findings
from tests.desktop.test_disc_contents import names, scanned
from tests.support.archives import zip_of
from tests.support.fakes import Told

__all__ = ["at"]
PATIENCE_S = 20


class Unpacking:
    """An archive in the making, which waits until it may go on."""

    def __init__(self):
        self.begun, self.may_end = threading.Event(), threading.Event()
        self.times = 0

    def __call__(self):
        self.times += 1
        self.begun.set()
        assert self.may_end.wait(PATIENCE_S)
        return Source(None, 0)


@pytest.fixture
def unpacking():
    """A shelf of copies on which one is being made by another thread, under the key `one`."""
    copies, slow, made = ArchiveCopies(), Unpacking(), []
    worker = threading.Thread(target=lambda: made.append(copies.get(("one",), slow, cancel=None)))
    worker.start()
    assert slow.begun.wait(PATIENCE_S)
    yield copies, slow, made
    slow.may_end.set()
    worker.join(PATIENCE_S)
    assert not worker.is_alive()


def test_who_wants_another_archive_does_not_wait_for_the_first(unpacking):
    copies, slow, made = unpacking
    source = Source(None, 0)
    assert copies.get(("two",), lambda: source, cancel=None) is source
    assert copies.takes(("three",), 5, outermost_bytes=5)
    assert (made, slow.times) == ([], 1)


def test_who_wants_the_same_archive_gets_the_one_copy(unpacking):
    copies, slow, made = unpacking
    slow.may_end.set()
    assert copies.get(("one",), slow, cancel=None) is made[0]
    assert slow.times == 1


def test_stopping_is_heard_while_another_unpacks_the_same(unpacking):
    copies, slow, _ = unpacking
    stop = threading.Event()
    stop.set()
    with pytest.raises(Interrupted):
        copies.get(("one",), slow, cancel=stop)
    assert slow.times == 1


def test_an_archive_that_could_not_be_unpacked_is_tried_anew():
    copies, source = ArchiveCopies(), Source(None, 0)

    def full():
        raise DiskFull

    with pytest.raises(DiskFull):
        copies.get(("one",), full, cancel=None)
    assert copies.get(("one",), lambda: source, cancel=None) is source


def test_another_archive_is_listed_while_an_inner_one_is_unpacked(at, monkeypatch):
    at("outer.zip", zip_of({"in.zip": zip_of({"IM1": CT})}))
    folder = at("other.zip", zip_of({"IM2": MR})).parent
    medium, slow = MediaFolder(str(folder), 1), Unpacking()
    outer, other = sorted(medium.walk(), key=lambda item: item.parts, reverse=True)
    (inner,) = medium.inside(outer)
    finish = Unpacked.finish

    def finish_late(self, cancel=None):
        slow()
        return finish(self, cancel)

    monkeypatch.setattr(Unpacked, "finish", finish_late)
    found = []
    worker = threading.Thread(target=lambda: found.extend(medium.inside(inner)))
    worker.start()
    try:
        assert slow.begun.wait(PATIENCE_S)
        assert [item.parts for item in medium.inside(other)] == [("other.zip", "IM2")]
        assert found == []
    finally:
        slow.may_end.set()
        worker.join(PATIENCE_S)
    assert [item.parts for item in found] == [("outer.zip", "in.zip", "IM1")]


@pytest.fixture
def full(monkeypatch):
    """Make the computer full: nothing that is unpacked can be kept, but for what is small."""
    keep = Unpacked._keep

    def keep_little(self, block):
        if self._made + len(block) > 100_000:
            raise DiskFull
        keep(self, block)

    monkeypatch.setattr(Unpacked, "_keep", keep_little)


def test_an_inner_archive_that_this_computer_has_no_room_for_is_a_finding(at, full):
    inner = zip_of({"IM1": CT, "pad": bytes(range(256)) * 2000}, method=0)
    path = at("a.zip", zip_of({"IM2": MR, "in.zip": inner}))
    catalogue = scanned(path)
    assert names(catalogue.instances) == ["a.zip/IM2"]
    assert findings(catalogue) == [("no_room", "a.zip/in.zip")]
    assert unreadable(catalogue) == ()
    assert not is_wanted(catalogue)
    medium = MediaFolder(str(path), 1)
    (archive,) = medium.walk()
    inside = [item for item in medium.inside(archive) if item.parts[-1] == "in.zip"]
    assert [item.code for item in medium.inside(inside[0])] == ["no_room"]


def test_where_only_room_is_missing_nobody_is_sent_to_the_hospital(at, full):
    inner = zip_of({"IM1": CT, "pad": bytes(range(256)) * 2000}, method=0)
    catalogue = scanned(at("a.zip", zip_of({"in.zip": inner})))
    assert nothing_in(catalogue) == Nothing(Kind.NO_ROOM)
    title, text = nothing_words(nothing_in(catalogue), catalogue, plain_english)
    assert "room" in title
    assert "hospital" not in text
    assert not is_wanted(catalogue)


def test_copies_that_this_computer_has_no_room_to_compare_are_both_kept(at, full):
    large = CT + bytes(200_000)
    at("a.zip", zip_of({"IM1": large}))
    folder = at("b.zip", zip_of({"IM1": large})).parent
    catalogue = scan([MediaFolder(str(folder), 1)], contents=FileContents(), tell=Told(), cancel=threading.Event())
    assert len(catalogue.instances) == 2


@pytest.mark.parametrize(
    ("number", "raised"), [(errno.ENOSPC, DiskFull), (errno.EDQUOT, DiskFull), (errno.EACCES, PermissionError)]
)
def test_a_full_disk_is_told_from_another_trouble_of_the_private_file(monkeypatch, number, raised):
    class Spool:
        def __init__(self, **_):
            pass

        def seek(self, _place):
            return 0

        def write(self, _block):
            raise OSError(number, "no")

        def close(self):
            pass

    monkeypatch.setattr(archive_streams.tempfile, "SpooledTemporaryFile", Spool)
    with pytest.raises(raised), Unpacked(iter([b"x"]), 1) as stream:
        stream.read(1)
