"""States that a journey seldom comes to: every control has a name and is met by Tab, every state has a way on."""

import pytest

from tests.support.check_step import MARIA, ROBERT, CheckStep
from tests.support.window import names, press, spin_until

pytest.importorskip("PySide6.QtWidgets", reason="Qt's libraries are not here", exc_type=ImportError)

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit, QWidget

from secondread_desktop import errors
from secondread_desktop.core.catalogue import Finding
from secondread_desktop.ui.main_window import MainWindow
from secondread_desktop.ui.screens.about_you_reports import ReportLine, ReportList
from secondread_desktop.ui.screens.find import FindScreen
from secondread_desktop.ui.screens.payment import Kind, PaymentScreen, Standing, State, Terms
from secondread_desktop.ui.screens.receipt import ReceiptScreen
from secondread_desktop.ui.screens.screen import Screen
from secondread_desktop.ui.screens.send import SendScreen
from secondread_desktop.ui.sentences import receipt as receipt_said
from secondread_desktop.ui.sentences.troubles import trouble_of
from secondread_desktop.ui.widgets.text import column
from tests.screens.stage import FEE, programme


@pytest.fixture
def window(app):
    window = MainWindow()
    window.show_programme(programme())
    window.show_step(None)
    window.show()
    yield window
    window.close()


def payment(state):
    screen = PaymentScreen()
    screen.show_terms(Terms(Kind.CARD, amount="100.00 USD", images=3, consent=FEE), is_agreed=False)
    screen.show_standing(state)
    return screen


def stuck(error, **ways):
    screen = SendScreen()
    screen.stick(trouble_of(error), **ways)
    return screen


def resume_card():
    screen = FindScreen()
    screen.show_pending([("c" * 32, "Case 7K3QX-9M2PA: 3 images"), ("d" * 32, "Case 8K3QX-9M2PA: 9 images")])
    return screen


def missed_receipt():
    screen = ReceiptScreen()
    screen.miss(receipt_said.NO_RECEIPT)
    return screen


def reports():
    reports, screen = ReportList(), Screen("Reports")
    reports.show_lines([ReportLine("/a", "letter.pdf", "3 kB"), ReportLine("/b", "scan.png", "9 kB")])
    reports.show_refusals([("“x” was not added.", "It is not a report.")])
    screen.put(column(reports))
    return screen


TROUBLE = ("The programme's receipt does not fit.", "Please call.")
STATES = {
    **{
        f"payment {state}": lambda state=state: payment(Standing(state, url="https://pay.example/1"))
        for state in State
        if state is not State.TROUBLE
    },
    "payment without a browser": lambda: payment(
        Standing(State.WAITING, url="https://pay.example/1", has_opened=False)
    ),
    "payment trouble": lambda: payment(Standing(State.TROUBLE, trouble=TROUBLE, can_retry=True)),
    "payment, terms changed": lambda: payment(Standing(State.TROUBLE, trouble=TROUBLE, can_take_back=True)),
    "payment, back": lambda: payment(Standing(State.TROUBLE, trouble=TROUBLE, can_go_back=True)),
    "send, stuck": lambda: stuck(errors.DiscChanged(2)),
    "send, without": lambda: stuck(errors.ImagesLeftOut(3), rest=9),
    "send, terms changed": lambda: stuck(errors.ConsentsMissing([]), can_take_back=True),
    "find, cases that wait": resume_card,
    "receipt, missed": missed_receipt,
    "reports": reports,
}
BUSY = {"payment cancelling"}  # it ends by itself within seconds


def wanted(window):
    """Return what can be pressed or typed into."""
    kinds = (QAbstractButton, QLineEdit, QPlainTextEdit, QComboBox)
    found = [one for kind in kinds for one in window.findChildren(kind)]
    return [one for one in found if one.isVisible() and one.isEnabled()]


def met_by_tab(window):
    met = []
    while window.focusWidget() not in met and len(met) < 100:
        met.append(window.focusWidget())
        QTest.keyClick(window.focusWidget() or window, Qt.Key.Key_Tab)
    return met


def faults(window):
    met = met_by_tab(window)
    unnamed = [type(one).__name__ for one in wanted(window) if not one.accessibleName()]
    return unnamed, [one.accessibleName() for one in wanted(window) if one not in met]


@pytest.mark.parametrize("name", STATES)
def test_every_control_has_a_name_and_is_met_by_tab(window, name):
    screen = STATES[name]()
    window.add_screen(screen)
    window.show_screen(screen)
    assert faults(window) == ([], [])
    assert name in BUSY or len([one for one in wanted(window) if one.accessibleName() != "Help"]) > 0


@pytest.fixture
def step():
    made = CheckStep()
    yield made
    made.close()


@pytest.mark.parametrize("answers", [(), ("MARIA LOPEZ",), ("Neither of them",), ("MARIA LOPEZ", "Yes, this is me")])
def test_every_answer_about_several_people_has_a_name_and_is_met_by_tab(window, step, answers):
    step.enter(MARIA, ROBERT, documents=("report.pdf",), findings=(Finding("empty_file", 1, ("x",)),))
    window.add_screen(step.screen)
    window.show_screen(step.screen)
    for answer in answers:
        spin_until(lambda answer=answer: any(name.startswith(answer) for name in names(window)), what=answer)
        press(window, answer)
    step.app.processEvents()
    assert faults(window) == ([], [])
    step.screen.setParent(None)


def test_no_widget_that_takes_the_keyboard_is_without_a_name(window, step):
    step.enter(MARIA, ROBERT)
    window.add_screen(step.screen)
    window.show_screen(step.screen)
    focusable = [
        one for one in window.findChildren(QWidget) if one.isVisible() and one.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    assert [type(one).__name__ for one in focusable if not one.accessibleName()] == []
    step.screen.setParent(None)
