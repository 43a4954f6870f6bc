"""A short run of the header walk's fuzz target, always the same."""

from tests.fuzz.fuzz_header_walk import TARGET
from tests.fuzz.loop import assert_no_finding


def test_changed_headers_are_walked_as_pydicom_reads_them_or_declined(tmp_path):
    result = assert_no_finding(TARGET, seed=7, count=3000, keep=tmp_path)
    assert result.outcomes["same: instance "] > 300
    assert result.outcomes["same: instance truncated"] > 100
    assert {word for word in result.outcomes if word.startswith("declined: ")} >= {
        f"declined: {why}"
        for why in ("no_preamble", "meta", "transfer_syntax", "character_set", "order", "vr", "items", "value",
                    "key_missing", "cut")
    }  # fmt: skip
