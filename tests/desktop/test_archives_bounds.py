"""What a ZIP file may cost while its list is read, and that stopping is heard meanwhile."""

import io
import struct
import threading

import pytest

from secondread_desktop.adapters import archives, zip_index
from secondread_desktop.adapters.archive_streams import Source
from secondread_desktop.adapters.contents import FileContents
from secondread_desktop.adapters.media_folder import MediaFolder
from secondread_desktop.adapters.zip_index import members_of, read_entries
from secondread_desktop.errors import Interrupted
from secondread_desktop.services.heeding import heeding
from secondread_desktop.services.sorts import Sort
from tests.desktop.test_archives import CT, MR, at, findings
from tests.desktop.test_disc_contents import names, scanned
from tests.support.archives import locked_zip_of, streamed_zip_of, zip_of

__all__ = ["at"]
LOCAL = struct.pack("<4sHHHHHLLLHH", b"PK\x03\x04", 20, *[0] * 9)
CENTRAL = struct.pack("<4sBBHHHHHLLLHHHHHLL", b"PK\x01\x02", 20, 0, 20, *[0] * 14)


def listless(count):
    return LOCAL * count


def listed(count, *, name=b"", comment=b""):
    """Return an archive whose list has `count` entries, which all lie at its start."""
    entry = CENTRAL[:28] + struct.pack("<HHH", len(name), 0, len(comment)) + CENTRAL[34:] + name + comment
    end = struct.pack("<4sHHHHLLH", b"PK\x05\x06", 0, 0, 0xFFFF, 0xFFFF, count * len(entry), len(LOCAL), 0)
    return LOCAL + entry * count + end


class Counting(io.BytesIO):
    """A file that knows how it was read, and may set a flag once it was read often enough."""

    reads = 0
    largest = 0
    until = 1 << 40
    stop = threading.Event()

    def read(self, count=-1):
        content = super().read(count)
        self.reads += 1
        self.largest = max(self.largest, len(content))
        if self.reads >= self.until:
            self.stop.set()
        return content


@pytest.mark.parametrize("make", [listless, listed])
def test_no_more_entries_are_read_than_are_taken(make, monkeypatch):
    monkeypatch.setattr(zip_index, "MOST_MEMBERS", 1000)
    content = make(5000)
    file = Counting(content)
    source = Source(file, len(content))
    entries, is_whole = read_entries(source)
    assert len(entries) <= 1001
    assert not is_whole
    assert file.reads < 5000
    if make is listless:
        index = members_of(entries, source, is_whole=is_whole)
        assert [trouble.code for trouble in index.troubles if not trouble.parts][-1] == "archive_too_large"
        assert len(index.members) == 1000


def test_an_archive_of_too_many_folders_is_said_to_be_too_large(at, monkeypatch):
    monkeypatch.setattr(zip_index, "MOST_MEMBERS", 20)
    monkeypatch.setattr(archives, "MOST_MEMBERS", 20)
    catalogue = scanned(at("a.zip", zip_of({"IM1": CT} | {f"{number}/": b"" for number in range(40)} | {"IM2": MR})))
    assert names(catalogue.instances) == ["a.zip/IM1"]
    assert findings(catalogue) == [("archive_too_large", "a.zip")]


def test_a_long_list_is_read_piece_by_piece_and_whole():
    content = listed(300, name=b"IM1", comment=bytes(0xFFFF))
    file = Counting(content)
    place = zip_index.list_place(Source(file, len(content)))
    entries = [*zip_index.listed(Source(file, len(content)), place[0], place[1], shift=place[2])]
    assert [entry.name for entry in entries] == ["IM1"] * 300
    assert file.largest <= 1 << 20
    assert file.reads < 40


@pytest.mark.parametrize("cut", [1, 20, 46, 60])
def test_a_list_that_breaks_off_says_so(cut):
    content = listed(3, name=b"IM1", comment=b"word")
    begin, size = len(LOCAL), 3 * 53
    whole = [*zip_index.listed(Source(io.BytesIO(content), len(content)), begin, size, shift=0)]
    assert None not in whole
    assert [*zip_index.listed(Source(io.BytesIO(content), len(content)), begin, size - cut, shift=0)][-1] is None


@pytest.mark.parametrize(
    "content",
    [listless(50_000), listed(60_000), streamed_zip_of({"IM1": bytes(80 << 20), "IM2": CT})[:-200]],
    ids=["no list", "long list", "no list, sizes unknown"],
)
def test_stopping_is_heard_while_a_list_is_read(at, content):
    path = at("a.zip", content)
    (archive,) = MediaFolder(str(path), 1).walk()

    class Late:
        """A flag that is set once it was asked a few times."""

        asked = 0

        def is_set(self):
            self.asked += 1
            return self.asked > 3

    late = Late()
    with pytest.raises(Interrupted):
        list(MediaFolder(str(path), 1).inside(archive, cancel=late))
    assert late.asked == 4
    file, stop = Counting(content), threading.Event()
    file.until, file.stop = 3, stop
    with pytest.raises(Interrupted):
        FileContents().examine(heeding(file, stop), size=len(content))
    assert file.reads == 3


@pytest.mark.parametrize("strength", [0, 4, 5, 255])
def test_a_key_of_a_strength_that_nobody_knows_is_named(at, strength):
    content = locked_zip_of({"IM1": CT}, b"secret").replace(b"AE\x03", b"AE" + bytes([strength]))
    assert findings(scanned(at("a.zip", content))) == [("member_unknown", "a.zip/IM1")]


def test_a_lock_that_does_not_say_its_kind_is_named(at):
    content = locked_zip_of({"IM1": CT}, b"secret").replace(b"\x01\x99\x07\x00", b"\x02\x99\x07\x00")
    assert findings(scanned(at("a.zip", content))) == [("member_unknown", "a.zip/IM1")]


@pytest.mark.parametrize("flags", [0x1, 0x40, 0x2000])
def test_a_program_that_unpacks_itself_and_is_locked_in_any_way_is_told(flags):
    content = bytearray(b"MZ" + bytes(2 << 20) + zip_of({"IM1": CT}))
    assert FileContents().examine(io.BytesIO(content), size=len(content)).sort is Sort.ARCHIVE
    struct.pack_into("<H", content, content.rindex(b"PK\x01\x02") + 8, flags)
    assert FileContents().examine(io.BytesIO(content), size=len(content)).sort is Sort.LOCKED
