"""Exams and sets of images out of headers, and how long they are kept."""

import msgspec
from sqlalchemy.engine import Engine

from secondread_server.adapters.database import schema
from secondread_server.adapters.database.image_records import ImageRecords
from secondread_server.core.image_records import InstanceHeader, InstanceRecord, exams_of
from secondread_server.services.withdraw import withdraw_case
from tests.support.console_client import send_case
from tests.support.dicom_files import dicom_file
from tests.support.server_fakes import FakeOutside

SECOND = {"study_instance_uid": "2", "study_date": "2026-11-12"}


def record(ordinal: int, **told: object) -> InstanceRecord:
    header = msgspec.convert({"study_instance_uid": "1", "series_instance_uid": "1.1", **told}, InstanceHeader)
    return InstanceRecord(ordinal=ordinal, size=1, sha256=str(ordinal), is_verified=ordinal < 90, header=header)


def test_the_newest_exam_comes_first_and_sets_and_images_by_their_numbers() -> None:
    exams = exams_of([
        record(1, study_date="2025-02-03", instance_number=1),
        record(2, **SECOND, series_instance_uid="2.9", series_number=9),
        record(3, **SECOND, series_instance_uid="2.1", series_number=1, instance_number=2),
        record(4, **SECOND, series_instance_uid="2.1", series_number=1, instance_number=1),
        record(5, **SECOND, series_instance_uid="2.0"),
    ])  # fmt: skip
    assert [[[one.ordinal for one in s.instances] for s in exam.sets] for exam in exams] == [[[4, 3], [2], [5]], [[1]]]
    assert [s.number for exam in exams for s in exam.sets] == [1, 2, 3, 4]


def test_what_has_not_arrived_is_counted_but_not_shown() -> None:
    [exam] = exams_of([record(99, instance_number=1), record(2, instance_number=2, frames=7)])
    [images] = exam.sets
    assert (exam.instances, exam.verified, images.pictures) == (2, 1, 7)
    assert images.header.instance_number == 2


def test_verification_keeps_what_the_images_say_and_withdrawal_forgets_it(outside: FakeOutside, engine: Engine) -> None:
    files = {
        1: dicom_file(),
        2: b"an image without a header",
        3: dicom_file(SeriesInstanceUID="1.2.3.5", SeriesNumber=5),
    }
    case = send_case(outside, files=files, missing=2)
    first, second, third = ImageRecords(engine).instances(case)
    assert (third.header.patient_name, third.header.series_description) == ("LOPEZ^MARIA", "AXIAL")
    assert (first.is_verified, first.header.patient_name) == (False, "")
    assert (first.header.study_instance_uid, second.header.modality) == ("1.2.3", "MR")  # the manifest's word
    withdraw_case(outside.desk, record=outside.desk.cases.get(case))
    with engine.connect() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM instance_headers").scalar() == 0


def test_what_is_kept_of_a_case_in_memory_follows_what_arrives_and_what_is_forgotten(
    outside: FakeOutside, engine: Engine
) -> None:
    images = ImageRecords(engine)
    cases = [send_case(outside, files={n: dicom_file(InstanceNumber=n) for n in (1, 2)}, missing=1) for _ in range(10)]
    first = images.instances(cases[0])
    assert [one.is_verified for one in first] == [False, True]
    assert images.instances(cases[0]) == first
    assert images.instances(cases[0])[0] is first[0]  # not read again for the next frame
    with engine.begin() as connection:
        connection.execute(schema.items.update().where(schema.items.c.case == cases[0]).values(is_verified=True))
    assert [one.is_verified for one in images.instances(cases[0])] == [True, True]
    with engine.begin() as connection:
        connection.execute(schema.instance_headers.delete().where(schema.instance_headers.c.case == cases[0]))
    assert images.instances(cases[0])[1].header.patient_name == ""
    withdraw_case(outside.desk, record=outside.desk.cases.get(cases[0]))
    assert images.instances(cases[0]) == []
    for case in cases:
        images.instances(case)
    assert list(images._kept) == cases[2:]
