"""Names in every character set, from the bytes of a file to the comparison (PS3.5 §6.1, annexes H to K)."""

import io
import struct
from pathlib import Path

import pytest
from pydicom.data import get_charset_files

from secondread_desktop.adapters.contents import FileContents
from secondread_desktop.core.catalogue import Catalogue, Found, FoundFile, patients_of
from secondread_desktop.core.identity_check import compare
from secondread_desktop.services.sorts import Sort
from secondread_shared.intake import Intake
from secondread_shared.name_decoding import mended_name, name_of_value

BORN = "1951-03-03"


def element(group: int, number: int, vr: bytes, value: bytes) -> bytes:
    return struct.pack("<HH2sH", group, number, vr, len(value) + len(value) % 2) + value + b" " * (len(value) % 2)


def dicom(name: bytes, character_set: bytes | None, *, vr: bytes = b"PN") -> bytes:
    """Return a small file with a name as raw bytes."""
    meta = element(2, 0x10, b"UI", b"1.2.840.10008.1.2.1\0")
    told = b"" if character_set is None else element(8, 5, b"CS", character_set)
    return b"".join([
        b"\0" * 128 + b"DICM" + element(2, 0, b"UL", struct.pack("<I", len(meta))) + meta + told,
        element(8, 0x16, b"UI", b"1.2.840.10008.5.1.4.1.1.2\0") + element(8, 0x18, b"UI", b"1.2.3\0"),
        element(0x10, 0x10, vr, name) + element(0x10, 0x30, b"DA", b"19510303"),
        element(0x20, 0xD, b"UI", b"1.2\0") + element(0x20, 0xE, b"UI", b"1.2.1\0"),
    ])  # fmt: skip


def header_of(content: bytes):
    examined = FileContents().examine(io.BytesIO(content), size=len(content))
    assert examined.sort is Sort.INSTANCE
    return examined.header


def outcome_of(content: bytes, typed: str) -> str:
    first, last = typed.split("|")
    people = patients_of(Catalogue(found=(Found(FoundFile(1, ("IM1",), 1, 1), header_of(content)),)))
    return compare(people, Intake(first_name=first, last_name=last, birth_date=BORN))


YAMADA = b"Yamada^Tarou=\x1b$B;3ED\x1b(B^\x1b$BB@O:\x1b(B=\x1b$B$d$^$@\x1b(B^\x1b$B$?$m$&\x1b(B"  # PS3.5 H.3.1
HALF_WIDTH = b"\xd4\xcf\xc0\xde^\xc0\xdb\xb3=\x1b$B;3ED\x1b(J^\x1b$BB@O:\x1b(J"  # PS3.5 H.3.2
HONG = b"Hong^Gildong=\x1b$)C\xfb\xf3^\x1b$)C\xd1\xce\xd4\xd7=\x1b$)C\xc8\xab^\x1b$)C\xb1\xe6\xb5\xbf"  # PS3.5 I.2
ZHANG = b"Zhang^XiaoDong=\x1b$)A\xd5\xc5^\x1b$)A\xd0\xa1\xb6\xab="  # PS3.5 K.2
PETROV = b"Petrov^Ivan=\x1b-L\xbf\xd5\xe2\xe0\xde\xd2^\x1b-L\xb8\xd2\xd0\xdd"
ROWS = [
    (YAMADA, b"\\ISO 2022 IR 87", "Tarou|Yamada", "same"),
    (YAMADA, b"\\ISO 2022 IR 87", "太郎|山田", "same"),
    (YAMADA, b"\\ISO 2022 IR 87", "タロウ|ヤマダ", "same"),
    (YAMADA, b"\\ISO 2022 IR 87", "花子|山田", "different"),
    (HALF_WIDTH, b"ISO 2022 IR 13\\ISO 2022 IR 87", "太郎|山田", "same"),
    (HALF_WIDTH, b"ISO 2022 IR 13\\ISO 2022 IR 87", "たろう|やまだ", "same"),
    (b"\xd4\xcf\xc0\xde^\xc0\xdb\xb3", b"ISO_IR 13", "タロウ|ヤマダ", "same"),
    (b"X^Y=\x1b$(D0!\x1b(B^\x1b$B;3\x1b(B", b"\\ISO 2022 IR 159\\ISO 2022 IR 87", "山|丂", "same"),
    (HONG, b"\\ISO 2022 IR 149", "Gildong|Hong", "same"),
    (HONG, b"\\ISO 2022 IR 149", "길동|홍", "same"),
    (HONG, b"\\ISO 2022 IR 149", "吉洞|洪", "same"),
    (ZHANG, b"\\ISO 2022 IR 58", "小东|张", "same"),
    (ZHANG, b"\\ISO 2022 IR 58", "Xiao Dong|Zhang", "same"),
    (b"Wang^XiaoDong=\xe7\x8e\x8b^\xe5\xb0\x8f\xe6\x9d\xb1=", b"ISO_IR 192", "小東|王", "same"),  # PS3.5 J.1
    (b"Wang^XiaoDong=\xcd\xf5^\xd0\xa1\xb6\xab=", b"GB18030", "小东|王", "same"),  # PS3.5 J.2
    ("王^小誠".encode("gb18030"), b"GB18030", "小誠|王", "same"),  # its second byte is a backslash
    ("王^小东".encode("gbk"), b"GBK", "小东|王", "same"),
    ("Müller^Jürgen".encode("latin-1"), b"ISO_IR 100", "Jürgen|Müller", "same"),
    ("Wałęsa^Łukasz".encode("iso8859-2"), b"ISO_IR 101", "Łukasz|Wałęsa", "same"),
    ("Ċauchi^Ġorġ".encode("iso8859-3"), b"ISO_IR 109", "Ġorġ|Ċauchi", "same"),
    ("Ķēniņš^Jānis".encode("iso8859-4"), b"ISO_IR 110", "Jānis|Ķēniņš", "same"),
    ("Петров^Иван".encode("iso8859-5"), b"ISO_IR 144", "Иван|Петров", "same"),
    ("قباني^لنزار".encode("iso8859-6"), b"ISO_IR 127", "لنزار|قباني", "same"),
    ("Παπαδοπούλου^Ελένη".encode("iso8859-7"), b"ISO_IR 126", "Ελενη|Παπαδοπουλου", "same"),
    ("שרון^דבורה".encode("iso8859-8"), b"ISO_IR 138", "דבורה|שרון", "same"),
    ("Yılmaz^Şükrü".encode("iso8859-9"), b"ISO_IR 148", "Şükrü|Yılmaz", "same"),
    ("ใจดี^สมชาย".encode("cp874"), b"ISO_IR 166", "สมชาย|ใจดี", "same"),
    (PETROV, b"\\ISO 2022 IR 144", "Иван|Петров", "same"),
    (PETROV, b"\\ISO 2022 IR 144", "Ivan|Petrov", "same"),
    ("García^María".encode("latin-1"), None, "María|García", "same"),  # not told, and guessed right
    ("García^María".encode(), None, "María|García", "same"),  # not told, and plainly UTF-8
    ("García^María".encode(), b"ISO_IR 100", "María|García", "same"),  # told wrongly, and plainly UTF-8
    ("García^María".encode("latin-1"), b"ISO_IR 192", "María|García", "doubtful"),  # told wrongly: not UTF-8
    ("García^María".encode("latin-1"), b"ISO_IR 999", "María|García", "same"),  # no such character set
    ("Škrtel^Žofia".encode("cp1252"), None, "Žofia|Škrtel", "same"),  # as Windows writes it
    (YAMADA, None, "Tarou|Yamada", "same"),  # the escapes were not told: the alphabetic group can be read
    (YAMADA, None, "太郎|山田", "doubtful"),  # and the other ones cannot
    (HONG, None, "길동|홍", "doubtful"),
    (b"\xff\xfe\xfa^\xff", b"ISO_IR 192", "Maria|Lopez", "doubtful"),
    ("Петров^Иван".encode("cp1251"), None, "Иван|Петров", "different"),  # reads as other letters: `Ïåòðîâ`
    (b"\xff\xff^Robert", b"GB18030", "Maria|Lopez", "different"),  # what can be read contradicts
    (b"LOPEZ^MARIA\\HALE^ROBERT", b"ISO_IR 192", "Maria|Lopez", "different"),
    (b"LOPEZ^MARIA\\Lopez^Maria", None, "Maria|Lopez", "same"),
    (b"LOPEZ^MARIA\\", None, "Maria|Lopez", "same"),
    (b"", None, "Maria|Lopez", "same"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "character_set", "typed", "outcome"), ROWS)
def test_a_name_in_any_character_set_is_compared_as_it_was_meant(name, character_set, typed, outcome):
    assert outcome_of(dicom(name, character_set), typed) == outcome


@pytest.mark.parametrize(
    "character_set", [b"zlib", b"punycode", b"rot13", b"undefined", b"idna", b"unicode_escape", b"\\\\", b"\xff"]
)
def test_a_character_set_that_is_a_trap_makes_a_name_unreadable_and_never_nothing(character_set):
    header = header_of(dicom(b"a-\xff\xfe^\\N{x\\u12", character_set))
    assert header.patient_name


def test_a_name_that_cannot_be_decoded_at_all_is_not_taken_for_none():
    assert outcome_of(dicom(b"\xff^x", b"zlib"), "Maria|Lopez") == "doubtful"


@pytest.mark.parametrize("vr", [b"UN", b"LO", b"UI", b"DS", b"AT", b"FD", b"OB", b"SQ", b"XX"])
def test_a_name_of_another_kind_of_value_is_read_or_unreadable_and_never_nothing(vr):
    content = dicom(b"LOPEZ^MARIA     ", None, vr=vr)
    examined = FileContents().examine(io.BytesIO(content), size=len(content))
    if examined.header is not None:
        assert examined.header.patient_name


TYPED = {
    "chrArab.dcm": "لنزار|قباني", "chrFren.dcm": "Jérôme|Buc", "chrFrenMulti.dcm": "Jérôme|Buc",
    "chrGerm.dcm": "Rüdiger|Äneas", "chrH31.dcm": "太郎|山田", "chrH32.dcm": "太郎|山田", "chrHbrw.dcm": "דבורה|שרון",
    "chrI2.dcm": "길동|홍", "chrX1.dcm": "小東|王", "chrX2.dcm": "小东|王", "chrJapMulti.dcm": "たろう|やまだ",
    "chrJapMultiExplicitIR6.dcm": "たろう|やまだ",
}  # fmt: skip


@pytest.mark.parametrize("path", [path for path in get_charset_files("*.dcm") if Path(path).name in TYPED])
def test_the_examples_of_the_standard_are_read_from_files(path):
    header = header_of(Path(path).read_bytes())
    first, last = TYPED[Path(path).name].split("|")
    people = patients_of(Catalogue(found=(Found(FoundFile(1, ("IM1",), 1, 1), header),)))
    assert compare(people, Intake(first_name=first, last_name=last, birth_date=header.birth_date or BORN)) == "same"


@pytest.mark.parametrize(
    ("decoded", "mended"),
    [
        ("LOPEZ^MARIA", "LOPEZ^MARIA"),
        ("García", "García"),
        ("Garc\xc3\xada", "García"),
        ("O\x92Brien", "O’Brien"),
        ("a\x81b", "a\ufffdb"),  # a byte that Windows knows no letter for
        ("A=\x1b$)A张", "A=张"),
        ("A=\x1b$)C\xfb\xf3^\x1b$)C\xd1", "A=\ufffd^\ufffd"),
        ("A=\x1b$B;3ED\x1b(B^B", "A=\ufffd^B"),
        ("A=\x1b$B$d$^$@\x1b(B^B", "A=\ufffd^B"),  # ま ends in the byte of ^
        ("\x1b", ""),
    ],
)
def test_what_a_decoder_left_is_mended_or_called_unreadable(decoded, mended):
    assert mended_name(decoded) == mended


def test_a_value_of_any_shape_becomes_a_name():
    assert name_of_value(None) == ""
    assert name_of_value(b"LOPEZ^MARIA \0") == "LOPEZ^MARIA"
    assert name_of_value(["A^B", "C^D"]) == "A^B\\C^D"
    assert name_of_value(3.5) == "\ufffd"
