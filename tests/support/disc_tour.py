"""A tour of discs in the window: what most people never see, for each disc that is not as it should be."""

from collections.abc import Iterator
from pathlib import Path

from tests.support.archives import locked_zip_of
from tests.support.film_disc import make_film_disc
from tests.support.imageless_discs import MAKERS, imageless_disc
from tests.support.receiver import ReceiverProcess, wait_until
from tests.support.sample_disc import make_sample_disc
from tests.support.window_process import WindowProcess
from tests.support.window_tour import Open, fill_in, is_looking

_FEMALE, _MALE = b"\x10\x00\x40\x00CS\x02\x00F ", b"\x10\x00\x40\x00CS\x02\x00M "  # Patient's Sex


def tour_of_discs(place: Path, receiver: ReceiverProcess, open_window: Open) -> Iterator[tuple[str, WindowProcess]]:
    """Yield the name of each state while the window shows it. `open_window` takes the program's arguments."""
    yield from _instead(place / "imageless", receiver.url, open_window)
    yield from _locked(place, receiver.url, open_window)
    yield from _seldom(place, receiver.url, open_window)
    yield from _films(place, receiver.url, open_window)


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


def _locked(place: Path, url: str, open_window: Open) -> Iterator[tuple[str, WindowProcess]]:
    image = make_sample_disc(place / "one", slices=1).instances[0].read_bytes()
    locked = place / "2026"  # a name that is the same in every language
    locked.write_bytes(locked_zip_of({"IM1": image}, b"over the hills"))
    window = open_window(url, "--source", str(locked), state="locked")
    window.see("This ZIP file is locked.")
    yield "find, locked", window
    window.do("type", "Password", "over the river")
    window.press("Open: 2026")
    window.see("This password does not open it.")
    yield "find, locked still", window
    window.kill()


def _seldom(place: Path, url: str, open_window: Open) -> Iterator[tuple[str, WindowProcess]]:
    """Yield what most people never see: two people on a disc, a second window, files that cannot be copied."""
    window = open_window(url, "--source", str(make_sample_disc(place / "two", patients=2).folder), state="two")
    window.press("Check these images", seconds=40)
    window.see("Hospitals sometimes put two people on one disc. We send only the images of the person you choose.")
    wait_until(lambda: is_looking(window), what="the image and the thumbnails")
    yield "check, two people", window
    second = open_window(state="two")
    second.see("SecondRead is already open.")
    yield "a second window", second
    second.kill()
    window.kill()
    disc = make_sample_disc(place / "incomplete")
    for path in disc.instances[3:6]:
        path.unlink()
    for path in disc.instances[:3] + disc.instances[6:]:
        path.write_bytes(path.read_bytes().replace(_FEMALE, _MALE))
    window = open_window(url, "--source", str(disc.folder), state="incomplete")
    window.press("Check these images", seconds=40)
    window.see("You can send what is there, and ask the hospital for the rest.")
    wait_until(lambda: is_looking(window), what="the image and the thumbnails")
    yield "check, images missing", window
    yield from _other_sex(window)
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


def _other_sex(window: WindowProcess) -> Iterator[tuple[str, WindowProcess]]:
    window.press("Yes, this is me")
    window.press("Go on with 37 images")
    window.see("What you agree to")
    fill_in(window)
    window.press("Go on to payment")
    window.see("The sex in the images is not the one you typed.")
    yield "identity stop, the sex", window


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
