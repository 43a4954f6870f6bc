"""Messages: what does not fit is malformed, and nothing of it is repeated."""

import inspect

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondread_shared import contract
from secondread_shared.contract import decode_message, encode_message
from secondread_shared.errors import MessageMalformed, SharedError
from secondread_shared.manifest import Manifest
from secondread_shared.parcel.layout import ParcelIndex

STRUCTS = [
    kind
    for _, kind in inspect.getmembers(contract, inspect.isclass)
    if issubclass(kind, msgspec.Struct) and kind.__module__ == contract.__name__
] + [Manifest, ParcelIndex]


def strategy(kind):
    return st.builds(kind, **{field.name: st.from_type(field.type) for field in msgspec.structs.fields(kind)})


# Told for every struct, also those inside others: Hypothesis does not know msgspec's default factories.
for struct in msgspec.Struct.__subclasses__():
    if struct.__module__.startswith("secondread_shared"):
        st.register_type_strategy(struct, strategy)


@pytest.mark.parametrize("kind", STRUCTS, ids=lambda kind: kind.__name__)
@given(st.data())
def test_a_message_survives_the_wire(kind, data):
    message = data.draw(st.from_type(kind))
    try:
        body = encode_message(message)
    except (UnicodeEncodeError, OverflowError):
        return  # a lone surrogate or a number beyond 64 bits is no text or number of JSON's
    assert decode_message(body, kind) == message


@pytest.mark.parametrize("body", [
    b"", b"{", b"null", b"[]", b'{"format": "1"}', b"\xff\xfe", b'{"format": 1, "client": "\xff"}', b"[" * 100_000,
    b'{"format": 1, "client": null}', b'{"format": ' + b"1" * 5000 + b', "client": "x"}', b'{"format": 1e400}',
])  # fmt: skip
def test_what_does_not_fit_is_malformed(body):
    with pytest.raises(MessageMalformed):
        decode_message(body, contract.OpenCase)


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_malformed(body):
    for kind in STRUCTS:
        try:
            decode_message(body, kind)
        except SharedError as error:
            assert error.reason in {"DecodeError", "ValidationError", "UnicodeDecodeError", "RecursionError"}


def test_nothing_of_a_malformed_message_is_repeated():
    with pytest.raises(MessageMalformed) as caught:
        decode_message(b'{"format": 1, "intake": {"first_name": ["Maria"]}, "consents": []}', contract.PutIntake)
    assert "Maria" not in repr(caught.value)
    assert caught.value.__cause__ is None


def test_a_newer_peer_may_add_keys():
    assert decode_message(b'{"format": 1, "client": "x", "new": 1}', contract.OpenCase).client == "x"


@pytest.mark.parametrize("kind", [kind for kind in STRUCTS if kind.__name__ not in {"Limits", "ParcelReceipt"}])
def test_every_message_carries_its_format(kind):
    assert next(iter(msgspec.structs.fields(kind))).name == "format"
