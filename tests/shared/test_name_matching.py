"""Names are compared the same from both sides, in any order, whatever stands in them, and within a moment."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondread_shared.identity import (
    Comparison,
    DateAgreement,
    Likeness,
    compare_dates,
    compare_names,
    compare_person,
)
from secondread_shared.intake import Intake
from secondread_shared.name_matching import NameAgreement
from secondread_shared.name_parts import MOST_LETTERS, MOST_VALUES, is_placeholder, values_of
from secondread_shared.name_tables import PARTICLES, PLACEHOLDERS, TITLES, are_forms_of_one
from secondread_shared.person_names import component_groups, name_key, name_words, words_in_order
from secondread_shared.transliteration import Script, script_of, skeletons
from tests.support.name_rows import ROWS

PIECES = sorted(
    {piece for row in ROWS for piece in row.images.replace("=", "^").replace("\\", "^").split("^") if piece}
)
NAMES = st.lists(st.sampled_from([*PIECES, "", "\ufffd", "de la", "M"]), min_size=1, max_size=7).map("^".join)
GROUPS = st.lists(NAMES, min_size=1, max_size=4).map("=".join)
ANY = st.one_of(
    GROUPS, st.lists(GROUPS, max_size=3).map("\\".join), st.text(max_size=60), st.text("aA^=\\, '\ufffdü", max_size=40)
)
WORDS = st.lists(
    st.sampled_from(["garcia", "lopez", "müller", "van", "петров", "山田", "obrien", "anna"]), min_size=1, max_size=4
)


@given(ANY, ANY)
def test_the_comparison_is_the_same_from_both_sides(one, other):
    assert compare_names(one, other) is compare_names(other, one)


@given(ANY)
def test_a_name_never_contradicts_itself(name):
    if len(values_of(name)) <= 1 and len(component_groups(name)) <= 1:
        assert compare_names(name, name) is not NameAgreement.NONE


@given(WORDS, WORDS, st.randoms())
def test_the_order_of_the_words_says_nothing(family, given_names, random):
    one = f"{' '.join(family)}^{' '.join(given_names)}"
    for words in (family, given_names):
        random.shuffle(words)
    assert compare_names(one, f"{' '.join(family)}^{' '.join(given_names)}") is NameAgreement.FULL
    assert compare_names(one, f"{' '.join(given_names)}^{' '.join(family)}") is NameAgreement.FULL


@given(st.text(max_size=80))
def test_making_comparable_twice_changes_nothing(text):
    once = " ".join(words_in_order(text))
    assert " ".join(words_in_order(once)) == once
    assert name_key(name_key(text)) == name_key(text)


@given(st.text(), st.text(), st.text(), st.text(max_size=12), st.text(max_size=2))
def test_no_text_is_too_strange_to_be_compared(name, first, last, date, sex):
    intake = Intake(first_name=first, last_name=last, birth_date=date, sex=sex)
    compare_person(intake, name=name, birth_date=date[::-1], sexes=(sex,))


@given(ANY, st.sampled_from(["\ufffd", "\\\ufffd"]))
def test_what_holds_something_unreadable_is_never_plainly_the_same(name, mark):
    assert compare_names(name + mark, name) is not NameAgreement.FULL


@pytest.mark.parametrize(
    "text",
    [
        "a " * 32_768,
        "a" * 65_536,
        "a^" * 32_768,
        "a=" * 32_768,
        "a\\" * 32_768,
        "ü," * 32_768,
        "ﷺ " * 32_768,  # eighteen letters each, taken apart
        "ch" * 32_768,
        "chwjthge" * 8 + " " + ("chwjthge" * 8 + " ") * 7_000,
        "van de " * 9_000,
        "\ufffd" * 65_536,
        " ".join(f"w{number}" for number in range(9_000)),
        "홍길동 " * 16_000,
        "ё́" * 32_768,
    ],
    ids=range(14),
)
def test_sixty_four_kilobytes_of_name_are_compared_within_a_moment_and_are_never_plainly_the_same(text):
    started = time.process_time()
    assert compare_names(text, "LOPEZ^MARIA") is not NameAgreement.FULL
    assert compare_names(text, text) is not NameAgreement.FULL
    assert compare_names(text, "Лопес^Мария") is not NameAgreement.FULL
    assert time.process_time() - started < 2


def test_what_is_beyond_measure_is_never_plainly_the_same():
    assert compare_names("LOPEZ^MARIA" + "^" * MOST_LETTERS, "LOPEZ^MARIA") is NameAgreement.PART
    assert compare_names("\\".join(["LOPEZ^MARIA"] * MOST_VALUES), "LOPEZ^MARIA") is NameAgreement.FULL
    assert compare_names("\\".join(["LOPEZ^MARIA"] * (MOST_VALUES + 1)), "LOPEZ^MARIA") is NameAgreement.PART
    crowd = "LOPEZ^MARIA " + " ".join(f"OTHER{'ABCDEFGHIJKLMNOPQRST'[number]}" for number in range(20))
    assert compare_names(crowd, "LOPEZ^MARIA") is NameAgreement.PART


@given(st.sampled_from(list(NameAgreement)), st.sampled_from(list(DateAgreement)), st.booleans())
def test_only_full_agreement_or_nothing_said_passes_without_a_question(name, date, is_other_sex):
    likeness = Comparison(name, date, is_other_sex).likeness
    is_plain = (
        name in (NameAgreement.FULL, NameAgreement.EMPTY)
        and date in (DateAgreement.EQUAL, DateAgreement.EMPTY)
        and not is_other_sex
    )
    assert (likeness in (Likeness.SAME, Likeness.UNNAMED)) is is_plain


@pytest.mark.parametrize(
    ("images", "typed", "agreement"),
    [
        ("1951-03-04", "1951-03-04", DateAgreement.EQUAL),
        (" 1951-03-04", "1951-03-04 ", DateAgreement.EQUAL),
        ("1951-03-04", "1951-04-03", DateAgreement.SWAPPED),
        ("1951-03-14", "1951-14-03", DateAgreement.OTHER),  # no such day
        ("1951-03-04", "1952-04-03", DateAgreement.OTHER),
        ("1951-13-40", "1951-03-04", DateAgreement.OTHER),
        ("", "1951-03-04", DateAgreement.EMPTY),
        ("1951-03-04", "", DateAgreement.OTHER),
        ("1951", "1951-03-04", DateAgreement.EQUAL),
        ("1951-0", "1951-03-04", DateAgreement.OTHER),
    ],
)
def test_birth_dates_are_equal_exchanged_other_or_not_there(images, typed, agreement):
    assert compare_dates(images, typed) is agreement


def test_every_word_of_the_tables_is_folded():
    for table in (PARTICLES, TITLES, PLACEHOLDERS):
        assert {word for word in table if words_in_order(word) != (word,)} == set()


def test_placeholders_are_names_as_soon_as_a_name_stands_beside_them():
    assert is_placeholder("Anonymous^Patient")
    assert is_placeholder("ANON-0001")
    assert not is_placeholder("TEST^MARIA")
    assert not is_placeholder("12345")
    assert not is_placeholder("ANONYMOUS\ufffd")
    assert not is_placeholder("DE^LA")


def test_short_forms_stand_for_each_other_and_not_for_everything():
    assert are_forms_of_one("bill", "william")
    assert are_forms_of_one("sasha", "aleksandr")
    assert not are_forms_of_one("bill", "robert")
    assert not are_forms_of_one("maria", "maria luisa")


@pytest.mark.parametrize(
    ("word", "script", "sounds"),
    [
        ("maria", Script.LATIN, "mr"),
        ("мария", Script.CYRILLIC, "mr"),
        ("やまだ", Script.KANA, "mt"),
        ("홍", Script.HANGUL, "nk"),
        ("山田", Script.HAN, None),
        ("佐々木", Script.HAN, None),
        ("山だ", Script.HAN, None),
        ("मारिया", Script.OTHER, None),
        ("mария", Script.OTHER, None),  # a Latin letter among Cyrillic ones
    ],
)
def test_words_sound_alike_in_two_scripts_or_have_no_sound(word, script, sounds):
    assert script_of(word) is script
    assert skeletons(word, script) == (frozenset() if sounds is None else {sounds})


def test_marks_that_make_a_letter_are_kept_and_accents_are_not():
    assert name_words("かとう") != name_words("がとう")
    assert name_words("カトウ") == name_words("ｶﾄｳ") == name_words("かとう")
    assert name_words("मारिया") == {"मारिया"}
    assert name_words("שָׁלוֹם") == name_words("שלום")
