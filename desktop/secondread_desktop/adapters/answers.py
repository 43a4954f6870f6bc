"""From an answer of the receiver to a value or an error: one table for problem codes, one rule for strangers."""

from collections.abc import Callable
from typing import TypeVar

import msgspec

from secondread_desktop.adapters.http_line import Answer
from secondread_desktop.core.retry import Step, upload_step
from secondread_desktop.errors import (
    AccessRefused,
    CaseEnded,
    CaseMovedOn,
    CaseTooLarge,
    ConsentsMissing,
    DesktopError,
    IntakeIncomplete,
    OffsetMismatch,
    ParcelsMissing,
    PaymentRefused,
    ReceiverBusy,
    ReceiverFull,
    ReceiverNotOurs,
    ReceiverRefused,
    UploadGone,
)
from secondread_shared.contract import FORMAT, decode_message
from secondread_shared.errors import MessageMalformed
from secondread_shared.problems import Problem, ProblemCode

Message = TypeVar("Message")

_BY_CODE: dict[str, Callable[[Problem, Answer], DesktopError]] = {
    ProblemCode.TOKEN_MISSING: lambda _problem, _answer: AccessRefused(),
    ProblemCode.TOKEN_REFUSED: lambda _problem, _answer: AccessRefused(),
    ProblemCode.CASE_TAKEN: lambda _problem, _answer: AccessRefused(),
    ProblemCode.CASE_UNKNOWN: lambda _problem, _answer: CaseEnded("unknown"),
    ProblemCode.CASE_STATE: lambda _problem, _answer: CaseMovedOn(),
    ProblemCode.CONSENTS_MISSING: lambda _problem, _answer: ConsentsMissing([]),
    ProblemCode.INTAKE_REFUSED: lambda problem, _answer: IntakeIncomplete(problem.fields),
    ProblemCode.PAYMENT_REQUIRED: lambda _problem, _answer: PaymentRefused("unpaid"),
    ProblemCode.PARCELS_MISSING: lambda _problem, _answer: ParcelsMissing(),
    ProblemCode.BODY_CUT_OFF: lambda _problem, answer: _busy(answer),
    ProblemCode.BODY_TOO_LARGE: lambda _problem, _answer: CaseTooLarge(),
    ProblemCode.QUOTA_EXCEEDED: lambda _problem, _answer: CaseTooLarge(),
    ProblemCode.UPLOAD_TOO_LARGE: lambda _problem, _answer: CaseTooLarge(),
    ProblemCode.RATE_LIMITED: lambda _problem, answer: _busy(answer),
    ProblemCode.PAYMENT_UNAVAILABLE: lambda _problem, answer: _busy(answer),
    ProblemCode.INTERNAL: lambda _problem, answer: _busy(answer),
    ProblemCode.STORAGE_FULL: lambda _problem, answer: _full(answer),
    ProblemCode.OFFSET_MISMATCH: lambda _problem, answer: _mismatch(answer),
    ProblemCode.UPLOAD_LOCKED: lambda _problem, answer: _mismatch(answer),
    ProblemCode.UPLOAD_UNKNOWN: lambda _problem, _answer: UploadGone(),
    ProblemCode.UPLOAD_EXPIRED: lambda _problem, _answer: UploadGone(),
}

_BY_STEP: dict[Step, Callable[[Answer], DesktopError]] = {
    Step.ASK_OFFSET: lambda answer: _mismatch(answer),
    Step.CREATE_AGAIN: lambda _answer: UploadGone(),
    Step.WAIT: lambda answer: _busy(answer),
    Step.WAIT_FOR_SPACE: lambda answer: _full(answer),
    Step.PERSON_ACCESS: lambda _answer: AccessRefused(),
    Step.PERSON_TOO_LARGE: lambda _answer: CaseTooLarge(),
    Step.NOT_OURS: lambda _answer: ReceiverNotOurs(),
    Step.BUG: lambda answer: ReceiverRefused(status=answer.status),
}


def message_of(answer: Answer, kind: type[Message]) -> Message:
    """Return the message of a successful answer, or raise what the answer means."""
    if not 200 <= answer.status < 300:
        raise api_error(answer)
    try:
        message = decode_message(answer.body, kind)
    except MessageMalformed:
        raise ReceiverNotOurs from None
    if getattr(message, "format", None) != FORMAT:
        raise ReceiverNotOurs
    return message


def api_error(answer: Answer) -> DesktopError:
    """Return what an unsuccessful answer of the API means; one that is not our problem JSON is a stranger's."""
    problem = _problem_of(answer)
    if problem is not None:
        return _of_problem(problem, answer)
    if answer.status in (408, 425, 429) or answer.status >= 500:
        return _full(answer) if answer.status == 507 else _busy(answer)
    return ReceiverNotOurs()


def upload_error(answer: Answer) -> DesktopError:
    """Return what an unsuccessful answer to a tus request means. HEAD has no body, so the status must do."""
    problem = _problem_of(answer)
    if problem is not None and problem.code in _BY_CODE:
        return _of_problem(problem, answer)
    return _BY_STEP[upload_step(answer.status)](answer)


def _of_problem(problem: Problem, answer: Answer) -> DesktopError:
    if problem.code in _BY_CODE:
        return _BY_CODE[problem.code](problem, answer)
    return ReceiverRefused(status=answer.status, code=problem.code if problem.code in set(ProblemCode) else "")


def _problem_of(answer: Answer) -> Problem | None:
    try:
        problem = msgspec.json.decode(answer.body, type=Problem)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return None
    return problem if problem.format == FORMAT else None


def _busy(answer: Answer) -> DesktopError:
    return ReceiverBusy(status=answer.status, retry_after_s=_retry_after_s(answer))


def _full(answer: Answer) -> DesktopError:
    error = ReceiverFull()
    error.retry_after_s = _retry_after_s(answer)
    return error


def _mismatch(answer: Answer) -> DesktopError:
    error = OffsetMismatch()
    error.retry_after_s = _retry_after_s(answer)
    return error


def _retry_after_s(answer: Answer) -> float | None:
    """Return Retry-After in seconds (RFC 9110 §10.2.3); a date is answered by our own delays."""
    text = answer.header("Retry-After") or ""
    return float(text) if text.isascii() and text.isdigit() and len(text) <= 6 else None
