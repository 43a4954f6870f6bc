"""The console in Chromium, against a real receiver: as a coordinator works through the morning."""

import pytest
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.keys import Keys

from tests.support.axe import overflow
from tests.support.browser import DESKTOP, PHONE, Browser
from tests.support.sample_cases import PASSWORD, SampleReceiver, sign_in


@pytest.fixture
def coordinator(browser: Browser, receiver: SampleReceiver) -> Browser:
    sign_in(browser, receiver.url, "coordinator")
    browser.at("/console/queue")
    return browser


def names(browser: Browser) -> list[str]:
    script = "return Array.from(document.querySelectorAll('.c-name a'), a => a.textContent)"
    return list(browser.driver.execute_script(script))


def chosen(browser: Browser) -> str:
    return str(browser.driver.execute_script("return document.querySelector('tr.sel .c-name a').textContent"))


def test_a_wrong_password_is_refused_in_words(browser: Browser, receiver: SampleReceiver) -> None:
    browser.open(f"{receiver.url}/console")
    browser.type("#email", "coordinator@example.org")
    browser.type("#password", "wrong")
    browser.press("Sign in")
    browser.sees("do not belong together")
    assert browser.find("#email").get_attribute("value") == "coordinator@example.org"


def test_the_queue_shows_the_most_pressing_first_and_chips_narrow_it(coordinator: Browser) -> None:
    assert names(coordinator)[:3] == ["MOREAU, CLAIRE", "OKAFOR, GRACE", "LOPEZ, MARIA"]
    coordinator.press("Name differs")
    coordinator.until(lambda: names(coordinator) == ["PATEL, RAVI"], "the case whose name differs")
    coordinator.sees("1 of ")
    coordinator.press("All")
    coordinator.until(lambda: len(names(coordinator)) > 4, "all cases")


def test_a_search_finds_a_patient_and_leaves_no_name_in_the_address(coordinator: Browser) -> None:
    coordinator.keys("/")
    coordinator.keys("larsen", Keys.ENTER)
    coordinator.until(lambda: names(coordinator) == ["LARSEN, INGRID"], "the one found")
    assert "larsen" not in coordinator.driver.current_url.lower()
    coordinator.keys(Keys.ENTER)  # what was found is chosen
    coordinator.sees("LARSEN, INGRID")
    coordinator.at("/console/cases/")
    coordinator.driver.back()
    coordinator.until(lambda: len(names(coordinator)) > 4, "the queue, and no question of the browser's")


def test_a_search_under_an_ended_session_says_so_on_a_page(coordinator: Browser, receiver: SampleReceiver) -> None:
    receiver.end_sessions()
    coordinator.keys("/")
    coordinator.keys("larsen", Keys.ENTER)
    coordinator.sees("Please sign in again")
    sign_in(coordinator, receiver.url, "coordinator")
    coordinator.driver.execute_script("document.querySelector('.search [name=form_token]').value = 'of another tab'")
    coordinator.keys("/")
    coordinator.keys("larsen", Keys.ENTER)
    coordinator.sees("This page was too old")


def test_the_queue_is_driven_by_keyboard_alone(coordinator: Browser) -> None:
    coordinator.keys("?")
    coordinator.sees("next or previous case")
    coordinator.keys(Keys.ESCAPE)
    coordinator.until(lambda: "next or previous case" not in coordinator.text, "the keys gone")
    outside = "return !document.querySelector('dialog[open]') && !document.activeElement.closest('dialog')"
    coordinator.until(lambda: coordinator.driver.execute_script(outside), "the keys' focus gone too")
    for key, name in (("j", "OKAFOR, GRACE"), ("j", "LOPEZ, MARIA"), ("k", "OKAFOR, GRACE")):
        coordinator.keys(key)
        coordinator.until(lambda name=name: chosen(coordinator) == name, f"{name} after {key}")
    coordinator.keys(Keys.ENTER)
    coordinator.at("/console/cases/")
    coordinator.sees("OKAFOR, GRACE")


def test_the_chosen_case_is_opened_by_the_button_and_taken_by_one_key(coordinator: Browser) -> None:
    assert coordinator.find("#open").text.startswith("Open MOREAU")
    coordinator.keys("j")
    coordinator.until(lambda: "OKAFOR" in coordinator.find("#open").text, "the button names the chosen case")
    coordinator.keys("a")
    coordinator.sees("OKAFOR, GRACE is yours now")
    coordinator.until(lambda: coordinator.find("tr.sel .c-with").text.endswith("coordinator"), "the list asked anew")
    assert coordinator.find("#count-mine").text == "1"
    coordinator.keys("a")
    coordinator.sees("cannot be assigned to you now")
    coordinator.press("Open OKAFOR")
    coordinator.at("/console/cases/")


def ask_again(browser: Browser) -> None:
    browser.driver.execute_script("htmx.trigger('#list', 'again')")


def test_a_list_left_open_counts_on_and_says_when_it_cannot(coordinator: Browser, receiver: SampleReceiver) -> None:
    before = int(coordinator.find("#count-queue").text)
    receiver.new_case("Later")
    ask_again(coordinator)
    coordinator.sees(f"{before + 1} open cases")
    assert coordinator.find("#count-queue").text == str(before + 1)
    network = {"offline": True, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1}
    coordinator.driver.execute_cdp_cmd("Network.enable", {})
    coordinator.driver.execute_cdp_cmd("Network.emulateNetworkConditions", network)
    ask_again(coordinator)
    coordinator.sees("The receiver does not answer")
    assert len(names(coordinator)) == before + 1
    coordinator.driver.execute_cdp_cmd("Network.emulateNetworkConditions", {**network, "offline": False})
    ask_again(coordinator)
    coordinator.until(lambda: "does not answer" not in coordinator.text, "the sentence gone")


SIZES = [DESKTOP, (1280, 720), (1024, 768), (1010, 700), (720, 450), PHONE]  # 720 is a desktop at 200 %


@pytest.mark.parametrize("last", ["W" * 60, "כהן-לוי"], ids=["long", "right to left"])
def test_no_name_makes_a_page_wider_than_the_window(coordinator: Browser, receiver: SampleReceiver, last: str) -> None:
    case = f"{receiver.url}/console/cases/{receiver.new_case(last)}"
    for size in SIZES:
        coordinator.look(size)
        coordinator.open(f"{receiver.url}/console/queue")
        assert overflow(coordinator) <= 0, size
        coordinator.type("#find", f"{last}\n")
        coordinator.sees("1 case found, in all lists")
        assert overflow(coordinator) <= 0, size
        coordinator.open(case)
        assert coordinator.find("h1").text == f"{last}, ANA"
        assert overflow(coordinator) <= 0, size
        coordinator.open(f"{case}/viewer")
        coordinator.sees("Zoom ")
        words = "const box = document.getElementById('who'); return box.scrollWidth - box.clientWidth"
        assert coordinator.driver.execute_script(words) <= 0, size


def poll(browser: Browser) -> bool:
    """Let the list ask as it does every 15 seconds, for a version that is past; tell whether it was replaced."""
    script = """
        const [done] = arguments, list = document.getElementById('list'), before = list.querySelector('table');
        document.getElementById('version').value = 'past';
        const look = () => done(list.querySelector('table') !== before);
        list.addEventListener('htmx:afterRequest', () => setTimeout(look, 100), { once: true });
        htmx.ajax('GET', list.getAttribute('hx-get') + '&version=past', { source: list, target: list });
    """
    return bool(browser.driver.execute_async_script(script))


def focused(browser: Browser) -> str:
    return str(browser.driver.execute_script("return document.activeElement.id || document.activeElement.tagName"))


def test_a_poll_keeps_the_focus_the_choice_and_the_place_of_the_page(coordinator: Browser) -> None:
    coordinator.look((1000, 320))
    scrolled = "window.scrollTo(0, 9999); return window.scrollY"
    before = coordinator.driver.execute_script(scrolled)
    assert before > 0
    assert poll(coordinator)
    assert coordinator.driver.execute_script("return window.scrollY") == before
    assert focused(coordinator) == "BODY"
    coordinator.driver.execute_script("document.getElementById('chip-new').focus({ preventScroll: true })")
    assert poll(coordinator)
    assert focused(coordinator) == "chip-new"
    coordinator.driver.execute_script("document.activeElement.blur()")
    coordinator.keys("j")
    chosen_before, row = chosen(coordinator), focused(coordinator)
    assert row.startswith("case-")
    assert poll(coordinator)
    assert (chosen(coordinator), focused(coordinator)) == (chosen_before, row)


def test_nothing_moves_under_a_hand_that_is_at_work(coordinator: Browser) -> None:
    ActionChains(coordinator.driver).move_to_element(coordinator.find("tbody tr:nth-child(2)")).perform()
    assert not poll(coordinator)
    ActionChains(coordinator.driver).move_to_element(coordinator.find("h1")).perform()
    coordinator.until(lambda: poll(coordinator), "the change, once the hand rests")
    coordinator.driver.execute_script("getSelection().selectAllChildren(document.querySelector('.c-number'))")
    assert not poll(coordinator)  # a number that is being copied stays
    coordinator.driver.execute_script("getSelection().removeAllRanges()")
    assert poll(coordinator)


def test_letters_typed_into_a_field_or_a_dialog_are_no_keys_and_a_held_key_acts_once(
    coordinator: Browser, receiver: SampleReceiver
) -> None:
    coordinator.keys("/")
    coordinator.keys("j", "k", "?", "a")
    assert coordinator.find("#find").get_attribute("value") == "jk?a"
    assert chosen(coordinator) == names(coordinator)[0]
    coordinator.driver.execute_script("document.activeElement.blur()")
    coordinator.keys("?")
    coordinator.keys("j")
    assert chosen(coordinator) == names(coordinator)[0]
    coordinator.keys(Keys.ESCAPE)
    coordinator.open(f"{receiver.url}/console/cases/{receiver.new_case('Held')}")
    acts = """
        const button = document.querySelector('[data-key="a"]'); let times = 0;
        button.form.addEventListener('submit', (event) => { event.preventDefault(); times += 1; });
        for (const repeat of [false, true, true])
            document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'a', repeat, bubbles: true }));
        return times;
    """
    assert coordinator.driver.execute_script(acts) == 1


def test_after_signing_out_the_way_back_shows_nobody(coordinator: Browser, receiver: SampleReceiver) -> None:
    coordinator.open(f"{receiver.url}/console/cases/{receiver.case('Lopez')}/intake")
    coordinator.sees("What the patient asks")
    coordinator.click(".rail form[action$='sign-out'] button")
    coordinator.sees("You are signed out")
    for _ in range(2):
        coordinator.driver.back()
        coordinator.sees("For staff of the programme")
        assert "LOPEZ" not in coordinator.text


def test_a_case_is_accepted_with_its_card_and_declined_with_a_reason(
    coordinator: Browser, receiver: SampleReceiver
) -> None:
    coordinator.open(f"{receiver.url}/console/cases/{receiver.new_case('Accepted')}")
    coordinator.press("Accept and capture 100.00 USD")
    coordinator.sees("the payment was captured")
    coordinator.open(f"{receiver.url}/console/cases/{receiver.new_case('Declined')}")
    coordinator.press("More")
    coordinator.type("#why-decline", "The images are of another hospital")
    coordinator.press("Decline this case")
    coordinator.sees("What was held on the card was given back")
    coordinator.press("Notes")
    coordinator.sees("The images are of another hospital")


def test_what_was_done_stands_in_the_audit_for_those_who_may_read_it(
    coordinator: Browser, receiver: SampleReceiver
) -> None:
    coordinator.open(f"{receiver.url}/console/audit")
    coordinator.sees("Your role does not include this")
    coordinator.driver.delete_all_cookies()
    sign_in(coordinator, receiver.url, "auditor")
    coordinator.sees("Refused: the role has no right to this")
    coordinator.find("#action").send_keys("Declined the case")
    coordinator.press("Show")
    coordinator.at("action=case_declined")
    assert "coordinator@example.org" in coordinator.text
    assert "ROSSI" not in coordinator.text


def test_a_note_typed_while_the_session_ended_is_kept_and_can_be_saved(
    coordinator: Browser, receiver: SampleReceiver
) -> None:
    coordinator.open(f"{receiver.url}/console/cases/{receiver.case('Lopez')}/notes")
    coordinator.type("#note", 'Call her "tomorrow"\nafter nine')
    receiver.end_sessions()
    coordinator.press("Save note")
    coordinator.sees("What you had typed is kept")
    coordinator.type("#email", "coordinator@example.org")
    coordinator.type("#password", PASSWORD)
    coordinator.press("Sign in")
    coordinator.sees("It has not been saved yet")
    assert coordinator.find("#text").get_attribute("value") == 'Call her "tomorrow"\nafter nine'
    coordinator.press("Save note")
    coordinator.sees("Your note is saved")
    coordinator.sees("after nine")


@pytest.mark.parametrize("tab", ["notes", "intake"])
def test_a_page_left_open_shows_no_patient_once_its_session_has_ended(
    coordinator: Browser, receiver: SampleReceiver, tab: str
) -> None:
    coordinator.open(f"{receiver.url}/console/cases/{receiver.case('Lopez')}/{tab}")
    if tab == "notes":
        coordinator.type("#note", "half a sentence")
    receiver.end_sessions()
    coordinator.driver.execute_script("document.dispatchEvent(new Event('visibilitychange'))")
    coordinator.sees("Please sign in again")
    assert "LOPEZ" not in coordinator.text
    coordinator.type("#email", "coordinator@example.org")
    coordinator.type("#password", PASSWORD)
    coordinator.press("Sign in")
    if tab == "notes":
        assert coordinator.find("#text").get_attribute("value") == "half a sentence"
    else:
        coordinator.sees("What the patient asks")


def test_a_menu_closes_by_escape_and_gives_the_focus_back(coordinator: Browser, receiver: SampleReceiver) -> None:
    coordinator.open(f"{receiver.url}/console/cases/{receiver.case('Moreau')}")
    coordinator.press("More")
    coordinator.find("#why-decline").send_keys("x")
    coordinator.keys(Keys.ESCAPE)
    focused = "return document.activeElement.tagName + document.querySelector('details.menu').open"
    assert coordinator.driver.execute_script(focused) == "SUMMARYfalse"


def test_somebody_new_is_let_in_by_a_link(browser: Browser, receiver: SampleReceiver) -> None:
    sign_in(browser, receiver.url, "administrator")
    browser.open(f"{receiver.url}/console/people")
    browser.type("#new-email", "new@example.org")
    browser.press("Add and make a link")
    link = browser.find("input.code").get_attribute("value")
    browser.driver.delete_all_cookies()
    assert link
    browser.open(link)
    browser.sees("new@example.org")
    browser.type("#password", "four words to remember")
    browser.type("#again", "four words to remember")
    browser.press("Set the password")
    browser.sees("Your password is set")
    sign_in(browser, receiver.url, "new", password="four words to remember")
    browser.at("/console/queue")


@pytest.mark.parametrize("role", ["administrator", "front_desk", "auditor"])
def test_each_role_sees_its_own_places_in_the_rail_and_on_a_phone_behind_more(
    browser: Browser, receiver: SampleReceiver, role: str
) -> None:
    manage = {"administrator": ["Reports", "Audit", "People", "Settings"], "auditor": ["Reports", "Audit"]}
    sign_in(browser, receiver.url, role)
    assert shown(browser, ".rail .manage a") == manage.get(role, [])
    browser.look(PHONE)
    assert shown(browser, ".rail .manage a") == []
    browser.click(".rail .more a")
    browser.at("/console/more")
    assert shown(browser, ".places a") == manage.get(role, [])
    browser.press("Sign out")
    browser.sees("You are signed out")
    assert overflow(browser) <= 0


def shown(browser: Browser, css: str) -> list[str]:
    return [link.text for link in browser.driver.find_elements("css selector", css) if link.is_displayed()]


def test_a_disc_that_was_not_whole_is_told_by_exam(coordinator: Browser, receiver: SampleReceiver) -> None:
    coordinator.open(f"{receiver.url}/console/cases/{receiver.case('Okafor')}")
    coordinator.sees("12 images in the disc's own index were not on the disc.")
    coordinator.find("#completeness summary").click()
    coordinator.sees("Missing from MAMMOGRAPHY, 12 November 2026: 12 of 14 images.")
    coordinator.sees("2 images, 12 not on the disc")
