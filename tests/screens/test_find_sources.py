"""Find: ZIP files and disc images, also locked ones, and what is in the drives."""

import threading
from dataclasses import replace

import pytest

from tests.desktop.desk import MESSAGE
from tests.support.window import find, names, press, shown_text, spin_until, type_into

pytest.importorskip("PySide6.QtWidgets", reason="Qt's libraries are not here", exc_type=ImportError)

from PySide6.QtWidgets import QFileDialog

from secondread_desktop.core.drives import Drive, DriveKind
from secondread_desktop.services.case_desk import Asked, CaseDesk
from secondread_desktop.ui.conduct.find import FindConduct
from secondread_desktop.ui.conduct.visit import Visit
from tests.screens.stage import MARIA, Stage, programme, write_disc
from tests.support.archives import iso_of, locked_zip_of, zip_of
from tests.support.fake_drives import FakeDrives


@pytest.fixture
def drives():
    return FakeDrives()


@pytest.fixture
def stage(desk: CaseDesk, runner, drives):
    desk.drives = drives
    stage = Stage(FindConduct(desk, runner))
    stage.enter(Visit(programme=programme()))
    yield stage
    stage.conduct.leave()
    stage.close()


def says(stage, words):
    spin_until(lambda: words in shown_text(stage.window), what=words)


def packed(tmp_path, pack):
    root = write_disc(tmp_path / "disc", MARIA, MARIA)
    content = pack({path.name: path.read_bytes() for path in sorted(root.iterdir())})
    (tmp_path / "exam.zip").write_bytes(content)
    return str(tmp_path / "exam.zip")


@pytest.mark.parametrize("pack", [zip_of, iso_of])
def test_a_file_from_the_hospital_is_chosen_in_the_systems_window(stage, tmp_path, pack):
    path = packed(tmp_path, pack)
    press(stage.window, "ZIP or disc image")
    [dialog] = stage.window.findChildren(QFileDialog)
    assert dialog.fileMode() is QFileDialog.FileMode.ExistingFile
    dialog.fileSelected.emit(path)
    dialog.reject()
    says(stage, "2 images found")


def locked(stage, tmp_path):
    path = packed(tmp_path, lambda files: locked_zip_of(files, b"over the hills"))
    stage.conduct.screen.chosen.emit(path)
    says(stage, "This ZIP file is locked.")
    return path


def test_a_locked_zip_file_asks_for_its_password_and_opens(stage, tmp_path):
    locked(stage, tmp_path)
    assert "There are no medical images here." not in shown_text(stage.window)
    type_into(stage.window, "Password", "over the hills")
    press(stage.window, "Open")
    says(stage, "2 images found")
    assert "Password" not in names(stage.window)
    assert find(stage.window, "Check these images").isEnabled()


def test_a_wrong_password_is_said_and_another_one_opens(stage, tmp_path):
    locked(stage, tmp_path)
    type_into(stage.window, "Password", "Over the hills")
    press(stage.window, "Open")
    says(stage, "This password does not open it.")
    line = find(stage.window, "Password")
    assert line.hasFocus()
    assert line.selectedText() == "Over the hills"
    type_into(stage.window, "Password", "over the hills")
    press(stage.window, "Open")
    says(stage, "2 images found")


def test_a_case_of_a_locked_zip_file_keeps_its_password(stage, desk, tmp_path):
    path = locked(stage, tmp_path)
    type_into(stage.window, "Password", "over the hills")
    press(stage.window, "Open")
    says(stage, "2 images found")
    visit = Visit(receiver="https://r.example", programme=programme(), roots=(path,))
    catalogue = desk.scan([path], tell=lambda _event: None, cancel=threading.Event())
    asked = Asked(visit.receiver, (path,), files=frozenset(found.file for found in catalogue.found), message=MESSAGE)
    case = desk.begin(replace(asked, because="mine"), catalogue, programme=visit.programme, tell=lambda _event: None)
    assert desk._state.credentials.passwords(case) == ("over the hills",)


def test_images_beside_a_locked_zip_file_are_found_while_it_is_asked_for(stage, tmp_path):
    root = write_disc(tmp_path / "disc", MARIA)
    (root / "more.zip").write_bytes(locked_zip_of({"IM9": (root / "IM1").read_bytes()}, b"x"))
    stage.conduct.screen.chosen.emit(str(root))
    says(stage, "This ZIP file is locked.")
    assert "1 image found" in shown_text(stage.window)
    assert find(stage.window, "Check these images").isEnabled()


def test_discs_sticks_and_images_in_the_drives_are_offered_by_their_names(stage, drives, tmp_path):
    root = write_disc(tmp_path / "disc", MARIA)
    drives.drives = (
        Drive(DriveKind.INTERNAL, "/"),
        Drive(DriveKind.STICK, "/media/s", "BLUE"),
        Drive(DriveKind.IMAGE, "/media/i"),
        Drive(DriveKind.DISC, str(root), "RIVERSIDE"),
    )
    stage.conduct._look_for_discs()
    says(stage, "Disc RIVERSIDE")
    text = shown_text(stage.window)
    assert text.index("Disc RIVERSIDE") < text.index("USB stick BLUE") < text.index("A disc image")
    press(stage.window, "Disc RIVERSIDE")
    says(stage, "1 image found")
    assert "Disc RIVERSIDE" not in shown_text(stage.window)


def without_images(stage, drives, tmp_path):
    root = tmp_path / "holiday"
    root.mkdir()
    (root / "a.txt").write_text("x")
    drives.drives = (Drive(DriveKind.DISC, str(root), "HOLIDAY"),)
    stage.conduct._look_for_discs()
    says(stage, "Disc HOLIDAY")
    press(stage.window, "Disc HOLIDAY")
    says(stage, "There are no medical images here")
    stage.conduct._look_for_discs()
    return str(root)


def test_a_disc_without_images_can_be_ejected(stage, drives, tmp_path):
    without_images(stage, drives, tmp_path)
    press(stage.window, "Eject: HOLIDAY")
    says(stage, "It can be taken out now.")
    assert "holiday" not in shown_text(stage.window)
    assert drives.drives == ()


def test_a_disc_that_is_not_let_go_of_is_told_calmly(stage, drives, tmp_path):
    drives.stuck.add(without_images(stage, drives, tmp_path))
    press(stage.window, "Eject: HOLIDAY")
    says(stage, "It could not be ejected just now.")
    assert shown_text(stage.window).count("HOLIDAY") == 1  # on its own card, and not offered once more


def test_nothing_is_ejected_from_a_folder(stage, tmp_path):
    (tmp_path / "empty").mkdir()
    stage.conduct.screen.chosen.emit(str(tmp_path / "empty"))
    says(stage, "the place is empty")
    stage.conduct._look_for_discs()
    assert "Eject: empty" not in names(stage.window)
