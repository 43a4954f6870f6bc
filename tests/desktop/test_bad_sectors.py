"""Unreadable sectors: asked for again slowly, within bounds, at the scan and at the staging; then named."""

import errno
import io
import threading

import pytest

from secondread_desktop.errors import Interrupted, MemberDamaged
from secondread_desktop.services.scan import scan
from secondread_desktop.services.slow_reading import SlowReading
from tests.desktop.desk import CASE, Desk, images
from tests.support.fake_media import FakeContents, FakeMedium
from tests.support.fakes import FakeClock, Told

BAD = "DICOM/IM0003"


class Scratched(io.BytesIO):
    """Reads to its middle."""

    def read(self, size=-1):
        half = len(self.getvalue()) // 2
        if size < 0 or self.tell() + size > half:
            raise OSError(errno.EIO, "input/output error")
        return super().read(size)


class ScratchedMedium(FakeMedium):
    """A disc on which one file is read only at the attempt of that number."""

    def __init__(self, attempts, files=None):
        super().__init__(dict(images()) if files is None else files)
        self.attempts = attempts

    def open(self, parts):
        opened = super().open(parts)
        if "/".join(parts) == BAD and self.opened.count(BAD) < self.attempts:
            opened.stream = Scratched(opened.stream.read())
        return opened


def scanned(medium, clock):
    cancel = threading.Event()
    slowly = SlowReading(clock, cancel)
    return scan([medium], contents=FakeContents(), tell=Told(), cancel=cancel, slowly=slowly)


def test_a_sector_that_comes_at_the_third_attempt_is_no_finding():
    clock = FakeClock()
    catalogue = scanned(ScratchedMedium(3), clock)
    assert (len(catalogue.instances), catalogue.findings) == (12, ())
    assert sum(clock.slept) == pytest.approx(2.5)


def test_a_sector_that_never_comes_is_named_and_the_rest_is_read():
    clock = FakeClock()
    catalogue = scanned(ScratchedMedium(99), clock)
    assert len(catalogue.instances) == 11
    assert [(finding.code, "/".join(finding.parts)) for finding in catalogue.findings] == [("unreadable", BAD)]
    assert sum(clock.slept) == pytest.approx(7.5)


def test_staging_asks_again_too():
    desk = Desk(medium=ScratchedMedium(0))
    desk.plan()
    desk.medium.opened.clear()
    desk.medium.attempts = 3
    assert desk.submit().verified == 12
    assert desk.received() == desk.originals()


def test_staging_names_what_never_comes():
    desk = Desk(medium=ScratchedMedium(0))
    desk.plan()
    desk.medium.attempts = 99
    assert desk.submit(part_agreed=1).verified == 11
    assert [problem.code for problem in desk.receiver.cases[CASE].manifest.problems] == ["source_unreadable"]


def failing(error, clock=None, takes_s=0.0):
    tried = []

    def read():
        tried.append(1)
        if clock is not None:
            clock.now += takes_s
        raise error

    return read, tried


@pytest.mark.parametrize(
    "error", [FileNotFoundError(errno.ENOENT, "gone"), PermissionError(errno.EACCES, "no"), MemberDamaged()]
)
def test_what_stays_as_it_is_is_not_asked_for_again(error):
    read, tried = failing(error)
    with pytest.raises(type(error)):
        SlowReading(FakeClock(), threading.Event()).attempt(read)
    assert len(tried) == 1


def test_a_disc_that_is_all_scratches_is_not_waited_for_for_hours():
    clock = FakeClock()
    slowly, tried = SlowReading(clock, threading.Event()), []
    for _ in range(200):
        read, once = failing(OSError(errno.EIO, "bad"), clock, takes_s=1.0)
        with pytest.raises(OSError, match="bad"):
            slowly.attempt(read)
        tried.append(len(once))
    assert (tried[0], tried[-1]) == (4, 1)
    assert clock.now - 1000.0 < 600


def test_stopping_is_heard_while_it_waits():
    stop = threading.Event()

    class Stopping(FakeClock):
        def sleep(self, seconds):
            super().sleep(seconds)
            stop.set()

    clock = Stopping()
    with pytest.raises(Interrupted):
        SlowReading(clock, stop).attempt(failing(OSError(errno.EIO, "bad"))[0])
    assert sum(clock.slept) <= 0.25
