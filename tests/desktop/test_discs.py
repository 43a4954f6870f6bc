"""Every kind of disc has exactly the report that stands beside the tests, and one instance more or less is noticed."""

import json
import os
import stat
import sys
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from secondread_desktop.core.catalogue import FoundFile
from secondread_desktop.core.safe_paths import shown
from tests.desktop.disc_kinds.looking import REPORTS, catalogue_of, expected_at, media_of, report
from tests.desktop.disc_kinds.mutations import Mutation, hook, mutated
from tests.desktop.discs import FAMILIES, KINDS, main, press

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


@each_kind_with_images
def test_an_agreed_report_counts_the_instances_that_were_made(kind):
    made = kind.make()
    agreed = json.loads(expected_at(kind).read_text(encoding="utf-8"))
    readable = [path for path in made.images if path not in made.broken]
    assert agreed["instances"] + len(agreed["completeness"]["copies"]) == len(readable)
    studies = [study for patient in agreed["patients"] for study in patient["studies"]]
    assert agreed["instances"] == sum(series["instances"] for study in studies for series in study["series"])


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
        if path in made.unnamed and mutation is Mutation.RENAMED:
            continue
        tried += 1
        changed = report(made, tmp_path / str(number), hook(path, mutation))
        assert changed != agreed, path
        assert mutation is not Mutation.CUT or is_called_cut(changed, path), path
    assert tried


def regular_files(source):
    """Return the files below a folder, no link followed, as names below it; a file's own name for a file."""
    if source.is_file():
        return {(source.name,)}
    found = set()
    for folder, _, names in os.walk(source):
        above = Path(folder).relative_to(source).parts
        found |= {(*above, name) for name in names if stat.S_ISREG(os.lstat(os.path.join(folder, name)).st_mode)}
    return found


@each_kind
def test_every_file_is_met_and_no_instance_is_passed_over_in_silence(kind, tmp_path):
    made = kind.make()
    sources = press(made, tmp_path / "disc")
    media = media_of(made, sources)
    catalogue = catalogue_of(media)
    met = {(item.source, item.parts) for medium in media for item in medium.walked if isinstance(item, FoundFile)}
    assert met >= {(number, parts) for number, source in enumerate(sources, 1) for parts in regular_files(source)}
    told = {(item.file.source, item.file.parts) for item in (*catalogue.found, *catalogue.copies, *catalogue.indexes)}
    told |= {(finding.source, finding.parts) for finding in catalogue.findings}
    assert not {"/".join(parts) for _, parts in met - told} & set(made.images)
    counts, instances = catalogue.counts, len(catalogue.instances) + len(catalogue.copies)
    empty = {(item.source, item.parts) for medium in media for item in medium.walked if getattr(item, "size", 1) == 0}
    bad = [one for one in catalogue.findings if one.code != "not_opened"]  # which is counted as what it is
    named = {(one.source, one.parts) for one in bad} & met - empty
    named -= {(archive.source, archive.parts) for medium in media for archive in medium.entered}
    named -= {(item.file.source, item.file.parts) for item in (*catalogue.found, *catalogue.copies)}
    assert counts.files == len(met) == instances + len(named) + sum(counts.by_kind.values())


def is_called_cut(changed, path):
    name = shown((path.split("/")[-1],))
    return any(
        problem["path"].endswith(name) and problem["code"] in {"truncated", "damaged", "header_unreadable"}
        for problem in changed["problems"]
    )


def test_every_disc_has_its_sentences(program, tmp_path):
    for kind in KINDS:
        sources = press(kind.make(), tmp_path / kind.slug)
        assert program("scan", *sources) in {0, 3}, kind.slug
        assert all(line.isprintable() for line in program.screen.rstrip("\n").split("\n")), kind.slug


def test_the_discs_can_be_written_for_people_to_try(tmp_path, capsys):
    assert main([str(tmp_path / "out")]) == 0
    assert f"{len(KINDS)} discs" in capsys.readouterr().out
    text = (tmp_path / "out" / "README.txt").read_text(encoding="utf-8")
    assert all(kind.says in text for kind in KINDS)
