"""Pictures of every page and state on one sheet: `contact_sheet OUT [--web] [--window] [--mockups DIR] [--guides]`."""

import argparse
import base64
import html
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from tests.support.browser import DESKTOP, PHONE, Browser, open_browser
from tests.support.card_page import authorise, cancel, card, decline
from tests.support.disc_tour import tour_of_discs
from tests.support.receiver import ReceiverProcess
from tests.support.sample_cases import PASSWORD, SampleReceiver, sign_in
from tests.support.source_code import ROOT
from tests.support.window_process import screen_for_windows
from tests.support.window_tour import opener, tour

LOOKS = {
    f"{size[0]}-{'dark' if dark else 'light'}": (size, dark) for size in (DESKTOP, PHONE) for dark in (False, True)
}

WINDOW_SIZES = {"1": (1080, 720), "2": (540, 360)}  # by scale: at 200 % a screen of 1080 by 720 holds half as much
WINDOW_PROGRAMME = 'programme.name = "Southern Memorial"\nprogramme.help_line = "800-555-0142"'
WINDOW_MOCKUPS = {
    "find": "01_find_images.png",
    "check": "02_check.png",
    "check, two people": "02b_check_wrong_person.png",
    "about you, problems": "03_about_you.png",
    "payment": "04_payment.png",
    "send": "05_sending.png",
    "receipt": "06_receipt.png",
}


GUIDES = {
    "window/find-100-light.png": "window-find.png",
    "window/check-100-light.png": "window-check.png",
    "window/about-you-filled-in-100-light.png": "window-about-you.png",
    "window/payment-100-light.png": "window-payment.png",
    "window/send-100-light.png": "window-send.png",
    "window/receipt-100-light.png": "window-receipt.png",
    "web/queue-1440-light.png": "console-queue.png",
    "web/case-ready-to-accept-1440-light.png": "console-case.png",
    "web/viewer-1440-light.png": "console-viewer.png",
}


@dataclass(frozen=True, slots=True)
class Shot:
    """One page or state: how to reach it, and which mockup draws it."""

    name: str
    reach: Callable[[Browser], object]
    mockup: str = ""


def web_shots(sample: SampleReceiver) -> Iterator[Shot]:
    """Yield every page and state of the console and of the public pages."""
    yield from _door_shots(sample)
    yield from _console_shots(sample)
    yield from _case_shots(sample)
    yield Shot("queue, taken", lambda browser: _take_first(sample, browser))
    yield from _between_shots(sample)
    yield from _card_shots(sample)


def _door_shots(sample: SampleReceiver) -> Iterator[Shot]:
    def refused(browser: Browser) -> None:
        sample.age_attempts()
        browser.open(f"{sample.url}/console/sign-in")
        browser.type("#email", "ann@example.org")
        browser.type("#password", "wrong")
        browser.press("Sign in")
        browser.sees("did not match")

    yield Shot("sign-in", lambda browser: browser.open(f"{sample.url}/console/sign-in"))
    yield Shot("sign-in, refused", refused)


def _console_shots(sample: SampleReceiver) -> Iterator[Shot]:
    yield Shot("administrator signs in", lambda browser: sign_in(browser, sample.url, "administrator"))

    def at(path: str) -> Callable[[Browser], object]:
        return lambda browser: browser.open(f"{sample.url}/console{path}")

    def keys(browser: Browser) -> None:
        browser.open(f"{sample.url}/console/queue")
        browser.keys("?")

    def search(browser: Browser) -> None:
        browser.open(f"{sample.url}/console/queue")
        browser.type("#find", "nobody of that name\n")
        browser.sees("Nobody was found")

    yield Shot("queue", at("/queue"), "08_queue.png")
    yield Shot("queue, name differs", at("/queue?chip=name"))
    yield Shot("queue, nothing found", search)
    yield Shot("queue, keys", keys)
    yield Shot("mine, empty", at("/queue?view=mine"))
    yield Shot("waiting", at("/queue?view=waiting"))
    yield Shot("done", at("/queue?view=done"))
    yield Shot("audit", at("/audit"))
    yield Shot("audit, nothing", at("/audit?who=nobody"))
    yield Shot("reports", at("/reports"))
    yield Shot("people", at("/people"))
    yield Shot("settings", at("/settings"))
    yield Shot("more", at("/more"))
    yield Shot("no such page", at("/none"))


def _case_shots(sample: SampleReceiver) -> Iterator[Shot]:
    def at(last: str, rest: str = "") -> Callable[[Browser], object]:
        return lambda browser: browser.open(f"{sample.url}/console/cases/{sample.case(last)}{rest}")

    def menu(browser: Browser) -> None:
        at("Lopez")(browser)
        browser.press("More")

    yield Shot("case, ready to accept", at("Lopez"), "09_case.png")

    def viewer(query: str = "", key: str = "") -> Callable[[Browser], object]:
        def reach(browser: Browser) -> None:
            at("Lopez", f"/viewer{query}")(browser)
            browser.sees("Zoom ")
            browser.sees(" %")
            browser.keys(key)

        return reach

    yield Shot("viewer", viewer(), "10_viewer.png")
    yield Shot("viewer, keys", viewer(key="?"))
    yield Shot("case, more", menu)
    for tab in ("intake", "reports", "notes", "history"):
        yield Shot(f"case, {tab}", at("Lopez", f"/{tab}"))
    yield Shot("case, late", at("Moreau"))
    yield Shot("case, images missing", at("Santos"))
    yield Shot("case, disc not whole", at("Okafor"))
    yield Shot("case, name differs", at("Patel"))
    yield Shot("case, accepted", at("Larsen"))
    yield Shot("case, with a reviewer", at("Brandt"))
    yield Shot("case, declined", at("Rossi", "/notes"))
    yield Shot("case, withdrawn", at("Tanaka"))
    yield Shot("case, being sent", at("Kamau"))
    yield Shot("case, just accepted", at("Larsen", "?done=captured"))
    yield Shot("case, unknown", lambda browser: browser.open(f"{sample.url}/console/cases/{'0' * 32}"))


def _between_shots(sample: SampleReceiver) -> Iterator[Shot]:
    """Yield what stands between two sessions; the administrator is signed in before and after."""

    def link(browser: Browser) -> None:
        browser.open(f"{sample.url}/console/people")
        browser.type("#new-email", f"ann{len(browser.text)}@example.org")
        browser.press("Add and make a link")
        browser.sees("Give this link")

    def invitation(browser: Browser) -> None:
        link(browser)
        browser.open(str(browser.find("input.code").get_attribute("value")))

    def ended(browser: Browser) -> None:
        browser.open(f"{sample.url}/console/cases/{sample.case('Lopez')}/notes")
        browser.type("#note", "She called: the second disc comes by post.")
        sample.end_sessions()
        browser.press("Save note")
        browser.sees("What you had typed is kept")

    def again(browser: Browser) -> None:
        """Go on from the page before."""
        browser.type("#email", "administrator@example.org")
        browser.type("#password", PASSWORD)
        browser.press("Sign in")
        browser.sees("It has not been saved yet")

    yield Shot("people, a link", link)
    yield Shot("invitation", invitation)
    yield Shot("session ended", ended)
    yield Shot("signed in again", again)


def _take_first(sample: SampleReceiver, browser: Browser) -> None:
    browser.open(f"{sample.url}/console/queue")
    browser.keys("a")
    browser.sees("is yours now")


def _card_shots(sample: SampleReceiver) -> Iterator[Shot]:
    def after(act: Callable[[str], object]) -> Callable[[Browser], object]:
        def reach(browser: Browser) -> None:
            url = sample.new_payment()
            act(url)
            browser.open(url)

        return reach

    def faults(browser: Browser) -> None:
        browser.open(sample.new_payment())
        browser.type("#number", "4242 4242")
        browser.press("Authorise")
        browser.sees("another look")

    def declined(browser: Browser) -> None:
        browser.open(sample.new_payment())
        for name, text in card("4000 0000 0000 0002").items():
            browser.type(f"#{name}", text)
        browser.press("Authorise")
        browser.sees("declined this card")

    yield Shot("front page", lambda browser: browser.open(sample.url))
    yield Shot("card", after(len), "04_payment.png")
    yield Shot("card, faults", faults)
    yield Shot("card, declined", declined)
    yield Shot("card, authorised", after(authorise))
    yield Shot("card, cancelled", after(cancel))
    yield Shot("card, given up", after(decline))


def take(browser: Browser, shots: Iterator[Shot], out: Path) -> list[tuple[Shot, list[Path]]]:
    """Take each page in every look."""
    taken = []
    for shot in shots:
        browser.look()
        shot.reach(browser)
        paths = []
        for name, (size, dark) in LOOKS.items():
            browser.look(size, is_dark=dark)
            paths.append(out / f"{shot.name.replace(', ', '-').replace(' ', '-')}-{name}.png")
            picture(browser, paths[-1])
        taken.append((shot, paths))
    return taken


def picture(browser: Browser, path: Path) -> None:
    """Save what the window shows, once the small pictures in it are drawn."""
    drawn = "return Array.from(document.images).every((one) => one.complete && one.naturalWidth)"
    browser.until(lambda: browser.driver.execute_script(drawn), "the pictures on the page")
    shown = browser.driver.execute_cdp_cmd("Page.captureScreenshot", {"format": "png"})
    path.write_bytes(base64.b64decode(shown["data"]))


def write_sheet(taken: list[tuple[Shot, list[Path]]], out: Path, mockups: Path | None) -> Path:
    """Write one page that shows all pictures, each row beside its mockup if there is one."""
    rows = []
    for shot, paths in taken:
        drawn = [mockups / shot.mockup] if mockups and shot.mockup else []
        images = "".join(
            f'<a href="{html.escape(str(path))}"><img src="{html.escape(str(path))}" alt="" loading="lazy"></a>'
            for path in (*(path.relative_to(out) for path in paths), *(path.resolve() for path in drawn))
        )
        rows.append(f"<h2>{html.escape(shot.name)}</h2><div>{images}</div>")
    style = "body{font:16px sans-serif;background:#888}div{display:flex;gap:8px;align-items:start}img{height:360px}"
    page = out / "index.html"
    page.write_text(f"<!doctype html><meta charset='utf-8'><title>Contact sheet</title><style>{style}</style>"
                    f"{''.join(rows)}", encoding="utf-8")  # fmt: skip
    return page


def take_web(out: Path, mockups: Path | None) -> Path:
    """Make a receiver with cases in every state, and take its pages."""
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="secondread-sheet-") as place:
        sample = SampleReceiver(Path(place))
        try:
            with open_browser() as browser:
                return write_sheet(take(browser, web_shots(sample), out), out, mockups)
        finally:
            sample.stop()


def take_window(out: Path, mockups: Path | None) -> Path:
    """Go through the whole journey in the real window, and take every state at 100 and 200 %, light and dark."""
    out.mkdir(parents=True, exist_ok=True)
    taken: dict[str, list[Path]] = {}
    for scale, (width, height) in WINDOW_SIZES.items():
        with tempfile.TemporaryDirectory(prefix="secondread-sheet-") as folder, screen_for_windows() as screen:
            place = Path(folder)
            receiver = ReceiverProcess(place / "receiver", demo=True, settings=WINDOW_PROGRAMME).start()
            try:
                open_window = opener(place, screen | {"QT_SCALE_FACTOR": scale})
                tours = (tour_of_discs(place, receiver, open_window), tour(place, receiver, open_window))
                for name, window in chain(*tours):
                    for look, is_dark in (("light", False), ("dark", True)):
                        path = out / f"{name.replace(', ', '-').replace(' ', '-')}-{scale}00-{look}.png"
                        window.do("look", is_dark, width, height)
                        window.do("words")  # lets the window lay itself out once more
                        window.do("grab", str(path))
                        taken.setdefault(name, []).append(path)
                    window.do("look", False, width, height)
            finally:
                receiver.stop()
    return write_sheet(
        [(Shot(name, len, WINDOW_MOCKUPS.get(name, "")), paths) for name, paths in taken.items()], out, mockups
    )


def put_into_guides(out: Path) -> None:
    """Put the pictures of README and guides where they are shown."""
    from PySide6.QtGui import QImage

    for taken, shown in GUIDES.items():
        if (out / taken).exists():
            image = QImage(str(out / taken)).convertToFormat(QImage.Format.Format_RGB888)
            assert image.save(str(ROOT / "shared" / "docs" / "pictures" / shown), "PNG", 0)  # packed as small as can be


def main() -> int:
    """Take the pictures and print where the sheet is."""
    parser = argparse.ArgumentParser(prog="contact_sheet")
    parser.add_argument("out", type=Path, metavar="OUT", help="the folder of the pictures")
    parser.add_argument("--web", action="store_true", help="only console and card page")
    parser.add_argument("--window", action="store_true", help="only the patient's window")
    parser.add_argument("--mockups", type=Path, metavar="FOLDER", help="pictures of the target, laid beside")
    parser.add_argument("--guides", action="store_true", help="put the pictures of README and guides in their place")
    options = parser.parse_args()
    out, mockups = options.out.resolve(), options.mockups
    if options.web or not options.window:
        print(take_web(out / "web", mockups))
    if options.window or not options.web:
        print(take_window(out / "window", mockups))
    if options.guides:
        put_into_guides(out)
    return 0


if __name__ == "__main__":
    sys.exit(main())
