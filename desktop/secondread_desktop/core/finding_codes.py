"""What a finding's code means for a person: most speak of something lost, some only of something unusual."""

from collections.abc import Iterable

# What was taken all the same, or holds nothing that could be lost.
HARMLESS = frozenset({"copy", "empty_file", "link_skipped", "member_name", "not_a_file", "other_content"})


def trouble_count(codes: Iterable[str]) -> int:
    """Return how many codes speak of something that is missing, damaged or could not be read."""
    return sum(code not in HARMLESS for code in codes)
