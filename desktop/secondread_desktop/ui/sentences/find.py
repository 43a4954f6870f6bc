"""The words of Find images."""

from secondread_desktop.ui.language import tr
from secondread_desktop.ui.sentences.troubles import Trouble
from secondread_desktop.ui.words import images

TITLE = tr("Where are your images?")
LEAD = tr("Put the hospital's disc into this computer, or choose another place.")
CHOOSE_TITLE = tr("Choose a folder or disc")
CHOOSE_TEXT = tr("In the disc drive, on a USB stick, or on this computer")
ADD_TITLE = tr("Add another disc or folder")
ADD_TEXT = tr("If your images came in several parts")
DROP = tr("You can also drag a folder to any place in this window. Nothing is sent yet.")
DIALOG = tr("Where are the images?")
IN_DRIVE = tr("In this computer's disc drive")
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


def disc_title(label: str) -> str:
    """Return the name of a disc in the drive."""
    return tr("Disc {label}").format(label=label) if label else tr("A disc")


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
