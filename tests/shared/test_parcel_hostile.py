"""The reader against whoever wants to break it: it yields the true bytes, or one of its own errors."""

import contextlib
import io
import struct
import time
import tracemalloc
import zipfile

import msgspec
import pytest
import zstandard
from hypothesis import given
from hypothesis import strategies as st

from secondread_shared.errors import CodecError, ParcelError, ParcelMalformed, ParcelOverLimit
from secondread_shared.parcel import layout
from secondread_shared.parcel.layout import ParcelEntry
from secondread_shared.parcel.reader import ParcelReader
from secondread_shared.wire import Codec
from tests.support.parcels import CASE, RawEntry, RawParcel, by_hand, honest, indexed, read_all, sha256

CONTENTS = [b"first", b"", b"second" * 300]
PARCELS = {codec: honest(CONTENTS, codec=codec) for codec in Codec}
TRUE = ParcelEntry(ordinal=1, size=5, sha256=sha256(b"first"), codec="raw", stored=5)


def refused(parcel, *, match=None):
    """Expect the reader's own error, by whichever way it comes."""
    with pytest.raises((ParcelError, CodecError), match=match):
        read_all(parcel)


def reads_the_same_or_is_refused(parcel, contents=CONTENTS):
    with contextlib.suppress(ParcelError, CodecError):
        assert read_all(parcel) == contents


def spoiled(**changes):
    """Return a parcel whose first entry is changed."""
    parcel = by_hand(CONTENTS)
    for name, value in changes.items():
        setattr(parcel.entries[0], name, value)
    return parcel.build()


def lying(*entries, **changes):
    """Return a parcel with one entry, `first`, and another index than the true one."""
    kind = RawEntry(b"00000001", b"first")
    return RawParcel([kind, indexed([b"first"], **({"entries": list(entries)} if entries else {}), **changes)]).build()


def test_the_parcel_put_together_by_hand_is_taken():
    assert read_all(by_hand(CONTENTS).build()) == CONTENTS
    assert read_all(lying()) == [b"first"]


@pytest.mark.parametrize("codec", list(Codec))
@given(st.data())
def test_a_changed_byte_anywhere_reads_the_same_or_is_refused(codec, data):
    parcel = bytearray(PARCELS[codec])
    for _ in range(data.draw(st.integers(1, 4))):
        parcel[data.draw(st.integers(0, len(parcel) - 1))] ^= data.draw(st.integers(1, 255))
    reads_the_same_or_is_refused(bytes(parcel))


@pytest.mark.parametrize("codec", list(Codec))
def test_each_single_flipped_bit_reads_the_same_or_is_refused(codec):
    parcel = bytearray(honest([b"first", b"y" * 40], codec=codec))
    for place in range(len(parcel)):
        for bit in range(8):
            parcel[place] ^= 1 << bit
            reads_the_same_or_is_refused(bytes(parcel), [b"first", b"y" * 40])
            parcel[place] ^= 1 << bit


@given(st.data())
def test_bytes_moved_or_removed_anywhere_read_the_same_or_are_refused(data):
    parcel = PARCELS[Codec.RAW]
    start = data.draw(st.integers(0, len(parcel)))
    end = data.draw(st.integers(start, len(parcel)))
    to = data.draw(st.integers(0, len(parcel)))
    cut = parcel[:start] + parcel[end:]
    reads_the_same_or_is_refused(cut)
    reads_the_same_or_is_refused(cut[:to] + parcel[start:end] + cut[to:])


@pytest.mark.parametrize("codec", list(Codec))
def test_a_parcel_cut_at_any_length_is_refused(codec):
    for length in range(len(PARCELS[codec])):
        refused(PARCELS[codec][:length])


@given(st.binary(max_size=300))
def test_any_bytes_are_refused(content):
    refused(content)


NAMES = [b"../../etc/cron.d/x", b"/etc/passwd", b"C:\\x", b"00000001/", b"00000001\x00.sh", b"0000001", b"1", b"",
         b"00000002", b"\xff\xfe", b"PARCEL.JSON", b"x" * 60_000]  # fmt: skip


@pytest.mark.parametrize("name", NAMES, ids=lambda name: repr(name[:20]))
def test_an_entry_of_another_name_than_its_ordinal_is_refused(name):
    refused(spoiled(name=name))


HOSTILE = {
    "a duplicate name": RawParcel([RawEntry(b"00000001", b"a"), RawEntry(b"00000001", b"b"), indexed([b"a", b"b"])]),
    "a duplicate index": RawParcel([RawEntry(b"00000001", b"a"), indexed([b"a"]), indexed([b"a"])]),
    "an index that is not last": RawParcel([indexed([b"a"]), RawEntry(b"00000001", b"a")]),
    "no index": RawParcel([RawEntry(b"00000001", b"a")]),
    "no entry at all": RawParcel([]),
    "bytes before the first entry": by_hand(CONTENTS, before=b"#!/bin/sh\n"),
    "bytes between entries": by_hand(CONTENTS, between=b"hidden"),
    "bytes before the directory": by_hand(CONTENTS, before_directory=b"hidden"),
    "bytes after the directory": by_hand(CONTENTS, before_end=b"hidden"),
    "trailing bytes": by_hand(CONTENTS, after=b"hidden"),
    "a trailing second parcel": by_hand(CONTENTS, after=PARCELS[Codec.RAW]),
    "a comment": by_hand(CONTENTS, comment=b"hidden"),
    "a comment that holds an end record": by_hand(CONTENTS, comment=PARCELS[Codec.RAW]),
    "another disk": by_hand(CONTENTS, end={"disk": 1}),
    "the directory on another disk": by_hand(CONTENTS, end={"start_disk": 1}),
    "part of the entries here": by_hand(CONTENTS, end={"here": 1}),
    "a count that is too small": by_hand(CONTENTS, end={"count": 3}),
    "a count that is too large": by_hand(CONTENTS, end={"count": 5}),
    "a directory placed elsewhere": by_hand(CONTENTS, end={"offset": 0}),
    "a directory of another size": by_hand(CONTENTS, end={"size": 46}),
    "a ZIP64 record placed elsewhere": by_hand(CONTENTS, zip64={"place": 0}),
    "a ZIP64 directory placed elsewhere": by_hand(CONTENTS, zip64={"offset": 1}),
    "a ZIP64 directory beyond the file": by_hand(CONTENTS, zip64={"offset": (1 << 64) - 1, "size": 1}),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_container_of_another_shape_is_refused(name):
    refused(HOSTILE[name].build())


@pytest.mark.parametrize("changes", [
    {"method": zipfile.ZIP_DEFLATED}, {"method": zipfile.ZIP_LZMA}, {"method": 99},
    {"flags": 0x1}, {"flags": 0x8}, {"flags": 0x20}, {"flags": 0x40}, {"flags": 0x800},
    {"local_flags": 0x1}, {"local_flags": 0x800, "local_name": b"\xff" * 8},
    {"local_name": b"00000009"}, {"local_name": b"0000000", "local_extra": b"\0" * 21},
    {"local_extra": b"hidden-hidden-hidden"}, {"extra": struct.pack("<HHQQQ", 1, 24, 5, 5, 9)},
    {"extra": b"\x01\x00\xff"}, {"comment": b"hidden"}, {"place": 1}, {"place": 58}, {"place": 0x7FFFFFFF},
    {"stated_size": 4}, {"stated_size": 6}, {"stated_size": 0xFFFFFFFE}, {"stated_crc": 1},
    {"content": b"firs"},
], ids=repr)  # fmt: skip
def test_an_entry_of_another_kind_is_refused(changes):
    refused(spoiled(**changes))


def test_entries_that_overlap_are_refused():
    parcel = by_hand([b"a" * 100, b"b" * 100])
    parcel.entries[1].place = 0
    refused(parcel.build(), match="entry_place")


@pytest.mark.parametrize("changes", [
    {"format": 2}, {"case": "d" * 32}, {"case": ""}, {"ordinal": 2}, {"ordinal": -1}, {"ordinal": 10**30},
], ids=repr)  # fmt: skip
def test_a_parcel_of_another_case_or_place_is_refused(changes):
    refused(lying(**changes) if changes.get("ordinal") != 10**30 else huge_ordinal(), match="of_another|unreadable")


def huge_ordinal():
    parcel = by_hand([b"first"])
    parcel.entries[-1].content = parcel.entries[-1].content.replace(
        b'"ordinal":1,"entries"', b'"ordinal":1%s,"entries"' % (b"0" * 30)
    )
    return parcel.build()


@pytest.mark.parametrize("changes", [
    {"ordinal": 2}, {"ordinal": 0}, {"ordinal": -1}, {"stored": 4}, {"stored": 6},
    {"size": -1}, {"size": 4}, {"size": 6},
    {"sha256": ""}, {"sha256": "A" * 64}, {"codec": "zstd"}, {"codec": "gzip"}, {"codec": "LOPEZ^MARIA" * 50},
], ids=repr)  # fmt: skip
def test_an_index_that_lies_is_refused(changes):
    refused(lying(msgspec.structs.replace(TRUE, **changes)))


@pytest.mark.parametrize("entries", [[TRUE, TRUE], [TRUE, msgspec.structs.replace(TRUE, ordinal=2)]])
def test_an_index_of_more_than_there_is_is_refused(entries):
    refused(lying(*entries), match="index_lies")


@pytest.mark.parametrize(
    "content", [b"", b"{}", b"null", b"[" * 50_000, b"\xff", b'{"format":1,"case":"', b"{" + b" " * 10**6]
)
def test_an_index_that_is_no_index_is_refused(content):
    parcel = by_hand([b"first"])
    parcel.entries[-1].content = content
    refused(parcel.build(), match="index_unreadable")


def test_a_zip64_record_that_is_not_needed_is_refused():
    refused(by_hand(CONTENTS, zip64={}).build(), match="directory")


def test_a_second_directory_behind_the_first_is_never_followed():
    """`zipfile` follows a ZIP64 locator even where the end record does not ask for it: a way around the bounds."""
    record = struct.pack("<4sQ2H2L4Q", b"PK\x06\x06", 44, 45, 45, 0, 0, 4, 4, 300 << 20, 0)
    locator = struct.pack("<4sLQL", b"PK\x06\x07", 0, 0, 1)
    parcel = by_hand(CONTENTS)
    parcel.entries[-1].extra = struct.pack("<HH", 0x5345, len(record + locator)) + record + locator
    spoilt = parcel.build()
    place = spoilt.index(b"PK\x06\x06")
    spoilt = spoilt.replace(locator, struct.pack("<4sLQL", b"PK\x06\x07", 0, place, 1))
    refused(spoilt, match="entry_count")


@pytest.mark.parametrize("zip64", [
    {"count": 10**6}, {"size": 300 << 20}, {"count": 1 << 63, "size": 1 << 62}, {"size": (1 << 64) - 1},
], ids=repr)  # fmt: skip
def test_a_directory_that_would_fill_the_memory_is_refused_before_it_is_read(zip64):
    class Sparse(io.BytesIO):
        """Refuses to be read in one piece."""

        def read(self, size=-1):
            assert 0 <= size < 5 << 20
            return super().read(size)

    parcel = by_hand(CONTENTS, zip64=zip64).build()
    with pytest.raises(ParcelOverLimit, match="entry_count"):
        ParcelReader(Sparse(parcel), case=CASE, ordinal=1)


def test_more_entries_than_a_parcel_may_hold_are_refused():
    count = layout.MAX_ENTRIES + 1
    refused(by_hand([b""] * count).build(), match="entry_count")


def test_an_index_over_its_bound_is_refused_before_it_is_read():
    parcel = by_hand([b"first"])
    parcel.entries[-1].content += b" " * layout.MAX_INDEX_BYTES
    refused(parcel.build(), match="index_size")


@pytest.mark.parametrize(
    ("size", "match"), [(70_000, "ratio"), (1 << 40, "original_bytes"), (1 << 70, "original_bytes")]
)
def test_a_bomb_is_refused_by_what_the_index_states(size, match):
    refused(lying(msgspec.structs.replace(TRUE, size=size)) if size < 1 << 63 else huge_size(), match=match)


def huge_size():
    parcel = by_hand([b"first"])
    parcel.entries[-1].content = parcel.entries[-1].content.replace(b'"size":5', b'"size":%d' % (1 << 70))
    return parcel.build()


def test_a_bomb_that_states_little_is_stopped_at_what_it_states():
    stream = zstandard.compress(b"\0" * (64 << 20))
    entry = ParcelEntry(ordinal=1, size=60_000, sha256=sha256(b""), codec="zstd", stored=len(stream))
    bomb = RawParcel([RawEntry(b"00000001", stream), indexed([], entries=[entry])]).build()
    tracemalloc.start()
    refused(bomb, match="longer_than_stated")
    assert tracemalloc.get_traced_memory()[1] < 8 << 20
    tracemalloc.stop()


def test_an_original_that_is_not_what_its_digest_says_is_yielded_for_its_taker_to_judge():
    assert read_all(lying(msgspec.structs.replace(TRUE, sha256="0" * 64))) == [b"first"]


def test_a_parcel_with_the_most_entries_is_read_in_moments():
    parcel = honest([b""] * 5000)
    started = time.monotonic()
    assert read_all(parcel) == [b""] * 5000
    assert time.monotonic() - started < 20


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
@pytest.mark.parametrize("has_index", [True, False])
def test_a_zip_of_another_program_is_refused_politely(method, has_index):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method) as container:
        container.writestr("00000001", b"first")
        if has_index:
            container.writestr("parcel.json", indexed([b"first"]).content)
    with pytest.raises(ParcelMalformed):
        read_all(file.getvalue())


def test_an_error_tells_nothing_of_what_was_in_the_parcel():
    with pytest.raises(ParcelError) as caught:
        read_all(spoiled(name=b"LOPEZ^MARIA"))
    assert "LOPEZ" not in repr(caught.value)
    assert caught.value.__cause__ is None
