"""The queue and the case: what is shown, what can be done, what is written down, and where the money goes."""

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from secondread_server.core.case import CaseEvent
from secondread_server.core.records import StaffRecord
from secondread_server.core.staff_records import AuditFilter, QueueEntry
from secondread_server.errors import CaseUnknown, ObjectMissing, WrongCaseState
from secondread_server.services.decide_case import accept_case, decline_case
from secondread_server.services.download_case import attachment, zip_blocks
from secondread_server.services.export_case import export_case
from secondread_server.services.office import Caller, Office
from secondread_server.services.settle_payment import capture_payment
from secondread_server.services.verify_case import object_key
from secondread_server.services.withdraw import withdraw_case
from secondread_server.web.console.downloads import saved_suffix, shown_kind
from secondread_shared.ids import new_case_id
from secondread_shared.states import CaseState, PaymentState, Role
from tests.support.console_client import (
    FILES,
    ConsoleBrowser,
    actions,
    later,
    manifest_of,
    send_case,
)
from tests.support.server_fakes import FakeOutside


@pytest.fixture
def browser(office: Office, people: dict[Role, StaffRecord]) -> ConsoleBrowser:
    return ConsoleBrowser(office)


@pytest.fixture
def coordinator(browser: ConsoleBrowser) -> ConsoleBrowser:
    browser.sign_in(Role.COORDINATOR)
    return browser


def payment(office: Office, case: str) -> PaymentState:
    record = office.desk.payments.find(case)
    assert record is not None
    return record.state


def test_an_empty_queue_says_what_will_come(coordinator: ConsoleBrowser) -> None:
    assert "New cases appear here by themselves" in coordinator.text


def test_the_queue_shows_each_case_with_time_and_badges_in_words(
    coordinator: ConsoleBrowser, outside: FakeOutside
) -> None:
    send_case(outside)
    send_case(outside, last_name="Santos", missing=1)
    send_case(outside, last_name="Patel", outcome="different")
    later(outside, hours=70)
    coordinator.sign_in(Role.COORDINATOR)
    for words in ("LOPEZ, MARIA", "2 hours left", "complete", "1 missing", "name differs", "authorised", "SANTOS"):
        assert words in coordinator.text
    coordinator.get("/queue?chip=missing")
    assert ("SANTOS" in coordinator.text, "LOPEZ" in coordinator.text) == (True, False)
    coordinator.get("/queue?view=waiting")
    assert ("SANTOS" in coordinator.text, "LOPEZ" in coordinator.text) == (True, False)
    later(outside, hours=5)
    coordinator.sign_in(Role.COORDINATOR)
    assert "3 hours over" in coordinator.text


def test_a_case_that_has_ended_is_never_late(coordinator: ConsoleBrowser, outside: FakeOutside) -> None:
    case = send_case(outside)
    outside.desk.cases.move(case, CaseEvent.DECLINED)
    later(outside, hours=90)
    coordinator.sign_in(Role.COORDINATOR)
    coordinator.get("/queue?view=done")
    assert "LOPEZ" in coordinator.text
    for words in ("Late or due within a day", "Time left", "nobody yet", "Nobody yet"):
        assert words not in coordinator.text
    coordinator.get(f"/cases/{case}")
    assert "was due" in coordinator.text
    assert "Nobody yet" not in coordinator.text


def test_the_list_says_how_many_are_late_and_how_many_are_due(
    coordinator: ConsoleBrowser, outside: FakeOutside
) -> None:
    send_case(outside)
    later(outside, hours=40)
    send_case(outside, last_name="Santos")
    for hours, said in ((10, "1 due within a day"), (30, "1 late"), (20, "1 late, 1 due within a day")):
        later(outside, hours=hours)
        coordinator.sign_in(Role.COORDINATOR)
        assert f"<span>{said}</span>" in coordinator.text
    assert "2 open cases" in coordinator.text


@pytest.mark.parametrize(
    ("role", "takes"), [(Role.COORDINATOR, True), (Role.ADMINISTRATOR, True), (Role.FRONT_DESK, False)]
)
def test_the_key_that_takes_a_case_is_offered_to_those_who_may(
    browser: ConsoleBrowser, outside: FakeOutside, role: Role, *, takes: bool
) -> None:
    send_case(outside)
    browser.sign_in(role)
    assert ("data-take" in browser.text, "assign to me" in browser.text) == (takes, takes)


def test_a_search_finds_by_name_and_number_and_leaves_no_name_in_an_address(
    coordinator: ConsoleBrowser, outside: FakeOutside
) -> None:
    case = send_case(outside)
    send_case(outside, last_name="Santos")
    number = outside.desk.cases.get(case).number
    coordinator.get("/queue")
    for words in ("lopez", "LOPEZ, MARIA", number, number.lower().replace("-", "")):
        coordinator.post("/queue", words=words)
        assert ("LOPEZ, MARIA" in coordinator.text, "SANTOS, MARIA" in coordinator.text) == (True, False)
    coordinator.post("/queue", words="nobody at all")
    assert "Nobody was found" in coordinator.text
    assert "name" not in "".join(line.detail for line in coordinator.office.audit.read(AuditFilter(), limit=99))


def test_a_poll_answers_only_if_something_changed(coordinator: ConsoleBrowser, outside: FakeOutside) -> None:
    send_case(outside)
    coordinator.get("/queue")
    version = coordinator.text.split('name="version" value="')[1].split('"')[0]
    assert coordinator.get(f"/queue/rows?version={version}").status_code == 204
    send_case(outside, last_name="Santos")
    answer = coordinator.get(f"/queue/rows?version={version}")
    assert answer.status_code == 200
    assert "SANTOS" in coordinator.text
    assert "<html" not in coordinator.text
    assert 'id="count-queue" hx-swap-oob="true">2<' in coordinator.text


def test_neither_page_nor_poll_reads_what_is_done_unless_it_is_looked_at_or_searched(
    coordinator: ConsoleBrowser, outside: FakeOutside, monkeypatch: pytest.MonkeyPatch
) -> None:
    case, done = send_case(outside), send_case(outside, last_name="Rossi")
    outside.desk.cases.move(done, CaseEvent.DECLINED)
    read: list[frozenset[CaseState]] = []
    entries = coordinator.office.book.entries

    def watched(states: frozenset[CaseState]) -> list[QueueEntry]:
        read.append(states)
        return entries(states)

    monkeypatch.setattr(coordinator.office.book, "entries", watched)
    for path in ("/queue", "/queue/rows", f"/cases/{case}", "/queue?view=mine", "/queue?view=waiting"):
        coordinator.get(path)
        assert CaseState.DECLINED not in read[-1], path
    coordinator.get("/queue?view=done")
    assert "ROSSI" in coordinator.text
    coordinator.get("/queue")
    coordinator.post("/queue", words="rossi")
    assert "ROSSI" in coordinator.text
    coordinator.get(f"/cases/{done}?view=done")
    assert "1 of 1" in coordinator.text


def test_a_case_page_shows_what_was_told_and_writes_down_who_looked(
    coordinator: ConsoleBrowser, outside: FakeOutside
) -> None:
    case = send_case(outside)
    coordinator.get(f"/cases/{case}")
    for words in ("2 of 2 images arrived", "Accept and capture 100.00 USD", "Ready to accept", "100.00 USD authorised"):
        assert words in coordinator.text
    coordinator.get(f"/cases/{case}/intake")
    for words in ("Is an operation needed?", "3 March 1951", "Privacy policy", "2026-11", "24 November 2026"):
        assert words in coordinator.text
    coordinator.get(f"/cases/{case}/reports")
    assert f"/console/cases/{case}/attachments/3" in coordinator.text
    coordinator.get(f"/cases/{case}/history")
    assert coordinator.text.count("Opened a case") == 4
    assert actions(coordinator.office, case) == ["case_seen"] * 4


@pytest.mark.parametrize("path", ["", "/intake", "/history", "/note", "/accept"])
def test_unknown_cases_and_drafts_do_not_exist(coordinator: ConsoleBrowser, path: str) -> None:
    page = coordinator.page
    for case in (new_case_id(), "x", "%2e%2e", "0" * 31 + "g"):
        coordinator.page = page
        call = coordinator.post if path in ("/note", "/accept") else coordinator.get
        assert call(f"/cases/{case}{path}").status_code == 404


def test_a_reviewer_sees_the_cases_that_are_theirs_and_no_others(
    browser: ConsoleBrowser, office: Office, people: dict[Role, StaffRecord], outside: FakeOutside
) -> None:
    mine, other = send_case(outside), send_case(outside, last_name="Santos")
    browser.sign_in(Role.COORDINATOR)
    browser.get(f"/cases/{mine}")
    browser.post(f"/cases/{mine}/accept")
    browser.get(f"/cases/{mine}")
    assert browser.post(f"/cases/{mine}/assign", staff=people[Role.AUDITOR].id).status_code == 404
    browser.get(f"/cases/{mine}")
    assert browser.post(f"/cases/{mine}/assign", staff=people[Role.REVIEWER].id).status_code == 303
    assert office.desk.cases.get(mine).state is CaseState.ASSIGNED
    browser.sign_in(Role.REVIEWER)
    assert ("LOPEZ" in browser.text, "SANTOS" in browser.text) == (True, False)
    assert browser.get(f"/cases/{mine}/intake").status_code == 200
    assert browser.get(f"/cases/{other}/intake").status_code == 404


def test_accepting_captures_once_and_again_changes_nothing(
    coordinator: ConsoleBrowser, office: Office, outside: FakeOutside
) -> None:
    case = send_case(outside)
    coordinator.get(f"/cases/{case}")
    token_page = coordinator.page
    assert coordinator.post(f"/cases/{case}/accept").headers["Location"].endswith("?done=captured")
    coordinator.page = token_page
    assert coordinator.post(f"/cases/{case}/accept").status_code == 303
    assert outside.card.captured == ["session-1"]
    assert payment(office, case) is PaymentState.CAPTURED
    coordinator.get(f"/cases/{case}?done=captured")
    assert "the payment was captured" in coordinator.text
    assert actions(office, case).count("case_accepted") == 1


def test_a_provider_that_does_not_answer_leaves_one_thing_to_do_again(
    coordinator: ConsoleBrowser, office: Office, outside: FakeOutside
) -> None:
    case = send_case(outside)
    coordinator.get(f"/cases/{case}")
    outside.card.is_silent = True
    assert coordinator.post(f"/cases/{case}/accept").status_code == 503
    outside.card.is_silent = False
    assert "does not answer" in coordinator.text
    assert (office.desk.cases.get(case).state, payment(office, case)) == ("accepted", "authorised")
    coordinator.get(f"/cases/{case}")
    assert "not captured yet" in coordinator.text
    assert coordinator.post(f"/cases/{case}/accept").status_code == 303
    assert payment(office, case) is PaymentState.CAPTURED


def test_declining_needs_a_reason_and_gives_the_money_back(
    coordinator: ConsoleBrowser, office: Office, outside: FakeOutside
) -> None:
    case = send_case(outside)
    coordinator.get(f"/cases/{case}")
    page = coordinator.page
    assert coordinator.post(f"/cases/{case}/decline", text=" \n").status_code == 400
    assert office.desk.cases.get(case).state is CaseState.RECEIVED
    coordinator.page = page
    assert coordinator.post(f"/cases/{case}/decline", text="The images are of another hospital").status_code == 303
    assert (office.desk.cases.get(case).state, payment(office, case)) == ("declined", "released")
    assert [(note.kind, note.text) for note in office.book.notes(case)] == [
        ("declined", "The images are of another hospital")
    ]
    coordinator.page = page
    assert coordinator.post(f"/cases/{case}/accept").status_code == 409
    assert outside.card.captured == []


def test_of_accepting_and_declining_at_once_only_one_moves_the_money(
    office: Office, people: dict[Role, StaffRecord], outside: FakeOutside
) -> None:
    case = send_case(outside)
    caller = Caller(person=people[Role.COORDINATOR], place="here")
    seen_by_both = office.book.entry(case)
    assert seen_by_both is not None
    decline_case(office, caller, seen_by_both, reason="no")
    with pytest.raises(WrongCaseState):
        accept_case(office, caller, seen_by_both)
    assert (outside.card.captured, payment(office, case)) == ([], PaymentState.RELEASED)


def test_what_the_provider_says_has_become_of_the_money_is_noted_not_what_it_was_asked(
    office: Office, outside: FakeOutside, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = send_case(outside)
    monkeypatch.setattr(outside.card, "release", lambda reference: PaymentState.CAPTURED)
    withdraw_case(office.desk, record=office.desk.cases.get(case))
    assert payment(office, case) is PaymentState.CAPTURED
    assert capture_payment(office.desk, case=case) == office.desk.payments.find(case)
    assert outside.card.captured == []


def test_withdrawing_for_the_patient_keeps_the_reason(
    coordinator: ConsoleBrowser, office: Office, outside: FakeOutside
) -> None:
    case = send_case(outside)
    coordinator.get(f"/cases/{case}")
    assert coordinator.post(f"/cases/{case}/withdraw", text="She called today").status_code == 303
    assert (office.desk.cases.get(case).state, payment(office, case)) == ("withdrawn", "released")
    assert actions(office, case)[-1] == "case_withdrawn"


def test_withdrawing_what_never_arrived_forgets_it_with_its_notes(
    coordinator: ConsoleBrowser, office: Office, outside: FakeOutside
) -> None:
    case = send_case(outside, missing=1)
    coordinator.get(f"/cases/{case}/notes")
    page = coordinator.page
    coordinator.post(f"/cases/{case}/note", text="Sounds worried")
    coordinator.page = page
    assert coordinator.post(f"/cases/{case}/withdraw", text="She called").status_code == 303
    assert (office.book.notes(case), office.book.files(case), office.desk.cases.intake(case)) == ([], [], None)
    assert "(deleted)" in coordinator.get(f"/cases/{case}").get_data(as_text=True)
    coordinator.page = page
    assert coordinator.post(f"/cases/{case}/note", text="late").status_code == 409


def test_words_of_a_person_are_shown_as_words(coordinator: ConsoleBrowser, outside: FakeOutside) -> None:
    case = send_case(outside, last_name="<img src=x onerror=alert(1)>")
    for path in ("/queue", f"/cases/{case}", f"/cases/{case}/intake"):
        coordinator.get(path)
        assert "<img src=x" not in coordinator.text.lower()
        assert "&lt;img src=x" in coordinator.text.lower()


def test_a_zip_holds_every_verified_file_stored_and_whole(office: Office, outside: FakeOutside) -> None:
    case = send_case(outside)
    with zipfile.ZipFile(io.BytesIO(b"".join(zip_blocks(office, case)))) as archive:
        assert archive.testzip() is None
        assert archive.read("manifest.json") == manifest_of(case, FILES)
        assert [archive.read(name) for name in archive.namelist()[1:]] == list(FILES.values())
        assert {info.compress_type for info in archive.infolist()} == {zipfile.ZIP_STORED}


def test_a_zip_is_what_an_export_writes(office: Office, outside: FakeOutside, tmp_path: Path) -> None:
    case = send_case(outside)
    export_case(outside.desk, record=outside.desk.cases.get(case), target=tmp_path / "out")
    written = {path.relative_to(tmp_path / "out").as_posix(): path for path in (tmp_path / "out").rglob("*.*")}
    with zipfile.ZipFile(io.BytesIO(b"".join(zip_blocks(office, case)))) as archive:
        assert set(archive.namelist()) == set(written)
        for name, path in written.items():
            assert archive.read(name) == path.read_bytes()


def test_what_has_not_arrived_is_named_in_the_manifest_of_a_zip(office: Office, outside: FakeOutside) -> None:
    case = send_case(outside, missing=1)
    with zipfile.ZipFile(io.BytesIO(b"".join(zip_blocks(office, case)))) as archive:
        assert archive.namelist() == ["manifest.json", "disc/2.dcm", "disc/3.pdf", "disc/4.pdf"]
        assert b"disc/1.dcm" in archive.read("manifest.json")


def test_a_zip_that_is_dropped_in_the_middle_lets_go_of_the_file_that_it_read(
    office: Office, outside: FakeOutside, monkeypatch: pytest.MonkeyPatch
) -> None:
    case, closed = send_case(outside), []
    read = outside.objects.read

    def watched(key: str) -> Iterator[bytes]:
        try:
            yield from read(key)
        finally:
            closed.append(key)

    monkeypatch.setattr(outside.objects, "read", watched)
    blocks = zip_blocks(office, case)
    assert next(blocks)
    blocks.close()  # type: ignore[attr-defined]
    assert len(closed) == 1


def test_a_zip_of_changed_bytes_ends_before_its_directory(office: Office, outside: FakeOutside) -> None:
    case = send_case(outside)
    last = office.book.files(case)[-1]
    outside.objects.contents[object_key(case, last.sha256)] = b"not what was verified"
    taken: list[bytes] = []
    with pytest.raises(ObjectMissing):
        taken.extend(zip_blocks(office, case))
    with pytest.raises(zipfile.BadZipFile):
        zipfile.ZipFile(io.BytesIO(b"".join(taken)))


def test_an_attachment_is_found_only_in_its_own_case(office: Office, outside: FakeOutside) -> None:
    case = send_case(outside)
    assert attachment(office, case=case, ordinal=3).size == len(FILES[3])
    for ordinal in (1, 5):
        with pytest.raises(CaseUnknown):
            attachment(office, case=case, ordinal=ordinal)


@pytest.mark.parametrize(
    ("first", "kind"),
    [(b"%PDF-1.7", "application/pdf"), (b"\x89PNG\r\n\x1a\n..", "image/png"), (b"\xff\xd8\xff\xe0", "image/jpeg"),
     (b"<html>", None), (b"<svg", None), (b"", None)],
)  # fmt: skip
def test_only_what_is_a_page_or_a_picture_by_its_bytes_is_shown(first: bytes, kind: str | None) -> None:
    assert shown_kind(first) == kind
    assert saved_suffix("a/b.DOCX") == "docx"
    assert saved_suffix('a/b."\r\nx') == "bin"
    for name in ("a.exe", "a.pdf.html", "a.svg", "a.hta", "a.lnk", "a.js", "a", "a.docm"):
        assert saved_suffix(name) == "bin", name


def test_the_audit_is_read_by_pages_and_filters(browser: ConsoleBrowser, outside: FakeOutside) -> None:
    case = send_case(outside)
    browser.sign_in(Role.COORDINATOR)
    for _ in range(60):
        browser.get(f"/cases/{case}")
    browser.sign_in(Role.COORDINATOR, "wrong")
    browser.sign_in(Role.AUDITOR)
    assert "Sign-in refused: wrong address or password" in browser.text
    assert "LOPEZ" not in browser.text
    assert browser.text.count("<tr>") == 51
    browser.get("/audit?action=case_seen&who=coordinator@example.org")
    older = browser.text.split("before=")[1].split('"')[0].split("&")[0]
    browser.get(f"/audit?action=case_seen&before={older}")
    assert browser.text.count("<tr>") == 11
    number = outside.desk.cases.get(case).number
    assert browser.get(f"/audit?case={number}").status_code == 200
    assert number in browser.text
    browser.get("/audit?case=NOPE&before=x&action=y")
    assert "Nothing was written down for this" in browser.text
