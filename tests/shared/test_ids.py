"""Identifiers: shape, randomness, and the one upload of a parcel."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondread_shared import ids

SHA = "0" * 64


@pytest.mark.parametrize(
    ("make", "pattern"),
    [
        (ids.new_case_id, ids.CASE_ID),
        (ids.new_token, ids.TOKEN),
        (ids.new_case_number, re.compile(r"[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}")),
    ],
)
def test_a_new_identifier_has_its_shape_and_never_comes_twice(make, pattern):
    made = [make() for _ in range(200)]
    assert all(pattern.fullmatch(value) for value in made)
    assert len(set(made)) == len(made)


def test_a_case_number_leaves_out_the_letters_that_people_mistake():
    assert not set("ILOU") & set("".join(ids.new_case_number() for _ in range(500)))


def test_the_digest_of_a_token_is_its_sha256():
    assert ids.token_digest("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    assert ids.SHA256_HEX.fullmatch(ids.token_digest(ids.new_token()))


@given(st.text(), st.text())
def test_digests_are_the_same_only_if_their_texts_are(left, right):
    assert ids.is_same_digest(left.encode().hex(), right.encode().hex()) == (left == right)


@given(st.integers(1, 10**6), st.integers(1, 10**6))
def test_a_parcel_has_one_upload_and_another_parcel_another(first, second):
    case = "c" * 32
    name = ids.upload_id(case=case, ordinal=first, sha256=SHA)
    assert ids.CASE_ID.fullmatch(name)
    assert (name == ids.upload_id(case=case, ordinal=second, sha256=SHA)) == (first == second)


def test_an_upload_id_depends_on_case_ordinal_and_content():
    names = {
        ids.upload_id(case="a" * 32, ordinal=1, sha256=SHA),
        ids.upload_id(case="b" * 32, ordinal=1, sha256=SHA),
        ids.upload_id(case="a" * 32, ordinal=2, sha256=SHA),
        ids.upload_id(case="a" * 32, ordinal=1, sha256="1" * 64),
    }
    assert len(names) == 4


@pytest.mark.parametrize("text", ["", "a" * 31, "A" * 32, "a" * 33, "g" * 32, "a" * 32 + "\n", "../" + "a" * 29])
def test_what_is_not_a_case_id_does_not_pass_for_one(text):
    assert not ids.CASE_ID.fullmatch(text)
