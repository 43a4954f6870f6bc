"""About you: nothing is told wrong too early, every problem leads to its field, nothing is agreed to by itself."""

import pytest

from tests.support.window import find, press, shown_text, spin_until, type_into

pytest.importorskip("PySide6.QtWidgets", reason="Qt's libraries are not here", exc_type=ImportError)

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication

from secondread_desktop.core.journey import Move
from secondread_desktop.ui.conduct.about_you import AboutYouConduct
from secondread_desktop.ui.conduct.told import intake_in, message_of
from secondread_desktop.ui.conduct.visit import Whose
from secondread_desktop.ui.sentences import about_you as said
from secondread_shared.consent import Consent, ConsentKind
from secondread_shared.intake import RULES, Question
from tests.screens.stage import TEXTS, Stage, filled, programme


@pytest.fixture
def stage(desk, runner):
    stage = Stage(AboutYouConduct(desk, runner, choose_files=list))
    yield stage
    stage.conduct.leave()
    stage.close()


def go_on(stage):
    press(stage.window, said.GO_ON)


def summary(stage):
    return [link.text() for link in stage.conduct.about.form.summary.links()]


def leave(field):
    """Let the keyboard go on, and the field be judged."""
    judged = []
    field.left.connect(judged.append)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    spin_until(lambda: judged, what="the field is left")


def test_every_field_of_the_rules_is_asked_for_with_a_name_of_its_own(stage, visit_to):
    stage.enter(visit_to(programme=programme(questions=[Question("gp", "Who is your doctor at home?")])))
    fields = stage.conduct.about.form.fields
    asked = {rule.name for rule in RULES} - {"relation"} | {"subjects", "answers.gp"}
    assert set(fields) == asked
    named = [control.accessibleName() for field in fields.values() for control in field.controls()]
    assert all(named)
    assert len(set(named)) == len(named)


def test_nothing_is_told_wrong_before_the_person_has_left_a_field(stage, visit_to):
    stage.enter(visit_to())
    form = stage.conduct.about.form
    assert not form.summary.isVisible()
    type_into(stage.window, "E-mail", "maria@example")
    assert not any(field.problem() for field in form.fields.values())
    leave(form.fields["email"])
    assert "ends after “example”" in form.fields["email"].problem()
    assert not form.summary.isVisible()


def test_a_field_that_was_passed_empty_is_not_told_missing_yet(stage, visit_to):
    stage.enter(visit_to())
    form = stage.conduct.about.form
    find(stage.window, "First name").setFocus()
    leave(form.fields["first_name"])
    assert form.fields["first_name"].problem() == ""


def test_going_on_with_an_empty_form_names_every_answer_and_goes_nowhere(stage, visit_to):
    stage.enter(visit_to())
    go_on(stage)
    assert stage.moves == []
    assert summary(stage)[:3] == [
        "The first name is missing",
        "The last name is missing",
        "The date of birth is missing",
    ]
    assert summary(stage)[-3:] == [f"“{text.title}” is not ticked" for text in TEXTS]
    assert QApplication.focusWidget() is stage.conduct.about.form.summary
    assert "12 answers need another look" in stage.conduct.about.form.summary.accessibleName()


def test_each_line_of_the_summary_brings_the_keyboard_to_its_field(stage, visit_to):
    stage.enter(visit_to())
    go_on(stage)
    form = stage.conduct.about.form
    wanted = [field for field in form.fields.values() if field.problem()] + form.consents
    for link, field in zip(form.summary.links(), wanted, strict=True):
        link.setFocus()
        QTest.keyClick(link, Qt.Key.Key_Return)
        assert field.isAncestorOf(QApplication.focusWidget()), link.text()


def test_a_problem_vanishes_from_field_and_summary_once_it_is_mended_and_the_field_left(stage, visit_to):
    stage.enter(filled(visit_to(), email=""))
    go_on(stage)
    form = stage.conduct.about.form
    assert summary(stage) == ["The e-mail address is missing"]
    type_into(stage.window, "E-mail", "maria@example.com")
    assert form.fields["email"].problem()
    leave(form.fields["email"])
    assert form.fields["email"].problem() == ""
    assert not form.summary.isVisible()


def test_the_tab_key_goes_through_the_form_in_the_order_it_is_read(stage, visit_to):
    stage.enter(visit_to())
    go_on(stage)
    form = stage.conduct.about.form
    wanted = [form.summary, *form.summary.links()]
    wanted += [control for field in form.fields.values() if field.isVisible() for control in field.controls()]
    wanted += [part for card in form.consents for part in (card.reading, card.box)]
    seen = []
    form.summary.setFocus()
    while len(seen) < 80 and (not seen or QApplication.focusWidget() is not form.summary):
        seen.append(QApplication.focusWidget())
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert [widget for widget in seen if widget in wanted] == wanted
    assert stage.foot.isAncestorOf(seen[-1]) or stage.conduct.about.aside.isAncestorOf(seen[-1])


def test_everything_that_takes_the_keyboard_has_a_name(stage, visit_to):
    stage.enter(filled(visit_to(), subjects="other"))
    go_on(stage)
    for widget in stage.window.findChildren(QAbstractButton):
        assert widget.accessibleName() or not widget.isVisible()


def test_the_birth_date_is_typed_in_three_boxes_and_the_month_is_written_out(stage, visit_to):
    visit = visit_to()
    stage.enter(visit)
    for part, text in (("day", "3"), ("month", "3"), ("year", "1951")):
        type_into(stage.window, f"Date of birth: {part}", text)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert find(stage.window, "Date of birth: month").text() == "March"
    assert intake_in(visit).birth_date == "1951-03-03"


def test_the_form_is_not_filled_in_from_the_images(stage, visit_to):
    stage.enter(visit_to())
    assert find(stage.window, "First name").text() == ""
    assert find(stage.window, "Date of birth: year").text() == ""


def test_what_was_typed_is_there_again_and_each_change_is_told_for_the_draft(stage, visit_to):
    visit = filled(visit_to(), subjects="ct other", subject_other="Angiography")
    stage.enter(visit)
    assert stage.changes == 0
    assert find(stage.window, "Sex").currentText() == "Female"
    assert find(stage.window, "What else is it about?").text() == "Angiography"
    type_into(stage.window, "Phone", "7")
    assert visit.form["phone"] == "(555) 555-01197"
    assert stage.changes == 1


def test_something_else_asks_for_words_of_its_own(stage, visit_to):
    visit = filled(visit_to(), subjects="mri")
    stage.enter(visit)
    other = stage.conduct.about.form.fields["subject_other"]
    assert not other.isVisible()
    press(stage.window, "Something else")
    assert other.isVisible()
    go_on(stage)
    assert summary(stage) == ["“Something else” needs a few words"]


def test_who_cares_for_someone_is_asked_for_a_name_and_can_change_the_answer(stage, visit_to):
    visit = filled(visit_to(whose=Whose.CARED_FOR))
    stage.enter(visit)
    assert "You are sending for someone else." in shown_text(stage.window)
    go_on(stage)
    assert summary(stage) == ["Your own name is missing"]
    press(stage.window, "Change")
    assert visit.whose is Whose.MINE
    assert "You are sending your own images." in shown_text(stage.window)
    go_on(stage)
    assert stage.moves == [Move.DETAILS_GIVEN]


def test_a_visit_without_an_answer_asks_whose_images_these_are(stage, visit_to):
    visit = visit_to(whose=None)
    stage.enter(visit)
    go_on(stage)
    assert summary(stage)[0] == "Whose images these are is not said"
    press(stage.window, "Of someone I care for")
    assert visit.whose is Whose.CARED_FOR


def test_nothing_is_ticked_by_itself_and_a_tick_carries_the_version_that_was_shown(stage, visit_to):
    visit = visit_to()
    stage.enter(visit)
    cards = stage.conduct.about.form.consents
    assert [card.box.isChecked() for card in cards] == [False, False, False]
    press(stage.window, "I agree to the terms")
    assert visit.consents == (Consent(ConsentKind.TERMS, "2026-11", accepted=True),)
    press(stage.window, "I agree to the terms")
    assert visit.consents == ()


def test_a_tick_for_an_older_text_does_not_count(stage, visit_to):
    visit = filled(visit_to())
    visit.consents = (Consent(ConsentKind.TERMS, "2025-01", accepted=True), *visit.consents[1:])
    stage.enter(visit)
    assert not stage.conduct.about.form.consents[0].box.isChecked()
    go_on(stage)
    assert summary(stage) == ["“Terms and conditions” is not ticked"]
    assert ConsentKind.TERMS not in {consent.kind for consent in message_of(visit).consents}


def test_each_text_stands_beside_its_box_to_be_read_by_keyboard_alone(stage, visit_to):
    stage.enter(visit_to())
    reading = find(stage.window, "Terms and conditions, text to read")
    assert reading.toPlainText() == TEXTS[0].text
    reading.setFocus()
    assert reading.verticalScrollBar().maximum() > 0
    before = reading.verticalScrollBar().value()
    QTest.keyClick(reading, Qt.Key.Key_PageDown)
    assert reading.verticalScrollBar().value() > before


def test_a_whole_form_goes_on_to_payment(stage, visit_to):
    visit = filled(visit_to())
    stage.enter(visit)
    go_on(stage)
    assert stage.moves == [Move.DETAILS_GIVEN]
    assert visit.because is None


def test_back_goes_to_the_images(stage, visit_to):
    stage.enter(visit_to())
    press(stage.window, "Back")
    assert stage.moves == [Move.BACK_TO_CHECK]


def test_the_aside_says_where_the_person_is_and_leads_to_each_section(stage, visit_to):
    stage.enter(visit_to())
    spin_until(lambda: find(stage.window, "Your details, here"), what="the place")
    press(stage.window, "What you agree to")
    spin_until(lambda: stage.conduct.about.form.consents[0].reading.hasFocus(), what="the first text has the keyboard")


def test_a_small_window_has_no_aside_and_cuts_nothing_off(desk, runner, visit_to):
    stage = Stage(AboutYouConduct(desk, runner, choose_files=list), size=(512, 300))
    stage.enter(filled(visit_to(), email="x"))
    go_on(stage)
    about = stage.conduct.about
    assert not about.aside.isVisible()
    page = about.widget()
    assert page.minimumSizeHint().width() <= about.viewport().width()
    stage.close()


def drop(stage, *paths):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    said_by_system = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(stage.conduct.about, QDragEnterEvent(QPoint(50, 50), *said_by_system))
    event = QDropEvent(QPointF(50, 50), *said_by_system)
    QApplication.sendEvent(stage.conduct.about, event)


def test_reports_are_dropped_anywhere_known_by_their_content_and_taken_off_again(stage, visit_to, tmp_path):
    visit = visit_to()
    stage.enter(visit)
    good, bad = tmp_path / "Mum's letter.txt", tmp_path / "photo.jpg"
    good.write_bytes(b"%PDF-1.7 and so on")
    bad.write_bytes(b"MZ a program")
    drop(stage, good, bad, tmp_path / "gone.pdf", tmp_path / "disc0" / "IM1")
    spin_until(lambda: visit.documents, what="the report is taken")
    assert visit.documents == (str(good),)
    spin_until(lambda: "“photo.jpg” was not added." in shown_text(stage.window), what="the refusal")
    told = shown_text(stage.window)
    assert "“gone.pdf” was not added: it cannot be opened." in told
    assert "“IM1” was not added: it is an image of an exam." in told
    assert stage.changes == 1
    press(stage.window, "Remove Mum's letter.txt")
    assert visit.documents == ()
    assert stage.changes == 2


def test_a_report_that_is_too_large_or_there_already_is_told(stage, visit_to, tmp_path):
    limits = programme().limits
    visit = visit_to(programme=programme(limits=type(limits)(upload_bytes=10)))
    stage.enter(visit)
    (tmp_path / "large.pdf").write_bytes(b"%PDF-1.7 and so on")
    (tmp_path / "small.pdf").write_bytes(b"%PDF-1.7")
    drop(stage, tmp_path / "large.pdf", tmp_path / "small.pdf")
    spin_until(lambda: visit.documents, what="the report is taken")
    spin_until(lambda: "“large.pdf” was not added: it is too large." in shown_text(stage.window), what="the refusal")
    drop(stage, tmp_path / "small.pdf")
    spin_until(lambda: "“small.pdf” is on the list already." in shown_text(stage.window), what="the refusal")
    assert visit.documents == (str(tmp_path / "small.pdf"),)


def test_reports_are_chosen_in_the_systems_window_as_well(desk, runner, visit_to, tmp_path):
    (tmp_path / "letter.pdf").write_bytes(b"%PDF-1.7")
    stage = Stage(AboutYouConduct(desk, runner, choose_files=lambda: [str(tmp_path / "letter.pdf")]))
    visit = visit_to()
    stage.enter(visit)
    press(stage.window, "Choose files")
    spin_until(lambda: visit.documents, what="the report is taken")
    assert "letter.pdf" in shown_text(stage.window)
    stage.close()


def test_a_draft_that_cannot_be_kept_is_told_calmly(stage, visit_to):
    stage.enter(visit_to())
    stage.conduct.show_kept(is_kept=False)
    assert "cannot be kept on this computer now" in shown_text(stage.window)
