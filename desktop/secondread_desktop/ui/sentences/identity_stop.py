"""The words of the stop where the typed name or birth date is not the one in the images."""

from secondread_desktop.core.identity_stop import LEAST_WRITTEN, Compared, Reason
from secondread_desktop.ui.language import QT_TR_NOOP, tr

TITLE = tr("Are these the right images?")
IN_THE_IMAGES = tr("In the images")
YOU_TYPED = tr("You typed")
NAME, BIRTH_DATE = tr("Name"), tr("Date of birth")
NONE_THERE = tr("not in the images")
DIFFERS = tr("different")
WHAT_NOW = tr("What would you like to do?")
CORRECT = tr("Correct what I typed")
CORRECT_TEXT = tr("A letter, the order of the names, or the date is not quite right in the form.")
NOT_MINE = tr("Choose other images")
NOT_MINE_TEXT = tr("These are not the right images. Nothing has been sent; go back and choose others.")
OTHER_DISC = tr("Use another disc or folder")
SAME = tr("It is the same person")
SAME_TEXT = tr("Please say why the images carry something else. Our team reads it together with the images.")
WRITE_DATE = tr(
    "Two people can have the same name; the date of birth tells them apart. Only go on if you are certain that these "
    "images are the right person's, and write how the other date came about."
)
# What the programme reads is English, in whatever language the person chose it.
_REASONS = (
    QT_TR_NOOP("The name changed, for example by marriage"),
    QT_TR_NOOP("The name is spelled in another way, or shortened"),
    QT_TR_NOOP("The hospital made a mistake in the name"),
)
REASONS = tuple(tr(reason) for reason in _REASONS)
ON_RECORD = dict(zip(REASONS, _REASONS, strict=True))
OTHER_REASON = tr("Another reason")
WRITE = tr("Write the reason")
GO_ON = tr("It is the same person")
FIRST_CHOOSE = tr("First choose a reason above")
FIRST_WRITE = tr("First write the reason above")
AGREES = "Name and birth date as typed agree with every image that was chosen from this disc of several people."
_MORE = tr("(at least %n letter(s))", "", LEAST_WRITTEN)
_SAFE = tr("Nothing has been sent. Sometimes a disc holds the images of somebody else.")


def title(compares: Compared) -> str:
    """Return the bold sentence: what differs."""
    if compares.reason is Reason.NONE:
        return tr("The chosen images belong to more than one person.")
    if compares.has_other_name and compares.has_other_birth_date:
        return tr("The name and the date of birth in the images are not the ones you typed.")
    if compares.has_other_birth_date:
        return tr("The date of birth in the images is not the one you typed.")
    if compares.has_other_name:
        return tr("The name in the images is not quite the one you typed.")
    return tr("Please look whose images these are: they carry no name.")


def text(compares: Compared) -> str:
    """Return what it means."""
    if compares.reason is Reason.NONE:
        return tr("We can take the images of one person in one case. Nothing has been sent; please go back and choose.")
    return tr("{safe} Please compare:").format(safe=_SAFE)


def write_hint() -> str:
    """Return how much is to be written."""
    return _MORE
