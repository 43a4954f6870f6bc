"""Two programmes: what is under way with one is never shown, or paid, under the name of the other."""

from contextlib import ExitStack

import pytest

from tests.support.window import press, shown_text, spin_until

pytest.importorskip("PySide6.QtWidgets", reason="Qt's libraries are not here", exc_type=ImportError)

from secondread_desktop.core.draft import Draft
from secondread_desktop.core.journey import Step
from secondread_desktop.core.programme_address import is_same_programme
from secondread_desktop.services.case_desk import Asked
from secondread_desktop.ui.app import Opening, Program
from secondread_desktop.ui.appearance import Appearance
from secondread_desktop.ui.conduct.told import message_of
from secondread_desktop.ui.sentences import find as find_said
from secondread_shared.money import Money
from secondread_shared.states import PaymentState
from tests.screens.stage import filled
from tests.support.fake_receiver import FakeReceiver
from tests.support.fake_server import serving

FIND = "Where are your images?"


class Provider(FakeReceiver):
    """A programme whose payments wait for a person."""

    def __init__(self, name, *, amount):
        super().__init__(name=name, fee=Money(amount, "USD"), payment="card")
        self.first_payment = PaymentState.PENDING


@pytest.fixture
def addresses():
    """Return where A, which takes 100.00 USD, and B, which takes 7.00 USD, are to be found."""
    with ExitStack() as both:
        servers = [serving(Provider(name, amount=amount)) for name, amount in (("Clinic A", 10000), ("Clinic B", 700))]
        yield [both.enter_context(server)[0] for server in servers]


@pytest.fixture
def opened(desk, app):
    """Return a maker of programs; each is closed at the end."""
    programs = []

    def opened(link=""):
        programs.append(Program(desk, Appearance(app), opening=Opening(link=link)))
        programs[-1].start()
        return programs[-1]

    yield opened
    for program in programs:
        program.window.close()
        assert program.close()


@pytest.fixture
def case_at_a(desk, visit_to, addresses):
    """Plan a case for A, as it waits after the window was closed."""
    visit = filled(visit_to(receiver=addresses[0]))
    visit.programme = FakeReceiver().message
    visit = filled(visit)
    asked = Asked(visit.receiver, visit.roots, files=visit.ticked, message=message_of(visit), key=visit.key)
    return desk.begin(asked, visit.catalogue, programme=visit.programme, tell=lambda _event: None)


def reads(program, words):
    spin_until(lambda: words in shown_text(program.window), what=words)


@pytest.mark.usefixtures("case_at_a")
def test_a_link_to_another_programme_offers_the_case_of_the_first_and_does_not_carry_it_on(opened, addresses):
    program = opened(addresses[1])
    reads(program, FIND)
    assert "Clinic B" in shown_text(program.window)
    assert find_said.RESUME_TITLE in shown_text(program.window)
    assert program.journey.visit.case is None


@pytest.mark.usefixtures("case_at_a")
def test_a_case_of_another_programme_is_gone_on_with_under_that_programmes_name_and_fee(opened, addresses):
    program = opened(addresses[1])
    reads(program, FIND)
    press(program.window, find_said.RESUME)
    reads(program, "The payment is still open.")
    assert "Clinic A" in shown_text(program.window)
    assert "100.00 USD" in shown_text(program.window)
    assert "7.00 USD" not in shown_text(program.window)


@pytest.mark.usefixtures("case_at_a")
def test_without_a_link_the_programme_of_the_case_that_is_under_way_is_asked(desk, opened, addresses):
    desk.programmes.remember(addresses[1])
    program = opened()
    reads(program, "The payment is still open.")
    assert "Clinic A" in shown_text(program.window)


def test_the_receipt_of_another_programme_is_not_shown_under_the_name_of_this_one(desk, opened, addresses):
    desk.papers.keep(Draft(step=Step.RECEIPT, receiver=addresses[0], key="", case="c" * 32))
    program = opened(addresses[1])
    reads(program, FIND)
    assert program.journey.visit.case is None


@pytest.mark.parametrize(
    ("kept", "is_same"),
    [("https://a.example/", True), ("https://b.example", False), ("https://a.example/other", False), ("?", False)],
)
def test_an_address_as_a_command_keeps_it_means_the_same_programme(kept, is_same):
    assert is_same_programme(kept, "https://a.example") is is_same
