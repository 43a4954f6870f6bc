"""The words of the window's frame and of its values: steps, dates, names, kinds of exams, counts."""

import datetime
from collections.abc import Iterable

from secondread_desktop.core.journey import ORDER, Step, place_of
from secondread_desktop.core.person_names import UNREADABLE, component_groups
from secondread_desktop.ui.language import spoken, tr

STEPS = {
    Step.FIND: tr("Find images"),
    Step.CHECK: tr("Check"),
    Step.ABOUT_YOU: tr("About you"),
    Step.PAYMENT: tr("Payment"),
    Step.SEND: tr("Send"),
    Step.RECEIPT: tr("Receipt"),
}
GROUPS = {"choose": tr("Choose"), "tell": tr("Tell"), "send": tr("Send")}
MONTHS = tuple(spoken().locale.monthName(number) for number in range(1, 13))
DAYS = tuple(spoken().locale.dayName(number) for number in range(1, 8))  # from Monday
MODALITIES = {
    "MR": tr("MRI"),
    "CT": tr("CT"),
    "CR": tr("X-ray"),
    "DX": tr("X-ray"),
    "RF": tr("X-ray film"),
    "XA": tr("X-ray of vessels"),
    "MG": tr("Mammogram"),
    "US": tr("Ultrasound"),
    "PT": tr("PET"),
    "NM": tr("Nuclear medicine"),
    "SR": tr("Report"),
    "PR": tr("Reader's marks"),
    "KO": tr("Chosen images"),
    "OT": tr("Other", "kind of images"),
    "DOC": tr("Document"),
    "SC": tr("Screen pictures"),
}
WINDOW_TITLE = "SecondRead"
SECOND_OPINION = tr("Second opinion")
BACK = tr("Back")
HELP = tr("Help")
NO_NAME = tr("No name in the images")
NAME_UNREADABLE = tr("A name that cannot be read")


def window_title(page: str) -> str:
    """Return the window's title: where the person is, and never who."""
    return tr("{page} – {program}", "the title of the window").format(page=page, program=WINDOW_TITLE)


def step_name(step: Step, state: str) -> str:
    """Return what a screen reader says of a step."""
    ends = {"done": tr("done"), "now": tr("you are here"), "coming": tr("to come")}
    return tr("Step {place} of {steps}: {name}, {state}").format(
        place=place_of(step), steps=len(ORDER), name=STEPS[step], state=ends[state]
    )


def short_step(step: Step) -> str:
    """Return the steps bar of a narrow window."""
    return tr("{place} of {steps}, {name}").format(place=place_of(step), steps=len(ORDER), name=STEPS[step])


def call_us(help_line: str) -> str:
    """Return the help line."""
    return tr("Call us: {help_line}").format(help_line=help_line)


def date_in_words(iso: str) -> str:
    """Return `3 March 1951`; anything that is not a whole date as it stands."""
    try:
        date = datetime.date.fromisoformat(iso)
    except ValueError:
        return iso
    return tr("{day} {month} {year}").format(day=date.day, month=MONTHS[date.month - 1], year=date.year)


def moment_in_words(iso: str) -> str:
    """Return `Friday 27 November 2026, 14:40` in the computer's own time."""
    try:
        moment = datetime.datetime.fromisoformat(iso).astimezone()
    except ValueError:
        return iso
    return tr("{weekday} {date}, {clock}").format(
        weekday=DAYS[moment.weekday()], date=date_in_words(moment.date().isoformat()), clock=f"{moment:%H:%M}"
    )


def name_in_words(person_name: str) -> str:
    """Return a DICOM name as people write it (PS3.5 §6.2.1): given names first, affixes in their places."""
    values = [name for value in person_name.split("\\") if (name := _value_in_words(value))]
    return " / ".join(values) or (NAME_UNREADABLE if UNREADABLE in person_name else NO_NAME)


def _value_in_words(value: str) -> str:
    groups = component_groups(value)
    family, given, middle, prefix, suffix = ((groups[0] if groups else "").split("^") + [""] * 5)[:5]
    return " ".join(part.strip() for part in (prefix, given, middle, family, suffix) if part.strip())


def exam_title(description: str, modality: str) -> str:
    """Return the name of an exam or a set of images."""
    return description or MODALITIES.get(modality, modality) or tr("Exam without a name")


def exam_date(iso: str) -> str:
    """Return the date of an exam."""
    return date_in_words(iso) if iso else tr("no date")


def images(count: int) -> str:
    """Return `1 image` or `612 images`, with thousands apart."""
    return tr("%n image(s)", "", count)


def exams(count: int) -> str:
    """Return `1 exam` or `3 exams`."""
    return tr("%n exam(s)", "", count)


def sizes(count_bytes: int) -> str:
    """Return a size for people: `3.2 MB`."""
    if count_bytes < 1000:
        return tr("%n byte(s)", "", count_bytes)
    size, unit = count_bytes / 1000, "kB"
    for larger in ("MB", "GB"):
        if size >= 1000:
            size, unit = size / 1000, larger
    return f"{spoken().decimal(size)} {unit}"


def joined(parts: Iterable[str]) -> str:
    """Return `one and another`."""
    return tr(" and ").join(parts)
