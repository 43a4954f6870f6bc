"""The words of Find images."""

from secondread_desktop.core.drives import Drive, DriveKind
from secondread_desktop.ui.language import tr
from secondread_desktop.ui.sentences.troubles import Trouble
from secondread_desktop.ui.words import images

TITLE = tr("Where are your images?")
LEAD = tr("Put the hospital's disc into this computer, or choose another place.")
CHOOSE_TITLE = tr("Choose a folder or disc")
CHOOSE_TEXT = tr("In the disc drive, on a USB stick, or on this computer")
ADD_TITLE = tr("Add another disc or folder")
ADD_TEXT = tr("If your images came in several parts")
ARCHIVE_TITLE = tr("ZIP or disc image")
ARCHIVE_TEXT = tr("A file the hospital sent you")
DROP = tr("You can also drag a folder or file to any place in this window. Nothing is sent yet.")
DIALOG = tr("Where are the images?")
ARCHIVE_DIALOG = tr("Which file did the hospital send you?")
ARCHIVE_FILES = tr("ZIP files and disc images")
ANY_FILES = tr("All files")
EJECT = tr("Eject")
EJECTED = Trouble(tr("It can be taken out now."), tr("If you have another disc, put that one in."))
LOCKED = Trouble(
    tr("This ZIP file is locked."),
    tr("The hospital gave you a password for it, in a letter or by telephone. Please type it here."),
)
LOCKED_STILL = Trouble(
    tr("This password does not open it."),
    tr("Small and capital letters count. Please look once more; if it still does not open, call the hospital."),
)
PASSWORD = tr("Password")
OPEN = tr("Open")
STOP = tr("Stop reading")
REMOVE = tr("Take off the list")
AGAIN = tr("Try again")
GO_ON = tr("Check these images")
NOTE_READING = tr("You can go on when everything has been read")
NOTE_NOTHING = tr("Choose a place with images first")
STARTING = tr("Looking for images")
STOPPED = Trouble(tr("Reading was stopped."), tr("Read it once more, or take it off the list."))
RESUME = tr("Go on sending")
RESUME_TITLE = tr("There are images that have not arrived yet")
LOOKING_NAME = tr("Reading")


_DRIVES = {
    DriveKind.DISC: (tr("A disc"), tr("Disc {label}"), tr("In this computer's disc drive")),
    DriveKind.STICK: (tr("A USB stick"), tr("USB stick {label}"), tr("Plugged into this computer")),
    DriveKind.IMAGE: (tr("A disc image"), tr("Disc image {label}"), tr("Opened on this computer")),
}


def drive_title(drive: Drive) -> str:
    """Return the name of what is in a drive."""
    unnamed, named, _ = _DRIVES[drive.kind]
    return named.format(label=drive.label) if drive.label else unnamed


def drive_place(drive: Drive) -> str:
    """Say where it is."""
    return _DRIVES[drive.kind][2]


def eject_name(place: str) -> str:
    """Return what a screen reader says of the button that ejects."""
    return tr("{action}: {place}").format(action=EJECT, place=place)


def open_name(place: str) -> str:
    """Return what a screen reader says of the button that tries a password."""
    return tr("{action}: {place}").format(action=OPEN, place=place)


def found_so_far(count: int) -> str:
    """Return the count that grows."""
    return tr("%n image(s) found", "", count) if count else STARTING


def files_seen(count: int) -> str:
    """Return how many files were looked at."""
    return tr("%n file(s) looked at", "", count)


def exam_line(title: str, date: str) -> str:
    """Return one exam."""
    return tr("{title}, {date}", "an exam").format(title=title, date=date)


def exam_count(count: int, *, is_growing: bool) -> str:
    """Return the images of an exam."""
    return tr("%n image(s), still counting", "", count) if is_growing else images(count)


def stop_name(place: str) -> str:
    """Return what a screen reader says of the stop button."""
    return tr("{action}: {place}").format(action=STOP, place=place)


def remove_name(place: str) -> str:
    """Return what a screen reader says of the button that takes a place off the list."""
    return tr("{action}: {place}").format(action=REMOVE, place=place)


def again_name(place: str) -> str:
    """Return what a screen reader says of the button that reads once more."""
    return tr("{action}: {place}").format(action=AGAIN, place=place)


def problems_line(count: int) -> str:
    """Say that something could not be read as it should."""
    return tr("%n file(s) could not be read as it (they) should. Check shows more.", "", count)


def same_place(place: str) -> Trouble:
    """Say that a place is on the list already."""
    return Trouble(
        tr("{place} is on the list already.").format(place=place), tr("Please choose another folder or disc.")
    )


def resume_text(case_number: str, count: int) -> str:
    """Return what is waiting."""
    kept = tr("%n image(s) is (are) kept on this computer and can be sent on.", "", count)
    return tr("Case {number}: {kept}").format(number=case_number, kept=kept) if case_number else kept
