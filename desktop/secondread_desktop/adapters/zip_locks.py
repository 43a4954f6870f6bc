"""The locks of ZIP files: ZipCrypto (APPNOTE.TXT §6.1) and WinZip AES (AE-1 and AE-2, specification 1.04).

ZipCrypto goes byte by byte, each depending on the last: so a compiled library does it. Both go as fast as a disc.
"""

import hashlib
import hmac
from collections.abc import Callable, Iterator

from secondread_desktop.adapters.archive_streams import Source, blocks_of
from secondread_desktop.adapters.zip_records import Entry
from secondread_desktop.errors import MemberDamaged

_CRYPTO_HEAD = 12
_AES_ROUNDS = 1000
_AES_MAC = 10


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
    for block in blocks_of(source, start + _CRYPTO_HEAD, entry.packed - _CRYPTO_HEAD):
        yield decrypt(block)


def _zip_crypto(password: bytes) -> Callable[[bytes], bytes]:
    from _zipdecrypter import StandardZipDecrypter  # of fast-zip-decryption; pure Python is sixty times slower

    decrypt: Callable[[bytes], bytes] = StandardZipDecrypter(password).decrypt_bytes
    return decrypt


def _aes(entry: Entry, source: Source, start: int, *, password: bytes) -> Iterator[bytes]:
    """Yield AES-CTR with a little-endian counter from 1, then compare the code at the end."""
    import numpy
    from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

    salt_bytes = _salt_bytes(entry)
    key, mac_key, _ = _aes_keys(entry, source.read_at(start, salt_bytes), password)
    machine = Cipher(algorithms.AES(key), modes.ECB()).encryptor()  # noqa: S305 - a keystream, not a mode
    mac = hmac.new(mac_key, digestmod=hashlib.sha1)
    counter, place, left = 1, start + salt_bytes + 2, entry.packed - overhead(entry)
    for block in blocks_of(source, place, left):
        mac.update(block)
        count = -(-len(block) // 16)
        numbers = numpy.zeros((count, 2), "<u8")
        numbers[:, 0] = numpy.arange(counter, counter + count)
        stream = numpy.frombuffer(machine.update(numbers.tobytes()), numpy.uint8)[: len(block)]
        counter += count
        yield (numpy.frombuffer(block, numpy.uint8) ^ stream).tobytes()
    if not hmac.compare_digest(mac.digest()[:_AES_MAC], source.read_at(place + left, _AES_MAC)):
        raise MemberDamaged


def _aes_keys(entry: Entry, salt: bytes, password: bytes) -> tuple[bytes, bytes, bytes]:
    size = 8 + 8 * entry.aes
    made = hashlib.pbkdf2_hmac("sha1", password, salt, _AES_ROUNDS, 2 * size + 2)
    return made[:size], made[size : 2 * size], made[2 * size :]


def _salt_bytes(entry: Entry) -> int:
    return 4 + 4 * entry.aes
