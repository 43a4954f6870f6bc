"""The words of About you: sections, fields, what is wrong with them, reports, acknowledgements."""

from secondread_desktop.ui.conduct.visit import Whose
from secondread_shared.consent import ConsentKind, ConsentText
from secondread_shared.intake import Sex, Subject

TITLE = "About you"
GO_ON = "Go on to payment"
DETAILS, QUESTION, HEALTH, MORE, REPORTS, AGREE = "details", "question", "health", "more", "reports", "agree"
SECTIONS = {
    DETAILS: "Your details",
    QUESTION: "Your question",
    HEALTH: "Your health",
    MORE: "A few more questions",
    REPORTS: "Reports you have",
    AGREE: "What you agree to",
}
CARED_FOR_SECTIONS = {DETAILS: "Details of the patient", HEALTH: "The patient's health"}
WHAT_TO_EXPECT = "What to expect"
HERE = "here"
EXPECT = (
    "About ten minutes in all. What you write is kept on this computer until you send it.",
    "We compare the name and the date of birth with the images, so that nobody else's images are sent.",
)
NOT_KEPT = "What you write cannot be kept on this computer now. Please do not close the program before you send."

WHOSE = {
    Whose.MINE: "You are sending your own images.",
    Whose.CARED_FOR: "You are sending for someone else.",
    None: "Whose images are these?",
}
CHANGE = "Change"
ANSWERS = {Whose.MINE: "My own", Whose.CARED_FOR: "Of someone I care for"}
CHANGE_NAMES = {
    Whose.MINE: "Change: I am sending images of someone I care for",
    Whose.CARED_FOR: "Change: I am sending my own images",
}

OPTIONAL = "(optional)"
FIELDS = {
    "relation": "Who sends",
    "sender_name": "Your own name",
    "first_name": "First name",
    "last_name": "Last name",
    "birth_date": "Date of birth",
    "sex": "Sex",
    "email": "E-mail",
    "phone": "Phone",
    "postal_address": "Postal address",
    "subjects": "What is the opinion about?",
    "subject_other": "What else is it about?",
    "question": "Why do you want a second opinion, and what is your question?",
    "symptoms": "Symptoms",
    "history": "Illnesses, operations and treatments so far",
    "anything_else": "Anything else we should know",
}
HINTS = {
    "sender_name": "(you who care for the patient)",
    "birth_date": "(day, month, year)",
    "subjects": "(one or more)",
    "symptoms": OPTIONAL,
    "history": OPTIONAL,
    "anything_else": OPTIONAL,
}
BIRTH_PARTS = {"birth_day": "day", "birth_month": "month", "birth_year": "year"}
SEXES = {Sex.FEMALE: "Female", Sex.MALE: "Male", Sex.OTHER: "Other", Sex.UNKNOWN: "I would rather not say"}
SUBJECTS = {
    Subject.MAMMOGRAM: "Mammogram",
    Subject.MRI: "MRI",
    Subject.CT: "CT",
    Subject.XRAY: "X-ray",
    Subject.PET: "PET",
    Subject.ULTRASOUND: "Ultrasound",
    Subject.OTHER: "Something else",
}

_MISSING = {
    "relation": "Please say whose images these are.",
    "sender_name": "Please write your own name, so that we know who is sending.",
    "first_name": "Please write the first name.",
    "last_name": "Please write the last name.",
    "birth_date": "Please write the date of birth: day, month and year.",
    "sex": "Please choose one; “I would rather not say” is an answer too.",
    "email": "Please write an e-mail address, so that our answer can reach you.",
    "phone": "Please write a phone number, so that we can call you if something is unclear.",
    "postal_address": "Please write the postal address: street, town and country.",
    "subjects": "Please tick at least one; “Something else” is an answer too.",
    "subject_other": "Please write what else it is about.",
    "question": "Please write what you want to know. A few words are enough.",
}
_CODES = {
    "too_long": "This is longer than we can take. Please shorten it a little.",
    "not_text": "There is a character in it that cannot be printed, perhaps from copying. Please write it by hand.",
    "not_a_choice": "Please choose one of the answers.",
    "not_a_date": "There is no such day. Please write it like 3, March, 1951, with all four digits of the year.",
    "in_the_future": "This day is still to come. Please look at the year again.",
    "too_long_ago": "This is more than 130 years ago. Please look at the year again.",
    "not_asked": "The programme does not ask this any more. Please look through your answers once more.",
}
_MISSING_SHORT = {
    "relation": "Whose images these are is not said",
    "sex": "The sex is not chosen",
    "subjects": "What the opinion is about is not ticked",
    "subject_other": "“Something else” needs a few words",
}
_SHORT = {
    "missing": "is missing",
    "too_long": "is too long",
    "not_text": "holds a character that cannot be printed",
    "not_a_choice": "must be one of the answers",
    "not_a_date": "is not a day of the calendar",
    "in_the_future": "is still to come",
    "too_long_ago": "is too long ago",
    "not_an_email": "is not quite right",
    "not_asked": "is not asked any more",
}
_NAMED = {
    "relation": "Whose images these are",
    "sender_name": "Your own name",
    "first_name": "The first name",
    "last_name": "The last name",
    "birth_date": "The date of birth",
    "sex": "The sex",
    "email": "The e-mail address",
    "phone": "The phone number",
    "postal_address": "The postal address",
    "subjects": "What the opinion is about",
    "subject_other": "What else it is about",
    "question": "Your question",
    "symptoms": "The text about symptoms",
    "history": "The text about illnesses",
    "anything_else": "The text under “anything else”",
}


def sentence(field: str, code: str, value: str = "") -> str:
    """Return what stands beside a field."""
    if code == "missing":
        return _MISSING.get(field, "Please answer this question.")
    return _email_sentence(value) if code == "not_an_email" else _CODES[code]


def line(field: str, code: str, value: str = "") -> str:
    """Return the line of the summary that leads to the field."""
    if code == "not_an_email":
        return f"{_NAMED[field]} {_email_short(value)}"
    if code == "missing" and field in _MISSING_SHORT:
        return _MISSING_SHORT[field]
    return f"{_NAMED.get(field, 'An answer to the programme')} {_SHORT[code]}"


def summary(count: int) -> str:
    """Return the title of the summary."""
    return "One answer needs another look" if count == 1 else f"{count} answers need another look"


def _ends_early(value: str) -> str:
    """Return the part after the @ if the address seems to end there too early."""
    before, _, after = value.strip().rpartition("@")
    return after if before and "@" not in before and after.isalnum() else ""


def _email_sentence(value: str) -> str:
    end = _ends_early(value)
    if end:
        return (
            f"This address ends after “{end}”, so our answer could not reach you. "
            "Write all of it, like name@example.com."
        )
    if "@" not in value:
        return "There is no @ in this address, so our answer could not reach you. Write it like name@example.com."
    return "Our answer could not reach this address. Please write one address, without spaces, like name@example.com."


def _email_short(value: str) -> str:
    if _ends_early(value):
        return "ends too early"
    return _SHORT["not_an_email"] if "@" in value else "has no @"


REPORTS_LEAD = "Reports, letters or pictures that you have as files. PDF, Word, JPEG and PNG can be sent. (optional)"
REPORTS_DROP = "Drop files anywhere on this page, or"
REPORTS_CHOOSE = "Choose files"
REPORTS_DIALOG = "Choose reports"
REPORTS_READING = "Looking at the files…"
REMOVE = "Remove"


def remove_name(name: str) -> str:
    """Return what a screen reader says of the button."""
    return f"Remove {name}"


def not_a_report(name: str) -> tuple[str, str]:
    """Return why a file was not added."""
    return (
        f"“{name}” was not added.",
        "It is not a PDF, a Word document or a picture. If it is important, please call us: we find a way.",
    )


def is_an_image(name: str) -> tuple[str, str]:
    """Return what to do with an image of an exam."""
    return (
        f"“{name}” was not added: it is an image of an exam.",
        "Please go back to Find images and add the folder it is in.",
    )


def too_large(name: str, most: str) -> tuple[str, str]:
    """Return why a large file was not added."""
    return (f"“{name}” was not added: it is too large.", f"The programme takes files up to {most}.")


def unreadable(name: str) -> tuple[str, str]:
    """Return why a file that cannot be opened was not added."""
    return (
        f"“{name}” was not added: it cannot be opened.",
        "Perhaps another program holds it, or its disc was taken out. Please close that program and try again.",
    )


def there_already(name: str) -> tuple[str, str]:
    """Return that a file is on the list."""
    return (f"“{name}” is on the list already.", "It is sent once.")


AGREE_LEAD = "Please read each text and tick it if you agree. Nothing is ticked for you."
NOT_TICKED = "Please read this and tick it; without it we may not take your images."


def version(text: ConsentText) -> str:
    """Return the small line below a text."""
    return f"Version {text.version}"


def reading(text: ConsentText) -> str:
    """Return what a screen reader says of a text."""
    return f"{text.title}, text to read"


def tick(text: ConsentText, programme: str) -> str:
    """Return the words beside the box."""
    match text.kind:
        case ConsentKind.TERMS:
            return "I agree to the terms and conditions."
        case ConsentKind.PRIVACY:
            return "I agree to the privacy policy."
        case ConsentKind.RIGHT_TO_SHARE:
            return (
                "I have the right to share this study, and I understand that it will be shared with "
                f"{programme or 'this programme'}."
            )
        case ConsentKind.FEE:
            return f"I understand that I will be charged {text.version}"


def tick_line(text: ConsentText) -> str:
    """Return the line of the summary that leads to a box."""
    return f"“{text.title}” is not ticked"
