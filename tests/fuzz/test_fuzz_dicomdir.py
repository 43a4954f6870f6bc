"""A short run of the DICOMDIR reader's fuzz target, always the same."""

from tests.fuzz.fuzz_dicomdir import TARGET
from tests.fuzz.loop import assert_no_finding


def test_changed_dicomdirs_are_read_or_refused(tmp_path):
    result = assert_no_finding(TARGET, seed=7, count=3000, keep=tmp_path)
    assert min(result.outcomes["refused"], result.outcomes["read, some found"]) > 300
