"""A tour of the window: every screen and state in the order of a journey, in a real process before a real receiver."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.support.archives import locked_zip_of
from tests.support.card_page import authorise, cancel, decline
from tests.support.film_disc import make_film_disc
from tests.support.imageless_discs import MAKERS, imageless_disc
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
    yield from _seldom(place, receiver.url, open_window)
    yield from _films(place, receiver.url, open_window)
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
    yield from _instead(disc.folder.parent / "imageless", url, open_window)
    yield from _locked(disc, url, open_window)
    window = open_window(url, "--source", str(disc.folder), state="journey")
    window.see("40 images found")
    yield "find", window
    window.press("Check these images")
    wait_until(lambda: _is_looking(window), what="the image and the thumbnails")
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


def _instead(place: Path, url: str, open_window: Open) -> Iterator[tuple[str, WindowProcess]]:
    """Yield discs that hold something else than images, or not all of them, each with its letter to the hospital."""
    others = [imageless_disc(place, name) for name in MAKERS if name != "encrypted"]
    window = open_window(url, *(part for other in others for part in ("--source", str(other))), state="instead")
    wait_until(lambda: _letters(window) == len(others), seconds=60, what="a letter for each disc")
    yield "find, no images", window
    window.kill()
    partly = make_sample_disc(place / "partly")
    for image in partly.instances[:3]:
        image.write_bytes(image.read_bytes()[:200])
    window = open_window(url, "--source", str(partly.folder), state="partly")
    window.see("37 images found")
    wait_until(lambda: _letters(window) == 1, what="the letter")
    yield "find, partly unreadable", window
    window.kill()


def _letters(window: WindowProcess) -> int:
    save = window.said("Save a letter to the hospital")
    return sum(name.startswith(save) for name in window.do("names"))


def _locked(disc: SampleDisc, url: str, open_window: Open) -> Iterator[tuple[str, WindowProcess]]:
    locked = disc.folder.parent / "exam.zip"
    locked.write_bytes(locked_zip_of({"IM1": disc.instances[0].read_bytes()}, b"over the hills"))
    window = open_window(url, "--source", str(locked), state="locked")
    window.see("This ZIP file is locked.")
    yield "find, locked", window
    window.do("type", "Password", "over the river")
    window.press("Open: exam.zip")
    window.see("This password does not open it.")
    yield "find, locked still", window
    window.kill()


def _seldom(place: Path, url: str, open_window: Open) -> Iterator[tuple[str, WindowProcess]]:
    """Yield what most people never see: two people on a disc, a second window, files that cannot be copied."""
    window = open_window(url, "--source", str(make_sample_disc(place / "two", patients=2).folder), state="two")
    window.press("Check these images", seconds=40)
    window.see("Hospitals sometimes put two people on one disc. We send only the images of the person you choose.")
    wait_until(lambda: _is_looking(window), what="the image and the thumbnails")
    yield "check, two people", window
    second = open_window(state="two")
    second.see("SecondRead is already open.")
    yield "a second window", second
    second.kill()
    window.kill()
    disc = make_sample_disc(place / "incomplete")
    for path in disc.instances[3:6]:
        path.unlink()
    window = open_window(url, "--source", str(disc.folder), state="incomplete")
    window.press("Check these images", seconds=40)
    window.see("You can send what is there, and ask the hospital for the rest.")
    wait_until(lambda: _is_looking(window), what="the image and the thumbnails")
    yield "check, images missing", window
    window.kill()
    disc = make_sample_disc(place / "scratched")
    window = open_window(url, "--source", str(disc.folder), state="scratched")
    window.press("Check these images", seconds=40)
    window.press("Yes, this is me")
    window.press("Go on with 40 images")
    window.see("What you agree to")
    fill_in(window)
    disc.instances[0].unlink()
    window.press("Go on to payment")
    window.press("I understand that")
    window.press("Open the payment page")
    window.see("Everything else is kept and waits. You can clean the disc and try again, or send the other files.")
    yield "send, a file is missing", window
    window.kill()


def _films(place: Path, url: str, open_window: Open) -> Iterator[tuple[str, WindowProcess]]:
    """Yield a moving image with its bar while it plays, and a film that cannot be played."""
    disc = str(make_film_disc(place / "films"))
    window = _checking(disc, url, open_window, look_at="Left heart")
    window.press("Play", seconds=40)
    wait_until(lambda: window.said("Pause") in window.do("names"), what="the image to move")
    yield "check, playing", window
    window.kill()
    window = _checking(disc, url, open_window, look_at="Ultrasound film")
    said = window.said("A film of {number} seconds. It cannot be played here; it is sent all the same.")
    wait_until(lambda: said.format(number=12) in window.do("description", "Look at the images"), what="a film's words")
    yield "check, a film", window
    window.kill()


def _checking(disc: str, url: str, open_window: Open, *, look_at: str) -> WindowProcess:
    window = open_window(url, "--source", disc, state=look_at.partition(" ")[0])
    window.press("Check these images", seconds=40)
    window.see("These images belong to")
    window.do("look_at", look_at)
    return window


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


def _is_looking(window: WindowProcess) -> bool:
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
