"""The secrets of each case: in the system's keyring, or for want of one in a private file, which the program says."""

import json
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, Protocol

from secondread_shared.durable import private_folder, write_durably
from secondread_shared.ids import CASE_ID, TOKEN

_SERVICE = "SecondRead"
_TOKEN, _PASSWORDS = "token", "passwords"
_LEAST_PRIORITY = 1.0  # keyring's own mark of a backend that is recommended


class Keyring(Protocol):
    """The part of a `keyring` backend that is used."""

    def set_password(self, service: str, username: str, *, password: str) -> None:
        """Keep a secret."""

    def get_password(self, service: str, username: str) -> str | None:
        """Return a secret."""

    def delete_password(self, service: str, username: str) -> None:
        """Remove a secret."""


def system_keyring() -> Keyring | None:
    """Return the system's keyring; None if there is none, or only a plain-text one of `keyrings.alt`."""
    import keyring
    from keyring.errors import KeyringError

    try:
        backend = keyring.get_keyring()
        is_real = _is_real(backend)
    except (KeyringError, RuntimeError, OSError, ValueError):
        return None
    return backend if is_real else None


def _is_real(backend: Any) -> bool:
    chained = getattr(backend, "backends", None)
    if chained is not None:
        return bool(chained) and all(_is_real(part) for part in chained)
    module = type(backend).__module__
    is_ours = not module.startswith(("keyrings.alt", "keyring.backends.fail", "keyring.backends.null"))
    return is_ours and float(backend.priority) >= _LEAST_PRIORITY


class CaseCredentials:
    """See `ports.Credentials`. A keyring that fails in the middle is replaced by the file."""

    def __init__(self, folder: Path, keyring: Keyring | None) -> None:
        self._folder = folder
        self._keyring = keyring

    def is_private_file(self) -> bool:
        """Tell whether secrets go to a file."""
        return self._keyring is None

    def save(self, case: str, token: str) -> None:
        """Keep a token durably."""
        self._keep(case, token, ending=_TOKEN)

    def read(self, case: str) -> str | None:
        """Return the token of a case, wherever it was kept."""
        return self._kept(case, ending=_TOKEN, is_right=lambda text: TOKEN.fullmatch(text) is not None)

    def save_passwords(self, case: str, passwords: Sequence[str]) -> None:
        """Keep the passwords of a case durably, as one secret."""
        if passwords:
            self._keep(case, json.dumps(list(passwords)), ending=_PASSWORDS)

    def passwords(self, case: str) -> tuple[str, ...]:
        """Return the passwords of a case, wherever they were kept."""
        kept = self._kept(case, ending=_PASSWORDS, is_right=lambda text: bool(_listed(text)))
        return _listed(kept or "")

    def forget_passwords(self, case: str) -> None:
        """Remove the passwords of a case, from both places."""
        self._drop(case, ending=_PASSWORDS)

    def forget(self, case: str) -> None:
        """Remove the token and the passwords of a case, from both places."""
        self._drop(case, ending=_TOKEN)
        self._drop(case, ending=_PASSWORDS)

    def _keep(self, case: str, secret: str, *, ending: str) -> None:
        if self._keyring is not None:
            try:
                self._keyring.set_password(_SERVICE, _entry_name(case, ending), password=secret)
            except _keyring_failures():
                self._keyring = None
            else:
                return
        write_durably(private_folder(self._folder) / _file_name(case, ending), secret.encode())

    def _kept(self, case: str, *, ending: str, is_right: Callable[[str], bool]) -> str | None:
        with suppress(OSError):
            secret = (self._folder / _file_name(case, ending)).read_text(encoding="ascii", errors="replace").strip()
            if is_right(secret):
                return secret
        if self._keyring is not None:
            with suppress(_keyring_failures()):
                return self._keyring.get_password(_SERVICE, _entry_name(case, ending))
        return None

    def _drop(self, case: str, *, ending: str) -> None:
        (self._folder / _file_name(case, ending)).unlink(missing_ok=True)
        if self._keyring is not None:
            with suppress(_keyring_failures()):
                self._keyring.delete_password(_SERVICE, _entry_name(case, ending))


def _entry_name(case: str, ending: str) -> str:
    return case if ending == _TOKEN else f"{case}.{ending}"


def _file_name(case: str, ending: str) -> str:
    assert CASE_ID.fullmatch(case)
    return f"{case}.{ending}"


def _listed(text: str) -> tuple[str, ...]:
    with suppress(ValueError):
        listed = json.loads(text)
        if isinstance(listed, list):
            return tuple(item for item in listed if isinstance(item, str))
    return ()


def _keyring_failures() -> type[Exception]:
    from keyring.errors import KeyringError

    return KeyringError
