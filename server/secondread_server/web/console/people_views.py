"""People: who may sign in, in which role. And the page behind a one-time link, which has no session yet."""

from collections.abc import Callable

from flask import Blueprint, Response, make_response, redirect, render_template, request

from secondread_server.core.access import Permission
from secondread_server.core.sign_in_rules import MAX_PASSWORD, MIN_PASSWORD
from secondread_server.core.staff_records import AuditAction
from secondread_server.errors import AddressUnusable, PasswordUnusable, PersonUnknown, StaffExists
from secondread_server.services.office import Caller
from secondread_server.services.people import (
    add_person,
    block_person,
    change_role,
    list_people,
    make_link,
    person_of_link,
    set_password,
    sign_out_everywhere,
    unblock_person,
)
from secondread_server.services.staff_rights import write_audit
from secondread_server.web.console.doors import DOOR_COOKIE, PREFIX, Doors, check_form, door_token, form_token
from secondread_shared.states import Role

_FAULTS = {
    AddressUnusable: "This is not a whole e-mail address. Write it like ann@example.org.",
    StaffExists: "Somebody with this address is in the list already.",
}


def people_views(doors: Doors) -> Blueprint:
    """Return the blueprint."""
    views = Blueprint("people", __name__, url_prefix=PREFIX)
    office = doors.office

    @views.get("/people")
    @doors.staff(Permission.PEOPLE)
    def show(caller: Caller) -> Response:
        write_audit(office, caller, AuditAction.PEOPLE_SEEN)
        return _page(doors, done=request.args.get("done", ""))

    @views.post("/people")
    @doors.staff(Permission.PEOPLE)
    def add(caller: Caller) -> Response:
        email, role = request.form.get("email", ""), _role()
        try:
            person, token = add_person(office, caller, email=email, role=role)
        except (AddressUnusable, StaffExists) as refusal:
            return _page(doors, fault=_FAULTS[type(refusal)], email=email[:254], role=role)
        return _page(doors, link_for=person.email, link=_address(doors, token))

    @views.post("/people/<staff>/link")
    @doors.staff(Permission.PEOPLE)
    def link(caller: Caller, staff: str) -> Response:
        person, token = make_link(office, caller, staff=staff)
        return _page(doors, link_for=person.email, link=_address(doors, token))

    _add_acts(views, doors)
    _add_invitation(views, doors)
    return views


def _add_acts(views: Blueprint, doors: Doors) -> None:
    office = doors.office

    def act(name: str, use_case: Callable[[Caller, str], None]) -> None:
        @doors.staff(Permission.PEOPLE)
        def view(caller: Caller, staff: str) -> Response:
            use_case(caller, staff)
            return make_response(redirect(f"{PREFIX}/people?done={name}", 303))

        views.add_url_rule(f"/people/<staff>/{name}", name, view, methods=["POST"])

    act("role", lambda caller, staff: change_role(office, caller, staff=staff, role=_role()))
    act("block", lambda caller, staff: block_person(office, caller, staff=staff))
    act("unblock", lambda caller, staff: unblock_person(office, caller, staff=staff))
    act("end-sessions", lambda caller, staff: sign_out_everywhere(office, caller, staff=staff))


def _add_invitation(views: Blueprint, doors: Doors) -> None:
    office = doors.office

    @views.get("/invitation/<token>")
    def invitation(token: str) -> Response:
        return _invitation_page(doors, token)

    @views.post("/invitation/<token>")
    def choose_password(token: str) -> Response:
        check_form(form_token(door_token()))
        password = request.form.get("password", "")[: MAX_PASSWORD + 1]
        if password != request.form.get("again", ""):
            return _invitation_page(doors, token, fault="The two passwords are not the same. Type both again.")
        try:
            set_password(office, token=token, password=password, place=doors.place())
        except PasswordUnusable:
            return _invitation_page(doors, token, fault=f"The password needs at least {MIN_PASSWORD} characters.")
        return make_response(redirect(f"{PREFIX}/sign-in?done=password-set", 303))


def _page(doors: Doors, **shown: object) -> Response:
    page = render_template("people.html", people=list_people(doors.office), roles=list(Role), **shown)
    return make_response(page, 422 if shown.get("fault") else 200)


def _invitation_page(doors: Doors, token: str, *, fault: str = "") -> Response:
    person, door = person_of_link(doors.office, token=token), door_token()
    page = render_template("invitation.html", person=person, fault=fault, least=MIN_PASSWORD,
                           form_token=form_token(door))  # fmt: skip
    answer = make_response(page, 422 if fault else 200)
    doors.set_cookie(answer, DOOR_COOKIE, door)
    return answer


def _address(doors: Doors, token: str) -> str:
    """Return the link at the host by which the administrator came: the console may stand elsewhere than the public."""
    scheme = "https" if doors.is_secure else request.scheme
    return f"{scheme}://{request.host}{PREFIX}/invitation/{token}"


def _role() -> Role:
    name = request.form.get("role", "")
    if name not in set(Role):
        raise PersonUnknown("role")
    return Role(name)
