"""The programme's address as people type it or as a `secondread:` link carries it."""

from urllib.parse import urlsplit

SCHEME = "secondread:"
_MOST = 2000


def is_link(text: str) -> bool:
    """Tell whether a text is a link for this program."""
    return text[: len(SCHEME)].lower() == SCHEME


def address_of(text: str) -> str | None:
    """Return the web address that is meant, or None: `programme.example` and `secondread://programme.example` too."""
    meant = text.strip()
    if is_link(meant):
        meant = meant[len(SCHEME) :].removeprefix("//")
    if not 0 < len(meant) <= _MOST or any(sign.isspace() or not sign.isprintable() for sign in meant):
        return None
    address = meant if "://" in meant else f"https://{meant}"
    return address.rstrip("/") if _is_usable(address) else None


def _is_usable(address: str) -> bool:
    try:
        parts = urlsplit(address)
        _ = parts.port
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname) and not parts.query and "@" not in address
