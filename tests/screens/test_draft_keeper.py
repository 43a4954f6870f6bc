"""The draft is kept a moment after the last change, at the close, and never once it has become a case."""

import threading

import pytest

from tests.support.window import spin_until

pytest.importorskip("PySide6.QtWidgets", reason="Qt's libraries are not here", exc_type=ImportError)

from secondread_desktop.core.journey import Step
from secondread_desktop.errors import DiskFull
from secondread_desktop.ui.conduct.draft_keeper import DraftKeeper
from secondread_desktop.ui.conduct.visit import Visit


class SlowPapers:
    """Counts what is kept."""

    def __init__(self):
        self.kept = []
        self.error = None
        self.discarded = 0
        self.is_writing, self.may_write = threading.Event(), threading.Event()
        self.may_write.set()

    def keep(self, draft):
        self.is_writing.set()
        self.may_write.wait()
        if self.error:
            raise self.error
        self.kept.append(dict(draft.form))

    def discard(self):
        self.discarded += 1
        self.kept.clear()


@pytest.fixture
def papers():
    return SlowPapers()


@pytest.fixture
def keeper(papers, runner):
    return DraftKeeper(papers, runner, pause_ms=50)


def test_many_changes_are_kept_once_and_the_last_one_counts(keeper, papers):
    visit = Visit()
    for text in ("M", "Ma", "Maria"):
        visit.form["first_name"] = text
        keeper.touch(visit, Step.ABOUT_YOU)
    spin_until(lambda: papers.kept, what="the draft")
    assert papers.kept == [{"first_name": "Maria"}]


def test_the_close_keeps_what_is_new_and_nothing_twice(keeper, papers):
    keeper.touch(Visit(form={"phone": "1"}), Step.ABOUT_YOU)
    keeper.close()
    keeper.close()
    assert papers.kept == [{"phone": "1"}]


def test_what_became_a_case_is_not_kept_again(keeper, papers):
    visit = Visit(form={"phone": "1"})
    keeper.touch(visit, Step.PAYMENT)
    visit.case = "c" * 32
    keeper.close()
    assert papers.kept == []


def test_what_is_dropped_is_not_kept(keeper, papers):
    keeper.touch(Visit(form={"phone": "1"}), Step.FIND)
    keeper.drop()
    keeper.close()
    assert papers.kept == []


def test_an_older_draft_never_replaces_a_newer_one(keeper, papers):
    keeper.touch(Visit(form={"phone": "new"}), Step.FIND)
    keeper.close()
    keeper._write(None, 0)  # a thread that was begun before and comes late
    assert papers.kept == [{"phone": "new"}]


def test_a_full_disk_is_told_and_the_next_change_is_tried_again(keeper, papers):
    errors = []
    keeper.could_not.connect(errors.append)
    papers.error = DiskFull()
    keeper.touch(Visit(), Step.FIND)
    spin_until(lambda: errors, what="the trouble")
    assert isinstance(errors[0], DiskFull)
    papers.error = None
    keeper.touch(Visit(form={"phone": "2"}), Step.FIND)
    spin_until(lambda: papers.kept, what="the draft")


def test_a_draft_that_is_just_being_written_is_gone_too_once_it_is_forgotten(keeper, papers):
    papers.may_write.clear()
    keeper.touch(Visit(form={"phone": "1"}), Step.ABOUT_YOU)
    keeper.keep()
    spin_until(papers.is_writing.is_set, what="the writing")
    keeper.forget()
    papers.may_write.set()
    spin_until(lambda: papers.discarded, what="the end of the draft")
    assert papers.kept == []


def test_what_was_forgotten_before_it_was_written_is_not_written(keeper, papers):
    papers.may_write.clear()
    first, second = Visit(form={"phone": "1"}), Visit(form={"phone": "2"})
    for visit in (first, second):
        keeper.touch(visit, Step.ABOUT_YOU)
        keeper.keep()
    keeper.forget()
    papers.may_write.set()
    spin_until(lambda: papers.discarded, what="the end of the draft")
    keeper.close()
    assert papers.kept == []
