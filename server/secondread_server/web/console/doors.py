"""The door of every page: cookie, session, form token, right. The address of a person becomes a digest here."""

import hashlib
import hmac
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps

from flask import Response, g, request
from flask.typing import ResponseReturnValue

from secondread_server.core.access import Permission
from secondread_server.errors import FormStale, SessionEnded
from secondread_server.services.office import Caller, Office
from secondread_server.services.sign_in import recognise
from secondread_server.services.staff_rights import require
from secondread_shared.ids import TOKEN, is_same_digest, new_token

View = Callable[..., ResponseReturnValue]
COOKIE, DOOR_COOKIE, BROWSER_COOKIE = "secondread_session", "secondread_door", "secondread_browser"
_KNOWN_DAYS = 180
PREFIX = "/console"
_PLACE_TO_GO = re.compile(rf"{PREFIX}(/[a-z0-9-]+)*")


@dataclass(frozen=True, slots=True)
class Doors:
    """What every view asks first. `is_secure` where people come by https."""

    office: Office
    place_key: bytes
    is_secure: bool

    def caller(self, *, is_awake: bool = True) -> Caller:
        """Return who asks; raise `SessionEnded`."""
        token = session_token()
        if token is None:
            raise SessionEnded("nobody")
        g.caller = recognise(self.office, token=token, place=self.place(), is_awake=is_awake)
        g.form_token = form_token(token)
        return g.caller  # type: ignore[no-any-return]

    def place(self) -> str:
        """Return where the call comes from, as a digest."""
        return place_digest(self.place_key, request.remote_addr)

    def staff(self, permission: Permission, *, is_awake: bool = True) -> Callable[[View], View]:
        """Decorate a view: it gets the caller first, and runs only with the right, and for POST with a fresh form."""

        def decorate(view: View) -> View:
            @wraps(view)
            def guarded(**arguments: str) -> ResponseReturnValue:
                caller = self.caller(is_awake=is_awake)
                if request.method == "POST":
                    check_form(g.form_token)
                require(self.office, caller, permission, case=arguments.get("case", ""))
                return view(caller, **arguments)

            return guarded

        return decorate

    def set_cookie(self, answer: Response, name: str, value: str, *, days: int = 0) -> None:
        """Set a cookie that no script reads and no other site sends; without `days` it ends with the browser."""
        age = 86400 * days or None
        answer.set_cookie(
            name, value, max_age=age, path=PREFIX, httponly=True, samesite="Strict", secure=self.is_secure
        )

    def remember_browser(self, answer: Response, email: str) -> None:
        """Mark the browser as one in which somebody was signed in: it opens nothing, and bears no name."""
        nonce = new_token()
        self.set_cookie(answer, BROWSER_COOKIE, f"{nonce}.{self._mark(email, nonce)}", days=_KNOWN_DAYS)

    def known_browser(self, email: str) -> str | None:
        """Return the name of the browser if this account was signed in there before."""
        nonce, _, mark = request.cookies.get(BROWSER_COOKIE, "").partition(".")
        return nonce if TOKEN.fullmatch(nonce) and is_same_digest(mark, self._mark(email, nonce)) else None

    def _mark(self, email: str, nonce: str) -> str:
        return hmac.new(self.place_key, f"browser:{nonce}:{email}".encode(), hashlib.sha256).hexdigest()


def session_token() -> str | None:
    """Return the session's id, if the cookie can be one."""
    token = request.cookies.get(COOKIE, "")
    return token if TOKEN.fullmatch(token) else None


def door_token() -> str:
    """Return what the sign-in form's token hangs on before there is a session."""
    token = request.cookies.get(DOOR_COOKIE, "")
    return token if TOKEN.fullmatch(token) else new_token()


def form_token(token: str) -> str:
    """Return what a form must carry: it follows from the cookie, which no other site can read."""
    return hashlib.sha256(f"form:{token}".encode()).hexdigest()


def check_form(expected: str) -> None:
    """Raise `FormStale` unless the form carries the token."""
    if not is_same_digest(request.form.get("form_token", ""), expected):
        raise FormStale


def place_digest(key: bytes, address: str | None) -> str:
    """Return an address as a digest that nobody without the key can try out."""
    return hmac.new(key, (address or "").encode(), hashlib.sha256).hexdigest()


def safe_place_to_go(path: str) -> str:
    """Return a path of the console that a person wanted, or its front."""
    return path if _PLACE_TO_GO.fullmatch(path) else PREFIX
