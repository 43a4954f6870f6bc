"""Debian's Chromium, headless, by its own driver: nothing is downloaded and nothing is kept of it."""

import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from selenium import webdriver
from selenium.common.exceptions import StaleElementReferenceException
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webelement import WebElement

from tests.support.lacking import lacking
from tests.support.receiver import wait_until

DESKTOP, PHONE = (1440, 900), (390, 844)
_FLAGS = (
    "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync", "--hide-scrollbars",
    "--disable-dev-shm-usage", "--no-proxy-server", "--lang=en-GB",
)  # fmt: skip


def chromium_parts() -> tuple[str, str] | None:
    """Return the paths of Chromium and its driver, or None if either is not here."""
    program = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    driver = shutil.which("chromedriver")
    return (program, driver) if program and driver else None


@contextmanager
def open_browser() -> Iterator["Browser"]:
    """Open a browser with a profile of its own; skip the test where there is none."""
    parts = chromium_parts()
    if parts is None:
        lacking("no Chromium with its driver: apt-get install chromium chromium-driver")
    with tempfile.TemporaryDirectory(prefix="secondread-chromium-", ignore_cleanup_errors=True) as profile:
        options = Options()
        options.binary_location = parts[0]
        for flag in (*_FLAGS, f"--user-data-dir={profile}"):
            options.add_argument(flag)
        driver = webdriver.Chrome(options=options, service=Service(executable_path=parts[1]))
        try:
            yield Browser(driver)
        finally:
            driver.quit()


class Browser:
    """One window. Every wait is for a condition."""

    def __init__(self, driver: webdriver.Chrome) -> None:
        self.driver = driver
        self.look()

    def look(self, size: tuple[int, int] = DESKTOP, *, is_dark: bool = False) -> None:
        """Set the window's width and height in CSS pixels, and what the person's system prefers."""
        width, height = size
        metrics = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": size == PHONE}
        self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
        wishes = {"prefers-color-scheme": "dark" if is_dark else "light", "prefers-reduced-motion": "reduce"}
        features = [{"name": name, "value": value} for name, value in wishes.items()]
        self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": features})

    def open(self, url: str) -> "Browser":
        """Go to an address."""
        self.driver.get(url)
        return self

    @property
    def path(self) -> str:
        """Where the window is, without the host."""
        return "/" + self.driver.current_url.split("/", 3)[3]

    @property
    def text(self) -> str:
        """What a person can read on the page."""
        return str(self.driver.execute_script("return document.body.innerText"))

    def find(self, css: str) -> WebElement:
        """Return the first element that a selector picks and that is shown, once it is there."""
        found: list[WebElement] = []

        def is_shown() -> bool:
            try:
                found[:] = [e for e in self.driver.find_elements(By.CSS_SELECTOR, css) if e.is_displayed()]
            except StaleElementReferenceException:
                return False
            return bool(found)

        wait_until(is_shown, seconds=15, what=css)
        return found[0]

    def click(self, css: str) -> None:
        """Press an element."""
        self.find(css).click()

    def press(self, label: str) -> None:
        """Press the button or link with that label."""
        path = f"//*[self::button or self::a or self::summary][contains(normalize-space(.), '{label}')]"
        shown: list[WebElement] = []

        def is_shown() -> bool:
            shown[:] = [e for e in self.driver.find_elements(By.XPATH, path) if e.is_displayed()]
            return bool(shown)

        wait_until(is_shown, seconds=15, what=label)
        shown[0].click()

    def type(self, css: str, text: str) -> None:
        """Write into a field in place of what stands there."""
        field = self.find(css)
        field.clear()
        field.send_keys(text)

    def keys(self, *keys: str) -> None:
        """Type wherever the focus is."""
        for key in keys:
            ActionChains(self.driver).send_keys(key).perform()

    def sees(self, words: str) -> None:
        """Wait until words stand on the page."""
        wait_until(lambda: words.lower() in self.text.lower(), seconds=15, what=words)

    def at(self, part: str) -> None:
        """Wait until the address holds something."""
        wait_until(lambda: part in self.path, seconds=15, what=part)

    def until(self, condition: Callable[[], object], what: str) -> None:
        """Wait for a condition; a page that is drawn anew under it is looked at again."""

        def holds() -> object:
            try:
                return condition()
            except StaleElementReferenceException:
                return False

        wait_until(holds, seconds=15, what=what)
