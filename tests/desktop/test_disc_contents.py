"""Real files: what pydicom's test data, cut files, documents and junk are taken for."""

import io
import os
import shutil
import threading
import zipfile
from pathlib import Path

import pytest
from pydicom.data import get_testdata_file

from secondread_desktop.adapters.contents import FileContents
from secondread_desktop.adapters.media_folder import MediaFolder, named_document
from secondread_desktop.core.catalogue import Finding, patients_of
from secondread_desktop.errors import AttachmentUnreadable, DiscUnreadable
from secondread_desktop.services.scan import scan
from secondread_desktop.services.sorts import Sort
from tests.support.dicom_files import dicom_file
from tests.support.fakes import Told

DATA = Path(__file__).resolve().parents[3] / "shared" / "data"


def sample(name):
    return Path(get_testdata_file(name, download=False))


def examine(content):
    return FileContents().examine(io.BytesIO(content), size=len(content))


def scanned(*folders):
    media = [MediaFolder(str(folder), number) for number, folder in enumerate(folders, start=1)]
    return scan(media, contents=FileContents(), tell=Told(), cancel=threading.Event())


def names(items):
    return sorted("/".join(item.file.parts) for item in items)


@pytest.mark.parametrize(
    ("name", "modality"),
    [("CT_small.dcm", "CT"), ("MR_small.dcm", "MR"), ("MR_small_bigendian.dcm", "MR"), ("MR_small_implicit.dcm", "MR"),
     ("JPEG-LL.dcm", "NM"), ("image_dfl.dcm", "OT"), ("rtplan.dcm", "RTPLAN"), ("reportsi.dcm", "SR")],
)  # fmt: skip
def test_instances_of_every_encoding_are_known_by_content(name, modality):
    examined = examine(sample(name).read_bytes())
    assert examined.sort is Sort.INSTANCE
    assert examined.header.modality == modality
    assert examined.header.sop_instance_uid
    assert examined.problem is None


OBJECTS = {
    "a structured report": ("1.2.840.10008.5.1.4.1.1.88.33", "SR"),
    "a radiation dose report": ("1.2.840.10008.5.1.4.1.1.88.67", "SR"),
    "chosen images": ("1.2.840.10008.5.1.4.1.1.88.59", "KO"),
    "an encapsulated PDF": ("1.2.840.10008.5.1.4.1.1.104.1", "DOC"),
    "an encapsulated CDA": ("1.2.840.10008.5.1.4.1.1.104.2", "DOC"),
    "an encapsulated STL": ("1.2.840.10008.5.1.4.1.1.104.3", "M3D"),
    "a grayscale presentation state": ("1.2.840.10008.5.1.4.1.1.11.1", "PR"),
    "a blending presentation state": ("1.2.840.10008.5.1.4.1.1.11.4", "PR"),
    "an ECG": ("1.2.840.10008.5.1.4.1.1.9.1.1", "ECG"),
    "a haemodynamic waveform": ("1.2.840.10008.5.1.4.1.1.9.2.1", "HD"),
    "an RT structure set": ("1.2.840.10008.5.1.4.1.1.481.3", "RTSTRUCT"),
    "an RT dose": ("1.2.840.10008.5.1.4.1.1.481.2", "RTDOSE"),
    "an RT plan": ("1.2.840.10008.5.1.4.1.1.481.5", "RTPLAN"),
    "an RT treatment record": ("1.2.840.10008.5.1.4.1.1.481.4", "RTRECORD"),
    "a segmentation": ("1.2.840.10008.5.1.4.1.1.66.4", "SEG"),
    "a registration": ("1.2.840.10008.5.1.4.1.1.66.1", "REG"),
    "raw data": ("1.2.840.10008.5.1.4.1.1.66", "MR"),
    "a maker's private object": ("1.3.12.2.1107.5.9.1", "MR"),
    "an object of an unknown modality": ("1.2.840.10008.5.1.4.1.1.999.1", "XYZ"),
}


def without_preamble(content):
    return content[132:]


def without_meta(content):
    """Cut the preamble and group 0002: an old data set as ACR-NEMA programs wrote it."""
    return content[content.index(b"\x08\x00\x05\x00CS") :]


def with_junk_preamble(content):
    """Return the file with a TIFF's beginning in its preamble, as PS3.10 §7.1 allows."""
    return b"II*\0".ljust(128, b"\xff") + content[128:]


@pytest.mark.parametrize("change", [bytes, without_preamble, without_meta, with_junk_preamble])
@pytest.mark.parametrize("name", OBJECTS)
def test_objects_of_every_kind_are_kept_with_and_without_preamble(name, change):
    sop_class, modality = OBJECTS[name]
    content = dicom_file(SOPClassUID=sop_class, Modality=modality, PixelData=None, BitsAllocated=None)
    examined = examine(change(content))
    assert examined.sort is Sort.INSTANCE
    assert (examined.header.sop_class_uid, examined.header.modality) == (sop_class, modality)
    assert examined.problem is None


@pytest.mark.parametrize("name", ["waveform_ecg.dcm", "rtstruct.dcm", "rtdose.dcm", "test-SR.dcm"])
def test_real_objects_without_ordinary_pixels_are_kept(name):
    examined = examine(sample(name).read_bytes())
    assert (examined.sort, examined.problem) == (Sort.INSTANCE, None)


@pytest.mark.parametrize("name", ["MR_small_bigendian.dcm", "MR_small_implicit.dcm"])
def test_a_data_set_without_preamble_is_known_in_each_byte_order(name):
    assert examine(without_preamble(sample(name).read_bytes())).sort is Sort.INSTANCE


def test_a_data_set_without_preamble_is_an_instance():
    content = sample("CT_small.dcm").read_bytes()[132:]
    assert examine(content).sort is Sort.INSTANCE


def test_a_data_set_without_preamble_and_meta_is_an_instance():
    content = sample("CT_small.dcm").read_bytes()
    examined = examine(content[content.index(b"\x08\x00\x05\x00CS") :])
    assert examined.sort is Sort.INSTANCE


def test_a_dicomdir_is_an_index_and_no_instance():
    assert examine(sample("DICOMDIR").read_bytes()).sort is Sort.INDEX


@pytest.mark.parametrize("name", ["CT_small.dcm", "MR_small_bigendian.dcm", "JPEG-LL.dcm", "MR_small_implicit.dcm"])
@pytest.mark.parametrize("share", [0.6, 0.9, 0.99])
def test_a_file_cut_in_its_pixels_is_an_instance_with_a_problem(name, share):
    content = sample(name).read_bytes()
    examined = examine(content[: int(len(content) * share)])
    assert (examined.sort, examined.problem) == (Sort.INSTANCE, "truncated")


def test_a_file_cut_in_a_last_value_before_any_pixels_is_noticed():
    content = sample("rtplan.dcm").read_bytes()
    assert examine(content[:-3]).problem == "truncated"


def test_a_file_cut_before_its_identifiers_says_so():
    examined = examine(sample("CT_small.dcm").read_bytes()[:200])
    assert (examined.sort, examined.problem) == (Sort.OTHER, "header_unreadable")


@pytest.mark.parametrize("cut", range(0, 5000, 137))
def test_no_cut_is_ever_a_crash(cut):
    examine(sample("CT_small.dcm").read_bytes()[:cut])


@pytest.mark.parametrize("name", ["CT_small.dcm", "rtplan.dcm", "DICOMDIR", "reportsi.dcm"])
def test_no_flipped_byte_is_ever_a_crash(name):
    content = sample(name).read_bytes()
    for place in range(128, min(len(content), 3000), 7):
        examine(content[:place] + bytes([content[place] ^ 0xFF]) + content[place + 1 :])


def docx():
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("_rels/.rels", "<Relationships/>")
        archive.writestr("word/document.xml", "<document/>")
    return target.getvalue()


def odt():
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
    return target.getvalue()


def ole(stream):
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(22) + (9).to_bytes(2, "little") + bytes(16)
    header += (1).to_bytes(4, "little")
    return header.ljust(1024, b"\0") + stream.encode("utf-16-le").ljust(512, b"\0")


@pytest.mark.parametrize(
    ("content", "sort"),
    [
        (b"%PDF-1.7\n", Sort.DOCUMENT),
        (b"junk\n%PDF-1.4\n", Sort.DOCUMENT),
        (b"{\\rtf1\\ansi}", Sort.DOCUMENT),
        (docx(), Sort.DOCUMENT),
        (odt(), Sort.DOCUMENT),
        (ole("WordDocument"), Sort.DOCUMENT),
        (ole("Workbook"), Sort.OTHER),
        (b"\xff\xd8\xff\xe0rest", Sort.PICTURE),
        (b"\x89PNG\r\n\x1a\nrest", Sort.PICTURE),
        (b"PK\x03\x04 broken", Sort.ARCHIVE),
        (b"MZ\x90\x00", Sort.PROGRAM),
        (b"plain text", Sort.OTHER),
        (b"\x08\x00", Sort.OTHER),
        (b"\x08\x00\x05\x00\x02\x00\x00\x00", Sort.OTHER),
        (bytes(200), Sort.OTHER),
    ],
)
def test_documents_are_known_by_content(content, sort):
    examined = examine(content)
    assert examined.sort is sort
    assert examined.problem is None


@pytest.fixture
def disc(tmp_path):
    """A disc as hospitals burn them."""
    root = tmp_path / "disc"
    (root / "DICOM").mkdir(parents=True)
    (root / "VIEWER" / "help").mkdir(parents=True)
    (root / "WEB").mkdir()
    (root / "REPORTS").mkdir()
    shutil.copy(sample("CT_small.dcm"), root / "DICOM" / "IM1")
    shutil.copy(sample("MR_small.dcm"), root / "DICOM" / "IM2")
    shutil.copy(sample("DICOMDIR"), root / "DICOMDIR")
    (root / "autorun.inf").write_text("[autorun]")
    (root / "logo.jpg").write_bytes(b"\xff\xd8\xff\xe0")
    (root / "letter.pdf").write_bytes(b"%PDF-1.4")
    (root / "VIEWER" / "view.exe").write_bytes(b"MZ")
    (root / "VIEWER" / "manual.pdf").write_bytes(b"%PDF-1.4")
    (root / "VIEWER" / "help" / "shot.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    (root / "WEB" / "index.html").write_text("<html>")
    (root / "WEB" / "thumb.jpg").write_bytes(b"\xff\xd8\xff\xe0")
    (root / "REPORTS" / "report.bin").write_bytes(b"%PDF-1.4")
    return root


def test_a_discs_images_and_reports_are_found_and_its_junk_is_not(disc):
    catalogue = scanned(disc)
    assert names(catalogue.instances) == ["DICOM/IM1", "DICOM/IM2"]
    assert names(catalogue.attachments) == ["REPORTS/report.bin", "letter.pdf"]
    assert catalogue.findings == ()


def test_names_say_nothing(disc):
    """What hospitals and viewers call a file is not what it is: in a viewer's folder, as a program, without a name."""
    whole = sample("CT_small.dcm").read_bytes()
    called = ("VIEWER/codec.dll", "VIEWER/view2.exe", "WEB/photo.jpg", "autorun.bat", "0", "DICOMDIR.bak", "Thumbs.db")
    for name in called:
        (disc / name).write_bytes(whole)
    (disc / "DICOM" / "IM3.dcm").write_bytes(b"\xff\xd8\xff\xe0 a picture")
    (disc / "DICOM" / "IM4.dcm").write_bytes(b"MZ a program")
    (disc / "DICOM" / "IM5.dcm").write_bytes(b"%PDF-1.4 a report")
    catalogue = scanned(disc)
    assert names(catalogue.instances + catalogue.copies) == sorted(["DICOM/IM1", "DICOM/IM2", *called])
    assert {"DICOM/IM3.dcm", "DICOM/IM5.dcm"} <= set(names(catalogue.attachments))
    assert "DICOM/IM4.dcm" not in names(catalogue.found)
    assert catalogue.findings == ()


def test_two_indexes_and_one_in_a_folder_are_no_images(disc):
    shutil.copy(sample("DICOMDIR"), disc / "DICOM" / "INDEX")
    catalogue = scanned(disc)
    assert names(catalogue.instances) == ["DICOM/IM1", "DICOM/IM2"]
    assert catalogue.counts.indexes == 2


@pytest.mark.parametrize("name", ["autorun.inf", "AUTORUN.INF", "AutoRun.inf"])
def test_pictures_beside_an_autorun_are_a_viewers_and_others_are_not(tmp_path, name):
    (tmp_path / name).write_text("[autorun]")
    (tmp_path / "PHOTOS").mkdir()
    for place in (tmp_path / "splash.jpg", tmp_path / "PHOTOS" / "wound.jpg"):
        place.write_bytes(b"\xff\xd8\xff\xe0")
    assert names(scanned(tmp_path).attachments) == ["PHOTOS/wound.jpg"]


def test_links_pipes_and_unreadable_folders_are_met_without_harm(disc, tmp_path):
    outside = tmp_path / "outside"
    outside.mkdir()
    shutil.copy(sample("CT_small.dcm"), outside / "IM9")
    (disc / "away").symlink_to(outside)
    (disc / "loop").symlink_to(disc)
    (disc / "broken").symlink_to(disc / "nowhere")
    os.mkfifo(disc / "pipe")
    catalogue = scanned(disc)
    assert names(catalogue.instances) == ["DICOM/IM1", "DICOM/IM2"]
    assert {(finding.code, finding.parts) for finding in catalogue.findings} == {
        ("link_skipped", ("away",)), ("link_skipped", ("broken",)), ("not_a_file", ("pipe",)),
    }  # fmt: skip


def test_a_link_put_in_the_place_of_a_file_is_not_followed(disc):
    medium = MediaFolder(str(disc), 1)
    (disc / "DICOM" / "IM1").unlink()
    (disc / "DICOM" / "IM1").symlink_to("/etc/hostname")
    with pytest.raises(OSError, match=r".*"):
        medium.open(("DICOM", "IM1"))


def test_names_that_are_not_utf8_are_read(disc):
    raw = os.fsencode(disc / "DICOM") + b"/caf\xe9"
    shutil.copy(sample("rtplan.dcm"), raw)
    assert len(scanned(disc).instances) == 3


def test_a_single_file_is_a_medium_too(disc):
    assert names(scanned(disc / "DICOM" / "IM1").instances) == ["IM1"]


def test_a_folder_that_is_not_there_cannot_be_read_now(tmp_path):
    with pytest.raises(DiscUnreadable):
        list(MediaFolder(str(tmp_path / "none"), 1).walk())


def test_an_empty_mount_point_means_that_the_disc_is_out(tmp_path):
    medium = MediaFolder(str(tmp_path), 1)
    assert not medium.is_present()
    (tmp_path / "x").write_text("x")
    assert medium.is_present()


def test_a_named_document_must_be_there(tmp_path):
    (tmp_path / "a.pdf").write_bytes(b"%PDF-")
    assert named_document(str(tmp_path / "a.pdf"), 2).parts == ("a.pdf",)
    for name in ("none.pdf", "."):
        with pytest.raises(AttachmentUnreadable):
            named_document(str(tmp_path / name / ""), 2)


def test_every_file_of_pydicoms_own_data_is_read_or_named():
    folder = sample("CT_small.dcm").parent
    catalogue = scanned(folder)
    assert len(catalogue.instances) > 80
    assert all(not isinstance(item, Finding) for item in catalogue.found)


@pytest.mark.real_data
def test_the_mr_of_two_makers_is_one_patient_with_608_images():
    if not DATA.is_dir():
        pytest.skip("the open images are not here")
    catalogue = scanned(DATA / "mr_ge_siemens")
    (patient,) = patients_of(catalogue)
    assert (len(catalogue.instances), patient.birth_date, len(catalogue.findings)) == (608, "1970-01-01", 0)
    assert sorted(series.instances for study in patient.studies for series in study.series) == [2] * 4 + [150] * 4


@pytest.mark.real_data
@pytest.mark.parametrize("folder", ["transfer_syntaxes", "mr_transfer_syntaxes", "ct_head_ge"])
def test_whole_files_in_every_transfer_syntax_are_not_called_cut(folder):
    if not DATA.is_dir():
        pytest.skip("the open images are not here")
    assert {finding.code for finding in scanned(DATA / folder).findings} <= {"other_content"}  # one image, many ways


def test_folders_in_folders_without_end_are_a_finding(tmp_path):
    place = os.open(tmp_path, os.O_RDONLY)
    for _ in range(400):  # a path longer than the system takes in one piece
        os.mkdir("d" * 20, dir_fd=place)
        below = os.open("d" * 20, os.O_RDONLY, dir_fd=place)
        os.close(place)
        place = below
    os.close(place)
    shutil.copy(sample("CT_small.dcm"), tmp_path / "IM1")
    catalogue = scanned(tmp_path)
    assert len(catalogue.instances) == 1
    assert [finding.code for finding in catalogue.findings] == ["too_deep"]


def test_a_deflated_bomb_is_not_inflated_and_is_still_an_instance(monkeypatch):
    whole = examine(sample("image_dfl.dcm").read_bytes())
    monkeypatch.setattr("secondread_desktop.adapters.dicom_header._MOST_INFLATED", 8000)
    examined = examine(sample("image_dfl.dcm").read_bytes())
    assert (examined.sort, examined.problem) == (Sort.INSTANCE, "damaged")
    assert examined.header.sop_instance_uid == whole.header.sop_instance_uid
    assert examined.header.patient_name == whole.header.patient_name
