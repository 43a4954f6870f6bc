"""A tour of the window: every screen and state of a journey, in a real process before a real receiver."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.support.card_page import authorise, cancel, decline
from tests.support.receiver import ReceiverProcess, free_port, wait_until
from tests.support.sample_disc import SampleDisc, make_sample_disc
from tests.support.slow_line import SlowLine
from tests.support.window_process import WindowProcess

TYPED = {
    "First name": "Maria",
    "Last name": "Lopez",
    "Date of birth: day": "3",
    "Date of birth: month": "March",
    "Date of birth: year": "1951",
    "E-mail": "maria@example.org",
    "Phone": "+1 555 0119",
    "Postal address": "1 Example Street",
    "Why do you want a second opinion, and what is your question?": "Is an operation on my back needed?",
}
CONSENTS = ("I agree to the terms", "I agree to the privacy", "I have the right to share")
_NOT_YET = ("Choose an exam on the left to look at it.", "One moment")
_SLOW, _STILL = 60_000, 5_000  # bytes a second: time to look at Send; hardly any while a state is looked at
Open = Callable[..., WindowProcess]


def fill_in(window: WindowProcess, *, last_name: str = "Lopez") -> None:
    """Fill in About you, and agree."""
    month = TYPED["Date of birth: month"] if window.said.code == "en" else "3"
    for name, text in (TYPED | {"Last name": last_name, "Date of birth: month": month}).items():
        window.do("type", name, text)
    window.do("choose", "Sex", window.said("Female"))
    window.press("MRI")
    for consent in CONSENTS:
        window.press(consent)


def tour(place: Path, receiver: ReceiverProcess, open_window: Open) -> Iterator[tuple[str, WindowProcess]]:
    """Yield the name of each state while the window shows it. `open_window` takes the program's arguments."""
    yield from _doors(place, open_window)
    disc = make_sample_disc(place / "disc", is_large=True)
    line = SlowLine(receiver.port, bytes_per_s=_SLOW)
    try:
        yield from _choose(disc, line.url, open_window)
        window = open_window(state="journey")
        yield from _tell(window, line)
        yield from _send(window, line)
    finally:
        line.close()


def _doors(place: Path, open_window: Open) -> Iterator[tuple[str, WindowProcess]]:
    window = open_window(state="first")
    window.see("Which programme do you send to?")
    yield "first start", window
    window.kill()
    window = open_window(f"http://127.0.0.1:{free_port()}", state="away")
    window.see("The programme does not answer")
    yield "programme away", window
    window.kill()
    (place / "empty").mkdir()


def _choose(disc: SampleDisc, url: str, open_window: Open) -> Iterator[tuple[str, WindowProcess]]:
    window = open_window(url, state="nothing")
    window.see("Where are your images?")
    yield "find, begin", window
    window.press("Help")
    window.see("Nothing can go wrong by looking")
    yield "help", window
    window.kill()
    window = open_window(url, "--source", str(disc.folder.parent / "empty"), state="empty")
    window.see("There are no medical images here: the place is empty.")
    yield "find, nothing found", window
    window.kill()
    window = open_window(url, "--source", str(disc.folder), state="journey")
    window.see("40 images found")
    yield "find", window
    window.press("Check these images")
    wait_until(lambda: is_looking(window), what="the image and the thumbnails")
    yield "check", window
    window.press("No")
    window.see("Then these are not the right images")
    yield "check, not mine", window
    window.press("Ask me again")
    window.press("Yes, this is me")
    window.press("Go on with 40 images")
    window.see("What you agree to")
    yield "about you", window
    window.do("type", "E-mail", "maria.lopez@example")
    window.press("Go on to payment")
    window.see("another look")
    yield "about you, problems", window
    window.close()


def _pay(window: WindowProcess, line: SlowLine) -> Iterator[tuple[str, WindowProcess]]:
    """Yield a card that is declined and a payment that is cancelled, and wait for the third attempt."""
    window.press("I understand that")
    window.press("Open the payment page")
    decline(_page(window, 1))
    window.see("Your card was not accepted.")
    yield from _held("payment, declined", window, line)
    window.press("Try again")
    cancel(_page(window, 2))
    window.see("The payment was cancelled.")
    yield from _held("payment, cancelled", window, line)
    window.press("Open the payment page")
    _page(window, 3)
    yield from _held("payment, waiting", window, line)


def _held(name: str, window: WindowProcess, line: SlowLine) -> Iterator[tuple[str, WindowProcess]]:
    """Yield a state; however long it is looked at, the sending does not end meanwhile."""
    line.bytes_per_s = _STILL
    yield name, window
    line.bytes_per_s = _SLOW


def _page(window: WindowProcess, number: int) -> str:
    """Return the address of a page that the window opened in the browser."""
    wait_until(lambda: len(window.do("pages")) >= number, what="the payment page")
    return str(window.do("pages")[number - 1])


def is_looking(window: WindowProcess) -> bool:
    """Tell whether the image and enough small pictures are there."""
    told = window.do("description", "Look at the images")
    return window.do("thumbnails") >= 4 and not any(window.said(wait) in told for wait in _NOT_YET)


def _tell(window: WindowProcess, line: SlowLine) -> Iterator[tuple[str, WindowProcess]]:
    if window.do("page") == window.said("Check the images"):
        window.press("Go on with 40 images")
    window.see("What you agree to")
    window.do("clear", "E-mail")
    fill_in(window, last_name="Hale")
    yield "about you, filled in", window
    window.press("Go on to payment")
    window.see("Are these the right images?")
    yield "identity stop", window
    window.press("Correct what I typed")
    window.do("clear", "Last name")
    window.do("type", "Last name", "Lopez")
    window.press("Go on to payment")
    window.see("authorised today")
    yield "payment", window
    yield from _pay(window, line)


def _send(window: WindowProcess, line: SlowLine) -> Iterator[tuple[str, WindowProcess]]:
    authorise(_page(window, 3))
    window.see("Your card is authorised.")
    yield from _held("payment, authorised", window, line)
    window.see("You may take the disc out now.")
    a_second = window.said("{size} each second").removeprefix("{size}")
    wait_until(lambda: a_second in window.do("words"), seconds=60, what="the speed of the line")
    yield "send", window
    window.press("Pause sending")
    window.see("Sending is paused")
    yield "send, paused", window
    window.press("Cancel sending")
    window.press("Keep sending")
    line.bytes_per_s = 50_000_000
    window.press("Go on sending")
    window.see("Your images have arrived")
    yield "receipt", window
    window.press("Withdraw this case")
    yield "receipt, withdraw", window
    window.kill()


def opener(place: Path, screen: dict[str, str], *, language: str = "en") -> Open:
    """Return a maker of windows, each state folder by its name."""

    def open_window(*arguments: str, state: str) -> WindowProcess:
        return WindowProcess(*arguments, state=place / f"state-{state}", screen=os.environ | screen, language=language)

    return open_window
