"""The frame worker: real files, hostile streams, a child that hangs, dies or lies; and documents."""

import io
import os
import random
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from pydicom.data import get_testdata_file

from secondread_desktop.adapters import frame_messages as messages
from secondread_desktop.adapters.frame_worker import FrameWorker
from secondread_desktop.adapters.media_folder import MediaFolder, OpenMediumFile
from secondread_desktop.core.catalogue import FoundFile
from secondread_desktop.core.look import Look
from secondread_desktop.errors import Interrupted
from secondread_shared.frames.picture import FrameUnshowable, Picture, Unshowable, Window
from tests.support.disc_junk import tiny_pdf

REAL = Path(__file__).resolve().parents[3] / "shared" / "data"
GO_ON = threading.Event()


def real(name):
    path = REAL / name
    if not path.exists():
        pytest.skip("the open images are not beside this checkout")
    return path


def small(name="CT_small.dcm"):
    return Path(str(get_testdata_file(name, download=False)))


def opened(content: bytes):
    return OpenMediumFile(io.BytesIO(content), len(content), 1)


def show(worker, content, **look):
    file = FoundFile(1, ("IM1",), len(content), hash(content))
    return worker.show(opened(content), Look(file, **look), cancel=GO_ON)


@pytest.fixture(scope="module")
def worker():
    made = FrameWorker()
    yield made
    made.close()


@pytest.fixture
def talking():
    """Start a worker whose child is a program of this test."""
    made = []

    def start(code, patience_s=20.0):
        made.append(FrameWorker(command=(sys.executable, "-c", code), patience_s=patience_s))
        return made[-1]

    yield start
    for one in made:
        one.close()


def test_an_image_is_drawn_with_the_files_window_and_with_another(worker):
    content = small().read_bytes()
    picture = show(worker, content)
    assert (picture.width, picture.height, picture.channels) == (128, 128, 1)
    assert picture.frame_count == 1
    other = show(worker, content, window=Window(centre=3000.0, width=1.0))
    assert other.pixels != picture.pixels
    assert set(other.pixels) == {0}


def test_a_small_picture_is_as_small_as_is_wanted(worker):
    picture = show(worker, small().read_bytes(), fit=56)
    assert max(picture.width, picture.height) <= 64
    assert len(picture.pixels) == picture.width * picture.height


def test_frames_of_one_file_are_paged_without_sending_it_again(worker):
    content = small("examples_rgb_color.dcm").read_bytes()
    assert show(worker, content).frame_count == 1
    file = FoundFile(1, ("held",), len(content), 7)
    assert worker.show(opened(content), Look(file), cancel=GO_ON).channels == 3

    class Untouchable(io.BytesIO):
        def read(self, *_arguments):
            raise AssertionError("the file is sent again")

    again = OpenMediumFile(Untouchable(content), len(content), 1)
    assert worker.show(again, Look(file, fit=32), cancel=GO_ON).channels == 3


@pytest.mark.parametrize(
    "name", ["ct_head_ge/14.dcm", "mr_transfer_syntaxes/5.dcm", "transfer_syntaxes/TestPattern_RGB.dcm"]
)
def test_real_images_are_drawn(worker, name):
    picture = show(worker, real(name).read_bytes(), fit=256)
    assert len(set(picture.pixels)) > 8


def test_a_report_has_no_picture(worker):
    with pytest.raises(FrameUnshowable) as refusal:
        show(worker, small("test-SR.dcm").read_bytes())
    assert refusal.value.reason is Unshowable.NO_PIXELS


def test_fuzzed_images_give_a_picture_or_a_reason_and_the_worker_lives_on(worker):
    whole, chance = small().read_bytes(), random.Random(3)
    for _ in range(25):
        content = bytearray(whole)
        for _ in range(chance.randrange(1, 12)):
            content[chance.randrange(128, 1800)] = chance.getrandbits(8)
        try:
            assert show(worker, bytes(content[: chance.randrange(400, len(content))]), fit=64).pixels
        except FrameUnshowable as refusal:
            assert refusal.reason in Unshowable
    assert show(worker, whole).width == 128


@pytest.mark.parametrize("content", [b"", b"\0" * 5000, b"DICM" * 99, b"\xff" * 70000])
def test_what_is_no_image_is_damaged_or_not_supported(worker, content):
    with pytest.raises(FrameUnshowable) as refusal:
        show(worker, content)
    assert refusal.value.reason in {Unshowable.DAMAGED, Unshowable.UNSUPPORTED, Unshowable.NO_PIXELS}


def test_making_ready_starts_the_child_that_then_draws():
    worker = FrameWorker()
    assert worker.child_id is None
    worker.prepare()
    child = worker.child_id
    assert child is not None
    assert show(worker, small().read_bytes()).width == 128
    assert worker.child_id == child
    worker.close()


def test_a_killed_child_is_the_files_damage_once_and_then_there_is_a_fresh_one(worker):
    content = small().read_bytes()
    show(worker, content)
    first = worker.child_id
    os.kill(first, signal.SIGSTOP)
    killer = threading.Timer(0.2, os.kill, (first, signal.SIGKILL))
    killer.start()
    with pytest.raises(FrameUnshowable) as refusal:
        show(worker, content, fit=32)
    killer.join()
    assert refusal.value.reason is Unshowable.DAMAGED
    assert show(worker, content).width == 128
    assert worker.child_id != first


@pytest.mark.parametrize("code", ["import threading; threading.Event().wait()", "import sys; sys.stdin.buffer.read()"])
def test_a_child_that_hangs_is_ended_when_patience_is(talking, code):
    hung = talking(code, patience_s=0.5)
    with pytest.raises(FrameUnshowable) as refusal:
        show(hung, b"x" * 3_000_000)
    assert refusal.value.reason is Unshowable.DAMAGED
    assert hung.child_id is None


TIRES = """
from secondread_desktop.adapters import frame_child
draw, seen = frame_child._draw, []
def once(ask, held):
    seen.append(ask)
    while len(seen) > 1: pass
    return draw(ask, held)
frame_child._draw = once
frame_child.serve()
"""


def test_a_child_that_has_drawn_already_is_given_less_time():
    worker = FrameWorker(command=(sys.executable, "-c", TIRES), patience_s=60.0, warm_patience_s=0.5)
    content = small().read_bytes()
    assert show(worker, content).width == 128
    start = time.monotonic()
    with pytest.raises(FrameUnshowable) as refusal:
        show(worker, content, fit=32)
    assert refusal.value.reason is Unshowable.DAMAGED
    assert time.monotonic() - start < 20
    assert worker.child_id is None
    worker.close()


LIES = {
    "an early end": b"",
    "too long an answer": messages.LENGTH.pack(messages.LONGEST_ANSWER + 1),
    "no message": messages.LENGTH.pack(3) + b"\xc1\xc1\xc1",
    "pixels that do not fit": None,
}


@pytest.mark.parametrize("lie", LIES)
def test_a_child_that_was_taken_over_is_not_believed(talking, lie):
    content = LIES[lie]
    if content is None:
        stream = io.BytesIO()
        messages.write(stream, messages.Shown(Picture(4000, 4000, 1, b"few", frame_count=1)))
        content = stream.getvalue()
    liar = talking(f"import os; os.write(1, {content!r}); os.close(1); import sys; sys.stdin.buffer.read()")
    with pytest.raises(FrameUnshowable) as refusal:
        show(liar, b"any")
    assert refusal.value.reason is Unshowable.DAMAGED


def test_what_a_child_prints_beside_its_answers_goes_nowhere(talking, capfd):
    noisy = talking("import os; os.write(2, b'LOPEZ^MARIA'); os.close(1)")
    with pytest.raises(FrameUnshowable):
        show(noisy, b"any")
    assert "LOPEZ" not in "".join(capfd.readouterr())


def test_a_file_beyond_the_limit_is_not_even_read(worker):
    huge = OpenMediumFile(io.BytesIO(b""), messages.MOST_FILE_BYTES + 1, 1)
    with pytest.raises(FrameUnshowable) as refusal:
        worker.show(huge, Look(FoundFile(1, ("IM",), 1, 1)), cancel=GO_ON)
    assert refusal.value.reason is Unshowable.TOO_LARGE


def test_what_nobody_waits_for_any_more_is_not_sent(worker):
    stop = threading.Event()
    stop.set()
    with pytest.raises(Interrupted):
        worker.show(opened(b"any"), Look(FoundFile(1, ("IM",), 3, 99)), cancel=stop)
    assert show(worker, small().read_bytes()).width == 128


def test_a_link_out_of_the_disc_is_not_followed(tmp_path):
    (tmp_path / "disc").mkdir()
    (tmp_path / "secret.pdf").write_bytes(tiny_pdf("secret"))
    (tmp_path / "disc" / "report.pdf").symlink_to(tmp_path / "secret.pdf")
    with pytest.raises(OSError):
        MediaFolder(str(tmp_path / "disc"), 1).open(("report.pdf",))


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limits")
def test_the_child_has_bounded_memory_and_may_write_no_file(worker):
    show(worker, small().read_bytes())
    limits = Path(f"/proc/{worker.child_id}/limits")
    if not limits.exists():
        pytest.skip("this system does not tell limits")
    told = {line[:25].strip(): line[26:].split()[0] for line in limits.read_text().splitlines()[1:]}
    assert told["Max address space"] == str(3 << 30)
    assert told["Max file size"] == told["Max core file size"] == "0"


def page(worker, content, number=0, fit=400):
    return show(worker, content, frame=number, fit=fit, is_document=True)


def test_a_pdf_is_shown_page_by_page(worker):
    picture = page(worker, tiny_pdf("Radiology report"))
    assert (picture.channels, picture.frame_count) == (3, 1)
    assert 395 <= picture.height <= 405
    assert 5 < sum(byte < 128 for byte in picture.pixels) < len(picture.pixels) / 20  # a line of text on white
    with pytest.raises(FrameUnshowable) as refusal:
        page(worker, tiny_pdf("Radiology report"), 1)
    assert refusal.value.reason is Unshowable.NO_SUCH_FRAME


def test_pictures_are_shown_small_and_on_white(worker):
    gui = pytest.importorskip("PySide6.QtGui", exc_type=ImportError, reason="Qt's libraries are missing")
    from PySide6.QtCore import QBuffer, QByteArray, QIODevice

    image = gui.QImage(1000, 500, gui.QImage.Format.Format_ARGB32)
    image.fill(gui.QColor(0, 0, 0, 0))
    for kind in ("PNG", "JPG"):
        stored = QByteArray()
        buffer = QBuffer(stored)
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        assert image.save(buffer, kind)
        picture = page(worker, bytes(stored.data()))
        assert (picture.width, picture.height, picture.channels) == (400, 200, 3)
        assert set(picture.pixels) == ({255} if kind == "PNG" else {0})


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"%PDF-1.4 and then nothing", Unshowable.DAMAGED),
        (b"\x89PNG\r\n\x1a\n" + bytes(64), Unshowable.DAMAGED),
        (b"\xff\xd8\xff\xe0" + bytes(64), Unshowable.DAMAGED),
        (b"PK\x03\x04 a letter", Unshowable.UNSUPPORTED),
        (b"{\\rtf1}", Unshowable.UNSUPPORTED),
    ],
)
def test_documents_that_cannot_be_shown_say_why(worker, content, reason):
    with pytest.raises(FrameUnshowable) as refusal:
        page(worker, content)
    assert refusal.value.reason is reason


def test_fuzzed_documents_give_a_picture_or_a_reason(worker):
    whole, chance = tiny_pdf("Radiology report"), random.Random(5)
    for _ in range(25):
        content = bytearray(whole)
        for _ in range(chance.randrange(1, 30)):
            content[chance.randrange(9, len(content))] = chance.getrandbits(8)
        try:
            assert page(worker, bytes(content), fit=100).pixels
        except FrameUnshowable as refusal:
            assert refusal.reason in Unshowable


ENDLESS = """
from secondread_desktop.adapters import frame_child
def endless(*_):
    while True: pass
frame_child._draw, frame_child._LONGEST_S = endless, 0.5
frame_child.serve()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="a timer of the system's, which Windows lacks")
def test_a_child_that_hangs_ends_by_itself_when_the_window_was_killed_meanwhile():
    with subprocess.Popen([sys.executable, "-c", ENDLESS], stdin=subprocess.PIPE, stdout=subprocess.DEVNULL) as child:
        messages.write(child.stdin, messages.Ask(0, False, size=4))
        child.stdin.write(b"file")
        child.stdin.flush()
        try:
            assert child.wait(timeout=30) == -signal.SIGALRM  # nobody else ends it
        finally:
            child.kill()
