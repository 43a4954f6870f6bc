"""The receiver's Flask application: a factory on one screen."""

import logging
import time
from pathlib import Path

from flask import Flask, Response, g, request
from werkzeug.exceptions import HTTPException

from secondread_server.errors import Refused, Transient
from secondread_server.services.collaborators import Desk
from secondread_server.services.ports import SimulatorPage, VerifyWorkflows
from secondread_server.web.problem_answers import answer_parts, problem_of
from secondread_server.web.receiver.case_views import case_views
from secondread_server.web.receiver.page_views import page_views
from secondread_shared.problems import Problem, ProblemCode, problem
from secondread_shared.redaction import log_event

_log = logging.getLogger(__name__)
_HEADERS = {
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "X-Frame-Options": "DENY",
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; "
        "frame-ancestors 'none'"
    ),
}


def create_receiver(
    desk: Desk, *, workflows: VerifyWorkflows, place_key: bytes, simulator: SimulatorPage | None = None
) -> Flask:
    """Return the application. `place_key` turns client addresses into digests for the rate limit."""
    app = Flask("secondread_receiver", root_path=str(Path(__file__).parent), static_folder="static")
    app.register_blueprint(case_views(desk, workflows=workflows, place_key=place_key))
    app.register_blueprint(page_views(desk, simulator=simulator))
    app.before_request(_start_clock)
    app.after_request(_finish)
    app.register_error_handler(Refused, _refused)
    app.register_error_handler(Transient, _transient)
    app.register_error_handler(HTTPException, _http_error)
    app.register_error_handler(Exception, _bug)
    return app


def _start_clock() -> None:
    g.started = time.monotonic()


def _finish(answer: Response) -> Response:
    """Add the headers that every answer carries, and log the route: never the address, which holds ids."""
    for name, value in _HEADERS.items():
        answer.headers.setdefault(name, value)
    route = request.url_rule.rule if request.url_rule else "unknown"
    milliseconds = round((time.monotonic() - g.get("started", time.monotonic())) * 1000)
    log_event(_log, "request", method=request.method, route=route, status=answer.status_code, ms=milliseconds)
    return answer


def _answer(found: Problem) -> Response:
    status, body, headers = answer_parts(found)
    return Response(body, status=status, headers=headers)


def _refused(error: Refused) -> Response:
    return _answer(problem_of(error))


def _transient(error: Transient) -> Response:
    log_event(_log, "transient", level=logging.WARNING, error=type(error).__name__, reason=error.reason)
    return _answer(problem_of(error))


def _http_error(error: HTTPException) -> Response:
    code = {404: ProblemCode.NOT_FOUND, 405: ProblemCode.METHOD_REFUSED, 413: ProblemCode.BODY_TOO_LARGE}
    return _answer(problem(code.get(error.code or 0, ProblemCode.MESSAGE_MALFORMED)))


def _bug(error: Exception) -> Response:
    _log.error("bug", exc_info=error)
    return _answer(problem(ProblemCode.INTERNAL))
