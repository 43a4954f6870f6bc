"""The rules of parcel v1 that writer and reader share, and the pure plan of when a parcel closes."""

import msgspec

FORMAT = 1
INDEX_NAME = "parcel.json"
NAME_DIGITS = 8
# A stored entry takes 30 bytes of local header (APPNOTE §4.3.7), its name, and the 20 bytes of the ZIP64 extra field.
LOCAL_OVERHEAD = 30 + 20

MAX_ENTRIES = 20_000
MAX_RATIO = 1_000  # original bytes for each stored byte, of an entry larger than SMALL_ENTRY
SMALL_ENTRY = 1 << 16
MAX_ORIGINAL_BYTES = 16 << 30  # of one parcel, decoded
MAX_INDEX_BYTES = 512 * MAX_ENTRIES

FIRST_PARCEL_BYTES = 8 << 20


class ParcelEntry(msgspec.Struct, frozen=True):
    """One entry: `size` and `sha256` are of the original bytes, `stored` counts the bytes in the parcel."""

    ordinal: int
    size: int
    sha256: str
    codec: str
    stored: int


class ParcelIndex(msgspec.Struct, frozen=True):
    """`parcel.json`, the last entry."""

    format: int
    case: str
    ordinal: int
    entries: list[ParcelEntry]


def entry_name(ordinal: int) -> str:
    """Return the name of an item's entry, `00000017`: no name from the disc ever stands in a parcel."""
    return f"{ordinal:0{NAME_DIGITS}d}"


def closing_bytes(ordinal: int, limit: int) -> int:
    """Return the size at which the parcel of that ordinal (from 1) closes: 8 MiB, doubling up to the limit."""
    return min(limit, FIRST_PARCEL_BYTES << min(ordinal - 1, 32))


def is_ratio_fair(*, size: int, stored: int) -> bool:
    """Tell whether an entry expands within bounds; what does not is sent raw."""
    return size <= SMALL_ENTRY or size <= stored * MAX_RATIO
