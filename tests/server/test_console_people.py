"""People, reports and settings: who may be let in and how, what is counted, what is shown. All of it audited."""

import dataclasses
import datetime
import re

import msgspec
import pytest

from secondread_server.core.records import StaffRecord
from secondread_server.core.report import Decision, make_report, span
from secondread_server.core.staff_records import AuditFilter
from secondread_server.errors import LinkEnded
from secondread_server.services.office import Office
from secondread_server.services.people import set_password
from secondread_server.settings import MailSettings, StorageSettings
from secondread_server.web.console import manage_words
from secondread_server.web.console.shown_settings import shown_settings
from secondread_server.web.receiver.app import create_receiver
from secondread_shared.states import Role
from tests.support.console_client import ConsoleBrowser, actions, add_person, later, send_case
from tests.support.server_fakes import FakeOutside

NEW = "a new long password"


@pytest.fixture
def administrator(office: Office, people: dict[Role, StaffRecord]) -> ConsoleBrowser:
    browser = ConsoleBrowser(office)
    browser.sign_in(Role.ADMINISTRATOR)
    browser.get("/people")
    return browser


def link_on(browser: ConsoleBrowser) -> str:
    [link] = re.findall(r'value="http://localhost/console(/invitation/[\w-]{43})"', browser.text)
    return str(link)


def use(office: Office, link: str, password: str = NEW) -> ConsoleBrowser:
    browser = ConsoleBrowser(office)
    browser.get(link)
    browser.post(link, password=password, again=password)
    return browser


def test_somebody_who_is_added_gets_in_by_a_link_that_works_once(administrator: ConsoleBrowser, office: Office) -> None:
    assert administrator.post("/people", email=" Ann@Example.org", role="reviewer").status_code == 200
    link = link_on(administrator)
    assert ConsoleBrowser(office).sign_in("ann", "").status_code == 401
    browser = use(office, link)
    assert browser.page is not None
    assert browser.page.headers["Location"] == "/console/sign-in?done=password-set"
    assert browser.sign_in("ann", NEW).status_code == 303
    assert ConsoleBrowser(office).get(link).status_code == 410
    with pytest.raises(LinkEnded):
        set_password(office, token=link.rpartition("/")[2], password=NEW, place="here")
    steps = ["person_added", "link_made", "password_set"]
    assert [action for action in actions(office) if action in steps] == steps


def test_a_link_ends_after_three_days_and_with_the_next_link(
    administrator: ConsoleBrowser, office: Office, outside: FakeOutside, people: dict[Role, StaffRecord]
) -> None:
    reviewer = people[Role.REVIEWER].id
    administrator.post(f"/people/{reviewer}/link")
    first = link_on(administrator)
    administrator.post(f"/people/{reviewer}/link")
    second = link_on(administrator)
    assert ConsoleBrowser(office).get(first).status_code == 410
    assert ConsoleBrowser(office).get(second).status_code == 200
    later(outside, hours=73)
    assert ConsoleBrowser(office).get(second).status_code == 410
    assert ConsoleBrowser(office).get("/invitation/nothing").status_code == 410


def test_a_new_password_by_link_ends_what_was_signed_in_and_looking_ends_nothing(
    administrator: ConsoleBrowser, office: Office, people: dict[Role, StaffRecord]
) -> None:
    reviewer = ConsoleBrowser(office)
    reviewer.sign_in(Role.REVIEWER)
    administrator.post(f"/people/{people[Role.REVIEWER].id}/link")
    link = link_on(administrator)
    ConsoleBrowser(office).get(link)
    assert reviewer.get("/queue").status_code == 200
    use(office, link)
    assert reviewer.get("/queue").status_code == 401
    assert reviewer.sign_in(Role.REVIEWER).status_code == 401
    assert reviewer.sign_in(Role.REVIEWER, NEW).status_code == 303


def test_a_password_that_does_not_do_is_refused_with_the_way_out(
    administrator: ConsoleBrowser, office: Office, people: dict[Role, StaffRecord]
) -> None:
    administrator.post(f"/people/{people[Role.REVIEWER].id}/link")
    link, browser = link_on(administrator), ConsoleBrowser(office)
    browser.get(link)
    assert browser.post(link, password="short", again="short").status_code == 422
    assert "at least 12 characters" in browser.text
    assert browser.post(link, password=NEW, again="other").status_code == 422
    assert "not the same" in browser.text
    assert browser.post(link, password=NEW, again=NEW, form_token="0" * 64).status_code == 400
    browser.get(link)
    assert browser.post(link, password=NEW, again=NEW).status_code == 303


@pytest.mark.parametrize(("email", "told"), [("nobody", "whole e-mail"), ("reviewer@example.org", "in the list")])
def test_an_address_that_does_not_do_is_told_beside_its_field(
    administrator: ConsoleBrowser, email: str, told: str
) -> None:
    assert administrator.post("/people", email=email, role="reviewer").status_code == 422
    assert told in administrator.text
    assert f'value="{email}"' in administrator.text
    assert "person_added" not in actions(administrator.office)


def test_another_role_counts_from_the_next_click(
    administrator: ConsoleBrowser, office: Office, people: dict[Role, StaffRecord]
) -> None:
    browser = ConsoleBrowser(office)
    browser.sign_in(Role.REVIEWER)
    assert browser.get("/reports").status_code == 403
    administrator.post(f"/people/{people[Role.REVIEWER].id}/role", role="coordinator")
    assert browser.get("/reports").status_code == 200
    administrator.get("/people")
    assert administrator.post(f"/people/{people[Role.REVIEWER].id}/role", role="emperor").status_code == 404


def test_whoever_is_blocked_is_out_at_once_and_in_again_when_unblocked(
    administrator: ConsoleBrowser, office: Office, people: dict[Role, StaffRecord]
) -> None:
    browser, reviewer = ConsoleBrowser(office), people[Role.REVIEWER].id
    browser.sign_in(Role.REVIEWER)
    administrator.post(f"/people/{reviewer}/block")
    assert browser.get("/queue").status_code == 401
    assert browser.sign_in(Role.REVIEWER).status_code == 401
    assert office.book.reviewers() == []
    administrator.get("/people")
    assert "blocked" in administrator.text
    assert administrator.post(f"/people/{reviewer}/link").status_code == 404
    administrator.get("/people")
    administrator.post(f"/people/{reviewer}/unblock")
    assert browser.sign_in(Role.REVIEWER).status_code == 303


def test_signing_somebody_out_ends_every_session_of_theirs_and_nobody_elses(
    administrator: ConsoleBrowser, office: Office, people: dict[Role, StaffRecord]
) -> None:
    browsers = [ConsoleBrowser(office) for _ in range(2)]
    for browser in browsers:
        browser.sign_in(Role.REVIEWER)
    administrator.post(f"/people/{people[Role.REVIEWER].id}/end-sessions")
    assert [browser.get("/queue").status_code for browser in browsers] == [401, 401]
    assert administrator.get("/people").status_code == 200
    assert administrator.post(f"/people/{'0' * 32}/end-sessions").status_code == 404


@pytest.mark.parametrize("act", ["role", "block", "link"])
def test_nobody_changes_their_own_account_so_an_administrator_is_always_left(
    administrator: ConsoleBrowser, people: dict[Role, StaffRecord], act: str
) -> None:
    me = people[Role.ADMINISTRATOR].id
    assert administrator.post(f"/people/{me}/{act}", role="reviewer").status_code == 409
    assert administrator.get("/people").status_code == 200


def test_the_audit_names_whom_an_act_was_about(
    administrator: ConsoleBrowser, office: Office, people: dict[Role, StaffRecord]
) -> None:
    administrator.post(f"/people/{people[Role.REVIEWER].id}/role", role="coordinator")
    [line] = office.audit.read(AuditFilter(action="role_changed"), limit=9)
    assert (line.email, line.about) == ("administrator@example.org", "reviewer@example.org")
    assert manage_words.detail(line) == "reviewer@example.org, reviewer to case coordinator"
    administrator.get("/audit?action=role_changed")
    assert "reviewer to case coordinator" in administrator.text


def test_the_audit_is_read_by_day(administrator: ConsoleBrowser, outside: FakeOutside) -> None:
    later(outside, hours=13)
    administrator.sign_in(Role.ADMINISTRATOR)
    administrator.get("/audit?day=2026-11-24&action=signed_in")
    assert "24 November 2026" in administrator.text
    assert "25 November 2026" not in administrator.text
    administrator.get("/audit?day=yesterday&action=signed_in")
    assert "25 November 2026" in administrator.text


def test_the_reports_count_what_arrived_and_was_decided_and_how_long_it_took(
    administrator: ConsoleBrowser, outside: FakeOutside
) -> None:
    cases = [send_case(outside) for _ in range(3)]
    send_case(outside, missing=1)
    later(outside, hours=6)
    administrator.sign_in(Role.ADMINISTRATOR)
    for case, act in zip(cases, ("accept", "decline"), strict=False):
        administrator.get(f"/cases/{case}")
        assert administrator.post(f"/cases/{case}/{act}", text="why").status_code == 303
    administrator.get("/reports")
    figures = re.findall(r"<dt>([^<]+)</dt><dd><b[^>]*>([^<]+)</b>", administrator.text)
    assert figures == [
        ("Arrived whole", "3"),
        ("Accepted", "1"),
        ("Declined", "1"),
        ("Time to a decision", "6 hours"),
        ("Decided too late", "0"),
    ]
    assert "8 % of the promised 72 hours" in administrator.text
    administrator.get("/reports?from=2026-11-01&to=2026-11-02")
    assert "no decision yet" in administrator.text
    assert administrator.get("/reports?from=x&to=9999-12-31").status_code == 200
    assert administrator.get("/reports?from=0001-01-01&to=0001-01-02").status_code == 200


def test_a_report_counts_late_decisions_and_bounds_its_span() -> None:
    noon = datetime.datetime(2026, 11, 24, 12, tzinfo=datetime.UTC)
    hour = datetime.timedelta(hours=1)
    late = Decision(is_accepted=True, at=noon, received=noon - 80 * hour, promised_by=noon - 8 * hour)
    report = make_report([], [late], first=noon.date(), last=noon.date())
    assert (report.late, report.promise_share, report.median) == (1, 111, 80 * hour)
    first, last = span(datetime.date(2026, 1, 1), datetime.date(1990, 1, 1))
    assert (last, (last - first).days) == (datetime.date(2026, 1, 1), 365)


def test_a_mail_that_was_given_up_is_told_on_the_reports_page(
    administrator: ConsoleBrowser, outside: FakeOutside
) -> None:
    send_case(outside)
    while mails := outside.desk.mails.due():
        outside.desk.mails.claim(mails[0].key, now=outside.now)
        later(outside, hours=7)
    administrator.sign_in(Role.ADMINISTRATOR)
    administrator.get("/reports")
    assert "1 mail could not be delivered" in administrator.text


def test_the_settings_are_shown_without_a_secret(outside: FakeOutside, office: Office) -> None:
    secret = msgspec.structs.replace(
        outside.settings,
        mail=MailSettings(host="mail.example.org", user_name="me", password_file="/private/pass"),
        storage=StorageSettings(database_url="postgresql+psycopg://me:hidden@db/x"),
    )
    text = str(shown_settings(secret, public_url="https://opinion.example.org"))
    assert "https://opinion.example.org" in text
    assert "100.00 USD" in text
    assert not re.search("hidden|private|psycopg", text)
    add_person(office, Role.ADMINISTRATOR)
    browser = ConsoleBrowser(office)
    browser.sign_in(Role.ADMINISTRATOR)
    browser.get("/settings")
    assert "Nothing can be changed here" in browser.text


def test_the_programmes_logo_stands_on_the_pages_where_there_is_one(
    outside: FakeOutside, office: Office, people: dict[Role, StaffRecord]
) -> None:
    browser = ConsoleBrowser(office)
    assert browser.get("/logo.png").status_code == 404
    browser.get("/sign-in")
    assert "logo.png" not in browser.text
    picture = b"\x89PNG\r\n\x1a\n a star"
    programme = msgspec.structs.replace(outside.desk.rules.programme, logo=picture)
    desk = dataclasses.replace(outside.desk, rules=dataclasses.replace(outside.desk.rules, programme=programme))
    browser = ConsoleBrowser(dataclasses.replace(office, desk=desk))
    browser.get("/sign-in")
    assert '<img class="mark" src="/console/logo.png" alt="">' in browser.text
    answer = browser.get("/logo.png")
    assert (answer.data, answer.headers["Content-Type"]) == (picture, "image/png")
    public = create_receiver(desk, workflows=outside.workflows, place_key=b"k" * 32).test_client()
    assert '<img class="mark" src="/logo.png" alt="">' in public.get("/").text
    assert public.get("/logo.png").data == picture
