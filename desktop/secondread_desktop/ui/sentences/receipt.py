"""The words of Receipt, on the screen and on paper."""

from secondread_desktop.ui.language import spoken, tr
from secondread_desktop.ui.sentences.troubles import Trouble
from secondread_desktop.ui.words import moment_in_words

TITLE = tr("Your images have arrived")
NUMBER = tr("Your case number")
COPY = tr("Copy")
COPIED = tr("Copied")
COPY_NAME = tr("Copy the case number")
NEXT_TITLE = tr("What happens next")
NEXT = (
    tr("Our team looks through your images and accepts your case."),
    tr("A specialist reads them and writes your second opinion."),
    tr("We send you an e-mail when you can read it. It never says what is in it."),
)
WITHDRAW_BEFORE = tr("Changed your mind?")
WITHDRAW = tr("Withdraw this case")
WITHDRAW_AFTER = tr("Then the amount on your card is released.")
WITHDRAW_AFTER_FREE = tr("Then nobody looks at your images any more.")
SAVE = tr("Save the receipt (PDF)")
ANOTHER = tr("Send another")
ASKING = tr("Asking the programme for your receipt")
AGAIN = tr("Ask again")
NO_RECEIPT = Trouble(
    tr("Your images have arrived, but the receipt cannot be fetched at the moment."),
    tr("Please write the case number down, or ask again in a moment."),
)
WITHDRAW_QUESTION = Trouble(
    tr("Withdraw this case?"),
    tr("Nobody reads your images then, and the programme deletes them. The disc stays as it is."),
)
WITHDRAW_KEEP = tr("Keep my case")
WITHDRAW_REALLY = tr("Yes, withdraw")
WITHDRAWING = tr("Withdrawing your case")
SAVE_DIALOG = tr("Save the receipt")
SAVE_KIND = tr("PDF (*.pdf)")
SAVED = Trouble(tr("The receipt is saved."), tr("You find it where you put it, and can print it from there."))
NOT_SAVED = Trouble(
    tr("The receipt could not be written there."), tr("Please choose another place, for example Documents.")
)
PAPER_TITLE = tr("Receipt")
PAPER_RECEIVED = tr("Received")
PAPER_PROMISE = tr("You hear from us by")
PAPER_IMAGES = tr("What arrived")
PAPER_SEAL = tr("Fingerprint of all that was sent (SHA-256)")
PAPER_HELP = tr("Questions")


def arrived(*, instances: int, verified: int, studies: int | None, attachments: int) -> str:
    """Return what arrived."""
    arrived_all = tr("{verified} of %n image(s) arrived and were verified", "", instances)
    where = tr(", in %n exam(s)", "goes on a sentence", studies) if studies else ""
    reports = tr(", with %n report(s)", "goes on a sentence", attachments) if attachments else ""
    return arrived_all.format(verified=spoken().number(verified)) + f"{where}{reports}."


def promise(promised_by: str, hours: int) -> tuple[str, str, str]:
    """Return the promise in three parts; the middle one is bold."""
    return (tr("You hear from us by"), moment_in_words(promised_by), tr("(within %n hour(s)).", "", hours))


def file_name(case_number: str) -> str:
    """Return the name of the file, which tells nothing about a person."""
    return tr("Receipt {number}.pdf").format(number=case_number)


BY_ITSELF = tr("This window asks again by itself.")
NOT_WITHDRAWN = Trouble(
    tr("Your case could not be withdrawn now, because the programme cannot be reached."),
    tr("Nothing has changed. Please check the internet connection and try again in a moment, or call us."),
)
