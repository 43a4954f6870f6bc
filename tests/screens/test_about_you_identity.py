"""The stop: typed name and birth date against the images, every way out, and reasons that do not outlive a change."""

import pytest

from tests.support.window import find, press, shown_text, spin_until, type_into

pytest.importorskip("PySide6.QtWidgets", reason="Qt's libraries are not here", exc_type=ImportError)

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from secondread_desktop.core.journey import Move
from secondread_desktop.services.case_desk import Asked
from secondread_desktop.ui import words
from secondread_desktop.ui.conduct.about_you import AboutYouConduct
from secondread_desktop.ui.conduct.told import is_ready, message_of
from secondread_desktop.ui.sentences import about_you, identity_stop
from secondread_desktop.ui.widgets.choice_dot import ChoiceDot
from secondread_shared.consent import Consent
from tests.screens.stage import FEE, MARIA, Stage, filled

MARRIED = ("MARTINEZ^MARIA", "19510303", "A1")
OTHER_DATE = ("LOPEZ^MARIA", "19480617", "A1")
A_MAN = ("LOPEZ^MARIA", "19510303", "A1", "M")
ROBERT = ("HALE^ROBERT", "19480617", "B2")


@pytest.fixture
def stage(desk, runner):
    stage = Stage(AboutYouConduct(desk, runner, choose_files=list))
    yield stage
    stage.conduct.leave()
    stage.close()


def stopped(stage, visit):
    stage.enter(visit)
    press(stage.window, about_you.GO_ON)
    assert stage.conduct.about.identity is not None
    assert stage.moves == []


def offered(stage):
    """Return the reasons that may be chosen."""
    return [dot.text() for dot in stage.window.findChildren(ChoiceDot)]


def test_name_and_sex_offer_the_reasons_of_both(stage, visit_to):
    stopped(stage, filled(visit_to(("HALE^ROBERT", "19510303", "B2", "M"))))
    assert offered(stage) == [*identity_stop.REASONS, *identity_stop.REASONS_FOR_SEX, identity_stop.OTHER_REASON]


def test_a_difference_stops_and_shows_both_side_by_side(stage, visit_to):
    stopped(stage, filled(visit_to(ROBERT)))
    told = shown_text(stage.window)
    assert "The name and the date of birth in the images are not the ones you typed." in told
    for value in ("ROBERT HALE", "17 June 1948", "Maria Lopez", "3 March 1951", "different"):
        assert value in told
    assert QApplication.focusWidget().accessibleName() == identity_stop.CORRECT


def test_another_sex_stops_and_is_shown_side_by_side(stage, visit_to):
    visit = filled(visit_to(A_MAN))
    stopped(stage, visit)
    told = shown_text(stage.window)
    assert "The sex in the images is not the one you typed." in told
    for words_of_it in (identity_stop.SEX, "Male", "Female"):
        assert words_of_it in told
    assert offered(stage) == [*identity_stop.REASONS_FOR_SEX, identity_stop.OTHER_REASON]
    press(stage.window, identity_stop.REASONS_FOR_SEX[0])
    press(stage.window, identity_stop.GO_ON)
    assert stage.moves == [Move.DETAILS_GIVEN]
    assert visit.because == "The hospital made a mistake in the sex"


def test_another_sex_is_corrected_in_its_field(stage, visit_to):
    stopped(stage, filled(visit_to(A_MAN)))
    press(stage.window, identity_stop.CORRECT)
    field = stage.conduct.about.form.fields["sex"]
    spin_until(lambda: field.isAncestorOf(QApplication.focusWidget()), what="the field has the keyboard")


def test_a_reason_does_not_survive_another_sex_in_the_form(stage, visit_to):
    visit = filled(visit_to(A_MAN))
    stopped(stage, visit)
    press(stage.window, identity_stop.REASONS_FOR_SEX[0])
    press(stage.window, identity_stop.GO_ON)
    stage.conduct.about.edited.emit("sex", "male")
    assert visit.because is None


def test_the_same_sex_is_not_shown(stage, visit_to):
    stopped(stage, filled(visit_to(("MARTINEZ^MARIA", "19510303", "A1", "F"))))
    assert identity_stop.SEX not in shown_text(stage.window).split("\n")
    assert offered(stage) == [*identity_stop.REASONS, identity_stop.OTHER_REASON]


@pytest.mark.parametrize(
    ("person", "said"),
    [
        (
            ("LOPEZ^MARIA", "19510403", "A1"),
            "In the date of birth, day and month are the other way round in the images.",
        ),
        (("LOPEZ^MARIA", "19510404", "A1"), "The date of birth in the images is not the one you typed."),
        (("LOPEZ^ANA", "19510304", "A1"), "The name in the images is not quite the one you typed."),
        (("=山田^太郎", "19510304", "A1"), "The name in the images could not be compared"),
        (("HALE^ROBERT", "19510304", "A1", "M"), "The name and the sex in the images are not the ones you typed."),
        (("LOPEZ^MARIA", "19480617", "A1", "M"), "The date of birth and the sex in the images are not the ones"),
        (("HALE^ROBERT", "19480617", "A1", "M"), "The name, the date of birth and the sex in the images are not"),
    ],
)
def test_the_stop_says_what_differs(stage, visit_to, person, said):
    stopped(stage, filled(visit_to(person), birth_day="4"))
    assert said in shown_text(stage.window)


def test_day_and_month_exchanged_still_need_a_written_reason(stage, visit_to):
    stopped(stage, filled(visit_to(("LOPEZ^MARIA", "19510403", "A1")), birth_day="4"))
    assert not find(stage.window, identity_stop.GO_ON).isEnabled()
    assert identity_stop.FIRST_WRITE in shown_text(stage.window)


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("LOPEZ^MARIA^^DR^MD", "DR MARIA LOPEZ MD"),
        ("LOPEZ^MARIA\\HALE^ROBERT", "MARIA LOPEZ / ROBERT HALE"),
        ("Garc\ufffda^Maria", "Maria Garc\ufffda"),
        ("\ufffd^\ufffd", words.NAME_UNREADABLE),
        ("^^", words.NO_NAME),
    ],
)
def test_a_name_is_shown_as_people_write_it(name, shown):
    assert words.name_in_words(name) == shown


def test_a_typing_mistake_is_corrected_in_the_form_and_goes_on(stage, visit_to):
    visit = filled(visit_to(), last_name="Lpez")
    stopped(stage, visit)
    press(stage.window, identity_stop.CORRECT)
    first = find(stage.window, "First name")
    spin_until(first.hasFocus, what="the form has the keyboard")
    last = find(stage.window, "Last name")
    last.clear()
    type_into(stage.window, "Last name", "Lopez")
    press(stage.window, about_you.GO_ON)
    assert stage.moves == [Move.DETAILS_GIVEN]
    assert visit.because is None


@pytest.mark.parametrize(
    ("button", "move"),
    [(identity_stop.NOT_MINE, Move.BACK_TO_CHECK), (identity_stop.OTHER_DISC, Move.BACK_TO_FIND)],
)
def test_images_that_are_not_the_right_ones_are_chosen_again(stage, visit_to, button, move):
    stopped(stage, filled(visit_to(MARRIED)))
    press(stage.window, button)
    assert stage.moves == [move]
    assert stage.conduct.about.identity is None


def test_another_name_is_the_same_person_once_a_reason_is_chosen(stage, visit_to):
    visit = filled(visit_to(MARRIED))
    stopped(stage, visit)
    assert not find(stage.window, identity_stop.GO_ON).isEnabled()
    assert identity_stop.FIRST_CHOOSE in shown_text(stage.window)
    press(stage.window, identity_stop.REASONS[0])
    press(stage.window, identity_stop.GO_ON)
    assert stage.moves == [Move.DETAILS_GIVEN]
    assert visit.because == identity_stop.REASONS[0]


def test_another_reason_must_be_written(stage, visit_to):
    visit = filled(visit_to(MARRIED))
    stopped(stage, visit)
    press(stage.window, identity_stop.OTHER_REASON)
    assert not find(stage.window, identity_stop.GO_ON).isEnabled()
    type_into(stage.window, identity_stop.WRITE, "I was adopted")
    press(stage.window, identity_stop.GO_ON)
    assert visit.because == "I was adopted"


def test_another_birth_date_is_never_confirmed_by_a_click(stage, visit_to):
    visit = filled(visit_to(OTHER_DATE))
    stopped(stage, visit)
    told = shown_text(stage.window)
    assert "Two people can have the same name" in told
    assert identity_stop.REASONS[0] not in told
    assert identity_stop.FIRST_WRITE in told
    type_into(stage.window, identity_stop.WRITE, "it is me")
    assert not find(stage.window, identity_stop.GO_ON).isEnabled()
    type_into(stage.window, identity_stop.WRITE, ", the clinic mixed it up")
    press(stage.window, identity_stop.GO_ON)
    assert stage.moves == [Move.DETAILS_GIVEN]
    assert visit.because == "it is me, the clinic mixed it up"


def test_images_of_two_people_can_only_be_chosen_anew(stage, visit_to):
    stopped(stage, filled(visit_to(MARIA, ROBERT)))
    assert "The chosen images belong to more than one person." in shown_text(stage.window)
    assert identity_stop.SAME not in shown_text(stage.window)
    press(stage.window, identity_stop.NOT_MINE)
    assert stage.moves == [Move.BACK_TO_CHECK]


def test_the_one_of_two_who_agrees_goes_on_with_a_reason_that_says_so(stage, visit_to):
    visit = filled(visit_to(MARIA, ROBERT, ticked=["IM1"]))
    stage.enter(visit)
    press(stage.window, about_you.GO_ON)
    assert stage.moves == [Move.DETAILS_GIVEN]
    assert visit.because == identity_stop.AGREES


def confirmed(stage, visit):
    stopped(stage, visit)
    press(stage.window, identity_stop.REASONS[0])
    press(stage.window, identity_stop.GO_ON)
    stage.moves.clear()
    stage.conduct.enter(visit)


def test_the_same_difference_is_not_asked_about_twice(stage, visit_to):
    visit = filled(visit_to(MARRIED))
    confirmed(stage, visit)
    press(stage.window, about_you.GO_ON)
    assert stage.moves == [Move.DETAILS_GIVEN]


def test_a_reason_does_not_survive_another_name_in_the_form(stage, visit_to):
    visit = filled(visit_to(MARRIED))
    confirmed(stage, visit)
    type_into(stage.window, "Last name", "a")
    assert visit.because is None
    press(stage.window, about_you.GO_ON)
    assert stage.conduct.about.identity is not None


def test_a_reason_does_not_survive_other_images(stage, visit_to):
    visit = filled(visit_to(MARRIED))
    confirmed(stage, visit)
    other = visit_to(("SMITH^MARIA", "19510303", "A1"))
    visit.catalogue, visit.ticked = other.catalogue, other.ticked
    assert not is_ready(visit, today=stage.conduct._desk.today())
    press(stage.window, about_you.GO_ON)
    assert stage.conduct.about.identity is not None
    assert visit.because is None


def test_a_reason_that_is_no_longer_needed_is_forgotten(stage, visit_to):
    visit = filled(visit_to(MARRIED))
    confirmed(stage, visit)
    same = visit_to()
    visit.catalogue, visit.ticked = same.catalogue, same.ticked
    press(stage.window, about_you.GO_ON)
    assert (visit.because, visit.because_of) == (None, "")


def test_the_way_back_of_the_foot_leads_to_the_form_as_it_was(stage, visit_to):
    stopped(stage, filled(visit_to(MARRIED)))
    press(stage.window, "Back")
    assert find(stage.window, "E-mail").text() == "maria.lopez@example.com"


def test_all_ways_out_are_reached_by_the_tab_key(stage, visit_to):
    stopped(stage, filled(visit_to(OTHER_DATE)))
    seen = []
    while len(seen) < 20:
        seen.append(QApplication.focusWidget().accessibleName())
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    for name in (identity_stop.CORRECT, identity_stop.NOT_MINE, identity_stop.OTHER_DISC, identity_stop.WRITE):
        assert name in seen


@pytest.mark.parametrize(
    ("people", "ticked", "reason"),
    [((MARIA,), None, None), ((MARIA, ROBERT), ["IM1"], None), ((MARRIED,), None, identity_stop.REASONS[0])],
)
def test_what_the_window_lets_through_becomes_a_case(stage, visit_to, people, ticked, reason):
    visit = filled(visit_to(*people, ticked=ticked))
    stage.enter(visit)
    press(stage.window, about_you.GO_ON)
    if reason:
        press(stage.window, reason)
        press(stage.window, identity_stop.GO_ON)
    visit.consents += (Consent(FEE.kind, FEE.version, accepted=True),)
    desk = stage.conduct._desk
    asked = Asked(visit.receiver, visit.roots, files=visit.ticked, message=message_of(visit), because=visit.because)
    case = desk.begin(asked, visit.catalogue, programme=visit.programme, tell=lambda _event: None)
    assert [submission.case for submission in desk.pending()] == [case]


@pytest.mark.parametrize("person", [MARRIED, OTHER_DATE, ("HALE^ROBERT", "19480617", "B2", "M")])
def test_a_small_window_cuts_nothing_of_the_stop_off(desk, runner, visit_to, person):
    stage = Stage(AboutYouConduct(desk, runner, choose_files=list), size=(512, 300))
    stopped(stage, filled(visit_to(person)))
    about = stage.conduct.about
    assert about.widget().minimumSizeHint().width() <= about.viewport().width()
    assert stage.window.width() == 512
    stage.close()


def test_without_images_there_is_nothing_to_pay_for(stage, visit_to):
    visit = filled(visit_to(ticked=[]))
    stage.enter(visit)
    press(stage.window, about_you.GO_ON)
    assert stage.moves == [Move.BACK_TO_CHECK]
    assert not is_ready(visit, today=stage.conduct._desk.today())
    visit.catalogue = None
    assert not is_ready(visit, today=stage.conduct._desk.today())
