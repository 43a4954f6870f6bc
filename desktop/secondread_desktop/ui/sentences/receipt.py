"""The words of Receipt, on the screen and on paper."""

from secondread_desktop.ui.sentences.troubles import Trouble
from secondread_desktop.ui.texts import counted
from secondread_desktop.ui.words import exams, images, moment_in_words

TITLE = "Your images have arrived"
NUMBER = "Your case number"
COPY = "Copy"
COPIED = "Copied"
COPY_NAME = "Copy the case number"
NEXT_TITLE = "What happens next"
NEXT = (
    "Our team looks through your images and accepts your case.",
    "A specialist reads them and writes your second opinion.",
    "We send you an e-mail when you can read it. It never says what is in it.",
)
WITHDRAW_BEFORE = "Changed your mind?"
WITHDRAW = "Withdraw this case"
WITHDRAW_AFTER = "Then the amount on your card is released."
WITHDRAW_AFTER_FREE = "Then nobody looks at your images any more."
SAVE = "Save the receipt (PDF)"
ANOTHER = "Send another"
ASKING = "Asking the programme for your receipt"
AGAIN = "Ask again"
NO_RECEIPT = Trouble(
    "Your images have arrived, but the receipt cannot be fetched at the moment.",
    "Please write the case number down, or ask again in a moment.",
)
WITHDRAW_QUESTION = Trouble(
    "Withdraw this case?",
    "Nobody reads your images then, and the programme deletes them. The disc stays as it is.",
)
WITHDRAW_KEEP = "Keep my case"
WITHDRAW_REALLY = "Yes, withdraw"
WITHDRAWING = "Withdrawing your case"
SAVE_DIALOG = "Save the receipt"
SAVE_KIND = "PDF (*.pdf)"
SAVED = Trouble("The receipt is saved.", "You find it where you put it, and can print it from there.")
NOT_SAVED = Trouble("The receipt could not be written there.", "Please choose another place, for example Documents.")
PAPER_TITLE = "Receipt"
PAPER_RECEIVED = "Received"
PAPER_PROMISE = "You hear from us by"
PAPER_IMAGES = "What arrived"
PAPER_SEAL = "Fingerprint of all that was sent (SHA-256)"
PAPER_HELP = "Questions"


def arrived(*, instances: int, verified: int, studies: int | None, attachments: int) -> str:
    """Return what arrived."""
    where = f", in {exams(studies)}" if studies else ""
    reports = f", with {counted(attachments, 'report')}" if attachments else ""
    return f"{verified:,} of {images(instances)} arrived and were verified{where}{reports}."


def promise(promised_by: str, hours: int) -> tuple[str, str, str]:
    """Return the promise in three parts; the middle one is bold."""
    return ("You hear from us by", moment_in_words(promised_by), f"(within {counted(hours, 'hour')}).")


def file_name(case_number: str) -> str:
    """Return the name of the file, which tells nothing about a person."""
    return f"Receipt {case_number}.pdf"


BY_ITSELF = "This window asks again by itself."
NOT_WITHDRAWN = Trouble(
    "Your case could not be withdrawn now, because the programme cannot be reached.",
    "Nothing has changed. Please check the internet connection and try again in a moment, or call us.",
)
