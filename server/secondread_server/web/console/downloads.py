"""Long answers from the ASGI side: one attachment, or all files as a ZIP. No WSGI thread is held while they run."""

import asyncio
import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response, StreamingResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from secondread_server.core.access import Permission
from secondread_server.core.staff_records import AuditAction, FileRecord
from secondread_server.errors import ObjectMissing, Refused, SessionEnded, StaffRefused, Transient
from secondread_server.services.download_case import attachment, file_blocks, zip_blocks
from secondread_server.services.office import Caller, Office
from secondread_server.services.sign_in import recognise
from secondread_server.services.staff_rights import case_of, require, write_audit
from secondread_server.web.console import words
from secondread_server.web.console.app import SECURITY_HEADERS
from secondread_server.web.console.doors import COOKIE, PREFIX, place_digest
from secondread_shared.ids import TOKEN
from secondread_shared.redaction import log_event

_PATH = re.compile(rf"{PREFIX}/cases/([0-9a-f]{{32}})/(?:all\.zip|attachments/([0-9]{{1,6}}))")
_SHOWN_BY_START = {b"%PDF-": "application/pdf", b"\xff\xd8\xff": "image/jpeg", b"\x89PNG\r\n\x1a\n": "image/png"}
_SAVED_AS = frozenset({"pdf", "jpg", "jpeg", "png", "tif", "tiff", "txt", "rtf", "odt", "doc", "docx"})
# An image needs nothing; a browser's own PDF viewer does not start inside a sandbox.
_POLICY = {
    "application/pdf": "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'"
}
_STRICT = "default-src 'none'; sandbox; frame-ancestors 'self'"
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Download:
    """What was asked for and may be had."""

    blocks: Iterator[bytes]
    headers: dict[str, str]


class CaseDownloads:
    """An ASGI application in front of the console's Flask: it answers downloads and passes on the rest."""

    def __init__(self, pages: ASGIApp, *, office: Office, place_key: bytes) -> None:
        self._pages = pages
        self._office = office
        self._place_key = place_key

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        matched = _PATH.fullmatch(scope["path"])
        if matched is None or scope["method"] != "GET":
            await self._pages(scope, receive, send)
            return
        answer = await asyncio.to_thread(self._answer, Request(scope), matched[1], matched[2])
        await answer(scope, receive, send)

    def _answer(self, request: Request, case: str, ordinal: str | None) -> Response:
        try:
            caller = self._caller(request)
            require(self._office, caller, Permission.FILES, case=case)
            case_of(self._office, caller, case)
            download = self._one(caller, case, int(ordinal)) if ordinal else self._all(caller, case)
        except SessionEnded:
            return RedirectResponse(f"{PREFIX}/sign-in", 303, headers=SECURITY_HEADERS)
        except (StaffRefused, Refused, Transient, ObjectMissing) as error:
            status, title, sentence = words.REFUSALS.get(type(error), (503, *words.WENT_WRONG))
            return Response(f"{title}\n\n{sentence}\n", status, SECURITY_HEADERS, "text/plain")
        log_event(_log, "download", case=case, kind="attachment" if ordinal else "all", role=caller.person.role)
        return StreamingResponse(download.blocks, headers=SECURITY_HEADERS | download.headers)

    def _caller(self, request: Request) -> Caller:
        token = request.cookies.get(COOKIE, "")
        if not TOKEN.fullmatch(token):
            raise SessionEnded
        place = place_digest(self._place_key, request.client.host if request.client else None)
        return recognise(self._office, token=token, place=place)

    def _all(self, caller: Caller, case: str) -> Download:
        number = self._office.desk.cases.get(case).number
        write_audit(self._office, caller, AuditAction.CASE_DOWNLOADED, case=case)
        headers = {"Content-Type": "application/zip", "Content-Disposition": f'attachment; filename="{number}.zip"'}
        return Download(zip_blocks(self._office, case), headers)

    def _one(self, caller: Caller, case: str, ordinal: int) -> Download:
        file = attachment(self._office, case=case, ordinal=ordinal)
        number = self._office.desk.cases.get(case).number
        blocks = file_blocks(self._office, case=case, file=file)
        first = next(blocks, b"")
        write_audit(self._office, caller, AuditAction.ATTACHMENT_SEEN, case=case, detail=str(ordinal))
        return Download(_again(first, blocks), _file_headers(file, first, name=f"{number}-report-{ordinal}"))


def _again(first: bytes, rest: Iterator[bytes]) -> Iterator[bytes]:
    yield first
    yield from rest


def _file_headers(file: FileRecord, first: bytes, *, name: str) -> dict[str, str]:
    """Return headers by what the bytes are, not by what the file is called; other kinds are only saved."""
    kind = shown_kind(first)
    suffix = kind.rpartition("/")[2] if kind else saved_suffix(file.path)
    return {
        "Content-Type": kind or "application/octet-stream",
        "Content-Length": str(file.size),
        "Content-Disposition": f'{"inline" if kind else "attachment"}; filename="{name}.{suffix}"',
        "Content-Security-Policy": _POLICY.get(kind or "", _STRICT),
        "X-Frame-Options": "SAMEORIGIN",
    }


def shown_kind(first: bytes) -> str | None:
    """Return the media type of what a browser may show in place; None for all else."""
    return next((kind for start, kind in _SHOWN_BY_START.items() if first.startswith(start)), None)


def saved_suffix(path: str) -> str:
    """Return the suffix for a saved file: that of a document, for nothing that came from outside is to be run."""
    suffix = path.rpartition(".")[2].lower()
    return suffix if suffix in _SAVED_AS else "bin"
