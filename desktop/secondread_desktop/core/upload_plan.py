"""When a parcel closes, and what can travel at all."""

from secondread_shared.contract import Limits
from secondread_shared.parcel.layout import LOCAL_OVERHEAD, closing_bytes

# What `parcel.json` and the central directory may add for each entry, generously.
_INDEX_BYTES_PER_ENTRY = 512


def fits_alone(stored: int, limits: Limits) -> bool:
    """Tell whether an entry of `stored` bytes can travel in a parcel of its own."""
    return _with_index(stored + LOCAL_OVERHEAD, 1) <= limits.upload_bytes


def must_close_before(stored: int, *, size_bytes: int, entries: int, limits: Limits) -> bool:
    """Tell whether a begun parcel has no room for one more entry of `stored` bytes."""
    if entries == 0:
        return False
    return _with_index(size_bytes + stored + LOCAL_OVERHEAD, entries + 1) > limits.upload_bytes


def is_due(ordinal: int, *, size_bytes: int, limits: Limits) -> bool:
    """Tell whether the parcel has reached the size at which it closes."""
    return size_bytes >= closing_bytes(ordinal, limits.parcel_bytes)


def _with_index(size_bytes: int, entries: int) -> int:
    return size_bytes + _INDEX_BYTES_PER_ENTRY * (entries + 1)
