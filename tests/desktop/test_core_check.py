"""The tables of Check: the tree, ticks, the roll, brightness."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondread_desktop.core.brightness import dragged
from secondread_desktop.core.catalogue import Catalogue, Found, FoundFile, Header
from secondread_desktop.core.exam_tree import may_be_one_person, people_of
from secondread_desktop.core.film_roll import Roll, Spot
from secondread_desktop.core.ticks import Tick, first_ticks, tick_of, toggled
from secondread_shared.frames.picture import Window

FILES = [FoundFile(1, (str(number),), 1, 1) for number in range(4)]
FRAMES = st.lists(st.integers(1, 9), min_size=1, max_size=9).map(tuple)


def found(number, **header):
    known = {"patient_name": "LOPEZ^MARIA", "patient_id": "1", "birth_date": "1951-03-03", "study_instance_uid": "1"}
    return Found(FILES[number], Header(**known | header))


@pytest.mark.parametrize(("ticked", "tick"), [((), Tick.NONE), ((0,), Tick.SOME), ((0, 1, 3), Tick.ALL)])
def test_a_box_shows_none_some_or_all(ticked, tick):
    assert tick_of(frozenset(FILES[:2]), frozenset(FILES[number] for number in ticked)) is tick


def test_a_press_on_a_partly_ticked_box_ticks_all_of_it():
    both = frozenset(FILES[:2])
    assert toggled(both, frozenset(FILES[1:3])) == frozenset(FILES[:3])
    assert toggled(both, frozenset(FILES[:3])) == frozenset(FILES[2:3])


def test_images_of_a_set_stand_in_the_order_of_their_numbers_and_the_rest_behind():
    catalogue = Catalogue((found(0), found(1, instance_number=10), found(2, instance_number=9)))
    (person,) = people_of(catalogue)
    assert [item.file for item in person.exams[0].sets[0].found] == [FILES[2], FILES[1], FILES[0]]


def test_exams_stand_newest_first_and_those_without_a_date_last():
    dates = ("", "2025-01-01", "2026-01-01")
    items = [found(place, study_instance_uid=str(place), study_date=date) for place, date in enumerate(dates)]
    (person,) = people_of(Catalogue(tuple(items)))
    assert [exam.date for exam in person.exams] == ["2026-01-01", "2025-01-01", ""]


def test_two_ids_of_one_name_and_birth_date_are_one_person_but_not_without_the_birth_date():
    assert len(people_of(Catalogue((found(0), found(1, patient_id="2"))))) == 1
    nobody_knows = (found(0, birth_date=""), found(1, patient_id="2", birth_date=""))
    assert len(people_of(Catalogue(nobody_knows))) == 2


def test_nothing_is_ticked_at_first_where_there_are_several_people():
    one = Catalogue((found(0), Found(FILES[3])))
    several = Catalogue((found(0), found(1, patient_name="HALE^ROBERT"), Found(FILES[3])))
    assert first_ticks(one, people_of(one)) == {FILES[0], FILES[3]}
    assert first_ticks(several, people_of(several)) == frozenset()


@pytest.mark.parametrize(
    ("other", "may_be_one"),
    [
        ({"patient_name": "LOPEZ-GARCIA^MARIA"}, True),
        ({"patient_name": ""}, True),
        ({"patient_name": "LOPEZ^MARIA", "birth_date": ""}, True),
        ({"patient_name": "HALE^ROBERT"}, False),
        ({"birth_date": "1951-03-04"}, False),
    ],
)
def test_two_people_may_be_one_where_nothing_contradicts(other, may_be_one):
    (maria,) = people_of(Catalogue((found(0),)))
    (somebody,) = people_of(Catalogue((found(1, **other),)))
    assert may_be_one_person(maria, somebody) is may_be_one
    assert may_be_one_person(somebody, maria) is may_be_one


@given(FRAMES)
def test_every_place_of_a_roll_is_one_spot_and_back(frames):
    roll = Roll(frames)
    spots = [roll.spot(place) for place in range(roll.length)]
    assert spots == [Spot(instance, frame) for instance, count in enumerate(frames) for frame in range(count)]
    assert [roll.place(spot) for spot in spots] == list(range(roll.length))


@given(FRAMES, st.integers(-5, 90), st.integers(1, 12))
def test_what_is_around_a_place_holds_it_and_stays_on_the_roll(frames, place, count):
    roll = Roll(frames)
    around = list(roll.around(roll.clamped(place), count))
    assert roll.clamped(place) in around
    assert len(around) == min(count, roll.length)
    assert 0 <= around[0] <= around[-1] < roll.length


def test_learning_that_an_instance_has_frames_moves_only_what_comes_after():
    roll = Roll((1, 1, 1)).learnt(1, 5)
    assert (roll.length, roll.spot(0), roll.spot(5), roll.spot(6)) == (7, Spot(0, 0), Spot(1, 4), Spot(2, 0))


@given(st.floats(-1e4, 1e4), st.floats(-1e4, 1e4))
def test_a_window_stays_a_window_however_far_it_is_dragged(right, down):
    window = dragged(Window(centre=40.0, width=400.0, name="Brain"), right=right, down=down)
    assert window.width >= 1.0
    assert abs(window.centre) <= 1e9
    assert window.name == ""


def test_a_drag_there_and_back_changes_nothing():
    start = Window(centre=40.0, width=400.0)
    there = dragged(start, right=0, down=30)
    assert there.centre == 80.0
    assert dragged(there, right=0, down=-30) == replace(start)
