"""Open a case under the id and token that the desktop made; recognise the owner of one."""

from secondread_server.core.records import CaseRecord
from secondread_server.errors import CaseTaken, MessageRefused, RateLimited, StorageFull, TokenMissing, TokenRefused
from secondread_server.services.collaborators import Desk
from secondread_shared.ids import CASE_ID, TOKEN, is_same_digest, new_case_number, token_digest
from secondread_shared.states import CaseState


def open_case(desk: Desk, *, case: str, token: str | None, place: str) -> CaseRecord:
    """Return the case, new or as it stands. The same token gets the same case; another gets `CaseTaken`.

    `place` is a digest of where the call comes from; only new cases count against its limit.
    """
    if not CASE_ID.fullmatch(case):
        raise MessageRefused("case_id")
    digest = _digest(token)
    present = desk.cases.find(case)
    if present is None:
        _check_room(desk, place)
        present = _insert(desk, case=case, digest=digest)
    if not is_same_digest(present.token_sha256, digest):
        raise CaseTaken
    return present


def authorise_owner(desk: Desk, *, case: str, token: str | None) -> CaseRecord:
    """Return the case that a token opens; raise `TokenMissing`, `CaseUnknown` or `TokenRefused`."""
    digest = _digest(token)
    record = desk.cases.get(case)
    if not is_same_digest(record.token_sha256, digest):
        raise TokenRefused
    return record


def _digest(token: str | None) -> str:
    if token is None or not TOKEN.fullmatch(token):
        raise TokenMissing
    return token_digest(token)


def _check_room(desk: Desk, place: str) -> None:
    hour = desk.clock().strftime("%Y-%m-%dT%H")
    if desk.openings.count(place, hour) > desk.rules.cases_per_hour:
        raise RateLimited
    if desk.uploads.free_bytes() < desk.rules.keep_free_bytes:
        raise StorageFull


def _insert(desk: Desk, *, case: str, digest: str) -> CaseRecord:
    record = CaseRecord(
        id=case, token_sha256=digest, number=new_case_number(), state=CaseState.DRAFT, created=desk.clock()
    )
    return desk.cases.insert(record)
