"""The words of the stop where the typed name or birth date is not the one in the images."""

from secondread_desktop.core.identity_stop import LEAST_WRITTEN, Compared, Reason

TITLE = "Are these the right images?"
IN_THE_IMAGES = "In the images"
YOU_TYPED = "You typed"
NAME, BIRTH_DATE = "Name", "Date of birth"
NONE_THERE = "not in the images"
DIFFERS = "different"
WHAT_NOW = "What would you like to do?"
CORRECT = "Correct what I typed"
CORRECT_TEXT = "A letter, the order of the names, or the date is not quite right in the form."
NOT_MINE = "Choose other images"
NOT_MINE_TEXT = "These are not the right images. Nothing has been sent; go back and choose others."
OTHER_DISC = "Use another disc or folder"
SAME = "It is the same person"
SAME_TEXT = "Please say why the images carry something else. Our team reads it together with the images."
WRITE_DATE = (
    "Two people can have the same name; the date of birth tells them apart. Only go on if you are certain that these "
    "images are the right person's, and write how the other date came about."
)
REASONS = (
    "The name changed, for example by marriage",
    "The name is spelled in another way, or shortened",
    "The hospital made a mistake in the name",
    "Another reason",
)
OTHER_REASON = REASONS[-1]
WRITE = "Write the reason"
GO_ON = "It is the same person, go on"
BACK = "Back to the form"
FIRST_CHOOSE = "First choose a reason above"
FIRST_WRITE = "First write the reason above"
AGREES = "Name and birth date as typed agree with every image that was chosen from this disc of several people."
_MORE = f"(at least {LEAST_WRITTEN} letters)"
_SAFE = "Nothing has been sent. Sometimes a disc holds the images of somebody else."


def title(compares: Compared) -> str:
    """Return the bold sentence: what differs."""
    if compares.reason is Reason.NONE:
        return "The chosen images belong to more than one person."
    if compares.has_other_name and compares.has_other_birth_date:
        return "The name and the date of birth in the images are not the ones you typed."
    if compares.has_other_birth_date:
        return "The date of birth in the images is not the one you typed."
    if compares.has_other_name:
        return "The name in the images is not quite the one you typed."
    return "Please look whose images these are: they carry no name."


def text(compares: Compared) -> str:
    """Return what it means."""
    if compares.reason is Reason.NONE:
        return "We can take the images of one person in one case. Nothing has been sent; please go back and choose."
    return f"{_SAFE} Please compare:"


def write_hint() -> str:
    """Return how much is to be written."""
    return _MORE
