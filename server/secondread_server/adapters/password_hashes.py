"""Passwords as argon2id digests (RFC 9106). Few at once: each takes 64 MiB and tens of milliseconds on purpose."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from argon2 import PasswordHasher
from argon2.exceptions import Argon2Error, InvalidHashError

from secondread_server.errors import SignInBusy

_AT_ONCE, _PLACES = 2, 8  # those who wait hold a thread each, and pages need threads too


class Argon2Passwords:
    """Checks passwords, and takes as long for accounts that do not exist."""

    def __init__(self) -> None:
        self._hasher = PasswordHasher()
        self._turns = threading.BoundedSemaphore(_AT_ONCE)
        self._places = threading.BoundedSemaphore(_PLACES)
        self._nobody = self._hasher.hash("no account has this password")

    def digest(self, password: str) -> str:
        """Return what is kept of a password; raise `SignInBusy`."""
        with self._turn():
            return self._hasher.hash(password)

    def is_right(self, password_hash: str | None, password: str) -> bool:
        """Tell whether a password is the one; without a hash it never is, after the same work. Raises `SignInBusy`."""
        with self._turn():
            try:
                self._hasher.verify(password_hash or self._nobody, password)
            except (Argon2Error, InvalidHashError):
                return False
        return password_hash is not None

    @contextmanager
    def _turn(self) -> Iterator[None]:
        if not self._places.acquire(blocking=False):
            raise SignInBusy
        try:
            with self._turns:
                yield
        finally:
            self._places.release()
