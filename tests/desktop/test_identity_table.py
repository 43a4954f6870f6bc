"""Whose images are these: the table that explains the comparison, row by row. Read `tests/support/name_rows.py`."""

import pytest

from secondread_desktop.core.catalogue import Patient
from secondread_desktop.core.identity_check import NEEDS_NOBODY, Outcome, compare, differences
from tests.support.name_rows import ROWS, Row


def patient_of(row: Row) -> Patient:
    return Patient(name=row.images, patient_id="1", birth_date=row.born, studies=(), found=(), sexes=row.sexes)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.outcome}: {row.why}")
def test_the_table_of_whose_images_these_are(row):
    assert compare([patient_of(row)], row.intake) == row.outcome, row.why


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.why)
def test_what_needs_a_person_says_what_differs_and_what_needs_nobody_says_nothing(row):
    outcome = compare([patient_of(row)], row.intake)
    assert bool(differences([patient_of(row)], row.intake)) is (outcome not in NEEDS_NOBODY)


def test_the_table_is_large_and_no_row_stands_twice():
    assert len(ROWS) >= 120
    asked = [(row.images, row.typed, row.born, row.sex, row.typed_sex, row.typed_born) for row in ROWS]
    assert len(set(asked)) == len(asked)
    assert {row.outcome for row in ROWS} == set(Outcome) - {Outcome.SEVERAL}


def test_two_people_are_several_whatever_they_are_called():
    rows = [row for row in ROWS if row.outcome == "same"][:2]
    assert compare([patient_of(row) for row in rows], rows[0].intake) is Outcome.SEVERAL
