"""Wrong passwords: a stranger who tries them keeps nobody out, and a known browser is no way around the lock."""

import pytest
from sqlalchemy.engine import Engine

from secondread_server.services.office import Office
from secondread_shared.states import Role
from tests.support.console_client import PASSWORD, ConsoleBrowser, actions, add_person, later, make_office
from tests.support.server_fakes import FakeOutside

MARK = "secondread_browser"


@pytest.fixture
def office(outside: FakeOutside, engine: Engine) -> Office:
    office = make_office(outside, engine)
    for role in Role:
        add_person(office, role)
    return office


def test_a_stranger_who_goes_on_trying_keeps_nobody_out_of_their_own_browser(
    office: Office, outside: FakeOutside
) -> None:
    own, stranger = ConsoleBrowser(office), ConsoleBrowser(office)
    assert own.sign_in(Role.COORDINATOR).status_code == 303
    for _ in range(8):  # two hours of it
        for _ in range(70):
            stranger.sign_in(Role.COORDINATOR, "wrong")
        assert stranger.sign_in(Role.COORDINATOR).status_code == 429
        own.post("/sign-out")
        assert own.sign_in(Role.COORDINATOR).status_code == 303
        assert stranger.sign_in(Role.COORDINATOR).status_code == 429  # who came in elsewhere frees no stranger
        later(outside, minutes=16)


def test_a_known_browser_has_no_more_attempts_than_anybody(office: Office) -> None:
    browser = ConsoleBrowser(office)
    browser.sign_in(Role.COORDINATOR)
    tries = [browser.sign_in(Role.COORDINATOR, "wrong").status_code for _ in range(9)]
    assert tries == [401] * 8 + [429]
    assert browser.sign_in(Role.COORDINATOR).status_code == 429


def test_a_mark_counts_for_its_own_account_only_and_cannot_be_made_up(office: Office) -> None:
    browser = ConsoleBrowser(office)
    browser.sign_in(Role.REVIEWER)
    marks = [browser.cookie(MARK), browser.cookie(MARK)[:-1] + "x", "x" * 43 + "." + "0" * 64, "", ".", "é.é"]
    for number, mark in enumerate(marks):
        browser._client.set_cookie(MARK, mark, path="/console")
        status = browser.sign_in(Role.COORDINATOR, "wrong").status_code
        assert status == 401, number
    assert [browser.sign_in(Role.COORDINATOR, "wrong").status_code for _ in range(3)] == [401, 401, 429]


def test_the_mark_opens_nothing_bears_no_name_and_is_out_of_reach(office: Office) -> None:
    browser = ConsoleBrowser(office, is_secure=False)
    answer = browser.sign_in(Role.COORDINATOR)
    [line] = [line for line in answer.headers.getlist("Set-Cookie") if line.startswith(MARK)]
    assert {"HttpOnly", "SameSite=Strict", "Path=/console"} <= set(line.split("; "))
    assert "coordinator" not in line
    other = ConsoleBrowser(office)
    other._client.set_cookie(MARK, browser.cookie(MARK), path="/console")
    assert other.get("/queue").status_code == 401


def test_a_lock_has_one_line_in_the_audit_however_often_it_is_tried(office: Office, outside: FakeOutside) -> None:
    browser = ConsoleBrowser(office)
    for name in ("coordinator", "nobody"):
        for _ in range(20):
            browser.sign_in(name, "wrong")
    assert (actions(office).count("sign_in_refused"), actions(office).count("sign_in_locked")) == (16, 2)
    for number in range(60):
        browser.sign_in(f"person{number}", "wrong")
    assert actions(office).count("sign_in_locked") == 3  # the place's own
    later(outside, minutes=16)
    for _ in range(10):
        browser.sign_in(Role.COORDINATOR, "wrong")
    assert actions(office).count("sign_in_locked") == 4


def test_a_link_for_a_new_password_ends_the_rest_after_too_many_attempts(office: Office) -> None:
    browser, administrator = ConsoleBrowser(office), ConsoleBrowser(office)
    for _ in range(9):
        browser.sign_in(Role.COORDINATOR, "wrong")
    assert browser.sign_in(Role.COORDINATOR).status_code == 429
    administrator.sign_in(Role.ADMINISTRATOR)
    administrator.get("/people")
    person = office.staff.find("coordinator@example.org")
    assert person is not None
    administrator.post(f"/people/{person.id}/link")
    link = administrator.text.split("/console/invitation/")[1].split('"')[0]
    browser.get(f"/invitation/{link}")
    browser.post(f"/invitation/{link}", password=f"{PASSWORD} new", again=f"{PASSWORD} new")
    assert browser.sign_in(Role.COORDINATOR, f"{PASSWORD} new").status_code == 303
