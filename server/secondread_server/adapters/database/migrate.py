"""Brings a database to the present schema with Alembic. Safe to repeat; a fresh database gets everything."""

from pathlib import Path

import alembic.command
from alembic.config import Config

_FOLDER = Path(__file__).parent / "migrations"


def migrate(url: str) -> None:
    """Apply every migration that the database has not seen."""
    config = Config()
    config.set_main_option("script_location", str(_FOLDER))
    config.attributes["url"] = url
    alembic.command.upgrade(config, "head")
