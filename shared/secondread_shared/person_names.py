"""Names of people, made comparable: letter case, accents, punctuation and order do not matter."""

import re
import unicodedata

# Letters that NFKD does not take apart.
_PLAIN = str.maketrans({"ø": "o", "æ": "ae", "œ": "oe", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"})
_WORD = re.compile(r"\w+")


def name_words(text: str) -> frozenset[str]:
    """Return the words of a name, `García^MARÍA` as {"garcia", "maria"}."""
    apart = unicodedata.normalize("NFKD", text.casefold().translate(_PLAIN))
    plain = "".join(character for character in apart if not unicodedata.combining(character))
    return frozenset(_WORD.findall(plain.replace("'", "").replace("’", "").replace("_", " ")))


def component_groups(person_name: str) -> tuple[str, ...]:
    """Split a PN into its alphabetic, ideographic and phonetic groups that hold anything (PS3.5 §6.2.1)."""
    return tuple(group for group in person_name.split("=") if name_words(group))


def name_key(person_name: str) -> str:
    """Return what is equal for two spellings of one name: the sorted words of the first group."""
    groups = component_groups(person_name)
    return " ".join(sorted(name_words(groups[0]))) if groups else ""
