"""The locks of ZIP files: ZipCrypto (APPNOTE.TXT §6.1) and WinZip AES (AE-1 and AE-2, specification 1.04).

ZipCrypto goes byte by byte, each depending on the last: here about 3 MB a second. AES goes as fast as the disc.
"""

import hashlib
import hmac
import zlib
from collections.abc import Callable, Iterator

from secondread_desktop.adapters.archive_streams import Source
from secondread_desktop.adapters.zip_records import Entry
from secondread_desktop.errors import MemberDamaged

_CRYPTO_HEAD = 12
_AES_ROUNDS = 1000
_AES_MAC = 10
_BLOCK = 1 << 16
_CRC_TABLE = tuple(zlib.crc32(bytes([byte]), 0xFFFFFFFF) ^ 0xFFFFFFFF for byte in range(256))


def spellings(password: str) -> tuple[bytes, ...]:
    """Return how programs write a password: as UTF-8, as Windows does, as MS-DOS did."""
    made = [password.encode("utf-8", "surrogatepass")]
    for encoding in ("cp1252", "cp437"):
        try:
            made.append(password.encode(encoding))
        except UnicodeEncodeError:
            continue
    return tuple(dict.fromkeys(made))


def overhead(entry: Entry) -> int:
    """Return how many bytes the lock adds."""
    return _salt_bytes(entry) + 2 + _AES_MAC if entry.aes else _CRYPTO_HEAD


def fits(entry: Entry, source: Source, *, start: int, password: bytes) -> bool:
    """Tell whether a password may open an entry, by the byte or two that say so: also by chance, 1 in 256 or 65536."""
    if entry.aes:
        salt_bytes = _salt_bytes(entry)
        head = source.read_at(start, salt_bytes + 2)
        return len(head) == salt_bytes + 2 and _aes_keys(entry, head[:salt_bytes], password)[2] == head[salt_bytes:]
    head = source.read_at(start, _CRYPTO_HEAD)
    return len(head) == _CRYPTO_HEAD and _zip_crypto(password)(head)[-1] == entry.check


def unlocked(entry: Entry, source: Source, *, start: int, password: bytes) -> Iterator[bytes]:
    """Yield the packed bytes of an entry. Raises `MemberDamaged` at the end of what is not as it was locked."""
    return (_aes if entry.aes else _crypto)(entry, source, start, password=password)


def _crypto(entry: Entry, source: Source, start: int, *, password: bytes) -> Iterator[bytes]:
    decrypt = _zip_crypto(password)
    decrypt(source.read_at(start, _CRYPTO_HEAD))
    for block in _blocks(source, start + _CRYPTO_HEAD, entry.packed - _CRYPTO_HEAD):
        yield decrypt(block)


def _zip_crypto(password: bytes) -> Callable[[bytes], bytes]:
    table = _CRC_TABLE
    key0, key1, key2 = 0x12345678, 0x23456789, 0x34567890
    for byte in password:
        key0 = (key0 >> 8) ^ table[(key0 ^ byte) & 0xFF]
        key1 = ((key1 + (key0 & 0xFF)) * 134775813 + 1) & 0xFFFFFFFF
        key2 = (key2 >> 8) ^ table[(key2 ^ (key1 >> 24)) & 0xFF]

    def decrypt(block: bytes) -> bytes:
        nonlocal key0, key1, key2
        k0, k1, k2, words = key0, key1, key2, table
        plain = bytearray(block)
        for at, byte in enumerate(plain):
            word = k2 | 2
            byte ^= (word * (word ^ 1) >> 8) & 0xFF
            plain[at] = byte
            k0 = (k0 >> 8) ^ words[(k0 ^ byte) & 0xFF]
            k1 = ((k1 + (k0 & 0xFF)) * 134775813 + 1) & 0xFFFFFFFF
            k2 = (k2 >> 8) ^ words[(k2 ^ (k1 >> 24)) & 0xFF]
        key0, key1, key2 = k0, k1, k2
        return bytes(plain)

    return decrypt


def _aes(entry: Entry, source: Source, start: int, *, password: bytes) -> Iterator[bytes]:
    """Yield AES-CTR with a little-endian counter from 1, then compare the code at the end."""
    from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

    salt_bytes = _salt_bytes(entry)
    key, mac_key, _ = _aes_keys(entry, source.read_at(start, salt_bytes), password)
    machine = Cipher(algorithms.AES(key), modes.ECB()).encryptor()  # noqa: S305 - a keystream, not a mode
    mac = hmac.new(mac_key, digestmod=hashlib.sha1)
    counter, place, left = 1, start + salt_bytes + 2, entry.packed - overhead(entry)
    for block in _blocks(source, place, left):
        mac.update(block)
        count = -(-len(block) // 16)
        numbers = b"".join(number.to_bytes(16, "little") for number in range(counter, counter + count))
        stream = machine.update(numbers)[: len(block)]
        counter += count
        yield (int.from_bytes(block, "little") ^ int.from_bytes(stream, "little")).to_bytes(len(block), "little")
    if not hmac.compare_digest(mac.digest()[:_AES_MAC], source.read_at(place + left, _AES_MAC)):
        raise MemberDamaged


def _aes_keys(entry: Entry, salt: bytes, password: bytes) -> tuple[bytes, bytes, bytes]:
    size = 8 + 8 * entry.aes
    made = hashlib.pbkdf2_hmac("sha1", password, salt, _AES_ROUNDS, 2 * size + 2)
    return made[:size], made[size : 2 * size], made[2 * size :]


def _salt_bytes(entry: Entry) -> int:
    return 4 + 4 * entry.aes


def _blocks(source: Source, place: int, left: int) -> Iterator[bytes]:
    while left > 0:
        block = source.read_at(place, min(_BLOCK, left))
        if not block:
            raise MemberDamaged
        yield block
        place += len(block)
        left -= len(block)
