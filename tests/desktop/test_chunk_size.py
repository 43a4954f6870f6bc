"""Chunks follow the line: a few seconds each, whatever the line gives."""

import pytest

from secondread_desktop.core.chunk_size import FIRST_BYTES, LEAST_BYTES, MOST_BYTES, next_chunk_bytes


@pytest.mark.parametrize(
    ("bytes_per_s", "settled"), [(10_000, LEAST_BYTES), (60_000, LEAST_BYTES), (700_000, 2 << 20), (10**9, MOST_BYTES)]
)
def test_a_chunk_comes_to_a_few_seconds_of_the_line(bytes_per_s, settled):
    size = FIRST_BYTES
    for _ in range(12):
        size = next_chunk_bytes(size, seconds=size / bytes_per_s)
    assert size == settled
    assert next_chunk_bytes(size, seconds=size / bytes_per_s) == size
