"""What every test of the repository goes by."""

import importlib
import logging
import os
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile("here", deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True)
settings.load_profile("here")


def pytest_sessionstart() -> None:
    """Let CI stop where Qt's libraries are missing: elsewhere the window's tests are skipped then."""
    if os.environ.get("CI"):
        importlib.import_module("PySide6.QtWidgets")


@pytest.fixture(autouse=True)
def logging_as_found() -> Iterator[None]:
    """Give logging back as it was: a program under test installs its own, for the whole process."""
    root = logging.getLogger()
    handlers, level, raising = list(root.handlers), root.level, logging.raiseExceptions
    yield
    root.handlers[:] = handlers
    root.setLevel(level)
    logging.raiseExceptions = raising
    logging.captureWarnings(False)
