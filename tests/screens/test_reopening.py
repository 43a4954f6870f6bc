"""Coming back: what was said to one programme does not count at another."""

import pytest

pytest.importorskip("PySide6.QtWidgets", reason="Qt's libraries are not here", exc_type=ImportError)

from secondread_desktop.core.draft import Draft
from secondread_desktop.core.journey import Step
from secondread_desktop.ui.conduct.reopening import Reopening
from secondread_shared.consent import Consent, ConsentKind
from tests.support.fake_receiver import replace_programme
from tests.support.window import spin_until

GIVEN = (Consent(ConsentKind.TERMS, "2026-11", accepted=True),)


@pytest.mark.parametrize(("receiver", "consents"), [("https://a.example", GIVEN), ("https://b.example", ())])
def test_acknowledgements_count_only_at_the_programme_that_they_were_given_to(desk, runner, receiver, consents):
    typed = (("first_name", "Maria"),)
    draft = Draft(step=Step.ABOUT_YOU, receiver="https://a.example", key="k", form=typed, consents=GIVEN)
    desk.papers.keep(draft)
    reopening, ready = Reopening(desk, runner), []
    reopening.ready.connect(lambda visit, step: ready.append((visit, step)))
    reopening.open(receiver, replace_programme())
    spin_until(lambda: ready, what="the visit")
    ((visit, step),) = ready
    assert step is Step.FIND
    assert visit.form == dict(typed)
    assert visit.consents == consents
