"""The gate before tuspyserver's router: everything is checked before the body is read.

A refused request leaves the upload as it was. The gate answers OPTIONS and HEAD itself (the router's OPTIONS promises
extensions that we refuse, its HEAD wants metadata that we do not use), and hides from the router what it would believe
too readily: X-Forwarded-* and X-HTTP-Method-Override.
"""

import asyncio
import re

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from secondread_server.core.upload_rules import (
    EXTENSIONS,
    check_version,
    judge_chunk,
    judge_creation,
    judge_patch_headers,
)
from secondread_server.errors import Refused, Transient, UploadUnknown
from secondread_server.services.collaborators import Desk
from secondread_server.services.receive_parcel import admit_chunk, admit_upload, look_up_upload, terminate_upload
from secondread_server.web.problem_answers import answer_parts, problem_of
from secondread_server.web.turns import Turns
from secondread_shared.contract import FILES, TUS_VERSION
from secondread_shared.problems import Problem, ProblemCode, problem

_UPLOAD_PATH = re.compile(rf"{FILES}/([0-9a-f]{{32}})/?")
_METHODS = frozenset({"OPTIONS", "POST", "HEAD", "PATCH", "DELETE"})
_HIDDEN = (b"x-http-method-override", b"forwarded")


class UploadGate:
    """An ASGI application in front of the router."""

    def __init__(self, router: ASGIApp, *, desk: Desk) -> None:
        self._router = router
        self._desk = desk
        self._turns = Turns()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request below `/files`."""
        headers = Headers(scope=scope)
        try:
            await self._dispatch(_plain_scope(scope, headers), headers, receive, send)
        except (Refused, Transient) as error:
            await _answer_problem(send, problem_of(error))

    async def _dispatch(self, scope: Scope, headers: Headers, receive: Receive, send: Send) -> None:
        method = scope["method"]
        if method not in _METHODS:
            await _answer_problem(send, problem(ProblemCode.METHOD_REFUSED))
            return
        if method == "OPTIONS":
            await self._answer_options(send)
            return
        check_version(headers)
        if scope["path"].rstrip("/") == FILES:
            await self._create(scope, headers, receive, send)
            return
        matched = _UPLOAD_PATH.fullmatch(scope["path"])
        if matched is None:
            raise UploadUnknown
        await self._serve(scope, headers, receive, send, upload=matched[1])

    async def _serve(self, scope: Scope, headers: Headers, receive: Receive, send: Send, *, upload: str) -> None:
        token = bearer_token(headers.get("authorization"))
        if scope["method"] == "HEAD":
            await self._answer_head(send, upload=upload, token=token)
        elif scope["method"] == "PATCH":
            await self._patch(scope, headers, receive, send, upload=upload)
        elif scope["method"] == "DELETE":
            async with self._turns.take(upload):
                await asyncio.to_thread(lambda: terminate_upload(self._desk, upload=upload, token=token))
            await _answer(send, 204, {})
        else:
            await _answer_problem(send, problem(ProblemCode.METHOD_REFUSED))

    async def _create(self, scope: Scope, headers: Headers, receive: Receive, send: Send) -> None:
        if scope["method"] != "POST":
            await _answer_problem(send, problem(ProblemCode.METHOD_REFUSED))
            return
        parcel = judge_creation(headers, self._desk.rules.programme.limits)
        token = bearer_token(headers.get("authorization"))
        await asyncio.to_thread(lambda: admit_upload(self._desk, parcel=parcel, token=token))
        place = f"{FILES}/{parcel.upload_id}"
        offset = await asyncio.to_thread(self._desk.uploads.offset, parcel.upload_id)
        if offset is not None:
            await _answer(send, 201, {"location": place, "upload-offset": str(offset)})
            return
        await self._router(scope, receive, _tidy(send, location=place))

    async def _patch(self, scope: Scope, headers: Headers, receive: Receive, send: Send, *, upload: str) -> None:
        offset, length = judge_patch_headers(headers)
        token = bearer_token(headers.get("authorization"))
        parcel = await asyncio.to_thread(lambda: admit_chunk(self._desk, upload=upload, token=token))
        async with self._turns.take(upload) as turn:
            present = await asyncio.to_thread(self._desk.uploads.offset, upload)
            if present is None:
                raise UploadUnknown
            judge_chunk(offset=offset, length=length, present=present, size=parcel.size)
            await self._router(scope, turn.guard(receive), _tidy(send))

    async def _answer_head(self, send: Send, *, upload: str, token: str | None) -> None:
        parcel, offset = await asyncio.to_thread(lambda: look_up_upload(self._desk, upload=upload, token=token))
        headers = {"upload-offset": str(offset), "upload-length": str(parcel.size), "cache-control": "no-store"}
        await _answer(send, 200, headers)

    async def _answer_options(self, send: Send) -> None:
        limit = self._desk.rules.programme.limits.upload_bytes
        headers = {"tus-version": TUS_VERSION, "tus-extension": EXTENSIONS, "tus-max-size": str(limit)}
        await _answer(send, 204, headers)


def bearer_token(header: str | None) -> str | None:
    """Return the token of an Authorization header (RFC 6750 §2.1), or None."""
    scheme, _, token = (header or "").partition(" ")
    return token.strip() or None if scheme.lower() == "bearer" else None


def _plain_scope(scope: Scope, headers: Headers) -> Scope:
    """Return the scope with the method that is meant, and without the headers that the router would believe."""
    method = scope["method"]
    if method == "POST" and "x-http-method-override" in headers:
        method = headers["x-http-method-override"].strip().upper()
    kept = [
        (name, value)
        for name, value in scope["headers"]
        if name not in _HIDDEN and not name.startswith(b"x-forwarded-")
    ]
    return {**scope, "method": method, "headers": kept}


def _tidy(send: Send, *, location: str | None = None) -> Send:
    """Mend the router's answers: a relative Location, and no promise of an expiry that we do not keep."""

    async def send_tidied(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            headers["tus-resumable"] = TUS_VERSION
            if "upload-expires" in headers:
                del headers["upload-expires"]
            if location is not None and message["status"] == 201:
                headers["location"] = location
                headers["upload-offset"] = "0"
        await send(message)

    return send_tidied


async def _answer(send: Send, status: int, headers: dict[str, str], body: bytes = b"") -> None:
    length = {} if status == 204 else {"content-length": str(len(body))}
    everything = {"tus-resumable": TUS_VERSION, **length, **headers}
    raw = [(name.encode("latin-1"), value.encode("latin-1")) for name, value in everything.items()]
    await send({"type": "http.response.start", "status": status, "headers": raw})
    await send({"type": "http.response.body", "body": body})


async def _answer_problem(send: Send, found: Problem) -> None:
    status, body, headers = answer_parts(found)
    if found.code == ProblemCode.TUS_VERSION:
        headers["tus-version"] = TUS_VERSION
    await _answer(send, status, headers, body)
