"""Read a JSON body: bounded before it is read, whole or not at all."""

from flask import request

from secondread_server.errors import BodyCutOff, BodyTooLarge, LengthRequired, MediaTypeRefused, MessageRefused
from secondread_shared.contract import Message, decode_message
from secondread_shared.errors import MessageMalformed

_BLOCK = 1 << 20


def read_body(limit: int) -> bytes:
    """Return the body; a dropped client looks like the end of a body through WSGI, so the length is checked."""
    length = request.content_length
    if length is None:
        raise LengthRequired("content_length")
    if length > limit:
        raise BodyTooLarge
    if request.mimetype != "application/json":
        raise MediaTypeRefused("application_json")
    body = bytearray()
    while len(body) < length:
        block = request.stream.read(min(_BLOCK, length - len(body)))
        if not block:
            raise BodyCutOff
        body += block
    return bytes(body)


def read_message(kind: type[Message], limit: int) -> Message:
    """Return the body as a message; raise `MessageRefused` with a reason that repeats nothing of it."""
    try:
        return decode_message(read_body(limit), kind)
    except MessageMalformed as error:
        raise MessageRefused(error.reason) from None
