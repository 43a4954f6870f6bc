"""In front of Flask: a body is read whole before a Flask thread is taken, so that slow clients hold none.

Small bodies wait in memory, the few large ones in files. A client that leaves early is dropped without calling Flask.
"""

import asyncio
import contextlib
import tempfile
from typing import IO

import msgspec
from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from secondread_server.web.problem_answers import answer_parts
from secondread_shared.contract import MIB, Limits
from secondread_shared.problems import Problem, ProblemCode, problem

SMALL_BYTES = MIB
LARGE_BYTES = Limits().manifest_bytes
_SLOTS = 8  # large bodies at a time
_PATIENCE_S = 10.0  # each stretch of a body, or its end, comes within this time
_STRETCH_BYTES = 16 << 10
_WAIT_FOR_SLOT_S = 30.0
_BLOCK = 256 << 10
_REQUEST_TIMEOUT = 408


class _Dropped(Exception):
    """The client left before its body was there."""


class WholeBodies:
    """An ASGI application in front of a WSGI one."""

    def __init__(self, app: ASGIApp, *, patience: float = _PATIENCE_S, slots: int = _SLOTS) -> None:
        self._app = app
        self._patience = patience
        self._slots = asyncio.Semaphore(slots)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on once its body is there."""
        headers = Headers(scope=scope) if scope["type"] == "http" else Headers()
        if "transfer-encoding" in headers:
            await _refuse(send, problem(ProblemCode.LENGTH_REQUIRED, detail="content_length"))
        elif headers.get("content-length", "0").strip("0") == "":
            await self._app(scope, receive, send)
        elif _is_too_large(scope, headers["content-length"]):
            await _refuse(send, problem(ProblemCode.BODY_TOO_LARGE))
        else:
            await self._pass_on(scope, receive, send)

    async def _pass_on(self, scope: Scope, receive: Receive, send: Send) -> None:
        async with contextlib.AsyncExitStack() as kept:
            with tempfile.SpooledTemporaryFile(max_size=2 * SMALL_BYTES) as file:
                size, refusal = None, problem(ProblemCode.STORAGE_FULL)
                try:
                    size = await self._read(receive, file, kept)
                except _Dropped:
                    return
                except TimeoutError:
                    refusal = msgspec.structs.replace(problem(ProblemCode.BODY_CUT_OFF), status=_REQUEST_TIMEOUT)
                except OSError:
                    size = None  # no room for the file
                if size is None:
                    await _refuse(send, refusal, is_last=True)
                    return
                await self._app(scope, _replay(file, size, receive), send)

    async def _read(
        self, receive: Receive, file: "tempfile.SpooledTemporaryFile[bytes]", kept: contextlib.AsyncExitStack
    ) -> int | None:
        """Read the whole body into the file and return its size; None where too many large ones are underway."""
        size, is_large, has_more = 0, False, True
        while has_more:
            stretch, has_more = await self._stretch(receive)
            size += len(stretch)
            if size > SMALL_BYTES and not is_large:
                if not await self._take_slot(kept):
                    return None
                is_large = True
                await asyncio.to_thread(file.rollover)
            if is_large:
                await asyncio.to_thread(file.write, stretch)
            else:
                file.write(stretch)
        file.seek(0)
        return size

    async def _take_slot(self, kept: contextlib.AsyncExitStack) -> bool:
        """Take one of the slots for large bodies until the request ends; tell whether one became free in time."""
        try:
            async with asyncio.timeout(min(_WAIT_FOR_SLOT_S, 3 * self._patience)):
                await self._slots.acquire()
        except TimeoutError:
            return False
        kept.callback(self._slots.release)
        return True

    async def _stretch(self, receive: Receive) -> tuple[bytes, bool]:
        """Return the next bytes of a body and whether more follow; a client that only drips runs out of time."""
        stretch, has_more = bytearray(), True
        async with asyncio.timeout(self._patience):
            while has_more and len(stretch) < _STRETCH_BYTES:
                message = await receive()
                if message["type"] == "http.disconnect":
                    raise _Dropped
                stretch += message.get("body", b"")
                has_more = message.get("more_body", False)
        return bytes(stretch), has_more


def _is_too_large(scope: Scope, length: str) -> bool:
    """Only a manifest may be large."""
    is_manifest = scope["method"] == "PUT" and scope["path"].endswith("/manifest")
    return len(length) > 18 or int(length) > (LARGE_BYTES if is_manifest else SMALL_BYTES)


def _replay(file: IO[bytes], size: int, receive: Receive) -> Receive:
    given = 0

    async def replay() -> Message:
        nonlocal given
        if given >= size:
            return await receive()
        block = await asyncio.to_thread(file.read, _BLOCK) if size > SMALL_BYTES else file.read()
        given += len(block)
        return {"type": "http.request", "body": block, "more_body": given < size}

    return replay


async def _refuse(send: Send, found: Problem, *, is_last: bool = False) -> None:
    """Answer a problem, and close the connection where the rest of the body is not waited for."""
    _, body, headers = answer_parts(found)
    headers |= {"content-length": str(len(body))} | ({"connection": "close"} if is_last else {})
    raw = [(name.encode("latin-1"), value.encode("latin-1")) for name, value in headers.items()]
    await send({"type": "http.response.start", "status": found.status, "headers": raw})
    await send({"type": "http.response.body", "body": body})
