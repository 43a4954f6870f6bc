"""One receiver with cases in every state for the folder, and a browser for each test module."""

from collections.abc import Iterator

import pytest

from tests.support.browser import Browser, chromium_parts, open_browser
from tests.support.lacking import lacking
from tests.support.sample_cases import SampleReceiver


@pytest.fixture(scope="session")
def receiver(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SampleReceiver]:
    if chromium_parts() is None:
        lacking("no Chromium with its driver: apt-get install chromium chromium-driver")
    sample = SampleReceiver(tmp_path_factory.mktemp("browser"))
    yield sample
    sample.stop()


@pytest.fixture(scope="session")
def window() -> Iterator[Browser]:
    with open_browser() as browser:
        yield browser


@pytest.fixture
def browser(window: Browser, receiver: SampleReceiver) -> Browser:
    """The window as new: nobody is signed in, desktop width, light."""
    window.look()
    receiver.age_attempts()
    window.driver.delete_all_cookies()
    return window.open(f"{receiver.url}/console/sign-in")
