"""How much one request carries: a few seconds' worth of the line, so that whatever else waits for its turn comes soon.

A cut costs at most one chunk; between chunks the payment is asked after, and a pause or a cancel is heard.
"""

LEAST_BYTES = 256 << 10
FIRST_BYTES = 1 << 20
MOST_BYTES = 16 << 20
_SHORT_S = 2.0
_LONG_S = 6.0


def next_chunk_bytes(chunk_bytes: int, *, seconds: float) -> int:
    """Return the next size after a chunk that took `seconds`: twice as much, half, or the same."""
    if seconds < _SHORT_S:
        return min(MOST_BYTES, 2 * chunk_bytes)
    return max(LEAST_BYTES, chunk_bytes // 2) if seconds > _LONG_S else chunk_bytes
