"""Every kind of disc has exactly the report that stands beside the tests, and one instance more or less is noticed."""

import json
import sys
from collections import Counter
from dataclasses import replace

import pytest

from tests.desktop.disc_kinds.looking import REPORTS, expected_at, report
from tests.desktop.disc_kinds.mutations import Mutation, hook, mutated
from tests.desktop.discs import FAMILIES, KINDS, main

pytestmark = [
    pytest.mark.timeout(30),  # the longest that any disc may take: a hostile one ends, too
    pytest.mark.skipif(sys.platform != "linux", reason="other systems cannot hold all of these names and links"),
]

each_kind = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.slug)
each_kind_with_images = pytest.mark.parametrize(
    "kind", [kind for kind in KINDS if kind.make().images and not kind.make().hidden], ids=lambda kind: kind.slug
)


def test_there_are_at_least_forty_kinds_and_six_in_each_family():
    counts = Counter(kind.family for kind in KINDS)
    assert set(counts) <= set(FAMILIES)
    assert min(counts.values()) >= 6
    assert sum(counts.values()) >= 40


def test_each_kind_has_a_name_of_its_own_and_says_what_it_is():
    assert len({kind.slug for kind in KINDS}) == len(KINDS)
    assert all(len(kind.says) > 20 for kind in KINDS)


def test_no_report_is_left_over():
    assert {path.name for path in REPORTS.iterdir()} == {expected_at(kind).name for kind in KINDS}


@each_kind
def test_the_report_is_exactly_the_one_that_was_agreed(kind, tmp_path):
    assert report(kind.make(), tmp_path / "disc") == json.loads(expected_at(kind).read_text(encoding="utf-8"))


@each_kind
def test_a_kind_is_made_of_the_same_bytes_each_time(kind):
    one, other = kind.make(), kind.make()
    assert one == replace(other, pack=one.pack, add=one.add)


@each_kind_with_images
@pytest.mark.parametrize("mutation", list(Mutation), ids=lambda mutation: mutation.name.lower())
def test_any_one_instance_that_is_changed_changes_the_report(kind, mutation, tmp_path):
    made = kind.make()
    agreed = json.loads(expected_at(kind).read_text(encoding="utf-8"))
    tried = 0
    for number, path in enumerate(made.images):
        if mutated(made.files, path, mutation) is None:
            continue  # it has no name
        if path in made.broken and mutation is not Mutation.REMOVED:
            continue  # nobody can look into it
        tried += 1
        assert report(made, tmp_path / str(number), hook(path, mutation)) != agreed, path
    assert tried


def test_the_discs_can_be_written_for_people_to_try(tmp_path, capsys):
    assert main([str(tmp_path / "out")]) == 0
    assert f"{len(KINDS)} discs" in capsys.readouterr().out
    text = (tmp_path / "out" / "README.txt").read_text(encoding="utf-8")
    assert all(kind.says in text for kind in KINDS)
