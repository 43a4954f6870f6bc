"""Pages for people: the front page, and the simulator's card page where the simulator is on."""

from flask import Blueprint, Response, render_template, request

from secondread_server.services.collaborators import Desk
from secondread_server.services.ports import SimulatorPage
from secondread_server.web.problem_answers import answer_parts
from secondread_shared.problems import ProblemCode, problem


def page_views(desk: Desk, *, simulator: SimulatorPage | None) -> Blueprint:
    """Return the blueprint."""
    views = Blueprint("pages", __name__)

    @views.get("/")
    def front_page() -> str:
        return render_template("front_page.html", programme=desk.rules.programme)

    if simulator is not None:
        _add_simulator(views, desk, simulator)
    return views


def _add_simulator(views: Blueprint, desk: Desk, card: SimulatorPage) -> None:
    @views.get("/simulator/<reference>")
    def show_card(reference: str) -> Response:
        return _page(desk, card, reference)

    @views.post("/simulator/<reference>")
    def choose(reference: str) -> Response:
        card.choose(reference, request.form.get("outcome", ""))
        return _page(desk, card, reference)


def _page(desk: Desk, card: SimulatorPage, reference: str) -> Response:
    amount = card.amount(reference)
    if amount is None:
        status, body, headers = answer_parts(problem(ProblemCode.NOT_FOUND))
        return Response(body, status=status, headers=headers)
    state = card.status(reference)
    return Response(render_template("simulator.html", programme=desk.rules.programme, amount=amount, state=state.value))
