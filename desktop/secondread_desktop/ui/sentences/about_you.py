"""The words of About you: sections, fields, what is wrong with them, reports, acknowledgements."""

from secondread_desktop.ui.conduct.visit import Whose
from secondread_desktop.ui.language import tr
from secondread_shared.consent import ConsentKind, ConsentText
from secondread_shared.intake import Sex, Subject

TITLE = tr("About you")
GO_ON = tr("Go on to payment")
DETAILS, QUESTION, HEALTH, MORE, REPORTS, AGREE = "details", "question", "health", "more", "reports", "agree"
SECTIONS = {
    DETAILS: tr("Your details"),
    QUESTION: tr("Your question"),
    HEALTH: tr("Your health"),
    MORE: tr("A few more questions"),
    REPORTS: tr("Reports you have"),
    AGREE: tr("What you agree to"),
}
CARED_FOR_SECTIONS = {DETAILS: tr("Details of the patient"), HEALTH: tr("The patient's health")}
WHAT_TO_EXPECT = tr("What to expect")
HERE = tr("here")
EXPECT = (
    tr("About ten minutes in all. What you write is kept on this computer until you send it."),
    tr("We compare the name and the date of birth with the images, so that nobody else's images are sent."),
)
NOT_KEPT = tr("What you write cannot be kept on this computer now. Please do not close the program before you send.")

WHOSE = {
    Whose.MINE: tr("You are sending your own images."),
    Whose.CARED_FOR: tr("You are sending for someone else."),
    None: tr("Whose images are these?"),
}
CHANGE = tr("Change")
ANSWERS = {Whose.MINE: tr("My own"), Whose.CARED_FOR: tr("Of someone I care for")}
CHANGE_NAMES = {
    Whose.MINE: tr("Change: I am sending images of someone I care for"),
    Whose.CARED_FOR: tr("Change: I am sending my own images"),
}

OPTIONAL = tr("(optional)")
FIELDS = {
    "relation": tr("Who sends"),
    "sender_name": tr("Your own name"),
    "first_name": tr("First name"),
    "last_name": tr("Last name"),
    "birth_date": tr("Date of birth"),
    "sex": tr("Sex"),
    "email": tr("E-mail"),
    "phone": tr("Phone"),
    "postal_address": tr("Postal address"),
    "subjects": tr("What is the opinion about?"),
    "subject_other": tr("What else is it about?"),
    "question": tr("Why do you want a second opinion, and what is your question?"),
    "symptoms": tr("Symptoms"),
    "history": tr("Illnesses, operations and treatments so far"),
    "anything_else": tr("Anything else we should know"),
}
HINTS = {
    "sender_name": tr("(you who care for the patient)"),
    "birth_date": tr("(day, month, year)"),
    "subjects": tr("(one or more)"),
    "symptoms": OPTIONAL,
    "history": OPTIONAL,
    "anything_else": OPTIONAL,
}
BIRTH_PARTS = {"birth_day": tr("day"), "birth_month": tr("month"), "birth_year": tr("year")}
SEXES = {
    Sex.FEMALE: tr("Female"),
    Sex.MALE: tr("Male"),
    Sex.OTHER: tr("Other", "sex"),
    Sex.UNKNOWN: tr("I would rather not say"),
}
SUBJECTS = {
    Subject.MAMMOGRAM: tr("Mammogram"),
    Subject.MRI: tr("MRI"),
    Subject.CT: tr("CT"),
    Subject.XRAY: tr("X-ray"),
    Subject.PET: tr("PET"),
    Subject.ULTRASOUND: tr("Ultrasound"),
    Subject.OTHER: tr("Something else"),
}

_MISSING = {
    "relation": tr("Please say whose images these are."),
    "sender_name": tr("Please write your own name, so that we know who is sending."),
    "first_name": tr("Please write the first name."),
    "last_name": tr("Please write the last name."),
    "birth_date": tr("Please write the date of birth: day, month and year."),
    "sex": tr("Please choose one; “I would rather not say” is an answer too."),
    "email": tr("Please write an e-mail address, so that our answer can reach you."),
    "phone": tr("Please write a phone number, so that we can call you if something is unclear."),
    "postal_address": tr("Please write the postal address: street, town and country."),
    "subjects": tr("Please tick at least one; “Something else” is an answer too."),
    "subject_other": tr("Please write what else it is about."),
    "question": tr("Please write what you want to know. A few words are enough."),
}
_CODES = {
    "too_long": tr("This is longer than we can take. Please shorten it a little."),
    "not_text": tr("There is a character in it that cannot be printed, perhaps from copying. Please write it by hand."),
    "not_a_choice": tr("Please choose one of the answers."),
    "not_a_date": tr("There is no such day. Please write it like 3, March, 1951, with all four digits of the year."),
    "in_the_future": tr("This day is still to come. Please look at the year again."),
    "too_long_ago": tr("This is more than 130 years ago. Please look at the year again."),
    "not_asked": tr("The programme does not ask this any more. Please look through your answers once more."),
}
_MISSING_SHORT = {
    "relation": tr("Whose images these are is not said"),
    "sex": tr("The sex is not chosen"),
    "subjects": tr("What the opinion is about is not ticked"),
    "subject_other": tr("“Something else” needs a few words"),
}
_SHORT = {
    "missing": tr("is missing"),
    "too_long": tr("is too long"),
    "not_text": tr("holds a character that cannot be printed"),
    "not_a_choice": tr("must be one of the answers"),
    "not_a_date": tr("is not a day of the calendar"),
    "in_the_future": tr("is still to come"),
    "too_long_ago": tr("is too long ago"),
    "not_an_email": tr("is not quite right"),
    "not_asked": tr("is not asked any more"),
}
_NAMED = {
    "relation": tr("Whose images these are"),
    "sender_name": tr("Your own name"),
    "first_name": tr("The first name"),
    "last_name": tr("The last name"),
    "birth_date": tr("The date of birth"),
    "sex": tr("The sex"),
    "email": tr("The e-mail address"),
    "phone": tr("The phone number"),
    "postal_address": tr("The postal address"),
    "subjects": tr("What the opinion is about"),
    "subject_other": tr("What else it is about"),
    "question": tr("Your question"),
    "symptoms": tr("The text about symptoms"),
    "history": tr("The text about illnesses"),
    "anything_else": tr("The text under “anything else”"),
}


def sentence(field: str, code: str, value: str = "") -> str:
    """Return what stands beside a field."""
    if code == "missing":
        return _MISSING.get(field, tr("Please answer this question."))
    return _email_sentence(value) if code == "not_an_email" else _CODES[code]


def line(field: str, code: str, value: str = "") -> str:
    """Return the line of the summary that leads to the field."""
    if code == "not_an_email":
        return tr("{field} {fault}", "a line of the summary").format(field=_NAMED[field], fault=_email_short(value))
    if code == "missing" and field in _MISSING_SHORT:
        return _MISSING_SHORT[field]
    named = _NAMED.get(field, tr("An answer to the programme"))
    return tr("{field} {fault}", "a line of the summary").format(field=named, fault=_SHORT[code])


def summary(count: int) -> str:
    """Return the title of the summary."""
    return tr("%n answer(s) need(s) another look", "", count)


def _ends_early(value: str) -> str:
    """Return the part after the @ if the address seems to end there too early."""
    before, _, after = value.strip().rpartition("@")
    return after if before and "@" not in before and after.isalnum() else ""


def _email_sentence(value: str) -> str:
    end = _ends_early(value)
    if end:
        return tr(
            "This address ends after “{end}”, so our answer could not reach you. "
            "Write all of it, like name@example.com."
        ).format(end=end)
    if "@" not in value:
        return tr("There is no @ in this address, so our answer could not reach you. Write it like name@example.com.")
    return tr(
        "Our answer could not reach this address. Please write one address, without spaces, like name@example.com."
    )


def _email_short(value: str) -> str:
    if _ends_early(value):
        return tr("ends too early")
    return _SHORT["not_an_email"] if "@" in value else tr("has no @")


REPORTS_LEAD = tr(
    "Reports, letters or pictures that you have as files. PDF, Word, JPEG and PNG can be sent. (optional)"
)
REPORTS_DROP = tr("Drop files anywhere on this page, or")
REPORTS_CHOOSE = tr("Choose files")
REPORTS_DIALOG = tr("Choose reports")
REPORTS_READING = tr("Looking at the files…")
REMOVE = tr("Remove")


def remove_name(name: str) -> str:
    """Return what a screen reader says of the button."""
    return tr("Remove {name}").format(name=name)


def not_a_report(name: str) -> tuple[str, str]:
    """Return why a file was not added."""
    return (
        tr("“{name}” was not added.").format(name=name),
        tr("It is not a PDF, a Word document or a picture. If it is important, please call us: we find a way."),
    )


def is_an_image(name: str) -> tuple[str, str]:
    """Return what to do with an image of an exam."""
    return (
        tr("“{name}” was not added: it is an image of an exam.").format(name=name),
        tr("Please go back to Find images and add the folder it is in."),
    )


def too_large(name: str, most: str) -> tuple[str, str]:
    """Return why a large file was not added."""
    return (
        tr("“{name}” was not added: it is too large.").format(name=name),
        tr("The programme takes files up to {most}.").format(most=most),
    )


def unreadable(name: str) -> tuple[str, str]:
    """Return why a file that cannot be opened was not added."""
    return (
        tr("“{name}” was not added: it cannot be opened.").format(name=name),
        tr("Perhaps another program holds it, or its disc was taken out. Please close that program and try again."),
    )


def there_already(name: str) -> tuple[str, str]:
    """Return that a file is on the list."""
    return (tr("“{name}” is on the list already.").format(name=name), tr("It is sent once."))


AGREE_LEAD = tr("Please read each text and tick it if you agree. Nothing is ticked for you.")
NOT_TICKED = tr("Please read this and tick it; without it we may not take your images.")


def version(text: ConsentText) -> str:
    """Return the small line below a text."""
    return tr("Version {version}").format(version=text.version)


def reading(text: ConsentText) -> str:
    """Return what a screen reader says of a text."""
    return tr("{title}, text to read").format(title=text.title)


def tick(text: ConsentText, programme: str) -> str:
    """Return the words beside the box."""
    match text.kind:
        case ConsentKind.TERMS:
            return tr("I agree to the terms and conditions.")
        case ConsentKind.PRIVACY:
            return tr("I agree to the privacy policy.")
        case ConsentKind.RIGHT_TO_SHARE:
            return tr(
                "I have the right to share this study, and I understand that it will be shared with {programme}."
            ).format(programme=programme or tr("this programme"))
        case ConsentKind.FEE:
            return tr("I understand that I will be charged {amount}").format(amount=text.version)


def tick_line(text: ConsentText) -> str:
    """Return the line of the summary that leads to a box."""
    return tr("“{title}” is not ticked").format(title=text.title)
