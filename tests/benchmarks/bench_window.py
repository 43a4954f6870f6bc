"""Whether the window goes on answering while a large disc is read and shown, and how fast images are paged through."""

import shutil
import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace

import pytest

from tests.benchmarks.ct_discs import REAL_CT, make_ct_disc
from tests.support.window import dressed, press, spin_until

pytest.importorskip("PySide6.QtWidgets", reason="Qt's libraries are not here", exc_type=ImportError)

from PySide6.QtCore import QObject, QTimer

from secondread_desktop.__main__ import real_parts
from secondread_desktop.core.catalogue import FoundFile
from secondread_desktop.core.look import Look
from secondread_desktop.services.case_desk import CaseDesk
from secondread_desktop.ui.conduct.check import CheckConduct
from secondread_desktop.ui.conduct.find import FindConduct
from secondread_desktop.ui.conduct.previews import Previews
from secondread_desktop.ui.conduct.visit import Visit
from secondread_desktop.ui.task_runner import TaskRunner
from tests.screens.stage import Stage, programme

MANY = 20_000
PAGED = 200
EDGE = 512


@pytest.fixture
def runner():
    dressed()
    runner = TaskRunner()
    yield runner
    assert runner.close(patience_s=20)


@pytest.fixture
def desk(tmp_path):
    parts = replace(real_parts(), jitter=lambda: 0.0)
    with parts.open_state(tmp_path / "state") as state:
        yield CaseDesk(parts, state, folder=tmp_path / "state")


@dataclass
class Pulse:
    """A timer of 10 ms that notes how long it had to wait for its turn, and how much of that the window worked."""

    gaps_ms: list[float] = field(default_factory=list)
    work_ms: list[float] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._timer = QTimer()
        self._timer.setInterval(10)
        self._timer.timeout.connect(self._beat)
        self.begin()
        self._timer.start()

    def begin(self) -> None:
        """Begin anew."""
        self.gaps_ms.clear()
        self.work_ms.clear()
        self._last, self._worked = time.perf_counter(), time.thread_time()

    def tell(self, what: str) -> str:
        """Say how it was since the beginning."""
        self._beat()
        return (
            f"{what}: longest without an answer {max(self.gaps_ms):.0f} ms, "
            f"of the window's own work {max(self.work_ms):.0f} ms"
        )

    def _beat(self) -> None:
        now, worked = time.perf_counter(), time.thread_time()
        self.gaps_ms.append(1000 * (now - self._last))
        self.work_ms.append(1000 * (worked - self._worked))
        self._last, self._worked = now, worked


class FirstPicture(QObject):
    """Notes when the first picture of a kind is drawn."""

    def __init__(self, previews: Previews) -> None:
        super().__init__()
        self.at: float | None = None
        previews.drawn.connect(self._note)

    def _note(self, _look: object, _picture: object) -> None:
        self.at = self.at or time.perf_counter()


def look_through(desk: CaseDesk, runner: TaskRunner, root: str, say: Callable[[str], None]) -> None:
    """Choose a folder on Find, go on to Check, and wait for the first picture."""
    stage, check = Stage(FindConduct(desk, runner, discs=tuple)), CheckConduct(desk, runner)
    visit = Visit(programme=programme())
    stage.enter(visit)
    pulse, first = Pulse(), FirstPicture(check._looking._previews)
    spin_until(lambda: len(pulse.gaps_ms) > 20)
    pulse.begin()
    started = time.perf_counter()
    stage.conduct.screen.chosen.emit(root)
    spin_until(lambda: not stage.conduct.screen.foot().note, what="the reading")
    say(pulse.tell(f"reading took {time.perf_counter() - started:.2f} s"))
    pulse.begin()
    entered = time.perf_counter()
    press(stage.window, "Check these images")
    check.enter(visit)
    check.screen.resize(1080, 568)
    check.screen.show()
    spin_until(lambda: first.at is not None, what="the first picture")
    assert first.at is not None
    say(pulse.tell(f"showing {len(visit.catalogue.instances if visit.catalogue else ())} images in the tree"))
    waited = f"{first.at - entered:.2f} s after going on to Check"
    say(f"first picture {waited}, {first.at - started:.2f} s after choosing the folder")
    pulse.begin()
    check.screen.exams.ticked.emit("person 0")
    check.screen.exams.ticked.emit("person 0")
    spin_until(lambda: len(pulse.gaps_ms) > 5)
    say(pulse.tell("all unticked and ticked again"))
    check.leave()
    stage.conduct.leave()
    stage.close()


@pytest.mark.parametrize("count", [2000, MANY])
def test_the_window_answers_while_a_disc_is_read_and_shown(desk, runner, tmp_path, count):
    root = make_ct_disc(tmp_path / "disc", count=count)
    print(f"\n{count} instances")
    look_through(desk, runner, str(root), lambda line: print(f"  {line}"))


def test_paging(desk, runner, tmp_path):
    if not REAL_CT.is_dir():
        pytest.skip("the open images are not here")
    root = tmp_path / "disc"
    shutil.copytree(REAL_CT, root)
    paths = sorted(root.iterdir())
    looks = [Look(FoundFile(1, (path.name,), path.stat().st_size, path.stat().st_mtime_ns), fit=EDGE) for path in paths]
    previews = Previews(desk.pictures, runner, most_bytes=1)  # keeps nothing: each image is read and drawn
    previews.open([str(root)])
    drawn: list[object] = []
    previews.drawn.connect(lambda look, _picture: drawn.append(look))
    previews.want(looks[:1])
    spin_until(lambda: drawn, what="the first image")
    began = time.perf_counter()
    for number in range(1, PAGED + 1):
        previews.want([looks[number % len(looks)]])
        spin_until(lambda number=number: len(drawn) > number, what="an image")  # type: ignore[misc]
    took = time.perf_counter() - began
    print(f"\npaging 512 by 512, 16 bits, one after the other: {PAGED / took:.0f} images/s")
    previews.close()
