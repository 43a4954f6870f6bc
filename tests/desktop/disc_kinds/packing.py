"""Packs files into ZIP archives, also locked ones, and into disc images: the same files, the same bytes inside."""

import hashlib
import hmac
import io
import struct
import warnings
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

import pycdlib
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from tests.desktop.disc_kinds.pressing import Files

PASSWORD = "Riverside-2026"
_DATE, _TIME = 0x5B6C, 0x51E0  # 12 November 2025, 10:15
_STORED, _DEFLATED, _AES = 0, 8, 99


def zipped(files: Files) -> bytes:
    """Return a ZIP of the files, packed by deflate."""
    return _archive([_plain(path, content) for path, content in files.items()])


def stored(files: Files) -> bytes:
    """Return a ZIP of the files as they are."""
    return _archive([_Entry(path, plain, len(plain), zlib.crc32(plain), _STORED) for path, plain in files.items()])


def aes_zipped(files: Files, password: str = PASSWORD) -> bytes:
    """Return a ZIP locked as WinZip does, with AES of 256 bits (AE-2)."""
    return _archive([_aes(path, content, password) for path, content in files.items()])


def crypto_zipped(files: Files, password: str = PASSWORD) -> bytes:
    """Return a ZIP locked by ZipCrypto (APPNOTE.TXT §6.1)."""
    return crypto_zipped_by([(path, content, password) for path, content in files.items()])


def crypto_zipped_by(files: list[tuple[str, bytes, str]]) -> bytes:
    """Return a ZIP whose members, each with its path, are locked by a password of their own."""
    return _archive([_crypto(*member) for member in files])


def office_document() -> bytes:
    """Return a Word document, which is a ZIP."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name in ("[Content_Types].xml", "_rels/.rels", "word/document.xml"):
            archive.writestr(zipfile.ZipInfo(name), "<document/>")
    return target.getvalue()


def endless_zip() -> bytes:
    """Return a ZIP of 4 MB whose one member unpacks to 4 GB of zeros."""
    squeezer = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    block = squeezer.compress(bytes(1 << 20)) + squeezer.flush(zlib.Z_FULL_FLUSH)
    content = block * 4095 + squeezer.flush()
    return _archive([_Entry("IM000001", content, 4095 << 20, crc=0, method=_DEFLATED)])


def overlapping_zip(members: int = 5000) -> bytes:
    """Return a ZIP whose list names one packed megabyte five thousand times."""
    squeezer = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    plain = bytes(1 << 20)
    one = _Entry("IM", squeezer.compress(plain) + squeezer.flush(), len(plain), zlib.crc32(plain), _DEFLATED)
    local = one.local()
    names = [_Entry(f"IM{n:06}", one.packed, one.size, one.crc, one.method) for n in range(members)]
    return local + _listed([(entry, 0) for entry in names], len(local))


@dataclass(frozen=True, slots=True)
class _Entry:
    """A member of a ZIP as it lies there (APPNOTE.TXT §4.3.7, §4.3.12)."""

    name: str
    packed: bytes
    size: int
    crc: int
    method: int
    flags: int = 0
    extra: bytes = b""

    def local(self) -> bytes:
        """Return the member with the header before it."""
        return b"PK\x03\x04" + self._fields() + struct.pack("<HH", len(self._raw()), len(self.extra)) + (
            self._raw() + self.extra + self.packed
        )  # fmt: skip

    def in_list(self, place: int) -> bytes:
        """Return the line of the list at the end."""
        return b"PK\x01\x02" + struct.pack("<H", 0x031E) + self._fields() + struct.pack(
            "<HHHHHII", len(self._raw()), len(self.extra), 0, 0, 0, 0o100644 << 16, place
        ) + self._raw() + self.extra  # fmt: skip

    def _raw(self) -> bytes:
        return self.name.encode("utf-8", "surrogateescape")

    def _fields(self) -> bytes:
        version, flags = (51 if self.method == _AES else 20), self.flags | 0x800  # names are UTF-8
        return struct.pack(
            "<HHHHHIII", version, flags, self.method, _TIME, _DATE, self.crc, len(self.packed), self.size
        )


def _archive(entries: list[_Entry]) -> bytes:
    body, places = b"", []
    for entry in entries:
        places.append((entry, len(body)))
        body += entry.local()
    return body + _listed(places, len(body))


def _listed(places: list[tuple[_Entry, int]], begin: int) -> bytes:
    lines = b"".join(entry.in_list(place) for entry, place in places)
    end = struct.pack("<HHHHIIH", 0, 0, len(places), len(places), len(lines), begin, 0)
    return lines + b"PK\x05\x06" + end


def _plain(path: str, content: bytes) -> _Entry:
    return _Entry(path, _deflated(content), len(content), zlib.crc32(content), _DEFLATED)


def _deflated(content: bytes) -> bytes:
    squeezer = zlib.compressobj(6, zlib.DEFLATED, -zlib.MAX_WBITS)
    return squeezer.compress(content) + squeezer.flush()


def _aes(path: str, content: bytes, password: str) -> _Entry:
    """Lock by AES-CTR with a little-endian counter from 1 (WinZip's AE-2: no CRC, a code of 10 bytes at the end)."""
    salt = hashlib.sha256(path.encode("utf-8", "surrogateescape")).digest()[:16]
    keys = hashlib.pbkdf2_hmac("sha1", password.encode(), salt, 1000, 66)
    plain = _deflated(content)
    counters = b"".join(struct.pack("<QQ", number, 0) for number in range(1, len(plain) // 16 + 2))
    machine = Cipher(algorithms.AES(keys[:32]), modes.ECB()).encryptor()
    locked = bytes(one ^ other for one, other in zip(plain, machine.update(counters), strict=False))
    code = hmac.new(keys[32:64], locked, "sha1").digest()[:10]
    extra = struct.pack("<HHH2sBH", 0x9901, 7, 2, b"AE", 3, _DEFLATED)
    return _Entry(path, salt + keys[64:] + locked + code, len(content), 0, _AES, flags=1, extra=extra)


def _crypto(path: str, content: bytes, password: str) -> _Entry:
    plain, crc = _deflated(content), zlib.crc32(content)
    head = hashlib.sha256(path.encode("utf-8", "surrogateescape")).digest()[:11] + bytes([crc >> 24])
    return _Entry(path, bytes(_zip_crypto(head + plain, password)), len(content), crc, _DEFLATED, flags=1)


def _zip_crypto(plain: bytes, password: str) -> Iterator[int]:
    table = [zlib.crc32(bytes([n]), 0xFFFFFFFF) ^ 0xFFFFFFFF for n in range(256)]
    keys = [0x12345678, 0x23456789, 0x34567890]

    def turn(byte: int) -> None:
        keys[0] = keys[0] >> 8 ^ table[(keys[0] ^ byte) & 0xFF]
        keys[1] = ((keys[1] + (keys[0] & 0xFF)) * 134775813 + 1) & 0xFFFFFFFF
        keys[2] = keys[2] >> 8 ^ table[(keys[2] ^ keys[1] >> 24) & 0xFF]

    for byte in password.encode():
        turn(byte)
    for byte in plain:
        mask = keys[2] | 2
        yield byte ^ (mask * (mask ^ 1) >> 8 & 0xFF)
        turn(byte)


@dataclass(frozen=True, slots=True)
class Image:
    """What a disc image speaks besides plain ISO 9660, whose names have 8 letters and 3 (ECMA-119 §7.5)."""

    level: int = 1
    joliet: int | None = None
    rock_ridge: str | None = None
    udf: str | None = None


def disc_image(files: Files, how: Image) -> bytes:
    """Return a disc image of the files; where names are limited, they are numbered."""
    image = pycdlib.PyCdlib()
    image.new(interchange_level=how.level, joliet=how.joliet, rock_ridge=how.rock_ridge, udf=how.udf)
    folders: dict[str, str] = {"": ""}
    for number, (path, content) in enumerate(files.items(), 1):
        folder = _make_folders(image, path, how=how, folders=folders)
        stem, _, ending = path.rpartition("/")[2].partition(".")
        plain = f"{folder}/{_short(stem, number)}.{ending.upper()[:3]};1"
        image.add_fp(io.BytesIO(content), len(content), plain, **_names(path, how))
    target = io.BytesIO()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        image.write_fp(target)
        image.close()
    return target.getvalue()


def _make_folders(image: pycdlib.PyCdlib, path: str, *, how: Image, folders: dict[str, str]) -> str:
    """Make the folders above a path, and return the plain name of the last."""
    parts = path.split("/")[:-1]
    for depth in range(1, len(parts) + 1):
        here = "/".join(parts[:depth])
        if here not in folders:
            folders[here] = f"{folders['/'.join(parts[: depth - 1])]}/{_short(parts[depth - 1], len(folders))}"
            image.add_directory(folders[here], **_names(here, how))
    return folders["/".join(parts)]


def _short(stem: str, number: int) -> str:
    plain = stem.upper()
    is_fit = len(plain) <= 8 and plain.replace("_", "").isalnum() and plain.isascii()
    return plain if is_fit else f"N{number:07}"


def _names(path: str, how: Image) -> dict[str, str]:
    names = {}
    if how.rock_ridge:
        names["rr_name"] = path.rpartition("/")[2]
    if how.joliet:
        names["joliet_path"] = f"/{path}"
    if how.udf:
        names["udf_path"] = f"/{path}"
    return names
