"""Sign in and out. Words that were typed before a session ended are carried through the form and given back."""

import re

from flask import Blueprint, Response, make_response, redirect, render_template, request

from secondread_server.core.sign_in_rules import MAX_PASSWORD
from secondread_server.errors import ServerError, SessionEnded, SignInBusy, SignInLocked, SignInRefused
from secondread_server.services.decide_case import MAX_NOTE, plain_lines
from secondread_server.services.sign_in import recognise, sign_in, sign_out
from secondread_server.web.console import manage_words, words
from secondread_server.web.console.doors import (
    COOKIE,
    DOOR_COOKIE,
    PREFIX,
    Doors,
    check_form,
    door_token,
    form_token,
    safe_place_to_go,
    session_token,
)

_KEEPABLE = re.compile(rf"{PREFIX}/cases/[0-9a-f]{{32}}/(note|decline|withdraw)")
_ACT = re.compile(rf"({PREFIX}/cases/[0-9a-f]{{32}})/[a-z-]+")
_AGAIN = {"note": "Save note", "decline": "Decline this case", "withdraw": "Withdraw this case"}


def sign_in_views(doors: Doors) -> Blueprint:
    """Return the blueprint."""
    views = Blueprint("sign_in", __name__, url_prefix=PREFIX)

    @views.get("/sign-in")
    def show() -> Response:
        return sign_in_page(doors, done=manage_words.DOOR_DONE.get(request.args.get("done", "")))

    @views.post("/sign-in")
    def enter() -> Response:
        check_form(form_token(door_token()))
        typed, password = request.form.get("email", "")[:254], request.form.get("password", "")[:MAX_PASSWORD]
        email = typed.strip().lower()
        try:
            _, token = sign_in(
                doors.office, email=email, password=password, place=doors.place(), previous=session_token(),
                browser=doors.known_browser(email),
            )  # fmt: skip
        except (SignInRefused, SignInLocked, SignInBusy) as refusal:
            return sign_in_page(doors, refusal=refusal, email=typed)
        answer = _welcome(doors, token)
        doors.remember_browser(answer, email)
        return answer

    _add_ends(views, doors)
    return views


def _add_ends(views: Blueprint, doors: Doors) -> None:
    @views.get("/more")
    def more() -> str:
        """Show, on a phone, what stands in the rail elsewhere."""
        doors.caller()
        return render_template("more.html")

    @views.get("/awake")
    def awake() -> Response:
        """Tell an open page whether its session still lives, and keep none alive by asking."""
        doors.caller(is_awake=False)
        return Response(status=204)

    @views.post("/sign-out")
    def leave() -> Response:
        token = session_token()
        if token is not None:
            try:
                caller = recognise(doors.office, token=token, place=doors.place())
                check_form(form_token(token))
                sign_out(doors.office, token=token, caller=caller)
            except SessionEnded:
                pass  # it ended by itself
        answer = make_response(redirect(f"{PREFIX}/sign-in?done=signed-out", 303))
        answer.delete_cookie(COOKIE, path=PREFIX)
        return answer


def sign_in_page(
    doors: Doors, *, refusal: ServerError | None = None, email: str = "", done: str | None = None
) -> Response:
    """Return the sign-in page; it carries on where the person wanted to go and what they had typed."""
    status, title, sentence = words.REFUSALS[type(refusal)] if refusal else (200, "", "")
    if isinstance(refusal, SessionEnded) and refusal.reason == "nobody":
        title = sentence = ""
    token = door_token()
    page = render_template(
        "sign_in.html",
        refusal=(title, sentence) if title else None,
        done=done,
        email=email,
        wanted=_wanted(),
        kept_path=_kept_path(),
        kept_text=_kept_text(),
        form_token=form_token(token),
    )
    answer = make_response(page, status)
    doors.set_cookie(answer, DOOR_COOKIE, token)
    return answer


def _welcome(doors: Doors, token: str) -> Response:
    answer = kept_text_page(token)
    if answer is None:
        answer = make_response(redirect(safe_place_to_go(request.form.get("wanted", "")), 303))
    doors.set_cookie(answer, COOKIE, token)
    answer.delete_cookie(DOOR_COOKIE, path=PREFIX)
    return answer


def kept_text_page(token: str) -> Response | None:
    """Return the page that gives back what was typed before the session began, with a fresh form; None if nothing was.

    `token` is the living session's. The form that brought the text was an ended one's: it decides nothing by itself.
    """
    path, text = _kept_path(), _kept_text()
    if not (path and text):
        return None
    label = _AGAIN[path.rpartition("/")[2]]
    return make_response(
        render_template("kept_text.html", path=path, text=text, label=label, form_token=form_token(token))
    )


def _wanted() -> str:
    if "wanted" in request.form:
        return safe_place_to_go(request.form["wanted"])
    if request.method == "GET":
        return PREFIX if "sign-in" in request.path else safe_place_to_go(request.path)
    act_on_case = _ACT.fullmatch(request.path)
    return act_on_case[1] if act_on_case else PREFIX


def _kept_path() -> str:
    path = request.form.get("kept_path", request.path)
    return path if _KEEPABLE.fullmatch(path) else ""


def _kept_text() -> str:
    return plain_lines(request.form.get("kept_text", request.form.get("text", "")))[:MAX_NOTE]
