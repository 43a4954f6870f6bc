"""What the verify child reads of an image: the header as it stands, and nothing at all from bytes that mean harm."""

import io
import random
import zlib
from pathlib import Path

import pytest
from pydicom.data import get_testdata_file
from pydicom.uid import DeflatedExplicitVRLittleEndian

from secondread_server.adapters.instance_header import HEAD_BYTES, read_instance_header
from secondread_server.adapters.parcel_decoder import ChildDecoder
from secondread_server.core.image_records import InstanceHeader
from secondread_server.services.ports import EntryHeader
from tests.support.case_client import make_parcel
from tests.support.dicom_files import dicom_file

CASE = "c" * 32


def test_the_header_is_read_as_it_stands() -> None:
    assert read_instance_header(dicom_file(NumberOfFrames=3)) == InstanceHeader(
        patient_name="LOPEZ^MARIA", birth_date="1951-03-03", study_instance_uid="1.2.3", study_date="2026-11-12",
        patient_sex="O",
        study_description="CT OF THE HEAD", institution="RIVERSIDE HOSPITAL", series_instance_uid="1.2.3.4",
        series_number=2, series_description="AXIAL", modality="CT", slice_mm=5.0, instance_number=1, frames=3,
    )  # fmt: skip


def test_what_is_not_there_is_empty_and_what_is_too_much_is_bounded() -> None:
    header = read_instance_header(
        dicom_file(PatientName=None, PatientBirthDate="19510000", StudyDescription="x" * 5000, SeriesNumber=None,
                   SliceThickness=None, NumberOfFrames=900_000_000)
    )  # fmt: skip
    assert header is not None
    assert (header.patient_name, header.birth_date, header.series_number, header.slice_mm) == ("", "", None, None)
    assert (len(header.study_description), header.frames) == (120, 65_536)


@pytest.mark.parametrize(
    ("name", "character_set", "read"),
    [
        ("LOPEZ^MARIA\\HALE^ROBERT", None, "LOPEZ^MARIA\\HALE^ROBERT"),
        ("García^María".encode(), "ISO_IR 100", "García^María"),
        (b"Garc\xeda^Maria", "ISO_IR 192", "Garc\ufffda^Maria"),
        (b"\xff^x", "zlib", "\ufffd"),
        ("A" * 150, None, "A" * 119 + "\ufffd"),
    ],
)
def test_a_name_is_mended_or_called_unreadable_as_the_sender_does(
    name: str | bytes, character_set: str | None, read: str
) -> None:
    raw = name.encode("ascii") if isinstance(name, str) else name
    placeholder = b"N" * (len(raw) + len(raw) % 2)
    content = dicom_file(PatientName=placeholder.decode(), SpecificCharacterSet="ISO_IR 100")
    content = content.replace(placeholder, raw.ljust(len(placeholder)))
    header = read_instance_header(content.replace(b"ISO_IR 100", (character_set or "ISO_IR 100").ljust(10).encode()))
    assert header is not None
    assert header.patient_name == read


def test_names_in_other_letters_come_through() -> None:
    header = read_instance_header(dicom_file(SpecificCharacterSet="ISO_IR 192", PatientName="Łukasz^Żółć"))
    assert header is not None
    assert header.patient_name == "Łukasz^Żółć"


@pytest.mark.parametrize(
    "content", [b"", b"first image", b"%PDF-1.4 a letter", b"\0" * 200, b"\x02\x00", b"\x08\0" * 9]
)
def test_other_files_have_no_header(content: bytes) -> None:
    header = read_instance_header(content)
    assert header is None or header.patient_name == ""


def test_a_header_that_is_cut_or_spoilt_anywhere_never_raises() -> None:
    whole, chance = dicom_file()[:6000], random.Random(3)
    for place in range(0, len(whole), 37):
        read_instance_header(whole[:place])
        spoilt = bytearray(whole)
        for at in chance.sample(range(132, len(whole)), 8):
            spoilt[at] = chance.getrandbits(8)
        read_instance_header(bytes(spoilt))


def test_a_deflated_bomb_is_not_inflated() -> None:
    meta = io.BytesIO(dicom_file()).getvalue()[:132]
    uid = DeflatedExplicitVRLittleEndian.encode()
    element = b"\x02\x00\x10\x00UI" + len(uid).to_bytes(2, "little") + uid
    bomb = meta + element + zlib.compress(bytes(256 << 20), 9)
    assert len(bomb) < HEAD_BYTES
    assert read_instance_header(bomb) is None


def test_the_child_tells_the_header_of_images_and_of_nothing_else(tmp_path: Path) -> None:
    large = Path(str(get_testdata_file("CT_small.dcm"))).read_bytes()
    path = tmp_path / "parcel"
    path.write_bytes(make_parcel(CASE, {1: dicom_file(), 2: b"%PDF-1.4 a letter", 3: large}))
    events = ChildDecoder().decode(path, case=CASE, ordinal=1)
    headers = [event.header for event in events if isinstance(event, EntryHeader)]
    assert [header.patient_name for header in headers] == ["LOPEZ^MARIA", "CompressedSamples^CT1"]
