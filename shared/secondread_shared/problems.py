"""Every problem that crosses the wire: one table of codes and statuses, one JSON shape (RFC 9457)."""

from enum import StrEnum

import msgspec

from secondread_shared.intake import FieldProblem

PROBLEM_JSON = "application/problem+json"


class ProblemCode(StrEnum):
    """The code words; programs branch on these, people never see them."""

    MESSAGE_MALFORMED = "message_malformed"
    TOKEN_MISSING = "token_missing"  # noqa: S105
    TOKEN_REFUSED = "token_refused"  # noqa: S105
    CASE_UNKNOWN = "case_unknown"
    CASE_TAKEN = "case_taken"
    CASE_STATE = "case_state"
    CONSENTS_MISSING = "consents_missing"
    INTAKE_REFUSED = "intake_refused"
    PAYMENT_REQUIRED = "payment_required"
    PAYMENT_UNAVAILABLE = "payment_unavailable"
    MANIFEST_REFUSED = "manifest_refused"
    MANIFEST_CHANGED = "manifest_changed"
    MANIFEST_MISSING = "manifest_missing"
    PARCELS_MISSING = "parcels_missing"
    NOT_FOUND = "not_found"
    METHOD_REFUSED = "method_refused"
    BODY_TOO_LARGE = "body_too_large"
    BODY_CUT_OFF = "body_cut_off"
    LENGTH_REQUIRED = "length_required"
    MEDIA_TYPE = "media_type"
    TUS_VERSION = "tus_version"
    UPLOAD_REFUSED = "upload_refused"
    UPLOAD_UNKNOWN = "upload_unknown"
    UPLOAD_EXPIRED = "upload_expired"
    UPLOAD_LOCKED = "upload_locked"
    UPLOAD_TOO_LARGE = "upload_too_large"
    OFFSET_MISMATCH = "offset_mismatch"
    QUOTA_EXCEEDED = "quota_exceeded"
    RATE_LIMITED = "rate_limited"
    STORAGE_FULL = "storage_full"
    INTERNAL = "internal"


STATUS = {
    ProblemCode.MESSAGE_MALFORMED: 400,
    ProblemCode.TOKEN_MISSING: 401,
    ProblemCode.TOKEN_REFUSED: 403,
    ProblemCode.CASE_UNKNOWN: 404,
    ProblemCode.CASE_TAKEN: 409,
    ProblemCode.CASE_STATE: 409,
    ProblemCode.CONSENTS_MISSING: 403,
    ProblemCode.INTAKE_REFUSED: 422,
    ProblemCode.PAYMENT_REQUIRED: 402,
    ProblemCode.PAYMENT_UNAVAILABLE: 503,
    ProblemCode.MANIFEST_REFUSED: 422,
    ProblemCode.MANIFEST_CHANGED: 409,
    ProblemCode.MANIFEST_MISSING: 409,
    ProblemCode.PARCELS_MISSING: 409,
    ProblemCode.NOT_FOUND: 404,
    ProblemCode.METHOD_REFUSED: 405,
    ProblemCode.BODY_TOO_LARGE: 413,
    ProblemCode.BODY_CUT_OFF: 400,
    ProblemCode.LENGTH_REQUIRED: 411,
    ProblemCode.MEDIA_TYPE: 415,
    ProblemCode.TUS_VERSION: 412,
    ProblemCode.UPLOAD_REFUSED: 400,
    ProblemCode.UPLOAD_UNKNOWN: 404,
    ProblemCode.UPLOAD_EXPIRED: 410,
    ProblemCode.UPLOAD_LOCKED: 423,
    ProblemCode.UPLOAD_TOO_LARGE: 413,
    ProblemCode.OFFSET_MISMATCH: 409,
    ProblemCode.QUOTA_EXCEEDED: 413,
    ProblemCode.RATE_LIMITED: 429,
    ProblemCode.STORAGE_FULL: 507,
    ProblemCode.INTERNAL: 500,
}


class Problem(msgspec.Struct, frozen=True):
    """The one error shape. `detail` is in code words; it never repeats what was sent."""

    format: int
    type: str
    title: str
    status: int
    code: str
    detail: str | None = None
    fields: list[FieldProblem] = msgspec.field(default_factory=list)


def problem(code: ProblemCode, *, detail: str | None = None, fields: list[FieldProblem] | None = None) -> Problem:
    """Return the problem of a code."""
    return Problem(
        format=1,
        type=f"urn:secondread:problem:{code}",
        title=code.replace("_", " "),
        status=STATUS[code],
        code=code,
        detail=detail,
        fields=fields or [],
    )
