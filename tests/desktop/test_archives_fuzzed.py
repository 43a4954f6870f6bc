"""A short run of the fuzz target for ZIP files and disc images, which runs as long as one likes."""

from tests.fuzz.fuzz_containers import fuzz


def test_changed_archives_are_read_or_named_within_bounds():
    assert fuzz(seed=20261126, goes_on=lambda number: number < 400) == 400
