"""Parcel v1: what is put in comes out, and the same entries give the same bytes."""

import gc
import io
import shutil
import subprocess
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondread_shared.errors import ParcelMalformed, ParcelOverLimit
from secondread_shared.parcel import layout
from secondread_shared.parcel.container import central_header, end_records, local_header
from secondread_shared.parcel.layout import ParcelEntry, closing_bytes, entry_name, is_ratio_fair
from secondread_shared.parcel.reader import ParcelReader
from secondread_shared.parcel.writer import ParcelWriter
from secondread_shared.wire import Codec
from tests.support.parcels import CASE, by_hand, honest, indexed, read_all, sha256

MIB = 1 << 20
CONTENTS = st.lists(st.binary(max_size=2000), max_size=8)


@given(CONTENTS, st.sampled_from(Codec))
def test_what_is_put_in_comes_out(contents, codec):
    assert read_all(honest(contents, codec=codec)) == contents


@given(CONTENTS, st.sampled_from(Codec))
def test_the_same_entries_give_the_same_bytes(contents, codec):
    assert honest(contents, codec=codec) == honest(contents, codec=codec)


@given(CONTENTS)
def test_the_bytes_are_those_of_the_specification(contents):
    assert honest(contents) == by_hand(contents).build()


def test_the_bytes_of_a_small_parcel_never_change():
    assert sha256(honest([b"first", b""])) == "6786fe1bb4a28afefa0ae1db24daace7de78c47e8bdde1708905b626e1daedf4"


def test_the_index_tells_of_each_entry(tmp_path):
    with ParcelReader(io.BytesIO(honest([b"x" * 1000], codec=Codec.ZSTD, ordinal=7)), case=CASE, ordinal=7) as reader:
        (entry,) = reader.index.entries
        assert (reader.index.format, reader.index.case, reader.index.ordinal) == (1, CASE, 7)
        assert (entry.ordinal, entry.size, entry.codec, entry.sha256) == (1, 1000, "zstd", sha256(b"x" * 1000))
        assert entry.stored == len(reader.encoded(entry).read()) < 1000


def test_an_entry_copied_as_it_is_stored_decodes_to_the_same_original():
    source = honest([b"x" * 5000, b"y" * 100], codec=Codec.ZSTD)
    target = io.BytesIO()
    writer = ParcelWriter(target, case=CASE, ordinal=2)
    with ParcelReader(io.BytesIO(source), case=CASE, ordinal=1) as reader:
        kept = reader.index.entries[1]
        writer.add(reader.encoded(kept), ordinal=kept.ordinal, size=kept.size, sha256=kept.sha256, codec=Codec.ZSTD)
    writer.close()
    assert read_all(target.getvalue(), ordinal=2) == [b"y" * 100]


def test_a_parcel_beyond_4_gib_has_zip64_records_that_zipfile_understands(tmp_path):
    large = 5 << 30
    index = indexed([b"x"], entries=[ParcelEntry(ordinal=1, size=large, sha256=sha256(b""), codec="raw", stored=large)])
    place = len(local_header("00000001", crc=0, stored=large)) + large
    directory = central_header("00000001", crc=0, stored=large, place=0)
    directory += central_header("parcel.json", crc=index.crc(), stored=index.size(), place=place)
    with (tmp_path / "parcel").open("w+b") as file:  # sparse: the five GiB are a hole
        file.write(local_header("00000001", crc=0, stored=large))
        file.seek(place)
        file.write(index.local() + directory)
        file.write(end_records(count=2, size=len(directory), place=place + len(index.local())))
        with zipfile.ZipFile(file) as container:
            assert [info.file_size for info in container.infolist()] == [large, index.size()]
        with ParcelReader(file, case=CASE, ordinal=1) as reader:
            assert reader.index.entries[0].size == large


def test_any_zip_program_can_open_a_parcel(tmp_path):
    path = tmp_path / "parcel"
    path.write_bytes(honest([b"first", b"second"]))
    with zipfile.ZipFile(path) as container:
        assert container.testzip() is None
        assert container.namelist() == ["00000001", "00000002", "parcel.json"]
    if shutil.which("unzip"):
        subprocess.run(["unzip", "-tq", str(path)], check=True, capture_output=True)


def test_the_writer_knows_its_size_and_entries():
    file = io.BytesIO()
    writer = ParcelWriter(file, case=CASE, ordinal=1)
    assert (writer.size_bytes, writer.entries, writer.is_full) == (0, [], False)
    entry = writer.add(io.BytesIO(b"abc"), ordinal=1, size=3, sha256=sha256(b"abc"), codec=Codec.RAW)
    assert writer.entries == [entry]
    assert writer.size_bytes == layout.LOCAL_OVERHEAD + len(entry_name(1)) + 3


def test_the_writer_refuses_what_its_reader_would_refuse():
    file = io.BytesIO()
    writer = ParcelWriter(file, case=CASE, ordinal=1)
    with pytest.raises(ParcelOverLimit, match="ratio"):
        writer.add(io.BytesIO(b"x"), ordinal=1, size=10 * MIB, sha256=sha256(b""), codec=Codec.ZSTD)
    writer.add(io.BytesIO(b"y"), ordinal=1, size=1, sha256=sha256(b"y"), codec=Codec.RAW)
    with pytest.raises(ParcelMalformed, match="duplicate_name"):
        writer.add(io.BytesIO(b"z"), ordinal=1, size=1, sha256=sha256(b"z"), codec=Codec.RAW)
    writer.close()
    assert read_all(file.getvalue()) == [b"y"]


def test_a_writer_that_is_given_up_writes_nothing_more():
    file = io.BytesIO()
    writer = ParcelWriter(file, case=CASE, ordinal=1)
    writer.add(io.BytesIO(b"y"), ordinal=1, size=1, sha256=sha256(b"y"), codec=Codec.RAW)
    before = file.getvalue()
    del writer
    gc.collect()
    assert file.getvalue() == before


def test_a_parcel_is_full_at_its_bounds(monkeypatch):
    monkeypatch.setattr("secondread_shared.parcel.writer.MAX_ENTRIES", 2)
    writer = ParcelWriter(io.BytesIO(), case=CASE, ordinal=1)
    for ordinal in (1, 2):
        assert not writer.is_full
        writer.add(io.BytesIO(b""), ordinal=ordinal, size=0, sha256=sha256(b""), codec=Codec.RAW)
    assert writer.is_full


@pytest.mark.parametrize(("ordinal", "expected"), [(1, 8), (2, 16), (3, 32), (6, 256), (7, 256), (10**6, 256)])
def test_parcels_double_from_8_mib_to_the_limit(ordinal, expected):
    assert closing_bytes(ordinal, 256 * MIB) == expected * MIB


def test_a_receiver_with_a_small_limit_gets_small_parcels_from_the_first():
    assert closing_bytes(1, MIB) == MIB


@pytest.mark.parametrize(("size", "stored", "fair"), [
    (0, 0, True), (65536, 1, True), (65537, 66, True), (65537, 65, False), (10**6, 10**3, True),
    (10**6 + 1, 10**3, False),
])  # fmt: skip
def test_a_small_entry_may_expand_freely_and_a_large_one_within_bounds(size, stored, fair):
    assert is_ratio_fair(size=size, stored=stored) is fair
