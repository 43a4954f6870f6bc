"""From what a person typed to an `Intake`. Typed text is kept by field; the birth date in three, subjects as words."""

import datetime
from collections.abc import Mapping, Sequence

from secondread_shared.intake import RULES, Intake, Question, Relation, Subject

DAY, MONTH, YEAR = "birth_day", "birth_month", "birth_year"
ANSWER = "answers."
NOT_A_DATE = "?"  # something was typed, and it is no date; the rules of `shared` say so then
_FROM_ELSEWHERE = frozenset({"relation", "birth_date", "sender_name", "subject_other"})
_TYPED = tuple(rule.name for rule in RULES if rule.name not in _FROM_ELSEWHERE)


def intake_of(
    form: Mapping[str, str], *, relation: Relation | None, questions: Sequence[Question], months: Sequence[str]
) -> Intake:
    """Return the intake that the form stands for; text of fields that are not asked for stays behind."""
    subjects = subjects_of(form.get("subjects", ""))
    other = form.get("subject_other", "").strip() if Subject.OTHER in subjects else ""
    sender = form.get("sender_name", "").strip() if relation is Relation.OTHER else ""
    return Intake(
        **{name: form.get(name, "").strip() for name in _TYPED},
        relation=relation or "",
        sender_name=sender,
        birth_date=birth_date_of(form, months),
        subjects=[str(subject) for subject in subjects],
        subject_other=other,
        answers={question.id: form.get(ANSWER + question.id, "").strip() for question in questions},
    )


def subjects_of(text: str) -> tuple[Subject, ...]:
    """Return the subjects that are named, in the form's order."""
    named = set(text.split())
    return tuple(subject for subject in Subject if subject in named)


def birth_date_of(form: Mapping[str, str], months: Sequence[str]) -> str:
    """Return day, month and year as one ISO date; empty if all are, `NOT_A_DATE` if they are none."""
    day, month, year = (form.get(name, "").strip() for name in (DAY, MONTH, YEAR))
    if not (day or month or year):
        return ""
    number = month_number(month, months)
    if number is None or not (day.isdecimal() and year.isdecimal() and len(year) == 4 and len(day) <= 2):
        return NOT_A_DATE
    try:
        return datetime.date(int(year), number, int(day)).isoformat()
    except ValueError:
        return NOT_A_DATE


def month_number(text: str, months: Sequence[str]) -> int | None:
    """Return the month that a number, a name or its beginning means: `3`, `03`, `March`, `mar.`; else None."""
    typed = text.strip().rstrip(".").casefold()
    if typed.isdecimal():
        return int(typed) if len(typed) <= 2 and 1 <= int(typed) <= len(months) else None
    fitting = [number for number, name in enumerate(months, start=1) if name.casefold().startswith(typed)]
    return fitting[0] if len(typed) >= 3 and len(fitting) == 1 else None


def form_of(intake: Intake) -> dict[str, str]:
    """Return the form that gives this intake again; the month is a number, which every language reads."""
    typed = {name: str(getattr(intake, name)) for name in (*_TYPED, "sender_name", "subject_other")}
    year, month, day = (part.lstrip("0") for part in [*intake.birth_date.split("-"), "", ""][:3])
    asked = {ANSWER + question: answer for question, answer in intake.answers.items()}
    form = typed | asked | {DAY: day, MONTH: month, YEAR: year, "subjects": " ".join(intake.subjects)}
    return {name: text for name, text in form.items() if text}
