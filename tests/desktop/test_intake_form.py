"""From typed text to an `Intake`: dates as people write them, and nothing that was not asked for."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondread_desktop.core.intake_form import NOT_A_DATE, birth_date_of, intake_of, month_number
from secondread_desktop.ui.words import MONTHS
from secondread_shared.intake import Question, Relation, validate_intake


def typed(day="3", month="March", year="1951"):
    return birth_date_of({"birth_day": day, "birth_month": month, "birth_year": year}, MONTHS)


@pytest.mark.parametrize("month", ["March", "march", "MARCH", "Mar", "mar.", "3", "03", " March "])
def test_a_month_may_be_a_word_its_beginning_or_a_number(month):
    assert typed(month=month) == "1951-03-03"


@pytest.mark.parametrize("month", ["", "Ma", "Mrach", "13", "0", "Ju", "003", "-3", "²"])
def test_what_is_no_month_is_no_date(month):
    assert typed(month=month) == NOT_A_DATE


@pytest.mark.parametrize(
    ("day", "year"), [("31", "51"), ("", "1951"), ("x", "1951"), ("3", ""), ("003", "1951"), ("٣", "9999999")]
)
def test_a_date_that_is_not_whole_is_no_date(day, year):
    assert typed(day=day, year=year) == NOT_A_DATE


@pytest.mark.parametrize(
    ("day", "month", "year"),
    [("30", "February", "1951"), ("29", "Feb", "1951"), ("0", "May", "1951"), ("1", "1", "0000")],
)
def test_a_day_that_no_calendar_has_is_no_date(day, month, year):
    assert typed(day, month, year) == NOT_A_DATE


def test_nothing_typed_is_no_answer_rather_than_a_wrong_one():
    assert typed("", " ", "") == ""


@given(st.dates(datetime.date(1900, 1, 1), datetime.date(2100, 1, 1)), st.booleans())
def test_every_day_written_out_is_that_day(date, is_word):
    month = MONTHS[date.month - 1] if is_word else str(date.month)
    assert typed(str(date.day), month, f"{date.year:04}") == date.isoformat()


@given(st.text(max_size=12))
def test_no_text_is_a_month_by_accident(text):
    number = month_number(text, MONTHS)
    assert number is None or 1 <= number <= 12


def test_what_is_no_longer_asked_for_stays_behind():
    form = {
        "subjects": "mri",
        "subject_other": "a secret",
        "sender_name": "Ann",
        "answers.old": "x",
        "answers.q": " y ",
    }
    intake = intake_of(form, relation=Relation.SELF, questions=[Question("q", "Why?")], months=MONTHS)
    assert (intake.subject_other, intake.sender_name, intake.answers) == ("", "", {"q": "y"})
    intake = intake_of(form | {"subjects": "other mri"}, relation=Relation.OTHER, questions=[], months=MONTHS)
    assert (intake.subjects, intake.subject_other, intake.sender_name) == (["mri", "other"], "a secret", "Ann")


def test_a_date_that_is_none_is_told_once_as_a_date():
    intake = intake_of({"birth_day": "31", "birth_month": "x"}, relation=None, questions=[], months=MONTHS)
    found = validate_intake(intake, questions=[], today=datetime.date(2026, 1, 1))
    assert [problem.code for problem in found if problem.field == "birth_date"] == ["not_a_date"]
