"""The intake form: each rule refused and allowed, each code reachable."""

import datetime

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondread_shared.intake import (
    PROBLEM_CODES,
    RULES,
    FieldProblem,
    FieldRule,
    Intake,
    Question,
    Relation,
    Sex,
    Subject,
    validate_intake,
)

TODAY = datetime.date(2026, 11, 24)
GOOD = Intake(
    relation="self",
    first_name="Maria",
    last_name="Lopez",
    birth_date="1951-03-03",
    sex="female",
    email="maria@example.org",
    phone="+1 555 0100",
    postal_address="1 Main Street\nSpringfield",
    subjects=["mri"],
    question="Is an operation needed?",
)
QUESTIONS = [
    Question("allergies", "Any allergies?", required=True, max_length=10),
    Question("referrer", "Who sent you?"),
]


def problems(*, questions=(), **changes):
    return validate_intake(msgspec.structs.replace(GOOD, **changes), questions=questions, today=TODAY)


def test_a_good_form_has_no_problem():
    assert problems() == []


CASES = [
    *[({rule.name: ""}, rule.name, "missing") for rule in RULES if rule.required],
    *[({rule.name: " "}, rule.name, "missing") for rule in RULES if rule.required],
    *[({rule.name: "x" * (rule.max_length + 1)}, rule.name, "too_long") for rule in RULES],
    *[({rule.name: "a\x00b"}, rule.name, "not_text") for rule in RULES],
    *[({rule.name: "a\nb"}, rule.name, "not_text") for rule in RULES if not rule.has_lines],
    ({"first_name": "\ud800"}, "first_name", "not_text"),
    ({"first_name": "a\u202eb"}, "first_name", "not_text"),
    ({"relation": "neighbour"}, "relation", "not_a_choice"),
    ({"sex": "F"}, "sex", "not_a_choice"),
    ({"subjects": []}, "subjects", "missing"),
    ({"subjects": ["mri", "horoscope"]}, "subjects", "not_a_choice"),
    ({"relation": "other"}, "sender_name", "missing"),
    ({"subjects": ["other"]}, "subject_other", "missing"),
    *[({"birth_date": text}, "birth_date", "not_a_date")
      for text in ("1951-3-3", "03.03.1951", "19510303", "1951-02-29", "1951-W09-6", "1951-062", "１９５１-03-03")],
    ({"birth_date": "2026-11-25"}, "birth_date", "in_the_future"),
    ({"birth_date": "1895-12-31"}, "birth_date", "too_long_ago"),
    *[({"email": text}, "email", "not_an_email")
      for text in ("maria", "maria@", "@example.org", "maria@example", "Maria <m@example.org>",
                   "m@example.org, n@x.org",
                   "m@exa mple.org", "m@example.org\r\nBcc: x@y.org", "mária@example.org")],
]  # fmt: skip


@pytest.mark.parametrize(("changes", "field", "code"), CASES)
def test_each_broken_rule_is_told_by_field_and_code(changes, field, code):
    assert FieldProblem(field, code) in problems(**changes)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_text_of_exactly_the_allowed_length_is_not_too_long(rule):
    found = problems(**{rule.name: "x" * rule.max_length})
    assert FieldProblem(rule.name, "too_long") not in found


@pytest.mark.parametrize("changes", [
    {"birth_date": TODAY.isoformat()}, {"birth_date": "1896-01-01"},
    {"relation": "other", "sender_name": "Ana Lopez"}, {"subjects": ["other"], "subject_other": "a photograph"},
    {"first_name": "José María", "last_name": "O'Brien-Łukasz"}, {"first_name": "美咲"},
    *[{"sex": sex.value} for sex in Sex], *[{"subjects": [s.value for s in Subject], "subject_other": "x"}],
])  # fmt: skip
def test_what_people_really_write_is_allowed(changes):
    assert problems(**changes) == []


@pytest.mark.parametrize(("answers", "field", "code"), [
    ({}, "answers.allergies", "missing"),
    ({"allergies": "x" * 11}, "answers.allergies", "too_long"),
    ({"allergies": "a\x07"}, "answers.allergies", "not_text"),
    ({"allergies": "none", "shoe_size": "41"}, "answers", "not_asked"),
])  # fmt: skip
def test_the_programmes_own_questions_are_judged_too(answers, field, code):
    assert problems(answers=answers, questions=QUESTIONS) == [FieldProblem(field, code)]


def test_an_optional_question_may_stay_unanswered():
    assert problems(answers={"allergies": "none\nyet"}, questions=QUESTIONS) == []


def test_every_code_is_reached_and_no_other():
    reached = {problem.code for changes, _, _ in CASES for problem in problems(**changes)}
    reached |= {problem.code for problem in problems(answers={"shoe_size": "41"}, questions=QUESTIONS)}
    assert reached == PROBLEM_CODES


def test_every_text_field_of_the_form_has_a_rule():
    texts = {field.name for field in msgspec.structs.fields(Intake) if field.type is str}
    assert texts == {rule.name for rule in RULES}


TEXTS = {rule.name: st.text(max_size=300) for rule in RULES}


@given(st.builds(Intake, **TEXTS, subjects=st.lists(st.text(max_size=20), max_size=5),
                 answers=st.dictionaries(st.text(max_size=20), st.text(max_size=50), max_size=3)))  # fmt: skip
def test_any_form_is_judged_without_an_error_and_no_value_is_repeated(intake):
    found = validate_intake(intake, questions=QUESTIONS, today=TODAY)
    known = {rule.name for rule in RULES} | {"subjects", "answers", "answers.allergies", "answers.referrer"}
    assert {problem.field for problem in found} <= known
    assert {problem.code for problem in found} <= PROBLEM_CODES


def test_a_rule_is_one_line_unless_it_says_otherwise():
    assert not FieldRule("name", required=True, max_length=1).has_lines
    assert list(Relation) == ["self", "other"]
