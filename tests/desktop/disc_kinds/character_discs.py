"""Discs whose names are written in other alphabets (PS3.3 C.12.1.1.2, PS3.5 §6.1)."""

from tests.desktop.disc_kinds.images import Someone, dataset, images, written
from tests.desktop.disc_kinds.pressing import Disc, Files, disc, plain


def _in(charset: str | None, name: str, description: str) -> Disc:
    who = Someone(name, "C-1", "19600101", "O")
    return plain(images=images(3, who=who, charset=charset, StudyDescription=description))


def _raw(charset: str | None, name: bytes) -> Disc:
    """Return a disc whose names are these bytes, whatever the character set says."""
    files: Files = {}
    for number in (1, 2, 3):
        made = dataset(number, who=Someone("N" * len(name), "C-1", "19600101", "O"), charset=charset)
        content = written(made)
        assert content.count(b"N" * len(name)) == 1
        files[f"DICOM/IM{number:06}"] = content.replace(b"N" * len(name), name)
    return plain(images=files)


@disc("character sets", "Latin 1")
def latin_1() -> Disc:
    """ISO_IR 100: the letters of Western Europe."""
    return _in("ISO_IR 100", "LÓPEZ^MARÍA", "SCHÄDEL")


@disc("character sets", "UTF-8")
def utf_8() -> Disc:
    """ISO_IR 192, with letters of four alphabets."""
    return _in("ISO_IR 192", "Łukasz^Ñandú=Андрей^Ω=李^明", "TÊTE 頭部")


@disc("character sets", "Japanese in three groups")
def japanese() -> Disc:
    """ISO 2022 IR 87: letters, ideographs and syllables (PS3.5 annex H)."""
    return _in("\\ISO 2022 IR 87", "Yamada^Tarou=山田^太郎=やまだ^たろう", "頭部")


@disc("character sets", "Japanese half width")
def japanese_half_width() -> Disc:
    """ISO_IR 13 with ISO 2022 IR 87: katakana of one byte in the first group (PS3.5 annex H)."""
    return _in("ISO 2022 IR 13\\ISO 2022 IR 87", "ﾔﾏﾀﾞ^ﾀﾛｳ=山田^太郎=やまだ^たろう", "頭部")


@disc("character sets", "Chinese")
def chinese() -> Disc:
    """GB18030, without code extensions (PS3.5 annex J)."""
    return _in("GB18030", "Wang^XiaoDong=王^小东", "头部")


@disc("character sets", "simplified Chinese with code extensions")
def chinese_extended() -> Disc:
    """ISO 2022 IR 58, designated anew in each component (PS3.5 annex K.2)."""
    return _raw("\\ISO 2022 IR 58", b"Zhang^XiaoDong=\x1b$)A\xd5\xc5^\x1b$)A\xd0\xa1\xb6\xab ")


@disc("character sets", "Korean")
def korean() -> Disc:
    """ISO 2022 IR 149: Hangul and Hanja (PS3.5 annex I)."""
    return _in("\\ISO 2022 IR 149", "Hong^Gildong=洪^吉洞=홍^길동", "두부")


@disc("character sets", "Cyrillic")
def cyrillic() -> Disc:
    """ISO_IR 144: the letters of Russia, with Latin look-alikes in the family name."""
    return _in("ISO_IR 144", "Люкceмбypг^Анна", "ГОЛОВА")


@disc("character sets", "Greek")
def greek() -> Disc:
    """ISO_IR 126: Greek letters and accents."""
    return _in("ISO_IR 126", "Διονυσιος^Άννα", "ΚΕΦΑΛΗ")


@disc("character sets", "Arabic")
def arabic() -> Disc:
    """ISO_IR 127: written from right to left."""
    return _in("ISO_IR 127", "قباني^لنزار", "رأس")


@disc("character sets", "Hebrew")
def hebrew() -> Disc:
    """ISO_IR 138: written from right to left, without vowels."""
    return _in("ISO_IR 138", "שרון^דבורה", "ראש")


@disc("character sets", "Thai")
def thai() -> Disc:
    """ISO_IR 166: vowels above and below the letters."""
    return _in("ISO_IR 166", "สมชาย^ใจดี", "ศีรษะ")


@disc("character sets", "UTF-8 that says Latin 1")
def wrong_charset() -> Disc:
    """Bytes of UTF-8 under ISO_IR 100: read as what they plainly are."""
    return _raw("ISO_IR 100", "LÓPEZ^MARÍA ".encode())


@disc("character sets", "Latin 1 that says nothing")
def no_charset() -> Disc:
    """Accents without a character set at all, as many old devices write them."""
    return _raw(None, "LÓPEZ^MARÍA ".encode("latin-1"))


@disc("character sets", "a set that nobody knows")
def unknown_charset() -> Disc:
    """`ISO_IR 999` with plain letters: read as plain letters."""
    return _in_unknown()


@disc("character sets", "bytes that fit no set")
def broken_bytes() -> Disc:
    """UTF-8 that breaks off in the middle of a letter."""
    return _raw("ISO_IR 192", "LÓPEZ^MAR".encode() + b"\xc3\xed\xa0")


def _in_unknown() -> Disc:
    who = Someone("LOPEZ^MARIA", "C-1", "19600101", "O")
    files = images(3, who=who, charset="ISO_IR 100")
    return plain(images={path: content.replace(b"ISO_IR 100", b"ISO_IR 999") for path, content in files.items()})
