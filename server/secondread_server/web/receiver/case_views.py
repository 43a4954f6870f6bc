"""/api/v1: what the desktop calls. A view parses, calls a use case, renders."""

import hashlib
import hmac
import logging

from flask import Blueprint, Response, abort, request

from secondread_server.core.records import CaseRecord
from secondread_server.services.collaborators import Desk
from secondread_server.services.complete_case import complete_case
from secondread_server.services.open_case import authorise_owner, open_case
from secondread_server.services.ports import VerifyWorkflows
from secondread_server.services.settle_payment import payment_view, start_payment, take_webhook
from secondread_server.services.take_intake import take_intake
from secondread_server.services.take_manifest import take_manifest
from secondread_server.services.views import case_view, receipt
from secondread_server.services.withdraw import withdraw_case
from secondread_server.web.gate import bearer_token
from secondread_server.web.receiver.request_body import read_body, read_message
from secondread_shared.contract import API, CompleteCase, OpenCase, PutIntake, encode_message
from secondread_shared.redaction import log_event

_log = logging.getLogger(__name__)


def case_views(desk: Desk, *, workflows: VerifyWorkflows, place_key: bytes) -> Blueprint:
    """Return the blueprint."""
    views = Blueprint("cases", __name__, url_prefix=API)
    _add_case_routes(views, desk, place_key)
    _add_sending_routes(views, desk, workflows)
    _add_payment_routes(views, desk)
    return views


def _add_case_routes(views: Blueprint, desk: Desk, place_key: bytes) -> None:
    limits = desk.rules.programme.limits

    @views.get("/programme")
    def programme() -> Response:
        return _json(desk.rules.programme)

    @views.put("/cases/<case>")
    def put_case(case: str) -> tuple[Response, int]:
        read_message(OpenCase, limits.json_bytes)
        is_new = desk.cases.find(case) is None
        record = open_case(desk, case=case, token=_token(), place=_place(place_key))
        if is_new:
            log_event(_log, "case_opened", case=case)
        return _view(desk, record), 201 if is_new else 200

    @views.get("/cases/<case>")
    def get_case(case: str) -> Response:
        return _view(desk, authorise_owner(desk, case=case, token=_token()))

    @views.delete("/cases/<case>")
    def delete_case(case: str) -> Response:
        record = withdraw_case(desk, record=authorise_owner(desk, case=case, token=_token()))
        log_event(_log, "case_withdrawn", case=case)
        return _view(desk, record)

    @views.get("/cases/<case>/receipt")
    def get_receipt(case: str) -> Response:
        return _json(receipt(desk, authorise_owner(desk, case=case, token=_token())))


def _add_sending_routes(views: Blueprint, desk: Desk, workflows: VerifyWorkflows) -> None:
    limits = desk.rules.programme.limits

    @views.put("/cases/<case>/intake")
    def put_intake(case: str) -> Response:
        authorise_owner(desk, case=case, token=_token())
        message = read_message(PutIntake, limits.json_bytes)
        return _view(desk, take_intake(desk, case=case, message=message))

    @views.put("/cases/<case>/manifest")
    def put_manifest(case: str) -> Response:
        authorise_owner(desk, case=case, token=_token())
        return _view(desk, take_manifest(desk, case=case, body=read_body(limits.manifest_bytes)))

    @views.post("/cases/<case>/complete")
    def post_complete(case: str) -> tuple[Response, int]:
        authorise_owner(desk, case=case, token=_token())
        message = read_message(CompleteCase, limits.manifest_bytes)
        record = complete_case(desk, record=desk.cases.get(case), message=message, workflows=workflows)
        log_event(_log, "case_completed", case=case, parcels=len(message.parcels), round=record.round)
        return _view(desk, record), 202


def _add_payment_routes(views: Blueprint, desk: Desk) -> None:
    limits = desk.rules.programme.limits

    @views.put("/cases/<case>/payment")
    def put_payment(case: str) -> Response:
        authorise_owner(desk, case=case, token=_token())
        return _json(start_payment(desk, case=case))

    @views.get("/cases/<case>/payment")
    def get_payment(case: str) -> Response:
        authorise_owner(desk, case=case, token=_token())
        return _json(payment_view(desk, case=case))

    @views.post("/payments/webhook")
    def post_webhook() -> tuple[str, int]:
        body = request.stream.read(limits.json_bytes)
        if not take_webhook(desk, body=body, headers=dict(request.headers)):
            abort(404)
        return "", 204


def _token() -> str | None:
    return bearer_token(request.headers.get("Authorization"))


def _place(key: bytes) -> str:
    return hmac.new(key, (request.remote_addr or "").encode(), hashlib.sha256).hexdigest()


def _view(desk: Desk, record: CaseRecord) -> Response:
    return _json(case_view(desk, record))


def _json(message: object) -> Response:
    return Response(encode_message(message), mimetype="application/json")
