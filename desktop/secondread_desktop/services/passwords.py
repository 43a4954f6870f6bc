"""The passwords of archives that a person typed. In memory only; a planned case keeps those it needs by its token."""

import threading
from collections.abc import Iterable


class PasswordBook:
    """Every password of this run, and which of them opened something. Any thread may ask."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._known: dict[str, bool] = {}  # password -> whether it opened anything

    def __repr__(self) -> str:
        """Say nothing of what is in it."""
        return f"PasswordBook({len(self._known)} known)"

    def add(self, passwords: Iterable[str]) -> None:
        """Learn passwords; the newest are tried last."""
        with self._lock:
            for password in passwords:
                if password:
                    self._known.setdefault(password, False)

    def all(self) -> tuple[str, ...]:
        """Return every password, those that opened something first."""
        with self._lock:
            return tuple(sorted(self._known, key=lambda password: not self._known[password]))

    def note_use(self, password: str) -> None:
        """Remember that a password opened something."""
        with self._lock:
            self._known[password] = True

    def used(self) -> tuple[str, ...]:
        """Return the passwords that opened something."""
        with self._lock:
            return tuple(password for password, is_used in self._known.items() if is_used)
