"""Makes a `Header` of the values that a walk took, as pydicom would, or declines them."""

import re

from secondread_desktop.core.catalogue import Header
from secondread_desktop.core.header_values import date_of, plain_text, uid_of, whole_number_of
from secondread_desktop.core.header_window import Declined, Why
from secondread_desktop.core.item_walk import CHARACTER_SET, ENCODINGS
from secondread_shared.name_decoding import mended_name

_CLASS, _INSTANCE, _STUDY, _SERIES = 0x00080016, 0x00080018, 0x0020000D, 0x0020000E
_STUDY_DATE, _MODALITY, _NUMBER = 0x00080020, 0x00080060, 0x00200013
_STUDY_DESCRIPTION, _SERIES_DESCRIPTION = 0x00081030, 0x0008103E
_NAME, _ID, _BIRTH_DATE, _SEX = 0x00100010, 0x00100020, 0x00100030, 0x00100040
WANTED = {  # with their VRs (PS3.6 §6)
    CHARACTER_SET: b"CS", _CLASS: b"UI", _INSTANCE: b"UI", _STUDY_DATE: b"DA", _MODALITY: b"CS",
    _STUDY_DESCRIPTION: b"LO", _SERIES_DESCRIPTION: b"LO", _NAME: b"PN", _ID: b"LO", _BIRTH_DATE: b"DA",
    _SEX: b"CS", _STUDY: b"UI", _SERIES: b"UI", _NUMBER: b"IS",
}  # fmt: skip
_COMMON = tuple(tag for tag in WANTED if tag not in (_INSTANCE, _NUMBER))
_PLAIN_UID = re.compile(rb"([0-9.]{1,64})\0?")
_PLAIN_NUMBER = re.compile(rb" ?([0-9]{1,9}) ?")
_MOST_REMEMBERED = 256

Common = tuple[str, str, str, str, str, str, str, str, str, str, str]


class ValueReader:
    """Decodes values; what the images of a series have in common is decoded once."""

    def __init__(self) -> None:
        self._remembered: dict[tuple[bytes, ...], Common] = {}

    def header(self, values: dict[int, bytes], syntax: str) -> Header:
        """Make sense of the values. Raises `Declined` where pydicom would have more to say about them."""
        take = values.get
        raw = tuple([take(tag, b"") for tag in _COMMON])
        common = self._remembered.get(raw)
        if common is None:
            common = self._decoded(values, raw)
        instance = uid_in(take(_INSTANCE, b""))
        if not instance:
            raise Declined(Why.KEY_MISSING)
        name, person, birth_date, sex, study, study_date, study_text, series, series_text, modality, sop_class = common
        number = number_in(take(_NUMBER, b""))
        return Header(
            name, person, birth_date, sex, study, study_date, study_text, series, series_text, modality,
            instance, sop_class, syntax, number,
        )  # fmt: skip

    def _decoded(self, values: dict[int, bytes], raw: tuple[bytes, ...]) -> Common:
        if len(self._remembered) >= _MOST_REMEMBERED:
            self._remembered.clear()
        common = self._remembered[raw] = _common(values)
        return common


def _common(values: dict[int, bytes]) -> Common:
    take = values.get
    encoding = _encoding(take(CHARACTER_SET, b""))
    keys = [uid_in(take(tag, b"")) for tag in (_CLASS, _STUDY, _SERIES)]
    if not all(keys):
        raise Declined(Why.KEY_MISSING)
    sop_class, study, series = keys
    return (
        _name(take(_NAME, b""), encoding),
        text_of(take(_ID, b""), encoding),
        date_of(text_of(take(_BIRTH_DATE, b""))),
        text_of(take(_SEX, b""))[:16],
        study,
        date_of(text_of(take(_STUDY_DATE, b""))),
        text_of(take(_STUDY_DESCRIPTION, b""), encoding),
        series,
        text_of(take(_SERIES_DESCRIPTION, b""), encoding),
        text_of(take(_MODALITY, b""))[:16],
        sop_class,
    )


def text_of(value: bytes, encoding: str = "latin-1") -> str:
    """Decode one value; several, or a change of the character set within one, are for pydicom (PS3.5 §6.1.2)."""
    return plain_text(_decoded_by(encoding, value))


def _decoded_by(encoding: str, value: bytes) -> str:
    if b"\\" in value or b"\x1b" in value:
        raise Declined(Why.VALUE)
    try:
        return value.decode(encoding)
    except UnicodeDecodeError:
        raise Declined(Why.VALUE) from None


def uid_in(value: bytes) -> str:
    """Decode a UI."""
    plain = _PLAIN_UID.fullmatch(value)
    return plain[1].decode("ascii") if plain else uid_of(text_of(value))


def number_in(value: bytes) -> int | None:
    """Decode an IS."""
    plain = _PLAIN_NUMBER.fullmatch(value)
    if plain:
        return int(plain[1])
    if not value.isascii():  # Python's idea of a number is wider than DICOM's, and pydicom follows it
        raise Declined(Why.VALUE)
    if not value.rstrip(b"\0 ").decode("ascii").isprintable():
        raise Declined(Why.VALUE)
    return whole_number_of(text_of(value))


def _encoding(value: bytes) -> str:
    encoding = ENCODINGS.get(value.rstrip(b"\0 "))
    if encoding is None:
        raise Declined(Why.CHARACTER_SET)
    return encoding


def _name(value: bytes, encoding: str) -> str:
    """Decode a PN: groups that are empty at its end leave no equals sign (PS3.5 §6.2)."""
    return plain_text(mended_name(_decoded_by(encoding, value.rstrip(b"\0 ").rstrip(b"="))))
