"""What to do after an answer that is not a success: one table, and how long to wait."""

from enum import StrEnum

# tus 1.0.0 and RFC 9110; how each step is carried out is the services' part.
FIRST_DELAY_S = 0.5
LONGEST_DELAY_S = 30.0


class Step(StrEnum):
    """The next move."""

    ASK_OFFSET = "ask_offset"
    CREATE_AGAIN = "create_again"
    WAIT = "wait"
    WAIT_FOR_SPACE = "wait_for_space"
    PERSON_ACCESS = "person_access"
    PERSON_TOO_LARGE = "person_too_large"
    NOT_OURS = "not_ours"
    BUG = "bug"


# The answers to a tus request.
UPLOAD_STEPS = {
    401: Step.PERSON_ACCESS,
    403: Step.PERSON_ACCESS,
    404: Step.CREATE_AGAIN,
    407: Step.NOT_OURS,
    408: Step.WAIT,
    409: Step.ASK_OFFSET,
    410: Step.CREATE_AGAIN,
    413: Step.PERSON_TOO_LARGE,
    423: Step.ASK_OFFSET,
    425: Step.WAIT,
    429: Step.WAIT,
    507: Step.WAIT_FOR_SPACE,
}


def upload_step(status: int) -> Step:
    """Return the move after a tus answer: a server's own failure is waited out, a redirect is never followed."""
    if status in UPLOAD_STEPS:
        return UPLOAD_STEPS[status]
    if 500 <= status <= 599:
        return Step.WAIT
    return Step.NOT_OURS if status < 400 else Step.BUG


def delay_s(attempt: int, *, jitter: float, asked_s: float | None = None) -> float:
    """Return the wait before the attempt after number `attempt` (from 0).

    Doubles from 0.5 s to 30 s, between half and all of it by `jitter` (0 to 1); never less than the receiver asked,
    bounded so that a nonsensical Retry-After does not stop everything.
    """
    longest = min(LONGEST_DELAY_S, FIRST_DELAY_S * 2.0 ** min(attempt, 10))
    own = longest * (0.5 + jitter / 2)
    return max(own, min(asked_s, 300.0)) if asked_s else own
