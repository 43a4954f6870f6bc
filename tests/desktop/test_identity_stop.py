"""When the window stops over a difference, and what the person may say about it."""

import pytest

from secondread_desktop.core.catalogue import Catalogue, Found, FoundFile, Header
from secondread_desktop.core.identity_check import Choice, compare, is_decided
from secondread_desktop.core.identity_stop import Reason, compared, distinct, is_reason_enough, sexes
from secondread_shared.intake import Intake

MARIA = ("LOPEZ^MARIA", "1951-03-03", "A1")
TYPED = Intake(first_name="Maria", last_name="Lopez", birth_date="1951-03-03")


def disc(*people):
    found = [
        Found(
            FoundFile(1, (str(number),), 1, 1),
            Header(patient_name=name, birth_date=date, patient_id=number_of, patient_sex="".join(sex)),
        )
        for number, (name, date, number_of, *sex) in enumerate(people)
    ]
    return Catalogue(found=tuple(found))


def looked_at(*people, ticked=None, typed=TYPED):
    catalogue = disc(*people)
    files = [item.file for item in catalogue.found]
    return compared(catalogue, frozenset(files if ticked is None else [files[place] for place in ticked]), typed)


@pytest.mark.parametrize(
    ("person", "must_stop", "reason"),
    [
        (MARIA, False, None),
        (("Lopez Garcia^María", "1951-03-03", "A1"), False, None),
        (("", "", "A1"), False, None),
        (("MARTINEZ^MARIA", "1951-03-03", "A1"), True, Reason.CHOSEN),
        (("LOPEZ^M", "1951-03-03", "A1"), True, Reason.CHOSEN),
        (("HALE^ROBERT", "", "A1"), True, Reason.CHOSEN),
        (("LOPEZ^MARIA", "1948-06-17", "A1"), True, Reason.WRITTEN),
        (("HALE^ROBERT", "1948-06-17", "A1"), True, Reason.WRITTEN),
    ],
)
def test_a_difference_stops_and_another_birth_date_needs_a_written_reason(person, must_stop, reason):
    compares = looked_at(person)
    assert compares.must_stop is must_stop
    if must_stop:
        assert compares.reason is reason


def test_one_person_under_two_hospital_numbers_does_not_stop_but_needs_the_reason_that_the_rule_asks_for():
    compares = looked_at(MARIA, ("Lopez^Maria", "1951-03-03", "B7"))
    assert not compares.must_stop
    assert compares.needs_reason


def test_images_of_two_people_can_only_be_chosen_again():
    compares = looked_at(MARIA, ("HALE^ROBERT", "1948-06-17", "B2"))
    assert compares.must_stop
    assert compares.reason is Reason.NONE
    assert not is_reason_enough(compares.reason, "a very good reason indeed")


def test_the_one_of_two_who_was_ticked_and_agrees_goes_on():
    compares = looked_at(MARIA, ("HALE^ROBERT", "1948-06-17", "B2"), ticked=[0])
    assert not compares.must_stop
    assert compares.needs_reason


def test_ticked_images_without_a_name_stop_where_others_are_on_the_disc():
    assert looked_at(("", "", "A1"), MARIA, ticked=[0]).must_stop


@pytest.mark.parametrize(
    ("reason", "because", "is_enough"),
    [
        (Reason.CHOSEN, "", False),
        (Reason.CHOSEN, "   ", False),
        (Reason.CHOSEN, "marriage", True),
        (Reason.WRITTEN, "yes", False),
        (Reason.WRITTEN, "  it is me  ", False),
        (Reason.WRITTEN, "The hospital mixed up day and month", True),
        (Reason.NONE, "The hospital mixed up day and month", False),
    ],
)
def test_a_reason_must_be_of_its_kind(reason, because, is_enough):
    assert is_reason_enough(reason, because) is is_enough


def test_whatever_the_window_lets_through_the_rule_beneath_lets_through():
    for people in ((MARIA,), (MARIA, ("Lopez^Maria", "1951-03-03", "B7")), (("MARTINEZ^MARIA", "1951-03-03", "A1"),)):
        compares = looked_at(*people)
        because = "a reason" if compares.needs_reason else None
        assert is_decided(compare(compares.people, TYPED), Choice(patient_chosen=True, confirmed_because=because))


@pytest.mark.parametrize(
    "other",
    [
        looked_at(("MARTINEZ^MARIA", "1951-03-03", "A1"), typed=Intake(first_name="Ann", last_name="Lopez")),
        looked_at(("MARTINEZ^MARIA", "1951-03-04", "A1")),
        looked_at(("MARTINEZ^MARIE", "1951-03-03", "A1")),
        looked_at(("MARTINEZ^MARIA", "1951-03-03", "A1"), MARIA, ticked=[0]),
    ],
)
def test_a_reason_is_about_one_comparison_alone(other):
    first = looked_at(("MARTINEZ^MARIA", "1951-03-03", "A1"))
    assert first.mark == looked_at(("MARTINEZ^MARIA", "1951-03-03", "A1")).mark
    assert first.mark != other.mark


def test_the_same_spelling_of_two_hospitals_is_shown_once():
    assert distinct(looked_at(MARIA, ("LOPEZ^MARIA", "1951-03-03", "B7")).people) == (("LOPEZ^MARIA", "1951-03-03"),)


@pytest.mark.parametrize(
    ("person", "name", "date", "sex", "swapped", "unknown"),
    [
        (("LOPEZ^MARIA", "1951-03-03", "A1"), False, False, False, False, False),
        (("LOPEZ^MARIA", "1951-03-03", "A1", "M"), False, False, True, False, False),
        (("LOPEZ^ANA", "1951-03-03", "A1", "F"), True, False, False, False, False),
        (("山田^太郎", "1951-03-03", "A1", "F"), True, False, False, False, True),
        (("LOPEZ^MARIA", "1951-12-03", "A1", "F"), False, True, False, False, False),
        (("LOPEZ^MARIA", "1951-03-12", "A1", "F"), False, True, False, True, False),
    ],
)
def test_what_differs_is_told_apart(person, name, date, sex, swapped, unknown):
    born = "1951-12-03" if swapped else "1951-03-03"
    compares = looked_at(person, typed=Intake(first_name="Maria", last_name="Lopez", birth_date=born, sex="female"))
    assert (compares.has_other_name, compares.has_other_birth_date, compares.has_other_sex) == (name, date, sex)
    assert (compares.has_swapped_date, compares.has_unknown_name) == (swapped, unknown)
    assert compares.must_stop is any((name, date, sex))


def test_another_sex_is_another_comparison():
    one, other = (Intake(first_name="Maria", last_name="Lopez", sex=sex) for sex in ("female", "male"))
    assert looked_at(MARIA, typed=one).mark != looked_at(MARIA, typed=other).mark
    assert looked_at((*MARIA, "M")).mark != looked_at((*MARIA, "F")).mark
    assert sexes(looked_at((*MARIA, "M"), (*MARIA, "F"), (*MARIA, "M")).people) == ("M", "F")


def test_twins_of_one_birth_date_can_only_be_chosen_again():
    compares = looked_at(MARIA, ("LOPEZ^ANA", "1951-03-03", "B2"))
    assert compares.must_stop
    assert compares.reason is Reason.NONE


def test_a_comparison_says_nothing_of_its_person_when_it_is_printed():
    assert "LOPEZ" not in repr(looked_at(MARIA))
