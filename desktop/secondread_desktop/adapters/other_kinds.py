"""What a file is that is neither DICOM nor a report: known by its first bytes, never by its name."""

from collections.abc import Callable
from typing import BinaryIO

from secondread_desktop.adapters.archive_streams import Source
from secondread_desktop.services.sorts import Sort

_SEALED_FROM_BYTES = 1 << 20
_MOST_UNPACKED = 16 << 20  # in memory
_PE_PLACE, _IS_DLL = 0x3C, 0x2000
_SAMPLE_BYTES = 4096
# Pearson's statistic over 256 byte values: random bytes give 255 with a deviation of 23, packed ones rarely below 400.
_MOST_UNEVEN = 360.0
_ENVELOPES = (  # RFC 5652 §6.1, RFC 5083 §2.1: what a Secure DICOM File is (PS3.15 D.1)
    bytes.fromhex("06092a864886f70d010703"),  # id-envelopedData
    bytes.fromhex("060b2a864886f70d0109100117"),  # id-ct-authEnvelopedData
)
_AES_OF_7Z = bytes.fromhex("06f10701")  # 7zFormat.txt, Methods: 7zAES
_MOST_7Z_HEADER_BYTES = 1 << 16

_Beginning = tuple[int, bytes]
_BEGINNINGS: dict[Sort, tuple[_Beginning, ...]] = {
    Sort.OTHER_PICTURE: ((0, b"GIF8"), (0, b"BM"), (0, b"II*\0"), (0, b"MM\0*"), (8, b"WEBP")),
    Sort.VIDEO: (
        (8, b"AVI "), (4, b"ftyp"), (0, b"\0\0\1\xba"), (0, b"\0\0\1\xb3"), (0, b"\x1aE\xdf\xa3"), (0, b"OggS"),
        (0, bytes.fromhex("3026b2758e66cf11")), (0, b"FLV\1"), (4, b"moov"), (4, b"mdat"),
    ),
    Sort.PROGRAM: (
        (0, b"\x7fELF"), (0, b"\xca\xfe\xba\xbe"), (0, b"\xcf\xfa\xed\xfe"), (0, b"\xce\xfa\xed\xfe"),
        (0, b"#!"), (0, bytes.fromhex("00000100")), (0, b"MSCF"), (0, b"ITSF"),
    ),
    Sort.LOCKED: (
        (3, b"-FVE-FS-"),  # a volume under BitLocker
        (0, b"LUKS\xba\xbe"), (0, b"encrcdsa"), (0, b"Salted__"), (0, b"age-encryption.org/"), (0, b"AES\2"),
        (0, b"-----BEGIN PGP MESSAGE"), (0, b"-----BEGIN PKCS7"), (0, b"-----BEGIN CMS"),
    ),
    Sort.PACKED: (
        (0, b"\x1f\x8b"), (0, b"BZh"), (0, b"\xfd7zXZ\0"), (0, b"(\xb5/\xfd"), (257, b"ustar"),
    ),
}  # fmt: skip
_TEXT_MARKS = (b"[autorun", b"<!doctype html", b"<html", b"<?xml")


def other_sort(file: BinaryIO, head: bytes, *, size: int) -> Sort:
    """Return what an open file of `size` bytes is by its first ones."""
    for mark, sort_of in _ARCHIVES:
        if head.startswith(mark):
            return sort_of(file, head, size)
    if _is_envelope(head):
        return Sort.LOCKED
    for sort, beginnings in _BEGINNINGS.items():
        if any(head[place : place + len(mark)] == mark for place, mark in beginnings):
            return sort
    if head[:512].lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith(_TEXT_MARKS):
        return Sort.PROGRAM
    return _glued_sort(file, head, size=size) or (Sort.SEALED if _is_sealed(file, head, size=size) else Sort.OTHER)


def _glued_sort(file: BinaryIO, head: bytes, *, size: int) -> Sort | None:
    """Return what a ZIP with something before it is; the end of a large file may have to be unpacked to be seen."""
    from secondread_desktop.adapters.zip_kinds import zip_sort
    from secondread_desktop.adapters.zip_records import LOCAL

    return zip_sort(file, head, size=size) if size <= _MOST_UNPACKED or LOCAL in head else None


def _exe_sort(file: BinaryIO, head: bytes, size: int) -> Sort:
    """Tell a program of Windows from an archive that unpacks itself: it ends as a ZIP does."""
    if _is_library(head):
        return Sort.PROGRAM
    from secondread_desktop.adapters.zip_index import is_locked
    from secondread_desktop.adapters.zip_kinds import zip_sort

    return Sort.LOCKED if is_locked(Source(file, size)) else zip_sort(file, head, size=size) or Sort.PROGRAM


def _is_library(head: bytes) -> bool:
    """Tell by the characteristics of a program whether it is a part of another (PE format, COFF file header)."""
    place = int.from_bytes(head[_PE_PLACE : _PE_PLACE + 4], "little")
    characteristics = int.from_bytes(head[place + 22 : place + 24], "little")
    return head[place : place + 4] == b"PE\0\0" and bool(characteristics & _IS_DLL)


def _7z_sort(file: BinaryIO, head: bytes, size: int) -> Sort:
    """Look for AES among the methods of the last header (7zFormat.txt, SignatureHeader); it may be packed itself."""
    start = 32 + int.from_bytes(head[12:20], "little")
    if start > size:
        return Sort.PACKED
    file.seek(start)
    return Sort.LOCKED if _AES_OF_7Z in file.read(_MOST_7Z_HEADER_BYTES) else Sort.PACKED


def _rar_sort(_file: BinaryIO, head: bytes, _size: int) -> Sort:
    """Look for an encrypted directory, or a first file with a password (RAR 4: technote.txt; 5.0: type 4 is first)."""
    if head[6:8] == b"\x01\x00":  # RAR 5: checksum of 4 bytes, then size and type as variable integers
        rest = head[12:16]
        kind = rest[1:] if rest[:1] < b"\x80" else rest[2:]
        return Sort.LOCKED if kind[:1] == b"\x04" else Sort.PACKED
    archive_flags = int.from_bytes(head[10:12], "little")
    first = 7 + int.from_bytes(head[12:14], "little")
    is_first_locked = head[first + 2 : first + 3] == b"\x74" and bool(head[first + 3] & 0x04)
    return Sort.LOCKED if archive_flags & 0x0080 or is_first_locked else Sort.PACKED


_ARCHIVES: tuple[tuple[bytes, Callable[[BinaryIO, bytes, int], Sort]], ...] = (
    (b"MZ", _exe_sort),
    (b"7z\xbc\xaf\x27\x1c", _7z_sort),
    (b"Rar!\x1a\x07", _rar_sort),
)


def _is_envelope(head: bytes) -> bool:
    """Tell whether bytes begin a CMS ContentInfo with an encrypted content (RFC 5652 §3, DER or BER lengths)."""
    if head[:1] != b"\x30" or len(head) < 2:
        return False
    length_bytes = head[1] & 0x7F if head[1] > 0x80 else 0
    return length_bytes <= 8 and head[2 + length_bytes :].startswith(_ENVELOPES)


def _is_sealed(file: BinaryIO, head: bytes, *, size: int) -> bool:
    """Tell whether a large file is random from its start and in its middle: encrypted, or packed by an unknown way."""
    if size < _SEALED_FROM_BYTES or not _is_random(head):
        return False
    file.seek(size // 2)
    return _is_random(file.read(_SAMPLE_BYTES))


def _is_random(sample: bytes) -> bool:
    if len(sample) < _SAMPLE_BYTES:
        return False
    expected = len(sample) / 256
    return sum((sample.count(value) - expected) ** 2 for value in range(256)) / expected < _MOST_UNEVEN
