"""One receiver for the folder: every test opens cases of its own in it."""

from collections.abc import Iterator

import pytest

from tests.support.receiver import ReceiverProcess


@pytest.fixture(scope="session")
def receiver(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ReceiverProcess]:
    process = ReceiverProcess(
        tmp_path_factory.mktemp("receiver") / "data", settings="limits.cases_per_hour = 100000"
    ).start()
    yield process
    process.stop()
