"""What the window says about each leaf of `errors`: what happened, and what it means and what to do."""

from dataclasses import dataclass

from secondread_desktop import errors
from secondread_desktop.errors import DesktopError
from secondread_desktop.ui.language import tr


@dataclass(frozen=True, slots=True)
class Trouble:
    """A bold sentence, and the words below it."""

    title: str
    text: str


def _kept(then: str) -> str:
    return tr("Everything that was prepared is kept. {then}").format(then=then)


UNKNOWN = Trouble(
    tr("Something went wrong inside this program."),
    tr("Your images are safe. Please close the program and open it again; if that does not help, call the help line."),
)
TROUBLES: dict[type[DesktopError], Trouble] = {
    errors.ReceiverRefused: Trouble(
        tr("The programme's computer did not understand this program."),
        tr("Nothing is lost, and your images are safe here. Please call the programme's help line."),
    ),
    errors.ParcelsMissing: Trouble(
        tr("A part of what was sent did not stay at the programme."), _kept(tr("Please go on: it is sent once more."))
    ),
    errors.CaseMovedOn: Trouble(
        tr("The programme is already further with your case."),
        tr("Nothing is lost. Please go on, to see where it stands."),
    ),
    errors.ReceiverUnreachable: Trouble(
        tr("The programme cannot be reached at the moment."),
        tr("Often the internet connection is away for a while. Nothing is lost. Please check it, then try again."),
    ),
    errors.ReceiverBusy: Trouble(
        tr("The programme's computer is busy at the moment."), tr("Nothing is lost. Please try again in a few minutes.")
    ),
    errors.ReceiverFull: Trouble(
        tr("The programme has no room for more images at the moment."),
        tr("Nothing is lost, and nothing is wrong on your side. Please try again later, or call the help line."),
    ),
    errors.OffsetMismatch: Trouble(tr("The connection was interrupted."), _kept(tr("Please go on."))),
    errors.UploadGone: Trouble(tr("A part must be sent once more."), _kept(tr("Please go on."))),
    errors.Interrupted: Trouble(tr("Sending has stopped."), _kept(tr("Please go on when you like."))),
    errors.StoppedEarly: Trouble(
        tr("Stopped before anything was sent."), tr("Nothing has changed. You can begin again.")
    ),
    errors.PatienceExhausted: Trouble(
        tr("Nothing has moved for some time, so this program has stopped trying."),
        _kept(tr("Please check the internet connection, then go on.")),
    ),
    errors.DiscUnreadable: Trouble(
        tr("The disc cannot be read now."),
        tr("Perhaps it was taken out. Nothing is lost. Please put it in again, wait a moment, then go on."),
    ),
    errors.OutputLost: Trouble(tr("This program could not write."), _kept(tr("Please go on."))),
    errors.DiscChanged: Trouble(
        tr("This is another disc than the one you began with."),
        tr("Nothing was taken from it. Please put the first one in again, wait a moment, then go on."),
    ),
    errors.NothingToSend: Trouble(
        tr("There are no medical images to send."),
        tr("Please go back and tick the images, or choose another disc or folder."),
    ),
    errors.AttachmentUnreadable: Trouble(
        tr("One of the documents you added cannot be opened."),
        tr("Nothing was sent. Please take it off the list, or put it back where it was."),
    ),
    errors.EjectRefused: Trouble(
        tr("It could not be ejected just now."),
        tr("Perhaps another program still shows what is on it. Nothing is lost. Please press the button on the drive."),
    ),
    errors.PasswordNeeded: Trouble(
        tr("Some of your images are in a locked ZIP file, and this computer no longer has its password."),
        tr("Nothing is lost. Please cancel and begin again: then you are asked for the password once more."),
    ),
    errors.PasswordsUnreadable: Trouble(
        tr("The file with the passwords cannot be read."),
        tr("Nothing was sent. Please check that it is a text with one password on each line."),
    ),
    errors.IntakeUnreadable: Trouble(
        tr("Your details cannot be read."), tr("Nothing was sent. Please fill them in again.")
    ),
    errors.IntakeIncomplete: Trouble(
        tr("Some of your details are missing or not quite right."),
        tr("Nothing was sent. Please go back to About you, and look at the marked lines."),
    ),
    errors.ConsentsMissing: Trouble(
        tr("The programme needs your agreement to its present texts."),
        tr("Nothing was sent. Please go back to About you, read them, and tick them if you agree."),
    ),
    errors.IdentityUndecided: Trouble(
        tr("Please check whose images these are."),
        tr(
            "The name or the birth date in the images is not plainly the one in your details. Nothing was sent. "
            "Please go back and look at both."
        ),
    ),
    errors.PaymentRefused: Trouble(
        tr("The payment did not work."),
        tr("Your card was not charged, and your images are safe. Please try again, also with another card."),
    ),
    errors.ReceiverNotOurs: Trouble(
        tr("What answered at this address is not the programme."),
        tr(
            "Perhaps this network asks you to sign in first: please open any page in your web browser. "
            "Otherwise please check the address. Nothing is lost."
        ),
    ),
    errors.ReceiverInsecure: Trouble(
        tr("The connection to this address is not secure, so nothing was sent."),
        tr("Please check the address: it must begin with https. If it does, please call the programme."),
    ),
    errors.AccessRefused: Trouble(
        tr("The programme does not accept this computer's key for your case."),
        tr("Nothing is lost. Please call the help line."),
    ),
    errors.CaseEnded: Trouble(
        tr("The programme has ended this case, so nothing more can be sent to it."),
        tr("If that surprises you, please call the help line. You can clear it from this computer and begin again."),
    ),
    errors.CaseTooLarge: Trouble(
        tr("This is more than the programme takes in one case."),
        tr("Please go back and choose fewer exams under Check, or call the help line."),
    ),
    errors.CaseIncomplete: Trouble(
        tr("The programme could not confirm every image, although they were sent several times."),
        tr("Your images are safe here. Please call the help line."),
    ),
    errors.ReceiptUnfitting: Trouble(
        tr("The programme's receipt does not fit what was sent."),
        tr("Nothing was deleted here. Please call the help line."),
    ),
    errors.ImagesLeftOut: Trouble(
        tr("Some files of the disc could not be read."),
        tr("Everything else is kept and waits. You can clean the disc and try again, or send the other files."),
    ),
    errors.CaseUnknownHere: Trouble(
        tr("This computer does not know this case any more."),
        tr("Perhaps it was withdrawn, or begun on another computer. Please begin again, or call the help line."),
    ),
    errors.KeyUsedElsewhere: Trouble(
        tr("This sending was begun with other details."), tr("Nothing was sent. Please begin again.")
    ),
    errors.ParcelLost: Trouble(
        tr("A copy that was prepared for sending has disappeared from this computer."),
        tr("Please put the disc in again, wait a moment, then go on. If that does not help, cancel and begin again."),
    ),
    errors.PictureUnwritable: Trouble(
        tr("The picture could not be saved."),
        tr("Nothing else has changed. Please choose another folder for it, then try again."),
    ),
    errors.DiskFull: Trouble(
        tr("There is no room left on this computer."),
        tr("Nothing is lost. Please delete something that you do not need, then go on."),
    ),
    errors.LetterUnwritten: Trouble(
        tr("The letter could not be written there."), tr("Please choose another place, for example Documents.")
    ),
    errors.StateUnusable: Trouble(
        tr("This program cannot use its own folder on this computer."),
        tr("Nothing was sent. Please ask somebody who looks after this computer, or call the help line."),
    ),
    errors.StateInUse: Trouble(
        tr("SecondRead is already open."),
        tr("Please look for its other window: it may be behind this one. Sending goes on there."),
    ),
}


def trouble_of(error: Exception) -> Trouble:
    """Return what the window says about an error; never anything that the error itself carries."""
    for kind in type(error).__mro__:
        if kind in TROUBLES:
            return _numbered(error, TROUBLES[kind])
    return UNKNOWN


def _numbered(error: Exception, trouble: Trouble) -> Trouble:
    """Name the disc where there is more than one, and the count of what was left out."""
    if isinstance(error, errors.DiscUnreadable | errors.DiscChanged) and error.number > 1:
        return Trouble(
            trouble.title,
            tr("It is disc or folder number {number} of yours.").format(number=error.number) + f" {trouble.text}",
        )
    if isinstance(error, errors.ImagesLeftOut):
        return Trouble(tr("%n file(s) of the disc could not be read.", "", error.count), trouble.text)
    return trouble
