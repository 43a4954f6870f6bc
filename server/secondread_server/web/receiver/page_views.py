"""Pages for people: the front page, and the simulator's card page where the simulator is on."""

from collections.abc import Mapping
from types import MappingProxyType

from flask import Blueprint, Response, make_response, redirect, render_template, request

from secondread_server.core.card_form import CardForm, card_faults, card_number
from secondread_server.services.collaborators import Desk
from secondread_server.services.ports import SimulatorPage
from secondread_server.web.logo import logo_answer
from secondread_server.web.problem_answers import answer_parts
from secondread_server.web.receiver.card_words import FAULTS, FIELDS
from secondread_shared.problems import ProblemCode, problem
from secondread_shared.states import PaymentState


def page_views(desk: Desk, *, simulator: SimulatorPage | None) -> Blueprint:
    """Return the blueprint."""
    views = Blueprint("pages", __name__)

    @views.get("/")
    def front_page() -> str:
        return render_template("front_page.html", programme=desk.rules.programme)

    @views.get("/logo.png")
    def logo() -> Response:
        return logo_answer(desk.rules.programme)

    if simulator is not None:
        _add_simulator(views, desk, simulator)
    return views


def _add_simulator(views: Blueprint, desk: Desk, card: SimulatorPage) -> None:
    """Add the page. Each button ends in a redirect, so that reload and back never press it again."""
    address = "/simulator/<reference>"

    @views.get(address)
    def show_card(reference: str) -> Response:
        return _page(desk, card, reference)

    @views.post(address)
    def press(reference: str) -> Response:
        if card.amount(reference) is None:
            return _page(desk, card, reference)
        if request.form.get("outcome") == "cancel":
            card.cancel(reference)
        elif request.form.get("outcome") == "authorise" and card.status(reference) is PaymentState.PENDING:
            form = CardForm(**{name: request.form.get(name, "")[:40] for name in FIELDS})
            faults = card_faults(form, today=desk.clock().date())
            if faults:
                return _page(desk, card, reference, form=form, faults=faults)
            card.pay(reference, card_number(form.number))
        return make_response(redirect(request.path, 303))


def _page(
    desk: Desk,
    card: SimulatorPage,
    reference: str,
    *,
    form: CardForm | None = None,
    faults: Mapping[str, str] = MappingProxyType({}),
) -> Response:
    """Return the page; with faults, what was typed is given back, but for the security code."""
    amount = card.amount(reference)
    if amount is None:
        status, body, headers = answer_parts(problem(ProblemCode.NOT_FOUND))
        return Response(body, status=status, headers=headers)
    page = render_template(
        "simulator.html",
        programme=desk.rules.programme,
        amount=amount,
        state=card.status(reference).value,
        declines=card.declines(reference),
        form=form or CardForm(),
        faults={name: FAULTS[fault] for name, fault in faults.items()},
        fields=FIELDS,
    )
    return Response(page, status=422 if faults else 200)
