"""What Check says of the images being all there."""

import pytest

pytest.importorskip("PySide6.QtWidgets", reason="Qt's libraries are not here", exc_type=ImportError)

from secondread_desktop.core.catalogue import Catalogue, DiscIndex, Finding, Found, FoundFile, Header
from secondread_desktop.core.dicomdir import IndexEntry
from secondread_desktop.ui.conduct.found_words import found_words


def found(number: int) -> Found:
    header = Header(sop_instance_uid=f"1.{number}", study_instance_uid="1", series_instance_uid="2",
                    series_description="AXIAL", instance_number=number)  # fmt: skip
    return Found(FoundFile(1, (f"I{number}",), 10, 1), header)


def index(*numbers: int, study: str = "1") -> DiscIndex:
    entries = [IndexEntry((f"I{n}",), f"1.{n}", study, "2", "20261112", "CT OF THE HEAD") for n in numbers]
    return DiscIndex(FoundFile(1, ("DICOMDIR",), 10, 1), tuple(entries))


def test_a_whole_disc_with_an_index():
    said = found_words(Catalogue(found=(found(1), found(2)), indexes=(index(1, 2),)), 1)
    assert (said.kind, said.title) == ("ok", "2 of 2 images found, in 1 exam.")
    assert said.text == "All of them could be read. They are the ones that the disc's own list names."
    assert said.lines == ()


def test_a_disc_without_an_index_is_compared_with_nothing():
    said = found_words(Catalogue(found=(found(1), found(2))), 1)
    assert (said.title, said.text) == ("2 images found, in 1 exam.", "All of them could be read.")


def test_missing_images_are_told_by_exam_with_what_to_do():
    said = found_words(Catalogue(found=(found(1),), indexes=(index(1, 2, 3),)), 1)
    assert (said.kind, said.title) == ("warn", "1 of 3 images found, in 1 exam.")
    assert said.text == (
        "2 images that the disc's own list names are not on it: 12 November 2026, CT OF THE HEAD (2 of 3). "
        "You can send what is there, and ask the hospital for the rest."
    )
    assert said.lines[-2:] == ("I2", "I3")


def test_many_missing_exams_are_counted_in_the_banner_and_named_behind_the_fold():
    indexes = tuple(index(10 * n, study=str(n)) for n in range(1, 6))
    said = found_words(Catalogue(found=(found(1),), indexes=indexes), 1)
    assert "2 more exams" in said.text
    assert sum("CT OF THE HEAD" in line for line in said.lines) == 5


def test_left_out_numbers_are_told_with_the_set():
    said = found_words(Catalogue(found=tuple(map(found, (1, 2, 3, 5)))), 1)
    assert "In 1 set of images some numbers are left out; see below." in said.text
    assert any(line.startswith("AXIAL: there is no image number 4.") for line in said.lines)


def test_copies_forgotten_and_misplaced_files_are_told_and_are_no_alarm():
    indexes = (DiscIndex(FoundFile(1, ("DICOMDIR",), 10, 1), (IndexEntry(("ELSEWHERE",), "1.1", "1", "2"),)),)
    said = found_words(Catalogue(found=(found(1), found(2)), copies=(found(1),), indexes=indexes), 1)
    assert said.kind == "note"
    assert said.lines == (
        "1 image lies twice on the disc. It is sent once.",
        "1 image lies elsewhere than the disc's own list says, and was found all the same.",
        "1 image is not in the disc's own list, and was found all the same.",
    )


def test_images_that_are_cut_are_an_alarm():
    said = found_words(Catalogue(found=(found(1),), findings=(Finding("truncated", 1, ("I1",)),)), 1)
    assert said.kind == "warn"
