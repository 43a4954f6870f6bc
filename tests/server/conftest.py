"""A migrated database in a file, and a desk with real records and fakes for the rest."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy.engine import Engine

from secondread_server.adapters.database.engine import make_engine
from secondread_server.adapters.database.migrate import migrate
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
