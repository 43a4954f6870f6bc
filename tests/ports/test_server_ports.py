"""One suite a Protocol, run against the fake and the real adapter."""

import io
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from obstore.store import MemoryStore

from secondread_server.adapters.object_store import LocalObjects, StoredObjects
from secondread_server.adapters.parcel_decoder import ChildDecoder
from secondread_server.errors import ObjectMissing, ParcelUnusable
from secondread_server.services.ports import EntryBlock, EntryFinished, EntryStarted, ObjectStore, ParcelDecoder
from tests.support.case_client import make_parcel
from tests.support.server_fakes import DirectDecoder, MemoryObjects

STORES: dict[str, Callable[[Path], ObjectStore]] = {
    "fake": lambda _: MemoryObjects(),
    "folder": lambda folder: LocalObjects(folder / "objects"),
    "memory": lambda _: StoredObjects(MemoryStore()),
}
DECODERS: dict[str, Callable[[], ParcelDecoder]] = {"fake": DirectDecoder, "child": ChildDecoder}
CASE = "a" * 32


@pytest.fixture(params=sorted(STORES))
def objects(request: pytest.FixtureRequest, tmp_path: Path) -> ObjectStore:
    return STORES[request.param](tmp_path)


@pytest.fixture(params=sorted(DECODERS))
def decoder(request: pytest.FixtureRequest) -> ParcelDecoder:
    return DECODERS[request.param]()


def test_an_object_comes_back_as_it_went_in(objects: ObjectStore) -> None:
    content = os.urandom(3_000_001)
    objects.put("cases/a/1", io.BytesIO(content))
    objects.settle()
    assert b"".join(objects.read("cases/a/1")) == content


def test_a_second_put_replaces_the_first(objects: ObjectStore) -> None:
    objects.put("cases/a/1", io.BytesIO(b"old and longer"))
    objects.put("cases/a/1", io.BytesIO(b"new"))
    assert b"".join(objects.read("cases/a/1")) == b"new"


def test_an_empty_object_is_an_object(objects: ObjectStore) -> None:
    objects.put("cases/a/1", io.BytesIO(b""))
    assert b"".join(objects.read("cases/a/1")) == b""


def test_what_is_not_there_is_missing(objects: ObjectStore) -> None:
    with pytest.raises(ObjectMissing):
        list(objects.read("cases/a/2"))


def test_deleting_takes_all_below_a_prefix_and_nothing_else(objects: ObjectStore) -> None:
    for key in ("cases/a/1", "cases/a/2", "cases/b/1"):
        objects.put(key, io.BytesIO(b"x"))
    objects.delete("cases/a/")
    objects.delete("cases/a/")
    assert b"".join(objects.read("cases/b/1")) == b"x"
    with pytest.raises(ObjectMissing):
        list(objects.read("cases/a/1"))


def test_a_parcel_decodes_to_its_entries(decoder: ParcelDecoder, tmp_path: Path) -> None:
    big = os.urandom(2_500_000)
    path = tmp_path / "parcel"
    path.write_bytes(make_parcel(CASE, {4: b"four", 9: big, 10: b""}))
    contents: dict[int, bytes] = {}
    ordinal = 0
    for event in decoder.decode(path, case=CASE, ordinal=1):
        if isinstance(event, EntryStarted):
            ordinal = event.ordinal
            contents[ordinal] = b""
        elif isinstance(event, EntryBlock):
            contents[ordinal] += event.content
        else:
            assert event == EntryFinished(error=None)
    assert contents == {4: b"four", 9: big, 10: b""}


@pytest.mark.parametrize(
    "content", [b"", b"x" * 1000, make_parcel(CASE, {1: b"x"})[:-1], make_parcel("b" * 32, {1: b"x"})]
)
def test_what_is_no_parcel_of_this_case_is_unusable(decoder: ParcelDecoder, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "parcel"
    path.write_bytes(content)
    with pytest.raises(ParcelUnusable):
        list(decoder.decode(path, case=CASE, ordinal=1))


def test_a_parcel_whose_bytes_are_gone_is_unusable(decoder: ParcelDecoder, tmp_path: Path) -> None:
    with pytest.raises(ParcelUnusable):
        list(decoder.decode(tmp_path / "none", case=CASE, ordinal=1))
