"""The real window while its receiver goes away in the middle of each step, and comes back: it goes on by itself."""

import pytest

from tests.support.demo import authorise, compare
from tests.support.receiver import ReceiverProcess, wait_until
from tests.support.sample_disc import make_sample_disc
from tests.support.slow_line import SlowLine
from tests.support.window_process import WindowProcess, screen_for_windows
from tests.support.window_tour import fill_in

pytest.importorskip("PySide6.QtWidgets", reason="Qt's libraries are not here", exc_type=ImportError)
pytestmark = [pytest.mark.system, pytest.mark.timeout(280)]
AWAY = "The programme cannot be reached at the moment."


@pytest.fixture
def receiver(tmp_path):
    receiver = ReceiverProcess(tmp_path / "receiver", demo=True).start()
    yield receiver
    receiver.stop()


@pytest.fixture
def window(tmp_path, receiver):
    line = SlowLine(receiver.port, bytes_per_s=300_000)
    disc = make_sample_disc(tmp_path / "disc", is_large=True)
    with screen_for_windows() as screen:
        window = WindowProcess(line.url, "--source", str(disc.folder), state=tmp_path / "state", screen=screen)
        window.line, window.disc = line, disc
        yield window
        window.kill()
    line.close()


def case_of(receiver):
    [case] = [
        line.split()[0]
        for line in receiver.command("cases", "list", "--data", str(receiver.data)).splitlines()
        if "received" in line
    ]
    return case


def test_a_receiver_that_goes_away_at_every_step_is_waited_for(tmp_path, receiver, window):
    window.see("40 images found")
    receiver.kill()  # at Find, Check and About you nobody needs it
    window.press("Check these images")
    window.press("Yes, this is me")
    window.press("Go on with 40 images")
    window.see("What you agree to")
    fill_in(window)
    window.press("Go on to payment")
    window.press("I understand that")
    window.press("Open the payment page")
    window.see(AWAY)  # at Payment, before there is a page
    assert "Cancel case" in window.do("names")
    receiver.start()
    wait_until(lambda: window.do("pages"), what="the payment page", seconds=60)

    receiver.kill()  # while the person pays
    window.see(AWAY)
    assert {"Cancel case", "Open the page again"} <= set(window.do("names"))
    receiver.start()
    authorise(window.do("pages")[0])
    window.see("Sending your images", seconds=90)

    wait_until(lambda: window.line.bytes_up > 1_500_000, what="a part of the images")
    receiver.kill()  # in the middle of sending
    window.see(AWAY)
    assert {"Cancel sending", "Pause sending"} <= set(window.do("names"))
    window.line.bytes_per_s = 50_000_000
    receiver.start()
    window.see("40 of 40 images arrived and were verified, in 3 exams, with 1 report.", seconds=120)

    receiver.kill()  # at the receipt
    window.press("Withdraw this case")
    window.press("Yes, withdraw")
    window.see("could not be withdrawn now", seconds=60)
    window.press("Send another")  # and the way on is open
    window.see("Where are your images?")
    assert window.close() == 0
    receiver.start()
    assert compare(window.disc, receiver, case=case_of(receiver), place=tmp_path)
