"""The draft as one encrypted file. Its key lies where the tokens of cases lie; without the key the file says nothing.

    file  = MAGIC ‖ name of the key (16 bytes) ‖ nonce (12 bytes) ‖ AES-256-GCM of the content (NIST SP 800-38D)
The head is authenticated with the content. Each draft has a key of its own: to discard it is to forget the key.
"""

import base64
import contextlib
import errno
import secrets
import threading
from dataclasses import dataclass, field
from pathlib import Path

from secondread_desktop.adapters.credentials import CaseCredentials
from secondread_desktop.errors import DiskFull, StateUnusable
from secondread_shared.durable import write_durably
from secondread_shared.ids import TOKEN, new_case_id, new_token

_MAGIC = b"SRDRAFT1"
_NAME_BYTES, _NONCE_BYTES = 16, 12
_HEAD_BYTES = len(_MAGIC) + _NAME_BYTES
_MOST_BYTES = 256 << 20
_NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT} if hasattr(errno, "EDQUOT") else {errno.ENOSPC})


@dataclass(frozen=True, slots=True)
class _Key:
    name: str
    secret: bytes = field(repr=False)


class EncryptedDraft:
    """See `ports.Drafts`. May be called by any thread."""

    def __init__(self, folder: Path, credentials: CaseCredentials) -> None:
        self._path = folder / "draft"
        self._aside = folder / "draft.unreadable"
        self._credentials = credentials
        self._key: _Key | None = None
        self._lock = threading.Lock()

    def keep(self, content: bytes) -> None:
        """Replace the draft, durably. Raises `DiskFull`, `StateUnusable`."""
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        with self._lock:
            try:
                key = self._key or self._key_of(self._stored()) or self._new_key()
                head = _MAGIC + bytes.fromhex(key.name)
                nonce = secrets.token_bytes(_NONCE_BYTES)
                write_durably(self._path, head + nonce + AESGCM(key.secret).encrypt(nonce, content, head))
            except OSError as error:
                raise DiskFull if error.errno in _NO_ROOM else StateUnusable from None
            self._key = key

    def read(self) -> bytes | None:
        """Return the draft. One that cannot be read is put aside, and there is none then."""
        with self._lock:
            try:
                stored = self._stored()
                content = None if stored is None else self._opened(stored)
                if stored is not None and content is None:
                    self._path.replace(self._aside)
            except OSError:
                return None
            return content

    def discard(self) -> None:
        """Forget the draft, its key, and what was put aside. Raises `StateUnusable`."""
        with self._lock:
            try:
                for path in (self._path, self._aside):
                    name = _key_name(_read(path))
                    if name:
                        self._credentials.forget(name)
                    path.unlink(missing_ok=True)
            except OSError:
                raise StateUnusable from None
            self._key = None

    def put_aside(self) -> None:
        """Move a draft whose content is no draft out of the way."""
        with self._lock, contextlib.suppress(OSError):
            self._path.replace(self._aside)
            self._key = None

    def _stored(self) -> bytes | None:
        return _read(self._path)

    def _opened(self, stored: bytes) -> bytes | None:
        from cryptography.exceptions import InvalidTag
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        key = self._key_of(stored)
        head, nonce, rest = stored[:_HEAD_BYTES], stored[_HEAD_BYTES:][:_NONCE_BYTES], stored[_HEAD_BYTES:]
        if key is None or len(nonce) != _NONCE_BYTES:
            return None
        try:
            content = AESGCM(key.secret).decrypt(nonce, rest[_NONCE_BYTES:], head)
        except InvalidTag:
            return None
        self._key = key
        return content

    def _key_of(self, stored: bytes | None) -> _Key | None:
        name = _key_name(stored)
        token = self._credentials.read(name) if name else None
        is_whole = token is not None and TOKEN.fullmatch(token)
        return _Key(name, _secret(token)) if name and token and is_whole else None

    def _new_key(self) -> _Key:
        name, token = new_case_id(), new_token()
        self._credentials.save(name, token)
        return _Key(name, _secret(token))


def _read(path: Path) -> bytes | None:
    try:
        with path.open("rb") as file:
            return file.read(_MOST_BYTES)
    except FileNotFoundError:
        return None


def _key_name(stored: bytes | None) -> str | None:
    if stored is None or len(stored) < _HEAD_BYTES or not stored.startswith(_MAGIC):
        return None
    return stored[len(_MAGIC) : _HEAD_BYTES].hex()


def _secret(token: str) -> bytes:
    """Return the 256 bits that a token writes as text (RFC 4648 §5)."""
    return base64.urlsafe_b64decode(token + "=")
