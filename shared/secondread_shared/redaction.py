"""Logs that cannot tell on a patient: events with allow-listed keys, never sentences, URLs or exception texts."""

import datetime
import json
import logging
import re
import traceback
from pathlib import PurePath
from typing import TextIO

ALLOWED_KEYS = frozenset(
    {
        "attempt", "bytes", "case", "code", "count", "error", "event_id", "instances", "kind", "method", "ms",
        "number", "offset", "ordinal", "parcels", "payment_state", "port", "provider", "reason", "role", "round",
        "route", "seconds", "size", "state", "status", "upload", "verified", "version", "workflow",
    }
)  # fmt: skip
_PLAIN_VALUE = re.compile(r"[A-Za-z0-9_.:/<>{}+-]{0,80}")
_FIELDS = "secondread_fields"


class KeyNotAllowed(ValueError):
    """A log call named a key that is not on the allow-list: a bug, found by the first test that reaches it."""


def log_event(logger: logging.Logger, event: str, *, level: int = logging.INFO, **fields: object) -> None:
    """Log one event, for example `log_event(log, "case_opened", case=case_id)`."""
    unknown = set(fields) - ALLOWED_KEYS
    if unknown:
        raise KeyNotAllowed(", ".join(sorted(unknown)))
    logger.log(level, event, extra={_FIELDS: fields})


class EventFormatter(logging.Formatter):
    """Writes each record as one JSON line.

    A record that did not come through `log_event` (a library's) keeps its logger, level and place in the code;
    its message and its exception's text are dropped, for nobody knows what they quote.
    """

    def format(self, record: logging.LogRecord) -> str:
        """Return the line, without a line end."""
        moment = datetime.datetime.fromtimestamp(record.created, datetime.UTC)
        line: dict[str, object] = {"at": moment.isoformat(timespec="milliseconds"), "level": record.levelname.lower()}
        fields = getattr(record, _FIELDS, None)
        if fields is None:
            line |= {"event": "library", "logger": record.name, "place": f"{record.module}:{record.lineno}"}
        else:
            line |= {"event": record.getMessage()} | {key: _plain(value) for key, value in fields.items()}
        if record.exc_info and record.exc_info[0] is not None:
            line["error"] = record.exc_info[0].__name__
            line["frames"] = _frames(record)
        return json.dumps(line)


def _plain(value: object) -> object:
    if value is None or isinstance(value, bool | int | float):
        return value
    text = str(value)
    return text if _PLAIN_VALUE.fullmatch(text) else "(removed)"


def _frames(record: logging.LogRecord) -> list[str]:
    assert record.exc_info is not None
    return [
        f"{PurePath(frame.filename).name}:{frame.lineno}" for frame in traceback.extract_tb(record.exc_info[2])[-8:]
    ]


def _is_worth_a_line(record: logging.LogRecord) -> bool:
    """Keep our events, and what libraries warn of: their small talk says nothing once its text is gone."""
    return hasattr(record, _FIELDS) or record.levelno >= logging.WARNING


def install_event_log(stream: TextIO, *, level: int = logging.INFO) -> None:
    """Send all logging of this process through one redacting handler; earlier handlers are removed."""
    handler = logging.StreamHandler(stream)
    handler.setFormatter(EventFormatter())
    handler.addFilter(_is_worth_a_line)
    root = logging.getLogger()
    for old in list(root.handlers):
        root.removeHandler(old)
    root.addHandler(handler)
    root.setLevel(level)
    logging.captureWarnings(True)
    logging.raiseExceptions = False  # a handler that cannot write would print the record's arguments instead
