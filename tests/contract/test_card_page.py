"""The simulator's page as a person meets it, with the case waiting on the other side."""

from collections.abc import Iterator

import pytest
import requests

from tests.support.case_client import CaseClient
from tests.support.receiver import ReceiverProcess


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ReceiverProcess]:
    process = ReceiverProcess(tmp_path_factory.mktemp("demo") / "data", demo=True).start()
    yield process
    process.stop()


def begun(demo: ReceiverProcess) -> CaseClient:
    client = CaseClient(demo.url)
    client.open()
    assert client.put_intake().status_code == 200
    return client


@pytest.mark.parametrize(
    ("outcome", "state"), [("authorise", "authorised"), ("decline", "declined"), ("cancel", "cancelled")]
)
def test_each_button_leads_to_its_state(demo: ReceiverProcess, outcome: str, state: str) -> None:
    client = begun(demo)
    pending = client.api("PUT", "/payment").json()
    assert pending["payment_state"] == "pending"
    assert pending["amount"] == {"minor": 10000, "currency": "USD"}
    page = requests.get(pending["url"], timeout=30)
    assert "100.00 USD" in page.text
    assert client.case not in page.url + page.text
    requests.post(pending["url"], data={"outcome": outcome}, timeout=30)
    settled = client.api("GET", "/payment").json()
    assert (settled["payment_state"], settled["url"]) == (state, None)


def test_a_button_pressed_twice_and_a_second_button_change_nothing(demo: ReceiverProcess) -> None:
    client = begun(demo)
    url = client.api("PUT", "/payment").json()["url"]
    for outcome in ("authorise", "authorise", "decline", "cancel", "nonsense"):
        assert "authorised" in requests.post(url, data={"outcome": outcome}, timeout=30).text
    assert client.api("GET", "/payment").json()["payment_state"] == "authorised"


def test_looking_at_the_page_authorises_nothing(demo: ReceiverProcess) -> None:
    client = begun(demo)
    url = client.api("PUT", "/payment").json()["url"]
    requests.get(url, timeout=30)
    assert client.api("GET", "/payment").json()["payment_state"] == "pending"


def test_a_declined_card_can_be_tried_again(demo: ReceiverProcess) -> None:
    client = begun(demo)
    first = client.api("PUT", "/payment").json()["url"]
    requests.post(first, data={"outcome": "decline"}, timeout=30)
    second = client.api("PUT", "/payment").json()["url"]
    assert second not in (first, None)


def test_there_is_no_such_page_without_a_session(demo: ReceiverProcess) -> None:
    assert requests.get(f"{demo.url}/simulator/{'0' * 48}", timeout=30).status_code == 404


def test_the_front_page_says_what_the_address_is_for(demo: ReceiverProcess) -> None:
    page = requests.get(demo.url, timeout=30)
    assert page.status_code == 200
    assert "second opinion" in page.text
    assert page.headers["Content-Security-Policy"].startswith("default-src 'none'")
    style = requests.get(f"{demo.url}/static/pages.css", timeout=30)
    assert style.headers["Content-Type"].startswith("text/css")
