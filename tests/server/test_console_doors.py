"""Signing in, staying in, rights: the doors of the console."""

import re
from concurrent.futures import ThreadPoolExecutor

import pytest
import sqlalchemy as sa
from sqlalchemy.engine import Engine
from sqlalchemy.exc import DBAPIError

from secondread_server.adapters.database import schema
from secondread_server.adapters.password_hashes import Argon2Passwords
from secondread_server.core.access import GRANTS, Permission, is_allowed
from secondread_server.errors import SignInBusy, StaffRefused
from secondread_server.services.office import Office
from secondread_server.web.console import words
from secondread_shared.ids import token_digest
from secondread_shared.states import Role
from tests.support.console_client import ConsoleBrowser, actions, add_person, later, make_office, send_case
from tests.support.receiver import wait_until
from tests.support.server_fakes import FakeOutside


@pytest.fixture
def office(outside: FakeOutside, engine: Engine) -> Office:
    office = make_office(outside, engine)
    for role in Role:
        add_person(office, role)
    return office


@pytest.fixture
def browser(office: Office) -> ConsoleBrowser:
    return ConsoleBrowser(office)


def test_a_good_sign_in_keeps_only_a_digest_and_writes_a_line(browser: ConsoleBrowser, engine: Engine) -> None:
    assert browser.sign_in(Role.COORDINATOR).status_code == 303
    with engine.connect() as connection:
        [kept] = connection.execute(sa.select(schema.sessions.c.id_sha256)).scalars()
    assert kept == token_digest(browser.cookie())
    assert actions(browser.office)[:2] == ["signed_in", "queue_seen"]


def test_the_cookie_is_out_of_reach_of_scripts_and_other_sites(office: Office) -> None:
    for is_secure in (False, True):
        browser = ConsoleBrowser(office, is_secure=is_secure)
        browser.get("/sign-in")
        answer = browser.post("/sign-in", email="coordinator@example.org", password="a long enough password")
        cookie = next(line for line in answer.headers.getlist("Set-Cookie") if "secondread_session" in line)
        assert {"HttpOnly", "SameSite=Strict", "Path=/console"} <= set(cookie.split("; "))
        assert ("Secure" in cookie) is is_secure


@pytest.mark.parametrize("email", ["coordinator", "nobody"])
def test_a_wrong_password_and_an_unknown_account_are_answered_and_worked_at_alike(
    browser: ConsoleBrowser, email: str
) -> None:
    answer = browser.sign_in(email, "wrong")
    assert answer.status_code == 401
    assert "do not belong together" in browser.text
    assert browser.office.passwords.asked == 1  # type: ignore[attr-defined]
    assert actions(browser.office) == ["sign_in_refused"]


@pytest.mark.parametrize("email", ["coordinator", "nobody"])
def test_too_many_attempts_lock_an_account_for_a_while_even_for_the_right_password(
    browser: ConsoleBrowser, outside: FakeOutside, email: str
) -> None:
    for _ in range(8):
        assert browser.sign_in(email, "wrong").status_code == 401
    assert browser.sign_in(email).status_code == 429
    assert browser.office.passwords.asked == 8  # type: ignore[attr-defined]
    assert actions(browser.office)[-1] == "sign_in_locked"
    later(outside, minutes=16)
    assert browser.sign_in(email).status_code == (303 if email == "coordinator" else 401)


def test_too_many_attempts_lock_a_place_whatever_the_account(outside: FakeOutside, engine: Engine) -> None:
    office = make_office(outside, engine, place_attempts=5)
    browser = ConsoleBrowser(office)
    assert [browser.sign_in(f"person{n}", "wrong").status_code for n in range(6)] == [401] * 5 + [429]


def test_a_right_password_forgives_the_attempts_before_it(browser: ConsoleBrowser) -> None:
    for _ in range(3):
        for _ in range(7):
            browser.sign_in(Role.COORDINATOR, "wrong")
        assert browser.sign_in(Role.COORDINATOR).status_code == 303


def test_a_session_ends_when_idle_and_when_old(browser: ConsoleBrowser, outside: FakeOutside) -> None:
    browser.sign_in(Role.COORDINATOR)
    later(outside, minutes=29)
    assert browser.get("/queue").status_code == 200
    later(outside, minutes=31)
    assert browser.get("/queue").status_code == 401
    browser.sign_in(Role.COORDINATOR)
    for _ in range(35):
        later(outside, minutes=20)
        browser.get("/queue")
    assert browser.get("/queue").status_code == 200
    later(outside, minutes=21)
    assert browser.get("/queue").status_code == 401


def test_a_poll_keeps_no_session_alive_and_reloads_the_page_when_it_ended(
    browser: ConsoleBrowser, outside: FakeOutside
) -> None:
    browser.sign_in(Role.COORDINATOR)
    later(outside, minutes=29)
    assert browser.get("/queue/rows", **{"HX-Request": "true"}).status_code == 200
    later(outside, minutes=2)
    answer = browser.get("/queue/rows", **{"HX-Request": "true"})
    assert (answer.status_code, answer.headers["HX-Refresh"]) == (401, "true")


def test_signing_out_ends_the_session_at_the_server(browser: ConsoleBrowser, office: Office) -> None:
    browser.sign_in(Role.COORDINATOR)
    token = browser.cookie()
    assert browser.post("/sign-out").status_code == 303
    assert office.sessions.find(token_digest(token)) is None
    assert browser.get("/queue").status_code == 401
    assert "signed_out" in actions(office)


def test_a_note_that_was_typed_when_the_session_ended_is_given_back(
    browser: ConsoleBrowser, outside: FakeOutside, office: Office
) -> None:
    case = send_case(outside)
    browser.sign_in(Role.COORDINATOR)
    browser.get(f"/cases/{case}/notes")
    later(outside, minutes=31)
    typed = 'Call her <b>"tomorrow"</b>\nafter nine'
    assert browser.post(f"/cases/{case}/note", text=typed).status_code == 401
    assert "typed is kept" in browser.text
    path, kept = re.search(r'kept_path" value="([^"]+)"', browser.text), "kept_text"
    assert path
    browser.post(
        "/sign-in", email="coordinator@example.org", password="a long enough password",
        kept_path=path[1], **{kept: typed},
    )  # fmt: skip
    assert "&lt;b&gt;" in browser.text
    assert office.book.notes(case) == []
    assert browser.post(f"/cases/{case}/note", text=typed).status_code == 303
    assert [note.text for note in office.book.notes(case)] == [typed]


def test_words_typed_for_a_case_lead_back_to_it_even_if_there_were_none(
    browser: ConsoleBrowser, outside: FakeOutside
) -> None:
    case = send_case(outside)
    browser.sign_in(Role.COORDINATOR)
    browser.get(f"/cases/{case}")
    later(outside, minutes=31)
    browser.post(f"/cases/{case}/accept")
    assert f'name="wanted" value="/console/cases/{case}"' in browser.text
    assert outside.desk.cases.get(case).state == "received"


def test_an_open_page_can_ask_whether_its_session_lives_without_keeping_it_alive(
    browser: ConsoleBrowser, outside: FakeOutside
) -> None:
    browser.sign_in(Role.COORDINATOR)
    later(outside, minutes=20)
    assert browser.get("/awake").status_code == 204
    later(outside, minutes=11)
    assert browser.get("/awake", **{"HX-Request": "true"}).status_code == 401


def test_signing_in_ends_the_session_that_the_browser_had_before(browser: ConsoleBrowser, office: Office) -> None:
    browser.sign_in(Role.COORDINATOR)
    before = browser.cookie()
    browser.sign_in(Role.ADMINISTRATOR)
    assert office.sessions.find(token_digest(before)) is None
    assert browser.get("/people").status_code == 200


@pytest.mark.parametrize("path", ["", "/intake", "/history"])
def test_ids_of_other_cases_are_refused_and_leave_a_line_in_the_audit(
    browser: ConsoleBrowser, outside: FakeOutside, path: str
) -> None:
    case = send_case(outside)
    browser.sign_in(Role.REVIEWER)
    for tried in (case, "0" * 32, "nothing"):
        assert browser.get(f"/cases/{tried}{path}").status_code == 404
    assert actions(browser.office).count("case_refused") == 3
    assert actions(browser.office, case) == ["case_refused"]


@pytest.mark.parametrize("wanted", ["https://evil.example/", "//evil.example", "/console/../x", "/elsewhere"])
def test_signing_in_leads_nowhere_else(browser: ConsoleBrowser, wanted: str) -> None:
    browser.get("/sign-in")
    answer = browser.post("/sign-in", email="coordinator@example.org", password="a long enough password", wanted=wanted)
    assert answer.headers["Location"] == "/console"


def test_a_form_without_its_token_changes_nothing(browser: ConsoleBrowser, outside: FakeOutside) -> None:
    case = send_case(outside)
    browser.sign_in(Role.COORDINATOR)
    for token in ("", "0" * 64):
        assert browser.post(f"/cases/{case}/accept", form_token=token).status_code == 400
    assert outside.desk.cases.get(case).state == "received"
    browser.get("/sign-in")
    assert browser.post("/sign-in", form_token="", email="a", password="b").status_code == 400


ROUTES = {
    ("GET", "/queue"): Permission.QUEUE,
    ("GET", "/audit"): Permission.AUDIT,
    ("GET", "/reports"): Permission.REPORTS,
    ("GET", "/settings"): Permission.SETTINGS,
    ("GET", "/people"): Permission.PEOPLE,
    ("POST", "/people"): Permission.PEOPLE,
    ("POST", "/people/{}/role"): Permission.PEOPLE,
    ("POST", "/people/{}/block"): Permission.PEOPLE,
    ("POST", "/people/{}/unblock"): Permission.PEOPLE,
    ("POST", "/people/{}/link"): Permission.PEOPLE,
    ("POST", "/people/{}/end-sessions"): Permission.PEOPLE,
    ("GET", "/cases/{}/images"): Permission.CASE,
    ("GET", "/cases/{}/intake"): Permission.INTAKE,
    ("GET", "/cases/{}/reports"): Permission.FILES,
    ("GET", "/cases/{}/notes"): Permission.NOTES,
    ("POST", "/cases/{}/note"): Permission.NOTES,
    ("POST", "/cases/{}/accept"): Permission.DECIDE,
    ("POST", "/cases/{}/decline"): Permission.DECIDE,
    ("POST", "/cases/{}/withdraw"): Permission.DECIDE,
    ("POST", "/cases/{}/assign"): Permission.ASSIGN,
}


@pytest.mark.parametrize("role", list(Role))
def test_what_a_role_may_not_do_is_refused_and_written_down(
    browser: ConsoleBrowser, outside: FakeOutside, role: Role
) -> None:
    case = send_case(outside)
    browser.sign_in(role)
    front = browser.page
    for (method, path), permission in ROUTES.items():
        if is_allowed(role, permission):
            continue
        browser.page = front
        call = browser.get if method == "GET" else browser.post
        before = actions(browser.office).count("right_missing")
        assert call(path.format(case)).status_code == 403, path
        assert actions(browser.office).count("right_missing") == before + 1
        if path.startswith("/cases/"):
            assert actions(browser.office, case)[-1] == "right_missing"  # it names the case that was tried
    assert outside.desk.cases.get(case).state == "received"


def test_nobody_gets_a_page_without_a_session(browser: ConsoleBrowser, outside: FakeOutside) -> None:
    case = send_case(outside)
    for method, path in ROUTES:
        call = browser.get if method == "GET" else browser.post
        assert call(path.format(case)).status_code == 401
        assert "LOPEZ" not in browser.text


def test_every_role_has_its_line_in_the_table() -> None:
    assert set(GRANTS) == set(Role)
    assert GRANTS[Role.AUDITOR] == {Permission.AUDIT, Permission.REPORTS}


def test_every_refusal_has_its_sentence() -> None:
    assert set(StaffRefused.__subclasses__()) == words.LEAVES
    for table, kinds in ((words.STATES, "CaseState"), (words.ACTIONS, "AuditAction"), (words.PAYMENTS, "PaymentState")):
        assert set(table) == set(type(next(iter(table)))), kinds


REPLACE = (
    "INSERT OR REPLACE INTO audit_entries (id, at, action, detail, place) SELECT id, at, action, 'x', place "
    "FROM audit_entries"
)


@pytest.mark.parametrize(
    "statement",
    [schema.audit_entries.update().values(detail="x"), schema.audit_entries.delete(), sa.text(REPLACE)],
)
def test_the_audit_cannot_be_changed_even_by_a_statement(
    browser: ConsoleBrowser, engine: Engine, statement: sa.Executable
) -> None:
    browser.sign_in(Role.COORDINATOR)
    with pytest.raises(DBAPIError, match="append only"), engine.begin() as connection:
        connection.execute(statement)
    assert actions(browser.office)[:2] == ["signed_in", "queue_seen"]


def test_argon2_takes_the_right_password_and_nothing_else() -> None:
    passwords = Argon2Passwords()
    digest = passwords._hasher.hash("right")
    assert passwords.is_right(digest, "right")
    assert not passwords.is_right(digest, "wrong")
    assert not passwords.is_right(None, "no account has this password")
    assert not passwords.is_right("not a digest", "right")


def test_those_who_wait_for_their_password_to_be_looked_at_leave_threads_for_the_pages() -> None:
    passwords = Argon2Passwords()
    with passwords._turns, passwords._turns, ThreadPoolExecutor(12) as pool:
        waiting = [pool.submit(passwords.is_right, None, "x") for _ in range(8)]
        wait_until(lambda: passwords._places._value == 0, what="eight at the door")  # type: ignore[attr-defined]
        with pytest.raises(SignInBusy):
            passwords.is_right(None, "one too many")
        passwords._turns.release()  # those who worked are done
        assert [future.result(timeout=30) for future in waiting] == [False] * 8
        passwords._turns.acquire()
    assert not passwords.is_right(None, "there is room again")


def test_a_sign_in_that_has_no_turn_is_asked_to_come_again(
    browser: ConsoleBrowser, monkeypatch: pytest.MonkeyPatch
) -> None:
    def busy(*_arguments: object) -> bool:
        raise SignInBusy

    monkeypatch.setattr(browser.office.passwords, "is_right", busy)
    assert browser.sign_in(Role.COORDINATOR).status_code == 503
    assert "Many people are signing in" in browser.text
    assert 'value="coordinator@example.org"' in browser.text


def test_every_answer_carries_the_headers_and_no_page_holds_inline_script_or_style(
    browser: ConsoleBrowser, outside: FakeOutside
) -> None:
    case = send_case(outside)
    browser.sign_in(Role.ADMINISTRATOR)
    tabs = ("images", "intake", "reports", "notes", "history")
    for path in (
        "/sign-in",
        "/queue",
        "/audit",
        "/none",
        "/people",
        "/reports",
        "/settings",
        *(f"/cases/{case}/{tab}" for tab in tabs),
    ):
        answer = browser.get(path)
        policy = answer.headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert (answer.headers["X-Content-Type-Options"], answer.headers["Referrer-Policy"]) == (
            "nosniff",
            "no-referrer",
        )
        assert not re.search(r"<style|\sstyle=|\son\w+=|<script(?![^>]*\ssrc=)|javascript:", browser.text), path
        [title] = re.findall(r"<title>(.*?)</title>", browser.text)
        assert "opez" not in title.lower()


def test_only_plain_colours_of_a_programme_reach_the_stylesheet() -> None:
    css = words.programme_css({"brand": "#0b5cad", "ink": "red; } body { display: none", "other": "#ffffff"})
    assert "--brand: #0b5cad;" in css
    assert "display" not in css
    assert "other" not in css
