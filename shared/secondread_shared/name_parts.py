"""A name taken apart: which words are the family's and which the person's own, whatever the hand that wrote it."""

import unicodedata
from dataclasses import dataclass
from functools import cached_property

from secondread_shared.name_tables import AFFIXES, PARTICLES, PLACEHOLDERS, TITLES
from secondread_shared.person_names import UNREADABLE, name_words, words_in_order
from secondread_shared.transliteration import Script, script_of, skeletons

MOST_LETTERS, MOST_WORDS, MOST_IN_A_WORD, MOST_VALUES = 512, 16, 64, 8  # PS3.5 §6.2: 64 characters a group
_GROUPS = 3  # PS3.5 §6.2.1.1
_MOST_IN_ALL = 4096
_AFFIXES_FROM = 3  # the fourth component is the prefix, the fifth the suffix
# How a language itself writes a letter that a keyboard or a machine lacks.
_STANDARD = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe", "đ": "dj"})
_STEMS = str.maketrans("", "", "0123456789")  # ANON0001 is nobody either


@dataclass(frozen=True)
class Word:
    """A folded word. `spellings`: itself, and as its language writes it without its own letters."""

    plain: str
    spellings: frozenset[str]
    is_particle: bool = False

    @cached_property
    def script(self) -> Script:
        """What it is written in."""
        return script_of(self.plain)

    @cached_property
    def sounds(self) -> frozenset[str]:
        """Its skeletons, for another script."""
        return skeletons(self.plain, self.script)

    @property
    def is_initial(self) -> bool:
        """True for one letter of an alphabet; one sign of Chinese or Korean is a whole name."""
        return len(self.plain) == 1 and self.script in (Script.LATIN, Script.CYRILLIC, Script.GREEK)


Words = tuple[Word, ...]


@dataclass(frozen=True)
class Part:
    """The family's words or the person's own. `is_unreadable`: some could not be decoded, or is beyond measure."""

    words: Words = ()
    is_unreadable: bool = False


@dataclass(frozen=True)
class Name:
    """One group of a PN, or what was typed. `has_roles`: it is told which words are the family's."""

    family: Part
    given: Part
    has_roles: bool

    @cached_property
    def all(self) -> Part:
        """Every word, the family's first."""
        return Part(self.family.words + self.given.words, self.family.is_unreadable or self.given.is_unreadable)

    @cached_property
    def orders(self) -> tuple[Words, Words]:
        """Every word, the family's first and last."""
        return self.all.words, self.given.words + self.family.words

    @cached_property
    def scripts(self) -> frozenset[Script]:
        """The scripts that it is written in."""
        return frozenset(word.script for word in self.all.words)


def values_of(person_name: str) -> tuple[tuple[Name, ...], ...]:
    """Return the groups of each value of a PN that names somebody (PS3.5 §6.4: values stand between backslashes).

    What is beyond measure is not read; an unreadable value stands for it.
    """
    pieces = person_name[:_MOST_IN_ALL].split("\\")
    values = tuple(groups for piece in pieces[:MOST_VALUES] if (groups := _groups(piece)))
    is_beyond = len(person_name) > _MOST_IN_ALL or len(pieces) > MOST_VALUES
    return (*values, (Name(Part((), True), Part((), True), has_roles=False),)) if is_beyond else values


def typed_name(first_name: str, last_name: str) -> tuple[Name, ...]:
    """Return a name as a form has it."""
    name = _named(_part([last_name]), _part([first_name]))
    return (name,) if name.all.words else ()


def names_somebody(person_name: str) -> bool:
    """Tell whether a PN can be read and is no placeholder."""
    if UNREADABLE in person_name or len(person_name) > _MOST_IN_ALL:
        return False
    groups = person_name.replace("\\", "=").split("=")
    return any(name_words(group) and not is_placeholder(group) for group in groups)


def is_placeholder(text: str) -> bool:
    """Tell whether a name is none: `ANONYMOUS`, `PATIENT^NAME`, `PHANTOM`, `ANON0001`. A number alone is one."""
    if UNREADABLE in text or len(text) > MOST_LETTERS:
        return False
    stems = [stem for word in words_in_order(text) if (stem := word.translate(_STEMS))]
    telling = set(stems) - PARTICLES
    return bool(telling) and (telling <= PLACEHOLDERS or "".join(stems) in PLACEHOLDERS)


def _groups(value: str) -> tuple[Name, ...]:
    groups = value.split("=", _GROUPS - 1)
    return tuple(_group(group) for group in groups if _holds_words(group) and not is_placeholder(group))


def _holds_words(group: str) -> bool:
    return UNREADABLE in group or bool(name_words(group))


def _group(text: str) -> Name:
    components = text[:MOST_LETTERS].split("^")
    if "," in components[0] and not any(name_words(component) for component in components[1:3]):
        components[:2] = components[0].split(",", 1)
    given = components[1:_AFFIXES_FROM]
    affixes = [_without(component, AFFIXES) for component in components[_AFFIXES_FROM:]]
    name = _named(_part(components[:1]), _part([*given, *affixes]))
    return name if len(text) <= MOST_LETTERS else _named(Part(name.family.words, True), Part(name.given.words, True))


def _named(family: Part, given: Part) -> Name:
    has_roles = bool(family.words or family.is_unreadable) and bool(given.words or given.is_unreadable)
    return Name(family, given, has_roles)


def _part(components: list[str]) -> Part:
    words = [word for component in components for word in _words(_without(component, TITLES))]
    is_unreadable = len(words) > MOST_WORDS or any(len(word.plain) > MOST_IN_A_WORD for word in words)
    return Part(tuple(words[:MOST_WORDS]), is_unreadable or any(UNREADABLE in component for component in components))


def _without(component: str, dropped: frozenset[str]) -> str:
    """Drop forms of address, unless nothing else is left."""
    kept = [piece for piece in component.split() if "".join(words_in_order(piece)) not in dropped]
    return " ".join(kept) if kept or dropped is AFFIXES else component


def _words(component: str) -> list[Word]:
    plain = words_in_order(component)
    standard = words_in_order(unicodedata.normalize("NFC", component).lower().translate(_STANDARD))
    spelled = zip(plain, standard if len(standard) == len(plain) else plain, strict=True)
    are_all = all(word in PARTICLES for word in plain)
    return [
        Word(word[: MOST_IN_A_WORD + 1], frozenset({word, other}), is_particle=word in PARTICLES and not are_all)
        for word, other in spelled
    ]
