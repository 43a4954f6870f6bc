"""The simulator's page as a person meets it, with the case waiting on the other side."""

import re
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
import requests

from secondread_server.core.card_form import DECLINED_CARD, GOOD_CARD
from tests.support.card_page import authorise, cancel, card, decline, look, press
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


@pytest.mark.parametrize(("act", "state"), [(authorise, "authorised"), (decline, "declined"), (cancel, "cancelled")])
def test_each_way_leads_to_its_state(demo: ReceiverProcess, act: Callable[[str], str], state: str) -> None:
    client = begun(demo)
    pending = client.api("PUT", "/payment").json()
    assert pending["payment_state"] == "pending"
    assert pending["amount"] == {"minor": 10000, "currency": "USD"}
    page = look(pending["url"])
    assert "100.00 USD" in page
    assert client.case not in pending["url"] + page
    assert "go back to SecondRead" in act(pending["url"])
    settled = client.api("GET", "/payment").json()
    assert (settled["payment_state"], settled["url"]) == (state, None)


def test_a_button_pressed_twice_and_another_button_change_nothing(demo: ReceiverProcess) -> None:
    client = begun(demo)
    url = client.api("PUT", "/payment").json()["url"]
    with ThreadPoolExecutor(6) as pool:
        pages = list(pool.map(authorise, [url] * 6))
    assert all("Your card is authorised" in page for page in pages)
    for fields in ({"outcome": "authorise", **card(DECLINED_CARD)}, {"outcome": "cancel"}, {"outcome": "nonsense"}):
        assert "Your card is authorised" in press(url, **fields)
    assert client.api("GET", "/payment").json()["payment_state"] == "authorised"


def test_each_button_ends_in_a_redirect_so_that_a_reload_presses_nothing(demo: ReceiverProcess) -> None:
    url = begun(demo).api("PUT", "/payment").json()["url"]
    form = {"outcome": "authorise", **card(GOOD_CARD)}
    answer = requests.post(url, data=form, timeout=30, allow_redirects=False)
    assert (answer.status_code, f"{demo.url}{answer.headers['Location']}") == (303, url)
    assert answer.headers["Cache-Control"] == "no-store"


def test_looking_at_the_page_authorises_nothing(demo: ReceiverProcess) -> None:
    client = begun(demo)
    look(client.api("PUT", "/payment").json()["url"])
    assert client.api("GET", "/payment").json()["payment_state"] == "pending"


def test_after_a_declined_card_the_page_takes_another_one(demo: ReceiverProcess) -> None:
    client = begun(demo)
    url = client.api("PUT", "/payment").json()["url"]
    assert "Your bank declined this card" in press(url, outcome="authorise", **card(DECLINED_CARD))
    assert client.api("GET", "/payment").json()["payment_state"] == "pending"
    assert "Your card is authorised" in authorise(url)
    assert client.api("GET", "/payment").json()["payment_state"] == "authorised"


def test_a_payment_that_was_given_up_can_be_begun_anew(demo: ReceiverProcess) -> None:
    client = begun(demo)
    first = client.api("PUT", "/payment").json()["url"]
    decline(first)
    second = client.api("PUT", "/payment").json()["url"]
    assert second not in (first, None)


@pytest.mark.parametrize(
    ("field", "typed", "told"),
    [
        ("number", "4242 4242 4242 4241", "a digit is wrong"),
        ("number", "", "not complete"),
        ("number", "4111 1111 1111 1111", "takes no real card"),
        ("expiry", "01 / 20", "has expired"),
        ("expiry", "13 / 40", "month and the year"),
        ("code", "12", "three digits"),
    ],
)
def test_a_field_that_does_not_stand_is_named_and_nothing_is_tried(
    demo: ReceiverProcess, field: str, typed: str, told: str
) -> None:
    client = begun(demo)
    url = client.api("PUT", "/payment").json()["url"]
    form = {"outcome": "authorise", **card(GOOD_CARD), field: typed}
    answer = requests.post(url, data=form, timeout=30)
    assert answer.status_code == 422
    assert told in answer.text
    assert f'aria-describedby="{field}-fault"' in answer.text
    assert 'value="123"' not in answer.text  # the code is never given back
    assert client.api("GET", "/payment").json()["payment_state"] == "pending"


def test_no_card_number_stands_in_the_log(demo: ReceiverProcess) -> None:
    authorise(begun(demo).api("PUT", "/payment").json()["url"])
    assert not re.search(r"4242|4000 ?0000", demo.log.read_text())


def test_there_is_no_such_page_without_a_session(demo: ReceiverProcess) -> None:
    assert requests.get(f"{demo.url}/simulator/{'0' * 48}", timeout=30).status_code == 404


def test_the_front_page_says_what_the_address_is_for(demo: ReceiverProcess) -> None:
    page = requests.get(demo.url, timeout=30)
    assert page.status_code == 200
    assert "second opinion" in page.text
    assert page.headers["Content-Security-Policy"].startswith("default-src 'none'")
    style = requests.get(f"{demo.url}/static/pages.css", timeout=30)
    assert style.headers["Content-Type"].startswith("text/css")
