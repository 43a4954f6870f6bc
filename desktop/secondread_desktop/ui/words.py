"""The words of the window's frame and of its values: steps, dates, names, kinds of exams, counts."""

import datetime

from secondread_desktop.core.journey import ORDER, Step, place_of
from secondread_desktop.core.person_names import component_groups
from secondread_desktop.ui.texts import counted

STEPS = {
    Step.FIND: "Find images",
    Step.CHECK: "Check",
    Step.ABOUT_YOU: "About you",
    Step.PAYMENT: "Payment",
    Step.SEND: "Send",
    Step.RECEIPT: "Receipt",
}
GROUPS = {"choose": "Choose", "tell": "Tell", "send": "Send"}
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MODALITIES = {
    "MR": "MRI", "CT": "CT", "CR": "X-ray", "DX": "X-ray", "RF": "X-ray film", "XA": "X-ray of vessels",
    "MG": "Mammogram", "US": "Ultrasound", "PT": "PET", "NM": "Nuclear medicine", "SR": "Report",
    "PR": "Reader's marks", "KO": "Chosen images", "OT": "Other", "DOC": "Document", "SC": "Screen pictures",
}  # fmt: skip
WINDOW_TITLE = "SecondRead"
SECOND_OPINION = "Second opinion"
BACK = "Back"
HELP = "Help"
NO_NAME = "No name in the images"


def window_title(page: str) -> str:
    """Return the window's title: where the person is, and never who."""
    return f"{page} – {WINDOW_TITLE}"


def step_name(step: Step, state: str) -> str:
    """Return what a screen reader says of a step."""
    ends = {"done": "done", "now": "you are here", "coming": "to come"}
    return f"Step {place_of(step)} of {len(ORDER)}: {STEPS[step]}, {ends[state]}"


def short_step(step: Step) -> str:
    """Return the steps bar of a narrow window."""
    return f"{place_of(step)} of {len(ORDER)}, {STEPS[step]}"


def call_us(help_line: str) -> str:
    """Return the help line."""
    return f"Call us: {help_line}"


def date_in_words(iso: str) -> str:
    """Return `3 March 1951`; anything that is not a whole date as it stands."""
    try:
        date = datetime.date.fromisoformat(iso)
    except ValueError:
        return iso
    return f"{date.day} {MONTHS[date.month - 1]} {date.year}"


def moment_in_words(iso: str) -> str:
    """Return `Friday 27 November 2026, 14:40` in the computer's own time."""
    try:
        moment = datetime.datetime.fromisoformat(iso).astimezone()
    except ValueError:
        return iso
    return f"{DAYS[moment.weekday()]} {date_in_words(moment.date().isoformat())}, {moment:%H:%M}"


def name_in_words(person_name: str) -> str:
    """Return a DICOM name as people write it (PS3.5 §6.2.1): given names first, affixes in their places."""
    groups = component_groups(person_name)
    if not groups:
        return NO_NAME
    family, given, middle, prefix, suffix = (groups[0].split("^") + [""] * 5)[:5]
    return " ".join(part.strip() for part in (prefix, given, middle, family, suffix) if part.strip())


def exam_title(description: str, modality: str) -> str:
    """Return the name of an exam or a set of images."""
    return description or MODALITIES.get(modality, modality) or "Exam without a name"


def exam_date(iso: str) -> str:
    """Return the date of an exam."""
    return date_in_words(iso) if iso else "no date"


def images(count: int) -> str:
    """Return `1 image` or `612 images`, with thousands apart."""
    return counted(count, "image") if count < 1000 else f"{count:,} images"


def exams(count: int) -> str:
    """Return `1 exam` or `3 exams`."""
    return counted(count, "exam")
