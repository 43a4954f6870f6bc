"""Discs of one person, of two, and of one who looks like two."""

from tests.desktop.disc_kinds.images import MARIA, Someone, images
from tests.desktop.disc_kinds.pressing import Disc, disc, plain

_DANIEL = Someone("OKAFOR^DANIEL", "SR-234108", "19781120", "M")


@disc("people", "one person")
def one_person() -> Disc:
    """Two exams of one person."""
    return plain(images=images(3, "A/IM{}") | images(2, "B/IM{}", exam="CT OF THE CHEST"))


@disc("people", "two persons")
def two_persons() -> Disc:
    """Another person's exam was burnt along: two people, never one."""
    return plain(images=images(3, "A/IM{}") | images(2, "B/IM{}", who=_DANIEL))


@disc("people", "one person with two ids")
def two_ids() -> Disc:
    """Two hospitals gave Maria an id each: two entries, the person says that both are hers."""
    return plain(images=images(2, "A/IM{}") | images(2, "B/IM{}", who=Someone(patient_id="77-0815")))


@disc("people", "twins")
def twins() -> Disc:
    """Same family name and birth date, other first name and id: two people."""
    one, two = Someone("EXAMPLE^ANNA", "T-1", "20100501"), Someone("EXAMPLE^ANNE", "T-2", "20100501")
    return plain(images=images(2, "A/IM{}", who=one) | images(2, "B/IM{}", who=two))


@disc("people", "one id with two names")
def one_id_with_two_names() -> Disc:
    """The id was given twice, or the name was typed wrongly: two people until somebody says otherwise."""
    other = Someone("NOVAK^JANA", MARIA.patient_id, "19640707")
    return plain(images=images(2, "A/IM{}") | images(2, "B/IM{}", who=other, exam="MR OF THE KNEE"))


@disc("people", "nameless")
def nameless() -> Disc:
    """No name, an empty name, and a name of blanks: one person without a name."""
    files = {}
    for number, name in enumerate((None, "", "        "), 1):
        files |= images(1, "IM{}", first=number, who=Someone(name, "ANON-7", None, None))
    return plain(images=files)


@disc("people", "nameless and without an id")
def nobody() -> Disc:
    """De-identified images of two exams, with blanks for name and nothing for id: nobody can tell whose."""
    blank = Someone("        ", None, None, None)
    return plain(images=images(2, "A/IM{}", who=blank) | images(2, "B/IM{}", who=blank, exam="CT OF THE CHEST"))


@disc("people", "a name spelt in four ways")
def spelt_in_four_ways() -> Disc:
    """Capitals, blanks, a title and empty components are no other person."""
    names = ("LOPEZ^MARIA", "Lopez^Maria", "LOPEZ ^ MARIA ", "LOPEZ^MARIA^^^")
    files = {}
    for number, name in enumerate(names, 1):
        files |= images(1, "IM{}", first=number, who=Someone(name))
    return plain(images=files)


@disc("people", "a married name")
def a_married_name() -> Disc:
    """Before and after a wedding under one id: two names, so two entries."""
    return plain(images=images(2, "A/IM{}") | images(2, "B/IM{}", who=Someone("GARCIA^MARIA"), exam="CT OF THE CHEST"))


@disc("people", "two birth dates")
def two_birth_dates() -> Disc:
    """One name and id with two birth dates: two entries, for one of them is wrong or another person's."""
    other = Someone(birth_date="19510330")
    return plain(images=images(2, "A/IM{}") | images(2, "B/IM{}", who=other, exam="CT OF THE CHEST"))


@disc("people", "a birth date in one exam only")
def a_birth_date_in_one_exam_only() -> Disc:
    """The second exam has none: no contradiction, one person."""
    other = Someone(birth_date=None)
    return plain(images=images(2, "A/IM{}") | images(2, "B/IM{}", who=other, exam="CT OF THE CHEST"))


@disc("people", "birth dates that are none")
def birth_dates_that_are_none() -> Disc:
    """`00000000`, `19510000`, words, and the old form with dots (PS3.5 §6.2): only the last is a date."""
    dates = ("00000000", "19510000", "UNKNOWN", "1951.03.03")
    files = {}
    for number, date in enumerate(dates, 1):
        files |= images(1, "IM{}", first=number, who=Someone(birth_date=date), exam="CT OF THE HEAD")
    return plain(images=files)


@disc("people", "a phantom beside a person")
def a_phantom() -> Disc:
    """The morning's quality check was burnt along: an entry of its own."""
    phantom = Someone("QA^PHANTOM", "QA-1", None, "O")
    return plain(images=images(3, "A/IM{}") | images(1, "QA/IM{}", who=phantom, exam="DAILY CHECK"))
