"""The passwords of archives that a person typed. In memory only; a planned case keeps, by its token, those that opened
something in its own sources."""

import threading
from collections.abc import Iterable
from pathlib import PurePath


class PasswordBook:
    """Every password of this run, and in which sources each opened something. Any thread may ask."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._known: dict[str, set[PurePath]] = {}  # password -> the roots of what it opened

    def __repr__(self) -> str:
        """Say nothing of what is in it."""
        return f"PasswordBook({len(self._known)} known)"

    def add(self, passwords: Iterable[str]) -> None:
        """Learn passwords; the newest are tried last."""
        with self._lock:
            for password in passwords:
                if password:
                    self._known.setdefault(password, set())

    def all(self) -> tuple[str, ...]:
        """Return every password, those that opened something first."""
        with self._lock:
            return tuple(sorted(self._known, key=lambda password: not self._known[password]))

    def note_use(self, password: str, root: str) -> None:
        """Remember that a password opened something in the source at a root."""
        with self._lock:
            self._known.setdefault(password, set()).add(PurePath(root))

    def used(self, roots: Iterable[str]) -> tuple[str, ...]:
        """Return the passwords that opened something in the sources at these roots."""
        asked = {PurePath(root) for root in roots}
        with self._lock:
            return tuple(password for password, opened in self._known.items() if opened & asked)
