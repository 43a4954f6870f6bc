"""The viewer in Chromium: pages by hand, wheel and key, changes the window, says what it cannot show."""

import json

import pytest
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.actions.wheel_input import ScrollOrigin
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.select import Select

from tests.browser.test_access import examine, told
from tests.support.axe import overflow
from tests.support.browser import PHONE, Browser
from tests.support.sample_cases import SampleReceiver, sign_in


@pytest.fixture
def viewer(browser: Browser, receiver: SampleReceiver) -> Browser:
    sign_in(browser, receiver.url, "coordinator")
    browser.open(f"{receiver.url}/console/cases/{receiver.case('Lopez')}")
    browser.sees("Open all in viewer")
    browser.keys("v")
    browser.at("/viewer")
    is_drawn(browser)
    return browser


def says(browser: Browser, part: str) -> str:
    return str(browser.driver.execute_script("return document.getElementById(arguments[0]).textContent", part))


def picture(browser: Browser) -> str:
    """Return what the canvas shows, or nothing while it is black."""
    script = (
        "const c = document.getElementById('canvas');"
        "const p = c.getContext('2d').getImageData(0, 0, c.width, c.height).data;"
        "let sum = 0, mark = 0; for (let i = 0; i < p.length; i += 4) { sum += p[i]; mark = (mark * 31 + p[i]) % 1e9; }"
        "return sum ? String(mark) : '';"
    )
    return str(browser.driver.execute_script(script))


def is_drawn(browser: Browser) -> None:
    browser.until(lambda: picture(browser) and "Window" in says(browser, "how"), "an image")


def other_than(browser: Browser, before: str) -> str:
    browser.until(lambda: picture(browser) not in ("", before), "another picture")
    return picture(browser)


def test_images_are_paged_by_keys_wheel_and_slider(viewer: Browser) -> None:
    total = int(says(viewer, "where").split()[3])
    viewer.keys(Keys.HOME)
    viewer.until(lambda: f"Image 1 of {total}" in says(viewer, "where"), "the first")
    viewer.keys("j", Keys.ARROW_DOWN)
    viewer.until(lambda: f"Image 3 of {total}" in says(viewer, "where"), "the third")
    viewer.keys("k")
    viewer.until(lambda: f"Image 2 of {total}" in says(viewer, "where"), "the second")
    canvas = viewer.find("#canvas")
    ActionChains(viewer.driver).scroll_from_origin(ScrollOrigin.from_element(canvas), 0, 40).perform()
    viewer.until(lambda: f"Image 3 of {total}" in says(viewer, "where"), "the wheel's step")
    viewer.keys(Keys.END, Keys.PAGE_UP)
    viewer.find("#slider").send_keys(Keys.END)
    viewer.until(lambda: f"Image {total} of {total}" in says(viewer, "where"), "the last")


def test_a_drag_changes_the_window_and_a_double_click_gives_it_back(viewer: Browser) -> None:
    before, own = says(viewer, "how"), picture(viewer)
    canvas = viewer.find("#canvas")
    ActionChains(viewer.driver).move_to_element(canvas).click_and_hold().move_by_offset(120, 60).release().perform()
    viewer.until(lambda: says(viewer, "how") != before, "another window")
    other_than(viewer, own)
    assert Select(viewer.find("#presets")).first_selected_option.text == "By hand"
    ActionChains(viewer.driver).double_click(canvas).perform()
    viewer.until(lambda: picture(viewer) == own, "the file's window")
    assert says(viewer, "how") == before
    viewer.keys("z")
    ActionChains(viewer.driver).move_to_element(canvas).click_and_hold().move_by_offset(0, -80).release().perform()
    other_than(viewer, own)
    viewer.keys("r")
    viewer.until(lambda: picture(viewer) == own, "as it was")


def test_a_ct_offers_the_usual_windows(viewer: Browser, receiver: SampleReceiver) -> None:
    client = receiver.new_case("Ctscan")
    viewer.open(f"{receiver.url}/console/cases/{client}/viewer")
    is_drawn(viewer)
    asked = (
        "return JSON.stringify(performance.getEntriesByType('resource').map(e => e.name).filter(n => n.includes('?')))"
    )
    for button in viewer.driver.find_elements("css selector", ".ser"):
        button.click()
        viewer.until(lambda: says(viewer, "where"), "the set")
    names = [option.text for option in Select(viewer.find("#presets")).options]
    assert names[0] == "As the file says"
    addresses = json.loads(str(viewer.driver.execute_script(asked)))
    assert not [address for address in addresses if "lopez" in address.lower()]


def test_the_keys_are_told_and_c_leads_back_to_the_case(viewer: Browser) -> None:
    viewer.keys("?")
    viewer.sees("Keys and mouse")
    told(examine(viewer))
    viewer.keys(Keys.ESCAPE)
    viewer.until(lambda: "Keys and mouse" not in viewer.text, "the keys gone")
    viewer.keys("c")
    viewer.sees("Ready to accept")


def test_the_viewer_has_no_fault_and_fits_a_phone(viewer: Browser) -> None:
    told(examine(viewer))
    viewer.look(PHONE)
    viewer.driver.refresh()
    is_drawn(viewer)
    assert overflow(viewer) == 0
    for css in ("#back", ".tool", "#presets", ".ser"):
        assert viewer.find(css).size["height"] >= 44, css


def test_a_set_without_pictures_says_so_and_an_ended_session_shows_nobody(
    viewer: Browser, receiver: SampleReceiver
) -> None:
    case = viewer.path.split("/")[3]
    script = "return fetch(arguments[0]).then(answer => answer.status)"
    missing = viewer.driver.execute_script(script, f"/console/cases/{case}/frames/1/700.png")
    assert missing == 422
    receiver.end_sessions()
    viewer.driver.execute_script("document.querySelector('.ser').click()")
    viewer.sees("sign in")
    assert "LOPEZ" not in viewer.text
