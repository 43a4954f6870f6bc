"""Whose images are these: the table of the comparison, and what decides it."""

import pytest

from secondread_desktop.core.catalogue import Catalogue, Found, FoundFile, Header, Patient, patients_of
from secondread_desktop.core.exam_tree import people_of
from secondread_desktop.core.identity_check import (
    Choice,
    Outcome,
    can_be_one_person,
    compare,
    decision,
    differences,
    is_decided,
)
from secondread_desktop.core.person_names import name_key, name_words
from secondread_desktop.core.ticks import first_ticks, owners
from secondread_shared.intake import Intake

MARIA = Intake(first_name="María", last_name="García López", birth_date="1950-01-31")


def patient(name, birth_date="1950-01-31"):
    return Patient(name=name, patient_id="1", birth_date=birth_date, studies=(), found=())


@pytest.mark.parametrize(
    ("name", "birth_date", "outcome"),
    [
        ("GARCIA LOPEZ^MARIA", "1950-01-31", Outcome.SAME),
        ("Garcia Lopez^Maria", "", Outcome.SAME),
        ("MARIA^GARCIA LOPEZ", "1950-01-31", Outcome.SAME),  # swapped
        ("García López^María^^Dr", "1950-01-31", Outcome.SAME),  # a title more
        ("GARCIA^MARIA", "1950-01-31", Outcome.SAME),  # one of two family names
        ("GARCIALOPEZ^MARIA", "1950-01-31", Outcome.SAME),  # run together
        ("山田^太郎=GARCIA LOPEZ^MARIA", "1950-01-31", Outcome.SAME),  # any component group
        ("", "1950-01-31", Outcome.SAME),  # what is empty is no difference
        ("PEREZ^MARIA", "1950-01-31", Outcome.DOUBTFUL),  # married
        ("GARCIA^M", "1950-01-31", Outcome.DOUBTFUL),  # initial
        ("GARCIA^ANA", "1950-01-31", Outcome.DIFFERENT),  # twin
        ("GARCIA LOPEZ^MARIA", "1951-01-31", Outcome.DIFFERENT),
        ("SMITH^JOHN", "1950-01-31", Outcome.DIFFERENT),
        ("SMITH^JOHN", "", Outcome.DIFFERENT),
        ("", "1951-01-31", Outcome.DIFFERENT),
        ("", "", Outcome.UNNAMED),
        ("^^^^", "", Outcome.UNNAMED),
    ],
)
def test_names_and_dates_are_compared_as_people_write_them(name, birth_date, outcome):
    assert compare([patient(name, birth_date)], MARIA) is outcome


def test_two_people_are_several():
    assert compare([patient("A^B"), patient("C^D")], MARIA) is Outcome.SEVERAL


@pytest.mark.parametrize(
    ("outcome", "choice", "decided"),
    [
        (Outcome.SAME, Choice(), True),
        (Outcome.UNNAMED, Choice(), True),
        (Outcome.DOUBTFUL, Choice(), False),
        (Outcome.DIFFERENT, Choice(patient_chosen=True), False),
        (Outcome.DIFFERENT, Choice(confirmed_because="married"), True),
        (Outcome.DIFFERENT, Choice(confirmed_because="  "), False),
        (Outcome.SEVERAL, Choice(confirmed_because="mine"), False),
        (Outcome.SEVERAL, Choice(patient_chosen=True), False),
        (Outcome.SEVERAL, Choice(patient_chosen=True, confirmed_because="mine"), True),
    ],
)
def test_several_people_need_both_flags_and_a_difference_a_reason(outcome, choice, decided):
    assert is_decided(outcome, choice) is decided


def test_the_decision_travels():
    made = decision(Outcome.DIFFERENT, Choice(patient_chosen=True, confirmed_because="maiden name"))
    assert (made.outcome, made.patient_chosen, made.confirmed_because) == ("different", True, "maiden name")


def test_what_differs_travels_as_a_code_word_and_never_as_a_value():
    made = decision(
        Outcome.DOUBTFUL, Choice(confirmed_because="clinic"), differs=differences([patient("PEREZ^MARIA")], MARIA)
    )
    assert made.differs == ["name"]
    assert differences([patient("GARCIA^MARIA"), patient("SMITH^JOHN", "1951-01-31")], MARIA) == ("name", "birth_date")


@pytest.mark.parametrize(
    ("one", "other", "can_be_one"),
    [
        ("LOPEZ^MARIA", "Lopez^M", True),
        ("LOPEZ^MARIA", "MARTINEZ^MARIA", True),
        ("SMITH^BILL", "SMITH^WILLIAM", True),
        ("LOPEZ^MARIA", "", True),
        ("LOPEZ^MARIA", "ANONYMOUS", True),
        ("Wang^XiaoDong=王^小東", "Wang^XiaoDong=王^小东", True),
        ("LOPEZ^MARIA", "LOPEZ^ANA", False),
        ("LOPEZ^MARIA", "HALE^ROBERT", False),
    ],
)
def test_one_patient_id_can_stand_for_two_people(one, other, can_be_one):
    assert can_be_one_person([patient(one), patient(other)]) is can_be_one
    assert can_be_one_person([patient(other), patient(one)]) is can_be_one


def test_two_birth_dates_are_never_one_person():
    assert not can_be_one_person([patient("LOPEZ^MARIA"), patient("LOPEZ^MARIA", "1951-01-31")])


def test_more_spellings_than_anybody_has_are_not_compared_one_by_one():
    assert not can_be_one_person([patient(f"LOPEZ^MARIA {number}") for number in range(20_000)])


def test_names_lose_case_accents_and_punctuation():
    assert name_words("O'Brien-Müller^Zoë") == {"obrien", "muller", "zoe"}
    assert name_words("Østergård Łukasz") == {"ostergard", "lukasz"}
    assert name_key("B^A") == name_key("a b") == "a b"


# --- people in the catalogue ---


def found(number, **header):
    fields = {
        "patient_name": "A^B",
        "patient_id": "1",
        "study_instance_uid": "1.1",
        "sop_instance_uid": f"1.1.{number}",
    }
    return Found(FoundFile(1, (f"IM{number}",), 10, 1), Header(**(fields | header)))


def test_an_empty_birth_date_goes_with_any():
    people = patients_of(Catalogue(found=(found(1), found(2, birth_date="1970-01-01"))))
    assert [(person.birth_date, len(person.found)) for person in people] == [("1970-01-01", 2)]


def test_two_birth_dates_are_two_people_and_the_undated_go_with_their_study():
    people = patients_of(
        Catalogue(
            found=(
                found(1, birth_date="1970-01-01"),
                found(2, birth_date="1980-01-01", study_instance_uid="1.2"),
                found(3, study_instance_uid="1.2"),
            )
        )
    )
    assert [(person.birth_date, len(person.found)) for person in people] == [("1970-01-01", 1), ("1980-01-01", 2)]


def test_an_undated_exam_of_father_or_son_is_given_to_neither():
    files = (
        found(1, birth_date="1950-01-31"),
        found(2, birth_date="1985-05-05", study_instance_uid="1.2"),
        found(3, study_instance_uid="1.3"),
    )
    catalogue = Catalogue(found=files)
    assert [person.birth_date for person in patients_of(catalogue)] == ["1950-01-31", "1985-05-05", ""]
    people = people_of(catalogue)
    assert [(person.birth_date, len(person.exams)) for person in people] == [
        ("1950-01-31", 1), ("1985-05-05", 1), ("", 1),
    ]  # fmt: skip
    assert first_ticks(catalogue, people) == frozenset()
    assert [person.birth_date for person in owners(people, frozenset({files[0].file}))] == ["1950-01-31"]


def test_another_id_is_another_person_and_another_spelling_is_not():
    people = patients_of(Catalogue(found=(found(1), found(2, patient_name="a^b"), found(3, patient_id="2"))))
    assert [len(person.found) for person in people] == [2, 1]


def test_studies_and_series_keep_the_mediums_order():
    (person,) = patients_of(
        Catalogue(found=(found(1, series_instance_uid="1.1.9"), found(2, series_instance_uid="1.1.3")))
    )
    assert [series.series_instance_uid for series in person.studies[0].series] == ["1.1.9", "1.1.3"]


@pytest.mark.parametrize(
    ("names", "count"),
    [
        (("LOPEZ^MARIA", "Lopez^Maria"), 1),
        (("ANONYMOUS", "ANONYMOUS"), 2),
        (("", ""), 2),
        (("\ufffd\ufffd^\ufffd", "\ufffd\ufffd^\ufffd"), 2),
        (("L\ufffdPEZ^MARIA", "L\ufffdPEZ^MARIA"), 2),
    ],
)
def test_two_ids_are_one_person_only_under_a_name_that_can_be_read(names, count):
    files = [
        found(number, patient_name=name, patient_id=str(number), birth_date="1950-01-31")
        for number, name in enumerate(names)
    ]
    assert len(people_of(Catalogue(found=tuple(files)))) == count


def test_two_names_of_which_nothing_can_be_read_are_not_one_person_under_one_id():
    files = [found(1, patient_name="\ufffd\ufffd"), found(2, patient_name="\ufffd^\ufffd"), found(3, patient_name="")]
    assert len(patients_of(Catalogue(found=tuple(files)))) == 3
    assert [person.is_unnamed for person in people_of(Catalogue(found=tuple(files)))] == [False, False, True]


def test_names_that_only_sound_alike_are_never_one_person_unseen():
    files = [found(1, patient_name="LI^WEI=李^伟"), found(2, patient_name="LI^WEI=黎^薇", study_instance_uid="1.9")]
    people = patients_of(Catalogue(found=tuple(files)))
    for intake in (Intake(first_name="伟", last_name="李"), Intake(first_name="Wei", last_name="Li")):
        assert compare(people, intake) is Outcome.SEVERAL
        assert compare(patients_of(Catalogue(found=tuple(files[:1]))), intake) is Outcome.SAME
    assert not can_be_one_person(people)
    assert "name" in differences(people, Intake(first_name="伟", last_name="李"))


def test_of_several_spellings_of_a_patient_the_worst_counts():
    files = [found(1, patient_name="LI^WEI"), found(2, patient_name="LI^WEI=黎^薇")]
    people = patients_of(Catalogue(found=tuple(files)))
    assert people[0].names == ("LI^WEI", "LI^WEI=黎^薇")
    assert compare(people, Intake(first_name="伟", last_name="李")) is Outcome.DIFFERENT
    assert compare(people, Intake(first_name="薇", last_name="黎")) is not Outcome.DIFFERENT


def test_the_sexes_of_all_images_of_a_person_are_kept():
    files = [found(1, patient_sex="F"), found(2), found(3, patient_sex="M"), found(4, patient_sex="F")]
    assert [person.sexes for person in patients_of(Catalogue(found=tuple(files)))] == [("F", "M")]
