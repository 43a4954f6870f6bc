"""The words of Find images."""

from secondread_desktop.ui.sentences.troubles import Trouble
from secondread_desktop.ui.texts import counted
from secondread_desktop.ui.words import images

TITLE = "Where are your images?"
LEAD = "Put the hospital's disc into this computer, or choose another place."
CHOOSE_TITLE = "Choose a folder or disc"
CHOOSE_TEXT = "In the disc drive, on a USB stick, or on this computer"
ADD_TITLE = "Add another disc or folder"
ADD_TEXT = "If your images came in several parts"
DROP = "You can also drag a folder to any place in this window. Nothing is sent yet."
DIALOG = "Where are the images?"
READ_DISC = "Read this disc"
IN_DRIVE = "In this computer's disc drive"
STOP = "Stop reading"
REMOVE = "Take off the list"
AGAIN = "Try again"
GO_ON = "Check these images"
NOTE_READING = "You can go on when everything has been read"
NOTE_NOTHING = "Choose a place with images first"
STARTING = "Looking for images"
STOPPED = Trouble("Reading was stopped.", "Read it once more, or take it off the list.")
RESUME = "Go on sending"
RESUME_TITLE = "There are images that have not arrived yet"
LOOKING_NAME = "Reading"


def disc_title(label: str) -> str:
    """Return the name of a disc in the drive."""
    return f"Disc {label}" if label else "A disc"


def found_so_far(count: int) -> str:
    """Return the count that grows."""
    return f"{images(count)} found" if count else STARTING


def files_seen(count: int) -> str:
    """Return how many files were looked at."""
    return f"{counted(count, 'file')} looked at"


def exam_line(title: str, date: str) -> str:
    """Return one exam."""
    return f"{title}, {date}"


def exam_count(count: int, *, is_growing: bool) -> str:
    """Return the images of an exam."""
    return f"{images(count)}, still counting" if is_growing else images(count)


def stop_name(place: str) -> str:
    """Return what a screen reader says of the stop button."""
    return f"{STOP}: {place}"


def remove_name(place: str) -> str:
    """Return what a screen reader says of the button that takes a place off the list."""
    return f"{REMOVE}: {place}"


def again_name(place: str) -> str:
    """Return what a screen reader says of the button that reads once more."""
    return f"{AGAIN}: {place}"


def nothing_found(*, files: int, documents: int, unreadable: int) -> Trouble:
    """Say what is there instead of images, and what to ask the hospital."""
    ask = (
        "Please check that this is the disc with your images. If it is, ask the hospital for a new copy: "
        "a disc with the images themselves, in the form that is called DICOM."
    )
    if not files:
        return Trouble("There are no medical images here: the place is empty.", ask)
    rest = [counted(documents, "document or picture").replace("document or pictures", "documents or pictures")]
    parts = rest if documents else []
    parts += [f"{counted(unreadable, 'file')} that could not be read"] if unreadable else []
    instead = f", among them {' and '.join(parts)}" if parts else ""
    return Trouble("There are no medical images here.", f"We looked at {counted(files, 'file')}{instead}. {ask}")


def problems_line(count: int) -> str:
    """Say that something could not be read as it should."""
    return f"{counted(count, 'file')} could not be read as it should. Check shows more."


def same_place(place: str) -> Trouble:
    """Say that a place is on the list already."""
    return Trouble(f"{place} is on the list already.", "Please choose another folder or disc.")


def resume_text(case_number: str, count: int) -> str:
    """Return what is waiting."""
    number = f"Case {case_number}: " if case_number else ""
    return f"{number}{images(count)} are kept on this computer and can be sent on."
