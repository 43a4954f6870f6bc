"""Forms that come late, too large, or with bytes that no form has: nothing is changed, and nothing typed is lost."""

import re

import pytest
from sqlalchemy.engine import Engine

from secondread_server.services.office import Office
from secondread_shared.states import CaseState, Role
from tests.support.console_client import PASSWORD, ConsoleBrowser, add_person, later, make_office, send_case
from tests.support.server_fakes import FakeOutside


@pytest.fixture
def office(outside: FakeOutside, engine: Engine) -> Office:
    office = make_office(outside, engine)
    for role in Role:
        add_person(office, role)
    return office


@pytest.fixture
def browser(office: Office) -> ConsoleBrowser:
    browser = ConsoleBrowser(office)
    browser.sign_in(Role.COORDINATOR)
    return browser


@pytest.mark.parametrize(("act", "label"), [("note", "Save note"), ("decline", "Decline this case")])
def test_words_typed_before_a_sign_in_in_another_tab_are_given_back_and_decide_nothing(
    browser: ConsoleBrowser, outside: FakeOutside, office: Office, act: str, label: str
) -> None:
    case = send_case(outside)
    browser.get(f"/cases/{case}/notes")
    page = browser.page
    later(outside, minutes=31)
    browser.sign_in(Role.COORDINATOR)  # in another tab
    browser.page = page
    assert browser.post(f"/cases/{case}/{act}", text="Call <b>her</b>").status_code == 200
    assert "It has not been saved yet" in browser.text
    assert "Call &lt;b&gt;her&lt;/b&gt;" in browser.text
    assert label in browser.text
    assert (office.book.notes(case), office.desk.cases.get(case).state) == ([], CaseState.RECEIVED)
    assert browser.post(f"/cases/{case}/{act}", text="Call <b>her</b>").status_code == 303
    assert [note.text for note in office.book.notes(case)] == ["Call <b>her</b>"]


def test_a_note_of_many_lines_fills_its_field_and_nothing_of_it_is_cut_off(
    browser: ConsoleBrowser, outside: FakeOutside, office: Office
) -> None:
    case, typed = send_case(outside), "\n".join(["x" * 9] * 500)  # 4,999 characters, as the field counts them
    sent = typed.replace("\n", "\r\n")  # as every browser sends them
    browser.get(f"/cases/{case}/notes")
    later(outside, minutes=31)
    browser.post(f"/cases/{case}/note", text=sent)
    assert typed in browser.text
    browser.sign_in(Role.COORDINATOR)
    browser.get(f"/cases/{case}/notes")
    assert browser.post(f"/cases/{case}/note", text=sent).status_code == 303
    assert [note.text for note in office.book.notes(case)] == [typed]


def test_an_old_form_without_words_is_refused_as_before(browser: ConsoleBrowser, outside: FakeOutside) -> None:
    case = send_case(outside)
    for act in ("note", "accept", "withdraw"):
        assert browser.post(f"/cases/{case}/{act}", form_token="0" * 64).status_code == 400, act
    assert "too old" in browser.text
    assert browser.post(f"/cases/{case}/accept", form_token="", text="words of no note").status_code == 400


@pytest.mark.parametrize("is_signed_in", [True, False])
@pytest.mark.parametrize("size", [5001, 300_000])
def test_a_note_that_is_too_long_is_refused_in_words_for_whoever_sends_it(
    office: Office, outside: FakeOutside, size: int, *, is_signed_in: bool
) -> None:
    case, browser = send_case(outside), ConsoleBrowser(office)
    if is_signed_in:
        browser.sign_in(Role.COORDINATOR)
    answer = browser.post(f"/cases/{case}/note", text="x" * size)
    wanted = 413 if size > 100_000 else 400 if is_signed_in else 401
    assert answer.status_code == wanted
    assert wanted == 401 or "5,000 characters" in browser.text
    assert "our fault" not in browser.text
    assert office.book.notes(case) == []


def test_an_address_with_a_slash_too_many_is_none_and_leads_nowhere(browser: ConsoleBrowser) -> None:
    answer = browser.get("//queue")
    assert (answer.status_code, answer.headers.get("Location")) == (404, None)


def test_a_kept_text_is_carried_through_a_wrong_password(
    browser: ConsoleBrowser, outside: FakeOutside, office: Office
) -> None:
    case = send_case(outside)
    browser.get(f"/cases/{case}/notes")
    later(outside, minutes=31)
    browser.post(f"/cases/{case}/note", text="Call her")
    for password in ("wrong", PASSWORD):
        [path] = re.findall(r'kept_path" value="([^"]+)"', browser.text)
        browser.post(
            "/sign-in", email="coordinator@example.org", password=password, kept_path=path, kept_text="Call her"
        )
    assert "It has not been saved yet" in browser.text
    browser.post(f"/cases/{case}/note", text="Call her")
    assert [note.text for note in office.book.notes(case)] == ["Call her"]
