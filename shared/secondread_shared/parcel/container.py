"""The bytes of the container, after APPNOTE 6.3: one right way to write a parcel, and the reader takes no other."""

import struct

VERSION = 45  # "needs ZIP64" (APPNOTE §4.4.3.2)
MADE_BY = 3 << 8 | VERSION  # Unix on every platform, so that the same entries give the same bytes
DATE = 1 << 5 | 1  # 1980-01-01 as an MS-DOS date; the time is 0
MODE = 0o600 << 16
TOO_LARGE = 0xFFFFFFFF  # "look into the ZIP64 field" (APPNOTE §4.4.8)

LOCAL = struct.Struct("<4s5H3L2H")
CENTRAL = struct.Struct("<4s6H3L5H2L")
END = struct.Struct("<4s4H2LH")
END64 = struct.Struct("<4sQ2H2L4Q")
LOCATOR = struct.Struct("<4sLQL")
ZIP64_SIZES = struct.Struct("<HHQQ")
CENTRAL_OVERHEAD = CENTRAL.size + 4 + 3 * 8  # without the name


def local_header(name: str, *, crc: int, stored: int) -> bytes:
    """Return what stands before an entry's bytes (§4.3.7). Sizes are in a ZIP64 field: its length is fixed."""
    plain = name.encode()
    numbers = (VERSION, 0, 0, 0, DATE, crc, TOO_LARGE, TOO_LARGE, len(plain), ZIP64_SIZES.size)
    return LOCAL.pack(b"PK\x03\x04", *numbers) + plain + ZIP64_SIZES.pack(1, 16, stored, stored)


def central_header(name: str, *, crc: int, stored: int, place: int) -> bytes:
    """Return an entry's record in the central directory (§4.3.12); only what is too large goes into a ZIP64 field."""
    plain = name.encode()
    large = [*([stored, stored] if stored >= TOO_LARGE else []), *([place] if place >= TOO_LARGE else [])]
    extra = struct.pack(f"<HH{len(large)}Q", 1, 8 * len(large), *large) if large else b""
    size = min(stored, TOO_LARGE)
    numbers = (MADE_BY, VERSION, 0, 0, 0, DATE, crc, size, size, len(plain), len(extra), 0, 0, 0, MODE)
    return CENTRAL.pack(b"PK\x01\x02", *numbers, min(place, TOO_LARGE)) + plain + extra


def end_records(*, count: int, size: int, place: int) -> bytes:
    """Return what closes the file (§4.3.14-16), for a directory of `count` records and `size` bytes at `place`."""
    end = END.pack(b"PK\x05\x06", 0, 0, count, count, size, min(place, TOO_LARGE), 0)
    if place < TOO_LARGE:
        return end
    record = END64.pack(b"PK\x06\x06", END64.size - 12, VERSION, VERSION, 0, 0, count, count, size, place)
    return record + LOCATOR.pack(b"PK\x06\x07", 0, place + size, 1) + end
