"""The sample disc: what other tests build on is itself right, and the same each time."""

import datetime
import hashlib

import msgspec
import pydicom
import pytest

from secondread_shared.intake import Intake, validate_intake
from tests.support.disc_junk import tiny_pdf
from tests.support.sample_disc import PATIENTS, intake_of, make_sample_disc


def all_digests(folder):
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file()
    }


@pytest.fixture(scope="module")
def disc(tmp_path_factory):
    return make_sample_disc(tmp_path_factory.mktemp("disc"))


def test_the_same_seed_gives_the_same_bytes_and_another_seed_another_disc(disc, tmp_path):
    again = make_sample_disc(tmp_path / "again")
    other = make_sample_disc(tmp_path / "other", seed="other", slices=2)
    assert all_digests(again.folder) == all_digests(disc.folder)
    assert not set(other.digests().values()) & set(disc.digests().values()) - {disc.digests()["REPORT/REPORT.PDF"]}


def test_every_instance_is_its_own_and_belongs_to_the_patient(disc):
    headers = [pydicom.dcmread(path) for path in disc.instances]
    assert len({header.SOPInstanceUID for header in headers}) == len(headers) == 40
    assert len({header.StudyInstanceUID for header in headers}) == disc.studies == 3
    assert {header.Modality for header in headers} == {"MR", "CT", "SR", "CR", "US"}
    assert {(str(h.PatientName), h.PatientID, h.PatientBirthDate, h.PatientSex) for h in headers} == {
        (disc.patient.name, disc.patient.patient_id, disc.patient.birth_date, disc.patient.sex)
    }
    assert all(header.file_meta.MediaStorageSOPInstanceUID == header.SOPInstanceUID for header in headers)
    assert len(set(disc.digests().values())) == 41


def test_the_dicomdir_names_every_instance(disc):
    records = pydicom.dcmread(disc.folder / "DICOMDIR").DirectoryRecordSequence
    listed = {disc.folder.joinpath(*record.ReferencedFileID) for record in records if "ReferencedFileID" in record}
    assert listed == set(disc.instances)


def test_what_was_made_is_all_that_lies_there(disc):
    lying = {path for path in disc.folder.rglob("*") if path.is_file()}
    assert lying == {*disc.instances, *disc.attachments, *disc.junk}


@pytest.mark.parametrize("patient", PATIENTS)
def test_each_patients_intake_may_be_sent(patient):
    intake = msgspec.convert(intake_of(patient), Intake)
    assert validate_intake(intake, questions=[], today=datetime.date(2026, 11, 24)) == []


def test_the_report_is_a_pdf_whose_table_points_at_its_objects():
    content = tiny_pdf("Report (1)")
    start = int(content.rsplit(b"startxref\n", 1)[1].split()[0])
    places = [int(row.split()[0]) for row in content[start:].split(b"\n")[3:8]]
    assert [content[place:].split(b" ", 1)[0] for place in places] == [b"1", b"2", b"3", b"4", b"5"]
    assert rb"(Report \(1\))" in content
