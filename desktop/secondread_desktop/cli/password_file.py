"""`--password-file`: passwords of archives, one a line. Never on the command line, where `ps` shows them."""

import argparse

from secondread_desktop.errors import PasswordsUnreadable
from secondread_desktop.services.parts import Parts

_MOST_BYTES = 1 << 16


def learn_passwords(options: argparse.Namespace, parts: Parts) -> None:
    """Learn the passwords of the file that was named, if one was. Raises `PasswordsUnreadable`."""
    if options.password_file is None:
        return
    try:
        with open(options.password_file, "rb") as file:
            stored = file.read(_MOST_BYTES + 1)
        lines = stored.decode("utf-8-sig").splitlines()
    except (OSError, ValueError):
        raise PasswordsUnreadable from None
    if len(stored) > _MOST_BYTES:
        raise PasswordsUnreadable
    parts.passwords.add(lines)
