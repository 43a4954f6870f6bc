"""The fields of About you, section by section, made from the rules that both sides share."""

from secondread_desktop.core.intake_form import ANSWER, DAY, MONTH, YEAR, month_number
from secondread_desktop.ui import words
from secondread_desktop.ui.sentences import about_you as said
from secondread_desktop.ui.widgets.fields import ChoiceField, Field, LineField, LinesField, PartsField, TicksField
from secondread_shared.contract import Programme
from secondread_shared.intake import RULES, Question

# What stands side by side where there is room, section by section; every field of `RULES` but the relation is here.
LAYOUT: dict[str, tuple[tuple[str, ...], ...]] = {
    said.DETAILS: (
        ("sender_name",),
        ("first_name", "last_name"),
        ("birth_date", "sex"),
        ("email",),
        ("phone",),
        ("postal_address",),
    ),
    said.QUESTION: (("subjects",), ("subject_other",), ("question",)),
    said.HEALTH: (("symptoms",), ("history",), ("anything_else",)),
}
_LINES = {"postal_address": 3, "question": 4}
_RULES = {rule.name: rule for rule in RULES}
_WIDTHS = {DAY: 64, MONTH: 0, YEAR: 88}


def field_of(name: str) -> Field:
    """Return the field of that name in `Intake`."""
    title, hint = said.FIELDS[name], said.HINTS.get(name, "")
    if name == "birth_date":
        parts = [(key, called, _WIDTHS[key]) for key, called in said.BIRTH_PARTS.items()]
        return PartsField(name, title, hint=hint, parts=parts, settle=_settled)
    if name == "sex":
        return ChoiceField(name, title, choices={str(sex): word for sex, word in said.SEXES.items()})
    if name == "subjects":
        return TicksField(name, title, hint=hint, choices={str(one): word for one, word in said.SUBJECTS.items()})
    if _RULES[name].has_lines:
        return LinesField(name, title, hint=hint, lines=_LINES.get(name, 3))
    return LineField(name, title, hint=hint)


def answer_field(question: Question) -> Field:
    """Return the field of a question of the programme's own."""
    hint = "" if question.required else said.OPTIONAL
    return LinesField(ANSWER + question.id, question.text, hint=hint, lines=2)


def all_fields(programme: Programme) -> dict[str, Field]:
    """Return every field in the form's order."""
    fields = {name: field_of(name) for rows in LAYOUT.values() for names in rows for name in names}
    return fields | {ANSWER + question.id: answer_field(question) for question in programme.questions}


def _settled(key: str, text: str) -> str:
    """Write out a month that was typed as a number or cut short, so that the person sees what was understood."""
    number = month_number(text, words.MONTHS) if key == MONTH else None
    return text if number is None else words.MONTHS[number - 1]
