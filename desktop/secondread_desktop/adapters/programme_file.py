"""The address of the programme that was used last, in the state folder: a web address, nothing about a person."""

from contextlib import suppress
from pathlib import Path

from secondread_desktop.core.programme_address import address_of
from secondread_desktop.errors import StateUnusable
from secondread_shared.durable import private_folder, write_durably

_NAME = "programme"
_MOST_BYTES = 4096


def remembered_programme(folder: Path) -> str | None:
    """Return the address, or None."""
    return _address_in_file(folder / _NAME)


def remember_programme(folder: Path, receiver: str) -> None:
    """Keep the address durably. Raises `StateUnusable`."""
    try:
        write_durably(private_folder(folder) / _NAME, receiver.encode())
    except OSError:
        raise StateUnusable from None


def address_in(given: str) -> str | None:
    """Return the address that an address, a link, or the name of a file that holds either means."""
    return _address_in_file(Path(given)) or address_of(given)


def _address_in_file(path: Path) -> str | None:
    with suppress(OSError, ValueError), open(path, "rb") as file:  # ValueError: a name with a null character
        return address_of(file.read(_MOST_BYTES).decode("utf-8", "replace"))
    return None
