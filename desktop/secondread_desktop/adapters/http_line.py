"""One `requests.Session` to one receiver: the system's trust store, time-outs, no redirects, bodies counted.

There is no way to ignore a bad certificate, and nothing but https except to this computer itself.
"""

import contextlib
import io
import ipaddress
import ssl
from typing import Any, Protocol
from urllib.parse import urljoin, urlsplit

import requests
import truststore
from requests.adapters import HTTPAdapter
from requests.auth import AuthBase

from secondread_desktop.errors import ReceiverInsecure, ReceiverNotOurs, ReceiverUnreachable

CONNECT_TIMEOUT_S = 15.0
READ_TIMEOUT_S = 60.0
MOST_ANSWER_BYTES = 16 << 20
_BLOCK = 1 << 16
_SEND_BLOCK = 1 << 18


class Answer:
    """What came back: status, headers, and a body of bounded length."""

    def __init__(self, status: int, headers: dict[str, str], *, body: bytes) -> None:
        self.status = status
        self.body = body
        self._headers = {name.lower(): value for name, value in headers.items()}

    def header(self, name: str) -> str | None:
        """Return a header, whatever its letter case."""
        return self._headers.get(name.lower())


class HttpLine:
    """All requests to one receiver, with the token of one case or none."""

    def __init__(self, receiver: str, token: str | None) -> None:
        self._base = checked_address(receiver)
        self._token = token
        self.body_bytes = 0
        self._session = requests.Session()
        self._session.trust_env = not is_loopback(self._base)  # a proxy has no business between a computer and itself
        self._session.mount("http://", _LineAdapter())
        self._session.mount("https://", _TrustingAdapter())
        self._session.headers["User-Agent"] = "SecondRead"
        self._session.headers["Accept-Encoding"] = "identity"

    def _counted(self, body: "Body | bytes | None") -> "_Counted | None":
        if not body:
            return None  # `requests` writes Content-Length: 0 where a body would be expected
        return _Counted(_BytesBody(body) if isinstance(body, bytes) else body, self)

    def url(self, path: str) -> str:
        """Return the address of a path of the receiver, or of a `Location` it gave. Raises `ReceiverNotOurs`."""
        address = urljoin(self._base, path)
        if _origin(address) != _origin(self._base):
            raise ReceiverNotOurs  # the token goes to no other place
        return address

    def request(
        self, method: str, path: str, *, body: "Body | bytes | None" = None, headers: dict[str, str] | None = None
    ) -> Answer:
        """Make one request. `body` is never an iterator, which `requests` would send chunked.

        Raises `ReceiverUnreachable`, `ReceiverInsecure`, `ReceiverNotOurs`.
        """
        try:
            with self._session.request(
                method,
                self.url(path),
                data=self._counted(body),
                headers=headers,
                auth=_Bearer(self._token),
                allow_redirects=False,
                stream=True,
                timeout=(CONNECT_TIMEOUT_S, READ_TIMEOUT_S),
            ) as response:
                return Answer(response.status_code, dict(response.headers), body=_bounded_body(response))
        except requests.exceptions.SSLError:
            raise ReceiverInsecure from None
        except requests.exceptions.Timeout:
            raise ReceiverUnreachable("timeout") from None
        except (requests.exceptions.ConnectionError, requests.exceptions.ChunkedEncodingError):
            raise ReceiverUnreachable("connect") from None
        except requests.exceptions.RequestException:
            raise ReceiverNotOurs from None


class Body(Protocol):
    """A request body with a length."""

    def __len__(self) -> int: ...

    def read(self, size: int = -1, /) -> bytes:
        """Return the next bytes."""


class _Counted:
    """Tells the line of every byte that is taken to be sent.

    Cannot be rewound, on purpose: a body that was cut is sent a second time by nobody but us.
    """

    def __init__(self, body: Body, line: HttpLine) -> None:
        self._body = body
        self._length = len(body)
        self._line = line

    def __len__(self) -> int:
        return self._length

    def read(self, size: int = -1) -> bytes:
        block = self._body.read(size)
        self._line.body_bytes += len(block)
        return block


class _BytesBody(io.BytesIO):
    def __len__(self) -> int:
        return len(self.getbuffer())


class _Bearer(AuthBase):
    """The token as RFC 6750 §2.1. Being an auth of its own, it keeps `.netrc` out of the request."""

    def __init__(self, token: str | None) -> None:
        self._token = token

    def __call__(self, request: requests.PreparedRequest) -> requests.PreparedRequest:
        if self._token is not None:
            request.headers["Authorization"] = f"Bearer {self._token}"
        return request


class _LineAdapter(HTTPAdapter):
    """Sends bodies in large blocks."""

    def init_poolmanager(self, *args: Any, **options: Any) -> None:
        """Make the pool."""
        super().init_poolmanager(*args, blocksize=_SEND_BLOCK, **options)


class _TrustingAdapter(_LineAdapter):
    """Trusts what the system trusts. `verify` is not looked at, so that nothing can switch it off."""

    def init_poolmanager(self, *args: Any, **options: Any) -> None:
        """Make the pool with the system's trust store."""
        super().init_poolmanager(*args, ssl_context=_context(), **options)

    def proxy_manager_for(self, proxy: Any, **options: Any) -> Any:
        """Make a proxy's pool with the system's trust store."""
        return super().proxy_manager_for(proxy, ssl_context=_context(), blocksize=_SEND_BLOCK, **options)

    def cert_verify(self, *args: Any, **options: Any) -> None:
        """Require a certificate, and let only the system's store decide."""
        connection = args[0] if args else options["conn"]
        connection.cert_reqs = "CERT_REQUIRED"
        connection.ca_certs = None
        connection.ca_cert_dir = None


def _context() -> ssl.SSLContext:
    return truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)


def checked_address(receiver: str) -> str:
    """Return the receiver's address, ending in `/`. Raises `ReceiverInsecure`, `ReceiverNotOurs`."""
    try:
        parts = urlsplit(receiver)
        is_usable = bool(parts.hostname) and parts.scheme in ("http", "https") and not parts.query
        _ = parts.port
    except ValueError:
        is_usable = False
    if not is_usable or parts.username is not None:
        raise ReceiverNotOurs
    if parts.scheme != "https" and not is_loopback(receiver):
        raise ReceiverInsecure
    return f"{parts.scheme}://{parts.netloc}{parts.path.rstrip('/')}/"


def is_loopback(address: str) -> bool:
    """Tell whether an address is this computer itself, by what it says and not by what a name server says."""
    host = urlsplit(address).hostname or ""
    if host == "localhost":
        return True
    with contextlib.suppress(ValueError):
        return ipaddress.ip_address(host).is_loopback
    return False


def _origin(address: str) -> tuple[str, str | None, int]:
    parts = urlsplit(address)
    return parts.scheme, parts.hostname, parts.port or (443 if parts.scheme == "https" else 80)


def _bounded_body(response: requests.Response) -> bytes:
    body = b""
    for block in response.iter_content(_BLOCK):
        body += block
        if len(body) > MOST_ANSWER_BYTES:
            raise ReceiverNotOurs
    return body
