"""Identifiers: made by the client where a write must be safe to repeat, never derived from a person."""

import hashlib
import hmac
import re
import secrets

CASE_ID = re.compile(r"[0-9a-f]{32}")
SHA256_HEX = re.compile(r"[0-9a-f]{64}")
TOKEN = re.compile(r"[A-Za-z0-9_-]{43}")
_CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def new_case_id() -> str:
    """Return 128 random bits as 32 hexadecimal digits."""
    return secrets.token_hex(16)


def new_token() -> str:
    """Return a 256-bit bearer token, base64url without padding (RFC 6750 §2.1)."""
    return secrets.token_urlsafe(32)


def token_digest(token: str) -> str:
    """Return the SHA-256 of a token in hexadecimal: all that the receiver keeps of it."""
    return hashlib.sha256(token.encode()).hexdigest()


def is_same_digest(left: str, right: str) -> bool:
    """Compare two digests in constant time."""
    return hmac.compare_digest(left.encode(), right.encode())


def new_case_number() -> str:
    """Return 10 random Crockford characters in two groups, `7K3QX-9M2PA`: for people, never a credential."""
    letters = "".join(secrets.choice(_CROCKFORD) for _ in range(10))
    return f"{letters[:5]}-{letters[5:]}"


def upload_id(*, case: str, ordinal: int, sha256: str) -> str:
    """Name the one upload of a closed parcel, so that creating it twice yields the same upload."""
    return hashlib.sha256(f"{case}/{ordinal}/{sha256}".encode()).hexdigest()[:32]
