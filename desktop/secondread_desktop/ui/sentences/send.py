"""The words of Send."""

from secondread_desktop.core.progress import TimeLeft, rounded_minutes
from secondread_desktop.ui.language import spoken, tr
from secondread_desktop.ui.sentences.troubles import Trouble
from secondread_desktop.ui.words import sizes

TITLE = tr("Sending your images")
TITLE_PAUSED = tr("Sending is paused")
TITLE_STUCK = tr("Sending waits for you")
TITLE_VERIFYING = tr("Everything is sent")
LEAD = tr("You need not watch. We send you an e-mail when everything has arrived.")
LEAD_PAUSED = tr("Everything that was prepared is kept. Go on when you like, also tomorrow.")
LEAD_VERIFYING = tr("The programme now compares every image with what left this computer.")
SENT = tr("images sent")
VERIFIED = tr("images verified")
PREPARING = tr("Getting ready")
DISC_OUT = tr("You may take the disc out now.")
DISC_OUT_WHY = tr("Everything on it has been copied to this computer.")
DISC_OUT_WHY_PART = tr("What could be read of it has been copied to this computer.")
EJECT = tr("Eject")
DISC_EJECTED = Trouble(tr("It can be taken out now."), tr("Please keep it: it is yours."))
DISC_IN = tr("Please leave the disc in for now.")
DISC_IN_WHY = tr("This program is still reading it.")
DISC_KEEP = tr("Please keep the disc at hand.")
DISC_KEEP_WHY = tr("Some of its files could not be copied yet.")
LAPTOP = tr("You can close the laptop.")
LAPTOP_WHY = tr("Sending goes on when you open it.")
PAUSE = tr("Pause sending")
GO_ON = tr("Go on sending")
CANCEL = tr("Cancel sending")
NOT_CANCEL = tr("Keep sending")
REALLY_CANCEL = tr("Yes, cancel")
CANCEL_QUESTION = Trouble(
    tr("Cancel this sending?"),
    tr("The programme deletes what has arrived, and the amount on your card is released. The disc stays as it is."),
)
CANCEL_QUESTION_FREE = Trouble(
    tr("Cancel this sending?"),
    tr("The programme deletes what has arrived, and there is nothing to pay. The disc stays as it is."),
)
CANCELLING = Trouble(tr("Cancelling"), tr("The programme is being asked to delete what has arrived."))
BAR_NAME = tr("How much is sent")
AGAIN = tr("The programme asked for some images once more. They are being sent again by themselves.")
_WAITING = {
    "connect": tr("The programme cannot be reached at the moment."),
    "timeout": tr("The programme does not answer at the moment."),
    "receiver_busy": tr("The programme's computer is busy at the moment."),
    "receiver_full": tr("The programme has no room at the moment."),
}


def without(rest: int) -> str:
    """Return the action that sends what could be read."""
    return tr("Send %n file(s)", "", rest)


def of_images(count: int, total: int) -> str:
    """Return the large count."""
    return tr("{count} of {total}").format(count=spoken().number(count), total=spoken().number(total))


def bytes_line(done: int, total: int) -> str:
    """Return the bytes that travelled; the total is a guess until all is packed."""
    return tr("{done} of about {total}").format(done=sizes(done), total=sizes(total))


def speed(rate: float) -> str:
    """Return the speed of the line."""
    return tr("{size} each second").format(size=sizes(int(rate))) if rate >= 1 else ""


def time_left(left: TimeLeft | None) -> str:
    """Return the span for people: `2 to 4 minutes left`."""
    if left is None:
        return ""
    low, high = rounded_minutes(left)
    if high == 1:
        return tr("less than a minute left")
    return tr("{low} to %n minute(s) left", "", high).format(low=spoken().number(low))


def waiting(reason: str) -> str:
    """Say calmly why nothing moves."""
    why = _WAITING.get(reason, tr("There is a short wait."))
    return tr("{why} Nothing is lost; sending goes on by itself.").format(why=why)


def was_away(clock: str) -> str:
    """Say that it is over."""
    return tr(
        "The internet connection was away for a moment at {clock}. Nothing is lost; sending goes on by itself."
    ).format(clock=clock)
