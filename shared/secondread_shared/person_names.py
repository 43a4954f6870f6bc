"""Names of people, made comparable: letter case, accents, punctuation and order do not matter."""

import unicodedata

# Letters that NFKD does not take apart.
_PLAIN = str.maketrans({"ø": "o", "æ": "ae", "œ": "oe", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"})
_APOSTROPHES = str.maketrans(dict.fromkeys("'’‘ʼʹ′`´"))  # O'Brien is one word; ´ would become a space
_VOICED = "\u3099\u309a"  # the marks that make か to が are letters, not accents
_HIRAGANA = str.maketrans({code: code - 0x60 for code in range(0x30A1, 0x30F7)})  # カ is か: one sound, two hands
UNREADABLE = "\ufffd"  # what a decoder puts where bytes are no characters


def folded(text: str) -> str:
    """Return a text without case, accents and apostrophes; katakana become hiragana."""
    plain = unicodedata.normalize("NFKD", text.translate(_APOSTROPHES)).casefold()
    if plain.isascii():
        return plain
    apart = unicodedata.normalize("NFKD", plain.translate(_PLAIN)).translate(_APOSTROPHES)
    kept = "".join(sign for sign in apart if not unicodedata.combining(sign) or sign in _VOICED)
    return unicodedata.normalize("NFC", kept).translate(_HIRAGANA)


def words_in_order(text: str) -> tuple[str, ...]:
    """Return the words of a name as they stand, made comparable."""
    return tuple("".join(sign if _is_of_a_word(sign) else " " for sign in folded(text)).split())


def name_words(text: str) -> frozenset[str]:
    """Return the words of a name, `García^MARÍA` as {"garcia", "maria"}."""
    return frozenset(words_in_order(text))


def component_groups(person_name: str) -> tuple[str, ...]:
    """Split a PN into its alphabetic, ideographic and phonetic groups that hold anything (PS3.5 §6.2.1)."""
    return tuple(group for group in person_name.split("=") if name_words(group))


def name_key(person_name: str) -> str:
    """Return what is equal for two spellings of one name: the sorted words of the first group.

    A name of which nothing can be read is only equal to itself.
    """
    groups = component_groups(person_name)
    if not groups:
        return person_name.strip() if UNREADABLE in person_name else ""
    return " ".join(sorted(name_words(groups[0])))


def _is_of_a_word(sign: str) -> bool:
    """Tell whether a sign is a letter, a digit, or a vowel sign that only stands with a letter."""
    return sign.isalnum() or (not sign.isascii() and unicodedata.category(sign)[0] == "M")
