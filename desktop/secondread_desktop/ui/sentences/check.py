"""What the Check step says."""

from collections.abc import Sequence
from html import escape

from secondread_desktop.ui.texts import FINDINGS, counted
from secondread_desktop.ui.words import date_in_words, exams, images, name_in_words
from secondread_shared.frames.picture import Unshowable

TITLE = "Check the images"
BELONG = "These images belong to"
YES = "Yes, this is me"
CARED_FOR = "Someone I care for"
NO = "No"
CHANGE = "Change"
ANOTHER_PERSON = "Choose another person"
CHOOSE_OTHERS = "Choose other images"
NEITHER = {2: "Neither of them"}
NONE_OF_THEM = "None of them"
UNNAMED = "These images carry no name and no date of birth. Are they yours?"
UNNAMED_MEANING = "Please look at the dates and the pictures below. If you are not sure, please ask the hospital."
REFUSED = "Then these are not the right images. Nothing is sent."
REFUSED_MEANING = "Choose other images, or look whether the hospital gave you another disc. You can also call us."
ASK_AGAIN = "Ask me again"
ONE_AT_A_TIME = "We send the images of one person at a time, so nothing is ticked yet."
SEND_INSTEAD = "Send these instead"
STAY = "Leave it as it was"
SAME_PERSON = "It is the same person: send both"
SEVERAL_MEANING = "Hospitals sometimes put two people on one disc. We send only the images of the person you choose."
SOME_UNNAMED = "Some of these images carry no name. Whose do you want to send?"

EXAMS_TAB = "Exams"
LOOK_TAB = "Look at the images"
TREE_NAME = "Exams and sets of images. Space ticks, the right arrow opens an exam."
DOCUMENTS = "Documents found with the images"
UNTITLED_SET = "Set of images"
TICKED = {"all": "ticked", "some": "partly ticked", "none": "not ticked"}

FIRST_PERSON = "First choose a person above"
FIRST_ANSWER = "First answer the question above"
FIRST_TICK = "First tick at least one exam"
FIRST_OTHERS = "First choose other images"
GO_ON_DISABLED = "Go on with these images"
BACK = "Back"

DRAG = "Drag: brightness"
RESET = "Double click: reset"
READING = "One moment"
NOTHING_CHOSEN = "Choose an exam on the left to look at it."
FILM_KEYS = (
    "Arrow keys page through the images, Page Up and Page Down by ten. Shift with the arrow keys changes the "
    "brightness, Escape puts it back."
)
EARLIER = "Earlier images"
LATER = "Later images"
OFF_DISC = "This cannot be read from the disc at the moment. Is the disc still in?"
SHOW_FINDINGS = "What was found"
HIDE_FINDINGS = "Hide this"
NO_TROUBLE = "All of them could be read."

UNSHOWABLE = {
    Unshowable.NO_PIXELS: "This part of the exam holds no picture: a report, for example. It is sent all the same.",
    Unshowable.VIDEO: "This is a film, which cannot be shown here. It is sent all the same.",
    Unshowable.UNSUPPORTED: "This kind of image cannot be shown here. It is sent all the same.",
    Unshowable.DAMAGED: "This image is damaged, so it cannot be shown. It is sent all the same.",
    Unshowable.TOO_LARGE: "This image is too large to be shown here. It is sent all the same.",
    Unshowable.NO_SUCH_FRAME: "This image is not there, although its file says so. The file is sent all the same.",
}
DOCUMENT_UNSHOWABLE = {
    Unshowable.UNSUPPORTED: "This kind of document cannot be shown here. If it is ticked, it is sent all the same.",
    Unshowable.DAMAGED: "This document cannot be opened here. If it is ticked, it is sent all the same.",
    Unshowable.TOO_LARGE: "This document is too large to be shown here. If it is ticked, it is sent all the same.",
}
_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def whole_name(name: str, birth_date: str) -> str:
    """Return `MARIA LOPEZ, born 3 March 1951`."""
    return f"{name_in_words(name)}, {born(birth_date)}"


def born(birth_date: str) -> str:
    """Return `born 3 March 1951`, or that nobody knows."""
    return f"born {date_in_words(birth_date)}" if birth_date else "no date of birth"


def is_this_you(people: Sequence[tuple[str, str]], *, is_markup: bool) -> str:
    """Return the question for names and birth dates; as markup, what comes from the images is escaped."""
    return f"{_people(people, is_markup=is_markup)}. Is this you?"


def answered(people: Sequence[tuple[str, str]], *, is_me: bool) -> str:
    """Return the answered question in one line, as markup."""
    return f"{_people(people, is_markup=True)}: {'this is you' if is_me else 'someone you care for'}"


def answered_unnamed(*, is_me: bool) -> str:
    """Return the answered question about images without a name."""
    return f"{'Your own images' if is_me else 'Images of someone you care for'}, without a name"


def _people(people: Sequence[tuple[str, str]], *, is_markup: bool) -> str:
    return " and ".join(_bold(name, date) if is_markup else whole_name(name, date) for name, date in people)


def _bold(name: str, birth_date: str) -> str:
    bold_name = f"<b>{escape(name_in_words(name))}</b>"
    return f"{bold_name}, born <b>{escape(date_in_words(birth_date))}</b>" if birth_date else f"{bold_name}, {born('')}"


def several_people(count: int, *, discs: int, some_unnamed: bool) -> str:
    """Return the question whose images to send."""
    if some_unnamed:
        return SOME_UNNAMED
    number = _NUMBERS[count] if count < len(_NUMBERS) else str(count)
    where = "This disc holds" if discs == 1 else "These discs hold"
    return f"{where} images of {number} people. Whose do you want to send?"


def nobody(count: int) -> str:
    """Return the way out of that question."""
    return NEITHER.get(count, NONE_OF_THEM)


def of_another_person(wanted: str, current: str) -> str:
    """Return the question after a tick at somebody else's images."""
    return f"These images belong to {wanted}, not to {current}. What do you want to send?"


def go_on(count: int) -> str:
    """Return the primary action."""
    return f"Go on with {images(count)}"


def found(image_count: int, exam_count: int) -> str:
    """Return the completeness sentence."""
    return f"{images(image_count)} found, in {exams(exam_count)}."


def found_meaning(codes: Sequence[str], documents: int) -> str:
    """Return what that means."""
    also = f" {counted(documents, 'document')} lie beside them." if documents > 1 else ""
    also = " One document lies beside them." if documents == 1 else also
    if not codes:
        return NO_TROUBLE + also
    return f"{counted(len(codes), 'file')} of the disc could not be read as usual; see below.{also}"


def finding_line(code: str, count: int) -> str:
    """Return one line of the fold."""
    return f"{counted(count, 'file')}: {FINDINGS[code]}"


def exam_line(date: str, count: int) -> str:
    """Return the second line of an exam."""
    return f"{date} · {images(count)}"


def spoken(*parts: str) -> str:
    """Return what a screen reader says of a row."""
    return ", ".join(part for part in parts if part)


def place_of_image(instance: int, instances: int) -> str:
    """Return `Image 18 of 35` on two lines."""
    return f"Image {instance}\nof {instances}"


def place_of_frame(frame: int, frames: int) -> str:
    """Return where one is in an image that moves."""
    return f"Frame {frame}\nof {frames}"


def place_of_page(page: int, pages: int) -> str:
    """Return where one is in a document."""
    return f"Page {page}\nof {pages}"
