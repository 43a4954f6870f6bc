"""Find on discs without images: what there is instead, and the letter to the hospital, on the screen and on paper."""

import os
import subprocess
import sys

import pypdfium2
import pytest

from tests.support.imageless_discs import MAKERS, imageless_disc
from tests.support.source_code import ROOT
from tests.support.window import find, names, press, shown_text, spin_until

pytest.importorskip("PySide6.QtWidgets", reason="Qt's libraries are not here", exc_type=ImportError)

from PySide6.QtWidgets import QApplication, QFileDialog

from secondread_desktop.ui.conduct.find import FindConduct
from secondread_desktop.ui.conduct.visit import Visit
from secondread_desktop.ui.sentences import letter_offer as said
from tests.screens.stage import MARIA, Stage, programme, write_disc

TITLES = {
    "empty": "There are no medical images here: the place is empty.",
    "empty_files": "There are no medical images here: every file is empty.",
    "unreadable": "There is something here, but it cannot be read.",
    "only_viewer": "There is only a viewer with its own pictures here, and no images of yours.",
    "only_pictures": "There are only ordinary pictures here, and no medical images.",
    "only_documents": "There are only documents here, and no images.",
    "mixed": "There are pictures and documents here, but no medical images.",
    "encrypted": "This is locked with a password, so the images cannot be read.",
    "enveloped": "This is locked with a password, so the images cannot be read.",
    "perhaps_encrypted": "The images here are perhaps locked.",
    "index_only": "Here is only the list of the images: the images themselves are missing.",
    "no_images": "There are reports or notes of an exam here, but no images.",
    "unknown": "There are no medical images here.",
}


@pytest.fixture
def stage(desk, runner):
    stage = Stage(FindConduct(desk, runner, discs=tuple))
    yield stage
    stage.conduct.leave()
    stage.close()


def read(stage, folder):
    """Let Find read a folder to its end."""
    stage.enter(Visit(programme=programme()))
    stage.conduct.screen.chosen.emit(str(folder))
    spin_until(lambda: stage.conduct._places[-1].task is None, what="the reading")


def save(stage, folder, path):
    """Press the button, and give the system's dialog a name."""
    press(stage.window, said.named(said.SAVE, folder.name))
    [dialog] = [one for one in stage.window.findChildren(QFileDialog) if one.isVisible()]
    assert dialog.acceptMode() is QFileDialog.AcceptMode.AcceptSave
    assert dialog.selectedFiles()[0].endswith("Letter to the hospital.pdf")
    dialog.fileSelected.emit(str(path))
    dialog.close()


def page_of(path):
    """Return the words of a PDF of one page."""
    pdf = pypdfium2.PdfDocument(path)
    assert len(pdf) == 1
    return " ".join(pdf[0].get_textpage().get_text_bounded().split())


@pytest.mark.parametrize("name", MAKERS)
def test_each_disc_without_images_says_what_it_is_and_offers_a_letter(stage, tmp_path, name):
    folder = imageless_disc(tmp_path, name)
    read(stage, folder)
    assert TITLES[name] in shown_text(stage.window)
    assert find(stage.window, f"Try again: {name}").isVisible()
    assert find(stage.window, "Check these images").isEnabled() is (name == "no_images")
    save(stage, folder, tmp_path / "letter.pdf")
    assert said.SAVED.title in shown_text(stage.window)
    page = page_of(tmp_path / "letter.pdf")
    assert f"The disc or folder is called: {name}" in page
    assert "Please send the complete exam as DICOM files (DICOM PS3.10)" in page
    assert "Questions about it: 800-555-0142" in page


def test_a_disc_whose_images_are_all_there_offers_no_letter(stage, tmp_path):
    read(stage, write_disc(tmp_path / "disc", MARIA))
    assert "1 image found" in shown_text(stage.window)
    assert not any(name.startswith(said.SAVE) for name in names(stage.window))


def test_a_disc_that_is_partly_unreadable_offers_one_below_its_exams(stage, tmp_path):
    disc = write_disc(tmp_path / "disc", MARIA)
    (disc / "IM9").write_bytes((disc / "IM1").read_bytes()[:200])
    read(stage, disc)
    assert "1 image found" in shown_text(stage.window)
    assert find(stage.window, "Check these images").isEnabled()
    save(stage, disc, tmp_path / "letter.pdf")
    page = page_of(tmp_path / "letter.pdf")
    assert "IM9: This file says that it is a medical image, but it cannot be read." in page
    assert "LOPEZ" not in page


def test_a_letter_about_very_much_is_still_one_page(stage, tmp_path):
    folder = imageless_disc(tmp_path, "unreadable")
    for number in range(40):
        deep = folder / ("A LONG NAME OF A FOLDER " * 6) / ("ANOTHER ONE " * 9)
        deep.mkdir(parents=True, exist_ok=True)
        (deep / f"IM{number}").write_bytes((folder / "IM1").read_bytes())
    read(stage, folder)
    save(stage, folder, tmp_path / "letter.pdf")
    assert "and 56 more files" in page_of(tmp_path / "letter.pdf")


def test_the_letter_is_opened_from_where_it_was_saved(stage, tmp_path):
    shown = []
    folder = imageless_disc(tmp_path, "only_viewer")
    read(stage, folder)
    stage.conduct._places[-1].letter._show = lambda path: shown.append(path) or len(shown) > 1
    save(stage, folder, tmp_path / "letter.pdf")
    assert QApplication.focusWidget().accessibleName() == said.named(said.OPEN, "only_viewer")
    press(stage.window, said.OPEN)
    assert said.NOT_OPENED.title in shown_text(stage.window)
    press(stage.window, said.OPEN)
    assert shown == [str(tmp_path / "letter.pdf")] * 2


def test_a_place_that_cannot_be_written_is_told_and_another_can_be_chosen(stage, tmp_path):
    folder = imageless_disc(tmp_path, "empty")
    read(stage, folder)
    save(stage, folder, tmp_path / "none" / "letter.pdf")
    assert said.NOT_SAVED.title in shown_text(stage.window)
    assert said.named(said.OPEN, "empty") not in names(stage.window)
    save(stage, folder, tmp_path / "letter.pdf")
    assert said.SAVED.title in shown_text(stage.window)


def test_a_disc_that_cannot_even_be_listed_offers_a_letter_and_one_that_is_away_does_not(stage, tmp_path):
    disc = tmp_path / "DISC 1"
    os.mkfifo(disc)
    read(stage, disc)
    assert "The disc cannot be read now." in shown_text(stage.window)
    save(stage, disc, tmp_path / "letter.pdf")
    assert "DISC 1: This could not be read." in page_of(tmp_path / "letter.pdf")
    disc.unlink()
    press(stage.window, "Try again: DISC 1")
    spin_until(lambda: stage.conduct._places[-1].task is None, what="the second reading")
    assert not any(name.startswith(said.SAVE) for name in names(stage.window))


def test_reading_once_more_takes_the_letter_back_until_it_is_known_again(stage, tmp_path):
    folder = imageless_disc(tmp_path, "only_viewer")
    read(stage, folder)
    disc = write_disc(tmp_path / "disc", MARIA)
    (disc / "IM1").rename(folder / "IM1")
    press(stage.window, "Try again: only_viewer")
    assert not any(name.startswith(said.SAVE) for name in names(stage.window))
    spin_until(lambda: "1 image found" in shown_text(stage.window), what="the second reading")
    assert not any(name.startswith(said.SAVE) for name in names(stage.window))


_IN_GERMAN = """
import datetime, sys, threading
from secondread_desktop.ui import language
language.choose(["de"])
from secondread_desktop.ui.app import application
application()
from secondread_desktop.__main__ import real_parts
from secondread_desktop.core.hospital_letter import MissingExam
from secondread_desktop.services.scan import scan
from secondread_desktop.ui.conduct.place_letter import VOICE
from secondread_desktop.ui.letter_paper import write_letter
from secondread_desktop.ui.sentences.letter import letter_content, letter_lines
parts = real_parts()
seen = scan([parts.medium(sys.argv[1], 1)], contents=parts.contents(), tell=len, cancel=threading.Event())
exams = [MissingExam("MR LENDENWIRBEL", "2026-11-12", 12, 1150)]
content = letter_content(seen, disc_label="DISC 1", voice=VOICE, missing=exams)
lines = letter_lines(content, date=datetime.date(2026, 11, 26), help_line="800-555-0142", voice=VOICE)
assert write_letter(lines, sys.argv[2])
"""


def test_the_letter_is_written_in_german_where_the_window_speaks_it(tmp_path):
    folder = imageless_disc(tmp_path, "encrypted")
    screen = {"QT_QPA_PLATFORM": "offscreen"}
    script = [sys.executable, "-c", _IN_GERMAN, str(folder), str(tmp_path / "letter.pdf")]
    subprocess.run(script, check=True, cwd=ROOT, env=os.environ | screen)
    page = page_of(tmp_path / "letter.pdf")
    for words in (
        "26. November 2026",
        "Sehr geehrte Damen und Herren,",
        "Die CD oder der Ordner heißt: DISC 1",
        "IMAGES.7Z: Das hier ist verschlüsselt.",
        "MR LENDENWIRBEL, 12. November 2026: 12 von 1.150 Bildern fehlen",
        "Bitte senden Sie mir die vollständige Untersuchung als DICOM-Dateien (DICOM PS3.10)",
        "Fragen dazu: 800-555-0142",
    ):
        assert words in page
