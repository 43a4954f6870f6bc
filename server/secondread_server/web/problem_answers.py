"""The one error shape (RFC 9457) for every refusal, on the ASGI and on the WSGI side."""

from secondread_server.errors import Refused, Transient
from secondread_shared.contract import encode_message
from secondread_shared.problems import STATUS, Problem, ProblemCode, problem

RETRY_AFTER_S = {ProblemCode.RATE_LIMITED: 600, ProblemCode.STORAGE_FULL: 60, ProblemCode.PAYMENT_UNAVAILABLE: 10}
# What tuspyserver's router answers by status alone, after the gate has passed a request.
CODE_OF_STATUS = {
    404: ProblemCode.UPLOAD_UNKNOWN,
    409: ProblemCode.OFFSET_MISMATCH,
    410: ProblemCode.UPLOAD_EXPIRED,
    412: ProblemCode.TUS_VERSION,
    413: ProblemCode.UPLOAD_TOO_LARGE,
    415: ProblemCode.MEDIA_TYPE,
    423: ProblemCode.UPLOAD_LOCKED,
    507: ProblemCode.STORAGE_FULL,
}


def problem_of(error: Refused | Transient) -> Problem:
    """Return the problem that an error is answered with."""
    if isinstance(error, Refused):
        return problem(error.code, detail=error.reason or None, fields=error.fields)
    return problem(error.code)


def answer_parts(found: Problem) -> tuple[int, bytes, dict[str, str]]:
    """Return status, body and headers of a problem."""
    code = ProblemCode(found.code)
    headers = {"content-type": "application/problem+json", "cache-control": "no-store"}
    if code in RETRY_AFTER_S:
        headers["retry-after"] = str(RETRY_AFTER_S[code])
    return STATUS[code], encode_message(found), headers
