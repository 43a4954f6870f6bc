"""Playing 512 x 512 frames of 16 bits at 30 a second, through the child, the store and the player of the window."""

import time

import numpy
import pytest

pytest.importorskip("PySide6.QtWidgets", exc_type=ImportError, reason="Qt's libraries are missing")

from PySide6.QtWidgets import QApplication

from secondread_desktop.adapters.frame_worker import FrameWorker
from secondread_desktop.adapters.media_folder import MediaFolder
from secondread_desktop.core.catalogue import FoundFile
from secondread_desktop.core.cine import Cine
from secondread_desktop.core.look import Look
from secondread_desktop.services.pictures import Pictures
from secondread_desktop.ui.conduct.player import Player
from secondread_desktop.ui.conduct.previews import Previews
from secondread_desktop.ui.task_runner import TaskRunner
from secondread_desktop.ui.widgets.picture_image import image_of
from tests.support.image_files import instance

FRAMES, PACE, SECONDS = 300, 30.0, 5.0  # more frames than the store keeps


def test_a_film_keeps_its_pace(tmp_path):
    app = QApplication.instance() or QApplication([])
    frames = numpy.random.default_rng(1).integers(0, 4096, (FRAMES, 512, 512), dtype=numpy.uint16)
    (tmp_path / "IM1").write_bytes(instance(frames, CineRate=int(PACE), WindowCenter=2048, WindowWidth=4096))
    status = (tmp_path / "IM1").stat()
    file = FoundFile(1, ("IM1",), status.st_size, status.st_mtime_ns)
    runner, player = TaskRunner(), Player()
    previews = Previews(Pictures(MediaFolder, FrameWorker), runner)
    shown: list[int] = []
    now = 0

    def look(frame: int) -> Look:
        return Look(file, frame=frame, fit=1024)

    def turn(frame: int) -> None:
        nonlocal now
        now = frame
        previews.want([look(frame), *map(look, player.ahead())])

    def draw(drawn: Look, picture: object) -> None:
        if drawn == look(now) and (not shown or shown[-1] != now):
            shown.append(now)
            image_of(picture)
            player.note_drawn()

    previews.drawn.connect(draw)
    player.turned.connect(turn)
    previews.open((str(tmp_path),))
    turn(0)
    while not shown:
        app.processEvents()
    player.play(Cine(FRAMES, PACE), 0)
    start = time.perf_counter()
    while time.perf_counter() - start < SECONDS:
        app.processEvents()
    player.stop()
    previews.close()
    runner.close(patience_s=10)
    rate = (len(shown) - 1) / SECONDS
    print(f"\nplaying: {rate:.1f} of {PACE:.0f} frames a second; the store holds {previews.kept_bytes >> 20} MiB")
    assert rate >= PACE * 0.9
