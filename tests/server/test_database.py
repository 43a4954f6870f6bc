"""The database: migrations lead to the schema, counters count, claims are exclusive."""

import datetime
from concurrent.futures import ThreadPoolExecutor

import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy.engine import Engine

from secondread_server.adapters.database import schema
from secondread_server.adapters.database.case_records import CaseRecords
from secondread_server.adapters.database.side_records import MailRecords, OpeningRecords
from secondread_server.core.case import CaseEvent
from secondread_server.core.records import CaseRecord
from secondread_server.errors import WrongCaseState
from secondread_shared.states import CaseState

NOW = datetime.datetime(2026, 11, 24, 12, 0, tzinfo=datetime.UTC)


def a_case(name: str = "a" * 32) -> CaseRecord:
    return CaseRecord(id=name, token_sha256="t", number=name[:11], state=CaseState.DRAFT, created=NOW)


def test_the_migrations_lead_to_exactly_the_schema(engine: Engine) -> None:
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), schema.metadata) == []


def test_sqlite_is_set_so_that_a_power_cut_loses_nothing(engine: Engine) -> None:
    with engine.connect() as connection:
        values = {n: connection.exec_driver_sql(f"PRAGMA {n}").scalar() for n in ("journal_mode", "synchronous")}
    assert values == {"journal_mode": "wal", "synchronous": 2}


def test_a_case_comes_back_as_it_went_in(engine: Engine) -> None:
    cases = CaseRecords(engine)
    assert cases.insert(a_case()) == cases.find("a" * 32) == a_case()


def test_the_first_of_two_inserts_stands(engine: Engine) -> None:
    cases = CaseRecords(engine)
    first = cases.insert(a_case())
    assert cases.insert(CaseRecord(id="a" * 32, token_sha256="u", number="n", state="draft", created=NOW)) == first  # type: ignore[arg-type]


def test_of_many_moves_at_once_exactly_one_succeeds(engine: Engine) -> None:
    cases = CaseRecords(engine)
    cases.insert(a_case())
    cases.move("a" * 32, CaseEvent.INTAKE_TAKEN)

    def complete(_: int) -> bool:
        try:
            cases.move("a" * 32, CaseEvent.COMPLETED, round=1)
        except WrongCaseState:
            return False
        return True

    with ThreadPoolExecutor(8) as pool:
        assert sum(pool.map(complete, range(16))) == 1


def test_openings_are_counted_by_place_and_hour(engine: Engine) -> None:
    openings = OpeningRecords(engine)
    with ThreadPoolExecutor(8) as pool:
        counts = list(pool.map(lambda _: openings.count("here", "2026-11-24T12"), range(20)))
    assert sorted(counts) == list(range(1, 21))
    assert openings.count("there", "2026-11-24T12") == 1
    assert openings.count("here", "2026-11-24T13") == 1


def test_of_many_claims_on_a_mail_exactly_one_succeeds_until_it_is_old(engine: Engine) -> None:
    CaseRecords(engine).insert(a_case())
    mails = MailRecords(engine)
    with engine.begin() as connection:
        connection.execute(sa.insert(schema.mails).values(key="k", case="a" * 32, kind="received"))
    with ThreadPoolExecutor(8) as pool:
        assert sum(pool.map(lambda _: mails.claim("k", now=NOW), range(16))) == 1
    assert mails.claim("k", now=NOW + datetime.timedelta(minutes=5))
    mails.mark_sent("k", NOW)
    assert not mails.claim("k", now=NOW + datetime.timedelta(minutes=50))
    assert mails.due() == []
