"""Pictures of what was found: who draws them is made once, whichever threads ask first."""

import threading
from contextlib import suppress

from secondread_desktop.services.pictures import Pictures
from tests.support.fake_frames import FakeFrames
from tests.support.fake_media import FakeMedium

MEETING_S = 0.5  # two makers at once meet at once; one alone waits so long in vain


def test_two_threads_that_ask_at_once_are_given_the_same_frames():
    made: list[FakeFrames] = []
    meeting = threading.Barrier(2)

    def slow_maker() -> FakeFrames:
        made.append(FakeFrames())
        with suppress(threading.BrokenBarrierError):
            meeting.wait(MEETING_S)
        return made[-1]

    pictures = Pictures(lambda _root, number: FakeMedium({}, number), slow_maker)
    threads = [threading.Thread(target=pictures.prepare) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    pictures.close()
    assert [(frames.prepared, frames.closed) for frames in made] == [(2, 1)]


def test_frames_that_nobody_asked_for_are_not_made_to_be_closed():
    made: list[FakeFrames] = []
    Pictures(lambda _root, number: FakeMedium({}, number), lambda: made.append(FakeFrames()) or made[0]).close()
    assert made == []
