"""What the window says about each leaf of `errors`: what happened, and what it means and what to do."""

from dataclasses import dataclass

from secondread_desktop import errors
from secondread_desktop.errors import DesktopError


@dataclass(frozen=True, slots=True)
class Trouble:
    """A bold sentence, and the words below it."""

    title: str
    text: str


_KEPT = "Everything that was prepared is kept."
UNKNOWN = Trouble(
    "Something went wrong inside this program.",
    "Your images are safe. Please close the program and open it again; if that does not help, call the help line.",
)
TROUBLES: dict[type[DesktopError], Trouble] = {
    errors.ReceiverRefused: Trouble(
        "The programme's computer did not understand this program.",
        "Nothing is lost, and your images are safe here. Please call the programme's help line.",
    ),
    errors.ParcelsMissing: Trouble(
        "A part of what was sent did not stay at the programme.", f"{_KEPT} Please go on: it is sent once more."
    ),
    errors.CaseMovedOn: Trouble(
        "The programme is already further with your case.", "Nothing is lost. Please go on, to see where it stands."
    ),
    errors.ReceiverUnreachable: Trouble(
        "The programme cannot be reached at the moment.",
        "Often the internet connection is away for a while. Nothing is lost. Please check it, then try again.",
    ),
    errors.ReceiverBusy: Trouble(
        "The programme's computer is busy at the moment.", "Nothing is lost. Please try again in a few minutes."
    ),
    errors.ReceiverFull: Trouble(
        "The programme has no room for more images at the moment.",
        "Nothing is lost, and nothing is wrong on your side. Please try again later, or call the help line.",
    ),
    errors.OffsetMismatch: Trouble("The connection was interrupted.", f"{_KEPT} Please go on."),
    errors.UploadGone: Trouble("A part must be sent once more.", f"{_KEPT} Please go on."),
    errors.Interrupted: Trouble("Sending has stopped.", f"{_KEPT} Please go on when you like."),
    errors.StoppedEarly: Trouble("Stopped before anything was sent.", "Nothing has changed. You can begin again."),
    errors.PatienceExhausted: Trouble(
        "Nothing has moved for some time, so this program has stopped trying.",
        f"{_KEPT} Please check the internet connection, then go on.",
    ),
    errors.DiscUnreadable: Trouble(
        "The disc cannot be read now.",
        "Perhaps it was taken out. Nothing is lost. Please put it in again, wait a moment, then go on.",
    ),
    errors.OutputLost: Trouble("This program could not write.", f"{_KEPT} Please go on."),
    errors.DiscChanged: Trouble(
        "This is another disc than the one you began with.",
        "Nothing was taken from it. Please put the first one in again, wait a moment, then go on.",
    ),
    errors.NothingToSend: Trouble(
        "There are no medical images to send.",
        "Please go back and tick the images, or choose another disc or folder.",
    ),
    errors.AttachmentUnreadable: Trouble(
        "One of the documents you added cannot be opened.",
        "Nothing was sent. Please take it off the list, or put it back where it was.",
    ),
    errors.IntakeUnreadable: Trouble("Your details cannot be read.", "Nothing was sent. Please fill them in again."),
    errors.IntakeIncomplete: Trouble(
        "Some of your details are missing or not quite right.",
        "Nothing was sent. Please go back to About you, and look at the marked lines.",
    ),
    errors.ConsentsMissing: Trouble(
        "The programme needs your agreement to its present texts.",
        "Nothing was sent. Please go back to About you, read them, and tick them if you agree.",
    ),
    errors.IdentityUndecided: Trouble(
        "Please check whose images these are.",
        "The name or the birth date in the images is not plainly the one in your details. Nothing was sent. "
        "Please go back and look at both.",
    ),
    errors.PaymentRefused: Trouble(
        "The payment did not work.",
        "Your card was not charged, and your images are safe. Please try again, also with another card.",
    ),
    errors.ReceiverNotOurs: Trouble(
        "What answered at this address is not the programme.",
        "Perhaps this network asks you to sign in first: please open any page in your web browser. "
        "Otherwise please check the address. Nothing is lost.",
    ),
    errors.ReceiverInsecure: Trouble(
        "The connection to this address is not secure, so nothing was sent.",
        "Please check the address: it must begin with https. If it does, please call the programme.",
    ),
    errors.AccessRefused: Trouble(
        "The programme does not accept this computer's key for your case.",
        "Nothing is lost. Please call the help line.",
    ),
    errors.CaseEnded: Trouble(
        "The programme has ended this case, so nothing more can be sent to it.",
        "If that surprises you, please call the help line. You can clear it from this computer and begin again.",
    ),
    errors.CaseTooLarge: Trouble(
        "This is more than the programme takes in one case.",
        "Nothing was sent. Please go back to Check and choose fewer exams, or call the help line.",
    ),
    errors.CaseIncomplete: Trouble(
        "The programme could not confirm every image, although they were sent several times.",
        "Your images are safe here. Please call the help line.",
    ),
    errors.ReceiptUnfitting: Trouble(
        "The programme's receipt does not fit what was sent.",
        "Nothing was deleted here. Please call the help line.",
    ),
    errors.ImagesLeftOut: Trouble(
        "Some files of the disc could not be read.",
        "Everything else is kept and waits. You can clean the disc and try again, or send the rest without them.",
    ),
    errors.CaseUnknownHere: Trouble(
        "This computer does not know this case any more.",
        "Perhaps it was withdrawn, or begun on another computer. Please begin again, or call the help line.",
    ),
    errors.KeyUsedElsewhere: Trouble(
        "This sending was begun with other details.", "Nothing was sent. Please begin again."
    ),
    errors.ParcelLost: Trouble(
        "A copy that was prepared for sending has disappeared from this computer.",
        "Please put the disc in again, wait a moment, then go on. If that does not help, cancel and begin again.",
    ),
    errors.DiskFull: Trouble(
        "There is no room left on this computer.",
        "Nothing is lost. Please delete something that you do not need, then go on.",
    ),
    errors.StateUnusable: Trouble(
        "This program cannot use its own folder on this computer.",
        "Nothing was sent. Please ask somebody who looks after this computer, or call the help line.",
    ),
    errors.StateInUse: Trouble(
        "SecondRead is already open.",
        "Please look for its other window: it may be behind this one. Sending goes on there.",
    ),
}  # fmt: skip


def trouble_of(error: Exception) -> Trouble:
    """Return what the window says about an error; never anything that the error itself carries."""
    for kind in type(error).__mro__:
        if kind in TROUBLES:
            return _numbered(error, TROUBLES[kind])
    return UNKNOWN


def _numbered(error: Exception, trouble: Trouble) -> Trouble:
    """Name the disc where there is more than one, and the count of what was left out."""
    if isinstance(error, errors.DiscUnreadable | errors.DiscChanged) and error.number > 1:
        return Trouble(trouble.title, f"It is disc or folder number {error.number} of yours. {trouble.text}")
    if isinstance(error, errors.ImagesLeftOut):
        files = "1 file" if error.count == 1 else f"{error.count} files"
        return Trouble(f"{files} of the disc could not be read.", trouble.text)
    return trouble
