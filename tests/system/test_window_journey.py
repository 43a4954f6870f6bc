"""The real window against a real receiver, each in a process of its own, the plug pulled at every step."""

import shutil

import pytest

from tests.support.demo import authorise, compare
from tests.support.receiver import ReceiverProcess, wait_until
from tests.support.sample_disc import make_sample_disc
from tests.support.slow_line import SlowLine
from tests.support.window_process import WindowProcess, screen_for_windows
from tests.support.window_tour import CONSENTS, TYPED, fill_in

pytest.importorskip("PySide6.QtWidgets", reason="Qt's libraries are not here", exc_type=ImportError)
pytestmark = [pytest.mark.system, pytest.mark.timeout(240)]


@pytest.fixture(scope="module")
def screen():
    with screen_for_windows() as screen:
        yield screen


@pytest.fixture
def receiver(tmp_path):
    receiver = ReceiverProcess(tmp_path / "receiver", demo=True).start()
    yield receiver
    receiver.stop()


@pytest.fixture
def opened(tmp_path, screen, receiver):
    """Return a maker of windows on one state folder; each ends with the test at the latest."""
    windows = []

    def opened(*arguments):
        windows.append(WindowProcess(*arguments, state=tmp_path / "state", screen=screen))
        return windows[-1]

    yield opened
    for window in windows:
        window.kill()


def newly_kept(state, *, other_than=None):
    """Wait until the draft on the disk is another one than before, and return its content."""
    wait_until(lambda: draft_in(state) not in (None, other_than), what="a kept draft")
    return draft_in(state)


def draft_in(state):
    path = state / "draft"
    return path.read_bytes() if path.exists() else None


def test_a_journey_goes_on_where_it_was_after_a_kill_at_every_step(tmp_path, receiver, opened):
    disc = make_sample_disc(tmp_path / "disc")

    window = opened(receiver.url, "--source", str(disc.folder))
    window.see("40 images found")
    window.kill()  # at Find: the programme is remembered

    window = opened("--source", str(disc.folder))
    window.see("40 images found")
    window.press("Check these images")
    window.press("Yes, this is me")
    kept = newly_kept(tmp_path / "state")
    window.kill()  # at Check

    window = opened()
    window.press("Go on with 40 images")  # the answer was kept, too
    window.see("What you agree to")
    fill_in(window)
    newly_kept(tmp_path / "state", other_than=kept)
    window.kill()  # at About you

    window = opened()
    window.see("What you agree to")
    assert {name: window.do("typed", name) for name in TYPED} == TYPED
    assert all(window.do("is_ticked", name) for name in (*CONSENTS, "MRI"))
    window.press("Go on to payment")
    window.press("I understand that")
    window.press("Open the payment page")
    wait_until(lambda: window.do("pages"), what="the payment page")
    window.kill()  # at Payment, with the page open in the browser

    window = opened()
    window.see("The payment is still open.")
    window.press("Open the payment page")
    wait_until(lambda: window.do("pages"), what="the payment page")
    authorise(window.do("pages")[0])
    window.see("Your card is authorised.")
    window.kill()  # before Send

    window = opened()
    window.see("Your images have arrived")
    window.see("40 of 40 images arrived and were verified, in 3 exams, with 1 report.")
    window.kill()  # at the receipt

    window = opened()
    window.see("40 of 40 images arrived and were verified, in 3 exams, with 1 report.")
    assert window.close() == 0
    [case] = [line.split()[0] for line in receiver.command("cases", "list", "--data", str(receiver.data)).splitlines()
              if "received" in line]  # fmt: skip
    assert compare(disc, receiver, case=case, place=tmp_path)


def test_a_kill_in_the_middle_of_sending_goes_on_where_it_was(tmp_path, receiver, opened):
    disc = make_sample_disc(tmp_path / "disc", is_large=True)
    line = SlowLine(receiver.port, bytes_per_s=400_000)
    try:
        window = opened(line.url, "--source", str(disc.folder))
        window.press("Check these images", seconds=40)
        window.press("Yes, this is me")
        window.press("Go on with 40 images")
        window.see("What you agree to")
        fill_in(window)
        window.press("Go on to payment")
        window.press("I understand that")
        window.press("Open the payment page")
        wait_until(lambda: window.do("pages"), what="the payment page")
        authorise(window.do("pages")[0])
        window.see("Sending your images")
        wait_until(lambda: line.bytes_up > 2_000_000, what="a part of the images")
        window.kill()
        sent = line.bytes_up
        line.bytes_per_s = 50_000_000
        window = opened()
        window.see("40 of 40 images arrived and were verified")
        assert line.bytes_up - sent < 5_000_000  # not all of it once more: it is 5.5 MB in all
    finally:
        line.close()
    [case] = [line.split()[0] for line in receiver.command("cases", "list", "--data", str(receiver.data)).splitlines()
              if "received" in line]  # fmt: skip
    assert compare(disc, receiver, case=case, place=tmp_path)


def test_a_second_window_says_that_the_first_is_open(tmp_path, receiver, opened):
    first = opened(receiver.url)
    first.see("Where are your images?")
    second = opened()
    second.see("SecondRead is already open.")
    assert second.close() != 0
    assert "Where are your images?" in first.do("words")


def test_a_disc_that_is_no_longer_there_has_its_sentence_and_a_way_on(tmp_path, receiver, opened):
    disc = make_sample_disc(tmp_path / "disc")
    window = opened(receiver.url, "--source", str(disc.folder))
    window.press("Check these images", seconds=40)
    window.press("Yes, this is me")
    newly_kept(tmp_path / "state")
    window.kill()
    shutil.move(disc.folder, tmp_path / "elsewhere")

    window = opened()
    window.see("The disc cannot be read now.")
    shutil.move(tmp_path / "elsewhere", disc.folder)
    window.press("Try again")
    window.press("Go on with 40 images", seconds=40)
    window.see("What you agree to")


def test_a_programme_that_is_away_is_waited_for_and_comes_back_by_itself(receiver, opened):
    receiver.stop()
    window = opened(receiver.url)
    window.see("The programme does not answer")
    receiver.start()
    window.see("Where are your images?")


def test_files_that_cannot_be_copied_are_asked_about_and_the_rest_is_sent_and_paid_for(tmp_path, receiver, opened):
    disc = make_sample_disc(tmp_path / "disc")
    window = opened(receiver.url, "--source", str(disc.folder))
    window.press("Check these images", seconds=40)
    window.press("Yes, this is me")
    window.press("Go on with 40 images")
    window.see("What you agree to")
    fill_in(window)
    disc.instances[0].unlink()  # as a scratch is found: only when the bytes are read
    window.press("Go on to payment")
    window.press("I understand that")
    window.press("Open the payment page")
    window.see("1 file of the disc could not be read.")

    window.press("Try again")  # in vain
    window.see("1 file of the disc could not be read.")
    window.press("Send 40 files")
    window.see("The payment is still open.")
    window.press("Open the payment page")
    wait_until(lambda: len(window.do("pages")) > 1, what="the payment page")
    authorise(window.do("pages")[-1])
    window.see("39 of 39 images arrived and were verified, in 3 exams, with 1 report.")
