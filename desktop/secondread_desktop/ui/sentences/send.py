"""The words of Send."""

from secondread_desktop.ui.sentences.troubles import Trouble
from secondread_desktop.ui.texts import sizes

TITLE = "Sending your images"
TITLE_PAUSED = "Sending is paused"
TITLE_STUCK = "Sending waits for you"
TITLE_VERIFYING = "Everything is sent"
LEAD = "You need not watch. We send you an e-mail when everything has arrived."
LEAD_PAUSED = "Everything that was prepared is kept. Go on when you like, also tomorrow."
LEAD_VERIFYING = "The programme now compares every image with what left this computer."
SENT = "images sent"
VERIFIED = "images verified"
PREPARING = "Getting ready"
ALL_SENT = "Everything is sent"
DISC_OUT = "You may take the disc out now."
DISC_OUT_WHY = "Everything on it has been copied to this computer."
DISC_IN = "Please leave the disc in for now."
DISC_IN_WHY = "This program is still reading it."
LAPTOP = "You can close the laptop."
LAPTOP_WHY = "Sending goes on when you open it."
PAUSE = "Pause sending"
GO_ON = "Go on sending"
CANCEL = "Cancel sending"
WITHOUT = "Send without them"
NOT_CANCEL = "Keep sending"
REALLY_CANCEL = "Yes, cancel"
CANCEL_QUESTION = Trouble(
    "Cancel this sending?",
    "The programme deletes what has arrived, and the amount on your card is released. The disc stays as it is.",
)
CANCELLING = Trouble("Cancelling", "The programme is being asked to delete what has arrived.")
BAR_NAME = "How much is sent"
AGAIN = "The programme asked for some images once more. They are being sent again by themselves."
_WAITING = {
    "connect": "The programme cannot be reached at the moment.",
    "timeout": "The programme does not answer at the moment.",
    "receiver_busy": "The programme's computer is busy at the moment.",
    "receiver_full": "The programme has no room at the moment.",
}


def of_images(count: int, total: int) -> str:
    """Return the large count."""
    return f"{count:,} of {total:,}"


def bytes_line(done: int, total: int) -> str:
    """Return the bytes that travelled; the total is a guess until all is packed."""
    return f"{sizes(done)} of about {sizes(total)}"


def speed(rate: float) -> str:
    """Return the speed of the line."""
    return f"{sizes(int(rate))} each second" if rate >= 1 else ""


def waiting(reason: str) -> str:
    """Say calmly why nothing moves."""
    return f"{_WAITING.get(reason, 'There is a short wait.')} Nothing is lost; sending goes on by itself."


def was_away(clock: str) -> str:
    """Say that it is over."""
    return f"The internet connection was away for a moment at {clock}. Nothing is lost; sending goes on by itself."


def case_line(number: str) -> str:
    """Return the case number, as soon as there is one."""
    return f"Case number {number}" if number else ""


DISC_KEEP = "Please keep the disc at hand."
DISC_KEEP_WHY = "Some of its files could not be copied yet."
