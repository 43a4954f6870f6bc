"""The intake form: one truth for the desktop's form and the receiver's check."""

import datetime
import re
from collections.abc import Iterable
from enum import StrEnum

import msgspec


class Relation(StrEnum):
    """Who sends: the patient, or someone who cares for the patient."""

    SELF = "self"
    OTHER = "other"


class Sex(StrEnum):
    """As PS3.3 C.7.1.1 Patient's Sex, plus unknown."""

    FEMALE = "female"
    MALE = "male"
    OTHER = "other"
    UNKNOWN = "unknown"


class Subject(StrEnum):
    """What the opinion is about."""

    MAMMOGRAM = "mammogram"
    MRI = "mri"
    CT = "ct"
    XRAY = "xray"
    PET = "pet"
    ULTRASOUND = "ultrasound"
    OTHER = "other"


class Question(msgspec.Struct, frozen=True):
    """A question of the programme's own; the answer goes into `Intake.answers` under its id."""

    id: str
    text: str
    required: bool = False
    max_length: int = 2000


class Intake(msgspec.Struct, frozen=True):
    """What the patient tells. All text is plain; dates are ISO 8601; an empty string means not told."""

    relation: str = ""
    sender_name: str = ""
    first_name: str = ""
    last_name: str = ""
    birth_date: str = ""
    sex: str = ""
    email: str = ""
    phone: str = ""
    postal_address: str = ""
    subjects: list[str] = msgspec.field(default_factory=list)
    subject_other: str = ""
    question: str = ""
    symptoms: str = ""
    history: str = ""
    anything_else: str = ""
    answers: dict[str, str] = msgspec.field(default_factory=dict)


class FieldRule(msgspec.Struct, frozen=True):
    """How one text field is judged: whether it must be there, and how many characters it may have."""

    name: str
    required: bool
    max_length: int
    has_lines: bool = False


class FieldProblem(msgspec.Struct, frozen=True):
    """What is wrong with one field. `code` is one of `PROBLEM_CODES`; the value itself is never repeated."""

    field: str
    code: str


PROBLEM_CODES = frozenset(
    {"missing", "too_long", "not_text", "not_a_choice", "not_a_date", "in_the_future", "too_long_ago",
     "not_an_email", "not_asked"}
)  # fmt: skip
RULES = (
    FieldRule("relation", required=True, max_length=16),
    FieldRule("sender_name", required=False, max_length=200),
    FieldRule("first_name", required=True, max_length=100),
    FieldRule("last_name", required=True, max_length=100),
    FieldRule("birth_date", required=True, max_length=10),
    FieldRule("sex", required=True, max_length=16),
    FieldRule("email", required=True, max_length=254),
    FieldRule("phone", required=True, max_length=40),
    FieldRule("postal_address", required=True, max_length=500, has_lines=True),
    FieldRule("subject_other", required=False, max_length=200),
    FieldRule("question", required=True, max_length=5000, has_lines=True),
    FieldRule("symptoms", required=False, max_length=5000, has_lines=True),
    FieldRule("history", required=False, max_length=10000, has_lines=True),
    FieldRule("anything_else", required=False, max_length=5000, has_lines=True),
)
# One address, no display name, no control characters: what may safely stand in a mail header (RFC 5321 §4.1.2).
_EMAIL = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]{1,63}(\.[A-Za-z0-9-]{1,63})+")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")  # `fromisoformat` alone would take 1951-W09-6 as well
_OLDEST_YEARS = 130


def validate_intake(intake: Intake, *, questions: Iterable[Question], today: datetime.date) -> list[FieldProblem]:
    """Return every problem of the form, in the form's order; an empty list means that it may be sent."""
    return [
        *_text_problems(intake),
        *_choice_problems(intake),
        *_birth_date_problems(intake.birth_date, today),
        *_email_problems(intake.email),
        *_condition_problems(intake),
        *_answer_problems(intake.answers, list(questions)),
    ]


def _text_problems(intake: Intake) -> list[FieldProblem]:
    problems = []
    for rule in RULES:
        code = _text_code(getattr(intake, rule.name), rule)
        if code:
            problems.append(FieldProblem(rule.name, code))
    return problems


def _text_code(value: str, rule: FieldRule) -> str | None:
    if rule.required and not value.strip():
        return "missing"
    if len(value) > rule.max_length:
        return "too_long"
    allowed = "\n\r\t" if rule.has_lines else ""
    if any(not character.isprintable() and character not in allowed for character in value):
        return "not_text"
    return None


def _choice_problems(intake: Intake) -> list[FieldProblem]:
    problems = []
    if intake.relation and intake.relation not in set(Relation):
        problems.append(FieldProblem("relation", "not_a_choice"))
    if intake.sex and intake.sex not in set(Sex):
        problems.append(FieldProblem("sex", "not_a_choice"))
    if not intake.subjects:
        problems.append(FieldProblem("subjects", "missing"))
    elif not set(intake.subjects) <= set(Subject):
        problems.append(FieldProblem("subjects", "not_a_choice"))
    return problems


def _birth_date_problems(value: str, today: datetime.date) -> list[FieldProblem]:
    if not value.strip():
        return []
    try:
        birth_date = datetime.date.fromisoformat(value) if _DATE.fullmatch(value) else None
    except ValueError:
        birth_date = None
    if birth_date is None:
        return [FieldProblem("birth_date", "not_a_date")]
    if birth_date > today:
        return [FieldProblem("birth_date", "in_the_future")]
    return [FieldProblem("birth_date", "too_long_ago")] if today.year - birth_date.year > _OLDEST_YEARS else []


def is_email(value: str) -> bool:
    """Tell whether `value` is one plain address, safe to stand in a mail header."""
    return len(value) <= 254 and _EMAIL.fullmatch(value) is not None


def _email_problems(value: str) -> list[FieldProblem]:
    return [FieldProblem("email", "not_an_email")] if value and not is_email(value) else []


def _condition_problems(intake: Intake) -> list[FieldProblem]:
    problems = []
    if intake.relation == Relation.OTHER and not intake.sender_name.strip():
        problems.append(FieldProblem("sender_name", "missing"))
    if Subject.OTHER in intake.subjects and not intake.subject_other.strip():
        problems.append(FieldProblem("subject_other", "missing"))
    return problems


def _answer_problems(answers: dict[str, str], questions: list[Question]) -> list[FieldProblem]:
    problems = []
    for question in questions:
        rule = FieldRule(question.id, question.required, question.max_length, has_lines=True)
        code = _text_code(answers.get(question.id, ""), rule)
        if code:
            problems.append(FieldProblem(f"answers.{question.id}", code))
    asked = {question.id for question in questions}
    if not set(answers) <= asked:
        problems.append(FieldProblem("answers", "not_asked"))
    return problems
