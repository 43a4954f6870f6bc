"""Verifications as DBOS workflows: they survive a killed process. Inputs are ids only, for they are pickled.

A workflow's id carries its round, for a finished id only returns its old result. Steps run at least once; each is
safe to repeat (see `services/verify_case.py`). `_VERSION` is bumped only after all workflows have drained: DBOS does
not recover those of another version.
"""

import logging
import sqlite3
from collections.abc import Callable
from pathlib import Path

from dbos import DBOS, DBOSConfig, SetWorkflowID

from secondread_server.services.collaborators import Desk
from secondread_server.services.notify import send_due_mails
from secondread_server.services.verify_case import drop_uploads, settle_case, uploads_to_verify, verify_parcel
from secondread_shared.durable import make_private_file

_VERSION = "1"
_QUEUE = "verify"
_ALIVE = frozenset({"PENDING", "ENQUEUED", "DELAYED"})


class DbosWorkflows:
    """Launches DBOS in this process. One executor id a process; a dead process's work waits until its id is back."""

    def __init__(self, *, database_url: str, executor_id: str, desk: Desk) -> None:
        if database_url.startswith("sqlite:///"):
            _prepare_file(Path(database_url.removeprefix("sqlite:///")))
        self._config: DBOSConfig = {
            "name": "secondread",
            "system_database_url": database_url,
            "application_version": _VERSION,
            "executor_id": executor_id,
            "log_level": "WARNING",
            "max_executor_threads": 8,
        }
        self._verify: Callable[[str, int], str] = lambda _case, _round: ""
        self._desk = desk

    def launch(self) -> None:
        """Start DBOS; it takes up what a killed process of this executor id left."""
        _redact_logs()
        DBOS(config=self._config)
        self._verify = _register(self._desk)
        DBOS.launch()
        _redact_logs()
        DBOS.register_queue(_QUEUE, worker_concurrency=2, polling_interval_sec=0.2, on_conflict="always_update")

    def start(self, case: str, round_number: int) -> None:
        """Enqueue a verification; the same case and round never run twice."""
        with SetWorkflowID(_workflow_id(case, round_number)):
            DBOS.enqueue_workflow(_QUEUE, self._verify, case, round_number)

    def is_alive(self, case: str, round_number: int) -> bool:
        """Tell whether that verification is running, waiting, or still to be recovered."""
        status = DBOS.get_workflow_status(_workflow_id(case, round_number))
        return status is not None and status.status in _ALIVE

    def close(self) -> None:
        """Let running steps end for a few seconds; what is left is taken up at the next launch."""
        DBOS.destroy(workflow_completion_timeout_sec=8)


def _workflow_id(case: str, round_number: int) -> str:
    return f"verify:{case}:{round_number}"


def _prepare_file(path: Path) -> None:
    make_private_file(path)
    connection = sqlite3.connect(path)
    try:
        connection.execute("PRAGMA journal_mode=WAL")
    finally:
        connection.close()


def _redact_logs() -> None:
    """Send DBOS's records to the root's handler: its own writes tracebacks. With a handler there it adds none."""
    logger = logging.getLogger("dbos")
    logger.handlers[:] = [logging.NullHandler()]
    logger.propagate = True


def _register(desk: Desk) -> Callable[[str, int], str]:
    """Register the workflow and its steps under fixed names, bound to this process's collaborators."""

    @DBOS.step(name="uploads_to_verify", retries_allowed=True, max_attempts=5)
    def list_uploads(case: str) -> list[str]:
        return uploads_to_verify(desk, case)

    @DBOS.step(name="verify_parcel", retries_allowed=True, max_attempts=5, interval_seconds=1.0)
    def verify(case: str, upload: str) -> int:
        return verify_parcel(desk, case, upload)

    @DBOS.step(name="settle_case", retries_allowed=True, max_attempts=5)
    def settle(case: str, round_number: int) -> str:
        return settle_case(desk, case, round_number)

    @DBOS.step(name="drop_uploads", retries_allowed=True, max_attempts=5)
    def drop(case: str) -> None:
        drop_uploads(desk, case)

    @DBOS.step(name="send_due_mails", retries_allowed=True, max_attempts=3, interval_seconds=1.0)
    def notify() -> int:
        return send_due_mails(desk)

    @DBOS.workflow(name="verify_case")
    def verify_case(case: str, round_number: int) -> str:
        for upload in list_uploads(case):
            verify(case, upload)
        state = settle(case, round_number)
        drop(case)
        notify()
        return state

    return verify_case
