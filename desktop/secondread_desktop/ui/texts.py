"""The sentences of the commands, in plain words: what happened, what it means, what to do. The window has its own."""

from secondread_desktop import errors
from secondread_desktop.core.progress import TimeLeft, rounded_minutes
from secondread_desktop.errors import DesktopError
from secondread_desktop.ui.language import QT_TR_NOOP
from secondread_shared.frames.picture import Unshowable

RESUME_HINT = "Everything prepared so far is kept. To go on, run: secondread resume"

ERRORS: dict[type[DesktopError], str] = {
    errors.ReceiverRefused: (
        "The programme's computer refused a message from this program. Your images are safe here, and nothing is lost. "
        "Please write to the programme's help line and mention the code below."
    ),
    errors.ParcelsMissing: (
        "A part of what was sent did not stay at the programme. Nothing is lost here. Please run: secondread resume"
    ),
    errors.CaseMovedOn: (
        "The programme is already further with this case than this program thought. Please run: secondread resume"
    ),
    errors.ReceiverUnreachable: (
        "The programme cannot be reached at the moment. Often the internet connection is interrupted. "
        "Please check it, then try once more. What was already begun is kept and goes on with: secondread resume"
    ),
    errors.ReceiverBusy: (
        "The programme's computer is busy at the moment. Nothing is lost. Please wait a little, "
        "or go on later with: secondread resume"
    ),
    errors.ReceiverFull: (
        "The programme has no room for more images at the moment. Nothing is lost, and nothing is wrong on your side. "
        "Please go on later with: secondread resume"
    ),
    errors.OffsetMismatch: (
        "The connection was interrupted and the programme is still sorting out what has arrived. "
        "This program goes on by itself or with: secondread resume"
    ),
    errors.UploadGone: (
        "The programme no longer has a part that was being sent. It will be sent again. "
        "This program goes on by itself or with: secondread resume"
    ),
    errors.Interrupted: f"Stopped before the end. {RESUME_HINT}",
    errors.StoppedEarly: (
        "Stopped before anything was sent. Nothing is changed. To begin again, run the same command once more."
    ),
    errors.PatienceExhausted: (
        f"Nothing has moved for some time, so this program has stopped trying for now. {RESUME_HINT}"
    ),
    errors.DiscUnreadable: (
        "The disc or folder cannot be read now. Perhaps the disc was taken out, or the name is not quite right. "
        "Please put it in again, wait a moment, and try once more."
    ),
    errors.OutputLost: f"What this program prints can no longer be written, so it stopped. {RESUME_HINT}",
    errors.DiscChanged: (
        "This is not the disc that was begun with. Nothing was taken from it. Please put that one back and run: "
        "secondread resume"
    ),
    errors.NothingToSend: (
        "No medical images were found there, so there is nothing to send. Please check that this is the disc with your "
        "images. If it is, please ask the hospital for a new copy."
    ),
    errors.AttachmentUnreadable: (
        "One of the documents to go along cannot be opened. Nothing was sent. Please check its name and place."
    ),
    errors.EjectRefused: (
        "The disc could not be ejected. Perhaps another program still shows what is on it. Nothing is lost. Please "
        "close other programs, or press the button on the drive."
    ),
    errors.PasswordNeeded: (
        "Some of your images are in a locked ZIP file, and its password is not at hand any more. Nothing is lost. "
        "Please write the password into a text file, and name that file with --password-file after: secondread resume"
    ),
    errors.PasswordsUnreadable: (
        "The file with the passwords cannot be read. Nothing was sent. Please check its name: it must be a text file "
        "with one password on each line."
    ),
    errors.IntakeUnreadable: (
        "The file with your details cannot be read. Nothing was sent. An example to fill in comes from: "
        "secondread intake-example --receiver ADDRESS"
    ),
    errors.IntakeIncomplete: (
        "Some of your details are missing or not quite right. Nothing was sent. Please correct the fields below."
    ),
    errors.ConsentsMissing: (
        "The programme needs your agreement to its present texts before anything is sent. "
        "Please read them and agree, then try once more."
    ),
    errors.IdentityUndecided: (
        "Please check whose images these are: the name, the date of birth or the sex in the images is not plainly "
        "the one in your details, or there are images of several people. Nothing was sent. If these are the right "
        "images, say so with --identity-confirmed and the reason, and with --patient if there are several people."
    ),
    errors.PaymentRefused: (
        "The payment did not work. Your card was not charged, and your images are safe. "
        "To try again, also with another card, run: secondread resume"
    ),
    errors.ReceiverNotOurs: (
        "What answered at this address is not the programme. Perhaps the network asks you to sign in first: please "
        "open any page in your web browser. Otherwise please check the address. Nothing is lost here."
    ),
    errors.ReceiverInsecure: (
        "The connection to this address is not secure, so nothing was sent. Please check the address: it must begin "
        "with https. If it does, please call the programme."
    ),
    errors.AccessRefused: (
        "The programme does not accept this computer's key for the case. Nothing is lost. Please call the programme."
    ),
    errors.CaseEnded: (
        "The programme has ended this case, so nothing more can be sent to it. If that surprises you, "
        "please call the programme. To clear it from this computer, run: secondread outbox cancel --case CASE"
    ),
    errors.CaseTooLarge: (
        "This is more than the programme takes in one case. Please send fewer exams at a time, "
        "with --study, or call the programme."
    ),
    errors.CaseIncomplete: (
        "The programme could not confirm every image, although they were sent several times. "
        "Your images are safe here. Please call the programme."
    ),
    errors.ReceiptUnfitting: (
        "The programme says that it has everything, but its receipt does not fit what was sent. Nothing was deleted "
        "here. Please call the programme's help line."
    ),
    errors.ImagesLeftOut: (
        "Some files of the disc could not be sent; they are named above. Everything else is kept and waits. If the "
        "disc can be cleaned or copied anew, cancel this case (secondread outbox cancel) and send once more. To send "
        "the rest without them, go on with: secondread resume --without-unreadable."
    ),
    errors.CaseUnknownHere: (
        "This computer knows no such case. To see the cases that are not finished, run: secondread outbox list"
    ),
    errors.KeyUsedElsewhere: (
        "This key belongs to another sending: another programme, other discs or other details. Nothing was sent. "
        "Please use another key, or repeat exactly what this key was used for."
    ),
    errors.ParcelLost: (
        "A copy that was prepared for sending has disappeared from this computer, and the disc is not there or holds "
        "something else now. Please put the disc back in and run: secondread resume. If that does not help, cancel "
        "this case (secondread outbox cancel) and send once more."
    ),
    errors.PictureUnwritable: (
        "The picture could not be saved there. Nothing else has changed. Please name a file in a folder that may be "
        "written to, and that has room."
    ),
    errors.DiskFull: (
        "There is no room left on this computer. Nothing is lost. Please delete something you do not need, "
        "then run: secondread resume"
    ),
    errors.LetterUnwritten: (
        "The letter could not be written there. Everything else was done. Please choose another place for it."
    ),
    errors.StateUnusable: (
        "This program cannot use its own folder on this computer. Nothing was sent. Please check that the folder may "
        "be written to, or choose another with --state."
    ),
    errors.StateInUse: (
        "This program is already running. Please let it finish, or choose another folder with --state."
    ),
}

FINDINGS = {
    "absent": QT_TR_NOOP("The disc's own list names this image, but it is not on the disc."),
    "copy": QT_TR_NOOP("This image is there twice. It is sent once."),
    "archive_damaged": QT_TR_NOOP("This ZIP file or disc image is damaged. What could be read of it was taken."),
    "archive_too_deep": QT_TR_NOOP("This ZIP file lies too deep inside others. It was not opened."),
    "archive_too_large": QT_TR_NOOP("This ZIP file claims to hold far more than it can. The rest of it was not read."),
    "blank": QT_TR_NOOP(
        "This file is blank where it should begin. Perhaps it was lost when the disc was copied. It was not sent."
    ),
    "damaged": QT_TR_NOOP("This image is damaged on the disc. It is sent as it is."),
    "empty_file": QT_TR_NOOP("This file is empty."),
    "encrypted": QT_TR_NOOP("This is encrypted. Without the hospital's password or key it cannot be read."),
    "header_unreadable": QT_TR_NOOP("This file says that it is a medical image, but it cannot be read."),
    "index_unreadable": QT_TR_NOOP("This is the disc's own list of its images, but it cannot be read."),
    "image_unknown": QT_TR_NOOP("This disc image is of a kind that this program cannot read."),
    "link_skipped": QT_TR_NOOP("This is a link to somewhere else. It was not followed."),
    "member_damaged": QT_TR_NOOP("This file is damaged inside its ZIP file or disc image. It was not sent."),
    "member_name": QT_TR_NOOP("This file has an unusual name in its ZIP file. It was taken under a plain one."),
    "member_unknown": QT_TR_NOOP("This file is packed in a way that this program does not know. It was not sent."),
    "no_room": QT_TR_NOOP(
        "There is not enough room on this computer to unpack this file. It was not read, and it is not sent. "
        "Please delete something that you do not need, then choose the disc or folder again."
    ),
    "not_a_file": QT_TR_NOOP("This is not an ordinary file. It was not read."),
    "not_opened": QT_TR_NOOP(
        "This file is packed or locked in a way that this program cannot open. If your images are in it, please "
        "unpack it and add its folder, or ask the hospital for a new copy."
    ),
    "other_content": QT_TR_NOOP(
        "This image has the same number as another one on the disc, but is not the same. Both are sent."
    ),
    "password_needed": QT_TR_NOOP("This ZIP file is locked with a password. What is locked in it was not read."),
    "password_wrong": QT_TR_NOOP("This ZIP file is locked, and no password so far opens it. It was not read."),
    "source_changed": QT_TR_NOOP("This file has changed since it was found. It was not sent."),
    "source_unreadable": QT_TR_NOOP("This file could not be read from the disc. It was not sent."),
    "source_vanished": QT_TR_NOOP("This file is no longer there. It was not sent."),
    "too_deep": QT_TR_NOOP("This folder lies too deep inside others. It was not read."),
    "too_large": QT_TR_NOOP("This file is larger than the programme takes. It was not sent."),
    "truncated": QT_TR_NOOP("This image is cut off: a part of it is missing on the disc. It is sent as it is."),
    "unreadable": QT_TR_NOOP("This could not be read."),
}

IDENTITY = {
    "doubtful": "What the images say of the person is not quite what your details say.",
    "different": "The images seem to be of another person than your details.",
    "several": "These sources hold images of several people.",
}
DIFFERENCES = {"name": "the name", "birth_date": "the date of birth", "sex": "the sex"}

WAITING = {
    "connect": "no connection to the programme",
    "timeout": "the programme does not answer",
    "receiver_busy": "the programme is busy",
    "receiver_full": "the programme has no room at the moment",
    "offset_mismatch": "sorting out what has arrived",
    "upload_gone": "sending a part again",
}


UNSHOWN = {
    Unshowable.NO_PIXELS: "This file holds no picture: a report or a measurement, for example.",
    Unshowable.PRESENTATION: "This file holds marks and settings for other images, and no picture of its own.",
    Unshowable.ELSEWHERE: "The picture is not in this file, which only says where the hospital keeps it.",
    Unshowable.VIDEO: "This is a film, which cannot be shown as a picture. It can be sent all the same.",
    Unshowable.UNSUPPORTED: "This kind of file cannot be shown here. It can be sent all the same.",
    Unshowable.DAMAGED: "This picture is damaged, so it cannot be shown. It can be sent all the same.",
    Unshowable.TOO_LARGE: "This picture is too large to be shown here. It can be sent all the same.",
    Unshowable.NO_SUCH_FRAME: "There is no picture of this number in the file.",
}


def sentence_of(error: DesktopError) -> str:
    """Return what a person reads about an error."""
    for kind in type(error).__mro__:
        if kind in ERRORS:
            return ERRORS[kind]
    return "Something went wrong inside this program. Your images are safe. Please write to the programme's help line."


def sizes(count_bytes: int) -> str:
    """Return a size for people: `3.2 MB`."""
    size = float(count_bytes)
    for unit in ("bytes", "kB", "MB"):
        if size < 1000:
            return f"{size:.0f} {unit}" if unit == "bytes" else f"{size:.1f} {unit}"
        size /= 1000
    return f"{size:.1f} GB"


def time_left(left: TimeLeft | None) -> str:
    """Return the span for people: `2 to 4 minutes left`."""
    if left is None:
        return ""
    low, high = rounded_minutes(left)
    if high == 1:
        return "less than a minute left"
    return f"{low} to {high} minutes left"


def counted(count: int, one: str) -> str:
    """Return `1 image` or `2 images`."""
    return f"{count} {one if count == 1 else one + 's'}"
