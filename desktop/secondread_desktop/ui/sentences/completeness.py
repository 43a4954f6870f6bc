"""What Check says of the images being all there."""

from collections.abc import Sequence

from secondread_desktop.ui.language import tr
from secondread_desktop.ui.texts import FINDINGS
from secondread_desktop.ui.words import exam_date, images

NO_TROUBLE = tr("All of them could be read.")
AS_NAMED = tr("They are the ones that the disc's own list names.")
ASK_HOSPITAL = tr("You can send what is there, and ask the hospital for the rest.")
NO_DESCRIPTION = tr("an exam without a title")


def found(image_count: int, total: int | None, exam_count: int) -> str:
    """Return the completeness sentence; `total` is how many there should be, if a list on the disc says so."""
    if total is None:
        return tr("{images} found, in %n exam(s).", "", exam_count).format(images=images(image_count))
    return tr("{found} of {images} found, in %n exam(s).", "", exam_count).format(
        found=image_count, images=images(total)
    )


def missing(count: int, exams: Sequence[str], *, more: int = 0) -> str:
    """Return what is missing, by exam; of `more` exams only the number is told."""
    said = tr("%n image(s) that the disc's own list names is/are not on it: {exams}.", "", count)
    others = [tr("%n more exam(s)", "after exams of which images are missing", more)] if more > 0 else []
    return said.format(exams="; ".join([*exams, *others]))


def missing_exam(date: str, description: str, *, count: int, named: int) -> str:
    """Return one exam of which images are missing: `12 November 2026, CT OF THE HEAD (12 of 40)`."""
    return tr("{date}, {title} ({count} of {total})", "an exam of which images are missing").format(
        date=exam_date(date), title=description or NO_DESCRIPTION, count=count, total=named
    )


def unlike(count: int) -> str:
    """Return how many files could not be taken as they should."""
    return tr("%n file(s) of the disc could not be read as usual; see below.", "", count)


def gaps(count: int) -> str:
    """Return in how many sets of images numbers are left out."""
    return tr("In %n set(s) of images some numbers are left out; see below.", "", count)


def gap_line(title: str, numbers: str) -> str:
    """Return one line of the fold about a set of images with left out numbers."""
    return tr(
        "{title}: there is no image number {numbers}. This may be as the hospital meant it; if in doubt, ask there."
    ).format(title=title, numbers=numbers)


def copies(count: int) -> str:
    """Return how many images lie twice on the discs."""
    return tr("%n image(s) lie(s) twice on the disc. Each is sent once.", "", count)


def misplaced(count: int) -> str:
    """Return how many images the disc's list looks for elsewhere."""
    return tr("%n image(s) lie(s) elsewhere than the disc's own list says, and was/were found all the same.", "", count)


def extra(count: int) -> str:
    """Return how many images the disc's list forgot."""
    return tr("%n image(s) is/are not in the disc's own list, and was/were found all the same.", "", count)


def documents(count: int) -> str:
    """Return how many documents lie beside the images."""
    return tr("%n document(s) lie(s) beside them.", "", count)


def finding_line(code: str, count: int) -> str:
    """Return one line of the fold."""
    return tr("%n file(s): {finding}", "", count).format(finding=tr(FINDINGS[code]))
