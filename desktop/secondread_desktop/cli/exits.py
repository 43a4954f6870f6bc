"""Exit codes, the same for every command."""

from secondread_desktop.errors import DesktopError, Interrupted, NothingToSend, PersonMustAct, Transient

DONE = 0
BUG = 1
USAGE = 2
PERSON_MUST_ACT = 3
NOTHING_TO_SEND = 3
INTERRUPTED = 4


def exit_code_of(error: DesktopError) -> int:
    """Return 4 for what can go on later, 3 for what needs a person, 1 for a bug."""
    if isinstance(error, Interrupted | Transient):
        return INTERRUPTED
    if isinstance(error, NothingToSend):
        return NOTHING_TO_SEND
    return PERSON_MUST_ACT if isinstance(error, PersonMustAct) else BUG
