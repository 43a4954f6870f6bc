"""The frame's own screens: first start, Find, Send, Receipt."""

import pytest

from tests.support.window import find, press, shown_text, spin_until, type_into

pytest.importorskip("PySide6.QtWidgets", reason="Qt's libraries are not here", exc_type=ImportError)

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QLineEdit, QPlainTextEdit

from secondread_desktop.core.drives import Drive, DriveKind
from secondread_desktop.errors import ImagesLeftOut
from secondread_desktop.ui.app import Opening, Program
from secondread_desktop.ui.appearance import Appearance
from secondread_desktop.ui.conduct.find import FindConduct
from secondread_desktop.ui.conduct.visit import Visit
from secondread_desktop.ui.main_window import MainWindow
from secondread_desktop.ui.receipt_paper import Paper, write_paper
from secondread_desktop.ui.screens.receipt import ReceiptScreen
from secondread_desktop.ui.screens.send import Progress, SendScreen
from secondread_desktop.ui.sentences.troubles import trouble_of
from tests.desktop.conftest import address, receiver  # noqa: F401 - fixtures
from tests.screens.stage import MARIA, Stage, programme, write_disc


@pytest.fixture
def window(app):
    window = MainWindow()
    window.show_programme(programme())
    window.show()
    yield window
    window.close()


def unnamed(root):
    controls = [*root.findChildren(QAbstractButton), *root.findChildren(QLineEdit), *root.findChildren(QPlainTextEdit)]
    return [
        type(one).__name__
        for one in controls
        if one.isVisible()
        and one.isEnabled()
        and not (one.accessibleName() and one.focusPolicy() & Qt.FocusPolicy.TabFocus)
    ]


def test_every_control_of_the_program_is_named_and_can_be_reached_by_tab(desk, app, address):  # noqa: F811
    program = Program(desk, Appearance(app), opening=Opening(link=address))
    program.start()
    assert unnamed(program.window) == []
    spin_until(lambda: program.journey.now is not None, what="the first step")
    for conduct in program.journey.conducts():
        program.window.show_screen(conduct.screen)
        assert unnamed(program.window) == []
    program.window.close()
    assert program.close()


def test_what_is_no_address_is_told_beside_the_field_and_a_good_one_connects(desk, app, address):  # noqa: F811
    program = Program(desk, Appearance(app), opening=Opening())
    program.start()
    type_into(program.window, "The programme's address", "not an address")
    press(program.window, "Connect")
    assert "This is not an address." in shown_text(program.window)
    find(program.window, "The programme's address").clear()
    type_into(program.window, "The programme's address", address)
    press(program.window, "Connect")
    spin_until(lambda: "Where are your images?" in shown_text(program.window), what="Find")
    assert desk.programmes.remembered() == address
    program.window.close()
    assert program.close()


def found(desk, runner, **options):
    stage = Stage(FindConduct(desk, runner, **options))
    stage.enter(Visit(programme=programme()))
    return stage


def test_two_folders_become_one_catalogue_of_two_sources(desk, runner, tmp_path):
    roots = [write_disc(tmp_path / name, MARIA, uid=uid) for name, uid in (("one", "1.2.3"), ("two", "1.2.4"))]
    stage = found(desk, runner, discs=tuple)
    for root in roots:
        stage.conduct.screen.chosen.emit(str(root))
    spin_until(lambda: shown_text(stage.window).count("1 image found") == 2, what="both folders")
    spin_until(lambda: find(stage.window, "Check these images").isEnabled(), what="one catalogue of both")
    press(stage.window, "Check these images")
    visit = stage.conduct._visit
    assert visit.roots == tuple(map(str, roots))
    assert [item.file.source for item in visit.catalogue.instances] == [1, 2]
    assert stage.moves == ["images_found"]


def test_a_folder_without_images_says_what_is_there_instead(desk, runner, tmp_path):
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters" / "letter.pdf").write_bytes(b"%PDF-1.4\n")
    stage = found(desk, runner, discs=tuple)
    stage.conduct.screen.chosen.emit(str(tmp_path / "letters"))
    spin_until(lambda: "There are only documents here" in shown_text(stage.window), what="the sentence")
    assert "1 document found." in shown_text(stage.window)
    assert not find(stage.window, "Check these images").isEnabled()
    press(stage.window, "Take off the list")
    assert "There are only documents here" not in shown_text(stage.window)


def test_a_folder_is_chosen_in_the_systems_window(desk, runner, tmp_path):
    root = write_disc(tmp_path / "disc", MARIA)
    stage = found(desk, runner, discs=tuple)
    press(stage.window, "Choose a folder or disc")
    [dialog] = stage.window.findChildren(QFileDialog)
    dialog.fileSelected.emit(str(root))
    dialog.reject()
    spin_until(lambda: "1 image found" in shown_text(stage.window), what="the folder")


def test_a_disc_in_the_drive_is_offered_and_read(desk, runner, tmp_path):
    root = write_disc(tmp_path / "disc", MARIA)
    stage = found(desk, runner, discs=lambda: (Drive(DriveKind.DISC, str(root), "RIVERSIDE"),))
    press(stage.window, "Disc RIVERSIDE")
    spin_until(lambda: "1 image found" in shown_text(stage.window), what="the disc")


def test_cancelling_asks_first_and_keeping_goes_on(window):
    screen, cancelled = SendScreen(), []
    screen.cancelled.connect(lambda: cancelled.append(True))
    window.add_screen(screen)
    window.show_screen(screen)
    press(window, "Cancel sending")
    assert "Cancel this sending?" in shown_text(window)
    press(window, "Keep sending")
    assert "Cancel this sending?" not in shown_text(window)
    press(window, "Cancel sending")
    press(window, "Yes, cancel")
    assert cancelled == [True]


def test_files_left_out_can_be_gone_on_without(window):
    screen, without = SendScreen(), []
    screen.sent_without.connect(lambda: without.append(True))
    window.add_screen(screen)
    window.show_screen(screen)
    screen.stick(trouble_of(ImagesLeftOut(3)), rest=9)
    assert "3 files of the disc could not be read." in shown_text(window)
    press(window, "Send 9 files")
    assert without == [True]


@pytest.mark.parametrize("size", [(1080, 720), (1024, 600), (540, 360)])
def test_send_and_receipt_need_no_more_width_than_the_window_has(window, size):
    send, receipt = SendScreen(), ReceiptScreen()
    send.show_progress(Progress("388 of 612", "images sent", 0.63, "12 to 16 minutes left"))
    receipt.show_receipt(
        "612 of 612 images arrived.", ("You hear from us by", "Friday 27 November 2026, 14:40", "."), after=""
    )
    window.resize(*size)
    for screen in (send, receipt):
        window.add_screen(screen)
        window.show_screen(screen)
        spin_until(lambda screen=screen: screen.widget().width() == screen.viewport().width(), what="a page that fits")


def test_the_receipt_is_written_as_one_page_and_a_bad_place_is_told(app, tmp_path):
    paper = Paper("Southern Memorial", "7KD2M-9QX4R", (("What arrived", "612 of 612 images"),))
    assert write_paper(paper, str(tmp_path / "receipt.pdf"))
    assert (tmp_path / "receipt.pdf").read_bytes().startswith(b"%PDF")
    assert not write_paper(paper, str(tmp_path / "nowhere" / "receipt.pdf"))
