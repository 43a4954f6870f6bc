"""A migrated database in a file, a desk with real records and fakes for the rest, and staff of every role."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy.engine import Engine

from secondread_server.adapters.database.engine import make_engine
from secondread_server.adapters.database.migrate import migrate
from secondread_server.core.records import StaffRecord
from secondread_server.services.office import Office
from secondread_shared.states import Role
from tests.support.console_client import add_person, make_office
from tests.support.server_fakes import FakeOutside


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    url = f"sqlite:///{tmp_path / 'app.sqlite'}"
    migrate(url)
    engine = make_engine(url)
    yield engine
    engine.dispose()


@pytest.fixture
def outside(engine: Engine, tmp_path: Path) -> FakeOutside:
    return FakeOutside(engine, tmp_path)


@pytest.fixture
def office(outside: FakeOutside, engine: Engine) -> Office:
    return make_office(outside, engine)


@pytest.fixture
def people(office: Office) -> dict[Role, StaffRecord]:
    return {role: add_person(office, role) for role in Role}
