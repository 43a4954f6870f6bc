"""The programme's address as people type it or as a `secondread:` link carries it."""

import re

SCHEME = "secondread:"
_MOST = 2000
# A host, perhaps a port, perhaps a path: no name and secret before an @, no query, no fragment (RFC 3986 §3.2).
_ADDRESS = re.compile(r"https?://(\[[0-9A-Fa-f:.]+\]|[^\s/?#@:\[\]]+)(:[0-9]{1,5})?(/[^\s?#]*)?", re.IGNORECASE)


def is_link(text: str) -> bool:
    """Tell whether a text is a link for this program."""
    return text[: len(SCHEME)].lower() == SCHEME


def address_of(text: str) -> str | None:
    """Return the web address that is meant, or None: `programme.example` and `secondread://programme.example` too."""
    meant = text.strip()
    if is_link(meant):
        meant = meant[len(SCHEME) :].removeprefix("//")
    if not 0 < len(meant) <= _MOST or not meant.isprintable():
        return None
    address = meant if "://" in meant else f"https://{meant}"
    match = _ADDRESS.fullmatch(address)
    if match is None or int((match[2] or ":0")[1:]) > 65535:
        return None
    return address.rstrip("/")


def is_same_programme(one: str, other: str) -> bool:
    """Tell whether two addresses mean one programme; commands keep an address as it was typed."""
    return (address_of(one) or one) == (address_of(other) or other)
