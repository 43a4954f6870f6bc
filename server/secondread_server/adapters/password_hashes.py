"""Passwords as argon2id digests (RFC 9106). Few at once: each takes 64 MiB and tens of milliseconds on purpose."""

import threading

from argon2 import PasswordHasher
from argon2.exceptions import Argon2Error, InvalidHashError

_AT_ONCE = 2


class Argon2Passwords:
    """Checks passwords, and takes as long for accounts that do not exist."""

    def __init__(self) -> None:
        self._hasher = PasswordHasher()
        self._turns = threading.BoundedSemaphore(_AT_ONCE)
        self._nobody = self._hasher.hash("no account has this password")

    def digest(self, password: str) -> str:
        """Return what is kept of a password."""
        with self._turns:
            return self._hasher.hash(password)

    def is_right(self, password_hash: str | None, password: str) -> bool:
        """Tell whether a password is the one; without a hash it never is, after the same work."""
        with self._turns:
            try:
                self._hasher.verify(password_hash or self._nobody, password)
            except (Argon2Error, InvalidHashError):
                return False
        return password_hash is not None
