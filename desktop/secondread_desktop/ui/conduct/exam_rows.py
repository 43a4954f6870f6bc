"""The tree of Check as rows for the screen, and what each row stands for."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from secondread_desktop.core.catalogue import Catalogue
from secondread_desktop.core.exam_tree import Exam, ImageSet, Person
from secondread_desktop.core.safe_paths import shown
from secondread_desktop.core.ticks import Files
from secondread_desktop.ui import words
from secondread_desktop.ui.conduct.looking import Target
from secondread_desktop.ui.language import spoken
from secondread_desktop.ui.sentences import check as sentences
from secondread_desktop.ui.widgets.exam_row import ExamRow

DOCUMENTS = "documents"


@dataclass(slots=True)
class ExamRows:
    """Rows; by their keys the files behind a box, whose they are, and what there is to look at."""

    rows: list[ExamRow] = field(default_factory=list)
    files: dict[str, Files] = field(default_factory=dict, repr=False)
    people: dict[str, Person] = field(default_factory=dict, repr=False)
    targets: dict[str, Target] = field(default_factory=dict, repr=False)
    first: str = ""  # the row to look at first


def rows_of(people: Sequence[Person], catalogue: Catalogue) -> ExamRows:
    """Return the tree."""
    made = ExamRows()
    for number, person in enumerate(people):
        made.rows.append(_person_row(made, person, key=f"person {number}"))
    if catalogue.attachments:
        made.rows.append(_documents_row(made, catalogue))
    return made


def _person_row(made: ExamRows, person: Person, *, key: str) -> ExamRow:
    children = tuple(_exam_row(made, exam, key=f"{key} exam {number}") for number, exam in enumerate(person.exams))
    made.files[key] = person.files
    for known in [key, *(name for name in made.files if name.startswith(f"{key} "))]:
        made.people[known] = person
    name, count = words.name_in_words(person.name), words.images(len(person.files))
    said = sentences.spoken(sentences.whole_name(person.name, person.birth_date), count)
    return ExamRow(key, "person", name, count=count, spoken=said, children=children)


def _exam_row(made: ExamRows, exam: Exam, *, key: str) -> ExamRow:
    title = words.exam_title(exam.description, exam.modality)
    children = tuple(
        _set_row(made, part, key=f"{key} set {number}", exam_title=title) for number, part in enumerate(exam.sets)
    )
    made.files[key] = exam.files
    made.targets[key] = made.targets[f"{key} set {_most_telling(exam)}"]
    detail = sentences.exam_line(words.exam_date(exam.date), len(exam.files))
    said = sentences.spoken(title, words.exam_date(exam.date), words.images(len(exam.files)))
    return ExamRow(key, "exam", title, detail=detail, spoken=said, children=children)


def _set_row(made: ExamRows, part: ImageSet, *, key: str, exam_title: str) -> ExamRow:
    title = part.description or words.MODALITIES.get(part.modality, part.modality) or sentences.UNTITLED_SET
    made.files[key] = part.files
    made.targets[key] = Target(f"{exam_title}\n{title}", tuple(item.file for item in part.found))
    made.first = made.first or key
    said = sentences.spoken(title, words.images(len(part.found)))
    return ExamRow(key, "set", title, count=spoken().number(len(part.found)), spoken=said)


def _most_telling(exam: Exam) -> int:
    """Return the number of the first set that has pictures, or of the first."""
    without = {"SR", "PR", "KO", "DOC"}
    return next((number for number, part in enumerate(exam.sets) if part.modality not in without), 0)


def _documents_row(made: ExamRows, catalogue: Catalogue) -> ExamRow:
    children = []
    for number, item in enumerate(catalogue.attachments):
        key, title = f"{DOCUMENTS} {number}", shown(item.file.parts[-1:])
        made.files[key] = frozenset({item.file})
        made.targets[key] = Target(title, (item.file,), is_document=True)
        made.first = made.first or key
        children.append(ExamRow(key, "document", title))
    made.files[DOCUMENTS] = frozenset(item.file for item in catalogue.attachments)
    return ExamRow(DOCUMENTS, "heading", sentences.DOCUMENTS, count=str(len(children)), children=tuple(children))
