"""The console on a real PostgreSQL: the migrations, the audit that only grows, and what SQLite forgives."""

import datetime
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy.engine import Engine
from sqlalchemy.exc import DBAPIError

from secondread_server.adapters.card_simulator import SimulatedCard
from secondread_server.adapters.database import schema
from secondread_server.adapters.database.engine import make_engine
from secondread_server.adapters.database.migrate import migrate
from secondread_server.adapters.database.staff_tables import AttemptRecords, AuditRecords
from secondread_server.core.records import StaffRecord
from secondread_server.core.staff_records import AuditAction, AuditFilter, AuditRecord
from secondread_server.errors import LastAdministrator, StaffExists, WrongCaseState
from secondread_server.services.decide_case import accept_case, add_note, assign_case, take_case
from secondread_server.services.office import Caller
from secondread_server.services.people import block_person
from secondread_shared.states import Role
from tests.support.console_client import ConsoleBrowser, actions, add_person, make_office, send_case
from tests.support.postgres import open_postgres
from tests.support.server_fakes import FakeOutside

NOW = datetime.datetime(2026, 11, 24, 12, 0, tzinfo=datetime.UTC)


@pytest.fixture(scope="module")
def engine() -> Iterator[Engine]:
    with open_postgres() as url:
        for _ in range(2):  # an upgrade that was run already changes nothing
            migrate(url)
        engine = make_engine(url)
        yield engine
        engine.dispose()


def test_the_migrations_lead_to_exactly_the_schema(engine: Engine) -> None:
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), schema.metadata) == []


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE audit_entries SET detail = 'x'",
        "DELETE FROM audit_entries",
        "TRUNCATE audit_entries",
        "INSERT INTO audit_entries SELECT * FROM audit_entries ON CONFLICT (id) DO UPDATE SET detail = 'x'",
    ],
)
def test_the_audit_can_be_added_to_and_nothing_else(engine: Engine, statement: str) -> None:
    audit = AuditRecords(engine)
    audit.add(AuditRecord(at=NOW, action=AuditAction.SIGNED_OUT, detail="kept"))
    before = audit.read(AuditFilter(), limit=500)
    with pytest.raises(DBAPIError, match="append only"), engine.begin() as connection:
        connection.execute(sa.text(statement))
    assert audit.read(AuditFilter(), limit=500) == before


def test_a_coordinators_morning_goes_as_on_sqlite(engine: Engine, tmp_path: Path) -> None:
    outside = FakeOutside(engine, tmp_path)
    office = make_office(outside, engine)
    for role in Role:
        add_person(office, role)
    with pytest.raises(StaffExists):
        add_person(office, Role.REVIEWER)
    case, browser = send_case(outside), ConsoleBrowser(office)
    browser.sign_in(Role.COORDINATOR)
    assert "LOPEZ, MARIA" in browser.text
    browser.get(f"/cases/{case}")
    assert browser.post(f"/cases/{case}/accept").headers["Location"].endswith("?done=captured")
    browser.sign_in(Role.ADMINISTRATOR)
    for path in ("/people", "/reports", "/settings", f"/audit?day=2026-11-24&case={case}", f"/cases/{case}/history"):
        assert browser.get(path).status_code == 200, path
    assert "case_accepted" in actions(office, case)


def test_attempts_at_once_are_counted_one_by_one(engine: Engine) -> None:
    attempts, window = AttemptRecords(engine), datetime.timedelta(minutes=15)
    with ThreadPoolExecutor(8) as pool:
        counts = list(pool.map(lambda _: attempts.count("account:x", now=NOW, window=window), range(24)))
    assert sorted(counts) == list(range(1, 25))


def test_what_is_pressed_twice_or_at_once_is_done_once_as_on_sqlite(engine: Engine, tmp_path: Path) -> None:
    outside = FakeOutside(engine, tmp_path)
    office = make_office(outside, engine)
    caller = Caller(person=add_person(office, Role.COORDINATOR, "twice"), place="")
    reviewers = [add_person(office, Role.REVIEWER, f"reviewer{n}").id for n in range(4)]
    case = send_case(outside)
    page = office.book.entry(case)
    assert page is not None
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda _: add_note(office, caller, page, text="Call her"), range(4)))
        list(pool.map(lambda _: accept_case(office, caller, page), range(4)))
        list(pool.map(lambda staff: assign_case(office, caller, page, staff=staff), reviewers))
    assert len(office.book.notes(case)) == 1
    assert actions(office, case) == ["note_added", "case_accepted"] + ["case_assigned"] * 4
    assert outside.card.captured == ["session-1"]
    with pytest.raises(WrongCaseState):
        take_case(office, caller, page)


def test_a_zero_byte_which_postgresql_does_not_take_is_refused_in_words(engine: Engine, tmp_path: Path) -> None:
    outside = FakeOutside(engine, tmp_path)
    office = make_office(outside, engine)
    add_person(office, Role.ADMINISTRATOR, "zero")
    case, browser = send_case(outside), ConsoleBrowser(office)
    browser.get("/sign-in")
    assert browser.post("/sign-in", email="a\0b@example.org", password="x").status_code == 400
    assert "Nothing was changed" in browser.text
    browser.sign_in("zero")
    for path in ("/audit?who=a%00b", "/audit?case=%00", "/invitation/%00", "/people/%00", f"/cases/{case}%00"):
        assert browser.get(path).status_code in (400, 404), path
    browser.get(f"/cases/{case}/notes")
    assert browser.post(f"/cases/{case}/note", text="a\0b").status_code == 400
    browser.get("/people")
    assert browser.post("/people/%00/block").status_code == 400
    card = SimulatedCard(engine, public_url="http://127.0.0.1")
    assert card.amount("\0") is None
    assert card.webhook(b"\0", {}) is None


def test_of_two_administrators_who_block_each_other_at_once_one_is_left(engine: Engine, tmp_path: Path) -> None:
    office = make_office(FakeOutside(engine, tmp_path), engine)
    with engine.begin() as connection:
        connection.execute(schema.staff.update().values(is_blocked=True))
    both = [add_person(office, Role.ADMINISTRATOR, name) for name in ("ann", "ben")]

    def block(person: StaffRecord, other: StaffRecord) -> bool:
        try:
            block_person(office, Caller(person=person, place=""), staff=other.id)
        except LastAdministrator:
            return False
        return True

    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(block, both, reversed(both))) == [False, True]
