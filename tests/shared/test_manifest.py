"""The manifest: each reason for which one cannot stand."""

import tracemalloc

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondread_shared import manifest as m
from secondread_shared.manifest import ItemKind, Manifest, ManifestItem, SourceProblem, manifest_problem

CASE = "c" * 32
SHA = "0" * 64
IMAGE = ManifestItem(1, ItemKind.INSTANCE, "DICOM/IM1", 100, SHA, sop_instance_uid="1.2.3")
LETTER = ManifestItem(2, ItemKind.ATTACHMENT, "REPORT/letter.pdf", 50, SHA)
GOOD = Manifest(1, CASE, [IMAGE, LETTER])


def reason(manifest, *, case_bytes=1000):
    return manifest_problem(manifest, case=CASE, case_bytes=case_bytes)


def with_item(**changes):
    return msgspec.structs.replace(GOOD, items=[msgspec.structs.replace(IMAGE, **changes), LETTER])


def with_paths(*paths):
    return Manifest(1, CASE, [ManifestItem(n, ItemKind.ATTACHMENT, path, 1, SHA) for n, path in enumerate(paths, 1)])


@pytest.mark.parametrize(("manifest", "expected"), [
    (GOOD, None),
    (msgspec.structs.replace(GOOD, format=2), "of_another_case"),
    (msgspec.structs.replace(GOOD, case="d" * 32), "of_another_case"),
    (msgspec.structs.replace(GOOD, items=[]), "item_count"),
    (msgspec.structs.replace(GOOD, problems=[SourceProblem("x", "x")] * (m.MAX_PROBLEMS + 1)), "problem_count"),
    (msgspec.structs.replace(GOOD, items=[LETTER, IMAGE]), "ordinals"),
    (msgspec.structs.replace(GOOD, items=[IMAGE, IMAGE]), "ordinals"),
    (with_paths("a/IM1", "A/im1"), "paths_collide"),
    (with_paths("a", "a/b"), "paths_collide"),
    (with_paths("A/b/c", "a/B"), "paths_collide"),
    (with_paths("a", "ab/c"), None),
    (with_item(size=951), "case_too_large"),
    (with_item(path="../x"), "path"),
    (with_item(size=-1), "size_or_sha256"),
    (with_item(sha256="0" * 63), "size_or_sha256"),
    (with_item(sha256="A" * 64), "size_or_sha256"),
    (with_item(sop_instance_uid=None), "instance_without_uid"),
    (with_item(sop_instance_uid=""), "instance_without_uid"),
    (with_item(study_instance_uid="1" * 65), "uid_length"),
    (with_item(sop_class_uid="1" * 64), None),
])  # fmt: skip
def test_a_manifest_stands_or_falls_with_one_reason(manifest, expected):
    assert reason(manifest) == expected


def test_a_case_may_be_exactly_as_large_as_agreed():
    assert reason(GOOD, case_bytes=150) is None
    assert reason(GOOD, case_bytes=149) == "case_too_large"


def test_a_negative_size_does_not_make_room_for_a_large_one():
    items = [msgspec.structs.replace(IMAGE, size=10**15), msgspec.structs.replace(LETTER, size=-(10**15))]
    assert reason(msgspec.structs.replace(GOOD, items=items)) == "size_or_sha256"


def test_more_items_than_a_case_may_hold_are_refused_before_they_are_looked_at():
    assert reason(msgspec.structs.replace(GOOD, items=[IMAGE] * (m.MAX_ITEMS + 1))) == "item_count"


@pytest.mark.parametrize("path", [
    "", "/etc/passwd", "../x", "a/../b", "a/./b", "a//b", "a/", "C:/x", "a\\b", "a\nb", "a\x00b", "\ud800",
    "x" * 1025, "a/" + "x" * 256, "é" * 128, "NUL", "a/con", "com1.dcm", "lpt9 .txt", "name.", "name ", "a./b", "a:b",
])  # fmt: skip
def test_a_path_that_would_leave_its_folder_or_be_no_file_somewhere_is_not_safe(path):
    assert not m.is_safe_path(path)


@pytest.mark.parametrize(
    "path", ["IM1", "a/b/c.dcm", "Ärzte/Brief 1.pdf", ".hidden", "con1", "console", "..a", "x" * 255]
)
def test_a_plain_path_is_safe(path):
    assert m.is_safe_path(path)


@given(st.text(max_size=60))
def test_a_safe_path_never_leaves_its_folder(path):
    if m.is_safe_path(path):
        assert not path.startswith("/")
        assert not {"", ".", ".."} & set(path.split("/"))
        assert all(m.is_safe_part(part) for part in path.split("/"))


@given(st.lists(st.text("abAB/", min_size=1, max_size=6), min_size=1, max_size=6))
def test_a_manifest_that_stands_can_be_laid_out_on_any_disk(paths):
    if reason(with_paths(*paths)) is None:
        files = {tuple(path.casefold().split("/")) for path in paths}
        folders = {file[:depth] for file in files for depth in range(1, len(file))}
        assert len(files) == len(paths)
        assert not files & folders


def test_a_path_of_many_slashes_and_many_deep_paths_cost_no_memory_to_speak_of():
    deep = with_paths(*(f"{'a/' * 500}{n}" for n in range(3000)))
    tracemalloc.start()
    reasons = [reason(deep, case_bytes=1 << 40), reason(with_paths("/" * 60_000))]
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert reasons == [None, "path"]
    assert peak < 64 << 20


@pytest.mark.parametrize("path", ["manifest.json", "Manifest.JSON", "manifest.json/1"])
def test_the_manifests_own_name_is_taken(path):
    assert reason(with_paths(path)) == "paths_collide"


def test_a_decision_of_an_older_sender_says_nothing_of_what_differed():
    told = b'{"outcome": "doubtful", "patient_chosen": true, "confirmed_because": "marriage"}'
    decision = msgspec.json.decode(told, type=m.IdentityDecision)
    assert (decision.outcome, decision.differs) == ("doubtful", [])


def test_an_older_receiver_reads_a_decision_that_says_what_differed():
    class Older(msgspec.Struct):
        outcome: str
        patient_chosen: bool = False
        confirmed_because: str | None = None

    told = msgspec.json.encode(m.IdentityDecision("doubtful", differs=["name"]))
    assert msgspec.json.decode(told, type=Older).outcome == "doubtful"
