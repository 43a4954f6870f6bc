"""The words around the letter to the hospital: the button, the dialog, and what became of it."""

from secondread_desktop.ui.language import tr
from secondread_desktop.ui.sentences.troubles import Trouble

OFFER = tr("A letter that tells the hospital what is missing is ready. You can save it, print it and sign it.")
SAVE = tr("Save a letter to the hospital")
SAVE_AGAIN = tr("Save the letter once more")
OPEN = tr("Open the letter to print it")
DIALOG = tr("Save the letter to the hospital")
KIND = tr("PDF (*.pdf)")
FILE_NAME = tr("Letter to the hospital.pdf")
PAPER_TITLE = tr("Letter to the hospital")
SAVED = Trouble(tr("The letter is saved."), tr("Please open it, print it, write your name on it and sign it."))
NOT_SAVED = Trouble(
    tr("The letter could not be written there."), tr("Please choose another place, for example Documents.")
)
NOT_OPENED = Trouble(
    tr("The letter could not be opened here."), tr("It is saved: you can open it from where you put it.")
)


def named(action: str, place: str) -> str:
    """Return what a screen reader says of a button of one place."""
    return tr("{action}: {place}").format(action=action, place=place)
