"""The Check step in a window of its own, on a disc in memory: what the screen tests drive."""

import gc
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from secondread_desktop.__main__ import real_parts
from secondread_desktop.core.catalogue import Catalogue, Finding, Found, FoundFile, Header
from secondread_desktop.core.journey import Move
from secondread_desktop.services.case_desk import CaseDesk
from secondread_desktop.services.parts import State
from secondread_desktop.ui import theme
from secondread_desktop.ui.conduct.check import CheckConduct
from secondread_desktop.ui.conduct.visit import Visit
from secondread_desktop.ui.task_runner import TaskRunner
from secondread_desktop.ui.widgets.exam_row import SHAPES
from tests.support.fake_frames import FakeFrames
from tests.support.fake_media import FakeMedium


@dataclass(frozen=True)
class Images:
    """Images of one series to be on a disc: `MARIA` alone has 3, in the MR exam `1`."""

    name: str = "LOPEZ^MARIA"
    birth_date: str = "1951-03-03"
    patient_id: str = "P1"
    study: str = "1"
    date: str = "2026-11-12"
    exam: str = "MRI of the head"
    series: str = "T1 sagittal"
    count: int = 3


MARIA = Images()
ROBERT = Images(name="HALE^ROBERT", birth_date="1948-06-17", patient_id="P2", study="9", exam="CT of the neck")


def catalogue_of(*lots: Images, documents: tuple[str, ...] = (), findings: tuple[Finding, ...] = ()) -> Catalogue:
    """Return what a scan of such a disc would find."""
    found = [_found(lot, place, number) for place, lot in enumerate(lots) for number in range(1, lot.count + 1)]
    found += [Found(FoundFile(1, (name,), 4, 1)) for name in documents]
    return Catalogue(found=tuple(found), findings=findings)


def _found(lot: Images, place: int, number: int) -> Found:
    uid = f"1.2.{lot.study}.{place}"
    header = Header(
        patient_name=lot.name, patient_id=lot.patient_id, birth_date=lot.birth_date, study_instance_uid=lot.study,
        study_date=lot.date, study_description=lot.exam, series_instance_uid=uid, series_description=lot.series,
        modality="MR", sop_instance_uid=f"{uid}.{number}", instance_number=number,
    )  # fmt: skip
    return Found(FoundFile(1, (f"IM{place}_{number}",), 4, 1), header)


class CheckStep:
    """The conduct and its screen; `moves` are the moves that were made."""

    def __init__(self, frames: FakeFrames | None = None) -> None:
        self.app = QApplication.instance() or QApplication([])
        theme.apply(self.app, is_dark=False, colours={})
        self.frames = frames or FakeFrames()
        self.medium = FakeMedium({})
        self.runner = TaskRunner()
        parts = replace(real_parts(), medium=lambda _root, _number: self.medium, frames=lambda: self.frames)
        nothing: State = State(None, None, None, None, None)  # type: ignore[arg-type]
        self.conduct = CheckConduct(CaseDesk(parts, nothing, folder=Path()), self.runner)
        self.moves: list[Move] = []
        self.conduct.moved.connect(self.moves.append)
        self.screen = self.conduct.screen
        self.exams, self.film = self.screen.exams, self.screen.look.film
        self.screen.resize(1080, 568)
        self.screen.show()
        self.visit = Visit(roots=("/disc",))

    def enter(self, *lots: Images, **more: object) -> "CheckStep":
        """Enter with a disc of these."""
        catalogue = catalogue_of(*lots, **more)  # type: ignore[arg-type]
        self.medium.files = FakeMedium({"/".join(item.file.parts): b"file" for item in catalogue.found}).files
        self.visit.catalogue = catalogue
        self.conduct.enter(self.visit)
        self.app.processEvents()
        return self

    def wait_until(self, is_so: Callable[[], object], *, seconds: float = 10.0) -> None:
        """Let the window work until something is so."""
        end = time.monotonic() + seconds
        while not is_so():
            assert time.monotonic() < end, "it never came to be so"
            self.app.processEvents()
            threading.Event().wait(0.002)

    def press(self, text: str) -> None:
        """Press the banner's button with these words."""
        QTest.mouseClick(self.button(text), Qt.MouseButton.LeftButton)

    def button(self, text: str) -> QPushButton:
        """Return the banner's button whose name begins so."""
        (found,) = [one for one in self.screen.banner.buttons() if one.accessibleName().startswith(text)]
        return found

    def click_box(self, key: str) -> None:
        """Press the box of a row with the mouse."""
        item = self.exams._items[key]
        area = self.exams.visualItemRect(item)
        kind = item.data(0, Qt.ItemDataRole.UserRole).kind
        place = QPoint(SHAPES[kind].box + 12, area.center().y())
        QTest.mouseClick(self.exams.viewport(), Qt.MouseButton.LeftButton, pos=place)

    def spoken(self, key: str) -> str:
        """Return what a screen reader says of a row."""
        return str(self.exams._items[key].data(0, Qt.ItemDataRole.AccessibleTextRole))

    def close(self) -> None:
        """Leave, wait for what runs, and collect here what Qt must not lose in another thread."""
        self.conduct.leave()
        self.screen.close()
        assert self.runner.close(patience_s=10)
        self.screen.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        self.app.processEvents()
        for name in ("conduct", "screen", "exams", "film", "runner"):
            delattr(self, name)
        gc.collect()
