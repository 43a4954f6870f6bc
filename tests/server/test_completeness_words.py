"""What the coordinator reads about the disc having been whole."""

import pytest

from secondread_server.web.console.completeness_words import shown
from secondread_shared.manifest import Completeness, MissingExam, SeriesGap


@pytest.mark.parametrize("told", [None, Completeness(found=5, read=5), Completeness(found=5, read=5, named=5)])
def test_nothing_is_said_of_a_whole_disc_or_by_an_older_program(told):
    assert shown(told) is None


def test_images_that_the_index_names_and_the_disc_lacks_are_told_by_exam():
    exam = MissingExam("1.2", "2026-11-12", "CT OF THE HEAD", missing=12, named=40)
    banner = shown(Completeness(found=28, read=28, named=40, absent=12, missing_exams=[exam]))
    assert banner is not None
    assert (banner.kind, banner.title) == ("warn", "12 images in the disc's own index were not on the disc.")
    assert banner.lines == ("Missing from CT OF THE HEAD, 12 November 2026: 12 of 40 images.",)


def test_images_that_were_found_and_not_read_are_told():
    banner = shown(Completeness(found=1200, read=1199))
    assert banner is not None
    assert banner.title == "1 image found on the disc was not sent."
    assert banner.lines == ("Of 1,200 images found, 1,199 could be read and sent; the sender agreed.",)


def test_small_disorder_is_a_note():
    told = Completeness(
        found=9, read=9, named=8, extra=1, copies=2, wrong_references=1, gaps=[SeriesGap("1.2.1", 2, "3-4")]
    )
    banner = shown(told)
    assert banner is not None
    assert banner.kind == "note"
    assert banner.lines == (
        "In series 1.2.1 no image has the number 3-4.",
        "2 images twice on the disc with the same bytes; each was sent once.",
        "1 image elsewhere than the disc's index says; found and sent.",
        "1 image not in the disc's index; found and sent.",
    )
