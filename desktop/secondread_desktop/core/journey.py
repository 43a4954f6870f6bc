"""The patient's journey: six steps in three groups, and the moves between them. Everything else is forbidden."""

from enum import StrEnum


class Step(StrEnum):
    """The steps in their order."""

    FIND = "find"
    CHECK = "check"
    ABOUT_YOU = "about_you"
    PAYMENT = "payment"
    SEND = "send"
    RECEIPT = "receipt"


class Move(StrEnum):
    """What happens on the way."""

    IMAGES_FOUND = "images_found"
    IMAGES_CHECKED = "images_checked"
    DETAILS_GIVEN = "details_given"
    PAYMENT_SETTLED = "payment_settled"
    PAYMENT_NEEDED = "payment_needed"  # a resumed case whose page was never visited, or whose card was refused
    ARRIVED = "arrived"
    RESUMED = "resumed"
    CANCELLED = "cancelled"  # the case is withdrawn, whether it was begun just now or resumed
    SEND_ANOTHER = "send_another"
    BACK_TO_FIND = "back_to_find"
    BACK_TO_CHECK = "back_to_check"
    BACK_TO_ABOUT_YOU = "back_to_about_you"


GROUPS = (
    ("choose", (Step.FIND, Step.CHECK)),
    ("tell", (Step.ABOUT_YOU, Step.PAYMENT)),
    ("send", (Step.SEND, Step.RECEIPT)),
)
ORDER = tuple(step for _, steps in GROUPS for step in steps)
_BACK = {
    Step.FIND: Move.BACK_TO_FIND,
    Step.CHECK: Move.BACK_TO_CHECK,
    Step.ABOUT_YOU: Move.BACK_TO_ABOUT_YOU,
}
MOVES: dict[tuple[Step, Move], Step] = {
    (Step.FIND, Move.IMAGES_FOUND): Step.CHECK,
    (Step.FIND, Move.RESUMED): Step.SEND,
    (Step.CHECK, Move.IMAGES_CHECKED): Step.ABOUT_YOU,
    (Step.CHECK, Move.BACK_TO_FIND): Step.FIND,
    (Step.ABOUT_YOU, Move.DETAILS_GIVEN): Step.PAYMENT,
    (Step.ABOUT_YOU, Move.BACK_TO_FIND): Step.FIND,
    (Step.ABOUT_YOU, Move.BACK_TO_CHECK): Step.CHECK,
    (Step.PAYMENT, Move.PAYMENT_SETTLED): Step.SEND,
    (Step.PAYMENT, Move.CANCELLED): Step.FIND,
    (Step.PAYMENT, Move.BACK_TO_FIND): Step.FIND,
    (Step.PAYMENT, Move.BACK_TO_CHECK): Step.CHECK,
    (Step.PAYMENT, Move.BACK_TO_ABOUT_YOU): Step.ABOUT_YOU,
    (Step.SEND, Move.PAYMENT_NEEDED): Step.PAYMENT,
    (Step.SEND, Move.ARRIVED): Step.RECEIPT,
    (Step.SEND, Move.CANCELLED): Step.FIND,
    (Step.RECEIPT, Move.CANCELLED): Step.FIND,
    (Step.RECEIPT, Move.SEND_ANOTHER): Step.FIND,
}


class MoveForbidden(Exception):
    """This move does not exist at this step."""

    def __init__(self, step: Step, move: Move) -> None:
        super().__init__(f"{move} at {step}")
        self.step = step
        self.move = move


def after(step: Step, move: Move) -> Step:
    """Return the step that a move leads to. Raises `MoveForbidden`."""
    if (step, move) not in MOVES:
        raise MoveForbidden(step, move)
    return MOVES[step, move]


def way_back(step: Step, target: Step, *, is_begun: bool) -> Move | None:
    """Return the move to an earlier step, or None: once a case is begun there is only cancelling."""
    move = _BACK.get(target)
    return move if move is not None and not is_begun and MOVES.get((step, move)) is target else None


def place_of(step: Step) -> int:
    """Return the number of a step, from 1."""
    return ORDER.index(step) + 1
