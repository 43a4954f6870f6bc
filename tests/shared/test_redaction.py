"""Logs that cannot tell on a patient: planted names, dates and tokens never come out."""

import io
import json
import logging
import warnings

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondread_shared.redaction import ALLOWED_KEYS, EventFormatter, KeyNotAllowed, install_event_log, log_event

PLANTED = "LOPEZ^MARIA 1951-03-03"


def written(act, *, level=logging.DEBUG):
    """Return what a fresh event log wrote while `act(logger)` ran."""
    stream = io.StringIO()
    install_event_log(stream, level=level)
    act(logging.getLogger("anywhere"))
    return [json.loads(line) for line in stream.getvalue().splitlines()]


def failing(logger):
    try:
        raise ValueError(PLANTED)
    except ValueError:
        logger.exception("could not read %s", PLANTED, stack_info=True)


def test_an_event_is_one_json_line_with_its_fields():
    (line,) = written(lambda log: log_event(log, "case_opened", case="c" * 32, bytes=12, ms=1.5, reason=None))
    assert line["event"] == "case_opened"
    assert (line["case"], line["bytes"], line["ms"], line["reason"]) == ("c" * 32, 12, 1.5, None)
    assert line["level"] == "info"
    assert line["at"].endswith("+00:00")


@pytest.mark.parametrize("key", ["name", "path", "url", "message", "patient", "token", "email"])
def test_a_key_that_is_not_allowed_is_a_bug_at_once(key):
    assert key not in ALLOWED_KEYS
    with pytest.raises(KeyNotAllowed) as caught:
        log_event(logging.getLogger(), "event", **{key: PLANTED})
    assert PLANTED not in str(caught.value)


@pytest.mark.parametrize(
    "value", [PLANTED, "a b", "a@b.org", "x" * 81, "Müller", "a\nb", ["LOPEZ^MARIA"], Exception(PLANTED)]
)
def test_a_value_that_is_not_plain_is_removed(value):
    (line,) = written(lambda log: log_event(log, "event", reason=value))
    assert line["reason"] == "(removed)"


@pytest.mark.parametrize("act", [
    lambda log: log.warning("reading %s", PLANTED),
    lambda log: log.warning(PLANTED),
    lambda log: log.warning("%d", PLANTED),
    lambda log: log.warning("x", extra={"patient": PLANTED}),
    lambda log: log.error("x", exc_info=ValueError(PLANTED)),
    failing,
])  # fmt: skip
def test_what_a_library_says_loses_its_words(act):
    (line,) = written(act)
    assert PLANTED not in json.dumps(line)
    assert "MARIA" not in json.dumps(line)
    assert line["event"] == "library"
    assert line["logger"] == "anywhere"


def test_an_exception_is_told_by_its_class_and_place():
    (line,) = written(failing)
    assert line["error"] == "ValueError"
    assert line["frames"][-1].startswith("test_redaction.py:")


def test_a_warning_is_logged_without_its_words():
    def warn(log):
        warnings.warn(PLANTED, UserWarning, stacklevel=1)

    with warnings.catch_warnings():
        warnings.simplefilter("always")
        lines = written(warn)
    assert [line["logger"] for line in lines] == ["py.warnings"]
    assert PLANTED not in json.dumps(lines)


def test_earlier_handlers_are_gone():
    earlier = io.StringIO()
    logging.getLogger().addHandler(logging.StreamHandler(earlier))
    written(lambda log: log.error(PLANTED))
    assert earlier.getvalue() == ""


def test_a_log_that_cannot_be_written_does_not_spill_its_words_elsewhere(capsys):
    stream = io.StringIO()
    install_event_log(stream)
    stream.close()
    logging.getLogger("library").error("reading %s", PLANTED)
    assert PLANTED not in "".join(capsys.readouterr())


@given(st.text(), st.sampled_from(sorted(ALLOWED_KEYS)))
def test_any_value_gives_one_line_of_json(text, key):
    record = logging.LogRecord("x", logging.INFO, __file__, 1, "event", None, None)
    record.secondread_fields = {key: text}
    line = EventFormatter().format(record)
    assert "\n" not in line
    assert json.loads(line)[key] in (text, "(removed)")
