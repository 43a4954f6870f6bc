"""The console's Flask application: a factory on one screen."""

import logging
import time
from pathlib import Path

from flask import Flask, Response, abort, g, make_response, render_template, request
from werkzeug.exceptions import HTTPException

from secondread_server.core.access import Permission, is_allowed
from secondread_server.errors import FormStale, Refused, ServerError, SessionEnded, StaffRefused, Transient
from secondread_server.services.office import Office
from secondread_server.web.console import manage_words, words
from secondread_server.web.console.audit_views import audit_views
from secondread_server.web.console.case_views import case_views
from secondread_server.web.console.doors import PREFIX, Doors, session_token
from secondread_server.web.console.image_views import image_views
from secondread_server.web.console.people_views import people_views
from secondread_server.web.console.queue_views import queue_views
from secondread_server.web.console.report_views import report_views
from secondread_server.web.console.shown_settings import NOTHING_SHOWN, ShownSettings
from secondread_server.web.console.sign_in_views import kept_text_page, sign_in_page, sign_in_views
from secondread_server.web.logo import logo_answer
from secondread_shared.redaction import log_event

_log = logging.getLogger(__name__)
_MAX_FORM = 256 << 10
SECURITY_HEADERS = {
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
        "frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
}


def create_console(
    office: Office, *, place_key: bytes, is_secure: bool, settings: ShownSettings = NOTHING_SHOWN
) -> Flask:
    """Return the application. `is_secure` where people come by https: cookies then travel no other way."""
    app = Flask("secondread_console", root_path=str(Path(__file__).parent), static_url_path=f"{PREFIX}/static")
    app.config["MAX_CONTENT_LENGTH"] = _MAX_FORM
    app.url_map.merge_slashes = False  # what is no address of a page leads to none
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    doors = Doors(office=office, place_key=place_key, is_secure=is_secure)
    for views in (sign_in_views(doors), queue_views(doors), case_views(doors), audit_views(doors), people_views(doors)):
        app.register_blueprint(views)
    app.register_blueprint(image_views(doors))
    app.register_blueprint(report_views(doors, settings=settings))
    programme = office.desk.rules.programme

    @app.get(f"{PREFIX}/programme.css")
    def programme_css() -> Response:
        return Response(words.programme_css(programme.colours), mimetype="text/css")

    @app.get(f"{PREFIX}/logo.png")
    def logo() -> Response:
        return logo_answer(programme)

    @app.context_processor
    def for_every_page() -> dict[str, object]:
        permitted = {permission for permission in Permission if _may(permission)}
        places = [(name, title) for name, (title, right) in manage_words.PLACES.items() if right in permitted]
        return {
            "words": words, "programme": programme, "prefix": PREFIX, "may": _may, "Permission": Permission,
            "places": places, "manage_words": manage_words,
        }  # fmt: skip

    app.before_request(_start)
    app.after_request(_finish)
    _add_refusals(app, doors)
    return app


def _add_refusals(app: Flask, doors: Doors) -> None:
    @app.errorhandler(SessionEnded)
    def ended(refusal: SessionEnded) -> Response:
        if request.headers.get("HX-Request"):
            return Response(status=401, headers={"HX-Refresh": "true"})  # the whole page, not a part, asks to sign in
        return sign_in_page(doors, refusal=refusal)

    @app.errorhandler(FormStale)
    def stale(refusal: FormStale) -> Response:
        """Give back what was typed where the session ended meanwhile and another one began in the same browser."""
        token = session_token()
        kept = kept_text_page(token) if token and g.get("caller") else None
        return kept or refused(refusal)

    @app.errorhandler(StaffRefused)
    @app.errorhandler(Refused)
    def refused(error: ServerError) -> Response:
        status, title, sentence = words.REFUSALS.get(type(error), (400, *words.WENT_WRONG))
        return _message(status, title, sentence)

    @app.errorhandler(Transient)
    def transient(error: Transient) -> Response:
        log_event(_log, "transient", level=logging.WARNING, error=type(error).__name__, reason=error.reason)
        status, title, sentence = words.REFUSALS.get(type(error), (503, *words.WENT_WRONG))
        return _message(status, title, sentence)

    @app.errorhandler(HTTPException)
    def http_error(error: HTTPException) -> Response:
        title, sentence = words.HTTP.get(error.code or 500, words.WENT_WRONG)
        return _message(error.code or 500, title, sentence)

    @app.errorhandler(Exception)
    def bug(error: Exception) -> Response:
        _log.error("bug", exc_info=error)
        return _message(500, *words.WENT_WRONG)


def _message(status: int, title: str, sentence: str) -> Response:
    return make_response(render_template("message.html", title=title, sentence=sentence), status)


def _may(permission: Permission) -> bool:
    caller = g.get("caller")
    return caller is not None and is_allowed(caller.person.role, permission)


def _start() -> None:
    """Start the clock, and refuse at once what is no form of ours: what reads it later need not ask."""
    g.started = time.monotonic()
    if (request.content_length or 0) > _MAX_FORM:
        abort(413)
    if any("\0" in text for text in (request.path, *request.args.values(), *request.form.values())):
        abort(400)  # no person types a zero byte, and PostgreSQL takes none


def _finish(answer: Response) -> Response:
    """Add the headers that every answer carries, and log the route: never the address, which holds ids."""
    for name, value in SECURITY_HEADERS.items():
        answer.headers[name] = value
    if request.endpoint == "static":
        answer.headers["Cache-Control"] = "private, max-age=300"
    route = request.url_rule.rule if request.url_rule else "unknown"
    milliseconds = round((time.monotonic() - g.get("started", time.monotonic())) * 1000)
    log_event(_log, "request", method=request.method, route=route, status=answer.status_code, ms=milliseconds)
    return answer
