"""The card page in Chromium: good, declined and cancelled cards, and the fingers of people in a hurry."""

import pytest

from tests.support.axe import overflow
from tests.support.browser import DESKTOP, PHONE, Browser
from tests.support.card_page import card
from tests.support.sample_cases import SampleReceiver

GOOD, DECLINED = "4242 4242 4242 4242", "4000 0000 0000 0002"


def pay(browser: Browser, number: str) -> None:
    for name, text in card(number).items():
        browser.type(f"#{name}", text)
    browser.press("Authorise 100.00 USD")


@pytest.mark.parametrize("size", [DESKTOP, PHONE])
def test_a_good_card_leads_back_to_the_program(
    browser: Browser, receiver: SampleReceiver, size: tuple[int, int]
) -> None:
    browser.look(size)
    browser.open(receiver.new_payment())
    pay(browser, GOOD)
    browser.sees("You can close this page and go back to SecondRead")
    assert overflow(browser) <= 0


def test_a_declined_card_is_told_and_another_one_does(browser: Browser, receiver: SampleReceiver) -> None:
    browser.open(receiver.new_payment())
    pay(browser, DECLINED)
    browser.sees("Your bank declined this card")
    assert "Nothing was charged" in browser.text
    pay(browser, GOOD)
    browser.sees("Your card is authorised")


def test_cancelling_says_where_to_go(browser: Browser, receiver: SampleReceiver) -> None:
    browser.open(receiver.new_payment())
    browser.press("Cancel and go back")
    browser.sees("Close this page and go back to SecondRead")
    assert "Nothing was charged" in browser.text


def test_a_wrong_field_is_named_above_and_beside_it_and_the_rest_stays(
    browser: Browser, receiver: SampleReceiver
) -> None:
    browser.open(receiver.new_payment())
    browser.type("#number", GOOD)
    browser.type("#expiry", "01/20")
    browser.press("Authorise")
    browser.sees("This card has expired")
    assert browser.find("#number").get_attribute("value") == GOOD
    browser.click('a[href="#code"]')
    assert browser.driver.switch_to.active_element.get_attribute("id") == "code"


def test_back_reload_and_a_double_click_authorise_once(browser: Browser, receiver: SampleReceiver) -> None:
    url = receiver.new_payment()
    browser.open(url)
    for name, text in card(GOOD).items():
        browser.type(f"#{name}", text)
    browser.driver.execute_script("const b = document.querySelector('button.first'); b.click(); b.click();")
    browser.sees("Your card is authorised")
    browser.driver.refresh()
    browser.sees("Your card is authorised")
    browser.driver.back()
    browser.open(url)
    browser.sees("Your card is authorised")
    assert not browser.driver.find_elements("css selector", "form")
