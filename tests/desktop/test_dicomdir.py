"""What a DICOMDIR names: pydicom is the oracle, and hostile ones cost little."""

import io
import struct
import threading
import warnings
from pathlib import Path

import pydicom
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydicom.data import get_testdata_file

from secondread_desktop.adapters.contents import FileContents
from secondread_desktop.adapters.index_reader import IndexReader
from secondread_desktop.core.dicomdir import MOST_RECORDS, Budget, read_index
from secondread_desktop.errors import Interrupted
from secondread_desktop.services.heeding import heeding
from secondread_desktop.services.sorts import Sort

_FOLDER = Path(str(get_testdata_file("dicomdirtests/DICOMDIR"))).parent
_READABLE = ("DICOMDIR", "DICOMDIR-implicit", "DICOMDIR-nopatient", "DICOMDIR-reordered", "DICOMDIR-empty.dcm")


def content_of(name: str) -> bytes:
    return (_FOLDER / name).read_bytes()


def named_by_pydicom(path: Path) -> list[tuple[tuple[str, ...], str]]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        dataset = pydicom.dcmread(path, force=True)
        named = []
        for record in dataset.DirectoryRecordSequence:
            file_id = record.get("ReferencedFileID")
            if file_id:
                parts = (file_id,) if isinstance(file_id, str) else tuple(file_id)
                named.append((parts, str(record.ReferencedSOPInstanceUIDInFile)))
    return named


@pytest.mark.parametrize("name", _READABLE)
def test_it_names_what_pydicom_reads_in_it(name):
    entries = read_index(content_of(name))
    assert entries is not None
    assert [(entry.parts, entry.sop_instance_uid) for entry in entries] == named_by_pydicom(_FOLDER / name)


def test_each_file_stands_under_its_study_and_series():
    entries = read_index(content_of("DICOMDIR")) or ()
    first, last = entries[0], entries[-1]
    assert (first.study_date, first.study_description, first.modality) == (
        "20010101",
        "XR C Spine Comp Min 4 Views",
        "CR",
    )
    assert first.study_instance_uid != last.study_instance_uid
    assert all(entry.study_instance_uid and entry.series_instance_uid for entry in entries)


def test_records_in_another_order_stand_where_their_pointers_say():
    ordered = {entry.parts: entry for entry in read_index(content_of("DICOMDIR")) or ()}
    assert {entry.parts: entry for entry in read_index(content_of("DICOMDIR-reordered")) or ()} == ordered


def test_one_in_big_endian_or_without_offsets_is_not_guessed_at():
    assert read_index(content_of("DICOMDIR-bigEnd")) is None


def test_one_that_ends_early_is_told_at_every_place():
    content = content_of("DICOMDIR")
    for end in [*range(0, 2000, 7), *range(2000, len(content) - 1, 501)]:
        assert read_index(content[:end]) is None


def test_a_file_that_is_no_longer_in_use_is_not_named():
    content = content_of("DICOMDIR")
    flag = struct.pack("<HH", 0x0004, 0x1410) + b"US\x02\x00"
    assert content.count(flag) > 31
    assert read_index(content.replace(flag + b"\xff\xff", flag + b"\x00\x00")) == ()


def test_pointers_in_a_ring_end():
    content = bytearray(content_of("DICOMDIR"))
    for tag in (0x1400, 0x1420):  # every record is followed by, and holds, the first one
        mark = struct.pack("<HH", 0x0004, tag) + b"UL\x04\x00"
        root = content.index(struct.pack("<HH", 0x0004, 0x1200) + b"UL\x04\x00") + 8
        at = content.find(mark)
        while at >= 0:
            content[at + 8 : at + 12] = content[root : root + 4]
            at = content.find(mark, at + 1)
    assert len(read_index(bytes(content)) or ()) == 31


@pytest.mark.parametrize("is_closed", [True, False])
def test_sixty_four_thousand_sequences_in_each_other_are_walked_without_depth(is_closed):
    content = content_of("DICOMDIR")
    start = 144 + struct.unpack_from("<I", content, 140)[0]
    opening = struct.pack("<HH2sHI", 0x0004, 0x1000, b"SQ", 0, 0xFFFFFFFF) + struct.pack(
        "<HHI", 0xFFFE, 0xE000, 0xFFFFFFFF
    )
    closing = struct.pack("<HHI", 0xFFFE, 0xE00D, 0) + struct.pack("<HHI", 0xFFFE, 0xE0DD, 0)
    deep = opening * 65536 + (closing * 65536 if is_closed else b"")
    entries = read_index(content[:start] + deep + content[start:])
    assert (entries is not None) == is_closed


@given(st.binary(max_size=400))
def test_any_bytes_after_a_true_beginning_are_read_or_refused(rest):
    head = content_of("DICOMDIR")[: 144 + struct.unpack_from("<I", content_of("DICOMDIR"), 140)[0]]
    assert read_index(head + rest) is None or isinstance(read_index(head + rest), tuple)


@given(st.data())
def test_a_changed_one_is_read_or_refused(data):
    content = bytearray(content_of("DICOMDIR"))
    for _ in range(data.draw(st.integers(1, 5))):
        content[data.draw(st.integers(132, len(content) - 1))] = data.draw(st.integers(0, 255))
    entries = read_index(bytes(content))
    assert entries is None or len(entries) < 2000


def index_with(records: int) -> bytes:
    """Return a DICOMDIR of tiny records, one kind of value each."""
    meta = b"\x02\x00\x02\x00UI\x14\x001.2.840.10008.1.3.10" + b"\x02\x00\x10\x00UI\x14\x001.2.840.10008.1.2.1\0"
    record = b"\x04\x00\x00\x15CS\x02\x00A "
    items = (b"\xfe\xff\x00\xe0" + struct.pack("<I", len(record)) + record) * records
    head = bytes(128) + b"DICM\x02\x00\x00\x00UL\x04\x00" + struct.pack("<I", len(meta)) + meta
    return head + b"\x04\x00\x20\x12SQ\x00\x00" + struct.pack("<I", len(items)) + items


def test_an_index_of_more_records_than_the_bound_is_unreadable():
    assert len(read_index(index_with(10), Budget(10)) or ()) == 10
    assert read_index(index_with(11), Budget(10)) is None


def test_all_indexes_of_a_scan_share_one_bound():
    reader = IndexReader(most_records=10)
    read = [reader.read(io.BytesIO(index_with(4)), size=1000) for _ in range(4)]
    assert [len(one.index or ()) for one in read] == [4, 4, 0, 0]
    assert [one.problem for one in read] == [None, None, "index_unreadable", "index_unreadable"]


def test_a_scan_s_bound_is_what_no_disc_reaches():
    content = index_with(MOST_RECORDS + 1)
    looked = FileContents().examine(io.BytesIO(content), size=len(content))
    assert (looked.sort, looked.index, looked.problem) == (Sort.INDEX, None, "index_unreadable")


@pytest.mark.parametrize("kind", ["many records", "one long record", "deep"])
def test_reading_an_index_stops_when_asked(kind):
    content = index_with(20_000)
    if kind == "one long record":
        elements = b"\x04\x00\x00\x15CS\x02\x00A " * 20_000
        content = index_with(0)[:-4] + struct.pack("<I", len(elements) + 8)
        content += b"\xfe\xff\x00\xe0" + struct.pack("<I", len(elements)) + elements
    elif kind == "deep":
        content = index_with(0)[:-12] + b"\x08\x00\x15\x11SQ\x00\x00\xff\xff\xff\xff"
        content += b"\xfe\xff\x00\xe0\x00\x00\x00\x00" * 20_000

    class Stopping(threading.Event):
        asked = 0

        def is_set(self):
            self.asked += 1
            return self.asked > 2

    stop = Stopping()
    with pytest.raises(Interrupted):
        IndexReader().read(heeding(io.BytesIO(content), stop), size=len(content))
    assert stop.asked == 3
