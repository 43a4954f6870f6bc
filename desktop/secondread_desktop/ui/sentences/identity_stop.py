"""The words of the stop where the typed name, birth date or sex is not the one in the images."""

from secondread_desktop.core.identity_stop import LEAST_WRITTEN, Compared, Reason
from secondread_desktop.ui.language import QT_TR_NOOP, tr
from secondread_desktop.ui.sentences.about_you import SEXES
from secondread_shared.intake import Sex

TITLE = tr("Are these the right images?")
IN_THE_IMAGES = tr("In the images")
YOU_TYPED = tr("You typed")
NAME, BIRTH_DATE, SEX = tr("Name"), tr("Date of birth"), tr("Sex")
NONE_THERE = tr("not in the images")
DIFFERS = tr("different")
WHAT_NOW = tr("What would you like to do?")
CORRECT = tr("Correct what I typed")
CORRECT_TEXT = tr("A letter, the order of the names, the date or the sex is not quite right in the form.")
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
_REASONS_FOR_SEX = (
    QT_TR_NOOP("The hospital made a mistake in the sex"),
    QT_TR_NOOP("The entry of the sex has changed"),
)
REASONS = tuple(tr(reason) for reason in _REASONS)
REASONS_FOR_SEX = tuple(tr(reason) for reason in _REASONS_FOR_SEX)
ON_RECORD = dict(zip((*REASONS, *REASONS_FOR_SEX), (*_REASONS, *_REASONS_FOR_SEX), strict=True))
_SEXES = {"F": SEXES[Sex.FEMALE], "M": SEXES[Sex.MALE], "O": SEXES[Sex.OTHER]}
OTHER_REASON = tr("Another reason")
WRITE = tr("Write the reason")
GO_ON = tr("It is the same person")
FIRST_CHOOSE = tr("First choose a reason above")
FIRST_WRITE = tr("First write the reason above")
AGREES = "Name and birth date as typed agree with every image that was chosen from this disc of several people."
_MORE = tr("(at least %n letter(s))", "", LEAST_WRITTEN)
_SAFE = tr("Nothing has been sent. Sometimes a disc holds the images of somebody else.")


# What differs: name, birth date, sex.
_TITLES = {
    (True, True, True): tr("The name, the date of birth and the sex in the images are not the ones you typed."),
    (True, True, False): tr("The name and the date of birth in the images are not the ones you typed."),
    (True, False, True): tr("The name and the sex in the images are not the ones you typed."),
    (False, True, True): tr("The date of birth and the sex in the images are not the ones you typed."),
    (True, False, False): tr("The name in the images is not quite the one you typed."),
    (False, True, False): tr("The date of birth in the images is not the one you typed."),
    (False, False, True): tr("The sex in the images is not the one you typed."),
    (False, False, False): tr("Please look whose images these are: they carry no name."),
}


def title(compares: Compared) -> str:
    """Return the bold sentence: what differs."""
    if compares.reason is Reason.NONE:
        return tr("The chosen images belong to more than one person.")
    differs = compares.has_other_name, compares.has_other_birth_date, compares.has_other_sex
    if differs == (False, True, False) and compares.has_swapped_date:
        return tr("In the date of birth, day and month are the other way round in the images.")
    if differs == (True, False, False) and compares.has_unknown_name:
        return tr("The name in the images could not be compared: it is in other letters, or cannot be read.")
    return _TITLES[differs]


def reasons(compares: Compared) -> tuple[str, ...]:
    """Return the reasons that may be chosen for what differs."""
    about_sex = REASONS_FOR_SEX if compares.has_other_sex else ()
    about_name = () if about_sex and not compares.has_other_name else REASONS
    return (*about_name, *about_sex)


def sex_in_words(code: str) -> str:
    """Return PatientSex (PS3.3 C.7.1.1) in the words of the form; any other code as it stands."""
    return _SEXES.get(code, code)


def text(compares: Compared) -> str:
    """Return what it means."""
    if compares.reason is Reason.NONE:
        return tr("We can take the images of one person in one case. Nothing has been sent; please go back and choose.")
    return tr("{safe} Please compare:").format(safe=_SAFE)


def write_hint() -> str:
    """Return how much is to be written."""
    return _MORE
