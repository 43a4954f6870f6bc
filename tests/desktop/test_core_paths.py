"""Names from discs become safe, unique, stable paths."""

import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondread_desktop.core.safe_paths import SafePaths, safe_part, shown
from secondread_shared.manifest import is_safe_path

WILD = st.text(
    st.characters(blacklist_characters="/\0", blacklist_categories=()), min_size=1, max_size=40
) | st.sampled_from(
    [
        "..",
        ".",
        "con",
        "NUL.txt",
        "a:b",
        "a\\b",
        "ä",
        "a\u0308",
        "A",
        "a",
        " ",
        "x" * 300,
        "\udcff\udcfe",
        "..\\..",
        "\n",
    ]
)


@pytest.mark.parametrize(
    ("raw", "safe"),
    [
        ("IM0001", "IM0001"),
        ("Röntgen 1.dcm", "Röntgen 1.dcm"),
        ("..", "__"),
        (".", "_"),
        ("a:b", "a_b"),
        ("..\\..\\x", ".._.._x"),
        ("a\nb", "a_b"),
        ("ende. ", "ende__"),
        ("CON", "_CON"),
        ("nul.dcm", "_nul.dcm"),
        (os.fsdecode(b"caf\xe9.dcm"), "caf_.dcm"),
    ],
)
def test_a_part_becomes_the_nearest_plain_name(raw, safe):
    assert safe_part(raw) == safe


@given(st.lists(st.lists(WILD, min_size=1, max_size=6).map(tuple), max_size=30))
def test_every_path_is_safe_and_unique_whatever_the_names(files):
    paths = SafePaths()
    made = [paths.add(parts) for parts in files]
    assert all(map(is_safe_path, made))
    assert len({path.casefold() for path in made}) == len(made)


@given(st.lists(st.lists(WILD, min_size=1, max_size=4).map(tuple), max_size=30, unique=True))
def test_no_path_is_a_folder_of_another(files):
    paths = SafePaths()
    made = {paths.add(parts).casefold() for parts in files}
    for path in made:
        parts = path.split("/")
        assert not any("/".join(parts[:depth]) in made for depth in range(1, len(parts)) if len(parts) < 4)


@given(st.lists(st.lists(WILD, min_size=1, max_size=4).map(tuple), max_size=20))
def test_the_same_files_in_the_same_order_get_the_same_paths(files):
    first, second = SafePaths(), SafePaths()
    assert [first.add(parts) for parts in files] == [second.add(parts) for parts in files]


def test_plain_names_stay_as_they_are():
    paths = SafePaths()
    assert paths.add(("DICOM", "PAT1", "IM0001.dcm")) == "DICOM/PAT1/IM0001.dcm"


def test_names_that_differ_only_in_case_are_told_apart():
    paths = SafePaths()
    assert [paths.add((name, "x.dcm")) for name in ("A", "a", "A")] == ["A/x.dcm", "a-2/x.dcm", "A/x-2.dcm"]


def test_twenty_thousand_colliding_names_take_no_time():
    paths = SafePaths()
    made = {paths.add((f"\udcff{'' if number % 2 else 'x'}",)) for number in range(20_000)}
    assert len(made) == 20_000


def test_a_path_too_deep_gets_a_short_one_of_its_own():
    paths = SafePaths()
    deep = (*["folder" * 20] * 30, "IM1.dcm")
    path = paths.add(deep)
    assert path.startswith("deep/")
    assert path.endswith(".dcm")
    assert is_safe_path(path)


def test_what_is_shown_can_always_be_written_as_json():
    assert shown((os.fsdecode(b"\xff\xfe"), "x")).encode() == b"__/x"
