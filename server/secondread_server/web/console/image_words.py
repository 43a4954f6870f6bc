"""The console's words about images: exams, sets of images, whose they are, and why one cannot be shown."""

import datetime

from secondread_server.core.image_identity import Finding, Person, compare, is_other_sex
from secondread_server.core.image_records import Exam, ImageSet
from secondread_server.core.staff_records import FindingsRecord, QueueEntry
from secondread_server.web.console.words import birth_date, date
from secondread_shared.frames.picture import Unshowable
from secondread_shared.intake import Intake
from secondread_shared.person_names import UNREADABLE, component_groups

People = tuple[Person, ...]
_SEXES = {"F": "female", "M": "male", "O": "other"}  # PS3.3 C.7.1.1
MODALITIES = {
    "CT": "CT", "MR": "MRI", "MG": "Mammogram", "DX": "X-ray", "CR": "X-ray", "PT": "PET", "US": "Ultrasound",
    "XA": "Angiogram", "RF": "Fluoroscopy", "NM": "Nuclear medicine", "OT": "Other images", "SC": "Other images",
    "SR": "Report", "DOC": "Document", "KO": "List of key images", "PR": "Way of showing",
}  # fmt: skip
IDENTITY = {
    "same": ("ok", "Name and birth date in the images agree with the form."),
    "doubtful": ("warn", "The name in the images is close to the form's, but not the same. Compare before you accept."),
    "different": ("bad", "The images carry another name or birth date than the form. Compare before you accept."),
    "several": ("warn", "The disc held images of more than one person. The sender chose whose to send."),
    "unnamed": ("note", "The images carry no name, so nothing could be compared with the form."),
}
BECAUSE_NOTHING = ("note", "The sender's program did not say whether the name agrees with the form.")
_LOOK = "Compare before you accept."
WINDOWS: dict[str, tuple[tuple[str, int, int], ...]] = {
    "CT": (("Brain", 40, 80), ("Soft tissue", 40, 400), ("Lung", -600, 1500), ("Bone", 480, 2500)),
}  # name, centre and width in Hounsfield units
_KEPT = "It is kept, and it is in the ZIP of the case."
UNSHOWN = {
    Unshowable.NO_PIXELS: f"This is no picture but a report or a measurement. {_KEPT}",
    Unshowable.PRESENTATION: f"These are marks and settings for other pictures; they are not applied here. {_KEPT}",
    Unshowable.ELSEWHERE: f"The file only names a server that has the picture; the picture is not in it. {_KEPT}",
    Unshowable.VIDEO: f"This is a video, which is not played here. {_KEPT}",
    Unshowable.UNSUPPORTED: f"This picture is packed in a way that cannot be opened here. {_KEPT}",
    Unshowable.DAMAGED: f"This picture is damaged: it could not be drawn. {_KEPT}",
    Unshowable.TOO_LARGE: f"This picture is too large to be drawn here. {_KEPT}",
    Unshowable.NO_SUCH_FRAME: "The file says that it holds more pictures than there are in it.",
}
GONE = "This image is not in the store any more, so it cannot be shown. Tell whoever runs this receiver."
WINDOW_UNUSABLE = "This window cannot be used: both numbers are needed, and a width above nothing."


def person_name(name: str) -> str:
    """Return a PN as `LOPEZ, MARIA` (PS3.5 §6.2.1: family name, then the given ones)."""
    groups = component_groups(name.replace("\\", " / "))
    parts = [" ".join(part.split()) for part in groups[0].split("^")] if groups else []
    family, rest = parts[:1], [part for part in parts[1:3] if part]
    return ", ".join(filter(None, [*family, " ".join(rest)])).upper()


def exam_title(exam: Exam) -> str:
    """Return what an exam is called on the machine that made it, or what it is made of."""
    if exam.header.study_description:
        return exam.header.study_description
    kinds = [MODALITIES.get(one.header.modality, one.header.modality or "Images") for one in exam.sets]
    return " and ".join(dict.fromkeys(kinds))


def exam_place(exam: Exam) -> str:
    """Return when and where an exam was made, `12 November 2026, Riverside Hospital`."""
    return ", ".join(filter(None, (day(exam.header.study_date), exam.header.institution)))


def set_title(images: ImageSet) -> str:
    """Return what a set of images is called, or its number."""
    return images.header.series_description or f"Set {images.number}"


def set_kind(images: ImageSet) -> str:
    """Return what a set is of: `MRI, 5 mm`."""
    kind = MODALITIES.get(images.header.modality, images.header.modality or "unknown kind")
    return ", ".join(filter(None, (kind, thickness(images))))


def thickness(images: ImageSet) -> str:
    """Return the thickness of a set's slices, `5 mm`."""
    return f"{images.header.slice_mm:.3g} mm" if images.header.slice_mm else ""


def day(text: str) -> str:
    """Return an ISO date in words; one that does not exist as it stands."""
    try:
        return date(datetime.date.fromisoformat(text)) if text else ""
    except ValueError:
        return text


def identity(entry: QueueEntry, people: People, told: FindingsRecord) -> tuple[str, str]:
    """Return how it looks and what is said of whose images these are: from the images, else from the sender's word."""
    if entry.intake is None:
        return "note", "There is no form to compare the images with."
    finding = compare(people, entry.intake)
    if finding is Finding.UNNAMED:
        return IDENTITY.get(told.identity_outcome or "", BECAUSE_NOTHING)
    form = _person(Person(f"{entry.intake.last_name}^{entry.intake.first_name}", entry.intake.birth_date))
    sexes = _sexes(people, entry.intake)
    said = {
        Finding.SAME: ("ok", "Name and birth date agree with the form."),
        Finding.NAME_ONLY: ("ok", "The name agrees with the form; the images carry no birth date."),
        Finding.DATE_ONLY: ("note", "The birth date agrees with the form; the images carry no name."),
        Finding.DOUBTFUL: ("warn", f"The images say {_list(people)}, the form {form}: not quite that.{sexes} {_LOOK}"),
        Finding.DIFFERENT: ("bad", f"The images belong to {_list(people)}. The form is of {form}.{sexes} {_LOOK}"),
        Finding.SEVERAL: ("bad", f"The images are of several people: {_list(people)}. The form is of {form}. {_LOOK}"),
    }  # fmt: skip
    return said[finding]


def _sexes(people: People, form: Intake) -> str:
    """Return a sentence where the sex in the images is not the form's."""
    if not is_other_sex(people, form):
        return ""
    found = dict.fromkeys(_SEXES.get(sex, sex) for person in people for sex in person.sexes)
    return f" The sex in the images is {' and '.join(found)}; the form says {form.sex}."


def _person(person: Person) -> str:
    name, born, _ = person
    nobody = "somebody whose name cannot be read" if UNREADABLE in name else "somebody without a name"
    return f"{person_name(name) or nobody}, " + (f"born {birth_date(born)}" if born else "no birth date")


def _list(people: People) -> str:
    more = [f"and {len(people) - 5} more"] if len(people) > 5 else []
    return "; ".join([_person(one) for one in people[:5]] + more)
