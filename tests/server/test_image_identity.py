"""The receiver compares by itself: the same table as the sender's, in the receiver's own words."""

import pytest

from secondread_server.core.image_identity import MOST_PEOPLE, Finding, Person, compare, is_other_sex, people_in
from secondread_server.core.image_records import InstanceHeader
from secondread_shared.intake import Intake
from tests.support.name_rows import BORN, ROWS, Row

OF_SOMEBODY = [row for row in ROWS if row.images or row.born or not row.sexes]  # a sex alone is nobody's here
FORM = Intake(first_name="Maria", last_name="Lopez", birth_date=BORN)


def found(*people: tuple[str, ...], form: Intake = FORM) -> Finding:
    return compare(people_in(header(*person) for person in people), form)


def header(name: str, birth_date: str, sex: str = "") -> InstanceHeader:
    return InstanceHeader(patient_name=name, birth_date=birth_date, patient_sex=sex)


@pytest.mark.parametrize("row", OF_SOMEBODY, ids=lambda row: f"{row.outcome}: {row.why}")
def test_what_the_sender_asks_about_the_receiver_tells_and_what_passes_there_is_in_order_here(row: Row) -> None:
    finding = found(*[(row.images, row.born, sex) for sex in row.sexes or ("",)], form=row.intake)
    senders = {Finding.NAME_ONLY: "same", Finding.DATE_ONLY: "same"}
    assert senders.get(finding, finding.value) == row.outcome


@pytest.mark.parametrize(
    ("people", "finding"),
    [
        ([], Finding.UNNAMED),
        ([("", "")], Finding.UNNAMED),
        ([("ANONYMOUS", "")], Finding.UNNAMED),
        ([("LOPEZ^MARIA", BORN)], Finding.SAME),
        ([("LOPEZ^MARIA", BORN), ("Lopez^Maria^", BORN)], Finding.SAME),
        ([("LOPEZ^MARIA", "")], Finding.NAME_ONLY),
        ([("", BORN)], Finding.DATE_ONLY),
        ([("ANONYMOUS", BORN)], Finding.DATE_ONLY),
        ([("LOPEZ^M", BORN)], Finding.DOUBTFUL),
        ([("MARTINEZ^MARIA", BORN)], Finding.DOUBTFUL),
        ([("LOPEZ^ANA", BORN)], Finding.DIFFERENT),
        ([("LOPEZ^MARIA", "1951-03-04")], Finding.DIFFERENT),
    ],
)
def test_one_person_in_the_images(people: list[tuple[str, str]], finding: Finding) -> None:
    assert found(*people) is finding


@pytest.mark.parametrize(
    ("people", "finding"),
    [
        ([("LOPEZ^MARIA", BORN), ("OKAFOR^DANIEL", "1978-11-20")], Finding.SEVERAL),
        ([("LOPEZ^MARIA", BORN), ("LOPEZ^ANA", BORN)], Finding.SEVERAL),  # twins
        ([("LOPEZ^MARIA", BORN), ("LOPEZ^MARIA", "1978-11-20")], Finding.SEVERAL),  # mother and daughter
        ([("LOPEZ^MARIA", BORN), ("LOPEZ GARCIA^MARIA", BORN)], Finding.SAME),  # two spellings, both the form's
        ([("MUELLER^MARIA", BORN), ("LOPEZ^MARIA", BORN)], Finding.DOUBTFUL),  # before and after a marriage
        ([("LOPEZ^MARIA", BORN), ("LOPEZ^MARIA", "")], Finding.SAME),
        ([("LOPEZ^MARIA", BORN), ("", BORN)], Finding.SAME),
        ([("LOPEZ^MARIA", ""), ("", BORN)], Finding.SAME),
        ([("HALE^ROBERT", BORN), ("HALE^BOB", BORN)], Finding.DIFFERENT),
    ],
)
def test_several_spellings_are_one_person_only_where_nothing_contradicts(
    people: list[tuple[str, str]], finding: Finding
) -> None:
    assert found(*people) is finding
    assert found(*people[::-1]) is finding


def test_every_sex_beside_a_name_is_kept_once() -> None:
    headers = [header("LOPEZ^MARIA", BORN, sex) for sex in ("F", "", "M", "F")]
    assert people_in(headers) == (Person("LOPEZ^MARIA", BORN, ("F", "M")),)
    assert is_other_sex(people_in(headers), Intake(sex="male"))
    assert not is_other_sex(people_in(headers), Intake(sex="other"))


def test_more_people_than_can_be_one_are_several_and_are_not_compared_one_by_one() -> None:
    assert found(*[(f"LOPEZ^MARIA {number}", BORN) for number in range(20_000)]) is Finding.SEVERAL
    assert found(*[(f"LOPEZ^MARIA {number}", BORN) for number in range(MOST_PEOPLE + 1)]) is Finding.SEVERAL


def test_names_that_agree_in_letters_and_not_in_characters_are_two_people() -> None:
    form = Intake(first_name="伟", last_name="李", birth_date=BORN)
    assert found(("LI^WEI=李^伟", BORN), ("LI^WEI=黎^薇", BORN), form=form) in (Finding.SEVERAL, Finding.DIFFERENT)
    assert found(("LI^WEI=李^伟", BORN), ("LI^WEI=李^伟", BORN), form=form) is Finding.SAME
