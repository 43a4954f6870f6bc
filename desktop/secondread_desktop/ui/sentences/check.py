"""What the Check step says."""

from collections.abc import Sequence
from html import escape

from secondread_desktop.ui.language import tr
from secondread_desktop.ui.words import date_in_words, images, joined, name_in_words
from secondread_shared.frames.picture import Unshowable

TITLE = tr("Check the images")
BELONG = tr("These images belong to")
YES = tr("Yes, this is me")
CARED_FOR = tr("Someone I care for")
NO = tr("No")
CHANGE = tr("Change")
ANOTHER_PERSON = tr("Choose another person")
CHOOSE_OTHERS = tr("Choose other images")
NEITHER = {2: tr("Neither of them")}
NONE_OF_THEM = tr("None of them")
UNNAMED = tr("These images carry no name and no date of birth. Are they yours?")
UNNAMED_MEANING = tr("Please look at the dates and the pictures below. If you are not sure, please ask the hospital.")
REFUSED = tr("Then these are not the right images. Nothing is sent.")
REFUSED_MEANING = tr("Choose other images, or look whether the hospital gave you another disc. You can also call us.")
ASK_AGAIN = tr("Ask me again")
ONE_AT_A_TIME = tr("We send the images of one person at a time, so nothing is ticked yet.")
SEND_INSTEAD = tr("Send these instead")
STAY = tr("Leave it as it was")
SAME_PERSON = tr("It is the same person: send both")
SEVERAL_MEANING = tr(
    "Hospitals sometimes put two people on one disc. We send only the images of the person you choose."
)
SOME_UNNAMED = tr("Some of these images carry no name. Whose do you want to send?")

EXAMS_TAB = tr("Exams")
LOOK_TAB = tr("Look at the images")
TREE_NAME = tr("Exams and sets of images. Space ticks, the right arrow opens an exam.")
DOCUMENTS = tr("Documents found with the images")
UNTITLED_SET = tr("Set of images")
TICKED = {"all": tr("ticked"), "some": tr("partly ticked"), "none": tr("not ticked")}

FIRST_PERSON = tr("First choose a person above")
FIRST_ANSWER = tr("First answer the question above")
FIRST_TICK = tr("First tick at least one exam")
FIRST_OTHERS = tr("First choose other images")
GO_ON_DISABLED = tr("Go on with these images")
BACK = tr("Back")

DRAG = tr("Drag: brightness")
RESET = tr("Double click: reset")
READING = tr("One moment")
NOTHING_CHOSEN = tr("Choose an exam on the left to look at it.")
FILM_KEYS = tr(
    "Arrow keys page through the images, Page Up and Page Down by ten. Shift with the arrow keys changes the "
    "brightness, Escape puts it back."
)
EARLIER = tr("Earlier images")
LATER = tr("Later images")
OFF_DISC = tr("This cannot be read from the disc at the moment. Is the disc still in?")
SHOW_FINDINGS = tr("What was found")
HIDE_FINDINGS = tr("Hide this")

UNSHOWABLE = {
    Unshowable.NO_PIXELS: tr("This part of the exam holds no picture: a report, for example. It is sent all the same."),
    Unshowable.PRESENTATION: tr(
        "These are marks and settings that a doctor made for other images. They are not applied here. They are sent "
        "all the same."
    ),
    Unshowable.ELSEWHERE: tr(
        "The picture itself is not on the disc: this file only says where the hospital keeps it. Please ask the "
        "hospital for a disc with the picture on it. This file is sent all the same."
    ),
    Unshowable.VIDEO: tr("This is a film, which cannot be shown here. It is sent all the same."),
    Unshowable.UNSUPPORTED: tr("This kind of image cannot be shown here. It is sent all the same."),
    Unshowable.DAMAGED: tr("This image is damaged, so it cannot be shown. It is sent all the same."),
    Unshowable.TOO_LARGE: tr("This image is too large to be shown here. It is sent all the same."),
    Unshowable.NO_SUCH_FRAME: tr("This image is not there, although its file says so. The file is sent all the same."),
}
DOCUMENT_UNSHOWABLE = {
    Unshowable.UNSUPPORTED: tr("This kind of document cannot be shown here. If it is ticked, it is sent all the same."),
    Unshowable.DAMAGED: tr("This document cannot be opened here. If it is ticked, it is sent all the same."),
    Unshowable.TOO_LARGE: tr("This document is too large to be shown here. If it is ticked, it is sent all the same."),
}
_NUMBERS = (
    tr("no"),
    tr("one"),
    tr("two"),
    tr("three"),
    tr("four"),
    tr("five"),
    tr("six"),
    tr("seven"),
    tr("eight"),
    tr("nine"),
)


def whole_name(name: str, birth_date: str) -> str:
    """Return `MARIA LOPEZ, born 3 March 1951`."""
    return tr("{name}, {born}", "a person").format(name=name_in_words(name), born=born(birth_date))


def born(birth_date: str) -> str:
    """Return `born 3 March 1951`, or that nobody knows."""
    return tr("born {date}").format(date=date_in_words(birth_date)) if birth_date else tr("no date of birth")


def is_this_you(people: Sequence[tuple[str, str]], *, is_markup: bool) -> str:
    """Return the question for names and birth dates; as markup, what comes from the images is escaped."""
    return tr("{people}. Is this you?").format(people=_people(people, is_markup=is_markup))


def answered(people: Sequence[tuple[str, str]], *, is_me: bool) -> str:
    """Return the answered question in one line, as markup."""
    said = tr("{people}: this is you") if is_me else tr("{people}: someone you care for")
    return said.format(people=_people(people, is_markup=True))


def answered_unnamed(*, is_me: bool) -> str:
    """Return the answered question about images without a name."""
    return tr("Your own images, without a name") if is_me else tr("Images of someone you care for, without a name")


def _people(people: Sequence[tuple[str, str]], *, is_markup: bool) -> str:
    return joined(_bold(name, date) if is_markup else whole_name(name, date) for name, date in people)


def _bold(name: str, birth_date: str) -> str:
    bold_name = f"<b>{escape(name_in_words(name))}</b>"
    bold_date = tr("born {date}").format(date=f"<b>{escape(date_in_words(birth_date))}</b>") if birth_date else born("")
    return tr("{name}, {born}", "a person").format(name=bold_name, born=bold_date)


def several_people(count: int, *, discs: int, some_unnamed: bool) -> str:
    """Return the question whose images to send."""
    if some_unnamed:
        return SOME_UNNAMED
    number = _NUMBERS[count] if count < len(_NUMBERS) else str(count)
    said = (
        tr("This disc holds images of {number} people. Whose do you want to send?")
        if discs == 1
        else tr("These discs hold images of {number} people. Whose do you want to send?")
    )
    return said.format(number=number)


def nobody(count: int) -> str:
    """Return the way out of that question."""
    return NEITHER.get(count, NONE_OF_THEM)


def of_another_person(wanted: str, current: str) -> str:
    """Return the question after a tick at somebody else's images."""
    return tr("These images belong to {wanted}, not to {current}. What do you want to send?").format(
        wanted=wanted, current=current
    )


def go_on(count: int) -> str:
    """Return the primary action."""
    return tr("Go on with %n image(s)", "", count)


def exam_line(date: str, count: int) -> str:
    """Return the second line of an exam."""
    return f"{date} · {images(count)}"


def spoken(*parts: str) -> str:
    """Return what a screen reader says of a row."""
    return ", ".join(part for part in parts if part)


def place_of_image(instance: int, instances: int) -> str:
    """Return `Image 18 of 35` on two lines."""
    return tr("Image {number}\nof {total}").format(number=instance, total=instances)


def place_of_frame(frame: int, frames: int) -> str:
    """Return where one is in an image that moves."""
    return tr("Frame {number}\nof {total}").format(number=frame, total=frames)


def place_of_page(page: int, pages: int) -> str:
    """Return where one is in a document."""
    return tr("Page {number}\nof {total}").format(number=page, total=pages)
