"""A short run of the parcel reader's fuzz target, always the same."""

from tests.fuzz.fuzz_parcel import TARGET
from tests.fuzz.loop import assert_no_finding


def test_changed_parcels_are_read_or_refused(tmp_path):
    result = assert_no_finding(TARGET, seed=7, count=3000, keep=tmp_path)
    assert result.outcomes["read"] > 30
    assert {word for word in result.outcomes if word.startswith("refused: ")} >= {
        "refused: index_unreadable", "refused: index_lies", "refused: not_zstd", "refused: directory",
        "refused: longer_than_stated", "refused: shorter_than_stated", "refused: entry_damaged",
    }  # fmt: skip
