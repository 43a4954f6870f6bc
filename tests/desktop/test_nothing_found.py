"""Sources without images: what they are instead, by rule, on real folders, and in the letter to the hospital."""

import datetime
import io
import threading

import pytest

from secondread_desktop.adapters.archive_streams import Source
from secondread_desktop.adapters.contents import FileContents
from secondread_desktop.adapters.media_folder import MediaFolder
from secondread_desktop.adapters.zip_index import is_locked, read_entries
from secondread_desktop.core.catalogue import Catalogue, DiscIndex, Finding, Found, FoundFile, Header, together
from secondread_desktop.core.dicomdir import IndexEntry
from secondread_desktop.core.hospital_letter import MOST_LISTED, MissingExam, Role, listed, missing_in, shortened
from secondread_desktop.core.nothing_found import (
    Kind,
    Nothing,
    is_image,
    is_telling,
    nothing_in,
    of_unlisted,
    unreadable,
)
from secondread_desktop.core.seen import Counts
from secondread_desktop.core.submission import not_sent
from secondread_desktop.services.scan import scan
from secondread_desktop.services.sorts import Sort
from secondread_desktop.ui.plain_english import plain_date, plain_english
from secondread_desktop.ui.sentences.letter import Voice, is_wanted, letter_content, letter_lines
from secondread_desktop.ui.sentences.nothing import nothing_words
from secondread_desktop.ui.texts import sizes
from secondread_shared.manifest import SourceProblem
from tests.support.archives import zip_of
from tests.support.fakes import Told
from tests.support.imageless_discs import ENVELOPE, MAKERS, imageless_disc, locked_7z, locked_zip, random_bytes

VOICE = Voice(say=plain_english, date=plain_date, size=sizes)
CT, SR = "1.2.840.10008.5.1.4.1.1.2", "1.2.840.10008.5.1.4.1.1.88.33"


def finding(code, name="IM1"):
    return Finding(code, 1, (name,))


def suspect(name, size=1 << 20):
    return FoundFile(1, (name,), size, 1)


def instance(sop_class_uid):
    return Found(FoundFile(1, ("IM1",), 9, 1), Header(sop_instance_uid="1.2", sop_class_uid=sop_class_uid))


def catalogue(*findings, suspects=(), **counts):
    return Catalogue(findings=findings, counts=Counts(**counts), suspects=tuple(suspects))


@pytest.mark.parametrize(
    ("seen", "nothing"),
    [
        (catalogue(), Nothing(Kind.EMPTY)),
        (catalogue(finding("empty_file"), files=1, empty=1), Nothing(Kind.EMPTY)),
        (catalogue(finding("link_skipped")), Nothing(Kind.EMPTY)),
        (catalogue(finding("too_deep")), Nothing(Kind.UNREADABLE)),
        (catalogue(finding("unreadable"), files=1), Nothing(Kind.UNREADABLE)),
        (catalogue(finding("header_unreadable"), files=100, viewer=99), Nothing(Kind.UNREADABLE)),
        (catalogue(finding("unreadable"), files=9, indexes=1, viewer=7), Nothing(Kind.UNREADABLE)),
        (catalogue(finding("unreadable"), files=100, pictures=99), Nothing(Kind.ONLY_PICTURES)),
        (catalogue(finding("encrypted"), files=9, pictures=8), Nothing(Kind.ENCRYPTED)),
        (catalogue(finding("password_needed"), files=1), Nothing(Kind.ENCRYPTED)),
        (catalogue(finding("password_wrong"), files=1), Nothing(Kind.ENCRYPTED)),
        (catalogue(finding("encrypted"), finding("unreadable"), files=2), Nothing(Kind.ENCRYPTED)),
        (catalogue(files=2, indexes=1, viewer=1), Nothing(Kind.INDEX_ONLY)),
        (
            catalogue(suspects=[suspect("A.DAT")], files=2, viewer=1, bytes=10, sealed=1, sealed_bytes=9),
            Nothing(Kind.ENCRYPTED, is_guess=True),
        ),
        (
            catalogue(suspects=[suspect("A.DAT")], files=2, viewer=1, bytes=90, sealed=1, sealed_bytes=9),
            Nothing(Kind.ONLY_VIEWER),
        ),
        (catalogue(suspects=[suspect("BitLockerToGo.exe")], files=1, viewer=1), Nothing(Kind.ENCRYPTED, is_guess=True)),
        (catalogue(suspects=[suspect("setup.exe", 900 << 20)], files=1, viewer=1), Nothing(Kind.ONLY_VIEWER)),
        (catalogue(files=3, pictures=1, viewer=2), Nothing(Kind.ONLY_PICTURES)),
        (catalogue(files=1, videos=1), Nothing(Kind.ONLY_PICTURES)),
        (catalogue(files=1, documents=1), Nothing(Kind.ONLY_DOCUMENTS)),
        (catalogue(files=2, documents=1, videos=1), Nothing(Kind.MIXED)),
        (catalogue(files=1, viewer=1), Nothing(Kind.ONLY_VIEWER)),
        (catalogue(files=1, packed=1), Nothing(Kind.UNKNOWN)),
        (catalogue(files=1, other=1), Nothing(Kind.UNKNOWN)),
        (Catalogue(found=(instance(CT),)), None),
        (Catalogue(found=(instance(""),)), None),
        (Catalogue(found=(instance(SR),)), Nothing(Kind.NO_IMAGES)),
        (Catalogue(found=(instance(SR), instance(CT))), None),
    ],
)
def test_the_rules_of_what_there_is_instead_of_images(seen, nothing):
    assert nothing_in(seen) == nothing


@pytest.mark.parametrize(
    ("part", "has_pixels"),
    [
        ("2", True), ("4", True), ("6.1", True), ("7", True), ("12.1", True), ("77.1.6", True), ("66.4", True),
        ("481.1", True), ("481.2", True), ("128", True), ("9.1.1", False), ("11.1", False), ("66", False),
        ("66.1", False), ("67", False), ("88.11", False), ("88.59", False), ("104.1", False), ("481.3", False),
        ("481.5", False), ("68.1", False),
    ],
)  # fmt: skip
def test_which_objects_hold_pixels(part, has_pixels):
    assert is_image(f"1.2.840.10008.5.1.4.1.1.{part}") is has_pixels


@pytest.mark.parametrize(
    ("name", "tells"),
    [("COV 0000. ER", True), ("BitLockerToGo.exe", True), ("exam.p7m", True), ("A.ENC", True), ("IM1", False),
     ("SecurDiscViewer.exe", True), ("VIEWER.EXE", False), ("discovery.txt", False)],
)  # fmt: skip
def test_names_that_only_locks_give(name, tells):
    assert is_telling(name) is tells


KINDS = {
    "empty": Nothing(Kind.EMPTY),
    "empty_files": Nothing(Kind.EMPTY),
    "unreadable": Nothing(Kind.UNREADABLE),
    "only_viewer": Nothing(Kind.ONLY_VIEWER),
    "only_pictures": Nothing(Kind.ONLY_PICTURES),
    "only_documents": Nothing(Kind.ONLY_DOCUMENTS),
    "mixed": Nothing(Kind.MIXED),
    "encrypted": Nothing(Kind.ENCRYPTED),
    "enveloped": Nothing(Kind.ENCRYPTED),
    "perhaps_encrypted": Nothing(Kind.ENCRYPTED, is_guess=True),
    "index_only": Nothing(Kind.INDEX_ONLY),
    "no_images": Nothing(Kind.NO_IMAGES),
    "unknown": Nothing(Kind.UNKNOWN),
}
COUNTS = {
    "only_viewer": {"files": 9, "viewer": 8, "viewer_pictures": 2, "other": 1},
    "only_pictures": {"files": 13, "viewer": 8, "viewer_pictures": 2, "other": 1, "pictures": 3, "videos": 1},
    "perhaps_encrypted": {
        "files": 10, "viewer": 8, "viewer_pictures": 2, "other": 1, "sealed": 1, "sealed_bytes": 3 << 20,
    },
    "enveloped": {"files": 3, "indexes": 1},
    "mixed": {"files": 2, "pictures": 1, "documents": 1},
}  # fmt: skip


def scanned(*folders):
    media = [MediaFolder(str(folder), number) for number, folder in enumerate(folders, start=1)]
    return scan(media, contents=FileContents(), tell=Told(), cancel=threading.Event())


@pytest.mark.parametrize("name", MAKERS)
def test_a_real_folder_is_told_by_what_lies_in_it(name, tmp_path):
    seen = scanned(imageless_disc(tmp_path, name))
    assert nothing_in(seen) == KINDS[name]
    if name in COUNTS:
        assert seen.counts == Counts(bytes=seen.counts.bytes, **COUNTS[name])


def test_two_discs_without_images_are_counted_together(tmp_path):
    one, two = (scanned(imageless_disc(tmp_path, name)) for name in ("only_documents", "perhaps_encrypted"))
    both = together([one, two])
    assert both.counts == one.counts + two.counts
    assert (both.counts.files, both.counts.documents) == (11, 1)
    assert [(file.source, file.parts[-1]) for file in both.suspects] == [(2, "STORE.DAT")]
    assert scanned(tmp_path / "only_documents", tmp_path / "perhaps_encrypted").counts == both.counts


def sevenzip(header):
    return b"7z\xbc\xaf\x27\x1c\0\4" + bytes(4) + (0).to_bytes(8, "little") + bytes(12) + header


def rar5(kind):
    return b"Rar!\x1a\x07\x01\x00" + bytes(4) + b"\x21" + bytes([kind]) + bytes(40)


def rar4(archive_flags=0, file_flags=0):
    head = b"Rar!\x1a\x07\x00" + b"\0\0\x73" + archive_flags.to_bytes(2, "little") + b"\x0d\0" + bytes(6)
    return head + b"\0\0\x74" + file_flags.to_bytes(2, "little") + bytes(40)


@pytest.mark.parametrize(
    ("content", "sort"),
    [
        (locked_7z(), Sort.LOCKED),
        (b"MZ self-extracting".ljust(1 << 20, b"\0") + locked_zip(), Sort.LOCKED),
        (b"MZ, a program".ljust(1 << 20, b"\0"), Sort.PROGRAM),
        (ENVELOPE, Sort.LOCKED),
        (bytes.fromhex("3082010006092a864886f70d010703") + bytes(256), Sort.LOCKED),
        (bytes.fromhex("3082010006092a864886f70d010702") + bytes(256), Sort.OTHER),  # signed, not encrypted
        (bytes.fromhex("30840000010006092a864886f70d010703") + bytes(256), Sort.LOCKED),
        (b"\x30", Sort.OTHER),
        (b"\xeb\x58\x90-FVE-FS-" + bytes(500), Sort.LOCKED),
        (b"Salted__" + bytes(50), Sort.LOCKED),
        (b"-----BEGIN PGP MESSAGE-----\n", Sort.LOCKED),
        (sevenzip(b"\x17\x06\x01\x24\x06\xf1\x07\x01"), Sort.LOCKED),
        (sevenzip(b"\x17\x06\x01\x23\x03\x01\x01"), Sort.PACKED),
        (b"7z\xbc\xaf\x27\x1c\0\4" + bytes(4) + b"\xff" * 20, Sort.PACKED),
        (rar5(4), Sort.LOCKED),
        (rar5(1), Sort.PACKED),
        (rar4(archive_flags=0x80), Sort.LOCKED),
        (rar4(file_flags=0x04), Sort.LOCKED),
        (rar4(), Sort.PACKED),
        (b"\x1f\x8b\x08" + bytes(20), Sort.PACKED),
        (b"GIF89a", Sort.OTHER_PICTURE),
        (b"RIFF\0\0\0\0WEBP", Sort.OTHER_PICTURE),
        (b"RIFF\0\0\0\0AVI LIST", Sort.VIDEO),
        (b"\0\0\1\xba" + bytes(20), Sort.VIDEO),
        (b"\x7fELF", Sort.PROGRAM),
        (b"\xef\xbb\xbf\r\n<!DOCTYPE html>", Sort.PROGRAM),
        (b"[AutoRun]\r\nopen=x.exe", Sort.PROGRAM),
        (random_bytes(1 << 20), Sort.SEALED),
        (random_bytes((1 << 20) - 1), Sort.OTHER),
        (random_bytes(1 << 19) + bytes(1 << 20), Sort.OTHER),
        (bytes(range(256)) * 4096, Sort.SEALED),
        (b"text and more text " * 60_000, Sort.OTHER),
        (b"", Sort.OTHER),
    ],
)
def test_other_files_are_known_by_content(content, sort):
    examined = FileContents().examine(io.BytesIO(content), size=len(content))
    assert examined.sort is sort
    assert examined.problem == ("encrypted" if sort is Sort.LOCKED else None)


def test_a_locked_zip_says_so_in_its_directory_and_is_entered():
    content = locked_zip()
    for told in (content, b"\0" * 4 + content):
        entries, is_whole = read_entries(Source(io.BytesIO(told), len(told)))
        assert is_whole
        assert [(entry.name, entry.is_locked) for entry in entries] == [("IM1", True), ("IM2", True)]
        assert is_locked(Source(io.BytesIO(told), len(told)))
    assert FileContents().examine(io.BytesIO(content), size=len(content)).sort is Sort.ARCHIVE


@pytest.mark.parametrize(
    "content", [locked_zip(), locked_7z(), sevenzip(b"\x17\x06\x01\x24\x06\xf1\x07\x01"), rar5(4), ENVELOPE]
)
def test_no_cut_and_no_flipped_byte_of_an_archive_is_a_crash(content):
    for place in range(len(content)):
        FileContents().examine(io.BytesIO(content[:place]), size=place)
        bad = content[:place] + bytes([content[place] ^ 0xFF]) + content[place + 1 :]
        FileContents().examine(io.BytesIO(bad), size=len(bad))


class Counting(io.BytesIO):
    """A file that knows how much of it was read."""

    taken = 0

    def read(self, size=-1):
        content = super().read(size)
        self.taken += len(content)
        return content


@pytest.mark.parametrize(
    "content",
    [
        random_bytes(64 << 20),
        b"a text of sixty-four megabytes " * (2 << 20),
        b"MZ" + bytes(64 << 20) + zip_of({"IM1": b"x" * 1000}),
        b"MZ" + bytes(64 << 20) + locked_zip(),
    ],
    ids=["random", "text", "unpacks itself", "unpacks itself, locked"],
)
def test_a_huge_file_is_told_from_a_small_part_of_it(content):
    file = Counting(content)
    FileContents().examine(file, size=len(content))
    assert file.taken < 3 << 20


def letter(seen, *, label="DISC 1", missing=(), help_line="800-555-0142"):
    content = letter_content(seen, disc_label=label, voice=VOICE, missing=missing)
    return letter_lines(content, date=datetime.date(2026, 11, 26), help_line=help_line, voice=VOICE)


def texts(lines, role=None):
    return [line.text for line in lines if role is None or line.role is role]


@pytest.mark.parametrize("name", MAKERS)
def test_every_kind_has_its_words_and_its_letter(name, tmp_path):
    seen = scanned(imageless_disc(tmp_path, name))
    title, text = nothing_words(nothing_in(seen), seen, plain_english)
    assert title.endswith(".")
    assert "hospital" in text
    lines = letter(seen)
    assert texts(lines)[0] == "26 November 2026"
    assert len(texts(lines, Role.SECTION)) in (2, 3)
    assert any("PS3.10" in item and "DICOMDIR" in item for item in texts(lines, Role.ITEM))
    assert texts(lines, Role.SMALL)[-1] == "Questions about it: 800-555-0142"
    assert is_wanted(seen)
    assert not any("%n" in line or "{" in line for line in [title, text, *texts(lines)])


def test_the_kinds_are_told_apart_in_words(tmp_path):
    said = set()
    for name in MAKERS:
        seen = scanned(imageless_disc(tmp_path, name))
        said.add(nothing_words(nothing_in(seen), seen, plain_english)[0])
    assert len(said) == len(MAKERS) - 1  # two ways to be locked for sure, one sentence


def test_a_guess_says_that_it_is_one(tmp_path):
    seen = scanned(imageless_disc(tmp_path, "perhaps_encrypted"))
    title, text = nothing_words(nothing_in(seen), seen, plain_english)
    assert "perhaps" in title
    assert "not sure" in text
    assert texts(letter(seen), Role.TITLE) == ["My images cannot be read, perhaps because the disc is locked"]
    assert "VIEWER/STORE.DAT: 3.1 MB in a form that is not known, perhaps locked" in texts(letter(seen))


def test_the_letter_of_a_locked_disc_names_the_files_and_asks_for_the_password(tmp_path):
    lines = texts(letter(scanned(imageless_disc(tmp_path, "encrypted"))))
    assert "IMAGES.7Z: This is encrypted. Without the hospital's password or key it cannot be read." in lines
    assert any("password" in line and line.startswith("Please send it") for line in lines)


def test_a_letter_lists_a_page_of_files_and_counts_the_rest(tmp_path):
    lines = texts(letter(scanned(imageless_disc(tmp_path, "unreadable"))), Role.ITEM)
    named = [line for line in lines if line.startswith("IM")]
    assert [line.partition(":")[0] for line in named] == [f"IM{number}" for number in range(1, MOST_LISTED + 1)]
    assert "30 unreadable files" in lines
    assert f"and {30 - MOST_LISTED} more files" in lines


def test_exams_that_are_not_whole_stand_on_the_letter_of_a_disc_with_images():
    exams = [MissingExam("MR LUMBAR SPINE", "2026-11-12", 12, 150), MissingExam("", "", 1)]
    whole = Catalogue(found=(instance(CT),), counts=Counts(files=1, bytes=9))
    assert not is_wanted(whole)
    assert is_wanted(whole, exams)
    lines = texts(letter(whole, missing=exams))
    assert "MR LUMBAR SPINE, 12 November 2026: 12 of 150 images missing" in lines
    assert "Exam without a name, no date: 1 image missing" in lines
    assert "1 DICOM object" in lines
    assert "Images on my disc are missing or cannot be read" in lines


def test_a_disc_with_images_and_an_unreadable_file_is_worth_a_letter():
    assert is_wanted(Catalogue(found=(instance(CT),), findings=(finding("unreadable"),)))
    assert is_wanted(Catalogue(found=(instance(CT),), findings=(finding("password_needed"),)))
    assert not is_wanted(Catalogue(found=(instance(CT),), findings=(finding("link_skipped"), finding("other_content"))))


def test_a_finding_that_the_letter_has_no_words_for_is_still_named():
    lines = texts(letter(Catalogue(findings=(finding("of_tomorrow"),), counts=Counts(files=1))))
    assert "IM1: This could not be read." in lines
    assert len(unreadable(Catalogue(findings=(finding("of_tomorrow"),)))) == 1


def test_a_disc_that_cannot_even_be_listed_has_its_letter():
    seen = of_unlisted("DISC 1")
    assert nothing_in(seen) == Nothing(Kind.UNREADABLE)
    lines = texts(letter(seen))
    assert "No files at all" in lines
    assert "DISC 1: This could not be read." in lines
    assert "The disc with my images cannot be read" in lines


def test_what_is_locked_counts_as_not_sent():
    problems = [SourceProblem(code=code, path="A.ZIP") for code in ("encrypted", "password_needed", "link_skipped")]
    assert [problem.code for problem in not_sent(problems)] == ["encrypted", "password_needed"]


def test_a_letter_says_on_which_of_several_discs_a_file_lies():
    seen = Catalogue(findings=(Finding("unreadable", 2, ("A", "B")),), source_count=2, counts=Counts(files=1))
    assert "disc-2/A/B: This could not be read." in texts(letter(seen))


def test_a_letter_holds_no_name_from_the_images():
    header = Header(patient_name="LOPEZ^MARIA", patient_id="A1", birth_date="1951-03-03", sop_class_uid=SR)
    seen = Catalogue(found=(Found(FoundFile(1, ("SR1",), 9, 1), header),), counts=Counts(files=1))
    page = "\n".join(texts(letter(seen)))
    assert not any(secret in page for secret in ("LOPEZ", "MARIA", "A1", "1951"))
    assert "LOPEZ" not in repr(letter_content(seen, disc_label="LOPEZ", voice=VOICE))
    assert "LOPEZ" not in repr(MissingExam("LOPEZ", "", 1))


def test_lists_give_exams_first_and_leave_room_for_files():
    lines, more_exams, more_files = listed([f"e{n}" for n in range(20)], [f"f{n}" for n in range(20)])
    assert len(lines) == MOST_LISTED
    assert (lines[0], lines[-1]) == ("e0", "f3")
    assert (more_exams, more_files) == (10, 16)
    assert listed([], [f"f{n}" for n in range(3)]) == (("f0", "f1", "f2"), 0, 0)


def test_long_names_give_way_in_the_middle():
    assert shortened("IM1") == "IM1"
    short = shortened("A/" * 200 + "IM1")
    assert len(short) <= 72
    assert short.endswith("/IM1")
    assert "…" in short


def test_what_the_index_names_and_the_disc_lacks_stands_on_the_letter():
    entries = tuple(IndexEntry((f"I{n}",), f"1.{n}", "1", "2", "20261112", "CT OF THE HEAD") for n in (1, 2, 3))
    header = Header(sop_instance_uid="1.1", study_instance_uid="1")
    catalogue = Catalogue(
        found=(Found(FoundFile(1, ("I1",), 9, 1), header),),
        indexes=(DiscIndex(FoundFile(1, ("DICOMDIR",), 9, 1), entries),),
    )
    assert missing_in(catalogue) == (MissingExam("CT OF THE HEAD", "2026-11-12", 2, 3),)
    content = letter_content(catalogue, disc_label="CD", voice=VOICE, missing=missing_in(catalogue))
    assert any("CT OF THE HEAD" in line and "2 of 3 images missing" in line for line in content.missing)
