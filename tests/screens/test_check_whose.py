"""Whose images these are: the banner on Check, its answers, and what may go on."""

from dataclasses import replace

import pytest

pytest.importorskip("PySide6.QtWidgets", exc_type=ImportError, reason="Qt's libraries are missing")

from secondread_desktop.core.journey import Move
from secondread_desktop.ui.conduct.visit import Visit, Whose
from tests.support.check_step import MARIA, ROBERT, CheckStep

SET_OF_ROBERT = "person 1 exam 0 set 0"


@pytest.fixture
def step():
    made = CheckStep()
    yield made
    made.close()


def foot(step):
    primary = step.screen.foot().actions[-1]
    return primary.label, primary.is_enabled, step.screen.foot().note


def asked(step):
    return step.screen.banner.accessibleName()


def test_one_persons_images_are_all_ticked_and_the_banner_asks_whose_they_are(step):
    step.enter(MARIA)
    assert asked(step) == "These images belong to MARIA LOPEZ, born 3 March 1951. Is this you?"
    assert step.visit.ticked == {item.file for item in step.visit.catalogue.found}
    assert foot(step) == ("Go on with 3 images", False, "First answer the question above")


@pytest.mark.parametrize(("words", "whose"), [("Yes, this is me", Whose.MINE), ("Someone I care for", Whose.CARED_FOR)])
def test_an_answer_is_kept_and_lets_one_go_on(step, words, whose):
    step.enter(MARIA)
    step.press(words)
    assert step.visit.whose is whose
    assert foot(step) == ("Go on with 3 images", True, "")
    step.screen.act("go_on")
    assert step.moves == [Move.IMAGES_CHECKED]


def test_nobody_goes_on_unanswered_even_by_the_keyboard(step):
    step.enter(MARIA)
    step.screen.act("go_on")
    assert step.moves == []


def test_a_no_says_what_to_do_and_leads_back_to_other_images(step):
    step.enter(MARIA)
    step.press("Yes, this is me")
    step.press("No")
    assert step.visit.whose is None
    assert "not the right images" in asked(step)
    assert foot(step)[1:] == (False, "First choose other images")
    step.press("Choose other images")
    assert step.moves == [Move.BACK_TO_FIND]


def test_a_no_can_be_taken_back(step):
    step.enter(MARIA)
    step.press("No")
    step.press("Ask me again")
    assert "Is this you?" in asked(step)
    assert len(step.visit.ticked) == 3


def test_images_of_two_people_are_not_ticked_until_one_is_chosen(step):
    step.enter(MARIA, ROBERT)
    assert step.visit.ticked == frozenset()
    assert asked(step).startswith("This disc holds images of two people. Whose do you want to send?")
    assert foot(step) == ("Go on with these images", False, "First choose a person above")
    step.press("ROBERT HALE")
    assert {file.parts[0] for file in step.visit.ticked} == {"IM1_1", "IM1_2", "IM1_3"}
    assert asked(step) == "These images belong to ROBERT HALE, born 17 June 1948. Is this you?"
    step.press("Someone I care for")
    assert foot(step) == ("Go on with 3 images", True, "")


def test_neither_of_them_is_a_no(step):
    step.enter(MARIA, ROBERT)
    step.press("Neither of them")
    assert foot(step)[1:] == (False, "First choose other images")
    assert step.visit.ticked == frozenset()


def test_a_tick_at_another_persons_exam_asks_and_changes_nothing(step):
    step.enter(MARIA, ROBERT)
    step.press("MARIA LOPEZ")
    step.press("Yes, this is me")
    before = step.visit.ticked
    step.click_box("person 1")
    assert step.visit.ticked == before
    assert "belong to ROBERT HALE, not to MARIA LOPEZ" in asked(step)
    assert foot(step)[1:] == (False, "First answer the question above")


def test_sending_the_other_persons_images_instead_asks_anew_whose_they_are(step):
    step.enter(MARIA, ROBERT)
    step.press("MARIA LOPEZ")
    step.press("Yes, this is me")
    step.visit.because = "my married name"
    step.conduct._tick(SET_OF_ROBERT)
    step.press("Send these instead")
    assert {file.parts[0][:3] for file in step.visit.ticked} == {"IM1"}
    assert (step.visit.whose, step.visit.because) == (None, None)
    assert "ROBERT HALE" in asked(step)


def test_leaving_it_as_it_was_keeps_ticks_and_answer(step):
    step.enter(MARIA, ROBERT)
    step.press("MARIA LOPEZ")
    step.press("Yes, this is me")
    before = step.visit.ticked
    step.conduct._tick(SET_OF_ROBERT)
    step.press("Leave it as it was")
    assert (step.visit.ticked, step.visit.whose) == (before, Whose.MINE)
    assert foot(step)[1]


def test_two_people_with_nothing_in_common_are_never_offered_as_one(step):
    step.enter(MARIA, ROBERT)
    step.press("MARIA LOPEZ")
    step.conduct._tick(SET_OF_ROBERT)
    assert [button.accessibleName() for button in step.screen.banner.buttons()] == [
        "Send these instead", "Leave it as it was",
    ]  # fmt: skip


def test_two_spellings_of_one_name_may_be_sent_together_if_the_person_says_so(step):
    step.enter(MARIA, replace(MARIA, name="LOPEZ-GARCIA^MARIA", patient_id="P7", study="5"))
    step.press("MARIA LOPEZ,")
    step.press("Yes, this is me")
    step.conduct._tick(SET_OF_ROBERT)
    step.press("It is the same person: send both")
    assert len(step.visit.ticked) == 6
    assert step.visit.whose is None  # asked again, for both names now
    assert "MARIA LOPEZ, born 3 March 1951 and MARIA LOPEZ-GARCIA" in asked(step)
    step.press("Yes, this is me")
    assert foot(step) == ("Go on with 6 images", True, "")


def test_one_person_known_to_two_hospitals_by_two_ids_is_one_person(step):
    step.enter(MARIA, replace(MARIA, patient_id="OTHER-7", study="5"))
    assert len(step.visit.ticked) == 6
    assert asked(step).startswith("These images belong to MARIA LOPEZ, born")


def test_images_without_a_name_have_a_question_of_their_own(step):
    step.enter(replace(MARIA, name="", birth_date=""))
    assert asked(step).startswith("These images carry no name and no date of birth. Are they yours?")
    step.press("Yes, this is me")
    assert foot(step)[1]


def test_a_name_is_never_read_as_markup(step):
    step.enter(replace(MARIA, name="<img/src>^<b>M"))
    shown = step.screen.banner.question.markup
    assert "&lt;img/src&gt;" in shown
    assert "<img" not in shown


def test_documents_go_along_by_themselves_only_where_they_can_belong_to_one_person(step):
    step.enter(MARIA, documents=("report.pdf",))
    assert any(file.parts == ("report.pdf",) for file in step.visit.ticked)
    step.visit = Visit(roots=("/disc",))
    step.enter(MARIA, ROBERT, documents=("report.pdf",))
    step.press("MARIA LOPEZ")
    assert not any(file.parts == ("report.pdf",) for file in step.visit.ticked)
    step.conduct._tick("documents 0")
    assert any(file.parts == ("report.pdf",) for file in step.visit.ticked)
    assert foot(step)[0] == "Go on with 3 images"


def test_what_was_said_is_still_there_when_one_comes_back(step):
    step.enter(MARIA)
    step.press("Someone I care for")
    step.conduct._tick("person 0 exam 0 set 0")
    step.conduct.leave()
    step.visit.ticked = frozenset([item.file for item in step.visit.catalogue.found][:2])
    step.conduct.enter(step.visit)
    assert (len(step.visit.ticked), step.visit.whose) == (2, Whose.CARED_FOR)
    assert foot(step) == ("Go on with 2 images", True, "")


def test_a_draft_brings_its_ticks_and_its_answer(step):
    step.enter(MARIA)
    first = next(item.file for item in step.visit.catalogue.found)
    kept = Visit(roots=("/disc",), catalogue=step.visit.catalogue, ticked=frozenset({first}), whose=Whose.MINE)
    step.conduct.enter(kept)
    assert (kept.ticked, kept.whose) == (frozenset({first}), Whose.MINE)
    assert foot(step) == ("Go on with 1 image", True, "")


def test_a_drafts_answer_does_not_pass_to_a_disc_that_was_chosen_instead(step):
    step.enter(ROBERT)
    came_back = Visit(roots=("/other",), catalogue=step.visit.catalogue, whose=Whose.MINE, because="my married name")
    step.conduct.enter(came_back)  # its ticks were of the disc before, and Check was not seen since
    assert len(came_back.ticked) == 3
    assert (came_back.whose, came_back.because) == (None, None)
    assert foot(step) == ("Go on with 3 images", False, "First answer the question above")


def test_another_disc_of_the_same_person_is_ticked_and_asks_nothing_again(step):
    step.enter(MARIA)
    step.press("Yes, this is me")
    step.enter(MARIA, replace(MARIA, study="5", patient_id="OTHER"))
    assert (len(step.visit.ticked), step.visit.whose) == (6, Whose.MINE)


def test_another_disc_of_another_person_is_not_mixed_in(step):
    step.enter(MARIA)
    step.press("Yes, this is me")
    step.enter(MARIA, ROBERT)
    assert {file.parts[0][:3] for file in step.visit.ticked} == {"IM0"}
    assert step.visit.whose is Whose.MINE


def test_a_disc_of_somebody_else_in_place_of_the_first_asks_anew(step):
    step.enter(MARIA)
    step.press("Yes, this is me")
    step.enter(ROBERT)
    assert step.visit.whose is None
    assert "ROBERT HALE" in asked(step)


def test_a_small_window_shows_an_answered_question_in_one_line(step):
    step.enter(MARIA)
    step.screen.show_narrow(True)
    step.press("Yes, this is me")
    assert [button.accessibleName() for button in step.screen.banner.buttons()] == ["Change"]
    step.press("Change")
    step.press("Someone I care for")
    assert step.visit.whose is Whose.CARED_FOR
