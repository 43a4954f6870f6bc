"""Makes large discs of real CT headers: fresh UIDs, one folder for each series, and holes for pixels."""

import hashlib
from pathlib import Path

import pytest

REAL_CT = Path(__file__).resolve().parents[3] / "shared" / "data" / "ct_head_ge"
_PIXELS = b"\xe0\x7f\x10\x00OW\0\0"
_PER_FOLDER = 250


def make_ct_disc(root: Path, *, count: int) -> Path:
    """Write `count` CT instances of 512 by 512 and return their folder. No reader of headers looks at the holes."""
    if not REAL_CT.is_dir():
        pytest.skip("the open images are not here")
    originals = [_parts(path.read_bytes()) for path in sorted(REAL_CT.glob("*.dcm"))]
    for number in range(count):
        folder = root / "DICOM" / f"SE{number // _PER_FOLDER:04d}"
        if number % _PER_FOLDER == 0:
            folder.mkdir(parents=True)
        header, uids, size = originals[number % len(originals)]
        for kind, uid in uids.items():
            unit = number if kind == "instance" else number // _PER_FOLDER if kind == "series" else 0
            header = header.replace(uid, _fresh(uid, f"{kind} {unit}"))
        with (folder / f"IM{number:06d}").open("wb") as file:
            file.write(header)
            file.truncate(size)
    return root


def _parts(content: bytes) -> tuple[bytes, dict[str, bytes], int]:
    """Return a header up to its pixels, the UIDs in it, and the size of the whole."""
    header = content[: content.index(_PIXELS) + 12]
    places = {"instance": b"\x08\x00\x18\x00UI", "study": b"\x20\x00\x0d\x00UI", "series": b"\x20\x00\x0e\x00UI"}
    uids = {}
    for kind, mark in places.items():
        place = header.index(mark) + 8
        uids[kind] = header[place : place + int.from_bytes(header[place - 2 : place], "little")].rstrip(b"\0")
    return header, uids, len(content)


def _fresh(uid: bytes, source: str) -> bytes:
    """Return another UID of the same length."""
    digits = str(int(hashlib.sha256(source.encode()).hexdigest(), 16)).encode()
    return (b"2.25." + digits * 2)[: len(uid)]
