"""Do two names stand for one person? The rules in the order in which they are tried.

| the two names | agreement |
|---|---|
| both are the same words, in any order | full |
| every word of one is in the other, a family name and a given name at least | full |
| the same, but run together or apart, with initials for further names, or spelled as the language does (ü, ue) | full |
| the family name agrees; of the given names an initial, a short form, a typing mistake, or nothing is there | part |
| the given name agrees, the family name does not: a maiden name | part |
| equal by their sounds only, in two scripts | part |
| what could not be decoded, beside what agrees | part |
| all of it unreadable, or in a script that cannot be compared with the other | unknown |
| the family name agrees, the given name is another one: twins, father and son | none |
| only particles agree (`de la`), or nothing | none |

A name of several groups (PS3.5 §6.2.1: alphabetic, ideographic, phonetic) is compared by those in the script of the
other name; a contradiction there is hidden by nothing. Groups in other scripts only count where there is none of the
same script, except that one whose every word contradicts the other name, or the other groups of its own, makes a full
agreement a part: ICHIRO SUZUKI is not hidden by an equal やまだ たろう beside it. Of several values the worst
counts. `full` is never reached by sounds, initials alone, short forms or typing mistakes.
"""

from collections.abc import Iterable
from enum import IntEnum, StrEnum
from itertools import combinations, product

from secondread_shared.name_parts import Name, Part, Word, Words
from secondread_shared.name_tables import are_forms_of_one
from secondread_shared.transliteration import Script

_LEAST_FOR_A_TYPO, _LEAST_CUT, _LEAST_SOUNDS = 5, 3, 2
Values = tuple[tuple[Name, ...], ...]


class NameAgreement(StrEnum):
    """How two names compare. `EMPTY`: one names nobody."""

    FULL = "full"
    PART = "part"
    UNKNOWN = "unknown"
    NONE = "none"
    EMPTY = "empty"


class _Level(IntEnum):
    """How two words or parts of a name compare."""

    OTHER = 0
    UNKNOWN = 1
    NEAR = 2
    EQUAL = 3


def agreement(one: Values, other: Values) -> NameAgreement:
    """Compare two names; of several values the worst counts."""
    if not one or not other:
        return NameAgreement.EMPTY
    return _worst(_of_groups(groups, others) for groups, others in product(one, other))


def _worst(found: Iterable[NameAgreement]) -> NameAgreement:
    """Return the worst; a full agreement beside something unknown is a part."""
    kinds = set(found)
    if NameAgreement.NONE in kinds:
        return NameAgreement.NONE
    if len(kinds) == 1:
        return kinds.pop()
    return NameAgreement.PART


def _of_groups(groups: tuple[Name, ...], others: tuple[Name, ...]) -> NameAgreement:
    pairs = list(product(groups, others))
    direct = [_of_names(one, other) for one, other in pairs if one.scripts & other.scripts]
    if not direct:
        apart = [found for pair in pairs if (found := _of_names(*pair)) is not NameAgreement.UNKNOWN]
        return _worst(apart) if apart else NameAgreement.UNKNOWN
    found = _worst(direct)
    among = [*pairs, *combinations(groups, 2), *combinations(others, 2)]
    is_contradicted = any(_contradict(one, other) for one, other in among)
    return NameAgreement.PART if found is NameAgreement.FULL and is_contradicted else found


def _contradict(one: Name, other: Name) -> bool:
    """Tell whether no word sounds like any of the other, where the two are of two scripts."""
    return not one.scripts & other.scripts and _part_level(one.all, other.all) is _Level.OTHER


def _of_names(one: Name, other: Name) -> NameAgreement:
    if _is_full(one, other):
        return NameAgreement.FULL
    return max((_by_roles(family, given) for family, given in _roles(one, other)), key=_RANK.index)


_RANK = (NameAgreement.NONE, NameAgreement.UNKNOWN, NameAgreement.PART)


def _is_full(one: Name, other: Name) -> bool:
    if one.all.is_unreadable or other.all.is_unreadable:
        return False
    if any(_rests(first, second) == ([], []) for first, second in product(one.orders, other.orders)):
        return bool(one.all.words)
    return _shares_roles(one, other) and _shares_roles(other, one) and _holds(one.all.words, other.all.words)


def _rests(one: Words, other: Words) -> tuple[list[Word], list[Word]]:
    """Return the words of each that the other has not."""
    ours, theirs = _joined(one, other), _joined(other, one)
    return [word for word in ours if not _has(theirs, word)], [word for word in theirs if not _has(ours, word)]


def _holds(one: Words, other: Words) -> bool:
    """Tell whether the words of one are all among the other's, two at least that are more than particles."""
    rests = _rests(one, other)
    shared = {word.plain for word in _telling(_joined(one, other)) if not word.is_initial} - {w.plain for w in rests[0]}
    return len(shared) >= 2 and any(
        all(_stands_for(word, others) for word in rest) for rest, others in (rests, rests[::-1])
    )


def _shares_roles(told: Name, other: Name) -> bool:
    """Tell whether a family name and a given name of it are in the other: one kind alone is not enough."""
    parts = (told.family, told.given) if told.has_roles else ()
    wholes = _joined(other.all.words, told.all.words)
    return all(
        any(_has(wholes, word) for word in _telling(_joined(part.words, other.all.words)) if not word.is_initial)
        for part in parts
    )


def _stands_for(word: Word, others: list[Word]) -> bool:
    return word.is_initial and any(len(other.plain) > 1 and other.plain.startswith(word.plain) for other in others)


def _has(words: Words, wanted: Word) -> bool:
    return any(_is_equal(word, wanted) for word in words)


def _is_equal(one: Word, other: Word) -> bool:
    return bool(one.spellings & other.spellings)


def _joined(words: Words, others: Words) -> Words:
    """Put words together that the other hand writes as one: `o brien`, `van dyke`, `jean paul`."""
    wholes = {spelling for other in others for spelling in other.spellings}
    made: list[Word] = []
    place = 0
    while place < len(words):
        end = next((end for end in range(len(words), place + 1, -1) if _run(words[place:end]) in wholes), place + 1)
        run = words[place:end]
        made.append(run[0] if len(run) == 1 else Word(_run(run), frozenset({_run(run)})))
        place = end
    return tuple(made)


def _run(words: Words) -> str:
    return "".join(word.plain for word in words)


def _roles(one: Name, other: Name) -> list[tuple[_Level, _Level]]:
    """Return how family and given names compare, straight and, where nothing contradicts that, exchanged."""
    if one.has_roles and other.has_roles:
        straight = _part_level(one.family, other.family), _part_level(one.given, other.given)
        exchanged = _part_level(one.family, other.given), _part_level(one.given, other.family)
        return [straight] if _Level.OTHER in exchanged else [straight, exchanged]
    if one.has_roles or other.has_roles:
        told, loose = (one, other) if one.has_roles else (other, one)
        family = _part_level(_without(loose.all, told.given), told.family)
        return [(family, _part_level(_without(loose.all, told.family), told.given))]
    level = _part_level(one.all, other.all)
    return [(level, level)]


def _without(part: Part, taken: Part) -> Part:
    return Part(tuple(word for word in part.words if not _has(taken.words, word)), part.is_unreadable)


def _by_roles(family: _Level, given: _Level) -> NameAgreement:
    if given is _Level.EQUAL or (given is _Level.NEAR and family is not _Level.OTHER):
        return NameAgreement.PART
    if given is _Level.UNKNOWN and family is not _Level.OTHER:
        return NameAgreement.UNKNOWN if family is _Level.UNKNOWN else NameAgreement.PART
    return NameAgreement.NONE


def _part_level(one: Part, other: Part) -> _Level:
    """Compare family names or given names: the best pair of words counts, and never a particle."""
    ours, theirs = _joined(one.words, other.words), _joined(other.words, one.words)
    pairs = product(_telling(ours), _telling(theirs))
    level = max((_word_level(mine, yours) for mine, yours in pairs), default=_Level.UNKNOWN)
    if one.is_unreadable or other.is_unreadable:
        return min(max(level, _Level.UNKNOWN), _Level.NEAR)
    return level


def _telling(words: Words) -> Words:
    return tuple(word for word in words if not word.is_particle)


def _word_level(one: Word, other: Word) -> _Level:
    if _is_equal(one, other):
        return _Level.EQUAL
    if one.script is not other.script:
        return _by_sounds(one, other)
    if one.script is Script.HAN:
        is_like = len(one.plain) == len(other.plain) and bool(set(one.plain) & set(other.plain))
        return _Level.NEAR if is_like else _Level.OTHER  # 東 and 东: one character in two ages of writing
    return _Level.NEAR if _is_near(one, other) else _Level.OTHER


def _is_near(one: Word, other: Word) -> bool:
    short, long = sorted((one.plain, other.plain), key=lambda word: (len(word), word))
    if long.startswith(short) and (one.is_initial or other.is_initial or len(short) >= _LEAST_CUT):
        return True
    if are_forms_of_one(short, long):
        return True
    return len(short) >= _LEAST_FOR_A_TYPO and any(
        _is_one_slip(mine, yours) for mine in one.spellings for yours in other.spellings
    )


def _by_sounds(one: Word, other: Word) -> _Level:
    if not any(one.sounds) or not any(other.sounds):
        return _Level.UNKNOWN
    shared = one.sounds & other.sounds
    is_enough = any(len(sounds) >= _LEAST_SOUNDS for sounds in shared)
    return _Level.NEAR if is_enough else _Level.UNKNOWN if any(shared) else _Level.OTHER


def _is_one_slip(one: str, other: str) -> bool:
    """Tell whether one letter is another, missing, or changed places with its neighbour."""
    short, long = sorted((one, other), key=len)
    if len(long) - len(short) > 1:
        return False
    start = next((place for place, sign in enumerate(short) if sign != long[place]), len(short))
    if len(short) < len(long):
        return short[start:] == long[start + 1 :]
    is_swapped = short[start : start + 2] == long[start : start + 2][::-1] and short[start + 2 :] == long[start + 2 :]
    return is_swapped or short[start + 1 :] == long[start + 1 :]
