"""The draft: what a person has chosen and typed before a case is begun, as it is kept between two openings.

Names of files are raw and need not be UTF-8: they travel as bytes, every one of Python's strings and back.
"""

from dataclasses import dataclass

import msgspec

from secondread_desktop.core.journey import Step
from secondread_shared.consent import Consent

FORMAT = 1
_HALVES = "surrogatepass"  # also what `surrogateescape` made of a foreign byte


class DraftUnreadable(Exception):
    """These bytes are no draft, or one of another format."""


@dataclass(frozen=True, slots=True)
class Ticked:
    """One ticked file by its place, the number of its source and its raw names below it, and by what it is.

    `uid` is its SOP Instance UID, empty for a document: many discs name their files alike.
    """

    source: int
    parts: tuple[str, ...]
    uid: str = ""


@dataclass(frozen=True, slots=True, repr=False)
class Draft:
    """Everything of a visit that lasts. It has no `repr`, for it is all about one person."""

    step: Step
    receiver: str
    key: str
    roots: tuple[str, ...] = ()
    ticked: frozenset[Ticked] = frozenset()
    whose: str | None = None
    documents: tuple[str, ...] = ()
    form: tuple[tuple[str, str], ...] = ()
    consents: tuple[Consent, ...] = ()
    because: str | None = None
    because_of: str = ""
    seen: int = 0  # how many images there were in all, ticked or not; 0 where nobody knows
    case: str | None = None  # of images that have arrived: there is only the receipt to come back to


class _File(msgspec.Struct, frozen=True, array_like=True):
    source: int
    parts: list[bytes]
    uid: str


class _Stored(msgspec.Struct, frozen=True):
    format: int
    step: Step
    receiver: str
    key: str
    roots: list[bytes]
    ticked: list[_File]
    whose: str | None
    documents: list[bytes]
    form: dict[str, str]
    consents: list[Consent]
    because: str | None
    because_of: str
    seen: int
    case: str | None = None


def pack(draft: Draft) -> bytes:
    """Return the draft as bytes; the same draft gives the same bytes."""
    files = sorted(draft.ticked, key=lambda file: (file.source, file.parts))
    return msgspec.msgpack.encode(
        _Stored(
            format=FORMAT,
            step=draft.step,
            receiver=draft.receiver,
            key=draft.key,
            roots=_raw(draft.roots),
            ticked=[_File(file.source, _raw(file.parts), _whole(file.uid)) for file in files],
            whose=draft.whose,
            documents=_raw(draft.documents),
            form={name: _whole(text) for name, text in draft.form},
            consents=list(draft.consents),
            because=None if draft.because is None else _whole(draft.because),
            because_of=_whole(draft.because_of),
            seen=draft.seen,
            case=draft.case,
        )
    )


def unpack(content: bytes) -> Draft:
    """Return the draft of these bytes. Raises `DraftUnreadable`."""
    try:
        stored = msgspec.msgpack.decode(content, type=_Stored)
        if stored.format != FORMAT:
            raise DraftUnreadable
        return Draft(
            step=stored.step,
            receiver=stored.receiver,
            key=stored.key,
            roots=_names(stored.roots),
            ticked=frozenset(Ticked(file.source, _names(file.parts), file.uid) for file in stored.ticked),
            whose=stored.whose,
            documents=_names(stored.documents),
            form=tuple(stored.form.items()),
            consents=tuple(stored.consents),
            because=stored.because,
            because_of=stored.because_of,
            seen=stored.seen,
            case=stored.case,
        )
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        raise DraftUnreadable from None


def _raw(names: tuple[str, ...]) -> list[bytes]:
    return [name.encode("utf-8", _HALVES) for name in names]


def _names(raw: list[bytes]) -> tuple[str, ...]:
    return tuple(name.decode("utf-8", _HALVES) for name in raw)


def _whole(text: str) -> str:
    """Return typed text without halves of characters, which a keyboard can leave behind and MessagePack cannot hold."""
    return text.encode("utf-8", "replace").decode("utf-8")
