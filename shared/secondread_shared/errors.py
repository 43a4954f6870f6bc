"""Errors of what both sides share.

SharedError
├── ParcelError            a parcel cannot be trusted; never partly used
│   ├── ParcelMalformed    it is not a parcel, or not one of ours
│   └── ParcelOverLimit    it holds more than was agreed
├── CodecError
│   ├── CodecUnknown       this side cannot decode it
│   └── CodecStreamBad     the stream does not decode, or to another size than stated
└── MessageMalformed       a JSON message does not fit its struct
"""


class SharedError(Exception):
    """Root of this tree. Carries a reason in code words, never anything about a person."""

    def __init__(self, reason: str = "") -> None:
        super().__init__(reason)
        self.reason = reason


class ParcelError(SharedError):
    """A parcel cannot be trusted."""


class ParcelMalformed(ParcelError):
    """Not a parcel, cut off, or not written by the rules of parcel v1."""


class ParcelOverLimit(ParcelError):
    """A count, size or ratio is over its bound."""


class CodecError(SharedError):
    """A transport codec could not be applied."""


class CodecUnknown(CodecError):
    """No such codec on this side."""


class CodecStreamBad(CodecError):
    """The stream does not decode to the stated size."""


class MessageMalformed(SharedError):
    """A JSON message does not fit its struct."""
