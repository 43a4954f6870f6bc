"""One ASGI process: the upload router behind its gate at /files, the console if it is served, Flask for the rest."""

import asyncio
import contextlib
import logging
import threading
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass

from a2wsgi import WSGIMiddleware
from fastapi import APIRouter, FastAPI, HTTPException, Request, Response
from flask import Flask
from starlette.types import ASGIApp, Receive, Scope, Send
from tuspyserver import create_tus_router
from tuspyserver.storage import TusStorage

from secondread_server.services.collaborators import Desk
from secondread_server.services.office import Office
from secondread_server.web.console.downloads import CaseDownloads
from secondread_server.web.gate import UploadGate
from secondread_server.web.problem_answers import CODE_OF_STATUS, answer_parts
from secondread_server.web.safe_headers import SafeHeaders
from secondread_server.web.whole_bodies import WholeBodies
from secondread_shared.contract import FILES
from secondread_shared.ids import upload_id
from secondread_shared.problems import ProblemCode, problem
from secondread_shared.redaction import log_event

# a2wsgi holds one thread for each request in flight; with its default of 10, ten slow ones block all of Flask.
_FLASK_THREADS = 40
_CONSOLE_THREADS = 24  # 16 of them may wait for frames
CONSOLE = "/console"
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Parts:
    """What is served. A part that is None is not there: the public process holds none of the staff's pages."""

    receiver: Flask | None = None
    uploads: ASGIApp | None = None
    console: ASGIApp | None = None


class Background:
    """What runs beside the requests: launched with the server, closed with it, and a pass at start and each minute."""

    def __init__(
        self, *, launch: Callable[[], None], close: Callable[[], None], each_minute: Callable[[], None]
    ) -> None:
        self.launch = launch
        self.close = close
        self._each_minute = each_minute
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name="reconcile", daemon=True)

    def start(self) -> None:
        """Launch, then begin the passes."""
        self.launch()
        self._thread.start()

    def end(self) -> None:
        """Stop the passes, then close."""
        self._stop.set()
        self._thread.join(timeout=5)
        self.close()

    def _run(self) -> None:
        while True:
            self._each_minute()
            if self._stop.wait(60):
                return


def create_asgi(*, parts: Parts, background: Background) -> ASGIApp:
    """Return the whole application; its lifespan starts and ends the background. What is left out answers 404."""

    @contextlib.asynccontextmanager
    async def lifespan(_app: FastAPI) -> AsyncIterator[None]:
        await asyncio.to_thread(background.start)
        yield
        await asyncio.to_thread(background.end)

    app = FastAPI(lifespan=lifespan, docs_url=None, redoc_url=None, openapi_url=None)
    if parts.receiver is not None:
        pages: ASGIApp = WSGIMiddleware(parts.receiver, workers=_FLASK_THREADS)  # type: ignore[arg-type,assignment]
        app.mount("/", WholeBodies(pages))

    async def dispatch(scope: Scope, receive: Receive, send: Send) -> None:
        await (_chosen(parts, scope) or app)(scope, receive, send)

    return SafeHeaders(dispatch)


def _chosen(parts: Parts, scope: Scope) -> ASGIApp | None:
    """Return the part that a path belongs to; None for the rest."""
    if scope["type"] != "http":
        return None
    if is_below(scope["path"], FILES):
        return parts.uploads
    return parts.console if is_below(scope["path"], CONSOLE) else None


def is_below(path: str, prefix: str) -> bool:
    """Tell whether a path is a prefix or lies below it."""
    return path == prefix or path.startswith(f"{prefix}/")


def upload_gate(desk: Desk, storage: TusStorage) -> ASGIApp:
    """Return tuspyserver's router behind our gate."""
    return UploadGate(_upload_router(desk, storage), desk=desk)


def console_part(flask: Flask, *, office: Office, place_key: bytes) -> ASGIApp:
    """Return the console: pages through Flask, downloads beside it."""
    pages: ASGIApp = WSGIMiddleware(flask, workers=_CONSOLE_THREADS)  # type: ignore[arg-type,assignment]
    return CaseDownloads(WholeBodies(pages), office=office, place_key=place_key)


def _upload_router(desk: Desk, storage: TusStorage) -> FastAPI:
    """Return tuspyserver's router in an application that answers its refusals in our one shape."""
    limits = desk.rules.programme.limits

    async def name_upload() -> Callable[[dict[str, str]], dict[str, str]]:
        return _names_of

    async def finished(_path: str, metadata: dict[str, str]) -> None:
        log_event(_log, "upload_finished", case=metadata.get("case"), ordinal=metadata.get("parcel"))

    router: APIRouter = create_tus_router(
        prefix=FILES.strip("/"),
        storage=storage,
        max_size=limits.upload_bytes,
        file_dep=name_upload,  # type: ignore[arg-type]
        on_upload_complete=finished,  # type: ignore[arg-type]
    )
    app = FastAPI(docs_url=None, redoc_url=None, openapi_url=None)
    app.include_router(router)

    @app.exception_handler(HTTPException)
    async def answer(_request: Request, error: HTTPException) -> Response:
        code = CODE_OF_STATUS.get(error.status_code, ProblemCode.UPLOAD_REFUSED)
        status, body, headers = answer_parts(problem(code))
        return Response(body, status_code=status, headers=headers)

    return app


def _names_of(metadata: dict[str, str]) -> dict[str, str]:
    """Name a new upload after its parcel, so that creating it again finds it; other calls bring no metadata."""
    if not metadata:
        return {}
    return {"uid": upload_id(case=metadata["case"], ordinal=int(metadata["parcel"]), sha256=metadata["sha256"])}
