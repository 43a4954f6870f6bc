"""Problems: every code has a status, and there is one shape."""

import json

import pytest

from secondread_shared.contract import encode_message
from secondread_shared.intake import FieldProblem
from secondread_shared.problems import STATUS, ProblemCode, problem


def test_every_code_has_a_status_and_every_status_is_an_error():
    assert set(STATUS) == set(ProblemCode)
    assert all(400 <= status <= 599 for status in STATUS.values())


@pytest.mark.parametrize("code", list(ProblemCode))
def test_a_problem_has_the_shape_of_rfc_9457(code):
    shape = json.loads(encode_message(problem(code)))
    assert shape == {
        "format": 1, "type": f"urn:secondread:problem:{code.value}", "title": code.value.replace("_", " "),
        "status": STATUS[code], "code": code.value, "detail": None, "fields": [],
    }  # fmt: skip


def test_fields_name_what_is_wrong_and_never_the_value():
    shape = json.loads(encode_message(problem(ProblemCode.INTAKE_REFUSED, fields=[FieldProblem("email", "missing")])))
    assert shape["fields"] == [{"field": "email", "code": "missing"}]
