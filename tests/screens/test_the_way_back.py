"""The way back: open until a case is being planned, closed from then on."""

import pytest

pytest.importorskip("PySide6.QtWidgets", reason="Qt's libraries are not here", exc_type=ImportError)

from secondread_desktop.core.journey import ORDER, Step
from secondread_desktop.ui.conduct.carrying import Carrying
from secondread_desktop.ui.conduct.conduct import Conduct
from secondread_desktop.ui.conduct.journey import Journey
from secondread_desktop.ui.conduct.told import message_of
from secondread_desktop.ui.conduct.visit import Visit
from tests.support.window import spin_until


class Here(Conduct):
    """A step that only stands there."""

    def __init__(self, step, desk, runner):
        super().__init__(desk, runner)
        self.step = step

    def enter(self, visit):
        """Stand there."""

    def leave(self):
        """Go."""


@pytest.fixture
def journey(desk, runner):
    return Journey([Here(step, desk, runner) for step in ORDER])


def test_nobody_goes_back_while_a_case_is_being_planned(journey):
    visit = Visit()
    journey.begin(visit, Step.PAYMENT)
    assert Step.ABOUT_YOU in journey.visitable()
    visit.is_planning = True
    assert journey.visitable() == frozenset()
    journey.go_back(Step.ABOUT_YOU)
    assert journey.now.step is Step.PAYMENT


def test_the_way_back_closes_at_once_and_opens_if_the_plan_fails(desk, runner, visit_to):
    visit = visit_to()
    visit.form = {}  # what is asked to be planned cannot be
    carrying, states = Carrying(desk, runner), []
    carrying.begun.connect(lambda: states.append(visit.is_planning))
    carrying.stuck.connect(lambda _error: states.append(visit.is_planning))
    carrying.begin(visit, message_of(visit))
    spin_until(lambda: len(states) == 2, what="the failure")
    assert states == [True, False]
    assert visit.case is None
