"""Every page by axe-core against WCAG 2.2 AA, light and dark, at desktop and phone width, and nothing wider than it."""

import pytest

from tests.support.axe import faults
from tests.support.browser import DESKTOP, PHONE, Browser
from tests.support.card_page import decline
from tests.support.sample_cases import PASSWORD, SampleReceiver, sign_in

LOOKS = [(size, dark) for size in (DESKTOP, PHONE) for dark in (False, True)]
CASE_PAGES = ("images", "intake", "reports", "notes", "history")
PAGES = {
    "administrator": ("/queue", "/queue?view=waiting", "/queue?view=done", "/queue?view=mine", "/audit", "/people",
                      "/reports", "/settings", "/more", "/none"),
    "front_desk": ("/queue", "/people"),
    "auditor": ("/audit", "/reports"),
}  # fmt: skip


def examine(browser: Browser) -> list[str]:
    """Return the faults of the page that is open, in every look."""
    found = []
    for size, dark in LOOKS:
        browser.look(size, is_dark=dark)
        name = f"{browser.path} {size[0]} {'dark' if dark else 'light'}"
        found += [f"{name} {fault}" for fault in faults(browser)]
    browser.look()
    return found


def told(found: list[str]) -> None:
    assert not found, "\n" + "\n".join(found)


def test_the_way_in(browser: Browser, receiver: SampleReceiver) -> None:
    found = examine(browser)
    browser.type("#email", "nobody@example.org")
    browser.type("#password", "wrong")
    browser.press("Sign in")
    browser.sees("did not match")
    told(found + examine(browser))


@pytest.mark.parametrize("role", list(PAGES))
def test_the_pages_of_each_role(browser: Browser, receiver: SampleReceiver, role: str) -> None:
    sign_in(browser, receiver.url, role)
    told([fault for path in PAGES[role] for fault in examine(browser.open(f"{receiver.url}/console{path}"))])


@pytest.mark.parametrize("last", ["Lopez", "Santos", "Patel", "Brandt", "Rossi", "Kamau"])
def test_the_pages_of_a_case(browser: Browser, receiver: SampleReceiver, last: str) -> None:
    sign_in(browser, receiver.url, "coordinator")
    here = f"{receiver.url}/console/cases/{receiver.case(last)}"
    pages = CASE_PAGES if last == "Lopez" else ("images", "notes")
    told([fault for tab in pages for fault in examine(browser.open(f"{here}/{tab}"))])


def test_what_opens_on_a_page(browser: Browser, receiver: SampleReceiver) -> None:
    sign_in(browser, receiver.url, "administrator")
    browser.open(f"{receiver.url}/console/cases/{receiver.case('Lopez')}")
    browser.press("More")
    found = examine(browser)
    browser.open(f"{receiver.url}/console/people")
    browser.type("#new-email", "nobody")
    browser.press("Add and make a link")
    browser.sees("whole e-mail address")
    browser.click(".person:last-child summary")
    found += examine(browser)
    browser.open(f"{receiver.url}/console/queue")
    browser.keys("?")
    browser.sees("next or previous case")
    told(found + examine(browser))


def test_the_pages_between_two_sessions(browser: Browser, receiver: SampleReceiver) -> None:
    sign_in(browser, receiver.url, "administrator")
    browser.open(f"{receiver.url}/console/people")
    browser.type("#new-email", "looked-at@example.org")
    browser.press("Add and make a link")
    link = str(browser.find("input.code").get_attribute("value"))
    found = examine(browser) + examine(browser.open(link))
    browser.open(f"{receiver.url}/console/cases/{receiver.case('Lopez')}/notes")
    browser.type("#note", "half a sentence")
    receiver.end_sessions()
    browser.press("Save note")
    browser.sees("What you had typed is kept")
    found += examine(browser)
    browser.type("#email", "administrator@example.org")
    browser.type("#password", PASSWORD)
    browser.press("Sign in")
    browser.sees("It has not been saved yet")
    told(found + examine(browser))


def test_the_card_page_in_every_state(browser: Browser, receiver: SampleReceiver) -> None:
    found = examine(browser.open(f"{receiver.url}/"))
    url = receiver.new_payment()
    found += examine(browser.open(url))
    browser.press("Authorise")
    browser.sees("another look")
    found += examine(browser)
    decline(url)
    told(found + examine(browser.open(url)))
