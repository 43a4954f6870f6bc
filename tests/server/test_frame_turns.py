"""Whose frame is drawn next: nobody is held up by a case that takes long, or by somebody who asks for many at once."""

import threading
from collections.abc import Iterator

import pytest

from secondread_server.adapters.frame_turns import FrameTurns
from secondread_server.errors import FramesBusy
from tests.support.receiver import wait_until

SLOW, OTHER, THIRD = "a" * 32, "b" * 32, "c" * 32


class Crowd:
    """Requests in threads of their own; each holds its turn until it is let go."""

    def __init__(self, turns: FrameTurns) -> None:
        self.turns = turns
        self.drawn: list[str] = []
        self.let_go = threading.Semaphore(0)
        self._threads: list[threading.Thread] = []

    def ask(self, *cases: str) -> None:
        """Ask for a frame of each case, in this order."""
        for case in cases:
            before = self.turns.asking
            self._threads.append(threading.Thread(target=self._draw, args=(case,)))
            self._threads[-1].start()
            wait_until(lambda before=before: self.turns.asking > before, what="a place")

    def end(self) -> None:
        """Let all go and wait for them."""
        self.let_go.release(len(self._threads))
        for thread in self._threads:
            thread.join(timeout=30)

    def _draw(self, case: str) -> None:
        with self.turns.take(case):
            self.drawn.append(case)
            assert self.let_go.acquire(timeout=30)


@pytest.fixture
def crowd() -> Iterator[Crowd]:
    made = Crowd(FrameTurns(workers=2, places=8, of_one_case=4, wait_seconds=30))
    yield made
    made.end()


def test_a_case_draws_one_frame_at_a_time_so_that_another_finds_a_child_free(crowd: Crowd) -> None:
    crowd.ask(SLOW, SLOW, SLOW, SLOW)
    wait_until(lambda: crowd.drawn == [SLOW], what="one of them")
    crowd.ask(OTHER)
    wait_until(lambda: crowd.drawn == [SLOW, OTHER], what="the other case, at once")


def test_a_case_never_holds_all_places(crowd: Crowd) -> None:
    crowd.ask(SLOW, SLOW, SLOW, SLOW)
    with pytest.raises(FramesBusy), crowd.turns.take(SLOW):
        pass
    assert crowd.turns.asking == 4
    crowd.ask(OTHER)
    wait_until(lambda: OTHER in crowd.drawn, what="the other case")


def test_after_each_frame_the_other_cases_come_first(crowd: Crowd) -> None:
    crowd.ask(SLOW, OTHER)
    wait_until(lambda: len(crowd.drawn) == 2, what="two at work")
    crowd.ask(SLOW, SLOW, OTHER, OTHER, THIRD)
    crowd.let_go.release()
    wait_until(lambda: len(crowd.drawn) == 3, what="the next")
    assert crowd.drawn[2] == THIRD  # though four others had come before it


def test_who_gets_no_turn_in_time_is_told_and_leaves_no_place_taken() -> None:
    turns = FrameTurns(workers=1, places=8, of_one_case=4, wait_seconds=0.05)
    with turns.take(SLOW):
        for case in (SLOW, OTHER):
            with pytest.raises(FramesBusy), turns.take(case):
                pass
        assert turns.asking == 1
    with turns.take(OTHER):
        assert turns.asking == 1
    assert turns.asking == 0


def test_a_frame_that_fails_gives_its_turn_back() -> None:
    turns = FrameTurns(workers=1, places=1, of_one_case=1, wait_seconds=0.05)
    for _ in range(3):
        with pytest.raises(ZeroDivisionError), turns.take(SLOW):
            raise ZeroDivisionError
    assert turns.asking == 0
