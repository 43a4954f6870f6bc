"""Who may write an upload: one request at a time, and the newcomer wins.

A client whose line broke comes back while the server still waits for the rest of the old request. The old one gets a
moment to end by itself (else two live writers would keep interrupting each other and neither would get on); then it is
told that its client is gone; it writes down what it has and ends; and the newcomer's turn begins.
"""

import asyncio
import contextlib
from collections.abc import AsyncIterator

from starlette.types import Message, Receive

from secondread_server.errors import UploadLocked

_GRACE_S = 0.5
_PATIENCE_S = 20.0


class Turn:
    """One request's turn at one upload."""

    def __init__(self) -> None:
        self.ended = asyncio.Event()
        self._is_superseded = False
        self._waiting: asyncio.Task[Message] | None = None

    def is_superseded(self) -> bool:
        """Tell whether a newer request wants the upload."""
        return self._is_superseded

    def supersede(self) -> None:
        """Make the request believe that its client is gone."""
        self._is_superseded = True
        if self._waiting is not None:
            self._waiting.cancel()

    def guard(self, receive: Receive) -> Receive:
        """Return a `receive` that ends as soon as the turn is superseded."""

        async def receive_while_mine() -> Message:
            if self.is_superseded():
                return {"type": "http.disconnect"}
            self._waiting = asyncio.ensure_future(_received(receive))
            try:
                return await self._waiting
            except asyncio.CancelledError:
                if self.is_superseded():
                    return {"type": "http.disconnect"}
                raise
            finally:
                self._waiting = None

        return receive_while_mine


async def _received(receive: Receive) -> Message:
    return await receive()


async def _has_ended(turn: Turn, *, seconds: float) -> bool:
    try:
        await asyncio.wait_for(turn.ended.wait(), seconds)
    except TimeoutError:
        return False
    return True


class Turns:
    """The present turn of each upload, in this process: one receiver owns the folder."""

    def __init__(self, *, grace_s: float = _GRACE_S, patience_s: float = _PATIENCE_S) -> None:
        self._present: dict[str, Turn] = {}
        self._grace_s = grace_s
        self._patience_s = patience_s

    @contextlib.asynccontextmanager
    async def take(self, upload: str) -> AsyncIterator[Turn]:
        """Wait for whoever writes now, supersede a request that hangs, and hold the turn."""
        while (present := self._present.get(upload)) is not None:
            if await _has_ended(present, seconds=self._grace_s):
                continue
            present.supersede()
            if not await _has_ended(present, seconds=self._patience_s):
                raise UploadLocked
        mine = self._present[upload] = Turn()
        try:
            yield mine
        finally:
            del self._present[upload]
            mine.ended.set()
